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
        typer.Option(
            help="What the begun issue is about: an item's id, code or title.", metavar="ITEM"
        ),
    ] = None,
    disposition: Annotated[
        str | None,
        typer.Option(help="In place of the issue's, for these comments alone.", metavar="WORD"),
    ] = None,
    note: Annotated[str | None, typer.Option(help="A remark on the link.", metavar="TEXT")] = None,
    remove: Annotated[
        bool, typer.Option("--remove", help="Take the comments out of the issue again.")
    ] = False,
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Say which issue comments belong to; all comments of a submission, where one is named.

    A comment belongs to one issue: a new link takes the place of the old one. What belongs to
    several is split first, with “consult split”.
    """
    from lacplan.cli.consult.linking import readable_links, write_links
    from lacplan.cli.consult.opened import opened

    if len(words) < 2:
        hint = "Write the comments first, then the issue: c-1 c-2 ISSUE."
        raise LacplanError("A link needs a comment and an issue.", hint=hint)
    *comments, issue = words
    if disposition and disposition not in DISPOSITIONS:
        guess = nearest(disposition, DISPOSITIONS)
        hint = f"Did you mean “{guess}”?" if guess else f"There are: {', '.join(DISPOSITIONS)}."
        raise LacplanError(f"There is no disposition “{disposition}”.", hint=hint)
    folder = opened(name, consultation, drafts)
    with folder.files.writing():
        links = readable_links(folder)
        named = ([each] if remove and each in links else _ids(folder, each) for each in comments)
        ids = [*dict.fromkeys(id for each in named for id in each)]
        if remove:
            says = _unlink(links, ids, issue)
        else:
            _want_issue(folder, name, issue, title, item, drafts)
            says = _link(links, ids, issue, disposition, None if note is None else _line(note))
        write_links(folder, links)
    answer(says)


def _link(
    links: dict[str, list[Link]],
    ids: list[str],
    issue: str,
    disposition: str | None,
    note: str | None,
) -> str:
    """Put each of *ids* under *issue* in *links*; return what was done, in words.

    What is ``None`` stays as it was, and an empty text takes it away.
    """
    moved = 0
    for id in ids:
        before = links.get(id, [])
        kept = next((each for each in before if each.issue == issue), None)
        moved += bool(before) and before != [kept]
        told = kept or Link(id, issue)
        links[id] = [
            Link(
                id,
                issue,
                told.disposition if disposition is None else disposition or None,
                told.note if note is None else note or None,
            )
        ]
    others = f", {moved} of them from other issues" if moved else ""
    return f"{len(ids)} linked to “{issue}”{others}.\n"


def _unlink(links: dict[str, list[Link]], ids: list[str], issue: str) -> str:
    """Take each of *ids* out of *issue* in *links*; return what was done, in words."""
    gone = 0
    for id in ids:
        before = links.get(id, [])
        links[id] = [each for each in before if each.issue != issue]
        gone += links[id] != before
    return f"{gone} no longer linked to “{issue}”.\n"


def _line(text: str | None) -> str:
    """Return *text* as one line without what has no place in a text."""
    from lacplan.consult.cleaning import Cleaner

    return " ".join(Cleaner()(text).split()) if text else ""


def _ids(folder: "ConsultationFolder", said: str) -> list[str]:
    """Return the ids of the comment, or of the submission's comments, that *said* names."""
    ledger = folder.ledger
    if said in ledger.by_id:
        if said in ledger.split:
            parts = ", ".join(each.id for each in ledger.comments if each.split_from == said)
            hint = f"Link its parts instead: {parts}." if parts else "Link its parts instead."
            raise LacplanError(f"“{said}” was split.", hint=hint)
        return [said]
    if said in ledger.submissions:
        return [comment.id for comment in ledger.submissions[said]]
    guess = nearest(said, ledger.by_id)
    listed = f"“lacplan consult export {folder.plan.name}” lists them."
    hint = f"Did you mean “{guess}”?" if guess else listed
    raise LacplanError(f"There is no comment or submission “{said}”.", hint=hint)


def _want_issue(
    folder: "ConsultationFolder",
    name: str,
    issue: str,
    title: str | None,
    item: str | None,
    drafts: Drafts,
) -> None:
    """Begin the issue where a title is given; else make sure that it is there."""
    import re

    from lacplan.cli.consult.naming import item_named
    from lacplan.cli.consult.writing import issues_document, save
    from lacplan.consult.desk import with_issue
    from lacplan.model.fields import ID

    known = folder.ledger.issue_by_id
    words = _line(title)
    if issue in known:
        about = item_named(folder, item, drafts) if item else known[issue].item
        if about != known[issue].item or words not in ("", known[issue].title):
            message = f"“{issue}” was begun already, as “{known[issue].title}”."
            hint = f"Leave out --title and --item; {ISSUES_FILE} is where they are changed."
            raise LacplanError(message, hint=hint)
        return
    if not words:
        guess = nearest(issue, known)
        hint = f"Did you mean “{guess}”? Else begin it" if guess else "Begin it"
        raise LacplanError(f"There is no issue “{issue}”.", hint=f"{hint} with --title TEXT.")
    if not re.fullmatch(ID.pattern, issue):
        raise LacplanError(f"“{issue}” can't name an issue.", hint=f"Write {ID.says}.")
    about = item_named(folder, item, drafts) if item else None
    save(folder, ISSUES_FILE, with_issue(issues_document(folder, name), issue, words, about))
