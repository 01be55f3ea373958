"""When comments came: dates as spreadsheets write them, and whether they are late."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from lacplan.model.consultation import Consultation
from lacplan.vocab import headings

_SLASHED = re.compile(
    r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:,?[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?"
    r"(?: ?([ap])\.?\s?m\.?)?)?",
    re.IGNORECASE,
)
_WORDED = re.compile(
    r"(?:(\d{1,2})(?:er|\.|º)?\s+(?:de\s+)?([^\W\d]{3,})\.?|([^\W\d]{3,})\.?\s+(\d{1,2}),?)"
    r"\s+(?:del?\s+)?(\d{4})",
    re.IGNORECASE,
)
"""``5 de noviembre de 2026``, ``5 nov. 2026``, ``November 5, 2026``."""

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan ene jan",
            "feb fev",
            "mar",
            "apr abr avr",
            "may mai",
            "jun juin",
            "jul juil",
            "aug ago aou",
            "sep set",
            "oct out",
            "nov",
            "dec dic dez",
        ),
        1,
    )
    for word in words.split()
}
"""Each month by the first letters of its names in English, Spanish, Portuguese and French."""

_NOON = 12
_YEAR = 4


class Moments:
    """Reads the dates of one table.

    A date without an offset has that of the consultation's opening. ``3/4/2013`` is 3 April,
    unless a date of the same table can be read with the month first only, or all of them fall into
    the window with the month first and none with the day first.

    Args:
        consultation: Whose window tells what is late.
        written: All that the column says.
        otherwise: RFC 3339: when rows without a date came.
        now: RFC 3339: the present, where that is known.
    """

    def __init__(
        self,
        consultation: Consultation,
        written: Iterable[str],
        otherwise: str,
        now: str = "",
    ) -> None:
        self._opens = _aware(consultation.opens)
        self._end = _aware(consultation.end)
        self._offset = self._opens.tzinfo if self._opens else UTC
        self._otherwise = otherwise
        self._now = _aware(now)
        self.read = lru_cache(maxsize=4096)(self._read)
        self.placed = lru_cache(maxsize=4096)(self._placed)
        dates = [each for each in map(str.strip, written) if _SLASHED.fullmatch(each)]
        sure = _month_first(dates)
        self.month_first = self._fits(dates) if sure is None else sure

    def _read(self, said: str) -> datetime | None:
        """Return the moment that a cell names; ``None`` where it names none."""
        try:
            found = datetime.fromisoformat(said)
        except ValueError:
            other = self._slashed(said) or self._in_words(said)
            if other is None:
                return None
            found = other
        return found if found.tzinfo else found.replace(tzinfo=self._offset)

    def _fits(self, dates: list[str]) -> bool:
        """Tell whether *dates* make sense with the month first only: see above."""
        within = {}
        for self.month_first in (True, False):
            within[self.month_first] = [
                (moment := self._slashed(each)) is not None and not self._late(moment)
                for each in dates
            ]
        return bool(dates) and all(within[True]) and not any(within[False])

    def _slashed(self, said: str) -> datetime | None:
        match = _SLASHED.fullmatch(said)
        if match is None:
            return None
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        month, day = (first, second) if self.month_first else (second, first)
        if len(match[3]) < _YEAR:
            asked = self._opens.year if self._opens else 0
            year += asked // 100 * 100
            if abs(year - asked) > 1:  # then which of the three is the year?
                return None
        hour, minute, seconds = (int(match[at] or 0) for at in (4, 5, 6))
        if match[7]:
            hour = hour % _NOON + (_NOON if match[7].lower() == "p" else 0)
        return self._day(year, month, day, hour, minute, seconds)

    def _in_words(self, said: str) -> datetime | None:
        match = _WORDED.fullmatch(said.strip())
        if match is None:
            return None
        name = headings.plain(match[2] or match[3])
        month = _MONTHS.get(name[:4]) or _MONTHS.get(name[:3])
        if month is None:
            return None
        return self._day(int(match[5]), month, int(match[1] or match[4]))

    def _day(
        self, year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0
    ) -> datetime | None:
        try:
            return datetime(year, month, day, hour, minute, second, tzinfo=self._offset)
        except ValueError:
            return None

    def is_ahead(self, found: datetime) -> bool:
        """Tell whether *found* lies ahead of the present by more than a day: clocks differ."""
        return self._now is not None and found - self._now > timedelta(days=1)

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


def _month_first(dates: Iterable[str]) -> bool | None:
    """Tell whether *dates* have the month first; ``None`` where each can be read both ways.

    Where some can be read with the day first only, all are read so.
    """
    found = None
    for said in dates:
        match = _SLASHED.fullmatch(said)
        if match is None:
            continue
        if int(match[1]) > _NOON:
            return False
        if int(match[2]) > _NOON:
            found = True
    return found
