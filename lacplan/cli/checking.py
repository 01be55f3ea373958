"""Running every rule over a draft and what lies beside it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from pathlib import Path

    from lacplan.document.tree import Document
    from lacplan.model.finding import Finding
    from lacplan.store.companions import CompanionFile
    from lacplan.store.drafts import Source
    from lacplan.validate.draft import Draft
    from lacplan.validate.judged import Judged


class Checked(NamedTuple):
    """A file, and what the rules find in it."""

    file: str
    document: "Document"
    findings: "tuple[Finding, ...]"
    lacks: str | None = None
    """What to fetch, where it names versions that may be missing here."""


def check(source: "Source") -> Iterator[Checked]:
    """Yield the draft of *source*, then each file that lies beside it, with what rules find there.

    A *source* that is itself such a file, by its name, is judged as one.
    """
    from lacplan.model.companions import kind_of
    from lacplan.store.companions import CompanionFile

    kind = kind_of(source.path)
    if kind and source.path:
        yield _check_alone(CompanionFile(kind, source.file, source.raw), source.path)
        return
    yield from check_plan(source)
    if source.beside and source.beside.folders("consultations"):
        from lacplan.cli.consult.checking import check_consultations

        yield from check_consultations(source)


def check_plan(source: "Source") -> Iterator[Checked]:
    """Yield what `check` does, but for consultations: what is wrong there is not of the plan."""
    from lacplan.store.companions import companions

    yield Checked(source.file, source.document, check_draft(source))
    beside = [*companions(source)]
    for each in beside:
        yield _check_companion(each, source, beside)


def check_draft(source: "Source") -> "tuple[Finding, ...]":
    """Return what all rules find in the draft of *source* itself."""
    from lacplan.validate.engine import validate
    from lacplan.validate.rules import RULES

    return validate(draft_of(source), RULES)


def draft_of(source: "Source") -> "Draft":
    """Return the draft of *source* as rules see it."""
    from lacplan.validate.draft import Draft

    return Draft(source.document, source.decoded, name=source.name, neighbour=source.neighbour)


def _check_alone(file: "CompanionFile", path: "Path") -> Checked:
    """Return the companion at *path*, judged beside its plan where there is one."""
    from lacplan.model.companions import CONSULTED
    from lacplan.store.companions import companions
    from lacplan.store.drafts import fetch

    if file.companion in CONSULTED:
        from lacplan.cli.consult.checking import check_part

        return check_part(file, path)
    plan = path.with_name("plan.yaml")
    if not plan.is_file():
        return _check_companion(file, None, [file])
    source = fetch(str(plan.absolute()))
    return _check_companion(file, source, [*companions(source)])


def _check_companion(
    file: "CompanionFile", source: "Source | None", beside: "list[CompanionFile]"
) -> Checked:
    from lacplan.validate.beside import BESIDE
    from lacplan.validate.engine import validate

    judged = _judged(file, source, beside)
    return Checked(file.file, file.document, validate(judged, BESIDE), judged.lacks)


def _judged(
    file: "CompanionFile", source: "Source | None", beside: "list[CompanionFile]"
) -> "Judged":
    from lacplan.model.companions import CONTRIBUTIONS, GROUP
    from lacplan.store.companions import lacking, published
    from lacplan.validate.community import ContributionsFile, GroupFile

    if file.companion is not CONTRIBUTIONS:
        return GroupFile(file.document, file.read)
    group = next((each.read.value for each in beside if each.companion is GROUP), None)
    return ContributionsFile(
        file.document,
        file.read,
        members=frozenset(member.id for member in group.members) if group else None,
        plan=source.decoded.plan if source else None,
        versions=lambda: published(source) if source else None,
        lacking=lambda: lacking(source) if source else None,
    )


def warn_of_lacking(lacking: Iterable[str | None]) -> None:
    """Say on standard error, once, what to fetch where versions can't be looked up.

    Args:
        lacking: What each of the files that were checked lacks.
    """
    from lacplan.cli.console import warn

    for told in told_of_lacking(lacking):
        warn(told)


def told_of_lacking(lacking: Iterable[str | None]) -> list[str]:
    """Return what `warn_of_lacking` says, each sentence once."""
    before = "Versions that are named beside the draft can't be looked up here."
    return [f"{before} {what}" for what in dict.fromkeys(filter(None, lacking))]


def errors_in(source: "Source", files: Iterable[Checked]) -> LacplanError | None:
    """Return that the plan of *source* has errors, with the first of them; ``None`` if none.

    Args:
        source: The draft.
        files: What was found in it, and beside it.
    """
    from lacplan.model.finding import Severity

    errors = [
        (file, finding)
        for file in files
        for finding in file.findings
        if finding.severity is Severity.ERROR
    ]
    if not errors:
        return None
    file, first = errors[0]
    line, column = file.document.position(first.at.start)
    count = f"{len(errors):,} errors; the first" if len(errors) > 1 else "an error"
    return LacplanError(
        f"{source.name or source.file} has {count}, at {file.file}:{line}:{column}: "
        f"{first.message}",
        hint=f"“lacplan validate {source.name or source.ref}” tells of all.",
    )
