"""One-line texts: what a renderer of CommonMark makes of them is what was written."""

import re

import pytest
from markdown_it import MarkdownIt

from lacplan.render import escape

COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])

HOSTILE = [
    "# heading",
    "## C# ##",
    "- item",
    "-",
    "---",
    "- - -",
    "***",
    "* * *",
    "___",
    "+ item",
    "1. item",
    "12) item",
    "> quote",
    "===",
    "=",
    ":--",
    "```python",
    "~~~",
    "~~struck~~",
    "*emphasis* **strong** _emphasis_ __strong__",
    "snake_case and _private",
    "`code`",
    "<b>bold</b> <!-- comment --> <script>alert(1)</script>",
    "<https://example.org>",
    "&amp; &copy; &#35; &",
    "[link](javascript:alert(1))",
    "[link](https://example.org)",
    "![image](https://example.org/a.png)",
    "[reference][id]",
    "[id]: https://example.org",
    "[^1]",
    "a | b | c",
    "| --- |",
    "\\| \\* \\",
    "100 $ and 200 $",
    "wow!",
    "2014. was a year",
    "-5",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "around", ["{}", "# {}", "- {}", "| {} |\n| --- |", "[{}](#id)", "**x** · {}"]
)
def test_a_literal_reads_as_it_was_written(text: str, around: str) -> None:
    """At the head of a line, in a heading, in a list, in a cell, in a link, after other text."""
    page = around.replace("{}", escape.literal(text))
    read = "".join(
        token.content
        for block in COMMONMARK.parse(page)
        for token in block.children or ()
        if token.type == "text"
    )
    assert read == around.strip("# -|\n[](id)").replace("**", "").replace("{}", text)


@pytest.mark.parametrize(
    "text", ["Año 2014", "ccTLD & gTLD", "a_b_c", "1.5 (b), “c”: d; e’f/g", "-5"]
)
def test_plain_text_is_left_readable(text: str) -> None:
    """The source of a page is read too, and diffed."""
    assert escape.literal(text) == text.replace("&", "&amp;")


def test_a_literal_is_one_line() -> None:
    """Whatever breaks a line elsewhere is a space here."""
    assert escape.literal(" a\r\n b\t\u2028c\x0bd\x85") == "a b c d"


@pytest.mark.parametrize(
    ("character", "shown"),
    [("\x00", "⟨U+0000⟩"), ("\x1b", "⟨U+001B⟩"), ("\u202e", "⟨U+202E⟩"), ("\ud800", "⟨U+D800⟩")],
)
def test_a_character_that_steers_is_shown(character: str, shown: str) -> None:
    """Nothing in a page reverses its text or stops it from being encoded."""
    assert escape.literal(f"a{character}b") == f"a{shown}b"


@pytest.mark.parametrize("mark", ["\u200f", "\u200e", "\u061c", "\u200d"])
def test_a_mark_that_writing_needs_is_kept(mark: str) -> None:
    """Right-to-left marks, and the joiner of Persian and of emoji."""
    assert escape.literal(f"a{mark}b") == f"a{mark}b"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "VBScript:x",
        "file:///etc",
        "//x.org",
        "https:// x",
    ],
)
def test_what_is_no_web_address_is_never_a_link(url: str) -> None:
    """It is shown as text."""
    assert escape.source(url) == escape.literal(url)
    assert escape.to_web("X", url) == escape.literal(f"X ({url})")


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.org/a_b?c=1&d=2#e", "https://example.org/a_b?c=1&amp;d=2#e"),
        ("https://example.org/a(b)", "https://example.org/a%28b%29"),
        ('https://example.org/`|\\^{}[]"', "https://example.org/%60%7C%5C%5E%7B%7D%5B%5D%22"),
        ("https://example.org/ñ/\u202e", "https://example.org/ñ/%E2%80%AE"),
        ("HTTPS://example.org", "HTTPS://example.org"),
    ],
)
def test_an_address_can_not_close_its_link(url: str, target: str) -> None:
    """What would end the link is percent-encoded."""
    assert escape.to_web("X", url) == f"[X]({target})"


def test_a_source_on_the_web_is_a_link_in_any_renderer() -> None:
    """Not only where bare addresses are found and linked."""
    assert escape.source(" https://example.org/a_b ") == "<https://example.org/a_b>"


@pytest.mark.parametrize("text", ["a", "`", "``", "a`b``c", "`a", "a|b", "<b>&amp;", "*a*", "```"])
def test_code_reads_as_it_was_written(text: str) -> None:
    """However many backticks are in it."""
    (paragraph,) = [each for each in COMMONMARK.parse(escape.code(text)) if each.children]
    assert [(each.type, each.content) for each in paragraph.children or ()] == [
        ("code_inline", text)
    ]


def test_no_literal_holds_a_pipe() -> None:
    """So a text can't end its cell, even for a reader that knows no backslash."""
    assert not re.search(r"\|", escape.literal("a|b\\|c"))
