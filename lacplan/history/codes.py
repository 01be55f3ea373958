"""Codes that have been published: people quote them for years, so none changes hands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lacplan.model.plan import Item, Plan


class Reuse(NamedTuple):
    """A code that a version gave to one item, and a draft to another."""

    item: Item
    """Which bears it now."""

    bore: frozenset[str]
    """The ids of those that bore it."""


def bearers(plan: Plan) -> dict[str, frozenset[str]]:
    """Return for each code in *plan* the ids that bear it."""
    return together({item.code: (item.id,)} for item in plan.walk() if item.code)


def together(found: Iterable[Mapping[str, Iterable[str]]]) -> dict[str, frozenset[str]]:
    """Return for each code the ids that bear it in any of *found*."""
    ids: dict[str, set[str]] = {}
    for each in found:
        for code, bear in each.items():
            ids.setdefault(code, set()).update(bear)
    return {code: frozenset(bear) for code, bear in ids.items()}


def reused(plan: Plan, published: Mapping[str, frozenset[str]]) -> Iterator[Reuse]:
    """Yield the items of *plan* with a code that was published for other items only.

    An item that ``replaces`` another is that one's heir, and may bear its code.

    Args:
        plan: A draft.
        published: For each code that a version published, the ids that bore it.
    """
    for item in plan.walk():
        bore = published.get(item.code or "", frozenset())
        if bore and bore.isdisjoint({item.id, *item.replaces}):
            yield Reuse(item, bore)


def free_code(code: str, taken: Iterable[str]) -> str | None:
    """Return the code after the highest number of *taken* beside *code*; ``None`` if none is."""
    above, point, _ = code.rpartition(".")
    beside = (each[len(above + point) :] for each in taken if each.startswith(above + point))
    numbers = [int(each) for each in beside if re.fullmatch("[0-9]{1,9}", each)]
    return f"{above}{point}{max(numbers) + 1}" if numbers else None
