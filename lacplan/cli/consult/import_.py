"""``lacplan consult import``."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from lacplan.cli.console import answer, warn
from lacplan.cli.options import Drafts, InConsultation, Name
from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lacplan.consult.columns import Columns
    from lacplan.consult.intake import Context, Intake
    from lacplan.exchange.comment_table import Table
    from lacplan.model.comment import Record
    from lacplan.store.consultations import ConsultationFolder


class Output(StrEnum):
    """How the import is reported."""

    TEXT = "text"
    JSON = "json"


class Taken(NamedTuple):
    """What one file brings in."""

    file: Path
    table: "Table"
    columns: "Columns"
    intake: "Intake"


class Met(NamedTuple):
    """What of all files is new, and what was there already."""

    new: "list[Record]"
    known: int
    differing: list[str]
    """The ids of those that are there with other words."""

    erased: int = 0
    """How many belong to submissions that were erased: those stay erased."""

    gone: "frozenset[str]" = frozenset()
    """The submissions that were erased."""

    parts: tuple[str, ...] = ()
    """The ids of parts of comments that are there and are not split so: those stay as they are."""


def import_(
    name: Name,
    files: Annotated[
        list[Path],
        typer.Argument(help="Tables of comments: CSV, or JSON lines (.jsonl).", metavar="FILE..."),
    ],
    column: Annotated[
        list[str] | None,
        typer.Option(
            help="What a column holds, such as text=Comentario; text= for no column.",
            metavar="FIELD=COLUMN",
        ),
    ] = None,
    channel: Annotated[
        str | None,
        typer.Option(help="How they came; csv or jsonl where left out.", metavar="WORD"),
    ] = None,
    received: Annotated[
        str | None,
        typer.Option(help="When rows without a date came; now where left out.", metavar="DATE"),
    ] = None,
    prefix: Annotated[
        str,
        typer.Option(
            help="What is put before the ids that the table gives, where another table has the "
            "same ones.",
            metavar="TEXT",
        ),
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only tell what would be taken in.")
    ] = False,
    format: Annotated[Output, typer.Option(help="How to report.")] = Output.TEXT,
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Take comments in from tables: all of them, or on a fault none. A second time adds nothing.

    Columns are known by their names in English, Spanish, Portuguese and French. Mail addresses,
    telephone numbers and postal addresses go to private/, which git ignores.
    """
    from lacplan.cli.consult.import_report import reminders, told
    from lacplan.cli.consult.opened import consulted
    from lacplan.cli.consult.taking_in import context_of

    folder, version = consulted(name, consultation, drafts)
    context = context_of(folder, version.plan, received)._replace(prefix=prefix)
    named = _named(column)
    taken = [_take(file, context, named, channel) for file in files]
    if dry_run:
        met = _meet(folder, taken)
    else:
        with folder.files.writing():
            met = _meet(folder, taken)
            _keep(folder, taken, met)
    match format:
        case Output.JSON:
            answer(_as_json(taken, met, dry_run=dry_run))
        case Output.TEXT:
            answer("".join(f"{line}\n" for line in told(taken, met, dry_run=dry_run)))
            for line in reminders(name, taken, met, dated=received is not None):
                warn(line)


def _named(column: list[str] | None) -> dict[str, str]:
    """Return the columns that the user named, by what they hold."""
    named = {}
    for each in column or ():
        field, sign, name = each.partition("=")
        if not sign:
            hint = "Write FIELD=COLUMN, such as text=Comentario."
            raise LacplanError(f"“{each}” names no column.", hint=hint)
        named[field.strip()] = name.strip()
    return named


def _take(file: Path, context: "Context", named: "Mapping[str, str]", channel: str | None) -> Taken:
    from lacplan.consult.columns import find_columns, is_heading
    from lacplan.consult.intake import take_in
    from lacplan.exchange.comment_table import read_table
    from lacplan.vocab.headings import plain

    questions = {
        plain(called): each.id
        for each in context.consultation.questions
        for called in (each.id, *(text for _, text in each.text))
    }
    table = read_table(file, lambda row: is_heading(row, named, questions))
    columns = find_columns(table.columns, named, questions)
    channel = channel or ("csv" if table.delimiter else "jsonl")
    return Taken(
        file, table, columns, take_in(columns, table.rows, context._replace(channel=channel))
    )


def _meet(folder: "ConsultationFolder", taken: "Sequence[Taken]") -> Met:
    """Return what is new among all that the files bring in."""
    from lacplan.consult.known import is_known
    from lacplan.model.comment import Comment
    from lacplan.model.ledger import comments_now
    from lacplan.store.comments import erased_submissions

    records = [line.record for line in folder.files.lines() if line.record]
    first: dict[str, Record] = {each.id: each for each in records}
    now = {each.id: each for each in comments_now(records)}
    gone, there = erased_submissions(records), frozenset(first)
    new: list[Record] = []
    differing: list[str] = []
    parts: list[str] = []
    same = erased = 0
    for comment in (comment for each in taken for comment in each.intake.comments):
        if comment.submission in gone:
            erased += 1
            continue
        before = first.setdefault(comment.id, comment)
        if before is comment and comment.split_from in there:
            parts.append(comment.id)
        elif before is comment:
            new.append(comment)
        elif isinstance(before, Comment) and is_known(comment, before, now.get(before.id, before)):
            same += 1
        else:
            differing.append(comment.id)
    return Met(new, same, differing, erased, gone, tuple(parts))


def _keep(folder: "ConsultationFolder", taken: "Sequence[Taken]", met: Met) -> None:
    from lacplan.store.contacts import keep_contacts

    contacts = [
        each for one in taken for each in one.intake.contacts if each.submission not in met.gone
    ]
    keep_contacts(folder.folder, contacts)
    folder.files.add(met.new)


def _as_json(taken: "Sequence[Taken]", met: Met, *, dry_run: bool) -> str:
    from json import dumps

    from lacplan.exchange.comment_table import ALONE

    said = {
        "version": 1,
        "dry-run": dry_run,
        "files": [
            {
                "file": str(each.file),
                "encoding": each.table.encoding,
                "delimiter": each.table.delimiter.strip(ALONE) or None,
                "columns": {
                    field: each.table.columns[at]
                    for field, at in {**each.columns.fields, **each.columns.answers}.items()
                },
                "unused": list(each.columns.unused),
                "heading": each.table.heading,
                "month-first": each.intake.month_first,
                "undated": each.intake.undated,
                "cleaned": dict(each.intake.cleaned),
                "with-mail": list(each.intake.with_mail),
                "notices": [notice._asdict() for notice in each.intake.notices],
            }
            for each in taken
        ],
        "summary": {
            "new": len(met.new),
            "known": met.known,
            "differing": met.differing,
            "erased": met.erased,
            "parts": list(met.parts),
            "late": sum(getattr(comment, "late", False) for comment in met.new),
        },
    }
    return dumps(said, ensure_ascii=False, indent=2) + "\n"
