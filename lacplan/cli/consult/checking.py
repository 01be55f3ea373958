"""Running the rules over a plan's consultations."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lacplan.cli.checking import Checked

if TYPE_CHECKING:
    from pathlib import Path

    from lacplan.diff.answers import Answers
    from lacplan.model.comment_line import Line
    from lacplan.model.contribution import Contribution
    from lacplan.model.issues import Claim
    from lacplan.model.ledger import Ledger
    from lacplan.store.companions import CompanionFile
    from lacplan.store.consultations import Consulted
    from lacplan.store.drafts import Source
    from lacplan.validate.consultation import Proceedings
    from lacplan.validate.judged import Judged


def check_consultations(source: "Source") -> Iterator[Checked]:
    """Yield each file of every consultation beside the draft, with what the rules find there."""
    from lacplan.store.consultations import consultations_beside

    for each in consultations_beside(source.beside):
        yield from check_consultation(each, proceedings_of(each, source))


def check_consultation(found: "Consulted", proceedings: "Proceedings") -> Iterator[Checked]:
    """Yield each file of one consultation, with what the rules find in it."""
    from lacplan.validate.engine import validate
    from lacplan.validate.every_rule import EVERY_RULE

    for file, judged in _files(found, proceedings):
        yield Checked(file, judged.document, validate(judged, EVERY_RULE), judged.lacks)


def check_part(file: "CompanionFile", path: "Path") -> Checked:
    """Return the file of a consultation at *path*, judged amid the others there."""
    from lacplan.store.consultations import ConsultationFolder
    from lacplan.store.drafts import fetch

    folder = ConsultationFolder(path.parent)
    plan = folder.plan / "plan.yaml"
    source = fetch(str(plan.absolute())) if plan.is_file() else None
    checked = check_consultation(folder, proceedings_of(folder, source))
    return next(each for each in checked if each.file == file.file)


def proceedings_of(found: "Consulted", source: "Source | None") -> "Proceedings":
    """Return the consultation *found* of the plan in *source*, with all it is held against."""
    from lacplan.consult.dates import Moments
    from lacplan.store.companions import lacking, published
    from lacplan.validate.consultation import Proceedings

    ledger = found.readable
    asked = ledger.consultation
    return Proceedings(
        ledger,
        lines=found.lines,
        plan=source.decoded.plan if source else None,
        versions=lambda: published(source) if source else None,
        lacking=lambda: lacking(source) if source else None,
        late=Moments(asked, (), asked.opens).is_late,
        elsewhere=_claims_elsewhere(found),
        contributions=_contributions(source),
        also_consulted=_consulted_elsewhere(found),
        committed=found.tracked,
        knows_issues=found.issues_file is None or found.issues_file.read.value is not None,
    )


def answers_of(found: "Consulted", source: "Source", ledger: "Ledger") -> "Answers":
    """Return the consultation *found*, as *ledger* has it, beside the plan's versions."""
    from lacplan.diff.answers import Answers
    from lacplan.store.companions import published

    return Answers(
        ledger,
        versions=lambda: published(source),
        elsewhere=_claims_elsewhere(found),
        contributions=_contributions(source),
        also_consulted=_consulted_elsewhere(found),
    )


def _contributions(source: "Source | None") -> "tuple[Contribution, ...]":
    """Return what members brought in, as far as it can be read."""
    from lacplan.model.companions import CONTRIBUTIONS
    from lacplan.store.companions import companion

    found = companion(source.beside, CONTRIBUTIONS) if source else None
    value = found.read.value if found else None
    return value.contributions if value else ()


def _claims_elsewhere(found: "Consulted") -> "tuple[Claim, ...]":
    """Return what the plan's other consultations claim to have changed."""
    from lacplan.model.issues import REFUSING

    issues = [each.readable_issues for each in _elsewhere(found)]
    kept = [issue for each in issues for issue in each.issues if issue.disposition not in REFUSING]
    claims = [claim for issue in kept for claim in issue.changes]
    return (*claims, *(claim for each in issues for claim in each.editorial))


def _consulted_elsewhere(found: "Consulted") -> "frozenset[str]":
    """Return the versions that the plan's other consultations ask about."""
    asked = (each.consultation_file.read.value for each in _elsewhere(found))
    return frozenset(each.version for each in asked if each)


def _elsewhere(found: "Consulted") -> "list[Consulted]":
    from lacplan.store.consultations import consultations_beside

    return [each for each in consultations_beside(found.beside) if each.id != found.id]


def _files(found: "Consulted", proceedings: "Proceedings") -> "Iterator[tuple[str, Judged]]":
    """Yield each file of the consultation by its name, as rules see it."""
    from lacplan.model.issues import LINKS_FILE
    from lacplan.validate.consultation import CommentsFile, ConsultationFile, IssuesFile, LinksFile

    asked, issues = found.consultation_file, found.issues_file
    yield asked.file, ConsultationFile(asked.document, asked.read, proceedings)
    if issues:
        yield issues.file, IssuesFile(issues.document, issues.read, proceedings)
    links = found.read(LINKS_FILE)
    if links is not None:
        text = links.decode("utf-8-sig", errors="replace")
        yield found.shown(LINKS_FILE), LinksFile(text, found.link_lines, proceedings)
    for shard, lines in _by_file(found).items():
        judged = CommentsFile(found.shard(shard), lines, proceedings)
        yield found.shown(f"comments/{shard}"), judged


def _by_file(found: "Consulted") -> "dict[str, list[Line]]":
    lines: dict[str, list[Line]] = {}
    for line in found.lines:
        lines.setdefault(line.file, []).append(line)
    return lines
