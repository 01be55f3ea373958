"""``lacplan log``."""

from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, console, progress
from lacplan.cli.lifetime import Output, PlanRef, subject, tell_cut, versions
from lacplan.cli.options import Drafts
from lacplan.diff.change import Class

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lacplan.history.log import Entry
    from lacplan.store.lifetime import Lifetime


def log(
    ref: PlanRef,
    since: Annotated[
        str | None,
        typer.Option(
            help="Only commits since then: a day, month or year, a version's label, or a revision.",
            metavar="WHEN",
            show_default=False,
        ),
    ] = None,
    cls: Annotated[
        Class | None, typer.Option("--class", help="Only the changes of this class.")
    ] = None,
    number: Annotated[
        int | None,
        typer.Option("-n", "--number", help="At most so many commits.", metavar="N", min=1),
    ] = None,
    format: Annotated[Output, typer.Option(help="How to tell of it.")] = Output.TABLE,
    drafts: Drafts = None,
) -> None:
    """Tell what each commit meant to a draft, newest first.

    The draft is followed through every renaming of its file. What a merge merely joined is told
    where it was made; layout is told as such.
    """
    from lacplan.store.lifetime import open_lifetime

    with open_lifetime(ref, drafts) as life:
        entries = islice(_entries(life, since, cls), number)
        if format is Output.JSON:
            from lacplan.render.history import as_json

            answer(as_json.log(subject(life), entries, versions(life)))
        else:
            _print(life, entries)
        tell_cut(life)


def _entries(life: "Lifetime", since: str | None, cls: Class | None) -> "Iterator[Entry]":
    from lacplan.history.log import of_class, read_log

    only = None if since is None else life.since(since)
    with progress("Reading history", len(life.walk.commits)) as step:
        for entry in read_log(life.walk.commits, life.past, only=only):
            kept = entry if cls is None else of_class(entry, cls)
            if kept is not None:
                yield kept
            step()


def _print(life: "Lifetime", entries: "Iterable[Entry]") -> None:
    from lacplan.cli.log_table import Table, row

    published = versions(life).published
    rows = [
        row(entry, published.get(entry.commit.id, ()), begun=_begun(life, entry))
        for entry in entries
    ]
    if rows:
        console().print(Table(rows), crop=False)
    else:
        answer("No such commits.\n")


def _begun(life: "Lifetime", entry: "Entry") -> str:
    """Return what a draft began with, for the commit that it began with."""
    from lacplan.history.log import Nature

    if entry.kind is not Nature.BEGINS or entry.commit.after is None:
        return ""
    facts = life.past.facts(entry.commit.after.blob)
    return f"{facts.items:,} item{'' if facts.items == 1 else 's'}"
