"""``lacplan consult split``."""

from typing import Annotated

import typer

from lacplan.cli.console import answer
from lacplan.cli.options import Drafts, InConsultation, Name
from lacplan.errors import LacplanError


def split(
    name: Name,
    comment: Annotated[str, typer.Argument(help="The comment.", metavar="COMMENT")],
    parts: Annotated[
        list[str],
        typer.Argument(help="The text of each part, in the author's words.", metavar="TEXT..."),
    ],
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Part a comment that says several things; each part says which comment it comes from.

    The comment itself stays on record and counts no more: its parts do.
    """
    from lacplan.cli.consult.opened import opened, want_comment

    if len(parts) < 2:
        hint = "Write the text of each part, one after the other."
        raise LacplanError("A comment is split into two parts at the least.", hint=hint)
    folder = opened(name, consultation, drafts)
    whole = want_comment(folder, comment)
    if comment in folder.ledger.split:
        raise LacplanError(f"“{comment}” was split already.", hint="Split one of its parts.")
    everybody = folder.ledger.by_id.values()
    last = max(each.seq for each in everybody if each.submission == whole.submission)
    made = [
        whole._replace(
            id=f"{whole.submission}.{seq}", seq=seq, text=text.strip(), split_from=comment
        )
        for seq, text in enumerate(parts, last + 1)
    ]
    folder.files.add(made)
    answer(f"{comment} was split into {', '.join(each.id for each in made)}.\n")
    link = folder.ledger.links.get(comment)
    if link is not None:
        answer(f"It was linked to “{link.issue}”: link its parts.\n")
