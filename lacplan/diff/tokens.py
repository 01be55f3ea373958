"""Where words and sentences begin and end, in any script."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import category

_LETTER, _MARK, _JOINER, _ALONE = "ª", "\u0301", "\u200d", "字"
"""What stands in a shape for a letter beyond ASCII, for what belongs to the letter before it, for
the joiner of two emoji, and for a letter that is a token of its own."""

_LIKE_ASCII = {
    "’": "'", "׳": "'", "״": "'", "·": "'",
    "‐": "-", "‑": "-", "−": "-", "־": "-",
    "٫": ".", "٬": ",", "٪": "%", "％": "%", "‰": "%",
}  # fmt: skip
"""Characters that work inside words and numbers as one of ASCII does."""

_UNSPACED = (
    ("\u0e00", "\u109f"),  # Thai, Lao, Tibetan, Myanmar
    ("\u1780", "\u17ff"),  # Khmer
    ("\u1950", "\u19ff"),  # Tai Le, New Tai Lue
    ("\u1a20", "\u1aaf"),  # Tai Tham
    ("\u1b00", "\u1b7f"),  # Balinese
    ("\u2e80", "\u312f"),  # Han's radicals and marks, kana, Bopomofo
    ("\u31a0", "\u31ff"),
    ("\u3400", "\ua4cf"),  # Han, Yi
    ("\ua980", "\ua9df"),  # Javanese
    ("\uaa60", "\uaadf"),  # Myanmar, Tai Viet
    ("\uf900", "\ufaff"),  # Han
    ("\uff66", "\uff9f"),  # kana of half width
    ("\U0001b000", "\U0001b16f"),
    ("\U00020000", "\U0003ffff"),
)
"""The blocks of scripts that put no space between words, such as Chinese, Japanese and Thai.

