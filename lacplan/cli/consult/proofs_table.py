"""What a consultation claims to have changed, and the words that prove it, for people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from lacplan.cli.paper import BOLD, COME, GONE, Note
from lacplan.cli.printable import printable
from lacplan.model.issues import OPEN
from lacplan.model.ledger import UNANSWERED

if TYPE_CHECKING:
    from rich.console import RenderableType

    from lacplan.diff.answers import Answers, Proof
    from lacplan.diff.claimed import Evidence


def proved(
    answers: Answers, *, name: str, state: str | None, proves: bool = True
) -> Iterator[RenderableType]:
    """Yield what a console is to print, top to bottom.

    Args:
        answers: The consultation.
        name: The plan's.
        state: What to call the state that it is told of; ``None`` of the working tree.
        proves: Whether the versions can be looked up, so that what is not shown is not there.
    """
    asked, ledger = answers.consultation, answers.ledger
    then = f", as of {state}" if state else ""
    yield Text(printable(f"{name}@{asked.version}, consultation “{ledger.id}”{then}"), BOLD)
    yield Note(printable(_counts(answers)))
    proofs = [*answers.proofs]
    if proofs and proves:
        there = sum(bool(each.changes) for each in proofs)
        yield Note(f"Changes that are claimed: {len(proofs):,}; the diff shows {there:,} of them.")
    for (issue, _), group in groupby(proofs, key=_whose):
        yield ""
        yield Text(printable(issue), BOLD)
        for proof in group:
            yield from _proof(proof, answers)
    yield ""


def _counts(answers: Answers) -> str:
    ledger, state = answers.ledger, answers.consultation.state
    counts = ledger.dispositions
    waiting = counts[OPEN] + counts[UNANSWERED]
    total, submissions = len(ledger.comments), len({each.submission for each in ledger.comments})
    answered = "all answered" if total and not waiting else f"{total - waiting:,} answered"
    return (
        f"{state}: {_number(total, 'comment')} in {_number(submissions, 'submission')}, "
        f"{answered}; {_number(len(ledger.issues.issues), 'issue')}."
    )


def _whose(proof: Proof) -> tuple[str, str]:
    if proof.issue is None:
        return "By the editors", ""
    return f"{proof.issue.title} ({proof.issue.id}): {proof.issue.disposition}", proof.issue.id


def _proof(proof: Proof, answers: Answers) -> Iterator[RenderableType]:
    claim, evidence = proof.claim, answers.evidence(proof.claim.in_)
    place = ".".join(each for each in (claim.item or "the plan", claim.field) if each)
    what = printable(f"{place} in {claim.in_}")
    if proof.changes and evidence:
        yield Text.assemble(("✔ ", COME), what)
        if proof.undone:
            yield Note(f"▲ {printable(proof.undone)} reads again as what was consulted.")
        yield _words(proof, evidence, answers.consultation.version)
        return
    why = "nothing of it changed" if evidence else "there is nothing to compare with yet"
    yield Text.assemble(("✖ " if evidence else "? ", GONE if evidence else ""), f"{what}: {why}")


def _words(proof: Proof, evidence: Evidence, version: str) -> RenderableType:
    from lacplan.cli.changes_table import words
    from lacplan.diff.change import Diff
    from lacplan.render.changes.names import Side

    told = Diff(proof.changes, evidence.diff.areas)
    return words(told, Side(version, evidence.old), Side(proof.claim.in_, evidence.new))


def _number(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
