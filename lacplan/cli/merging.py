"""Merging drafts, and companions, by meaning; where that is not sure, line by line, as git does."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from lacplan.merge.decision import Complaint, Decision
    from lacplan.model.companions import Companion

MARKER = 7
"""How many characters git's conflict markers have where it does not say otherwise."""


class Result(NamedTuple):
    """What a merge came to."""

    raw: bytes
    conflicts: "tuple[Decision, ...]" = ()
    """Those that are known by item and field."""

    notes: tuple[str, ...] = ()
    by_lines: str | None = None
    """Why the draft was merged line by line, where it was."""

    is_clean: bool = True

    @property
    def is_worth_a_word(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.conflicts or self.notes or self.by_lines)


def merge_drafts(
    base: bytes,
    ours: bytes,
    theirs: bytes,
    *,
    marker: int = MARKER,
    kind: "Companion | None" = None,
) -> Result:
    """Return what *ours* and *theirs*, which both come from *base*, come to together.

    Whatever is wrong with lacplan itself, git's own merge stands in for it.

    Args:
        base: What both come from.
        ours: One side.
        theirs: The other.
        marker: How many characters a conflict marker has.
        kind: What kind of companion they are; ``None`` for drafts.

    Raises:
        LacplanError: Neither could do it.
    """
    from lacplan.merge.decision import Unsure

    try:
        return _by_meaning(base, ours, theirs, marker, kind)
    except Unsure as unsure:
        why = str(unsure)
    except LacplanError:
        raise
    except Exception as error:  # the merge of a draft must not fail for a fault of ours
        if os.environ.get("LACPLAN_DEBUG"):
            raise
        why = f"lacplan itself is at fault ({type(error).__name__}: {error})"
    return _by_lines(base, ours, theirs, marker, why, kind)


def companion_in(path: Path, raw: bytes) -> "Companion | None":
    """Return the kind of companion that *raw* is, by its *path*; ``None`` where it is a draft.

    A plan may be called “group”; what tells it apart is its name, which no companion has.
    """
    if re.search(rb"^name[ ]*:", raw, re.MULTILINE):
        return None
    from lacplan.model.companions import kind_of

    return kind_of(path)


def _by_meaning(
    base: bytes, ours: bytes, theirs: bytes, marker: int, kind: "Companion | None"
) -> Result:
    from lacplan.cli.judging import judge
    from lacplan.merge.decision import Unsure
    from lacplan.merge.engine import merge
    from lacplan.merge.kinds import PLAN_FORM, form_of

    texts = []
    for name, raw in (("base", base), ("ours", ours), ("theirs", theirs)):
        try:
            texts.append(raw.decode())
        except UnicodeDecodeError:
            raise Unsure(f"{name} is not UTF-8") from None
    form = form_of(kind.record) if kind else PLAN_FORM
    judged = None if kind else judge
    found = merge(texts[0], texts[1], texts[2], judge=judged, marker=marker, form=form)
    conflicts = found.conflicts
    return Result(found.text.encode(), conflicts, found.notes, is_clean=not conflicts)


def _by_lines(
    base: bytes, ours: bytes, theirs: bytes, marker: int, why: str, kind: "Companion | None"
) -> Result:
    from lacplan.store.repository import merge_lines

    found = merge_lines(base, ours, theirs, marker=marker)
    notes = () if found.conflicts or kind else tuple(_worse(found.text, ours, theirs))
    return Result(found.text, notes=notes, by_lines=why, is_clean=not found.conflicts)


def _worse(merged: bytes, ours: bytes, theirs: bytes) -> list[str]:
    """Return what the merged lines break and neither side did."""
    broken = [_broken(raw) for raw in (merged, ours, theirs)]
    known = {each[:3] for side in broken[1:] for each in side}
    return sorted(each.message for each in broken[0] if each[:3] not in known)


def _broken(raw: bytes) -> "frozenset[Complaint]":
    from lacplan.cli.judging import judge
    from lacplan.document.parse import parse_bytes
    from lacplan.model.decode import decode

    document = parse_bytes(raw)
    return judge(document, decode(document))
