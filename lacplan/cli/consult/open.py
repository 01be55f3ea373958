"""``lacplan consult open``."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, say
from lacplan.cli.options import Drafts, Name
from lacplan.errors import LacplanError
from lacplan.model.consultation import LATE_POLICIES

if TYPE_CHECKING:
    from pathlib import Path

    from lacplan.model.consultation import Consultation
    from lacplan.store.drafts import Source


def open(
    name: Name,
    version: Annotated[str, typer.Option(help="The version that is consulted.", metavar="LABEL")],
    closes: Annotated[
        str, typer.Option(help="When it closes: a day, or RFC 3339.", metavar="DATE")
    ],
    opens: Annotated[
        str | None,
        typer.Option(help="When it opens, likewise; now where left out.", metavar="DATE"),
    ] = None,
    id: Annotated[
        str | None,
        typer.Option(help="What it is called; the version's label where left out.", metavar="ID"),
    ] = None,
    language: Annotated[
        list[str] | None,
        typer.Option(
            help="A language in which comments are taken (BCP 47); the plan's where left out.",
            metavar="TAG",
        ),
    ] = None,
    late: Annotated[
        str,
        typer.Option(
            help="What is done with late comments: accept, mark or refuse.", metavar="WORD"
        ),
    ] = "mark",
    drafts: Drafts = None,
) -> None:
    """Open the consultation of the community on a published version.

    What is consulted is fixed by the version's digest. A plan that is one file is moved into a
    folder, which git takes for a renaming. With a later day to open it is planned; the same command
    on that day opens it.
    """
    from lacplan.consult.moments import moment

    version = version.removeprefix(f"{name}@")
    now = datetime.now().astimezone().replace(microsecond=0)
    begin = moment(opens, now) if opens else now.isoformat()
    end = moment(closes, now, ends=True)
    _check(begin, end, late)
    source = _version(name, version, drafts)
    _write(
        name, id or version, _consultation(source, version, begin, end, late, language, now), drafts
    )


def _check(begin: str, end: str, late: str) -> None:
    if datetime.fromisoformat(end) <= datetime.fromisoformat(begin):
        message = f"It would close ({end}) before it opens ({begin})."
        raise LacplanError(message, hint="Name a later day with --closes.")
    if late not in LATE_POLICIES:
        hint = f"Choose one of: {', '.join(LATE_POLICIES)}."
        raise LacplanError(f"“{late}” is nothing that can be done with late comments.", hint=hint)


def _version(name: str, version: str, drafts: Drafts) -> "Source":
    """Return the draft that was published as *version*.

    Raises:
        LacplanError: There is no such version, or it can't be read.
    """
    from lacplan.cli.drafts import open_draft

    source = open_draft(f"{name}@{version}", drafts)
    if source.label != version:
        message = f"“{name}@{version}” is no version that was published."
        hint = f"Publish it first: lacplan version create {name} {version}."
        raise LacplanError(message, hint=hint)
    return source


def _consultation(
    source: "Source",
    version: str,
    begin: str,
    end: str,
    late: str,
    languages: list[str] | None,
    now: datetime,
) -> "Consultation":
    from lacplan.model.consultation import Consultation
    from lacplan.model.encode import digest
    from lacplan.vocab.languages import language_fault

    for each in languages or ():
        if (fault := language_fault(each)) is not None:
            raise LacplanError(fault, hint="Write a BCP 47 tag, such as es, pt-BR or en.")
    return Consultation(
        version=version,
        digest=digest(source.plan),
        state="open" if datetime.fromisoformat(begin) <= now else "planned",
        opens=begin,
        closes=end,
        languages=tuple(languages or [source.plan.language]),
        late=late,
    )


def _write(name: str, id: str, consultation: "Consultation", drafts: Drafts) -> None:
    from lacplan.document.parse import parse
    from lacplan.document.tree import unparse
    from lacplan.edit.format import formatted
    from lacplan.model.companions import CONSULTATION
    from lacplan.model.consultation import CONSULTATION_FILE
    from lacplan.model.issues import ISSUES_FILE
    from lacplan.store.comments import keep_private
    from lacplan.store.consultations import check_id
    from lacplan.store.files import write
    from lacplan.store.folder import as_folder
    from lacplan.store.starter import consultation_starter, issues_starter
    from lacplan.store.workspace import find_workspace

    check_id(id)
    workspace = find_workspace(drafts)
    before = workspace.path(name)
    folder = workspace.folder / name / "consultations" / id
    if (folder / CONSULTATION_FILE).exists():
        _open_planned(name, folder, consultation)
        return
    plan = as_folder(workspace, name)
    if before != plan / "plan.yaml":
        say(f"Moved {before} to {plan / 'plan.yaml'}; its history is followed.")
    (folder / "comments").mkdir(parents=True, exist_ok=True)
    keep_private(folder / "private")
    if not (folder / ISSUES_FILE).exists():  # an opening that was stopped may have left it
        write(folder / ISSUES_FILE, issues_starter(name, consultation).encode(), over=False)
    document = parse(consultation_starter(name, consultation))
    text = unparse(formatted(document, CONSULTATION.record))
    write(folder / CONSULTATION_FILE, text.encode(), over=False)
    answer(
        f"{consultation.state.capitalize()}: the consultation “{id}” on {name}@"
        f"{consultation.version}, from {consultation.opens} to {consultation.closes}.\n"
        f"It lies in {folder}. Take comments in with “lacplan consult import {name} FILE”.\n"
    )


def _open_planned(name: str, folder: "Path", asked: "Consultation") -> None:
    """Open the consultation in *folder*, which was planned as it is *asked* for now.

    Raises:
        LacplanError: It was not planned so, or its day has not come.
    """
    from lacplan.cli.consult.writing import document_of, save
    from lacplan.consult.desk import with_state
    from lacplan.consult.moments import opening
    from lacplan.model.consultation import CONSULTATION_FILE
    from lacplan.store.consultations import ConsultationFolder

    there = ConsultationFolder(folder)
    planned = there.consultation
    same = (planned.version, planned.closes) == (asked.version, asked.closes)
    if planned.state != "planned" or not same:
        message = f"“{name}” has a consultation “{there.id}” already."
        raise LacplanError(message, hint="Choose another name for this one with --id.")
    if asked.state == "planned" or opening(asked) < opening(planned):
        hint = f"Run this again then, or change “opens” in {CONSULTATION_FILE}."
        raise LacplanError(f"“{there.id}” opens on {planned.opens}.", hint=hint)
    with there.files.writing():
        document = document_of(there.consultation_file)
        save(there, CONSULTATION_FILE, with_state(document, "open"))
    answer(f"Open: the consultation “{there.id}” on {name}@{planned.version}, as was planned.\n")
