"""The parts of a consultation's report that tell of issues: what was decided, and what changed."""

from collections.abc import Iterator, Sequence

from lacplan.consult.report import Answered, Part
from lacplan.diff.answers import Proof
from lacplan.diff.change import Class
from lacplan.model.issues import CHANGING, NOT_TAKEN_UP, OPEN, REASONED, Issue
from lacplan.render import escape
from lacplan.render.community.report_page import Page, anchor, bullets, ids, to_id, to_issue
from lacplan.render.escape import literal
from lacplan.render.table import table

MOST_LISTED = 50
"""How many comments of an issue are listed by their ids; the rest is counted."""

_DECLINED = NOT_TAKEN_UP - CHANGING
"""The dispositions of single comments that are told beside their issue's."""


def by_item(page: Page) -> Iterator[str]:
    """Yield a table of the items, then each issue in full, in the order of the plan."""
    words = page.words
    if not page.report.parts:
        return
    yield f"## {words['by item']}"
    head = [words[key] for key in ("item", "comments", "submissions", "issues", "waiting")]
    yield table(
        head, ([_whither(part, page), *_part_counts(part, page)] for part in page.report.parts)
    )
    for part in page.report.parts:
        if part.issues:
            yield f"### {_whither(part, page)}"
            for each in part.issues:
                yield from _issue(each, page)


def _whither(part: Part, page: Page) -> str:
    """Return what an item is called, and what carries it on where it was split or replaced."""
    heirs = f" → {', '.join(map(page.title, part.heirs))}" if part.heirs else ""
    return f"{page.title(part.item)}{heirs}"


def _part_counts(part: Part, page: Page) -> list[str]:
    counts = (part.tally.comments, part.tally.submissions, len(part.issues), part.waiting)
    return [page.count(number) for number in counts]


def _issue(answered: Answered, page: Page) -> Iterator[str]:
    words, issue = page.words, answered.issue
    yield f"#### {anchor(issue)}{literal(issue.title)}"
    lines = [f"**{words.disposition(issue.disposition)}** — {words.tally(answered.tally)}"]
    if answered.positions:
        lines.append(f"{words.label('position')} {page.positions(answered.positions)}")
    lines += _arguments(issue, page)
    lines += _decision(issue, page)
    lines += _otherwise(answered, page)
    if answered.proofs:
        claims = "; ".join(_claim(each, page) for each in answered.proofs)
        lines.append(f"{words.label('changes')} {claims}")
    if answered.comments:
        lines.append(f"{words.label('comments')} {ids(answered.comments, page, most=MOST_LISTED)}")
    yield bullets(lines)


def _arguments(issue: Issue, page: Page) -> Iterator[str]:
    for key, texts in (("for", issue.arguments_for), ("against", issue.arguments_against)):
        if texts:
            yield f"{page.words.label(key)}\n{bullets(map(literal, texts))}"


def _decision(issue: Issue, page: Page) -> Iterator[str]:
    words = page.words
    if issue.reason:
        yield f"{words.label('reason')} {literal(issue.reason)}"
    for language, text in issue.response:
        in_ = literal(words.page.language(language))
        yield f"{words['response']} ({in_}){words.page.colon} {literal(text)}"
    if issue.duplicate_of:
        yield f"{words.label('duplicate of')} {to_id(issue.duplicate_of, page)}"
    if issue.decided:
        on = words.page.date(issue.decided.on) if issue.decided.on else None
        said = (issue.decided.by, on, issue.decided.minutes)
        yield f"{words.label('decided')} {literal(', '.join(each for each in said if each))}"
    if issue.satisfaction:
        yield f"{words['satisfaction']} {words[issue.satisfaction]}"
    if issue.blocking:
        yield f"{words.label('blocking')} {literal(issue.blocking)}"
    for each in issue.inquiries:
        when = f" ({words.page.date(each.on)})" if each.on else ""
        answer = f" — {literal(each.answer)}" if each.answer else ""
        yield f"{words['inquired']}{when}{words.page.colon} {literal(each.text)}{answer}"


def _otherwise(answered: Answered, page: Page) -> Iterator[str]:
    if not answered.otherwise:
        return
    lines = []
    for link in answered.otherwise:
        note = f": {literal(link.note)}" if link.note else ""
        said = page.words.disposition(link.disposition or OPEN)
        lines.append(f"{literal(link.comment)} — {said}{note}")
    yield f"{page.words['otherwise']}:\n{bullets(lines)}"


