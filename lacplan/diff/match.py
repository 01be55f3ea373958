"""Which items of two drafts are the same: by id, then by lineage, then by likeness."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from lacplan.diff.change import Matched
from lacplan.diff.flat import Row
from lacplan.diff.likeness import pair_by_likeness
from lacplan.model.plan import Item

Table = dict[str, Row]


class Matching:
    """Which keys of two tables belong together.

    Args:
        same: The keys that are one item's in both.
    """

    def __init__(self, same: Iterable[str] = ()) -> None:
        self.old_to_new: dict[str, str] = {key: key for key in same}
        self.new_to_old: dict[str, str] = dict(self.old_to_new)
        self.how: dict[str, Matched] = dict.fromkeys(self.old_to_new, Matched.ID)
        """By new key."""
        self.heirs: dict[str, list[str]] = {}
        """What carries on each old key that was split or merged, in the order of the new draft."""
        self.ancestors: dict[str, list[str]] = {}
        """Which old keys each new one carries on that was split off or merged, likewise."""

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
    alike = [key for key, row in new.items() if key in old and _are_alike(old[key], row)]
    found = Matching(key for key in alike if new[key].thing.id)
    links = [*_links(new, old, old_name), *((a, b) for b, a in _links(old, new, new_name))]
    _match_by_lineage(old, new, [link for link in links if _is_event(link, found)], found)
    _match_by_likeness(old, new, found)
    for key in alike:  # those without an id that nothing else tells apart
        if key not in found.old_to_new and key not in found.new_to_old:
            found.pair(key, key, Matched.ID)
    return found


def _are_alike(before: Row, row: Row) -> bool:
    """Tell whether both are items, or both indicators."""
    return type(before.thing) is type(row.thing)


def _match_by_lineage(
    old: Table, new: Table, links: list[tuple[str, str]], found: Matching
) -> None:
    """Note what *links* tie together; an item that stays under its own id is tied to itself."""
    stays = [(key, key) for link in links for key in link if key in found.how]
    heirs: dict[str, set[str]] = defaultdict(set)
    ancestors: dict[str, set[str]] = defaultdict(set)
    for before, after in (*links, *stays):
        heirs[before].add(after)
        ancestors[after].add(before)
    for before, afters in heirs.items():
        if len(afters) > 1 or len(ancestors[min(afters)]) > 1:
            found.heirs[before] = sorted(afters, key=lambda key: new[key].position)
        else:
            found.pair(before, min(afters), Matched.REPLACES)
    for after, befores in ancestors.items():
        if after not in found.new_to_old or after in found.heirs:
            found.ancestors[after] = sorted(befores, key=lambda key: old[key].position)


def _links(bearers: Table, others: Table, name: str) -> Iterator[tuple[str, str]]:
    """Yield each key of *others*, whose plan is called *name*, that one of *bearers* replaces.

    What its state among the *others* says too is no news. With the drafts exchanged and the pairs
    turned round, a diff backwards tells the same story.
    """
    for key, row in bearers.items():
        if isinstance(row.thing, Item) and row.thing.replaces:
            for replaced in _replaced(row, name) - _replaced(others.get(key), name):
                if replaced in others and isinstance(others[replaced].thing, Item):
                    yield replaced, key


def _replaced(row: Row | None, name: str) -> set[str]:
    """Return the keys, of a plan called *name*, that an item replaces."""
    if row is None or not isinstance(row.thing, Item):
        return set()
    parted = (reference.rpartition("#") for reference in row.thing.replaces)
    return {key for plan, _, key in parted if plan in ("", name)}


def _is_event(link: tuple[str, str], found: Matching) -> bool:
    """Tell whether *link* is news between the two drafts: one end is in one of them only."""
    old, new = link
    return old not in found.old_to_new or new not in found.new_to_old


def _match_by_likeness(old: Table, new: Table, found: Matching) -> None:
    told_olds = found.old_to_new.keys() | found.heirs.keys()
    told_news = found.new_to_old.keys() | found.ancestors.keys()
    olds = [row for key, row in old.items() if key not in told_olds]
    news = [row for key, row in new.items() if key not in told_news]
    for before, after in pair_by_likeness(olds, news):
        found.pair(before.key, after.key, Matched.LIKENESS)
