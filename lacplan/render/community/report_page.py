"""What every part of a consultation's report may need to know of the whole, and say likewise."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from textwrap import indent

from lacplan.consult.report import UNRESOLVED, Counts, Report
from lacplan.diff.change import Change
from lacplan.model.comment import Author, Comment
from lacplan.model.issues import Issue
from lacplan.model.plan import Plan
from lacplan.render import escape
from lacplan.render.changes.markdown import Redline
from lacplan.render.changes.names import Side, labelled
from lacplan.render.community.report_words import Words
from lacplan.render.escape import literal


class Page:
    """What every part of the page may need to know of the whole."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.words = Words(report.plan.language)
        self.asked = report.ledger.consultation
        self._redlines: dict[str, Redline | None] = {}

    @cached_property
    def titles(self) -> dict[str, str]:
        """Code and title of each item and indicator, as they were when people were asked.

        What only the version that answers has is called as it is there.
        """
        return {**self._now, **_titles(self.report.plan)}

    @cached_property
    def _now(self) -> dict[str, str]:
        answering = self.report.answers.answering
        return _titles(answering.plan) if answering and answering.plan else {}

    def title(self, item: str | None) -> str:
        """Return what an item is called; ``None`` is the plan.

        Where it has another name in the version that answers, that one stands behind.
        """
        if item is None or item == UNRESOLVED:
            return self.words["as a whole" if item is None else "not found"]
        then = self.titles.get(item) or item
        now = self._now.get(item, then)
        return literal(then if then == now else f"{then} → {now}")

    def redline(self, label: str, changes: tuple[Change, ...]) -> str:
        """Return *changes* from the consulted version to *label*, with struck and added words."""
        if label not in self._redlines:
            evidence = self.report.answers.evidence(label)
            sides = evidence and (Side(self.asked.version, evidence.old), Side(label, evidence.new))
            self._redlines[label] = Redline(*sides) if sides else None
        redline = self._redlines[label]
        return redline.of(changes) if redline else ""

    def count(self, number: int) -> str:
        """Return a number of comments."""
        return self.words.number(number)

    def dispositions(self, counts: Counts) -> str:
        """Return how many comments there are of each disposition."""
        return self.words.counts(counts, self.words.disposition)

    def positions(self, counts: Counts) -> str:
        """Return how many comments take each position."""
        return self.words.counts(counts, self.words.__getitem__)


def _titles(plan: Plan) -> dict[str, str]:
    """Return code and title of each item and indicator, by id."""
    titles: dict[str, str] = {}
    for item in plan.walk():
        titles[item.id] = labelled(item.code, item.title)
        titles |= {each.id: each.title for each in item.indicators}
    return titles


def comment_line(comment: Comment, page: Page) -> str:
    """Return a comment in full, as far as it is public."""
    words = page.words
    given = comment.target.given if comment.target.item is None else None
    about = f"“{literal(given)}”" if given else page.title(comment.target.item)
    author = _author(comment.author, page)
    head = f"{literal(comment.id)} ({', '.join(each for each in (about, author) if each)})"
    if comment.erased or comment.moderated is not None:
        why = f": {literal(comment.moderated)}" if comment.moderated else ""
        return f"{head}: *{words['text hidden']}*{why}"
    proposed = (
        f" — {words.label('proposed')} {literal(comment.proposed)}" if comment.proposed else ""
    )
    return f"{head}: {literal(comment.text)}{proposed}"


def _author(author: Author, page: Page) -> str:
    who = [author.name, author.organization]
    if author.stakeholder:
        who.append(page.words.value("stakeholder", author.stakeholder))
    if author.country:
        who.append(page.words.value("country", author.country))
    return literal(", ".join(each for each in who if each))


def ids(comments: Sequence[Comment], page: Page, *, most: int | None = None) -> str:
    """Return the ids of *comments*; of more than *most* the rest is counted."""
    shown = ", ".join(literal(each.id) for each in comments[:most])
    more = len(comments) - len(comments[:most])
    return f"{shown} {page.words['more'].format(page.count(more))}" if more else shown


def to_issue(issue: Issue) -> str:
    """Return the title of *issue* as a link to what was decided on it."""
    return escape.to_anchor(issue.title, f"issue-{issue.id}")


def to_id(id: str, page: Page) -> str:
    """Return the title of the issue *id* as such a link; the id where there is none."""
    found = page.report.ledger.issue_by_id.get(id)
    return to_issue(found) if found else literal(id)


def anchor(issue: Issue) -> str:
    """Return the mark that these links lead to."""
    return escape.anchor(f"issue-{issue.id}")


def bullets(lines: Iterable[str]) -> str:
    """Return *lines* as a list; what follows the first line of one belongs under it."""
    return "\n".join(f"- {indent(each, '  ').lstrip()}" for each in lines)
