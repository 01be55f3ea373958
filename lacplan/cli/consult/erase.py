"""``lacplan consult erase``."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer
from lacplan.cli.options import Drafts, InConsultation, Name
from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lacplan.model.comment import Record

_SHOWN = 10
"""How many places are listed that may still name somebody."""


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
    with folder.files.writing():
        records = [line.record for line in folder.lines if line.record]
        ids = _want_comments(name, submission, records)
        today = date.today().isoformat()

        def tombstone(record: "Record") -> "Record":
            about = record.amends if isinstance(record, Amendment) else record.id
            return erased(record, today) if about in ids and not record.erased else record

        contact = drop_contact(folder.folder, submission)
        count = folder.files.rewrite(tombstone)
    if not (count or contact):
        answer(f"“{submission}” is erased already.\n")
    else:
        lines = f"{count} line{'s' * (count != 1)}"
        also = ", and how to reach the person" if contact else ""
        answer(f"Erased: {lines} of {submission}{also}.\n")
    said = [word for each in records for word in _names(each, ids)]
    said += [text for key, text in (contact or {}).items() if key != "submission"]
    answer(_what_names_them(folder.plan, said))
    answer(_what_git_holds(folder.files.comments))


def _want_comments(name: str, submission: str, records: "list[Record]") -> set[str]:
    """Return the ids of the submission's comments."""
    from lacplan.model.comment import Comment

    comments = [each for each in records if isinstance(each, Comment)]
    ids = {each.id for each in comments if each.submission == submission}
    if ids:
        return ids
    within = next((each.submission for each in comments if each.id == submission), None)
    if within is not None:
        raise LacplanError(
            f"“{submission}” is one comment of the submission “{within}”.",
            hint=f"A person is erased with all of it: lacplan consult erase {name} {within}",
        )
    guess = nearest(submission, {each.submission for each in comments})
    hint = (
        f"Did you mean “{guess}”?"
        if guess
        else f"“lacplan consult export {name}” lists them; a comment's id begins with it."
    )
    raise LacplanError(f"There is no submission “{submission}”.", hint=hint)


def _names(record: "Record", ids: set[str]) -> "Iterator[str]":
    """Yield the names of those who speak or sign in *record*, where it is one of *ids*."""
    from lacplan.model.comment import Comment

    if isinstance(record, Comment) and record.id in ids:
        yield from (each.name for each in (record.author, *record.signatories) if each.name)


def _what_names_them(plan: "Path", words: list[str]) -> str:
    """Tell where the plan's files still have what the person was known by."""
    from lacplan.cli.printable import printable
    from lacplan.store.files import shown
    from lacplan.store.mentions import mentions

    places = [f"{shown(file)}:{line}" for file, line in mentions(plan, words)]
    if not places:
        return ""
    more = f" and {len(places) - _SHOWN} more" if places[_SHOWN:] else ""
    listed = printable(", ".join(places[:_SHOWN]))
    return f"The person may still be named in {listed}{more}: look there.\n"


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
