"""``lacplan consult status``."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lacplan.cli.console import answer, console
from lacplan.cli.options import Drafts, InConsultation, Ref

if TYPE_CHECKING:
    from lacplan.consult.status import Status
    from lacplan.store.consultations import ConsultationFolder, Consulted


class Output(StrEnum):
    """How the status is told."""

    TABLE = "table"
    JSON = "json"


def status(
    ref: Ref,
    format: Annotated[Output, typer.Option(help="How to tell it.")] = Output.TABLE,
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Tell what came in per day, group, region and item, and what has no answer yet.

    NAME@LABEL or NAME@REVISION tells what was in that commit.
    """
    from lacplan.cli.consult.opened import looked_at

    asked, source = looked_at(ref, consultation, drafts)
    found = _counted(asked, ref)
    match format:
        case Output.JSON:
            from json import dumps

            answer(dumps({"version": 1, **_as_json(found)}, ensure_ascii=False, indent=2) + "\n")
        case Output.TABLE:
            from lacplan.cli.consult.status_table import report
            from lacplan.cli.consult.whither import Whither

            paper = console()
            told = report(
                found,
                Whither(source, f"{source.name}@{found.version}").title,
                name=source.name or ref,
                state=source.version,
                now=datetime.now().astimezone(),
                width=paper.width,
            )
            for part in told:
                paper.print(part)


def _counted(asked: "Consulted", ref: str) -> "Status":
    from lacplan.store.consultations import ConsultationFolder

    if isinstance(asked, ConsultationFolder):
        return _kept(asked, ref)
    return _count(asked, ref)


def _kept(folder: "ConsultationFolder", ref: str) -> "Status":
    """Return the status of what lies in the working tree, counted anew where that changed."""
    from lacplan.consult.status import ItemCount, Status
    from lacplan.store.kept_status import kept

    beside = ("consultation.yaml", "issues.yaml", "links.csv")
    files = [folder.folder / each for each in beside]
    files += [*folder.files.shards(), folder.plan / "group.yaml"]
    value = kept(folder.folder, files, lambda: _count(folder, ref)._asdict())
    pairs = ("days", "groups", "regions", "dispositions")
    value |= {key: tuple(map(tuple, value[key])) for key in pairs}
    value["items"] = tuple(ItemCount(*each) for each in value["items"])
    value |= {key: tuple(value[key]) for key in ("open_issues", "blocking")}
    return Status(**value)


def _count(asked: "Consulted", ref: str) -> "Status":
    from lacplan.cli.consult.opened import group_of, warn_of_damage
    from lacplan.consult.status import status as counted

    warn_of_damage(asked, ref)
    return counted(asked.ledger, group_of(asked))


def _as_json(found: "Status") -> dict[str, Any]:
    said = found._asdict()
    said = {"consultation": said.pop("consultation"), "consulted": said.pop("version"), **said}
    for key in ("days", "groups", "regions", "dispositions"):
        said[key] = dict(said[key])
    said["items"] = [each._asdict() for each in found.items]
    return {key.replace("_", "-"): value for key, value in said.items()}
