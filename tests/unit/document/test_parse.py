"""Reading YAML: what is wrong is told with its kind and its place, and by both parsers alike."""

import pytest

from lacplan.document import parse as module
from lacplan.document.graph import MAX_GROWTH
from lacplan.document.parse import MAX_DEPTH, parse, parse_bytes
from lacplan.document.tree import Alias, Document, Node, Scalar, children, unparse

each_parser = pytest.mark.parametrize("pure", [False, True], ids=["C parser", "pure parser"])

# What a text is called by, the text, the place of its only fault, and words of the message.
TABS = [
    ("before a key", "a: 1\n\tb: 2\n", (2, 1), "only spaces may indent"),
    ("before the first key", "\ta: 1\n", (1, 1), "only spaces may indent"),
    ("after a space", "a:\n \tb: 2\n", (2, 2), "only spaces may indent"),
    ("before a dash", "a:\n  - x\n\t- y\n", (3, 1), "only spaces may indent"),
    ("behind a dash", "-\ta\n", (1, 2), "only spaces may indent"),
    ("in a block of text", "a: |\n  x\n\ty\n", (3, 1), "only spaces may indent"),
    ("with CRLF", "a: 1\r\n\tb: 2\r\n", (2, 1), "only spaces may indent"),
]

SYNTAX = [
    ("second colon", "title: Plan: the region\n", (1, 12), "A second “: ” stands on this line"),
    ("second colon at the end", "a: x:\n", (1, 5), "A second “: ” stands on this line"),
    ("second colon after accents", "é: ñandú\na: b: c\n", (2, 5), "A second “: ”"),
    ("second colon after an emoji", "a: 😀 b: c\n", (1, 7), "A second “: ”"),
    ("second colon after CR alone", "x: 1\ra: b: c\r", (2, 5), "A second “: ”"),
    ("text that never closes", 'a: "x\nb: 2\n', (1, 4), 'begins here with " is never closed'),
    ("single quotes that never close", "a: 'x\nb: 2\n", (1, 4), "begins here with ' is never"),
    ("unknown escape", 'a: "C:\\docs"\n', (1, 7), "“\\d” is no escape"),
    ("flow list that never closes", "a: [x, y\n", (2, 1), "The “[” of line 1 wants a “,” or a “]”"),
    ("flow block that never closes", "a: {x: 1\n", (2, 1), "The “{” of line 1 wants a “,” or"),
    ("two colons in a flow list", "a: [b: c: d]\n", (1, 9), "The “[” of line 1 wants a “,”"),
    ("empty place in a flow list", "a: [,]\n", (1, 5), "A value was expected here, not “,”"),
    ("bracket without its like", "a: ]\n", (1, 4), "A value was expected here, not “]”"),
    ("at sign", "a: @lacnic\n", (1, 4), "can't begin with “@”"),
    ("back quote", "a: `x`\n", (1, 4), "can't begin with “`”"),
    ("percent sign", "a: %x\n", (1, 4), "can't begin with “%”"),
    ("anchor without a name", "a: &\n", (1, 4), "no name follows"),
    ("alias without a name", "a: *\n", (1, 4), "no name follows"),
    ("block header", "a: |x\n  b\n", (1, 5), "After “|” or “>” only"),
    ("no colon", "a: b\nc\n", (2, 1), "A “key: value” was expected here"),
    ("no colon before the next key", "a: 1\nb\nc: 2\n", (2, 1), "A “key: value” was expected"),
    (
        "key that is too deep",
        "a: b\n  c: d\n",
        (2, 3),
        "This key stands deeper than the text above",
    ),
    ("key in a list of texts", "a:\n- b\n  c: d\n", (3, 3), "This key stands deeper than the text"),
    ("key between two depths", "a:\n    b: 1\n  c: 2\n", (3, 3), "This line is indented by 2"),
    ("key after a list", "- a\nb: c\n", (2, 1), "The list that began on line 1 wants a “- ”"),
    ("long key", "k" * 1100 + ": x\n", (1, 1101), "is too long for a key"),
]

