"""``lacplan consult split``."""

from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer
from lacplan.cli.options import Drafts, InConsultation, Name
from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from lacplan.model.comment import Comment
    from lacplan.store.consultations import ConsultationFolder


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

    The comment itself stays on record and counts no more: its parts do. Where it belonged to an
    issue, they belong to none yet.
    """
    from lacplan.cli.consult.linking import readable_links, write_links
    from lacplan.cli.consult.opened import opened
    from lacplan.consult.cleaning import Cleaner
    from lacplan.model.comment import part_id

    clean = Cleaner()
    texts = [clean(each) for each in parts]
    if len(texts) < 2 or not all(texts):
        hint = "Write the text of each part, one after the other; none is empty."
        raise LacplanError("A comment is split into two parts at the least.", hint=hint)
    folder = opened(name, consultation, drafts)
    with folder.files.writing():
        whole = _want(folder, comment)
        links = readable_links(folder)
        made = [
            whole._replace(id=part_id(comment, number), text=text, split_from=comment)
            for number, text in enumerate(texts, 1)
        ]
        folder.files.add(made)
        before = links.pop(comment, [])
        if before:
            write_links(folder, links)
    answer(f"{comment} was split into {', '.join(each.id for each in made)}.\n")
    if before:
        answer(
            f"It belonged to “{before[0].issue}”: say which of its parts do, with “consult link”.\n"
        )


def _want(folder: "ConsultationFolder", id: str) -> "Comment":
    from lacplan.cli.consult.opened import want_living

    whole = want_living(folder, id)
    if id in folder.ledger.split:
        raise LacplanError(f"“{id}” was split already.", hint="Split one of its parts.")
    if whole.withdrawn:
        hint = "What its author took back needs no answer, and so no parts."
        raise LacplanError(f"“{id}” was withdrawn.", hint=hint)
    return whole
