"""The comparison chart as Markdown, and as CSV for spreadsheets.

Source: RFC 4180.
"""

import csv as writer
import io
from collections.abc import Iterable, Iterator

from lacplan.diff.chart import Chart, Entry, Line
from lacplan.render import escape
from lacplan.render.changes.catalogue import Words
from lacplan.render.changes.names import Side, labelled
from lacplan.render.escape import literal
from lacplan.render.spreadsheet import guarded as guarded
from lacplan.render.table import table

_COLUMNS = (
    *("old_id", "old_code", "old_title", "old_level"),
    "fate",
    *("new_id", "new_code", "new_title", "new_level"),
)


def markdown(chart: Chart, *, old: Side, new: Side) -> str:
    """Return *chart* as a page of Markdown in the language of the new plan."""
    words = Words(new.plan.language)
    blocks = [f"# {words['chart'].format(escape.code(old.ref), escape.code(new.ref))}"]
    if not chart.has_lineage:
        blocks.append(words["no lineage"])
    head = [literal(old.ref), words["what became"], literal(new.ref)]
    blocks.append(table(head, _rows(chart, words)))
    if words.page.right_to_left:
        blocks = ['<div dir="rtl">', *blocks, "</div>"]
    return "\n\n".join(blocks) + "\n"


def _rows(chart: Chart, words: Words) -> Iterator[list[str]]:
    for line in chart.lines:
        fates = ", ".join(words.fate(fate) for fate in line.fates) or words["not told"]
        yield [_cell([line.old]), fates, _cell(line.news)]
    for entry in chart.fresh:
        yield ["", words["new"], _cell([entry])]


def _cell(entries: Iterable[Entry]) -> str:
    return "<br>".join(literal(labelled(each.code, each.title or each.id)) for each in entries)


def csv(chart: Chart) -> str:
    """Return *chart* as CSV, each line ending in CR and LF, with a header always.

    An old item has a row for each new one that carries it on. A cell that a spreadsheet might take
    for a formula begins with an apostrophe.
    """
    written = io.StringIO()
    rows = writer.writer(written, lineterminator="\r\n")
    rows.writerow(_COLUMNS)
    for line in chart.lines:
        rows.writerows(_csv_rows(line))
    nothing = ("",) * 4
    rows.writerows((*nothing, "new", *_csv_cells(entry)) for entry in chart.fresh)
    return written.getvalue()


def _csv_rows(line: Line) -> Iterator[tuple[str, ...]]:
    fates = ", ".join(line.fates) or "not told"
    for new in line.news or (None,):
        yield (*_csv_cells(line.old), fates, *(_csv_cells(new) if new else ("",) * 4))


def _csv_cells(entry: Entry) -> tuple[str, ...]:
    cells = (entry.id, entry.code or "", entry.title, str(entry.level))
    return tuple(guarded(cell) for cell in cells)