TAGS = [
    ("core tag", "a: !!str 1\n", (1, 4), "“!!str” is one"),
    ("own tag on a block", "a: !x\n  b: c\n", (1, 4), "“!x” is one"),
    ("on the whole draft", "!!map\na: 1\n", (1, 1), "“!!map” is one"),
    ("written in full", "a: !<tag:yaml.org,2002:str> 1\n", (1, 4), "“!<tag:yaml.org,2002:str>” is"),
    ("bare", "a: ! 1\n", (1, 4), "“!” is one"),
    ("meant as a text", "a: !important do it\n", (1, 4), "“!important” is one"),
    ("with an anchor before it", "a: &x !!int 1\n", (1, 4), "“!!int” is one"),
    ("on a key", "!!str a: 1\n", (1, 1), "“!!str” is one"),
]

DOCUMENTS = [
    ("second after a plan", "a: 1\n---\nb: 2\n", (2, 1), "A second YAML document begins here"),
    ("second after an end", "a: 1\n...\n---\nb: 1\n", (3, 1), "A second YAML document"),
    ("empty second", "a: 1\n---\n", (2, 1), "A second YAML document"),
    ("third", "---\na: 1\n---\nb: 1\n---\nc: 1\n", (3, 1), "A second YAML document"),
]

ALIASES = [
    ("never anchored", "a: *x\n", (1, 4), "No “&x” stands before this alias"),
    ("anchored later", "a: *x\nb: &x c\n", (1, 4), "No “&x” stands before this alias"),
    ("inside its own list", "a: &x [*x]\n", (1, 8), "“*x” stands inside what it repeats"),
    ("inside its own block", "a: &x\n  b: *x\n", (2, 6), "“*x” stands inside what it repeats"),
]

KEYS = [
    ("twice", "a: 1\na: 2\n", (2, 1), "“a” stands twice in one block"),
    ("twice in braces", "a: {x: 1, x: 2}\n", (1, 11), "“x” stands twice in one block"),
    ("twice, once in quotes", "a: 1\n'a': 2\n", (2, 1), "“a” stands twice"),
    ("twice, once as an escape", 'é: 1\n"\\u00e9": 2\n', (2, 1), "“é” stands twice"),
    ("twice, once with a mark", "a: 1\n? a\n: 2\n", (2, 3), "“a” stands twice"),
    ("twice in an item of a list", "- a: 1\n  a: 2\n", (2, 3), "“a” stands twice"),
    ("twice behind a byte-order mark", "\ufeffa: 1\na: 2\n", (2, 1), "“a” stands twice"),
    ("quoted merge key twice", '"<<": 1\n"<<": 2\n', (2, 1), "“<<” stands twice"),
]

MERGES = [
    ("of an alias", "a: &x {b: 1}\nc:\n  <<: *x\n", (3, 3), "no merge keys"),
    ("of a block", "<<: {a: 1}\n", (1, 1), "no merge keys"),
    ("in braces", "a: {<<: {b: 1}}\n", (1, 5), "no merge keys"),
]

CONTROLS = [
    ("bell", "a: x\x07y\n", (1, 5), "U+0007"),
    ("null", "a: x\x00\n", (1, 5), "U+0000"),
    ("escape sequence", "a: \x1b[31mred\n", (1, 4), "U+001B"),
    ("delete", "a: \x7f\n", (1, 4), "U+007F"),
    ("next line", "a: x\x85y\n", (1, 5), "U+0085"),
    ("line separator", "a: x\u2028y\n", (1, 5), "U+2028"),
    ("byte-order mark inside", "a: 1\nb: x\ufeff\n", (2, 5), "U+FEFF"),
    ("lone surrogate", "a: \ud800\n", (1, 4), "U+D800"),
    ("no character", "a: \uffff\n", (1, 4), "U+FFFF"),
    ("in a comment", "a: 1\n# \x08\n", (2, 3), "U+0008"),
    ("after an emoji", "a: 😀\x07\n", (1, 5), "U+0007"),
    ("as an escape", 'a: "x\\ay"\n', (1, 6), "U+0007"),
    ("as an escape in a key", '"\\0": x\n', (1, 2), "U+0000"),
]

BIDI = [
    ("override", "a: x\u202ey\n", (1, 5), "U+202E"),
    ("embedding", "a: x\u202by\n", (1, 5), "U+202B"),
    ("override in a comment", "# \u202e\na: 1\n", (1, 3), "U+202E"),
    ("override as an escape", 'a: "x \\u202e"\n', (1, 7), "U+202E"),
    ("isolate that stays open", "a: x\u2067y\n", (1, 5), "isolate U+2067 is not closed"),
    ("isolate that was never open", "a: x\u2069y\n", (1, 5), "isolate U+2069 is not opened"),
    ("isolates in the wrong order", "a: \u2069\u2067\n", (1, 4), "U+2069 is not opened"),
    ("isolate as an escape", 'a: "x\\u2067x"\n', (1, 6), "U+2067 is not closed"),
    ("isolate over two paragraphs", "a: |\n  \u2067x\n  y\u2069\n", (2, 3), "not closed"),
    ("isolate of a second paragraph", "a: >\n  x\n\n  y\u2066\n", (4, 4), "not closed"),
]

