"""Characters that a draft may not hold, found before any parser sees the text."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lacplan.document.fault import Fault, Span
from lacplan.document.tree import Scalar

_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""What no YAML parser takes, and what libyaml and the pure parser do not agree on.

Source: YAML 1.1, production 1 ``c-printable``; U+0085, U+2028 and U+2029 are line breaks to the
one and text to the other.
"""

_OVERRIDE = re.compile("[\u202a-\u202e]")
_ISOLATE = re.compile("[\u2066-\u2069]")
"""Embeddings and overrides; isolates.

Source: Unicode Standard Annex 9, 2.1 to 2.5.
"""

_MOST = 50
"""How many faults of this kind a draft is shown at the most: a binary file has millions."""


def decode(raw: bytes) -> tuple[str, Fault | None]:
    """Return *raw* as text, and the fault where it is not UTF-8.

    With a fault, the text is *raw* with stand-ins for what could not be read.
    """
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        fault = Fault(
            kind="not-utf-8",
            span=Span(len(before), len(before) + 1),
            message=f"Byte 0x{raw[error.start]:02X} here is not UTF-8.",
            hint=_encoding_hint(raw),
        )
        return raw.decode("utf-8", errors="replace"), fault


def is_storable(text: str) -> bool:
    """Tell whether *text* may stand in a draft as it is, without escapes."""
    return not _REFUSED.search(text) and not _OVERRIDE.search(text)


def character_faults(text: str) -> Iterator[Fault]:
    """Yield the faults of the characters that stand in *text* itself, not as escapes."""
    for match in islice(_REFUSED.finditer(text), _MOST):
        yield _refused(match.group(), Span(*match.span()))
    for match in islice(_OVERRIDE.finditer(text), _MOST):
        yield _override(match.group(), Span(*match.span()))


def value_faults(text: str, scalars: Iterable[Scalar]) -> Iterator[Fault]:
    """Yield the faults that show only in what *scalars* say once *text* is unfolded.

    These are characters written as escapes, and isolates that are not paired within a paragraph.
    """
    if "\\" not in text and not _ISOLATE.search(text):
        return
    for scalar in scalars:
        if not scalar.value.isprintable():
            fault = _value_fault(scalar.value, text, Span(scalar.start, scalar.end))
            if fault:
                yield fault


def _value_fault(value: str, text: str, span: Span) -> Fault | None:
    refused = _REFUSED.search(value)
    if refused and refused.group() not in text[span.start : span.end]:
        return _refused(refused.group(), span)
    override = _OVERRIDE.search(value)
    if override and override.group() not in text[span.start : span.end]:
        return _override(override.group(), span)
    if all(map(_balanced, value.splitlines())):
        return None
    return Fault(
        kind="bidi-override",
        span=span,
        message="A directional isolate in this text is not closed, or not opened.",
        hint="Pair it: U+2066, U+2067 or U+2068 before the words and U+2069 after them.",
    )


def _balanced(line: str) -> bool:
    depth = 0
    for match in _ISOLATE.finditer(line):
        depth += -1 if match.group() == "\u2069" else 1
        if depth < 0:
            return False
    return depth == 0


def _refused(character: str, span: Span) -> Fault:
    return Fault(
        kind="control-character",
        span=span,
        message=f"The character U+{ord(character):04X} has no place in a text.",
        hint="Delete it; it often comes along with text pasted from elsewhere.",
    )


def _override(character: str, span: Span) -> Fault:
    return Fault(
        kind="bidi-override",
        span=span,
        message=f"The character U+{ord(character):04X} can make a text read otherwise than it is "
        "stored.",
        hint="Delete it; RLM (U+200F), LRM (U+200E) and ALM (U+061C) do no harm.",
    )


def _encoding_hint(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "The file looks like UTF-16: save it as UTF-8."
    return "The file looks like Windows-1252 or Latin-1: save it as UTF-8."
