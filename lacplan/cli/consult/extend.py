"""``lacplan consult extend``."""

from datetime import datetime
from typing import Annotated

import typer

from lacplan.cli.console import answer
from lacplan.cli.options import Drafts, InConsultation, Name
from lacplan.errors import LacplanError
from lacplan.model.consultation import CONSULTATION_FILE


def extend(
    name: Name,
    closes: Annotated[
        str, typer.Option(help="When it closes now: a day, or RFC 3339.", metavar="DATE")
    ],
    why: Annotated[
        str | None, typer.Option(help="Why, in a line that readers will see.", metavar="TEXT")
    ] = None,
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Let a consultation close later than was said; both days stay on record.

    Comments that came in between count as in time from then on.
    """
    from lacplan.cli.consult.opened import opened
    from lacplan.cli.consult.writing import document_of, save
    from lacplan.consult.desk import with_extension, with_state
    from lacplan.consult.moments import closing, moment

    now = datetime.now().astimezone()
    folder = opened(name, consultation, drafts)
    with folder.files.writing():
        asked = folder.consultation
        end = closing(asked)
        until = moment(closes, now.astimezone(end.tzinfo), ends=True)
        if datetime.fromisoformat(until) <= end:
            message = f"It closes on {asked.end} already, which is not before {until}."
            raise LacplanError(message, hint="Name a later day with --closes.")
        entry = {"until": until, "on": f"{now.astimezone(end.tzinfo):%Y-%m-%d}"}
        if reason := " ".join((why or "").split()):
            entry["why"] = reason
        document = with_extension(document_of(folder.consultation_file), entry)
        opens = asked.state == "closed" and datetime.fromisoformat(until) > now
        if opens:
            document = with_state(document, "open")
        save(folder, CONSULTATION_FILE, document)
    again = " It is open again." if opens else ""
    answer(f"The consultation “{folder.id}” on {name} closes on {until}.{again}\n")
