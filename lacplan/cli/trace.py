"""``lacplan trace``."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, console
from lacplan.cli.options import Drafts, Ref
from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from lacplan.consult.trace import Trace, Traced
    from lacplan.model.group import Group
    from lacplan.render.community.told import Told
    from lacplan.store.drafts import Source


class Output(StrEnum):
    """How the trace is told."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"
    CSV = "csv"


def trace(
    ref: Ref,
    member: Annotated[
        str | None,
        typer.Option(help="Only what this member brought in, and where it is.", metavar="ID"),
    ] = None,
    item: Annotated[
        str | None,
        typer.Option(help="Only what this item (id or code) comes from.", metavar="ID"),
    ] = None,
    orphans: Annotated[
        bool,
        typer.Option(
            "--orphans", help="Items nobody asked for, and contributions that went nowhere."
        ),
    ] = False,
    format: Annotated[Output, typer.Option(help="How to tell it.")] = Output.TABLE,
    drafts: Drafts = None,
) -> None:
    """Tell where in the plan each contribution is found again, through every version.

    What is said to be reflected since a version is looked up in that version.
    """
    from lacplan.cli.drafts import open_draft

    if sum((member is not None, item is not None, orphans)) > 1:
        message = "--member, --item and --orphans ask for different things."
        raise LacplanError(message, hint="Ask for one of them at a time.")
    source = open_draft(ref, drafts)
    group = _group(source)
    made = _trace(source)
    chosen = made.contributions
    if member is not None:
        chosen = _of_member(made, group, member)
    elif item is not None:
        chosen = _of_item(made, item)
    told = _told(made, group, source if format is not Output.TABLE else None)
    if format is Output.TABLE:
        _print(told, chosen, _title(member, item, told), orphans=orphans)
    else:
        answer(_rendered(told, chosen, source.ref, format, orphans=orphans))


def _group(source: "Source") -> "Group | None":
    from lacplan.model.companions import GROUP
    from lacplan.store.companions import companion

    found = companion(source.beside, GROUP)
    return found.value if found else None


def _trace(source: "Source") -> "Trace":
    """Return the trace of the draft; one of a version knows of none after it."""
    from lacplan.cli.companions import require
    from lacplan.consult.trace import Trace
    from lacplan.model.companions import CONTRIBUTIONS
    from lacplan.store.companions import published

    contributions = require(source, CONTRIBUTIONS).contributions
    versions = published(source) or ()
    labels = [version.label for version in versions]
    if source.label in labels:
        versions = versions[: labels.index(source.label)]
    return Trace(contributions, source.plan, versions, label=source.version)


def _of_member(made: "Trace", group: "Group | None", member: str) -> "tuple[Traced, ...]":
    """Return what *member* brought in.

    Raises:
        LacplanError: Nobody has that id.
    """
    known = {each.id for each in group.members} if group else set()
    known |= {each.contribution.by for each in made.contributions if each.contribution.by}
    if member not in known:
        guess = nearest(member, known)
        hint = f"Did you mean “{guess}”?" if guess else "Write the id of group.yaml, such as m-01."
        raise LacplanError(f"No member has the id “{member}”.", hint=hint)
    return made.by(member)


def _of_item(made: "Trace", item: str) -> "tuple[Traced, ...]":
    """Return what is reflected in *item*.

    Raises:
        LacplanError: Neither the draft nor a version has one with that id or code.
    """
    found = made.find(item)
    if found is None:
        ids = [id for state in made.states for id in state.things]
        guess = nearest(item, dict.fromkeys(ids))
        hint = f"Did you mean “{guess}”?" if guess else "“lacplan show NAME” lists them."
        message = f"Neither the draft nor a version has an item with the id or code “{item}”."
        raise LacplanError(message, hint=hint)
    return made.into(found.id)


def _told(made: "Trace", group: "Group | None", source: "Source | None") -> "Told":
    """Return what tells of the trace: in the language of the plan, in English on a terminal."""
    from lacplan.render.community import words
    from lacplan.render.community.told import Told

    names = {each.id: each.name for each in group.members} if group else {}
    return Told(made, words.of(source.plan.language if source else "en"), names)


def _title(member: str | None, item: str | None, told: "Told") -> str:
    if member is not None:
        return f"What {told.names.get(member, member)} brought in"
    thing = told.trace.find(item) if item is not None else None
    return f"Where {thing.title} ({thing.id}) comes from" if thing else ""


def _print(told: "Told", chosen: "Sequence[Traced]", title: str, *, orphans: bool) -> None:
    from lacplan.cli import trace_table

    paper = console()
    if orphans:
        parts = trace_table.orphans(told)
    elif title:
        parts = trace_table.stories(told, chosen, title=title)
    else:
        parts = trace_table.matrix(told, width=paper.width)
    for part in parts:
        paper.print(part)


def _rendered(
    told: "Told", chosen: "Sequence[Traced]", ref: str, format: Output, *, orphans: bool
) -> str:
    match format:
        case Output.JSON:
            from lacplan.render.community.trace_json import render as render_json

            return render_json(told.trace, chosen, ref=ref, orphans=orphans)
        case Output.CSV:
            from lacplan.render.community import trace_csv

            if orphans:
                return trace_csv.render_orphans(told.trace.orphans, told.trace.nowhere)
            return trace_csv.render(told.trace, chosen)
        case _:
            from lacplan.render.community import trace_markdown

            if orphans:
                return trace_markdown.render_orphans(told)
            return trace_markdown.render(told, chosen)
