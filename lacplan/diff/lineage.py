"""Splits and merges: which items carry on which, and which of their words were carried over."""

from collections.abc import Iterable, Iterator

from lacplan.diff.change import Change, Class, Kind, Mark, Matched, Run, Weight
from lacplan.diff.flat import Row, own_fields
from lacplan.diff.match import Matching, Table
from lacplan.diff.weigh import weigh_text
from lacplan.diff.words import carried, lost, words_among
from lacplan.model.encode import Json
from lacplan.model.plan import Item

_SPLIT = Weight(Class.SUBSTANTIVE, "one item became several")
_MERGED = Weight(Class.SUBSTANTIVE, "several items became one")

_CARRIED_OTHERWISE = frozenset({"id", "code", "title", "description", "replaces", "tags", "notes"})
"""The fields of an item that is gone whose loss says nothing, or is told in its words."""

_CARRIED = Weight(Class.SUBSTANTIVE, "text was carried over")

_MOST_HEIRS = 100
"""How many of those that carry on one item are named with each of them; else it grows squarely."""


class Lineages:
    """The splits and merges between two drafts.

    A new item that carries on several old ones is told as merged. An old one that several new ones
    carry on is told as split, with each of them that is new. So every tie is told, and no other.
    What the texts of these items share is told once: an item that is new shows its description,
    with all that it carries over kept; one that stays shows it where it was edited; and what nobody
    carries on from an item that is gone stands with the first that carries on the rest.
    """

    def __init__(
        self, old: Table, new: Table, found: Matching, *, old_name: str, new_name: str
    ) -> None:
        self.old, self.new, self.found = old, new, found
        self.old_name, self.new_name = old_name, new_name

    def changes(self, key: str) -> Iterator[Change]:
        """Yield what is told of the new *key*: nothing where it has no part in a lineage."""
        ancestors = self.found.ancestors.get(key, [])
        told = [self._merged(key, ancestors)] if len(ancestors) > 1 else []
        told += [
            self._split(key, each)
            for each in ancestors
            if len(self.found.heirs[each]) > 1 and key not in self.found.new_to_old
        ]
        for number, change in enumerate(told):
            yield change._replace(content=None) if number else self._with_losses(change, ancestors)

    def edited(self, key: str, edit: Change) -> Change:
        """Return the *edit* of the description of an item that may stay and have such a part.

        What any heir carries on is not struck, and what was taken over from another is not new; the
        edit weighs as much as the rest.
        """
        ancestors = self.found.ancestors.get(key)
        if ancestors is None or not edit.words:
            return edit
        heirs = [_prose(self.new[each]) for each in self.found.heirs[key] if each != key]
        sources = [_prose(self.old[each]) for each in ancestors if each != key]
        runs = words_among(str(edit.old), str(edit.new), sources=sources, heirs=heirs)
        weight = _CARRIED
        if any(run.mark is not Mark.KEPT for run in runs):
            before = "".join(run.text for run in runs if run.mark is not Mark.ADDED)
            weight = weigh_text(before, str(edit.new))
        return edit._replace(words=runs, weight=weight)

    def tells_replaces(self, key: str, old: Item, new: Item) -> bool:
        """Tell whether what changed in ``replaces`` of an item that stays is told by a lineage."""
        if key not in self.found.ancestors:
            return False
        before = _untied(old, self.found.heirs[key], self.new_name)
        return before == _untied(new, self.found.ancestors[key], self.old_name)

    def _merged(self, key: str, ancestors: list[str]) -> Change:
        return self._told(Kind.MERGED, _MERGED, key, ancestors, [key])

    def _split(self, key: str, old: str) -> Change:
        heirs = self.found.heirs[old]
        if len(heirs) > _MOST_HEIRS:
            heirs = [*heirs[:_MOST_HEIRS], *(() if key in heirs[:_MOST_HEIRS] else (key,))]
        return self._told(Kind.SPLIT, _SPLIT, key, [old], heirs)

    def _told(
        self, kind: Kind, weight: Weight, key: str, olds: list[str], news: list[str]
    ) -> Change:
        row = self.new[key]
        return Change(
            kind=kind,
            weight=weight,
            item=key,
            code=row.code,
            title=row.thing.title,
            area=row.area,
            parent=row.parent,
            after=row.after,
            old=list[Json](olds),
            new=list[Json](news),
            content=own_fields(row),
            matched=Matched.REPLACES,
        )

    def _with_losses(self, change: Change, ancestors: list[str]) -> Change:
        """Return *change* with the words that stand with it, not with an edit, and what is lost."""
        key = str(change.item)
        stays = key in self.found.new_to_old
        gone = (each for each in ancestors if each not in self.found.old_to_new)
        first = [each for each in gone if self.found.heirs[each][0] == key]
        words = (*(() if stays else self._kept(key, ancestors)), *self._lost(first))
        lost: dict[str, Json] = {
            each: fields for each in first if (fields := self._lost_fields(each))
        }
        return change._replace(words=words, lost=lost or None)

    def _lost_fields(self, old: str) -> Json:
        """Return what no heir of *old* says of its other fields; of lists the entries."""
        heirs = [own_fields(self.new[each]) for each in self.found.heirs[old]]
        left: dict[str, Json] = {}
        for key, value in own_fields(self.old[old]).items():
            if key in _CARRIED_OTHERWISE:
                continue
            now = [each.get(key) for each in heirs]
            if isinstance(value, list):
                kept = [entry for each in now if isinstance(each, list) for entry in each]
                if entries := [entry for entry in value if entry not in kept]:
                    left[key] = entries
            elif value not in now:
                left[key] = value
        return left or None

    def _kept(self, key: str, ancestors: list[str]) -> tuple[Run, ...]:
        """Return the description of the new *key*, with what it carries over kept."""
        now = _prose(self.new[key])
        texts = [text for each in ancestors if (text := _prose(self.old[each]))]
        return carried(texts, now) if now else ()

    def _lost(self, olds: Iterable[str]) -> Iterator[Run]:
        """Yield what no heir of the *olds* carries on of their descriptions."""
        for each in olds:
            heirs = [_prose(self.new[heir]) for heir in self.found.heirs[each]]
            told = lost(_prose(self.old[each]), heirs)
            yield from (run for run in told if run.mark is Mark.DELETED and _has_words(run))


def _untied(item: Item, tied: list[str], plan: str) -> list[str]:
    """Return what *item* replaces but for the others *tied* to it, which are of *plan*."""
    told = {*tied, *(f"{plan}#{key}" for key in tied)} - {item.id}
    return [each for each in item.replaces if each not in told]


def _has_words(run: Run) -> bool:
    """Tell whether *run* says something: a full stop before words that others took says nothing."""
    return any(map(str.isalnum, run.text))


def _prose(row: Row) -> str:
    return (row.thing.description or "") if isinstance(row.thing, Item) else ""