Source: Unicode Standard Annex 14, classes CJ, ID, NS and SA.
"""

_L = f"A-Za-z{_LETTER}"
_W = f"[0-9{_L}{_MARK}{_JOINER}]"
_URL = rf"[-0-9{_L}{_MARK}._~:/?\#@!$&'+,;=%]"
_BREAK = r"(?:[ ]+|[ ]*\n[ ]*)"

_TOKEN = re.compile(
    rf"""
      [ \n]+
    | (?:[A-Za-z][A-Za-z0-9+.-]{{1,15}}://|www\.|mailto:)
      (?:\({_URL}*\)|{_URL})+(?<![.:?!',;])
    | [0-9{_L}._+-]{{1,64}}@[0-9{_L}-]+(?:\.[0-9{_L}-]+)+
    | (?:[{_L}]{{1,2}}\.){{2,}}(?!{_W})                            # e.g., EE.UU.
    | (?:(?:(?<![0-9{_L}%$)])[-+–])?\$?\.?(?=[0-9]))?              # -, US$ and the like before
      (?: [0-9]{{4}}-(?:0[1-9]|1[0-2])(?:-[0-9]{{2}})?(?!{_W})     # 2014-08-31
        | [0-9]{{1,3}}(?:{_BREAK}[0-9]{{3}})+(?!{_W})              # 1 000 000
        | {_W}+
      )
      (?:(?: [-_'][{_L}] | ['_.$][0-9] | (?<![0-9])-[0-9]          # l’État, 1'000, A.4, COVID-19
        | (?<=[0-9])[,:/][0-9] | (?<=[a-z0-9])\.[a-z][a-z] ){_W}*  # 10:30, icann.org
      )*
      (?:(?<=[0-9])[%$]+)?
    | {_ALONE}[{_MARK}{_JOINER}]*
    | .[{_MARK}{_JOINER}]*(?:(?<={_JOINER})[^ \n0-9{_L}{_ALONE}][{_MARK}{_JOINER}]*)*
    """,
    re.VERBOSE | re.DOTALL,
)
"""What a token looks like in a shape: white space, link, mail address, abbreviation, number, word,
letter of an unspaced script, anything else."""

_ENDS = frozenset(".!?…。！？｡؟۔।።։")
_WIDE_ENDS = frozenset("。！？｡")
_CLOSERS = frozenset("\"'”’»›)]}*_」』）】》〉")
_BULLETS = frozenset("-*+•‣–—·")

_TITLES = """
    sr sra srta sres sras dr dra drs prof profa mr mrs ms st sto sta ste mme mlle me lic ing arq abg
    gral cnel exc excmo excma hon rev gen col sen gob pte pdte av avda cf vs viz ej ex approx aprox
    env ca resp incl excl eds
"""
_REFERENCES = """
    art arts artt no nos núm num nro n nº pág págs pag pags p pp fig figs vol vols cap caps sec
    secs sect par párr inc incs ch chap tel tél ext lit let disp res obj proj rev ann anx apdo apto
"""
_BEFORE_ANYTHING = frozenset(_TITLES.split())
_BEFORE_NUMBER = frozenset(_REFERENCES.split())
"""Abbreviations after which a full stop ends no sentence: ever, or where a number follows."""


@lru_cache(maxsize=16)  # a change is weighed and told, in several looks at both its texts
def tokens(text: str) -> tuple[str, ...]:
    """Split *text* into words, numbers, links, runs of white space, and single other characters.

    Put together again, they are *text*. In scripts without spaces each letter is a token.
    """
    shape = text.translate(_shapes)
    if shape == text:
        return tuple(_TOKEN.findall(text))
    return tuple(text[match.start() : match.end()] for match in _TOKEN.finditer(shape))


def sentences(text: str) -> list[str]:
    """Split *text* into sentences, each with the white space after it.

    Put together again, they are *text*. A blank line ends a sentence, and so does a line before
    a list item.
    """
    parts = tokens(text)
    ends = [*sentence_ends(parts)]
    return ["".join(parts[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def sentence_ends(parts: Sequence[str]) -> Iterator[int]:
    """Yield, for each sentence of the tokens *parts*, the index after its last token."""
    start = index = 0
    while index < len(parts):
        part = parts[index]
        index += 1
        if part == " " or part.isalnum():
            continue  # as most are
        if part[0] in _ENDS and not part[-1].isalnum():
            index = _after(parts, index)
            ended = _is_end(parts, start, index, part)
        elif part.isspace():
            ended = is_paragraph_break(part) or ("\n" in part and _is_item(parts, index))
        else:
            ended = False
        if ended:
            index += index < len(parts) and parts[index].isspace()
            yield index
            start = index
    if start < len(parts):
        yield len(parts)


def is_paragraph_break(token: str) -> bool:
    """Tell whether *token* is white space with a blank line in it."""
    return "\n" in token and token.count("\n") > 1 and token.isspace()


def is_word(token: str) -> bool:
    """Tell whether *token* is a word, a number or a link, not white space or punctuation."""
    return token[0].isalnum() or any(map(str.isalnum, token))


def is_unspaced(token: str) -> bool:
    """Tell whether *token* is a letter of a script that puts no space between words."""
    return _shapes[ord(token[0])] == _ALONE


class _Shapes(dict[int, str]):
    """Maps a character to the one that stands for its kind in a shape; each is looked up once.

    White space is a space or a line feed there, and a digit or a letter of ASCII is itself.
    """

    def __missing__(self, code: int) -> str:
        self[code] = shape = _shape(chr(code))
        return shape


_shapes = _Shapes()


def _shape(character: str) -> str:
    if character == "\n" or character == _JOINER:
        return character
    if character.isspace():
        return " "
    if character.isascii():
        return character
    if character in _LIKE_ASCII:
        return _LIKE_ASCII[character]
    if "\U0001f1e6" <= character <= "\U0001f1ff":
        return _LETTER  # two of these are a flag
    if "\U0001f3fb" <= character <= "\U0001f3ff":
        return _MARK  # a tone of skin
    match category(character):
        case "Nd":
            return "0"
        case "Mn" | "Mc" | "Me" | "Cf":
            return _MARK
        case "Sc":
            return "$"
        case kind if kind[0] in "LN":
            unspaced = any(first <= character <= last for first, last in _UNSPACED)
            return _ALONE if unspaced else _LETTER
    return character


def _after(parts: Sequence[str], index: int) -> int:
    """Return where the marks end that close a sentence together with the one before *index*."""
    while index < len(parts):
        if parts[index][0] in _ENDS or parts[index][0] in _CLOSERS:
            index += 1
        elif parts[index].isspace() and [*parts[index + 1 : index + 2]] == ["»"]:
            index += 2
        else:
            break
    return index


def _is_end(parts: Sequence[str], start: int, index: int, mark: str) -> bool:
    """Tell whether the sentence from *start* ends before *index*, after its *mark*."""
    if index == len(parts) or mark[0] in _WIDE_ENDS:
        return True
    if not parts[index].isspace():
        return False
    if is_paragraph_break(parts[index]):
        return True
    following = next((part for part in parts[index + 1 : index + 6] if is_word(part)), "")
    if following[:1].islower():
        return False
    return mark[0] != "." or not _is_abbreviation(parts, start, index, following)


def _is_abbreviation(parts: Sequence[str], start: int, index: int, following: str) -> bool:
    """Tell whether the full stop right before *index* belongs to what it stands after.

    That is an abbreviation, an initial, or the number of a list item.
    """
    stop = index - 1
    if stop == start or parts[stop][0] != "." or not is_word(parts[stop - 1]):
        return False
    before = parts[stop - 1].lower()
    if before in _BEFORE_ANYTHING or (before in _BEFORE_NUMBER and following[:1].isdigit()):
        return True
    if len(before) == 1 and before.isalpha():
        return not is_unspaced(before)
    return (
        before.isdecimal() and stop - start < 4 and not any(map(is_word, parts[start : stop - 1]))
    )


def _is_item(parts: Sequence[str], index: int) -> bool:
    """Tell whether a list item begins at *index*."""
    marker = parts[index : index + 3]
    if len(marker) == 3 and marker[0].isdecimal():
        return marker[1] in (".", ")") and marker[2].isspace()
    return len(marker) > 1 and marker[0] in _BULLETS and marker[1].isspace()
