"""Writing text as YAML scalars: a new one in the plainest style, others in the style they have."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise

from lacplan.document.characters import is_storable
from lacplan.document.line import depth, lines
from lacplan.document.marks import body_depth, header
from lacplan.document.tree import Scalar
from lacplan.errors import LacplanError

WIDTH = 88
"""The column up to which prose is wrapped where nothing says otherwise."""

_PLAIN = re.compile(r"(?:[^\W\d_]|[(¿¡“‘«])(?:[^\n\r\t#:]|(?<=\S)#|:(?=\S))*")
"""What is text to every reader without quotes: it begins with a letter, and no mark of YAML's
stands where it could be read as one. Narrower than YAML allows."""

_ENDS_IN_BRACKETS = re.compile(r"[,\[\]{}?]")
"""What ends a plain text inside brackets, to one reader or another."""

_MARK = re.compile(r"[-#?:,\[\]{}&*!|>'\"%@`]")
"""What no line of a plain text begins with, lest it be taken for something else."""

_ESCAPED = re.compile(r'["\\\n\r\t]')

_NOT_TEXT = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""Words that one or another YAML reader takes for something else than text."""

_NARROWEST = 40

_BREAK = re.compile(r"(?<=[^\s«]) (?=[^\s?!:;»%])")
"""Where a line of prose may be broken: YAML reads the break as the single space that it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a scalar stands. Columns count the characters before them."""

    column: int
    """Of its first character."""

    margin: int
    """Of the key or the dash that it belongs to; its other lines stand deeper."""

    newline: str = "\n"
    in_brackets: bool = False
    can_be_block: bool = True
    """Whether a block scalar may stand there."""


def fits_brackets(source: str) -> bool:
    """Tell whether the plain text *source* may stand in brackets as it is."""
    return not _ENDS_IN_BRACKETS.search(source)


def written(value: str, *, in_brackets: bool = False) -> str:
    """Return *value* on one line: plain where no reader could take it for anything else."""
    if _is_plain(value) and (not in_brackets or fits_brackets(value)):
        return value
    if ("\\" in value or '"' in value) and "'" not in value and _fits_quotes(value):
        return f"'{value}'"
    return quoted(value)


def quoted(value: str) -> str:
    """Return *value* in double quotes, on one line."""
    return f'"{_escaped(value)}"'


def prose(value: str, indent: int, width: int) -> list[str] | None:
    """Return *value* as the lines of a new folded block, or ``None`` where that can't hold it."""
    body = value.removesuffix("\n")
    if not body or not _fits_lines(body) or _has_edges(body):
        return None
    return [">" if value != body else ">-", *indented(folded(body, {}, width), indent)]


def restyled(old: Scalar, source: str, value: str, place: Place) -> str:
    """Return *value* in the style that *old* has, or in quotes where that style can't hold it.

    Paragraphs that *old* holds already keep the lines that they have there. What becomes of the
    line end after a block scalar's text is for its header to say, so *value* may come without.

    Args:
        old: The scalar whose place it takes.
        source: How *old* is written, without its anchor.
        value: The new text.
        place: Where *old* stands.
    """
    if old.style in ("|", ">"):
        return _as_block(old, source, value, place)
    line = _on_one_line(old.style, value, place)
    has_lines = len(lines(source)) > 1
    outgrows = not place.in_brackets and _outgrows(old, source, value, line, place)
    several = None
    if has_lines or (outgrows and old.style in ("'", '"')):
        several = _refolded(old, source, value, place)
    if several is None and outgrows and place.can_be_block:
        several = _as_prose(value, place)
    return several or line


def indented(body: Iterable[str], by: int) -> list[str]:
    """Return the lines of *body* with *by* spaces before each that is not empty."""
    return [" " * by + line if line else "" for line in body]


def _outgrows(old: Scalar, source: str, value: str, line: str, place: Place) -> bool:
    """Tell whether *value* wants more than *line*, unless *old* did, too, and did without."""
    did_without = len(lines(source)) == 1
    if "\n" in value.rstrip("\n"):
        return not (did_without and "\n" in old.value)
    room = WIDTH - place.column
    return len(line) > room and not (did_without and len(source) > room)


def _on_one_line(style: str, value: str, place: Place) -> str:
    if style == "'" and _fits_quotes(value):
        return "'" + value.replace("'", "''") + "'"
    if style in ("'", '"'):
        return quoted(value)
    return written(value, in_brackets=place.in_brackets)


def _as_prose(value: str, place: Place) -> str | None:
    indent = place.margin + 2
    found = prose(value, indent, WIDTH - indent)
    return place.newline.join(found) if found else None


def _as_block(old: Scalar, source: str, value: str, place: Place) -> str:
    top = header(source, 0)
    head, *body = lines(source)
    text = value.rstrip("\n")
    breaks = len(value) - len(text)
    indent = body_depth(body, old.value)
    if indent is None:
        indent = place.margin + int(top.digit or 2)
    digit = top.digit or _digit(text, indent - place.margin)
    chomping = _chomping(top.chomping, breaks)
    if digit is None or chomping is None or not text.strip() or not _fits_lines(text):
        return f"{quoted(value)} {top.comment}".rstrip()
    if (digit, chomping) != (top.digit, top.chomping):
        head = f"{old.style}{digit}{chomping} {top.comment}".rstrip()
    new = text.split("\n")
    if old.style == ">":
        known = _paragraphs(line[indent:] for line in body)
        new = folded(text, known, _width(body) - indent)
    # The line end after a block scalar is not part of its span, so one break less is written.
    new += [""] * (breaks - 1)
    return place.newline.join([head, *indented(new, indent)])


