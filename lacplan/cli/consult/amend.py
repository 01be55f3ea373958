"""``lacplan consult amend``."""

from datetime import datetime
from hashlib import sha256
from typing import Annotated

import typer

from lacplan.cli.console import answer
from lacplan.cli.options import Drafts, InConsultation, Name
from lacplan.errors import LacplanError


def amend(
    name: Name,
    comment: Annotated[str, typer.Argument(help="The comment.", metavar="COMMENT")],
    text: Annotated[
        str | None, typer.Option(help="Its author's corrected text.", metavar="TEXT")
    ] = None,
    proposed: Annotated[
        str | None, typer.Option(help="Its author's corrected proposal.", metavar="TEXT")
    ] = None,
    item: Annotated[
        str | None, typer.Option(help="The id of the item that it is about.", metavar="ITEM")
    ] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Its author takes it back.")] = False,
    moderate: Annotated[
        str | None,
        typer.Option(help="Take its text from the public page, and say why.", metavar="REASON"),
    ] = None,
    reason: Annotated[
        str | None, typer.Option(help="Why it is amended or withdrawn.", metavar="TEXT")
    ] = None,
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Correct, withdraw or moderate a comment, by a line of its own; what was said stays too."""
    from lacplan.cli.consult.opened import opened, want_comment
    from lacplan.model.comment import Action, Amendment
    from lacplan.model.comment_line import encode_line, objects

    sets: dict[str, object] = {
        key: said for key, said in (("text", text), ("proposed", proposed)) if said is not None
    }
    folder = opened(name, consultation, drafts)
    before = want_comment(folder, comment)
    if item is not None:
        _want_item(name, folder.consultation.version, item, drafts)
        sets["target"] = objects(before.target._replace(item=item, given=None))
    asked = [bool(sets), withdraw, moderate is not None]
    if asked.count(True) != 1:
        hint = "Use --text, --proposed and --item, or --withdraw, or --moderate REASON."
        raise LacplanError("Say what is amended: one thing at a time.", hint=hint)
    action = Action.AMEND if sets else Action.WITHDRAW if withdraw else Action.MODERATE
    now = datetime.now().astimezone().isoformat()
    made = Amendment("", comment, action, now, moderate or reason, sets)
    sum = sha256(encode_line(made).encode()).hexdigest()[:8]
    folder.files.add([made._replace(id=f"{comment}-{sum}")])
    answer(f"{comment}: {action}.\n")


def _want_item(name: str, version: str, item: str, drafts: Drafts) -> None:
    from lacplan.errors import nearest
    from lacplan.store.drafts import fetch

    ids = fetch(f"{name}@{version}", drafts).plan.ids()
    if item not in ids:
        guess = nearest(item, ids)
        hint = (
            f"Did you mean “{guess}”?" if guess else f"“lacplan show {name}@{version}” lists them."
        )
        raise LacplanError(f"“{name}@{version}” has no item “{item}”.", hint=hint)
