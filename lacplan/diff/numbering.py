"""Renumbering, told once for all that shifted alike."""

from collections.abc import Iterable

from lacplan.diff.flat import Row
from lacplan.diff.match import Table

Pair = tuple[Row, Row]
"""What an item was and is."""


class _RunOf:
    """Neighbours whose numbers shifted by the same amount, and all that lies under them."""

    def __init__(self) -> None:
        self.heads: list[tuple[str, str]] = []
        """Old and new code of each neighbour."""
        self.members: list[str] = []

    @property
    def label(self) -> str:
        (old, new), (last_old, last_new) = self.heads[0], self.heads[-1]
        if len(self.heads) == 1:
            return f"{old} → {new}"
        return f"{old}–{last_old} → {new}–{last_new}"


def runs(kept: Iterable[Pair], old: Table, new: Table) -> dict[str, str]:
    """Return the run of each renumbered item, by its new key.

    A run is named by what it says, such as ``1.5–1.9 → 1.4–1.8``. An item whose code only follows
    its parent's belongs to its parent's run.

    Args:
        kept: What each item was and is that both drafts have, in the order of the new one.
        old: The old draft.
        new: The new draft.
    """
    of: dict[str, _RunOf] = {}
    last: dict[str | None, Pair] = {}
    for before, row in kept:
        if before.code == row.code or before.code is None or row.code is None:
            continue
        run = _parents_run(before, row, old, new, of)
        if run is None:
            run = _neighbours_run(before, row, last.get(row.parent), of)
            run.heads.append((before.code, row.code))
            last[row.parent] = (before, row)
        run.members.append(row.key)
        of[row.key] = run
    return {
        key: run.label
        for run in {id(run): run for run in of.values()}.values()
        for key in run.members
    }


def _parents_run(
    before: Row, row: Row, old: Table, new: Table, of: dict[str, _RunOf]
) -> _RunOf | None:
    """Return the run of the parent, where the code follows it and changed in nothing else."""
    if row.parent is None or before.parent is None:
        return None
    run = of.get(row.parent)
    was, now = old[before.parent].code, new[row.parent].code
    if run is None or was is None or now is None or before.code is None or row.code is None:
        return None
    if not before.code.startswith(f"{was}.") or not row.code.startswith(f"{now}."):
        return None
    return run if before.code[len(was) :] == row.code[len(now) :] else None


def _neighbours_run(before: Row, row: Row, previous: Pair | None, of: dict[str, _RunOf]) -> _RunOf:
    """Return the run of the sibling renumbered before, if this one shifted alike, or a new one."""
    if previous is not None and previous[0].parent == before.parent:
        shift = _shift(before.code, row.code)
        if shift is not None and shift == _shift(previous[0].code, previous[1].code):
            return of[previous[1].key]
    return _RunOf()


def _shift(old: str | None, new: str | None) -> tuple[str, str, int] | None:
    """Return the codes without their last numbers, and by how much those differ."""
    old_head, _, old_last = (old or "").rpartition(".")
    new_head, _, new_last = (new or "").rpartition(".")
    if not (old_last.isdecimal() and new_last.isdecimal()):
        return None
    return old_head, new_head, int(new_last) - int(old_last)
