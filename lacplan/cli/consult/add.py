"""``lacplan consult add``."""

import sys
from datetime import datetime
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, warn
from lacplan.cli.consult.comment_options import (
    Country,
    Field,
    Item,
    Language,
    Position,
    Quote,
    Stakeholder,
    Type,
)
from lacplan.cli.options import Drafts, InConsultation, Name
from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lacplan.consult.intake import Intake
    from lacplan.model.plan import Plan
    from lacplan.store.consultations import ConsultationFolder


def add(
    name: Name,
    text: Annotated[
        str, typer.Argument(help="What was said; - reads it from standard input.", metavar="TEXT")
    ],
    item: Item = None,
    field: Field = None,
    quote: Quote = None,
    proposed: Annotated[
        str | None, typer.Option(help="The wording that is proposed.", metavar="TEXT")
    ] = None,
    position: Position = None,
    type: Type = None,
    language: Language = None,
    by: Annotated[str | None, typer.Option("--name", help="Who said it.", metavar="TEXT")] = None,
    organization: Annotated[
        str | None, typer.Option(help="For which body.", metavar="TEXT")
    ] = None,
    stakeholder: Stakeholder = None,
    country: Country = None,
    reply: Annotated[
        list[str] | None,
        typer.Option(
            "--answer", help="The answer to a question of the consultation.", metavar="ID=TEXT"
        ),
    ] = None,
    signatory: Annotated[
        list[str] | None, typer.Option(help="Who else says it.", metavar="TEXT")
    ] = None,
    attachment: Annotated[
        list[Path] | None,
        typer.Option(
            help="A file that came with it: its name and SHA-256 are kept.", metavar="FILE"
        ),
    ] = None,
    mail: Annotated[
        str | None, typer.Option(help="A mail address; it goes to private/.", metavar="TEXT")
    ] = None,
    telephone: Annotated[
        str | None, typer.Option(help="A telephone number; it goes to private/.", metavar="TEXT")
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
        "mail": mail,
        "telephone": telephone,
        "signatories": dumps(signatory) if signatory else None,
        "attachments": dumps(_attached(attachment)) if attachment else None,
        "received": moment(received, now) if received else now.isoformat(),
    }
    folder, version = consulted(name, consultation, drafts)
    replies = _replies(reply or (), [each.id for each in folder.consultation.questions])
    intake = _taken_in(folder, version.plan, cells, replies, channel)
    made = intake.comments[0]
    _keep(folder, intake)
    about = made.target.item or "the plan as a whole"
    answer(f"{made.id} taken in, about {about}{', late' if made.late else ''}.\n")


def _taken_in(
    folder: "ConsultationFolder",
    plan: "Plan",
    cells: "Mapping[str, str | None]",
    replies: "Mapping[str, str]",
    channel: str,
) -> "Intake":
    """Return the comment that *cells* say, with the answers to questions; warn of what is odd.

    Raises:
        LacplanError: They say nothing, or came when nothing is taken in.
    """
    from lacplan.cli.consult.taking_in import context_of
    from lacplan.consult.columns import Columns
    from lacplan.consult.intake import take_in

    columns = Columns(
        {key: at for at, key in enumerate(cells)},
        {key: at for at, key in enumerate(replies, len(cells))},
        (),
    )
    said = [each or "" for each in (*cells.values(), *replies.values())]
    context = context_of(folder, plan, None)._replace(channel=channel)
    intake = take_in(columns, [(1, said)], context)
    for notice in intake.notices:
        warn(f"It {notice.says}.")
    if intake.with_mail:
        warn("It has a mail address in its text, which will be public.")
    if not intake.comments:
        raise LacplanError("Nothing was taken in.", hint="See the warning above.")
    return intake


def _keep(folder: "ConsultationFolder", intake: "Intake") -> None:
    from lacplan.store.contacts import keep_contacts

    with folder.files.writing():
        if not folder.files.add(intake.comments):
            raise LacplanError(
                f"“{intake.comments[0].id}” is there already, with the same words.",
                hint="Did somebody else say so, too? Tell who: --name, --organization, --received.",
            )
        keep_contacts(folder.folder, intake.contacts)


def _replies(said: "Sequence[str]", questions: list[str]) -> dict[str, str]:
    """Return the answers that are *said*, by the ids of their questions.

    Raises:
        LacplanError: The consultation asks no such question.
    """
    found = {}
    for each in said:
        question, sign, text = each.partition("=")
        if not sign or question not in questions:
            guess = nearest(question, questions)
            listed = f"It asks: {', '.join(questions)}." if questions else "It asks none."
            hint = f"Did you mean “{guess}”?" if guess and guess != question else listed
            raise LacplanError(f"“{each}” is no answer to a question.", hint=hint)
        found[question] = text
    return found


def _attached(files: list[Path]) -> list[dict[str, str]]:
    """Return the name and the SHA-256 of each of *files*.

    Raises:
        LacplanError: One can't be read.
    """
    from hashlib import file_digest

    found = []
    for file in files:
        try:
            with file.open("rb") as content:
                sum = file_digest(content, "sha256").hexdigest()
        except OSError as error:
            reason = error.strerror or error
            hint = "Check the path and the permissions."
            raise LacplanError(f"“{file}” can't be read: {reason}.", hint=hint) from None
        found.append({"sha256": sum, "name": file.name})
    return found
