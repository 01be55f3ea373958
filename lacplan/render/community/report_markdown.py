"""The public report of a consultation as a page of Markdown, in the language of the plan.

It is made of nothing but the files: no clock, and no setting of the machine it is made on.
"""

from collections.abc import Callable, Iterator, Sequence

from lacplan.consult.report import Counts, Report
from lacplan.model.comment import Comment
from lacplan.model.encode import decimal_text
from lacplan.model.issues import OPEN
from lacplan.render import escape
from lacplan.render.community.report_issues import by_item, changed, refused, without_comment
from lacplan.render.community.report_page import Page, bullets, comment_line, ids, to_issue
from lacplan.render.escape import literal
from lacplan.render.table import table

MOST_ANSWERS = 20
"""How many different answers to a question are listed; the rest is counted."""


def render(report: Report) -> str:
    """Return *report* as Markdown, ending in a newline."""
    page = Page(report)
    blocks = [block for section in SECTIONS for block in section(page)]
    if page.words.page.right_to_left:
        blocks = ['<div dir="rtl">', *blocks, "</div>"]
    return "\n\n".join(blocks) + "\n"


def _overview(page: Page) -> Iterator[str]:
    report, words, asked = page.report, page.words, page.asked
    yield f"# {words.label('report')} {literal(report.plan.title or report.plan.name)}"
    if asked.title:
        yield literal(asked.title)
    yield f"## {words['overview']}"
    lines = [
        words["consulted"].format(escape.code(asked.version), escape.code(asked.digest)),
        words["window"].format(words.moment(asked.opens), words.moment(asked.closes)),
    ]
    for each in asked.extensions:
        why = f" {literal(each.why)}" if each.why else ""
        lines.append(words["extended"].format(words.moment(each.until)) + why)
    lines.append(words["came in"].format(words.tally(report.tally)))
    yield bullets(lines)
    if report.dispositions:
        head = [words["outcome"], words["comments"]]
        yield table(head, _count_rows(report.dispositions, words.disposition, page))
    if report.positions:
        head = [words["position"], words["comments"]]
        yield table(head, _count_rows(report.positions, words.__getitem__, page))


def _count_rows(counts: Counts, name: Callable[[str], str], page: Page) -> Iterator[Sequence[str]]:
    return ([literal(name(value)), page.count(number)] for value, number in counts)


def _next_steps(page: Page) -> Iterator[str]:
    report, words, asked = page.report, page.words, page.asked
    counts = dict(report.dispositions)
    waiting = counts.get(OPEN, 0) + counts.get("unanswered", 0)
    lines = [words["state"].format(words[asked.state])]
    answered = words["none waits" if report.tally.comments else "none came"]
    lines.append(words["wait"].format(page.count(waiting)) if waiting else answered)
    if report.answers.answering:
        label = report.answers.answering.label
        lines.append(words["answering"].format(escape.code(label)))
    if asked.report_due:
        lines.append(words["due"].format(words.page.date(asked.report_due)))
    if asked.inquiry_days:
        lines.append(words["inquiry"].format(decimal_text(asked.inquiry_days)))
    blocking = [each.issue for each in report.issues if each.issue.blocking]
    if blocking:
        lines.append(words["blocks"].format(", ".join(map(to_issue, blocking))))
    yield f"## {words['next']}"
    yield bullets(lines)


def _who(page: Page) -> Iterator[str]:
    report, words = page.report, page.words
    yield f"## {words['who']}"
    hidden = {"name": "name", "organization": "organization", "stakeholder": "groups"}
    hidden["country"] = "countries"
    left = [words[says] for key, says in hidden.items() if key not in page.asked.public]
    if left:
        yield words["not public"].format(", ".join(left))
    if not report.tally.comments:
        yield words["nobody"]
    for each in report.dimensions:
        rows = [
            [literal(words.value(each.name, row.value)), *map(page.count, _columns(row.tally))]
            for row in each.rows
        ]
        head = [
            words.community[each.name],
            *(words[key] for key in ("submissions", "comments", "texts")),
        ]
        if rows:
            yield table(head, rows)
    yield from _cross(page)


def _columns(tally: tuple[int, int, int]) -> tuple[int, int, int]:
    comments, submissions, texts = tally
    return submissions, comments, texts


def _cross(page: Page) -> Iterator[str]:
    words, cross = page.words, page.report.cross
    if cross is None or cross.cells == ():
        return
    yield f"### {words['groups by region']}"
    if cross.cells is None:
        yield words.community["withheld"]
        return
    columns = [literal(words.value("subregion", each)) for each in cross.columns]
    rows = [
        [
            literal(words.value("stakeholder", row)),
            *("×" if number is None else page.count(number) for number in line),
        ]
        for row, line in zip(cross.rows, cross.cells, strict=True)
    ]
    yield table([words.community["stakeholder"], *columns], rows)
    if any(number is None for line in cross.cells for number in line):
        yield words.community["hidden"]


def _questions(page: Page) -> Iterator[str]:
    if not page.report.questions:
        return
    words = page.words
    yield f"## {words['questions']}"
    for each in page.report.questions:
        text = each.text.get(page.report.plan.language) or next(iter(each.text.values()), each.id)
        yield f"### {literal(text)}"
        total = sum(number for _, number in each.answers)
        yield words["different"].format(page.count(total), page.count(len(each.answers)))
        rows = [[literal(said), page.count(n)] for said, n in each.answers[:MOST_ANSWERS]]
        if rows:
            yield table([words["answer"], words["comments"]], rows)


def _unanswered(page: Page) -> Iterator[str]:
    words, report = page.words, page.report
    yield f"## {words['unanswered']}"
    waiting = [each for each in report.issues if each.issue.disposition == OPEN]
    if not waiting and not report.unlinked:
        yield words["nobody"]
    if waiting:
        yield words["open issues"].format(page.count(len(waiting)))
        yield bullets(
            f"{to_issue(each.issue)} — {words.count('comments', each.tally.comments)}"
            for each in waiting
        )
    if report.unlinked:
        yield words["unlinked"].format(page.count(len(report.unlinked)))
        yield bullets(comment_line(each, page) for each in report.unlinked)


def _apart(page: Page) -> Iterator[str]:
    """Yield those that are counted, and told apart: late, withdrawn, moderated, erased."""
    words, report = page.words, page.report
    yield f"## {words['apart']}"
    lines = [
        f"{words[key].format(page.count(len(those)))}{_below(those, page)}"
        for key in ("late", "withdrawn", "moderated", "erased", "unresolved")
        if (those := getattr(report, key))
    ]
    if report.split:
        lines.append(words["split"].format(page.count(report.split)))
    yield bullets(lines) or words["nobody"]


def _below(comments: Sequence[Comment], page: Page) -> str:
    return f" {ids(comments, page)}" if comments else ""


def _method(page: Page) -> Iterator[str]:
    words, report = page.words, page.report
    yield f"## {words['method']}"
    yield words["how"]
    yield words[page.asked.late]
    channels = sorted({each.channel for each in report.ledger.comments})
    if channels:
        yield words["channels"].format(", ".join(map(literal, channels)))
    if report.files:
        yield table(
            [words["file"], "SHA-256"],
            ([escape.literal(each.name), each.sha256] for each in report.files),
        )


SECTIONS = (
    _overview,
    _next_steps,
    _who,
    _questions,
    by_item,
    changed,
    refused,
    without_comment,
    _unanswered,
    _apart,
    _method,
)
"""The page, from top to bottom."""
