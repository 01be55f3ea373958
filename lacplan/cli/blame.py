"""``lacplan blame``."""

from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, console
from lacplan.cli.lifetime import Output, PlanRef, entries_of, subject, tell_gaps, versions
from lacplan.cli.options import Drafts
from lacplan.diff.change import Class
from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lacplan.history.blame import Line
    from lacplan.history.log import Entry
    from lacplan.model.plan import Plan
    from lacplan.store.lifetime import Lifetime


def blame(
    ref: PlanRef,
    item: Annotated[
        str | None,
        typer.Argument(
            help="Only this item and its indicators: an id, or a code.",
            metavar="[ITEM]",
            show_default=False,
        ),
    ] = None,
    cls: Annotated[
        Class | None, typer.Option("--class", help="Only changes of this class count.")
    ] = None,
    format: Annotated[Output, typer.Option(help="How to tell of it.")] = Output.TABLE,
    drafts: Drafts = None,
) -> None:
    """Tell for each field who last changed its meaning, when, and in which version it came first.

    Re-formatting, moving and renumbering change nothing in it.
    """
    from lacplan.store.lifetime import open_lifetime

    with open_lifetime(ref, drafts) as life:
        plan = life.newest
        ids = None if item is None else _ids(item, plan, life.ref)
        entries = entries_of(life)
        lines = [line for line in _lines(life, entries, cls) if ids is None or line.item in ids]
        if format is Output.JSON:
            from lacplan.render.history import as_json

            answer(as_json.blame(subject(life), lines, versions(life)))
        else:
            from lacplan.cli.blame_table import Table

            console().print(Table(lines, versions(life).first), crop=False)
        tell_gaps(life, entries)


def _lines(life: "Lifetime", entries: "Sequence[Entry]", cls: Class | None) -> "Sequence[Line]":
    from lacplan.history.blame import blame as blamed

    return blamed(life.newest, entries, life.past, cls=cls)


def _ids(item: str, plan: "Plan", ref: str) -> frozenset[str]:
    """Return the ids of an item and its indicators."""
    from lacplan.history.subject import find_subject, names

    found = find_subject(item, plan, ())
    if found is None:
        guess = nearest(item, names(plan, ()))
        hint = f"Did you mean “{guess}”?" if guess else f"“lacplan show {ref}” lists them."
        hint += f" If it is gone, “lacplan history {ref} {item}” may tell of it."
        raise LacplanError(f"No item of “{ref}” has the id or the code “{item}”.", hint=hint)
    return frozenset({found.id, *found.indicators})
