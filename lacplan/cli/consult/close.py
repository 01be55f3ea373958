"""``lacplan consult close``."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, warn
from lacplan.cli.options import Drafts, InConsultation, Name
from lacplan.errors import LacplanError, nearest
from lacplan.model.consultation import CONSULTATION_FILE, STATES

if TYPE_CHECKING:
    from lacplan.store.consultations import ConsultationFolder


def close(
    name: Name,
    state: Annotated[
        str,
        typer.Option(
            "--as", help="How far it has come: closed, analysing or responded.", metavar="STATE"
        ),
    ] = "closed",
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Close a consultation; with --as, say how far the work on it has come.

    What comes in later is late, by the moment that the consultation names, not by this one.
    """
    from lacplan.cli.consult.opened import opened
    from lacplan.cli.consult.writing import document_of, save
    from lacplan.consult.desk import with_state
    from lacplan.consult.moments import closing

    later = STATES[STATES.index("closed") :]
    if state not in later:
        guess = nearest(state, later)
        hint = f"Did you mean “{guess}”?" if guess else f"Choose one of: {', '.join(later)}."
        raise LacplanError(f"A consultation is not closed as “{state}”.", hint=hint)
    folder = opened(name, consultation, drafts)
    with folder.files.writing():
        is_early = closing(folder.consultation) > datetime.now().astimezone()
        document = document_of(folder.consultation_file)
        save(folder, CONSULTATION_FILE, with_state(document, state))
    answer(f"The consultation “{folder.id}” on {name} is {state}.\n")
    if state == "responded":
        _remind(folder, name)
    if is_early:
        end = folder.consultation.end
        warn(f"It was to be open until {end}; what comes in before then still counts as in time.")


def _remind(folder: "ConsultationFolder", name: str) -> None:
    """Say how many comments have no answer yet, where there are any."""
    from lacplan.model.issues import OPEN
    from lacplan.model.ledger import UNANSWERED

    counts = folder.ledger.dispositions
    waiting = counts[OPEN] + counts[UNANSWERED]
    if waiting:
        have = "comment has" if waiting == 1 else "comments have"
        warn(f"{waiting:,} {have} no answer; “lacplan consult status {name}” tells more.")
