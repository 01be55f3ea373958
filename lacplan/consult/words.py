"""The words that people fill in: a position, a country, a field -> what it is called here."""

from collections.abc import Callable, Mapping

from lacplan.model.fields import INDICATOR, ITEM, PLAN
from lacplan.vocab import headings
from lacplan.vocab.countries import COUNTRIES


class Words:
    """The words of one column, each looked up once.

    Args:
        known: By plain word (`headings.plain`), what it means.
        read: Gives what a word means by itself, before it is looked up.
        more: Gives further words, where neither knows it.
    """

    def __init__(
        self,
        known: Mapping[str, str],
        read: Callable[[str], str | None] = lambda said: None,
        more: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        self._known = known
        self._read = read
        self._more = more
        self._found: dict[str, str | None] = {}

    def find(self, said: str) -> str | None:
        """Return what *said* means; ``None`` where that is not known."""
        if said not in self._found:
            plain = headings.plain(said)
            self._found[said] = (
                self._read(said) or self._known.get(plain) or self._more().get(plain)
            )
        return self._found[said]


def country_of(said: str) -> str | None:
    """Return the country (ISO 3166-1 alpha-2) that *said* is the code of."""
    return said.upper() if said.upper() in COUNTRIES else None


def field_of(said: str) -> str | None:
    """Return the field of a plan, an item or an indicator that *said* is the key of."""
    known = (PLAN.by_key, ITEM.by_key, INDICATOR.by_key)
    return said if said.startswith("x-") or any(said in each for each in known) else None
