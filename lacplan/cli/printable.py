"""Text from outside, made safe to show: nothing in it may steer a terminal."""

import re

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, line separators, bidi overrides and isolates, and halves of surrogate pairs."""


def printable(text: str) -> str:
    """Return *text* with a visible stand-in for each character that would steer a terminal.

    One line stays one line: a line break is shown as ``␊`` and a tab as ``␉``. The marks that
    right-to-left writing needs (RLM, LRM, ALM) stay as they are.
    """
    return text if text.isprintable() else _STEERING.sub(_stand_in, text)


def _stand_in(steering: re.Match[str]) -> str:
    number = ord(steering[0])
    if number < 0x20:
        return chr(0x2400 + number)  # Unicode's own pictures of them
    return "␡" if number == 0x7F else f"⟨U+{number:04X}⟩"
