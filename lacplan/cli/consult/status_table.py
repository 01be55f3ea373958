"""The status of a consultation for people: tables with bars, and what waits for an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from lacplan.cli.paper import BOLD, Note
from lacplan.cli.printable import printable
from lacplan.consult.status import UNKNOWN, Counts, Status, days_left

if TYPE_CHECKING:
    from rich.console import RenderableType

_MOST = 12
"""How many rows a table has at the most; the rest is counted in a last one, of days left out."""

_BAR = 20


def report(
    status: Status,
    title: Callable[[str], str],
    *,
    name: str,
    state: str | None,
    now: datetime,
    width: int,
) -> Iterator[RenderableType]:
    """Yield what a console of *width* cells is to print, top to bottom.

    Args:
        status: What is told.
        title: Gives what an item is called by its id, and what became of it.
        name: The plan's.
        state: What to call the state that is told of; ``None`` of the working tree.
        now: The moment from which the days that are left are counted.
        width: In cells.
    """
    then = f", as of {state}" if state else ""
    head = f"{name}@{status.version}, consultation “{status.consultation}”{then}"
    yield Text(printable(head), BOLD)
    yield Note(f"{status.state}; {_window(status, now)}.")
    yield Note(_totals(status))
    for heading, counts in (
        ("Day", status.days[-_MOST:]),
        ("Stakeholder group", _groups(status.groups)),
        ("Region", _named(status.regions)),
        ("Disposition", status.dispositions),
    ):
        if counts:
            yield ""
            yield _counts(heading, counts)
    if status.items:
        yield ""
        yield _items(status, title, width)
    yield ""
    yield from map(Note, map(printable, _waiting(status)))


def _window(status: Status, now: datetime) -> str:
    left = days_left(status, now)
    said = f"from {status.opens} to {status.end}"
    if left is None or status.state in ("closed", "analysing", "responded"):
        return said
    return f"{said}, {left} day{'s' * (left != 1)} left"


def _totals(status: Status) -> str:
    comments = f"{status.comments:,} comment{'s' * (status.comments != 1)}"
    submissions = f"{status.submissions:,} submission{'s' * (status.submissions != 1)}"
    parts = [f"{comments} in {submissions}"]
    for count, says in (
        (status.late, "late"),
        (status.erased, "erased"),
        (status.unresolved, "on an item that is not in the version"),
    ):
        if count:
            parts.append(f"{count:,} {says}")
    return "; ".join(parts) + "."


def _groups(groups: Counts) -> Counts:
    """Return *groups* by their names; a constituency that nobody declared stays as it is."""
    from lacplan.render.community.words import of
    from lacplan.vocab.stakeholders import STAKEHOLDERS

    words = of("en")
    return tuple((words[name] if name in STAKEHOLDERS else name, n) for name, n in groups)


def _named(regions: Counts) -> Counts:
    """Return *regions* by their names instead of their codes."""
    from lacplan.render.catalogue import of

    page = of("en")
    return tuple((code if code == UNKNOWN else page.country(code), n) for code, n in regions)


def _table(*columns: str) -> Table:
    made = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for number, column in enumerate(columns):
        made.add_column(column, justify="right" if number == 1 else "left", overflow="fold")
    return made


def _counts(heading: str, counts: Counts) -> Table:
    made = _table(heading, "Comments", "")
    most = max(count for _, count in counts)
    for value, count in counts[:_MOST]:
        bar = "█" * max(1, round(_BAR * count / most))
        made.add_row(printable("not known" if value == UNKNOWN else value), f"{count:,}", bar)
    rest = counts[_MOST:]
    if rest:
        made.add_row(f"… {len(rest)} more", f"{sum(count for _, count in rest):,}", "")
    return made


def _items(status: Status, title: Callable[[str], str], width: int) -> Table:
    made = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    made.add_column("Item", overflow="fold", max_width=max(20, width - 30))
    made.add_column("Comments", justify="right")
    made.add_column("Unanswered", justify="right")
    for item, comments, unanswered in status.items[:_MOST]:
        called = "the plan, or not found" if item == UNKNOWN else title(item)
        made.add_row(printable(called), f"{comments:,}", f"{unanswered:,}" if unanswered else "·")
    rest = status.items[_MOST:]
    if rest:
        made.add_row(
            f"… {len(rest)} more",
            f"{sum(each.comments for each in rest):,}",
            f"{sum(each.unanswered for each in rest):,}",
        )
    return made


def _waiting(status: Status) -> Iterator[str]:
    if not status.comments:
        yield "No comment has come in."
    elif not status.unanswered:
        yield "✔ Every comment has an answer."
    else:
        yield f"✖ {status.unanswered:,} without an answer: {_whose(status)}."
    if status.open_issues:
        yield f"Open issues: {', '.join(status.open_issues)}."
    if status.blocking:
        yield f"✖ Objections that block a final version: {', '.join(status.blocking)}."


def _whose(status: Status) -> str:
    if not status.without_issue:
        return f"{status.unanswered:,} belong to open issues"
    others = ", the others to open ones" if status.without_issue < status.unanswered else ""
    return f"{status.without_issue:,} belong to no issue{others}"
