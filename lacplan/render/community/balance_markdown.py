"""The balance as a page of Markdown, in the language of the plan."""

from collections.abc import Iterator
from datetime import date

from lacplan.consult.balance import Balance, Cross, Dimension, share
from lacplan.model.date import PartialDate
from lacplan.model.plan import Plan
from lacplan.render.community import words as voice
from lacplan.render.community.words import Words, bar
from lacplan.render.escape import literal
from lacplan.render.table import table

_BAR = 10
"""Width of the bars, in characters."""


def render(balance: Balance, *, plan: Plan) -> str:
    """Return *balance* of the group that writes *plan* as Markdown, ending in a newline."""
    words = voice.of(plan.language)
    blocks = [
        f"# {words['balance']}{words.page.colon} {literal(plan.title or plan.name)}",
        words["on"].format(_day(words, balance.on)) + ".",
        *map(literal, words.not_counted(balance)),
        *_targets(balance, words),
        *(block for each in balance.dimensions for block in _dimension(each, balance, words)),
        *_empty(balance, words),
        *(block for each in balance.cross for block in _cross(each, words)),
        *_meetings(balance, words),
    ]
    if words.page.right_to_left:
        blocks = ['<div dir="rtl">', *blocks, "</div>"]
    return "\n\n".join(blocks) + "\n"


def _day(words: Words, day: date) -> str:
    return words.page.date(PartialDate(day.year, day.month, day.day))


def _targets(balance: Balance, words: Words) -> Iterator[str]:
    yield f"## {words['targets']}"
    if not balance.verdicts:
        yield words["no targets"]
        return
    head = [words["target"], words["asked"], words["have"], words["result"]]
    rows = [
        [
            literal(words.aim(each)),
            words.bound(each),
            f"{each.have} ({words.counted(each, balance.totals[0])})",
            words.state(each),
        ]
        for each in balance.verdicts
    ]
    yield table(head, rows)


def _dimension(dimension: Dimension, balance: Balance, words: Words) -> Iterator[str]:
    if not dimension.rows:
        return
    yield f"## {words[dimension.name]}"
    head = [words[dimension.name]]
    for name in balance.names:
        head += [words[name], "%", ""]
    rows = []
    for row in dimension.rows:
        cells = [literal(words.value(dimension.name, row.value))]
        for count, total in zip(row.counts, balance.totals, strict=True):
            part = share(count, total)
            cells += [str(count), words.percent(part), bar(part, _BAR)]
        rows.append(cells)
    yield table(head, rows)
    if dimension.name == "language":
        yield words["several"]


def _empty(balance: Balance, words: Words) -> Iterator[str]:
    yield f"## {words['empty']}"
    yield "\n".join(f"- {literal(line)}" for line in empty_places(balance, words))


def empty_places(balance: Balance, words: Words) -> Iterator[str]:
    """Yield sentences on whom the group has nobody from."""
    found = False
    for dimension in balance.dimensions:
        values = dimension.empty(0)
        if values:
            found = True
            told = ", ".join(words.value(dimension.name, value) for value in values)
            yield words["nobody"].format(told)
    pairs = [*balance.cross[0].empty()] if balance.cross and balance.totals[0] else []
    if pairs:
        found = True
        told = "; ".join(
            f"{words.value('stakeholder', group)} + {words.value('subregion', region)}"
            for group, region in pairs
        )
        yield words["nobody from both"].format(told)
    if not found:
        yield words["full"]


def _cross(cross: Cross, words: Words) -> Iterator[str]:
    yield f"## {words['cross'].format(words[cross.population])}"
    if cross.cells is None:
        yield words["withheld"]
        return
    columns = [words.value("subregion", each) for each in cross.columns]
    rows = [
        [
            literal(words.value("stakeholder", row)),
            *("×" if cell is None else str(cell) for cell in line),
            str(total),
        ]
        for row, line, total in zip(cross.rows, cross.cells, cross.row_totals, strict=True)
        if total
    ]
    totals = [*map(str, cross.column_totals), str(sum(cross.row_totals))]
    head = [words["stakeholder"], *map(literal, columns), words["all"]]
    yield table(head, [*rows, [words["all"], *totals]])
    if any(cell is None for line in cross.cells for cell in line):
        yield words["hidden"]


def _meetings(balance: Balance, words: Words) -> Iterator[str]:
    if not balance.meetings:
        return
    yield f"## {words['meetings']}"
    rows = []
    for each in balance.meetings:
        quorum = ""
        if each.quorum is not None:
            state = "reached" if each.present >= each.quorum else "not reached"
            quorum = f"{each.quorum}{words.page.colon} {words[state]}"
        present = words["of"].format(each.present, each.seated)
        rows.append([words.page.date(each.date), present, quorum])
    yield table([words["date"], words["present"], words["quorum"]], rows)
