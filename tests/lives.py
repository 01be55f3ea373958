"""The life of a draft, made up in memory: commits and what their drafts were."""

from datetime import UTC, datetime, timedelta

from lacplan.diff.change import Change
from lacplan.diff.compare import diff
from lacplan.history.commit import Before, Commit, State
from lacplan.model.plan import Plan

BEGAN = datetime(2026, 1, 5, 9, tzinfo=UTC)
UNREADABLE = "unreadable"
GONE = "gone"

Left = Plan | str
"""A plan, or `UNREADABLE`, or `GONE`."""


class Story:
    """Commits in the order in which they were made; it also knows their drafts."""

    def __init__(self, *lefts: Left) -> None:
        self.made: list[Commit] = []
        self.plans: dict[str, Plan] = {}
        self.asked: list[tuple[str, str]] = []
        """The pairs of drafts of which it was asked what changed."""

        for left in lefts:
            self.commit(left)

    @property
    def commits(self) -> list[Commit]:
        """Newest first."""
        return self.made[::-1]

    def commit(
        self, left: Left, *parents: Commit, cut: bool = False, layout: bool = False
    ) -> Commit:
        """Add a commit that left the draft so; without *parents* it follows the last one.

        With *layout* the draft is written otherwise than any before it.
        """
        came = parents or tuple(self.made[-1:])
        befores = tuple(Before(each.id, each.after) for each in came) or (Before(None, None),)
        number = len(self.made)
        after = None if left == GONE else State("drafts/plan.yaml", self._blob(left, layout))
        made = Commit(
            id=f"{number:040}",
            author="Ana",
            email="ana@example.org",
            when=BEGAN + timedelta(days=number),
            subject=f"commit {number}",
            after=after,
            befores=befores,
            cut=cut,
        )
        self.made.append(made)
        return made

    def _blob(self, left: Left, layout: bool) -> str:
        if not isinstance(left, Plan):
            return left
        known = (blob for blob, plan in self.plans.items() if plan == left and not layout)
        blob = next(known, f"blob-{len(self.plans)}")
        self.plans[blob] = left
        return blob

    def fault(self, blob: str) -> str | None:
        return None if blob in self.plans else "Line 1: it does not parse."

    def plan(self, blob: str) -> Plan:
        return self.plans[blob]

    def changes(self, old: str, new: str) -> tuple[Change, ...]:
        self.asked.append((old, new))
        return diff(self.plans[old], self.plans[new]).changes