CONFLICTS = [
    (
        "of two keys",
        "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n",
        (1, 1),
        "“a: 1” or “a: 2”",
    ),
    (
        "with its base",
        "a: 0\n<<<<<<< o\nb: 1\n||||||| b\nb: 0\n=======\nb: 2\n>>>>>>> t\n",
        (2, 1),
        "“b: 1” or “b: 2”",
    ),
    (
        "inside a block of text",
        "a: |\n<<<<<<< HEAD\n  one\n=======\n  two\n>>>>>>> x\n",
        (2, 1),
        "“one” or “two”",
    ),
    (
        "inside quotes",
        'a: "\n<<<<<<< HEAD\n  one\n=======\n  two\n>>>>>>> x\n  "\n',
        (2, 1),
        "“one” or “two”",
    ),
    (
        "with CRLF",
        "a: 1\r\n<<<<<<< HEAD\r\nb: 1\r\n=======\r\nb: 2\r\n>>>>>>> x\r\n",
        (2, 1),
        "“b: 1” or “b: 2”",
    ),
    (
        "one side empty",
        "<<<<<<< HEAD\n=======\na: 2\n>>>>>>> x\n",
        (1, 1),
        "nothing or “a: 2”",
    ),
    (
        "longer marks",
        "<<<<<<<< HEAD\na: 1\n========\na: 2\n>>>>>>>> x\n",
        (1, 1),
        "“a: 1” or “a: 2”",
    ),
    (
        "behind a byte-order mark",
        "\ufeff<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n",
        (1, 1),
        "“a: 1” or “a: 2”",
    ),
]

