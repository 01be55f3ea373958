"""A plan's items as a table for spreadsheets: CSV, one row an item, in the draft's order.

Source: RFC 4180; for the guard against formulas, OWASP's page on CSV injection.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from lacplan.model.plan import Extra, Item, Plan
from lacplan.render.escape import visible

_FORMULA = re.compile(r"(^|;)([\s\ufeff\u200b]*)(?=[=+\-@＝＋－＠])|^(?=[\t\r])")
"""Where a cell, or what a program that parts cells at semicolons takes for one, may compute."""

_MAYBE_FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r]")
_NUMBER = re.compile(r"\s*[-+]?[0-9]+([.,][0-9]+)*\s*")


def render(plan: Plan) -> str:
    """Return the items of *plan* as CSV, each line ending in CR and LF, with a header always.

    Lists are joined with “; ”. A cell that a spreadsheet might take for a formula begins with an
    apostrophe; a plain number, such as -5, does not.
    """
    extras = list(dict.fromkeys(key for item in plan.walk() for key in item.extra))
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(["level", "parent", *COLUMNS, *map(guarded, extras)])
    rows.writerows(
        [*map(guarded, (_level(plan, item), parent, *_cells(item, extras)))]
        for parent, item in _with_parent(plan.items, "")
    )
    return written.getvalue()


def _with_parent(items: Iterable[Item], parent: str) -> Iterator[tuple[str, Item]]:
    for item in items:
        yield parent, item
        yield from _with_parent(item.items, item.id)


def _level(plan: Plan, item: Item) -> str:
    return plan.levels[item.level].key if item.level < len(plan.levels) else str(item.level)


def _cells(item: Item, extras: list[str]) -> Iterator[str]:
    yield from (column(item) for column in COLUMNS.values())
    yield from (_extra(item.extra.get(key)) for key in extras)


COLUMNS: Mapping[str, Callable[[Item], str]] = {
    "id": lambda item: item.id,
    "code": lambda item: item.code or "",
    "title": lambda item: item.title,
    "description": lambda item: item.description or "",
    "rationale": lambda item: item.rationale or "",
    "opportunities": lambda item: _joined(item.opportunities),
    "challenges": lambda item: _joined(item.challenges),
    "indicators": lambda item: _joined(each.title for each in item.indicators),
    "lead": lambda item: item.lead or "",
    "partners": lambda item: _joined(item.partners),
    "stakeholders": lambda item: _joined(
        f"{each.name} ({each.role})" if each.role else each.name for each in item.stakeholders
    ),
    "countries": lambda item: _joined(item.countries),
    "start": lambda item: str(item.start or ""),
    "end": lambda item: str(item.end or ""),
    "status": lambda item: item.status or "",
    "budget.amount": lambda item: _amount(item),
    "budget.currency": lambda item: (item.budget and item.budget.currency) or "",
    "aligns": lambda item: _joined(item.aligns),
    "replaces": lambda item: _joined(item.replaces),
    "tags": lambda item: _joined(item.tags),
    "notes": lambda item: item.notes or "",
}
"""What stands in each column, in the order of the item's fields."""


def _amount(item: Item) -> str:
    amount = item.budget and item.budget.amount
    return "" if amount is None else f"{amount:f}"


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(texts)


def _extra(value: Extra) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)


def guarded(cell: str) -> str:
    """Return *cell* so that no spreadsheet takes it, or a part of it, for a formula."""
    text = visible(cell)
    if not _MAYBE_FORMULA.search(text) or _NUMBER.fullmatch(text):
        return text
    return _FORMULA.sub(_apostrophe, text)


def _apostrophe(match: re.Match[str]) -> str:
    return f"{match[1] or ''}'{match[2] or ''}"
