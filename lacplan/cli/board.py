"""``lacplan`` alone: the board of the workspace."""

from collections import Counter
from typing import TYPE_CHECKING

from lacplan.cli.console import console, progress

if TYPE_CHECKING:
    from pathlib import Path

    from rich.text import Text

    from lacplan.store.drafts import Source


def board(drafts: "Path | None") -> None:
    """Print a line for each plan of the workspace."""
    from rich.table import Table

    from lacplan.store.drafts import fetch, workspace_refs

    table = Table(box=None, padding=(0, 1), header_style="bold")
    for column in ("Plan", "Title", "Stage", "Items", "Findings", "Last change"):
        table.add_column(column, no_wrap=column in ("Plan", "Stage"), overflow="fold")
    refs = workspace_refs(drafts)
    with progress("Reading", len(refs)) as step:
        for ref in refs:
            table.add_row(ref, *_cells(fetch(ref, drafts)))
            step()
    console().print(table)


def _cells(source: "Source") -> "tuple[Text | str, ...]":
    plan = source.decoded.plan
    if plan is None:
        return ("", "", "", _findings(source), _changed(source))
    counts = Counter(item.level for item in plan.walk())
    items = [
        f"{counts[place]} {level.key}"
        for place, level in enumerate(plan.levels)
        if counts[place] or place == 0
    ]
    return (_clean(plan.title), plan.stage, ", ".join(items), _findings(source), _changed(source))


def _findings(source: "Source") -> str:
    from lacplan.cli.checking import check

    counts = Counter(found.severity for each in check(source) for found in each.findings)
    told = [f"{counts[each]} {each}{'s' * (counts[each] > 1)}" for each in counts]
    return ", ".join(told) or "none"


def _changed(source: "Source") -> str:
    from lacplan.store.changed import last_change

    if source.path is None:
        return ""
    change = last_change(source.path)
    return f"{change.when:%Y-%m-%d}{'' if change.committed else ' (not committed)'}"


def _clean(text: str) -> str:
    from lacplan.cli.printable import printable

    return printable(text)
