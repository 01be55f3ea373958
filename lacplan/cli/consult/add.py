"""``lacplan consult add``."""

import sys
from datetime import datetime
from typing import Annotated

import typer

from lacplan.cli.console import answer, warn
from lacplan.cli.options import Drafts, InConsultation, Name
from lacplan.errors import LacplanError


def add(
    name: Name,
    text: Annotated[
        str, typer.Argument(help="What was said; - reads it from standard input.", metavar="TEXT")
    ],
    item: Annotated[
        str | None,
        typer.Option(help="What it is about: an id, a code or a title.", metavar="ITEM"),
    ] = None,
    field: Annotated[str | None, typer.Option(help="Which of its fields.", metavar="FIELD")] = None,
    quote: Annotated[
        str | None, typer.Option(help="The words that are meant.", metavar="TEXT")
    ] = None,
    proposed: Annotated[
        str | None, typer.Option(help="The wording that is proposed.", metavar="TEXT")
    ] = None,
    position: Annotated[
        str | None,
        typer.Option(help="support, support-with-change, oppose or neutral.", metavar="WORD"),
    ] = None,
    type: Annotated[
        str | None,
        typer.Option(help="ge (general), te (technical) or ed (editorial).", metavar="WORD"),
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="The language of the text (BCP 47).", metavar="TAG")
    ] = None,
    by: Annotated[str | None, typer.Option("--name", help="Who said it.", metavar="TEXT")] = None,
    organization: Annotated[
        str | None, typer.Option(help="For which body.", metavar="TEXT")
    ] = None,
    stakeholder: Annotated[
        str | None,
        typer.Option(help="The stakeholder group, or a constituency.", metavar="WORD"),
    ] = None,
    country: Annotated[
        str | None, typer.Option(help="ISO 3166-1 alpha-2, or its name.", metavar="CODE")
    ] = None,
    received: Annotated[
        str | None, typer.Option(help="When; now where left out.", metavar="DATE")
    ] = None,
    channel: Annotated[str, typer.Option(help="How it came.", metavar="WORD")] = "meeting",
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Take in one comment, as it was made in a meeting."""
    from lacplan.cli.consult.opened import consulted
    from lacplan.cli.consult.taking_in import context_of
    from lacplan.consult.columns import Columns
    from lacplan.consult.intake import take_in
    from lacplan.consult.moments import moment

    if text == "-":
        text = sys.stdin.read()
    now = datetime.now().astimezone().replace(microsecond=0)
    cells = {
        "text": text,
        "item": item,
        "field": field,
        "quote": quote,
        "proposed": proposed,
        "position": position,
        "type": type,
        "language": language,
        "name": by,
        "organization": organization,
        "stakeholder": stakeholder,
        "country": country,
        "received": moment(received, now) if received else now.isoformat(),
    }
    folder, version = consulted(name, consultation, drafts)
    columns = Columns({key: at for at, key in enumerate(cells)}, {}, ())
    context = context_of(folder, version.plan, None)._replace(channel=channel)
    intake = take_in(columns, [(1, [each or "" for each in cells.values()])], context)
    for notice in intake.notices:
        warn(f"It {notice.says}.")
    if not intake.comments:
        raise LacplanError("Nothing was taken in.", hint="See the warning above.")
    made = intake.comments[0]
    if not folder.files.add([made]):
        raise LacplanError(f"“{made.id}” is there already, with the same words.", hint="Show it.")
    about = made.target.item or "the plan as a whole"
    answer(f"{made.id} taken in, about {about}{', late' if made.late else ''}.\n")
