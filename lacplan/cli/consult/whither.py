"""What became of the items that comments are about, as the draft stands."""

from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from lacplan.model.lineage import Lineage
    from lacplan.model.plan import Plan
    from lacplan.store.drafts import Source


class Whither:
    """The items of a plan: what they are called, and what carries on those that were split or left.

    Args:
        source: The draft.
        asked: A reference to the version that is consulted, read where the draft has an item no
            more.
    """

    def __init__(self, source: "Source", asked: str) -> None:
        self._source = source
        self._plan = source.decoded.plan
        self._asked = asked

    def title(self, item: str) -> str:
        """Return the code and title of the item with this id, and of what carries it on."""
        title = self._titles.get(item) or self._former.get(item) or item
        heirs = ", ".join(self._titles[each] for each in self.heirs(item))
        return f"{title} → {heirs}" if heirs else title

    def heirs(self, item: str) -> tuple[str, ...]:
        """Return the ids of what carries *item* on in the draft, over however many versions."""
        if item in self._titles and not self._claimed.heirs(item, self._titles):
            return ()  # it is there, as most are, and no version need be read
        return self._lineage.heirs(item, self._titles)

    @cached_property
    def _titles(self) -> dict[str, str]:
        return _titles(self._plan)

    @cached_property
    def _former(self) -> dict[str, str]:
        """The titles of the version that is consulted; none where it can't be read."""
        from lacplan.store.drafts import fetch

        with suppress(LacplanError):
            return _titles(fetch(self._asked, self._source.looked_in).plan)
        return {}

    @cached_property
    def _claimed(self) -> "Lineage":
        """What the draft itself says that it carries on."""
        return _lineage([self._plan])

    @cached_property
    def _lineage(self) -> "Lineage":
        from lacplan.store.companions import published

        versions = published(self._source) or ()
        return _lineage([*(each.plan for each in versions), self._plan])


def _titles(plan: "Plan | None") -> dict[str, str]:
    found = {}
    for item in plan.walk() if plan else ():
        found[item.id] = f"{item.code or ''} {item.title}".strip()
        found |= {each.id: each.title for each in item.indicators}
    return found


def _lineage(plans: "Iterable[Plan | None]") -> "Lineage":
    from lacplan.model.lineage import Lineage

    return Lineage([each for each in plans if each])
