"""``lacplan consult report``."""

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, say, warn
from lacplan.cli.options import Drafts, InConsultation, OutputFile, Ref

if TYPE_CHECKING:
    from lacplan.consult.report import Report
    from lacplan.diff.answers import Answers
    from lacplan.store.consultations import Consulted
    from lacplan.store.drafts import Source


class Output(StrEnum):
    """What the report is written as."""

    MARKDOWN = "markdown"
    JSON = "json"


def report(
    ref: Ref,
    format: Annotated[Output, typer.Option(help="What to write it as.")] = Output.MARKDOWN,
    output: OutputFile = None,
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Write the public report: who took part, what was decided and why, what changed because of it.

    It is in the plan's language, tells no more of authors than the consultation makes public, and
    is the same to the last byte wherever it is made from the same files and versions.
    NAME@LABEL or NAME@REVISION makes it from what was in that commit.
    """
    from lacplan.cli.consult.opened import looked_at, text_asked, warn_of_damage
    from lacplan.cli.render import spare_drafts

    found, source = looked_at(ref, consultation, drafts)
    asked = text_asked(found, source.name or source.ref, drafts)
    warn_of_damage(found, ref)
    text = _written(_report(found, asked, source), format)
    if output is None or str(output) == "-":
        answer(text)
        return
    spare_drafts(output, asked)
    from lacplan.store.files import write

    write(output, text.encode())
    say(f"Wrote {output}.")


def _report(found: "Consulted", asked: "Source", source: "Source") -> "Report":
    from lacplan.cli.consult.checking import answers_of
    from lacplan.cli.consult.opened import group_of
    from lacplan.consult.dates import Moments
    from lacplan.consult.publicity import public_part
    from lacplan.consult.report import File
    from lacplan.consult.report import report as made

    answers = answers_of(found, source, public_part(found.ledger))
    _warn_of_missing(answers)
    moments = Moments(found.consultation, (), found.consultation.opens)
    return made(
        answers,
        asked.plan,
        group_of(found),
        late=moments.is_late,
        files=[File(*each) for each in found.sums()],
    )


def _warn_of_missing(answers: "Answers") -> None:
    """Say which versions that changes are claimed of can't be read, so that none is shown."""
    from lacplan.validate.guess import UNPUBLISHED

    named = Counter(each.in_ for each in answers.claims if each.in_)
    for label, count in named.items():
        if answers.evidence(label):
            continue
        what = "change is" if count == 1 else "changes are"
        hint = "" if label in answers.by_label else f" {UNPUBLISHED}"
        warn(f"{count:,} {what} claimed of “{label}”, which can't be read here.{hint}")


def _written(report: "Report", format: Output) -> str:
    match format:
        case Output.MARKDOWN:
            from lacplan.render.community.report_markdown import render as render_markdown

            return render_markdown(report)
        case Output.JSON:
            from lacplan.render.community.report_json import render as render_json

            return render_json(report)
