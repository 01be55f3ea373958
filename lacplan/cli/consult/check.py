"""``lacplan consult check``."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, console, warn
from lacplan.cli.options import Drafts, InConsultation, Ref
from lacplan.cli.selection import Ignore, Select, chosen_rules, fails
from lacplan.errors import Exit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lacplan.cli.checking import Checked
    from lacplan.model.finding import LocatedFinding
    from lacplan.store.drafts import Source
    from lacplan.validate.consultation import Proceedings


class Output(StrEnum):
    """How the check is told."""

    TABLE = "table"
    JSON = "json"


def check(
    ref: Ref,
    format: Annotated[Output, typer.Option(help="How to report.")] = Output.TABLE,
    select: Select = None,
    ignore: Ignore = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as errors.")] = False,
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Prove by the diff that what was accepted was changed, and check all else. Exit with 1 if not.

    Where the versions can't be looked up, in a clone that lacks them or without a git repository,
    it can't be proved, and the status is 2.
    The rules are those of “lacplan validate”, which runs them over every consultation of the plan.
    NAME@LABEL or NAME@REVISION checks what was in that commit.
    """
    from lacplan.cli.consult.checking import check_consultation, proceedings_of
    from lacplan.cli.consult.opened import looked_at
    from lacplan.validate.locate import locate

    chosen = chosen_rules(select, ignore)
    asked, source = looked_at(ref, consultation, drafts)
    proceedings = proceedings_of(asked, source)
    found: list[LocatedFinding] = []
    files = [*check_consultation(asked, proceedings)]
    for file in files:
        wanted = [each for each in file.findings if chosen is None or each.code in chosen]
        found += locate(file.document, file.file, wanted)
    unproved = _unproved(files, proceedings)
    match format:
        case Output.JSON:
            answer(_as_json(found, proceedings))
        case Output.TABLE:
            fold = None if select else 10
            _print(found, proceedings, source, proves=not unproved, fold=fold)
    for why in unproved:
        warn(why)
    if fails(found, strict=strict):
        raise typer.Exit(Exit.FOUND)
    raise typer.Exit(Exit.UNABLE if unproved else Exit.CLEAN)


def _unproved(files: "Sequence[Checked]", proceedings: "Proceedings") -> list[str]:
    """Return why nothing can be proved: the versions can't be looked up; nothing where they can."""
    from lacplan.cli.checking import told_of_lacking

    if proceedings.versions is None:
        return [
            "The versions of the plan can't be looked up, since there is no git repository here, "
            "so no change is proved. Check it in a clone of the plan's repository."
        ]
    return told_of_lacking(each.lacks for each in files)


def _print(
    found: "list[LocatedFinding]",
    proceedings: "Proceedings",
    source: "Source",
    *,
    proves: bool,
    fold: int | None,
) -> None:
    from lacplan.cli.consult.proofs_table import proved
    from lacplan.cli.findings_table import report

    paper = console()
    name = source.name or source.ref
    for part in proved(proceedings, name=name, state=source.version, proves=proves):
        paper.print(part)
    names = [f"{name}/{proceedings.ledger.id}"]
    for part in report(found, names=names, fold=fold) if found or proves else ():
        paper.print(part)


def _as_json(found: "list[LocatedFinding]", proceedings: "Proceedings") -> str:
    """Return what “validate --format json” tells, with the proofs and the counts besides."""
    from json import dumps, loads

    from lacplan.render.community.proof_json import proof_json
    from lacplan.render.findings import as_json
    from lacplan.render.json_text import escaped

    ledger = proceedings.ledger
    told = loads(as_json.render(found))
    told["consultation"] = ledger.id
    told["consulted"] = ledger.consultation.version
    told["comments"] = len(ledger.comments)
    told["dispositions"] = dict(sorted(ledger.dispositions.items()))
    told["proofs"] = [proof_json(each) for each in proceedings.proofs]
    return escaped(dumps(told, ensure_ascii=False, indent=2)) + "\n"
