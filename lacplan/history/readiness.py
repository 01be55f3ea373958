"""What stands against publishing a draft."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from lacplan.diff.compare import diff
from lacplan.errors import LacplanError
from lacplan.history.codes import free_code, reused
from lacplan.model.encode import digest
from lacplan.model.issues import OPEN
from lacplan.model.ledger import UNANSWERED, Ledger
from lacplan.model.plan import Plan

FINAL = "final"
"""What the last version of a plan is called, and its stage."""

_MOST = 5
"""How many codes that came back are named, each with what to do."""


class Before(NamedTuple):
    """The version before."""

    ref: str
    plan: Plan


def objections(
    plan: Plan, label: str, *, before: Before | None, published: Mapping[str, frozenset[str]]
) -> Iterator[LacplanError]:
    """Yield what in *plan* itself stands against publishing it under *label*.

    Args:
        plan: The draft.
        label: What the version is to be called.
        before: The version before it, where there is one.
        published: For each code that a version published, the ids that bore it.
    """
    if label == FINAL and plan.stage != "final":
        yield LacplanError(
            f"The draft's stage is “{plan.stage}”, and a version called final must have it final.",
            hint="Write “stage: final” once nobody is to change it any more, and save that.",
        )
    if before and (digest(before.plan) == digest(plan) or not diff(before.plan, plan).changes):
        yield LacplanError(
            f"Nothing has changed since {before.ref}.",
            hint="Comments and layout do not count. Publish again when something has.",
        )
    yield from _returned(plan, published)


def unsettled(name: str, ledger: Ledger, *, damaged: int = 0) -> Iterator[LacplanError]:
    """Yield what in a consultation on the plan *name* stands against a final version.

    Args:
        name: The plan's.
        ledger: The consultation.
        damaged: How many lines of its comments can't be read.
    """
    if damaged:
        lines = "line" if damaged == 1 else "lines"
        yield LacplanError(
            f"{damaged:,} {lines} of comments in the consultation “{ledger.id}” can't be read, so "
            "nobody can tell whether every comment has an answer.",
            hint=f"“lacplan consult check {name} --consultation {ledger.id}” names what to mend.",
        )
    counts = ledger.dispositions
    waiting = counts[UNANSWERED] + counts[OPEN]
    if waiting:
        have = "comment has" if waiting == 1 else "comments have"
        yield LacplanError(
            f"{waiting:,} {have} no answer in the consultation “{ledger.id}”.",
            hint=f"Answer them: “lacplan consult status {name} --consultation {ledger.id}” tells "
            "what waits.",
        )
    for issue in ledger.issues.issues:
        if issue.blocking:
            yield LacplanError(
                f"The objection to “{issue.id}” in the consultation “{ledger.id}” blocks a final "
                f"version: {issue.blocking}",
                hint="Settle it, and take “blocking” away: "
                f"lacplan consult answer {name} {issue.id} {issue.disposition} "
                f'--consultation {ledger.id} --blocking ""',
            )


def _returned(plan: Plan, published: Mapping[str, frozenset[str]]) -> Iterator[LacplanError]:
    found = reused(plan, published)
    for each in islice(found, _MOST):
        code = each.item.code or ""
        taken = (*published, *(item.code for item in plan.walk() if item.code))
        bore = "”, “".join(sorted(each.bore))
        free = free_code(code, taken)
        yield LacplanError(
            f"“{each.item.id}” has the code {code}, which a version published for “{bore}”.",
            hint=f"Give it one that nobody has had, such as {free}; "
            f"or say that it carries that one on: replaces: [{sorted(each.bore)[0]}]",
        )
    more = sum(1 for _ in found)
    if more:
        yield LacplanError(
            f"So have {more:,} more.",
            hint="Leave gaps where items went: codes are quoted for years.",
        )