DEEP = [
    ("brackets", "a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH + "\n", (1, 103), "deeper than 100"),
    ("braces", "{a: " * 101 + "}" * 101 + "\n", (1, 401), "deeper than 100"),
    ("dashes", "- " * 101 + "x\n", (1, 201), "deeper than 100"),
]

BOMB = "a: &a [1,2,3,4,5,6,7,8,9]\n" + "".join(
    f"{this}: &{this} [{','.join([f'*{last}'] * 9)}]\n"
    for last, this in zip("abcdefgh", "bcdefghi", strict=True)
)

GROWTH = [
    ("nested nine times", BOMB, (9, 8), "more than 10 times as large as it is written"),
    (
        "one long text block, many times",
        "a: &a [" + "x," * 100 + "]\nb: [" + "*a," * 40 + "]\n",
        (2, 5),
        "more than 10 times",
    ),
]

TABLE = {
    "tab-indentation": TABS,
    "yaml-syntax": SYNTAX,
    "yaml-tag": TAGS,
    "several-documents": DOCUMENTS,
    "undefined-alias": ALIASES,
    "duplicate-key": KEYS,
    "merge-key": MERGES,
    "control-character": CONTROLS,
    "bidi-override": BIDI,
    "conflict-markers": CONFLICTS,
    "nested-too-deep": DEEP,
    "alias-growth": GROWTH,
}


@each_parser
@pytest.mark.parametrize(
    ("kind", "text", "place", "says"),
    [
        pytest.param(kind, text, place, says, id=f"{kind}: {called}")
        for kind, rows in TABLE.items()
        for called, text, place, says in rows
    ],
)
def test_a_fault_has_its_kind_its_place_and_its_words(
    kind: str, text: str, place: tuple[int, int], says: str, pure: bool
) -> None:
    """It is the only one, and both parsers tell of it alike."""
    document = parse(text, pure=pure)
    assert told(document) == [(kind, *place)]
    assert says in document.faults[0].message
    assert document.faults[0].hint


SOUND = {
    "nothing": "",
    "a comment": "# to be written\n",
    "blank lines": "\n \n\n",
    "a bare start": "---\n",
    "a start and an end": "---\na: 1\n...\n",
    "a directive": "%YAML 1.2\n---\na: 1\n",
    "CRLF": "a: 1\r\nb:\r\n  - c\r\n",
    "CR alone": "a: 1\rb:\r  - c\r",
    "no line end": "a: 1",
    "a byte-order mark": "\ufeffa: 1\n",
    "a tab behind a colon": "a:\tb\nc: \td\n",
    "tabs inside brackets": "a: [\n\tb,\tc]\n",
    "a tab inside quotes": 'a: "b\tc"\n',
    "a colon without a space": "a: x:y\n",
    "a hash without a space": "a: x#y\n",
    "links in brackets": "a: [https://lacnic.net/?p=1, x]\nb: {c: http://x.org}\n",
    "codes and times in brackets": "a: [sdg:9.c, 12:30, x::y]\nb: {c:d, e: f:g}\n",
    "questions in brackets": "a: [Who pays?, ¿Quién?]\nb: {c?: d}\n",
    "private characters in brackets": 'a: [\ue000, x:\ue001, y?]\nb: "\ue000:z"\n',
    "an alias": "a: &x [1, 2]\nb: *x\nc: *x\n",
    "an anchor that moves on": "a: &x 1\nb: &x 2\nc: *x\n",
    "an anchored nothing": "a: &x\nb: *x\n",
    "a quoted merge key": "'<<': 1\n",
    "a merge key as a value": "a: <<\n",
    "equal keys in two blocks": "a: {x: 1}\nb: {x: 1}\n",
    "equal texts of two cases": "a: 1\nA: 2\n",
    "no-break space and accents": "a: São\u00a0Paulo, Ñuñoa, Curaçao\n",
    "emoji and CJK": "a: 😀 計画\nb: 2\n",
    "right-to-left marks": "a: x\u200fy\u200ez\u061c\n",
    "paired isolates": "a: x \u2067y \u2066z\u2069\u2069\n",
    "an isolate in a folded text": "a: >\n  \u2067x\n  y\u2069\n",
    "an isolate in a comment": "# \u2067\na: 1\n",
    "half a conflict in a text": "a: |\n  <<<<<<< HEAD\n  x\n",
    "an indented conflict in a text": "a: |\n  <<<<<<< a\n  x\n  =======\n  y\n  >>>>>>> b\n",
    "an underline in a text": "a: |\n\n  Goals\n  =======\n",
    "brackets, a hundred deep": "[" * MAX_DEPTH + "]" * MAX_DEPTH + "\n",
    "texts of every style": "a: |\n  x\n\n\nb: >-\n  y\n  z\nc: |+\n  x\n\nd: 'a''s'\ne: \"\\t\"\n",
    "empty values": "a:\nb:\n  -\n  - c:\n  -\nd: {e: , f}\n",
    "blocks as keys": "? [a]\n: b\n? {c: d}\n: e\n",
}

each_sound_text = pytest.mark.parametrize("text", SOUND.values(), ids=SOUND.keys())


@each_parser
@each_sound_text
def test_what_is_awkward_but_sound_has_no_fault(text: str, pure: bool) -> None:
    """And nothing of it is lost."""
    document = parse(text, pure=pure)
    assert told(document) == []
    assert unparse(document) == text


@each_sound_text
def test_both_parsers_build_the_same_tree(text: str) -> None:
    """A machine without the C parser reads the same draft, only slower."""
    fast, slow = parse(text), parse(text, pure=True)
    assert outline(fast.root) == outline(slow.root)


@each_parser
def test_all_faults_are_told_in_the_order_of_the_text(pure: bool) -> None:
    """One run of lacplan shows all that can be seen."""
    text = "b: \u202ex\na: *y\na: !t 1\nc:\n  <<: {d: 1}\n  e: 1\n  e: 2\n  e: 3\n---\nz: 1\n"
    assert told(parse(text, pure=pure)) == [
        ("bidi-override", 1, 4),
        ("undefined-alias", 2, 4),
        ("duplicate-key", 3, 1),
        ("yaml-tag", 3, 4),
        ("merge-key", 5, 3),
        ("duplicate-key", 7, 3),
        ("duplicate-key", 8, 3),
        ("several-documents", 9, 1),
    ]


@each_parser
def test_each_conflict_and_each_character_is_told(pure: bool) -> None:
    """They are found before a parser could stumble over the first."""
    conflict = "<<<<<<< o\nx: 1\n=======\nx: 2\n>>>>>>> t\n"
    found = told(parse(f"a: \x07\n{conflict}{conflict}b: \x07\n", pure=pure))
    assert sorted(found) == [
        ("conflict-markers", 2, 1),
        ("conflict-markers", 7, 1),
        ("control-character", 1, 4),
        ("control-character", 12, 4),
    ]


@each_parser
def test_a_duplicate_key_names_the_first_one(pure: bool) -> None:
    """Even the third does, since the first is what it is compared with."""
    document = parse("a: 1\nb: 2\na: 3\na: 4\n", pure=pure)
    related = [
        (document.position(span.start), what)
        for fault in document.faults
        for span, what in fault.related
    ]
    assert related == [((1, 1), "first here"), ((1, 1), "first here")]


@pytest.mark.parametrize("kind", ["yaml-syntax", "nested-too-deep", "alias-growth"])
def test_there_is_no_tree_past_a_fault_that_makes_it_worthless(kind: str) -> None:
    """Guesses about what follows would only hide the fault."""
    for _, text, _, _ in TABLE[kind]:
        assert parse(text).root is None


@pytest.mark.parametrize("kind", ["duplicate-key", "merge-key", "yaml-tag", "several-documents"])
def test_the_rest_is_read_past_a_fault_that_leaves_a_tree(kind: str) -> None:
    """So that all that is wrong with a plan is told at once."""
    for _, text, _, _ in TABLE[kind]:
        assert parse(text).root is not None


def test_a_binary_file_is_told_of_fifty_times_and_not_a_million() -> None:
    """Whoever opens it sees at once what it is."""
    assert told(parse("\x00" * 100_000)) == [("control-character", 1, at) for at in range(1, 51)]


def test_a_text_that_leaves_no_character_to_stand_in_is_refused_and_no_more() -> None:
    """Marks inside words in brackets are read through stand-ins, and a text can use up all."""
    everyone = "".join(map(chr, range(0xE000, 0xF900)))
    (fault,) = parse(f"a: [b:c]\nb: '{everyone}'\n").faults
    assert (fault.kind, fault.span.start) == ("yaml-syntax", 5)


@pytest.mark.parametrize("among", ["x" * 90, "ñ" * 90, "計" * 90, "😀" * 90, "a\tb\r\nc\n"])
def test_what_no_draft_may_hold_is_found_among_any_text(among: str) -> None:
    """Whatever most of the text consists of."""
    refused = "\0\b\x0b\x1f\x7f\x80\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800\udfff"
    for character in refused:
        faults = parse(f"a: {among}{character}{among}").faults
        assert [fault.kind for fault in faults] == ["control-character"]
        assert faults[0].span.start == len("a: ") + len(among)
    assert parse("# \u202a\u202e").faults[1].span.start == 3


def test_a_document_may_grow_tenfold_through_aliases_and_no_more() -> None:
    """The bound is on the whole document, so long lists may be repeated a few times."""
    base = "a: &a [" + ",".join("x" * 97) + "]\nb: ["
    most = 0
    while not parse(base + "*a," * (most + 1) + "]\n").faults:
        most += 1
    written = 1 + 2 + 1 + 97 + 1 + most  # the top, two keys, a list of 97, a list of aliases
    assert written + most * 97 <= MAX_GROWTH * written
    assert (written + 1) + (most + 1) * 97 > MAX_GROWTH * (written + 1)


@pytest.mark.parametrize(
    ("raw", "place", "says", "hint"),
    [
        pytest.param(b"a: \xe9\n", (1, 4), "Byte 0xE9", "Windows-1252, where this is “é”", id="é"),
        pytest.param("a: año\n".encode("cp850"), (1, 5), "0xA4", "850", id="DOS"),
        pytest.param("a: año también\n".encode("mac_roman"), (1, 5), "0x96", "Mac Roman", id="Mac"),
        pytest.param("é á ñ í\n".encode() + b"\xe9", (2, 1), "0xE9", "type this word", id="mixed"),
        pytest.param(b"PK\x03\x04\x99", (1, 5), "0x99", "ZIP archive", id="a Word file"),
        pytest.param(b"\xff\xf8\xb2", (1, 1), "0xFF", "No common encoding", id="no text"),
        pytest.param("a: años\n".encode("utf-16-le"), (1, 1), "zero", "UTF-16", id="UTF-16, bare"),
        pytest.param(
            "é: ñ\nb: ".encode() + b"\x93x\x94\n", (2, 4), "0x93", "Windows", id="after accents"
        ),
        pytest.param(b"\xff\xfea\x00", (1, 1), "0xFF", "UTF-16", id="UTF-16"),
        pytest.param(b"\xfe\xff\x00a", (1, 1), "0xFE", "UTF-16", id="UTF-16, big end first"),
        pytest.param(b"a: \xed\xa0\x80\n", (1, 4), "0xED", "UTF-8", id="a surrogate"),
        pytest.param(b"a: \xc0\xaf\n", (1, 4), "0xC0", "UTF-8", id="an overlong form"),
        pytest.param(b"a: 1\nb: \xc3", (2, 4), "0xC3", "UTF-8", id="half a character at the end"),
    ],
)
def test_what_is_not_utf_8_is_told_with_its_byte(
    raw: bytes, place: tuple[int, int], says: str, hint: str
) -> None:
    """The place is that of the first byte that does not fit, in characters."""
    document = parse_bytes(raw)
    assert told(document) == [("not-utf-8", *place)]
    assert says in document.faults[0].message
    assert hint in (document.faults[0].hint or "")
    assert document.root is None


def test_bytes_with_a_byte_order_mark_are_read_without_it() -> None:
    """Windows editors put it there; columns don't count it."""
    document = parse_bytes(b"\xef\xbb\xbfa: 1\na: 2\n")
    assert document.bom
    assert document.text == "a: 1\na: 2\n"
    assert told(document) == [("duplicate-key", 2, 1)]


def test_a_file_is_read_up_to_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte more, and it is not even decoded."""
    monkeypatch.setattr(module, "MAX_BYTES", 6)
    assert told(parse_bytes(b"a: \xc3\xa9\n")) == []
    document = parse_bytes(b"a: \xff12\n")
    assert told(document) == [("file-too-large", 1, 1)]
    assert document.faults[0].message == "The file has more than 6 bytes, the most that is read."
    assert (document.text, document.root) == ("", None)


def told(document: Document) -> list[tuple[str, int, int]]:
    """Return kind, line and column of each fault of *document*."""
    return [(fault.kind, *document.position(fault.span.start)) for fault in document.faults]


def outline(node: Node | None) -> object:
    """Return *node* and what lies under it as plain values, spans included."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        own: tuple[object, ...] = (node.value, node.style)
    elif isinstance(node, Alias):
        own = (node.name, node.target.start)
    else:
        own = (node.flow,)
    below = [outline(child) for child in children(node)]
    return (type(node).__name__, node.start, node.end, node.anchor, *own, below)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<<<<<<< a\nx: 1\n<<<<<<< b\nx: 2\n=======\nx: 3\n>>>>>>> b\n"
            "=======\nx: 4\n>>>>>>> a\n",
            [(1, "“x: 1 x: 2 x: 3” or “x: 4”"), (3, "“x: 2” or “x: 3”")],
        ),
        (
            "<<<<<<< ours\nx: 1\n||||||| base\n<<<<<<<<< one\nx: 5\n||||||||| root\nx: 0\n"
            "=========\nx: 6\n>>>>>>>>> two\n=======\nx: 2\n>>>>>>> theirs\n",
            [(1, "“x: 1” or “x: 2”"), (4, "“x: 5” or “x: 6”")],
        ),
        (
            "<<<<<<< a\nx: 1\n<<<<<<< b\nx: 2\n=======\nx: 3\n>>>>>>> b\n",
            [(1, "one end of a merge conflict"), (3, "“x: 2” or “x: 3”")],
        ),
    ],
    ids=["one merged again", "one of the bases", "one inside a half"],
)
def test_each_of_nested_conflicts_is_named(text: str, expected: list[tuple[int, str]]) -> None:
    document = parse(text)
    lines = [document.position(fault.span.start)[0] for fault in document.faults]
    assert lines == [line for line, _ in expected]
    for fault, (_, says) in zip(document.faults, expected, strict=True):
        assert says in fault.message


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: &x {b: 1}\nc:\n  <<: *x\n", [(1, 4)]),
        ("- &x {b: 1}\n- &y\n  c: 2\n- <<: [*x, *y]\n", [(1, 3), (3, 3)]),
        ("a: 1\na: 2\n", [(1, 1)]),
        ("# c\na: 1\n---\nb: 2\n", [(2, 1)]),
        ("---\n---\nb: 2\n", [(1, 4)]),
    ],
)
def test_what_takes_two_places_to_see_is_told_with_both(
    text: str, places: list[tuple[int, int]]
) -> None:
    document = parse(text)
    (fault,) = document.faults
    assert [document.position(span.start) for span, _ in fault.related] == places
