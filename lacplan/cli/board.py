"""``lacplan`` alone: the board of the workspace."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import typer

from lacplan.cli.console import console, fail, progress
from lacplan.errors import Exit, LacplanError

if TYPE_CHECKING:
    from pathlib import Path

    from rich.table import Table

    from lacplan.model.plan import Plan
    from lacplan.store.drafts import Source

_ROOMY = 76
"""The fewest cells in which findings and dates have columns of their own."""


class _Row(NamedTuple):
    """What the board tells of one plan, each a few words or a few lines of them."""

    ref: str
    says: str
    findings: str
    changed: str


def board(drafts: "Path | None") -> None:
    """Print what there is to know of each plan of the workspace at a glance."""
    from lacplan.store.drafts import fetch, workspace_refs

    refs = workspace_refs(drafts)
    rows: list[_Row] = []
    unread: list[LacplanError] = []
    with progress("Reading", len(refs)) as step:
        for ref in refs:
            try:
                rows.append(_row(fetch(ref, drafts)))
            except LacplanError as error:
                unread.append(error)  # the others are told of all the same
            step()
    paper = console()
    if rows:
        paper.print(_table(rows, roomy=paper.width >= _ROOMY))
    for each in unread:
        fail(each)
    if unread:
        raise typer.Exit(Exit.UNABLE)


def _table(rows: list[_Row], *, roomy: bool) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 1, 0), pad_edge=False, header_style="bold")
    table.add_column("Plan", no_wrap=True, style="bold", max_width=24)
    table.add_column("What it is", overflow="fold", ratio=1)
    if not roomy:
        for row in rows:
            found = "no findings" if row.findings == "none" else row.findings
            facts = f"{found}; {row.changed}".replace("\n", ", ")
            table.add_row(Text(row.ref), Text(f"{row.says}\n{facts}"))
        return table
    table.add_column("Findings")
    table.add_column("Last change")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _row(source: "Source") -> _Row:
    plan = source.decoded.plan
    says = _said(plan) if plan else "It does not parse."
    return _Row(_clean(source.ref), says, _findings(source), _changed(source))


def _said(plan: "Plan") -> str:
    """Return the title of *plan*, and below it its stage and how many items it has."""
    counts = Counter(item.level for item in plan.walk())
    items = [
        f"{counts[place]} {level.key}"
        for place, level in enumerate(plan.levels)
        if counts[place] or place == 0
    ]
    return _clean(plan.title or plan.name) + "\n" + _clean(", ".join([plan.stage, *items]))


def _findings(source: "Source") -> str:
    from lacplan.cli.checking import check
    from lacplan.model.finding import Severity

    counts = Counter(found.severity for each in check(source) for found in each.findings)
    told = [f"{counts[each]} {each}{'s' * (counts[each] > 1)}" for each in Severity if counts[each]]
    return "\n".join(told) or "none"


def _changed(source: "Source") -> str:
    from lacplan.store.changed import last_change

    change = last_change(source)
    if change is None:
        return ""
    return f"{change.when:%Y-%m-%d}" + ("" if change.committed else "\nnot committed")


def _clean(text: str) -> str:
    from lacplan.cli.printable import printable

    return printable(text)
