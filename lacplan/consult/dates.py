"""When comments came: dates as spreadsheets write them, and whether they are late."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache

from lacplan.model.consultation import Consultation

_SLASHED = re.compile(
    r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,?[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?"
    r"(?: ?([ap])\.?\s?m\.?)?)?",
    re.IGNORECASE,
)
_NOON = 12


class Moments:
    """Reads the dates of one table.

    A date without an offset has that of the consultation's opening. ``3/4/2013`` is 3 April,
    unless a date of the same table can be read with the month first only.

    Args:
        consultation: Whose window tells what is late.
        written: All that the column says.
        otherwise: RFC 3339: when rows without a date came.
    """

    def __init__(self, consultation: Consultation, written: Iterable[str], otherwise: str) -> None:
        self._opens = _aware(consultation.opens)
        self._end = _aware(consultation.end)
        self._offset = self._opens.tzinfo if self._opens else UTC
        self._otherwise = otherwise
        self.month_first = _month_first(written)
        self.read = lru_cache(maxsize=4096)(self._read)
        self.placed = lru_cache(maxsize=4096)(self._placed)

    def _read(self, said: str) -> datetime | None:
        """Return the moment that a cell names; ``None`` where it names none."""
        try:
            found = datetime.fromisoformat(said)
        except ValueError:
            slashed = self._slashed(said)
            if slashed is None:
                return None
            found = slashed
        return found if found.tzinfo else found.replace(tzinfo=self._offset)

    def _slashed(self, said: str) -> datetime | None:
        match = _SLASHED.fullmatch(said)
        if match is None:
            return None
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        month, day = (first, second) if self.month_first else (second, first)
        hour, minute, seconds = (int(match[at] or 0) for at in (4, 5, 6))
        if match[7]:
            hour = hour % _NOON + (_NOON if match[7].lower() == "p" else 0)
        try:
            return datetime(year, month, day, hour, minute, seconds, tzinfo=self._offset)
        except ValueError:
            return None

    def _placed(self, found: datetime | None) -> tuple[str, bool]:
        """Return when a comment came, RFC 3339, and whether that is outside the window."""
        if found is None:
            return self._otherwise, self._late(_aware(self._otherwise))
        return found.isoformat(), self._late(found)

    def is_late(self, received: str) -> bool:
        """Tell whether a comment *received* (RFC 3339) came outside the window."""
        return self._late(_aware(received))

    def _late(self, moment: datetime | None) -> bool:
        if moment is None:
            return False
        before = self._opens is not None and moment < self._opens
        return before or (self._end is not None and moment > self._end)


def _aware(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _month_first(written: Iterable[str]) -> bool:
    """Tell whether some date can be read with the month first, and none with the day first only."""
    found = False
    for said in written:
        match = _SLASHED.fullmatch(said.strip())
        if match is None:
            continue
        if int(match[1]) > _NOON:
            return False
        found = found or int(match[2]) > _NOON
    return found
