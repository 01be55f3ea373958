"""Mail addresses and telephone numbers in a text: what should not be committed by accident."""

import re
from collections.abc import Iterator

from lacplan.document.fault import Span

_HOST = re.compile(r"@[^\W_][\w-]*(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_BOX = re.compile(r"[\w.+-]*\w\Z")
_LONGEST_BOX = 64
"""Source: RFC 5321, 4.5.3.1.1."""

_ABROAD = re.compile(r"\+\d(?:[ ().-]{0,2}\d){7,14}(?!\d)")
"""As they are dialled from abroad: 8 to 15 digits. Source: ITU-T E.164, 6."""

_WITH_AREA = re.compile(r"\(\d{2,4}\) ?\d{3,5}[ .-]\d{3,5}(?!\d)")

_WORDS: tuple[str, ...] = (
    "tel",
    "Tel",
    "TEL",
    "elefon",
    "eléfon",
    "elephone",
    "phone",
    "Phone",
    "hatsApp",
    "hatsapp",
)
_WORDS += ("elular", "óvil", "fax", "Fax")
"""What stands before a number that is to be called, without a first letter that varies."""

_BEHIND = re.compile(r"[aeops]{0,2}[^\w\n]{1,4}(\d(?:[ ().-]{0,2}\d){6,14})(?!\d)")


_MAYBE = re.compile(r"[0-9][0-9 ().-]{6}")
"""What every text has that holds a number: most have none, and are passed over fast."""


def contacts(text: str) -> Iterator[Span]:
    """Yield where mail addresses and telephone numbers stand in *text*, kind by kind.

    A number counts where it is written for calling: with a plus, with an area code in brackets, or
    behind a word such as “tel.”. So years, amounts and addresses of the network are none.
    """
    if "@" in text:
        yield from _addresses(text)
    if _MAYBE.search(text):
        yield from _numbers(text)


def may_hold_contacts(text: str) -> bool:
    """Tell whether `contacts` need look through *text* at all."""
    return "@" in text or _MAYBE.search(text) is not None


def _addresses(text: str) -> Iterator[Span]:
    for host in _HOST.finditer(text):
        box = _BOX.search(text, max(0, host.start() - _LONGEST_BOX), host.start())
        if box:
            yield Span(_after_escape(text, box.start()), host.end())


def _after_escape(text: str, start: int) -> int:
    """Return *start* without the letter of an escaped line break (JSON) before an address."""
    escaped = start > 0 and text[start - 1] == "\\" and text[start] in "ntr"
    return start + escaped


def _numbers(text: str) -> Iterator[Span]:
    found: dict[int, int] = {}
    for pattern in (_ABROAD, _WITH_AREA):
        for number in pattern.finditer(text):
            found[number.start()] = number.end()
    for word in _WORDS:
        at = text.find(word)
        while at >= 0:
            behind = _BEHIND.match(text, at + len(word))
            if behind and not found.keys() & {behind.start(1), behind.start(1) - 1}:
                found[behind.start(1)] = behind.end(1)
            at = text.find(word, at + 1)
    for start in sorted(found):
        yield Span(start, found[start])
