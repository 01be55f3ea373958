"""Dates as plans write them: a year, a month or a day."""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple, Self


class PartialDate(NamedTuple):
    """A date as precise as it was written: ``2014``, ``2014-08`` or ``2014-08-31``.

    Source: the reduced precision calendar dates of ISO 8601-1:2019, 5.2.2.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    @lru_cache(maxsize=4096)  # a plan names few dates, and names them often
    def parse(cls, text: str) -> Self:
        """Return the date that *text* spells.

        Raises:
            ValueError: *text* has another form, or names a day that no calendar has.
        """
        parts = text.split("-")
        widths = [4, 2, 2][: len(parts)]
        if len(parts) > 3 or not text.isascii() or not all(map(str.isdigit, parts)):
            raise ValueError(text)
        if [len(part) for part in parts] != widths:
            raise ValueError(text)
        found = cls(*map(int, parts))
        if 0 in (found.month, found.day):
            raise ValueError(text)
        date(found.year, found.month or 1, found.day or 1)  # refuses month 13 and 30 February
        return found

    def __str__(self) -> str:
        rest = "".join(f"-{part:02}" for part in (self.month, self.day) if part is not None)
        return f"{self.year:04}{rest}"

    @property
    def first(self) -> date:
        """The first day of what the date names."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day of what the date names: an end in ``2014-08`` is 31 August."""
        if self.day is not None:
            return self.first
        month = self.month or 12
        if (self.year, month) == (9999, 12):
            return date.max
        return date(self.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
