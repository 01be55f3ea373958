"""How a text is written in the canonical layout: on one line, or as a block of lines."""

import re

from lacplan.diff.tokens import sentences
from lacplan.document.characters import is_storable
from lacplan.document.marks import content_start
from lacplan.document.scalars import WIDTH, folded, indented, quoted, wrapped, written
from lacplan.document.tree import Scalar
from lacplan.edit.shape import Shape
from lacplan.model.types import Date, FormatVersion, Number

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")

_NARROWEST = 40
"""How many characters a line of prose holds at the least, however deep it stands."""

_OWN_LINES = re.compile(r"^[ \t]|[ \t]$|^(?:[-*+]|[0-9]{1,9}[.)]) ", re.MULTILINE)
"""Lines that mean something as they stand: list items, indented ones, and hard line breaks."""

_SENTENCE_END = re.compile(r"[.!?…؟۔։।]\W* ")
"""What every break between two sentences of one line holds; much faster to find."""


def on_one_line(scalar: Scalar, text: str, shape: Shape, *, in_brackets: bool = False) -> str:
    """Return *scalar*, which stands in *text*, on one line and without its anchor."""
    value = scalar.value
    if scalar.is_null:
        return value
    if shape.type is None:
        source = text[content_start(text, scalar) : scalar.end]
        is_line = "\n" not in source and scalar.style not in ("|", ">")
        return source if is_line else _text(value, in_brackets=in_brackets)
    if isinstance(shape.type, Number | FormatVersion):
        return value if scalar.style == "" else quoted(value)
    if isinstance(shape.type, Date) and _DATE.fullmatch(value):
        return value
    return _text(value, in_brackets=in_brackets)


def on_lines(scalar: Scalar, text: str, shape: Shape, *, column: int, before: int) -> list[str]:
    """Return *scalar* as it follows its key or dash: on that line, and on more where it needs them.

    Args:
        scalar: The text, without its anchor.
        text: The document's text, in which it stands.
        shape: What is expected there.
        column: Where its key or dash stands.
        before: How many characters stand before it on that key's line.
    """
    value = scalar.value
    width = max(WIDTH - column - 2, _NARROWEST)
    if scalar.style in ("|", ">"):
        return _block(scalar.style, value, width) or [on_one_line(scalar, text, shape)]
    line = on_one_line(scalar, text, shape)
    fits = "\n" not in value and before + 1 + len(line) <= WIDTH
    is_one_piece = "\n" not in value and not re.search(r"\S \S", value)
    if fits or is_one_piece or _is_kept(scalar, text, shape):
        return [line]
    style = "|" if value != value.strip("\n") or _OWN_LINES.search(value) else ">"
    return _block(style, value, width) or [line]


def _is_kept(scalar: Scalar, text: str, shape: Shape) -> bool:
    """Tell whether *scalar* stays on one line, however long, since nothing is known of it."""
    return shape.type is None and "\n" not in text[scalar.start : scalar.end]


def _text(value: str, *, in_brackets: bool) -> str:
    if in_brackets and ":" in value:  # libyaml's readers refuse it there without quotes
        return quoted(value)
    return written(value, in_brackets=in_brackets)


def _block(style: str, value: str, width: int) -> list[str] | None:
    """Return header and lines of a block scalar, or ``None`` where none can hold *value*."""
    body = value.rstrip("\n")
    if not body.strip() or not is_storable(value) or "\r" in value:
        return None
    breaks = len(value) - len(body)
    chomping = ("-", "", "+")[min(breaks, 2)]
    digit = "2" if body.lstrip("\n")[0] in " \t" else ""
    lines = body.split("\n")
    if style == ">":
        known = {each: by_sentence(each, width) for each in lines if each}
        lines = folded(body, known, width)
    return [f"{style}{digit}{chomping}", *indented([*lines, *[""] * (breaks - 1)], 2)]


def by_sentence(paragraph: str, width: int) -> list[str]:
    """Return *paragraph* with a line for each sentence, and more for one that is too long.

    So a change in one sentence touches the lines of that sentence alone. Lines are broken only
    where a single space stood, since that is what YAML makes of the break: text without spaces,
    such as Chinese, stays on one line.
    """
    if paragraph[0] in " \t":
        return [paragraph]
    lines: list[str] = []
    for sentence in _joined(paragraph):
        lines += wrapped(sentence, width, first=width)
    return lines


def _joined(paragraph: str) -> list[str]:
    """Return the sentences of *paragraph*, those in one piece that no single space parts."""
    if not _SENTENCE_END.search(paragraph):
        return [paragraph]
    pieces: list[str] = [""]
    for sentence in sentences(paragraph):
        before = pieces[-1]
        if before.endswith(" ") and before[-2:-1].strip() and not sentence[0].isspace():
            pieces[-1] = before[:-1]
            pieces.append(sentence)
        else:
            pieces[-1] += sentence
    return pieces
