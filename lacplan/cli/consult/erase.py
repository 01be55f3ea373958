"""``lacplan consult erase``."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer
from lacplan.cli.options import Drafts, InConsultation, Name
from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from pathlib import Path

    from lacplan.model.comment import Record


def erase(
    name: Name,
    submission: Annotated[
        str, typer.Argument(help="The submission of the person who asks.", metavar="SUBMISSION")
    ],
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Blank what a person could be known by, on the person's request; what is counted stays.

    The lines of the submission are rewritten as tombstones, which win every merge. What git's
    history still holds is said.
    """
    from lacplan.cli.consult.opened import opened
    from lacplan.model.comment import Amendment, erased
    from lacplan.store.contacts import drop_contact

    folder = opened(name, consultation, drafts)
    records = [line.record for line in folder.lines if line.record]
    comments = [each for each in records if not isinstance(each, Amendment)]
    ids = {each.id for each in comments if each.submission == submission}
    if not ids:
        guess = nearest(submission, {each.submission for each in comments})
        hint = f"Did you mean “{guess}”?" if guess else "“lacplan consult show” tells a comment's."
        raise LacplanError(f"There is no submission “{submission}”.", hint=hint)
    today = date.today().isoformat()

    def tombstone(record: "Record") -> "Record":
        about = record.amends if isinstance(record, Amendment) else record.id
        return erased(record, today) if about in ids and not record.erased else record

    contact = drop_contact(folder.folder, submission)
    count = folder.files.rewrite(tombstone)
    lines = f"{count} line{'s' * (count != 1)}"
    answer(
        f"Erased: {lines} of {submission}{', and how to reach the person' if contact else ''}.\n"
    )
    answer(_what_git_holds(folder.files.comments))


def _what_git_holds(comments: "Path") -> str:
    from lacplan.store.repository import commits_of

    count = commits_of(comments)
    if not count:
        return "No commit holds these files.\n"
    return (
        f"Git's history still holds what stood there: {count} commit{'s' * (count != 1)} touched "
        f"{comments}, here and in every clone. Whoever must be rid of it there rewrites history "
        "(git filter-repo), and asks all who have a clone to make a new one.\n"
    )