def _chomping(old: str, breaks: int) -> str | None:
    """Return what a header with *old* says for a text that ends in so many line ends."""
    if breaks == 1 and old == "-":
        return ""
    # Blank lines that follow would belong to a text that newly keeps them all.
    return old if breaks < 2 or old == "+" else None


def _digit(text: str, deeper: int) -> str | None:
    """Return the digit that a header needs for a text whose first line begins with space."""
    if text.lstrip("\n")[:1] not in (" ", "\t"):
        return ""
    return str(deeper) if 1 <= deeper <= 9 else None


def _refolded(old: Scalar, source: str, value: str, place: Place) -> str | None:
    """Return *value* over several lines, plain or in the quotes that *old* has."""
    quote = old.style
    if not value or _has_edges(value) or not _fits_lines(value):
        return None
    if quote == "" and not _is_plain(value.replace("\n", " ")):
        return None
    if quote == "" and place.in_brackets and not fits_brackets(value):
        return None
    first, *rest = lines(source)
    indent = next((depth(line) for line in rest if line.strip(" \t")), place.margin + 2)
    if indent <= place.margin:
        indent = place.margin + 2
    body = [line.strip(" \t") for line in lines(source[1:-1] if quote else source)]
    width = _width([" " * place.column + first, *rest])
    text = "\n".join(_in_quotes(quote, paragraph) for paragraph in value.split("\n"))
    known = _paragraphs(body)
    first, *rest = folded(text, known, width - indent, first=width - place.column)
    if quote == "" and any(map(_MARK.match, rest)):
        return None
    return quote + place.newline.join([first, *indented(rest, indent)]) + quote


def _in_quotes(quote: str, text: str) -> str:
    return {"'": text.replace("'", "''"), '"': _escaped(text)}.get(quote, text)


def _paragraphs(body: Iterable[str]) -> dict[str, list[str]]:
    """Return the paragraphs of a folded text, each with the lines that it is written in."""
    found: dict[str, list[str]] = {}
    for is_text, run in groupby(body, lambda line: line[:1] not in ("", " ", "\t")):
        if is_text:
            kept = list(run)
            found[" ".join(kept)] = kept
    return found


def folded(
    text: str, known: dict[str, list[str]], width: int, *, first: int | None = None
) -> list[str]:
    """Return the lines that fold into *text*.

    A line break between two lines of text is written as an empty line; one beside a line that
    begins with space is written as it is.

    Args:
        text: What to write; it ends in no line break.
        known: The paragraphs whose lines stay as they are.
        width: How many characters a line holds.
        first: How many the first line holds, where that differs.
    """
    found: list[str] = []
    breaks = 0
    joins = False  # whether the last line would run on into a line of text right after it
    for paragraph in text.split("\n"):
        if paragraph:
            is_text = paragraph[0] not in " \t"
            found += [""] * (breaks + (joins and is_text))
            room = width if found or first is None else first
            found += known.get(paragraph) or wrapped(paragraph, width, first=room)
            breaks, joins = 0, is_text
        else:
            breaks += 1
    return found


def wrapped(text: str, width: int, *, first: int) -> list[str]:
    """Return *text* in lines of at most *width* characters, broken at single spaces only.

    In French a space stands before some marks: no line begins with one, or ends in an open “«”.
    """
    found: list[str] = []
    line = ""
    room = first
    if text[0] in " \t":
        return [text]
    for word in _BREAK.split(text):
        if line and len(line) + 1 + len(word) > max(room, _NARROWEST // 2):
            found.append(line)
            line, room = word, width
        else:
            line = f"{line} {word}" if line else word
    return [*found, line]


def _width(body: list[str]) -> int:
    """Return the column up to which *body* is wrapped, as far as its lines tell."""
    if any(one.strip() and other.strip() for one, other in pairwise(body)):
        return max(_NARROWEST, *map(len, body))
    return WIDTH


def _is_plain(value: str) -> bool:
    return (
        _PLAIN.fullmatch(value) is not None
        and value == value.strip()
        and value.lower() not in _NOT_TEXT
        and is_storable(value)
    )


def _fits_quotes(value: str) -> bool:
    """Tell whether *value* may stand in single quotes, on one line."""
    return is_storable(value) and not re.search(r"[\n\r\t]", value)


def _fits_lines(value: str) -> bool:
    """Tell whether *value* may stand on lines of its own, without escapes."""
    return is_storable(value) and "\r" not in value


def _has_edges(value: str) -> bool:
    """Tell whether a line of *value* begins or ends with space, or *value* with a line break."""
    return value != value.strip("\n") or any(line != line.strip() for line in value.split("\n"))


def _escaped(text: str) -> str:
    is_plain = is_storable(text) and not _ESCAPED.search(text)
    return text if is_plain else "".join(map(_escape, text))


def _escape(character: str) -> str:
    match character:
        case '"' | "\\":
            return f"\\{character}"
        case "\n":
            return "\\n"
        case "\r":
            return "\\r"
        case "\t":
            return "\\t"
        case _:
            pass
    if is_storable(character):
        return character
    code = ord(character)
    if 0xD800 <= code < 0xE000:
        raise LacplanError(
            f"U+{code:04X} is half a character, and no draft can hold it.",
            hint="Write the text again; it has been broken on its way here.",
        )
    if code < 0x100:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
