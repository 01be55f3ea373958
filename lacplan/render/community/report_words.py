"""What the report of a consultation says in its own voice, in four languages."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from lacplan.consult.report import Counts, Tally
from lacplan.model.date import PartialDate
from lacplan.render import catalogue
from lacplan.render.community import words as community
from lacplan.render.community.report_catalogue import COUNTS, SAID
from lacplan.render.community.words import Words as CommunityWords

_SHORT = 1000
"""A smaller number reads the same in every language."""

_SAME = {"open": "is open", "withdrawn": "is withdrawn", "unanswered": "is unanswered"}
"""The dispositions whose words mean something else on the page, too."""


class Words:
    """What one report says in its own voice.

    Args:
        tag: BCP 47: the language of the plan.
    """

    def __init__(self, tag: str) -> None:
        self.page = catalogue.of(tag)
        self.community: CommunityWords = community.of(tag)

    def __getitem__(self, key: str) -> str:
        return SAID[key][self.page.column]

    def label(self, key: str) -> str:
        """Return the word that stands before something, with its colon."""
        return f"{self[key]}{self.page.colon}"

    def number(self, number: int) -> str:
        """Return a number with the marks of the language."""
        return str(number) if number < _SHORT else self.page.number(Decimal(number))

    def count(self, what: str, number: int) -> str:
        """Return such as “3 comments”."""
        one, several = COUNTS[what][self.page.column]
        return (one if number == 1 else several).format(self.number(number))

    def tally(self, tally: Tally) -> str:
        """Return such as “41 comments, 38 submissions, 35 different texts”."""
        return ", ".join(
            self.count(what, number) for what, number in zip(Tally._fields, tally, strict=True)
        )

    def counts(self, counts: Counts, name: Callable[[str], str]) -> str:
        """Return each of *counts* by its *name*: “accepted 3; noted 1”."""
        return "; ".join(f"{name(value)} {self.number(number)}" for value, number in counts)

    def moment(self, said: str) -> str:
        """Return the RFC 3339 moment *said* as a day, a time and its offset."""
        try:
            found = datetime.fromisoformat(said)
        except ValueError:
            return said
        day = self.page.date(PartialDate(found.year, found.month, found.day))
        offset = found.strftime("%z")
        return f"{day}, {found:%H:%M} (UTC{offset[:3]}:{offset[3:5]})" if offset else day

    def disposition(self, word: str) -> str:
        """Return what became of an issue or a comment."""
        return self[_SAME.get(word, word)]

    def value(self, dimension: str, value: str | None) -> str:
        """Return what a stakeholder group, region, country or language is called."""
        return self.community.value(dimension, value)
