"""Who last changed the meaning of each field, and when."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lacplan.diff.change import Change, Class, Kind, Matched
from lacplan.diff.flat import flatten, own_fields
from lacplan.history.commit import Commit
from lacplan.history.log import Drafts, Entry, Origin
from lacplan.model.encode import Json, encode_record
from lacplan.model.fields import PLAN
from lacplan.model.plan import Plan

_NO_FIELDS = frozenset({"id", "code"})
"""What changes by renaming and renumbering, which change no meaning."""

Name = tuple[str | None, str]
"""An item's key (``None`` for the plan itself), and one of its fields."""

Touched = tuple[str | None, str, list[Name]]
"""A field by what it was called then, and by what it is called in the newest draft."""


class Line(NamedTuple):
    """A field, and the commit that last changed what it means."""

    item: str | None
    """The id of the item or indicator; ``None`` for the plan itself."""

    code: str | None
    title: str | None
    """The item's."""

    field: str
    value: Json
    commit: Commit | None
    """``None`` where the history at hand does not tell, as in a shallow clone."""


class _Open:
    """Fields of which it is not yet known who changed them, by what they were called then."""

    def __init__(self) -> None:
        self.items: dict[str | None, dict[str, list[Name]]] = {}

    def __bool__(self) -> bool:
        return any(self.items.values())

    def add(self, item: str | None, field: str, names: Iterable[Name]) -> None:
        """Note a field, with what it is called in the newest draft."""
        self.items.setdefault(item, {}).setdefault(field, []).extend(names)

    def take(self, item: str | None, field: str) -> list[Touched]:
        """Remove a field, and return it, if it is there."""
        names = self.items.get(item, {}).pop(field, None)
        return [(item, field, names)] if names else []

    def take_item(self, item: str | None) -> list[Touched]:
        """Remove the fields of an item, and return them."""
        return [(item, field, names) for field, names in self.items.pop(item, {}).items()]

    def take_all(self) -> list[Touched]:
        """Remove every field, and return them."""
        return [one for item in [*self.items] for one in self.take_item(item)]

    def update(self, other: "_Open") -> None:
        """Note the fields of *other* too."""
        for item, fields in other.items.items():
            for field, names in fields.items():
                self.add(item, field, names)


def blame(
    plan: Plan, entries: Iterable[Entry], drafts: Drafts, *, cls: Class | None = None
) -> tuple[Line, ...]:
    """Return every field of *plan* with the commit that last changed what it means.

    A field of a merge's draft comes from the first parent that has it alike; the merge itself
    answers for what no parent has.

    Args:
        plan: The newest draft.
        entries: What the commits meant, newest first; the first one left *plan*.
        drafts: Who knows what changed between two drafts.
        cls: Only the changes of this class count, where given.
    """
    names = {(item, field): value for item, field, value in _fields(plan)}
    found = _Blame(drafts, cls).run(names, entries)
    rows = flatten(plan)
    return tuple(
        Line(
            item=item,
            code=rows[item].code if item else None,
            title=rows[item].thing.title if item else None,
            field=field,
            value=value,
            commit=found.get((item, field)),
        )
        for (item, field), value in names.items()
    )


def _fields(plan: Plan) -> Iterator[tuple[str | None, str, Json]]:
    for field, value in encode_record(PLAN, plan).items():
        yield None, field, value
    for key, row in flatten(plan).items():
        for field, value in own_fields(row).items():
            if field not in _NO_FIELDS:
                yield key, field, value


class _Blame:
    def __init__(self, drafts: Drafts, cls: Class | None) -> None:
        self.drafts = drafts
        self.cls = cls
        self.opened: dict[str | None, _Open] = {}
        """By the commit that left them so; those under ``None`` nobody will answer for."""

        self.found: dict[Name, Commit] = {}

    def run(self, names: Iterable[Name], entries: Iterable[Entry]) -> dict[Name, Commit]:
        start = _Open()
        for item, field in names:
            start.add(item, field, [(item, field)])
        for number, entry in enumerate(entries):
            fields = self.opened.pop(entry.commit.id, None) if number else start
            if fields is not None:
                self._judge(fields, entry)
            if not any(each for commit, each in self.opened.items() if commit is not None):
                break
        return self.found

    def _judge(self, fields: _Open, entry: Entry) -> None:
        """Note what *entry* answers for, and hand the rest on to those before it."""
        if not entry.origins:
            if not entry.commit.cut:
                for _, _, names in fields.take_all():
                    self._answer(names, entry.commit)
            return
        effects = [_Effect(changes, self.cls) for changes in self._changes(entry)]
        touched = effects[0].touch(fields)
        self._hand_on(fields, entry.origins[0])
        for item, field, names in touched:
            for origin, effect in zip(entry.origins[1:], effects[1:], strict=True):
                if effect.keeps(item, field):
                    one = _Open()
                    one.add(effect.renamed.get(item, item), field, names)
                    self._hand_on(one, origin)
                    break
            else:
                self._answer(names, entry.commit)

    def _changes(self, entry: Entry) -> Iterator[tuple[Change, ...]]:
        if len(entry.origins) == 1:
            yield entry.changes
        elif entry.commit.after is not None:
            for origin in entry.origins:
                yield self.drafts.changes(origin.blob, entry.commit.after.blob)

    def _hand_on(self, fields: _Open, origin: Origin) -> None:
        there = self.opened.setdefault(origin.commit, fields)
        if there is not fields:
            there.update(fields)

    def _answer(self, names: Iterable[Name], commit: Commit) -> None:
        for name in names:
            self.found[name] = commit


class _Effect:
    """What changes did to the fields that blame looks at."""

    def __init__(self, changes: Iterable[Change], cls: Class | None) -> None:
        self.whole: set[str | None] = set()
        """Items that are new, and so are all their fields."""

        self.edited: set[Name] = set()
        self.renamed: dict[str | None, str] = {}
        for change in changes:
            match change.kind:
                case Kind.ADDED:
                    self.whole.add(change.item)
                case Kind.SPLIT | Kind.MERGED if change.item not in _ids(change.old):
                    self.whole.add(change.item)
                case Kind.SPLIT | Kind.MERGED:
                    self._edit_lineage(change, cls)
                case Kind.RENAMED:
                    self.renamed[change.item] = str(change.old)
                    if change.matched is Matched.REPLACES:
                        self._edit_lineage(change, cls)
                case Kind.EDITED if not change.weight.is_layout:
                    if cls in (None, change.weight.cls):
                        self.edited.add((change.item, change.field or ""))
                case _:
                    pass

    def _edit_lineage(self, change: Change, cls: Class | None) -> None:
        """Note that ``replaces`` changed, which a lineage says and no edit besides."""
        if cls in (None, change.weight.cls):
            self.edited.add((change.item, "replaces"))

    def keeps(self, item: str | None, field: str) -> bool:
        """Tell whether a field was there before, and meant the same."""
        return item not in self.whole and (item, field) not in self.edited

    def touch(self, fields: _Open) -> list[Touched]:
        """Take from *fields* what is new, and give the rest the names that it had before."""
        touched = [one for item in self.whole for one in fields.take_item(item)]
        touched += [one for name in self.edited for one in fields.take(*name)]
        moved = [
            (old, field, names)
            for new, old in self.renamed.items()
            for _, field, names in fields.take_item(new)
        ]
        for one in moved:
            fields.add(*one)
        return touched


def _ids(value: Json) -> Sequence[Json]:
    return value if isinstance(value, list) else ()
