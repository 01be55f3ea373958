"""A consultation joined with all that was said and decided in it, and what came of it."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from lacplan.model.comment import Amendment, Comment, Record
from lacplan.model.comment_line import current
from lacplan.model.consultation import Consultation
from lacplan.model.issues import CHANGING, REFUSING, Issue, Issues, Link

UNANSWERED = "unanswered"
"""What became of a comment that no line of ``links.csv`` leads to an issue."""


class Ledger:
    """One consultation, its comments, its issues and the links between them.

    Args:
        id: The consultation's: the name of its folder.
        consultation: What was asked.
        issues: What was made of the answers.
        links: Which comment belongs to which issue; of several lines for one comment the first
            counts.
        comments: The comments as they read now, in the order of the files. One that was split is
            known by its id and counts no more: its parts do.
    """

    def __init__(
        self,
        *,
        id: str,
        consultation: Consultation,
        issues: Issues,
        links: Iterable[Link],
        comments: tuple[Comment, ...],
    ) -> None:
        self.id = id
        self.consultation = consultation
        self.issues = issues
        self.links: dict[str, Link] = {}
        for link in links:
            self.links.setdefault(link.comment, link)
        self.by_id = {comment.id: comment for comment in comments}
        self.split = frozenset(each.split_from for each in comments if each.split_from)
        if self.split:
            comments = tuple(each for each in comments if each.id not in self.split)
        self.comments = comments

    @cached_property
    def issue_by_id(self) -> dict[str, Issue]:
        """Every issue by its id."""
        return {issue.id: issue for issue in self.issues.issues}

    def issue_of(self, comment: str) -> Issue | None:
        """Return the issue that the comment with this id belongs to."""
        link = self.links.get(comment)
        return self.issue_by_id.get(link.issue) if link else None

    def comments_of(self, issue: str) -> tuple[Comment, ...]:
        """Return the comments that belong to the issue with this id, in their order."""
        return self._by_issue.get(issue, ())

    def disposition(self, comment: Comment) -> str:
        """Return what became of *comment*.

        Returns:
            ``withdrawn`` where its author took it back; else what its link says; else its issue's
            disposition; `UNANSWERED` where it has no issue.
        """
        if comment.withdrawn:
            return "withdrawn"
        link = self.links.get(comment.id)
        if link is None:
            return UNANSWERED
        issue = self.issue_by_id.get(link.issue)
        return link.disposition or (issue.disposition if issue else UNANSWERED)

    def refuses(self, issue: Issue) -> bool:
        """Tell whether *issue* was turned down, for every comment that raises it."""
        return issue.disposition in REFUSING and issue.id not in self._accepted_apart

    @cached_property
    def _accepted_apart(self) -> frozenset[str]:
        """The ids of the issues of which at least one comment is accepted by itself."""
        return frozenset(each.issue for each in self.links.values() if each.disposition in CHANGING)

    @cached_property
    def dispositions(self) -> Counter[str]:
        """How many comments there are of each disposition; every comment counts once."""
        return Counter(map(self.disposition, self.comments))

    @cached_property
    def submissions(self) -> dict[str, tuple[Comment, ...]]:
        """The comments of each submission, by its id, in the order they came."""
        return _grouped((comment.submission, comment) for comment in self.comments)

    @cached_property
    def erased(self) -> frozenset[str]:
        """The ids of the submissions of which something was erased."""
        return frozenset(each.submission for each in self.by_id.values() if each.erased)

    @cached_property
    def _by_issue(self) -> dict[str, tuple[Comment, ...]]:
        return _grouped(
            (link.issue, comment)
            for comment in self.comments
            if (link := self.links.get(comment.id)) is not None
        )


def comments_now(records: Iterable[Record]) -> tuple[Comment, ...]:
    """Return the comments among *records* as they read after all that amends them, in order.

    Of two with one id, which only a merge can bring about, an erased one wins, then the first.
    """
    comments: dict[str, Comment] = {}
    amendments: dict[str, list[Amendment]] = {}
    for record in records:
        if isinstance(record, Amendment):
            amendments.setdefault(record.amends, []).append(record)
        elif record.id not in comments or (record.erased and not comments[record.id].erased):
            comments[record.id] = record
    for id, those in amendments.items():
        if id in comments:
            comments[id] = current(comments[id], those)
    return tuple(comments.values())


def _grouped(pairs: Iterable[tuple[str, Comment]]) -> dict[str, tuple[Comment, ...]]:
    found: dict[str, list[Comment]] = {}
    for key, comment in pairs:
        found.setdefault(key, []).append(comment)
    return {key: tuple(those) for key, those in found.items()}
