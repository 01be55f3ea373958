"""Characters that a draft may not hold, found before any parser sees the text."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lacplan.document.fault import Fault, Span
from lacplan.document.offsets import Offsets
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


_EVERYDAY = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
"""What of ASCII may stand anywhere."""


def is_storable(text: str) -> bool:
    """Tell whether *text* may stand in a draft as it is, without escapes."""
    return not _REFUSED.search(text) and not _OVERRIDE.search(text)


def character_faults(text: str) -> Iterator[Fault]:
    """Yield the faults of the characters that stand in *text* itself, not as escapes."""
    if is_storable(_unusual(text)):
        return
    for match in islice(_REFUSED.finditer(text), _MOST):
        yield _refused(match.group(), Span(*match.span()))
    for match in islice(_OVERRIDE.finditer(text), _MOST):
        yield _override(match.group(), Span(*match.span()))


def _unusual(text: str) -> str:
    """Return the characters of *text* that are not everyday ASCII; no pattern is as fast."""
    raw = text.encode("utf-8", "surrogatepass").translate(None, _EVERYDAY)
    return raw.decode("utf-8", "surrogatepass")


def value_faults(text: str, scalars: Iterable[Scalar]) -> Iterator[Fault]:
    """Yield the faults that show only in what *scalars* say once *text* is unfolded.

    These are characters written as escapes, and isolates that are not paired within a paragraph.
    """
    if "\\" not in text and not _ISOLATE.search(text):
        return
    for scalar in scalars:
        if not scalar.value.isprintable():
            fault = _value_fault(text, scalar)
            if fault:
                yield fault


def _value_fault(text: str, scalar: Scalar) -> Fault | None:
    source = text[scalar.start : scalar.end]
    for pattern, told in ((_REFUSED, _refused), (_OVERRIDE, _override)):
        found = pattern.search(scalar.value)
        if found and found.group() not in source:
            return told(found.group(), Offsets(text, scalar).span(*found.span()))
    alone = _unpaired(scalar.value)
    if alone is None:
        return None
    isolate = scalar.value[alone]
    lacks = "opened before" if isolate == "\u2069" else "closed before its line ends"
    return Fault(
        kind="bidi-override",
        span=Offsets(text, scalar).span(alone, alone + 1),
        message=f"The directional isolate U+{ord(isolate):04X} is not {lacks}.",
        hint="Pair it: U+2066, U+2067 or U+2068 before the words and U+2069 after them.",
    )


def _unpaired(value: str) -> int | None:
    """Return where the first isolate stands that its own line does not pair."""
    start = 0
    for line in value.splitlines(keepends=True):
        opened: list[int] = []
        for match in _ISOLATE.finditer(line):
            if match.group() != "\u2069":
                opened.append(start + match.start())
            elif opened:
                opened.pop()
            else:
                return start + match.start()
        if opened:
            return opened[0]
        start += len(line)
    return None


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
