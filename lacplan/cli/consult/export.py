"""``lacplan consult export``."""

from enum import StrEnum
from typing import Annotated

import typer

from lacplan.cli.console import answer, say
from lacplan.cli.options import Drafts, InConsultation, OutputFile, Ref


class Output(StrEnum):
    """The form of the table."""

    CSV = "csv"
    JSONL = "jsonl"


def export(
    ref: Ref,
    format: Annotated[Output, typer.Option(help="CSV, or JSON lines.")] = Output.CSV,
    output: OutputFile = None,
    public: Annotated[
        bool,
        typer.Option("--public", help="Only what the consultation makes public of an author."),
    ] = False,
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Write the comments as a table, with what became of each.

    NAME@LABEL or NAME@REVISION writes those that were in that commit. Texts that were moderated are
    left out. How people can be reached is never in it.
    """
    from lacplan.cli.consult.opened import looked_at, warn_of_damage
    from lacplan.consult.publicity import public_part
    from lacplan.render.community import comment_table
    from lacplan.store.files import write

    found, _ = looked_at(ref, consultation, drafts)
    warn_of_damage(found, ref)
    ledger = public_part(found.ledger) if public else found.ledger
    match format:
        case Output.CSV:
            text = comment_table.as_csv(ledger)
        case Output.JSONL:
            text = comment_table.as_json_lines(ledger)
    if output is None or str(output) == "-":
        answer(text)
        return
    write(output, text.encode(errors="surrogateescape"))
    say(f"Wrote {len(ledger.comments):,} comments to {output}.")