def _claim(proof: Proof, page: Page) -> str:
    """Return which change is claimed, with a sign for whether the diff shows it."""
    claim = proof.claim
    field = f" · {literal(_field(claim.field, page))}" if claim.field else ""
    what = page.words["in"].format(f"{page.title(claim.item)}{field}", escape.code(claim.in_))
    sign = "✔" if proof.changes else "✖" if page.report.answers.evidence(claim.in_) else "?"
    return f"{sign} {what}"


def _field(key: str, page: Page) -> str:
    from lacplan.render.changes.catalogue import Words as ChangeWords

    return ChangeWords(page.report.plan.language).field(key)


def changed(page: Page) -> Iterator[str]:
    """Yield every change that an issue claims, with struck and added words."""
    words, report = page.words, page.report
    yield f"## {words['changed because']}"
    refused = page.report.ledger.refuses
    changing = [each for each in report.issues if each.proofs and not refused(each.issue)]
    if not changing:
        yield words["nothing changed"]
        return
    yield _marked(sorted({each.claim.in_ for issue in changing for each in issue.proofs}), page)
    for each in changing:
        yield f"### {to_issue(each.issue)}"
        for proof in each.proofs:
            yield from _proof(proof, page)


def _marked(labels: Sequence[str], page: Page) -> str:
    """Return how to read the words, and which versions they come from."""
    to = ", ".join(map(escape.code, labels))
    return page.words["marked"].format(escape.code(page.asked.version), to)


def _proof(proof: Proof, page: Page) -> Iterator[str]:
    note = f" — {literal(proof.claim.note)}" if proof.claim.note else ""
    weights = {each.weight.cls for each in proof.changes}
    slight = f" ({page.words['only editorial']})" if weights == {Class.EDITORIAL} else ""
    yield f"{_claim(proof, page)}{slight}{note}"
    if proof.undone:
        yield page.words["undone"].format(escape.code(proof.undone))
    if proof.changes:
        yield page.redline(proof.claim.in_, proof.changes)
    else:
        is_there = page.report.answers.evidence(proof.claim.in_) is not None
        yield page.words["not shown" if is_there else "not yet"]


def refused(page: Page) -> Iterator[str]:
    """Yield what was not taken up, or only in part, and why; then single comments likewise."""
    words = page.words
    yield f"## {words['refused']}"
    lines = []
    for each in page.report.refused:
        issue = each.issue
        accepted = sum(link.disposition in CHANGING for link in each.otherwise)
        count = words.count("comments", each.tally.comments - accepted)
        said = f"{to_issue(issue)} — {words.disposition(issue.disposition)}, {count}"
        lines.append(said + _why(issue.reason, page, is_owed=issue.owes_reason))
    for each in page.report.issues:
        if each.issue.disposition not in _DECLINED:
            refused = [link for link in each.otherwise if link.disposition in _DECLINED]
            lines += (
                f"{literal(link.comment)} ({to_issue(each.issue)}) — "
                f"{words.disposition(link.disposition or OPEN)}"
                f"{_why(link.note, page, is_owed=link.disposition in REASONED)}"
                for link in refused
            )
    yield bullets(lines) or words["nobody"]


def _why(reason: str | None, page: Page, *, is_owed: bool) -> str:
    """Return the reason, or that there is none where one is owed."""
    if reason:
        return f": {literal(reason)}"
    return f": {page.words['no reason']}" if is_owed else ""


def without_comment(page: Page) -> Iterator[str]:
    """Yield what the editors changed by themselves, and what changed for no reason given."""
    words, report = page.words, page.report
    yield f"## {words['without comment']}"
    since = report.unexplained_since
    if not report.editorial and not report.unexplained and not since:
        yield words["nobody"]
    if report.editorial:
        yield f"### {words['editors']}"
        for proof in report.editorial:
            yield from _proof(proof, page)
    if report.unexplained and report.answers.answering:
        yield f"### {words['unexplained']}"
        yield page.redline(report.answers.answering.label, report.unexplained)
    if since and report.answers.answering:
        labels = (report.answers.answering.label, report.answers.later[-1].label)
        yield words["since"].format(*map(escape.code, labels), page.count(len(since)))
