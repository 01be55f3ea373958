"""``lacplan consult link``."""

from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer
from lacplan.cli.options import Drafts, InConsultation, Name
from lacplan.errors import LacplanError, nearest
from lacplan.model.issues import DISPOSITIONS, ISSUES_FILE, Link

if TYPE_CHECKING:
    from lacplan.store.consultations import ConsultationFolder


def link(
    name: Name,
    words: Annotated[
        list[str],
        typer.Argument(
            help="Comments or submissions, then the issue that they belong to.",
            metavar="COMMENT... ISSUE",
        ),
    ],
    title: Annotated[
        str | None, typer.Option(help="Begin the issue, with this title.", metavar="TEXT")
    ] = None,
    item: Annotated[
        str | None,
        typer.Option(help="What the begun issue is about: an item's id.", metavar="ITEM"),
    ] = None,
    disposition: Annotated[
        str | None,
        typer.Option(help="In place of the issue's, for these comments alone.", metavar="WORD"),
    ] = None,
    note: Annotated[str | None, typer.Option(help="A remark on the link.", metavar="TEXT")] = None,
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Say which issue comments belong to; all comments of a submission, where one is named.

    A comment belongs to one issue: a new link takes the place of the old one. What belongs to
    several is split first, with “consult split”.
    """
    from lacplan.cli.consult.opened import opened, warn_of_damage

    if len(words) < 2:
        hint = "Write the comments first, then the issue: c-1 c-2 ISSUE."
        raise LacplanError("A link needs a comment and an issue.", hint=hint)
    *comments, issue = words
    if disposition is not None and disposition not in DISPOSITIONS:
        guess = nearest(disposition, DISPOSITIONS)
        hint = f"Did you mean “{guess}”?" if guess else f"There are: {', '.join(DISPOSITIONS)}."
        raise LacplanError(f"There is no disposition “{disposition}”.", hint=hint)
    folder = opened(name, consultation, drafts)
    if any(line.link is None for line in folder.link_lines):
        warn_of_damage(folder)
        hint = "Mend them first, so that nothing is lost when it is written anew."
        raise LacplanError("links.csv has lines that can't be read.", hint=hint)
    ids = [id for each in comments for id in _ids(folder, each)]
    _want_issue(folder, name, issue, title, item)
    links = {line.link.comment: line.link for line in folder.link_lines if line.link}
    moved = [id for id in ids if id in links and links[id].issue != issue]
    links.update((id, Link(id, issue, disposition, note)) for id in ids)
    folder.write_links(links.values())
    others = f", {len(moved)} of them from other issues" if moved else ""
    answer(f"{len(ids)} linked to “{issue}”{others}.\n")


def _ids(folder: "ConsultationFolder", said: str) -> list[str]:
    """Return the ids of the comment, or of the submission's comments, that *said* names."""
    ledger = folder.ledger
    if said in ledger.by_id:
        if said in ledger.split:
            hint = "Link its parts instead."
            raise LacplanError(f"“{said}” was split.", hint=hint)
        return [said]
    if said in ledger.submissions:
        return [comment.id for comment in ledger.submissions[said]]
    guess = nearest(said, ledger.by_id)
    hint = f"Did you mean “{guess}”?" if guess else "“lacplan consult export” lists them."
    raise LacplanError(f"There is no comment or submission “{said}”.", hint=hint)


def _want_issue(
    folder: "ConsultationFolder", name: str, issue: str, title: str | None, item: str | None
) -> None:
    """Begin the issue where a title is given; else make sure that it is there."""
    import re

    from lacplan.cli.consult.writing import issues_document, save
    from lacplan.consult.desk import with_issue
    from lacplan.model.fields import ID

    known = folder.ledger.issue_by_id
    if issue in known:
        return
    if title is None:
        guess = nearest(issue, known)
        hint = f"Did you mean “{guess}”? Else begin it" if guess else "Begin it"
        raise LacplanError(f"There is no issue “{issue}”.", hint=f"{hint} with --title TEXT.")
    if not re.fullmatch(ID.pattern, issue):
        raise LacplanError(f"“{issue}” can't name an issue.", hint=f"Write {ID.says}.")
    save(folder, ISSUES_FILE, with_issue(issues_document(folder, name), issue, title, item))
