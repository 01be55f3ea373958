"""``lacplan consult amend``."""

from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lacplan.cli.console import answer
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
from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lacplan.model.comment import Comment
    from lacplan.store.consultations import ConsultationFolder

_DONE = {
    "amend": "amended",
    "withdraw": "withdrawn",
    "moderate": "moderated: its text is not shown to the public",
    "restore": "restored",
}


def amend(
    name: Name,
    comment: Annotated[str, typer.Argument(help="The comment.", metavar="COMMENT")],
    text: Annotated[
        str | None, typer.Option(help="Its author's corrected text.", metavar="TEXT")
    ] = None,
    proposed: Annotated[
        str | None, typer.Option(help="Its author's corrected proposal.", metavar="TEXT")
    ] = None,
    item: Item = None,
    field: Field = None,
    quote: Quote = None,
    position: Position = None,
    type: Type = None,
    language: Language = None,
    stakeholder: Stakeholder = None,
    country: Country = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Its author takes it back.")] = False,
    moderate: Annotated[
        str | None,
        typer.Option(help="Take its text from the public page, and say why.", metavar="REASON"),
    ] = None,
    restore: Annotated[
        bool,
        typer.Option("--restore", help="It was withdrawn or moderated by mistake."),
    ] = False,
    reason: Annotated[str | None, typer.Option(help="Why it is so.", metavar="TEXT")] = None,
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Correct, withdraw or moderate a comment, by a line of its own; what was said stays too.

    An empty text takes a field away.
    """
    from lacplan.cli.consult.opened import opened
    from lacplan.model.comment import Action

    fields = {
        "text": text,
        "proposed": proposed,
        "item": item,
        "field": field,
        "quote": quote,
        "position": position,
        "type": type,
        "language": language,
        "stakeholder": stakeholder,
        "country": country,
    }
    said = {key: given for key, given in fields.items() if given is not None}
    asked = {
        Action.AMEND: bool(said),
        Action.WITHDRAW: withdraw,
        Action.MODERATE: moderate is not None,
        Action.RESTORE: restore,
    }
    actions = [action for action, is_asked in asked.items() if is_asked]
    if len(actions) != 1:
        hint = "Use --text, --item and the like, or --withdraw, or --moderate REASON, or --restore."
        raise LacplanError("Say what is amended: one thing at a time.", hint=hint)
    (action,) = actions
    folder = opened(name, consultation, drafts)
    with folder.files.writing():
        before = _want(name, folder, comment, action, moderate)
        sets = _sets(name, folder, before, said, drafts) if said else {}
        _add(folder, comment, action, moderate or reason, sets)
    answer(f"{comment} is {_DONE[action]}.\n")


def _want(
    name: str, folder: "ConsultationFolder", id: str, action: str, moderate: str | None
) -> "Comment":
    """Return the comment *id*, of which *action* can be said.

    Raises:
        LacplanError: There is none, or *action* can't be said of it.
    """
    from lacplan.cli.consult.opened import want_living

    comment = want_living(folder, id)
    if moderate is not None and not moderate.strip():
        hint = "Write it for those whose comment it is: --moderate REASON."
        raise LacplanError("A comment is moderated for a reason.", hint=hint)
    if comment.withdrawn and action in ("amend", "withdraw"):
        hint = f"Was that a mistake? lacplan consult amend {name} {id} --restore"
        raise LacplanError(f"“{id}” was withdrawn.", hint=hint)
    if action == "restore" and not comment.withdrawn and comment.moderated is None:
        hint = f"See how it reads: lacplan consult show {name} {id}"
        raise LacplanError(f"“{id}” is neither withdrawn nor moderated.", hint=hint)
    return comment


def _sets(
    name: str,
    folder: "ConsultationFolder",
    before: "Comment",
    said: "Mapping[str, str]",
    drafts: Drafts,
) -> dict[str, Any]:
    """Return the keys of the comment's line that *said* sets anew.

    Raises:
        LacplanError: It says what is not known, or nothing new.
    """
    from lacplan.cli.consult.opened import consulted
    from lacplan.cli.consult.taking_in import context_of
    from lacplan.consult.intake import corrected
    from lacplan.model.comment_line import difference

    plan = consulted(name, folder.id, drafts)[1].plan if said.get("item") else None
    after, notices = corrected(before, said, context_of(folder, plan, None))
    for notice in notices:
        hint = f"“lacplan show {name}@{folder.consultation.version}” lists the items."
        if notice.kind != "unresolved":
            hint = "“lacplan consult amend --help” tells what the options take."
        raise LacplanError(f"It {notice.says}.", hint=hint)
    for key in ("position", "type", "language"):
        if key in said and getattr(after, key) is None:
            raise LacplanError(f"“--{key}” can't be empty.", hint="Say what it is.")
    sets = difference(before, after)
    if not sets:
        hint = f"See how it reads: lacplan consult show {name} {before.id}"
        raise LacplanError(f"“{before.id}” says just that already.", hint=hint)
    return sets


def _add(
    folder: "ConsultationFolder", comment: str, action: str, reason: str | None, sets: "Any"
) -> None:
    from lacplan.consult.cleaning import Cleaner
    from lacplan.model.comment import Action, Amendment
    from lacplan.model.comment_line import encode_line

    now = datetime.now().astimezone().isoformat()
    why = Cleaner()(reason) if reason else None
    made = Amendment("", comment, Action(action), now, why or None, sets)
    sum = sha256(encode_line(made).encode()).hexdigest()[:8]
    folder.files.add([made._replace(id=f"{comment}-{sum}")])
