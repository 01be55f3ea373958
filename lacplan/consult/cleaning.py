"""What is taken out of people's texts before they are kept, and counted."""

import re
from collections import Counter
from unicodedata import is_normalized, normalize

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""As in drafts: see `lacplan.document.characters`."""

_OVERRIDE = re.compile("[\u202a-\u202e]")
_ISOLATE = re.compile("[\u2066-\u2069]")
_MAYBE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Any of them, and carriage returns."""


class Cleaner:
    """Cleans texts, one after the other, and counts what it took out of how many.

    Line ends become LF and letters are composed (NFC), which is not counted. HTML is text and
    stays.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def __call__(self, text: str) -> str:
        """Return *text* without what has no place in a text, and without white space around it."""
        if _MAYBE.search(text):
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            text = self._without(_CONTROL, text, "control characters")
            text = self._without(_OVERRIDE, text, "bidi overrides")
            if text.count("\u2069") != len(_ISOLATE.findall(text)) / 2:
                text = self._without(_ISOLATE, text, "unpaired isolates")
        if not is_normalized("NFC", text):
            text = normalize("NFC", text)
        return text.strip()

    def _without(self, pattern: re.Pattern[str], text: str, name: str) -> str:
        left, count = pattern.subn("", text)
        if count:
            self.counts[name] += 1
        return left
