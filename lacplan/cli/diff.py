"""``lacplan diff``."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, console, say
from lacplan.cli.drafts import open_draft
from lacplan.cli.options import Drafts, complete_ref
from lacplan.diff.change import Class, Diff
from lacplan.errors import Exit, LacplanError, nearest
from lacplan.render.changes.names import Side

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rich.console import RenderableType

    from lacplan.model.plan import Plan


class Output(StrEnum):
    """How changes, or the comparison chart, are told."""

    TABLE = "table"
    MARKDOWN = "markdown"
    JSON = "json"
    CSV = "csv"


def diff(
    old: Annotated[
        str,
        typer.Argument(
            help="The old draft: NAME, NAME@LABEL, NAME@REVISION, a path, or - for standard input.",
            metavar="OLD",
            autocompletion=complete_ref,
            show_default=False,
        ),
    ],
    new: Annotated[
        str | None,
        typer.Argument(
            help="The new draft, likewise. Where it is left out, OLD is compared with the working "
            "tree; and if OLD is a mere NAME, its newest version (or HEAD) is the old one.",
            metavar="[NEW]",
            autocompletion=complete_ref,
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        Output, typer.Option(help="How to tell of it; csv goes with --chart only.")
    ] = Output.TABLE,
    stat: Annotated[bool, typer.Option("--stat", help="Only count, area by area.")] = False,
    item: Annotated[
        str | None,
        typer.Option(help="Only this item and its indicators: an id, or a code.", metavar="ID"),
    ] = None,
    cls: Annotated[
        Class | None, typer.Option("--class", help="Only the changes of this class.")
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if there is anything to tell.")
    ] = False,
    side_by_side: Annotated[
        bool,
        typer.Option("--side-by-side", help="Show old and new of a text next to each other."),
    ] = False,
    chart: Annotated[
        bool,
        typer.Option("--chart", help="The comparison chart: what carries on each old item."),
    ] = False,
    drafts: Drafts = None,
) -> None:
    """Tell what changed between two drafts.

    Each change is followed by its fingerprint: a decision can quote it, and it lapses when the
    words change again. Substantive is what may alter what anybody has to do.
    """
    only_changes = stat or item or cls or exit_code or side_by_side
    _check(format, chart=chart, stat=stat, side_by_side=side_by_side, only=bool(only_changes))
    if old == new == "-":
        raise LacplanError("Standard input holds one draft, not two.", hint="Name a file.")
    before, after = _sides(old, new, drafts)
    if chart:
        _tell_chart(before, after, format)
        return
    found = _chosen(before, after, item, cls)
    _tell(found, before, after, format, stat=stat, side_by_side=side_by_side, cls=cls)
    raise typer.Exit(Exit.FOUND if exit_code and found.changes else Exit.CLEAN)


def _check(format: Output, *, chart: bool, stat: bool, side_by_side: bool, only: bool) -> None:
    """Refuse the options that do not go together."""
    if chart and only:
        hint = "Leave out --stat, --item, --class, --exit-code and --side-by-side."
        raise LacplanError("The chart is of whole plans, and tells no single changes.", hint=hint)
    if chart and format is Output.JSON:
        hint = "Choose table, markdown or csv; the changes themselves are there as json."
        raise LacplanError("The chart has no JSON form.", hint=hint)
    if format is Output.CSV and not chart:
        hint = "Choose table, markdown or json, or ask for the --chart."
        raise LacplanError("Only the comparison chart has a CSV form.", hint=hint)
    if (stat or side_by_side) and (format is not Output.TABLE or (stat and side_by_side)):
        name = "--stat" if stat else "--side-by-side"
        others = "--format and --side-by-side" if stat else "--format"
        raise LacplanError(f"{name} is a form of its own.", hint=f"Leave out {others}.")


def _sides(old: str, new: str | None, drafts: "Path | None") -> tuple[Side, Side]:
    """Return what is compared, having said which base was taken where none was named."""
    from lacplan.store.drafts import is_path

    if new is None and is_path(old):
        hint = "Name two drafts. A plan's name alone is compared with its newest version in git."
        raise LacplanError(f"With what is “{old}” compared?", hint=hint)
    if new is None:
        new, at, _ = old.partition("@")
        if not at:
            after = _side(new, drafts)
            return _side(_base(new, drafts), drafts), after
    return _side(old, drafts), _side(new, drafts)


def _side(ref: str, drafts: "Path | None") -> Side:
    source = open_draft(ref, drafts)
    return Side(ref, source.plan, source.commit)


def _base(name: str, drafts: "Path | None") -> str:
    """Return the reference of what the plan *name* is compared with, having said so."""
    from lacplan.store.commit import find_place
    from lacplan.store.repository import NoRepository
    from lacplan.store.revision import default_base

    try:
        base = default_base(find_place(drafts), name)
    except NoRepository as error:
        hint = "Name two drafts: lacplan diff OLD NEW"
        raise LacplanError(f"{error} So there is no version to compare with.", hint=hint) from None
    say(f"Compared with {base.ref}, {base.why}")
    return base.ref


def _chosen(old: Side, new: Side, item: str | None, cls: Class | None) -> Diff:
    from lacplan.diff.choose import of_class, of_item
    from lacplan.diff.compare import diff as compare

    found = compare(old.plan, new.plan)
    if item is not None:
        of_it = of_item(found, item, old.plan, new.plan)
        if of_it is None:
            raise _unknown(item, old, new)
        found = of_it
    return of_class(found, cls) if cls else found


def _unknown(item: str, old: Side, new: Side) -> LacplanError:
    known = {name: side for side in (old, new) for name in _names(side.plan)}
    guess = nearest(item, known)
    hint = f"Did you mean “{guess}”?" if guess else f"“lacplan show {new.ref}” lists them."
    message = f"Neither “{old.ref}” nor “{new.ref}” has an item with the id or code “{item}”."
    return LacplanError(message, hint=hint)


def _names(plan: "Plan") -> "Iterable[str]":
    return (*plan.ids(), *(item.code for item in plan.walk() if item.code))


def _tell(
    found: Diff,
    old: Side,
    new: Side,
    format: Output,
    *,
    stat: bool,
    side_by_side: bool,
    cls: Class | None,
) -> None:
    match format:
        case Output.JSON:
            from lacplan.render.changes import as_json

            answer(as_json.render(found, old=old, new=new))
        case Output.MARKDOWN:
            from lacplan.render.changes import markdown

            answer(markdown.render(found, old=old, new=new))
        case Output.TABLE | Output.CSV:
            if not found.changes:
                answer(f"No {f'{cls} ' if cls else ''}differences.\n")
            elif stat:
                from lacplan.cli import stat_table

                _print(stat_table.report(found, width=console().width))
            else:
                from lacplan.cli import changes_table

                _print(changes_table.report(found, old, new, side_by_side=side_by_side))


def _tell_chart(old: Side, new: Side, format: Output) -> None:
    from lacplan.diff.chart import chart

    made = chart(old.plan, new.plan)
    match format:
        case Output.MARKDOWN:
            from lacplan.render.changes import chart as written

            answer(written.markdown(made, old=old, new=new))
        case Output.CSV:
            from lacplan.render.changes import chart as written

            answer(written.csv(made))
        case Output.TABLE | Output.JSON:
            from lacplan.cli import chart_table

            _print(chart_table.report(made, old, new))


def _print(parts: "Iterable[RenderableType]") -> None:
    paper = console()
    for part in parts:
        paper.print(part, crop=False)  # no line is too long, and looking takes its time
