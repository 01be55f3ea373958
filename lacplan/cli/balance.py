"""``lacplan balance``."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, console
from lacplan.cli.options import Drafts, Ref
from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from datetime import date

    from lacplan.consult.balance import Balance
    from lacplan.store.drafts import Source


class Output(StrEnum):
    """How the balance is told."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


def balance(
    ref: Ref,
    at: Annotated[
        str | None,
        typer.Option(
            help="As of a day (2027, 2027-03 or 2027-03-31), or of a version's day; where left "
            "out, today, and of NAME@REVISION its own day.",
            metavar="DATE|VERSION",
        ),
    ] = None,
    public: Annotated[
        bool,
        typer.Option("--public", help="Hide what could show who somebody is, or is not public."),
    ] = False,
    format: Annotated[Output, typer.Option(help="How to tell it.")] = Output.TABLE,
    drafts: Drafts = None,
) -> None:
    """Tell who is in the group that writes a plan, and who is not: counts, shares, targets.

    Who brought something in, who commented, and whose comments were accepted stand beside the
    members, where there are any.
    """
    from lacplan.cli.drafts import open_draft

    source = open_draft(ref, drafts)
    _print(_balance(source, _day(at, source), public=public), source, format)


def _day(at: str | None, source: "Source") -> "date":
    """Return the day that is meant: the last day of a date, or that of a version.

    Where none is named, that is today; of a version its own day, and of a commit the commit's.

    Raises:
        LacplanError: *at* is neither a date nor a version.
    """
    from datetime import date

    from lacplan.model.date import PartialDate
    from lacplan.store.changed import committed_on
    from lacplan.store.companions import ever_published

    if at is None and source.drafts is None:
        return date.today()
    versions = {each.label: each for each in ever_published(source)}
    if at is None and source.drafts:
        version = versions.get(source.label or "")
        return version.published if version else committed_on(source.drafts)
    try:
        return PartialDate.parse(at or "").last
    except ValueError:
        pass
    if at in versions:
        return versions[at].published
    guess = nearest(at or "", versions)
    hint = (
        f"Did you mean “{guess}”?" if guess else "Write 2027-03-31, or a version such as draft-01."
    )
    message = f"“{at}” is neither a date nor a version of “{source.name or source.ref}”."
    raise LacplanError(message, hint=hint)


def _balance(source: "Source", on: "date", *, public: bool) -> "Balance":
    from lacplan.cli.companions import require
    from lacplan.consult.balance import balance as made
    from lacplan.consult.population import accepted, commenters, contributors
    from lacplan.consult.publicity import public_part
    from lacplan.model.companions import CONTRIBUTIONS, GROUP
    from lacplan.store.companions import companion
    from lacplan.store.consultations import consultations_beside

    group = require(source, GROUP)
    brought = companion(source.beside, CONTRIBUTIONS)
    others = [contributors(group, brought.value.contributions, on)] if brought else []
    ledgers = [each.ledger for each in consultations_beside(source.beside)]
    if public:
        ledgers = [*map(public_part, ledgers)]
    others += [commenters(group, ledgers, on), accepted(group, ledgers, on)]
    return made(group, [each for each in others if each.people], on=on, public=public)


def _print(made: "Balance", source: "Source", format: Output) -> None:
    match format:
        case Output.TABLE:
            from lacplan.cli.balance_table import report
            from lacplan.render.community import words

            paper = console()
            title = source.plan.title or source.plan.name
            for part in report(made, words.of("en"), title=title, width=paper.width):
                paper.print(part)
        case Output.JSON:
            from lacplan.render.community.balance_json import render as render_json

            answer(render_json(made, ref=source.ref, title=source.plan.title))
        case Output.MARKDOWN:
            from lacplan.render.community.balance_markdown import render

            answer(render(made, plan=source.plan))
