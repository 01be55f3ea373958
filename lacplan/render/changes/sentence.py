"""A change in one line of plain English, for tables, logs and histories.

What drafts say stands in it as it is: whoever prints it makes it fit to be shown.
"""

from collections.abc import Iterable

from lacplan.diff.change import Change, Class, Kind, Mark, Matched, Run
from lacplan.render.changes.names import Names
from lacplan.render.changes.told import Listed, Reordered, Runs, Swap, Words, abridged, told

_WORDY = frozenset({"title", "summary", "vision", "mission", "description", "rationale"})
"""The fields of which it is told why a change of their words matters."""

_PLAINLY = "words changed"
"""The reason that every reader sees."""

_MOST_NAMED = 6
"""How many items are named in a row."""


def sentence(change: Change, names: Names, *, reach: int = 30) -> str:
    """Return what *change* did, without the item's own name: such as “lead: LACNIC → ICANN”.

    Words that are gone stand in ``[-…-]``, new ones in ``{+…+}``.

    Args:
        change: The change.
        names: What the items of the two drafts are called.
        reach: How many characters of long texts stay in view at each end.
    """
    if change.kind not in (Kind.EDITED, Kind.RENUMBERED, Kind.RENAMED):
        return happened(change, names)
    match told(change):
        case Words(runs=runs):
            said = _marked(abridged(runs, reach))
        case Swap(old=old, new=new):
            said = f"{old} → {new}"
        case Listed(entries=entries):
            said = "; ".join(_marked(abridged(runs, reach)) for runs in entries)
        case Reordered(entries=now):
            said = f"now {', '.join(now)}"
    return f"{label(change)}: {' '.join(said.split())}"


def happened(change: Change, names: Names) -> str:
    """Return what became of an item as a whole, such as “moved from 1 Access to 2 Skills”."""
    match change.kind:
        case Kind.ADDED | Kind.REMOVED:
            return _placed(change, names)
        case Kind.MOVED:
            return f"moved from {_old(change.old, names)} to {_new(change.new, names)}"
        case Kind.REORDERED:
            return f"now after {_new(change.new, names)}" if change.new else "now first"
        case Kind.SPLIT:
            return _split(change, names)
        case Kind.MERGED:
            stays = isinstance(change.old, list) and change.item in change.old
            olds = named(names.old_labels(change.old, but=change.item if stays else None))
            return f"takes in {olds}" if stays else f"merged from {olds}"
        case Kind.EDITED | Kind.RENUMBERED | Kind.RENAMED:
            raise ValueError(f"a field tells of what is {change.kind}")


def label(change: Change) -> str:
    """Return the field's name, with what the words alone don't say of the change."""
    if change.kind is Kind.RENAMED:
        return "id (matched by likeness)" if change.matched is Matched.LIKENESS else "id"
    name, why = change.field or "", change.weight.why
    if change.kind is Kind.RENUMBERED:
        return name
    if change.weight.cls is Class.EDITORIAL:
        return f"{name} (editorial)" if why == name else f"{name} (editorial: {why})"
    return f"{name} ({why})" if change.words and name in _WORDY and why != _PLAINLY else name


def named(labels: list[str]) -> str:
    """Return names as people list them, not too many of them: “a, b and 3 more”."""
    if len(labels) > _MOST_NAMED:
        labels = [*labels[: _MOST_NAMED - 1], f"{len(labels) - _MOST_NAMED + 1:,} more"]
    *most, last = labels or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _placed(change: Change, names: Names) -> str:
    """Return "added" or "removed", with where, unless a code tells it."""
    if change.code or not change.parent or names.holder(change.item or ""):
        return change.kind.value
    if change.kind is Kind.ADDED:
        return f"added to {names.label(change.parent)}"
    return f"removed from {names.old_label(change.parent)}"


def _split(change: Change, names: Names) -> str:
    old = named(names.old_labels(change.old))
    heirs = change.new if isinstance(change.new, list) else []
    rest = [each for each in heirs if each != change.item]
    if rest == change.old:
        return f"split from {old}, which stays"
    return f"split from {old}; the rest of it is {named(names.labels(rest))}"


def _old(key: object, names: Names) -> str:
    return "the top" if key is None else names.old_label(str(key))


def _new(key: object, names: Names) -> str:
    return "the top" if key is None else names.label(str(key))


def _marked(runs: Runs) -> str:
    return "".join(map(_tagged, _parted(runs)))


def _parted(runs: Iterable[Run]) -> list[Run]:
    """Return *runs* with a space where a new word follows on an old one."""
    parted: list[Run] = []
    for run in runs:
        if run.mark is Mark.ADDED and parted and parted[-1].mark is Mark.DELETED:
            parted.append(Run(Mark.KEPT, " "))
        parted.append(run)
    return parted


def _tagged(run: Run) -> str:
    body = run.text.strip()
    if run.mark is Mark.KEPT or not body:
        return run.text
    before, _, after = run.text.partition(body)
    return (
        f"{before}[-{body}-]{after}" if run.mark is Mark.DELETED else f"{before}{{+{body}+}}{after}"
    )
