"""Which items of two drafts are the same: by id, then by lineage, then by likeness."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from lacplan.diff.change import Matched
from lacplan.diff.flat import Row
from lacplan.diff.likeness import pair_by_likeness
from lacplan.model.plan import Indicator, Item

Table = dict[str, Row]


class Lineage(NamedTuple):
    """Items that became other items, otherwise than one for one."""

    olds: tuple[str, ...]
    news: tuple[str, ...]


class Matching:
    """Which keys of two tables belong together."""

    def __init__(self) -> None:
        self.old_to_new: dict[str, str] = {}
        self.new_to_old: dict[str, str] = {}
        self.how: dict[str, Matched] = {}
        """By new key."""
        self.lineages: list[Lineage] = []

    def pair(self, old: str, new: str, how: Matched) -> None:
        """Note that *old* and *new* are one item."""
        self.old_to_new[old] = new
        self.new_to_old[new] = old
        self.how[new] = how


def match(old: Table, new: Table, *, old_name: str, new_name: str) -> Matching:
    """Return which rows of *old* and *new* belong together.

    Args:
        old: The rows of the old draft.
        new: The rows of the new one.
        old_name: The name of the old draft's plan, which ``other-plan#id`` in the new one may name.
        new_name: The name of the new draft's plan, likewise.
    """
    found = Matching()
    for key, row in new.items():
        before = old.get(key)
        if before is not None and type(before.thing) is type(row.thing):
            found.pair(key, key, Matched.ID)
    links = [*_links(new, old, old_name), *((a, b) for b, a in _links(old, new, new_name))]
    _match_by_lineage(old, new, [link for link in links if _is_event(link, found)], found)
    _match_by_likeness(old, new, found)
    return found


def _match_by_lineage(
    old: Table, new: Table, links: list[tuple[str, str]], found: Matching
) -> None:
    for olds, news in _components(links, found):
        olds.sort(key=lambda key: old[key].position)
        news.sort(key=lambda key: new[key].position)
        if len(olds) == len(news) == 1:
            found.pair(olds[0], news[0], Matched.REPLACES)
        else:
            found.lineages.append(Lineage(tuple(olds), tuple(news)))


def _links(bearers: Table, others: Table, name: str) -> Iterator[tuple[str, str]]:
    """Yield each key of *others*, whose plan is called *name*, that one of *bearers* replaces.

    With the drafts exchanged and the pairs turned round, a diff backwards tells the same story.
    """
    for key, row in bearers.items():
        for reference in row.thing.replaces if isinstance(row.thing, Item) else ():
            plan, _, replaced = reference.rpartition("#")
            if plan in ("", name) and isinstance(_thing(others, replaced), Item):
                yield replaced, key


def _thing(table: Table, key: str) -> Item | Indicator | None:
    row = table.get(key)
    return row.thing if row else None


def _is_event(link: tuple[str, str], found: Matching) -> bool:
    """Tell whether *link* is news between the two drafts: one end is in one of them only."""
    old, new = link
    return old not in found.old_to_new or new not in found.new_to_old


def _components(
    links: list[tuple[str, str]], found: Matching
) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the groups of old and new keys that links tie together, each side in order.

    An item that stays under its own id is tied to itself.
    """
    tied: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)

    def tie(old: str, new: str) -> None:
        tied["old", old].add(("new", new))
        tied["new", new].add(("old", old))

    for old, new in links:
        tie(old, new)
        if old in found.old_to_new:
            tie(old, found.old_to_new[old])
        if new in found.new_to_old:
            tie(found.new_to_old[new], new)
    seen: set[tuple[str, str]] = set()
    for end in tied:
        if end not in seen:
            group = _reach(end, tied, seen)
            olds = [key for side, key in group if side == "old"]
            yield sorted(olds), sorted(key for side, key in group if side == "new")


def _reach(
    start: tuple[str, str],
    tied: dict[tuple[str, str], set[tuple[str, str]]],
    seen: set[tuple[str, str]],
) -> list[tuple[str, str]]:
    group, stack = [], [start]
    seen.add(start)
    while stack:
        end = stack.pop()
        group.append(end)
        for other in tied[end] - seen:
            seen.add(other)
            stack.append(other)
    return group


def _match_by_likeness(old: Table, new: Table, found: Matching) -> None:
    told_olds = {*found.old_to_new, *(key for each in found.lineages for key in each.olds)}
    told_news = {*found.new_to_old, *(key for each in found.lineages for key in each.news)}
    olds = [row for key, row in old.items() if key not in told_olds]
    news = [row for key, row in new.items() if key not in told_news]
    for before, after in pair_by_likeness(olds, news):
        found.pair(before.key, after.key, Matched.LIKENESS)
