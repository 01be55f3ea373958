"""``lacplan consult report``."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, say
from lacplan.cli.options import Drafts, InConsultation, Name

if TYPE_CHECKING:
    from lacplan.consult.report import Report
    from lacplan.store.consultations import ConsultationFolder
    from lacplan.store.drafts import Source


class Output(StrEnum):
    """What the report is written as."""

    MARKDOWN = "markdown"
    JSON = "json"


def report(
    name: Name,
    format: Annotated[Output, typer.Option(help="What to write it as.")] = Output.MARKDOWN,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file to write; else standard output."),
    ] = None,
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Write the public report: who took part, what was decided and why, what changed because of it.

    It is in the plan's language, tells no more of authors than the consultation makes public, and
    is the same to the last byte wherever it is made from the same files.
    """
    from lacplan.cli.consult.opened import consulted, warn_of_damage
    from lacplan.cli.render import spare_drafts

    folder, asked = consulted(name, consultation, drafts)
    warn_of_damage(folder)
    text = _written(_report(folder, asked), format)
    if output is None or str(output) == "-":
        answer(text)
        return
    spare_drafts(output, asked)
    from lacplan.store.files import write

    write(output, text.encode())
    say(f"Wrote {output}.")


def _report(folder: "ConsultationFolder", asked: "Source") -> "Report":
    from lacplan.cli.consult.checking import answers_of
    from lacplan.cli.consult.opened import group_of
    from lacplan.consult.dates import Moments
    from lacplan.consult.publicity import public_part
    from lacplan.consult.report import File
    from lacplan.consult.report import report as made
    from lacplan.store.drafts import fetch

    plan = fetch(str((folder.plan / "plan.yaml").absolute()))
    answers = answers_of(folder, plan, public_part(folder.ledger))
    moments = Moments(folder.consultation, (), folder.consultation.opens)
    return made(
        answers,
        asked.plan,
        group_of(folder),
        late=moments.is_late,
        files=[File(*each) for each in folder.sums()],
    )


def _written(report: "Report", format: Output) -> str:
    match format:
        case Output.MARKDOWN:
            from lacplan.render.community.report_markdown import render as render_markdown

            return render_markdown(report)
        case Output.JSON:
            from lacplan.render.community.report_json import render as render_json

            return render_json(report)
