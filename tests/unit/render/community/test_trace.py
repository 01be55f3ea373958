"""The trace of synthetic contributions, as a page, as JSON, as CSV and on a terminal."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from io import StringIO

import pytest
from people import contributions, plan
from rich.console import Console

from lacplan.cli import trace_table
from lacplan.consult.trace import Trace
from lacplan.model.version import Version
from lacplan.render.community import trace_csv, trace_json, trace_markdown, words
from lacplan.render.community.told import Told

Golden = Callable[[str, str], None]

FIRST = """\
  - id: political
    title: Political issues
    code: "1"
    objectives:
      - {id: regional, code: "1.1", title: "Regional *organizations*"}
      - {id: dns-industry, code: "1.4", title: The DNS industry}
  - id: economic
    title: Economic issues
    objectives: [{id: registrars, code: "4.3", title: Registrars | and more}]
"""
_INDUSTRY = '      - {id: dns-industry, code: "1.4", title: The DNS industry}\n'
SECOND = FIRST.replace(_INDUSTRY, "").replace("id: regional,", "id: bodies, replaces: [regional],")
BROUGHT = (
    "aspect: challenge, by: m-01, date: 2027-02, outcome: reflected, "
    "reflected-in: [{item: registrars, since: draft-01, how: adapted, note: With *numbers*}]",
    "by: m-01, on-behalf-of: LACNIC, outcome: partly, reason: Dropped after the consultation, "
    "reflected-in: [{item: dns-industry, since: draft-01, how: as-is}]",
    "on-behalf-of: '=cmd|1', reflected-in: [{item: regional, since: final, how: merged}, "
    "{item: academy}]",
    "by: m-02, outcome: not, reason: '<script>alert(1)</script>'",
)


def told(language: str = "en") -> Told:
    version = Version("draft-01", date(2027, 1, 1), lambda: plan(FIRST))
    made = Trace(contributions(*BROUGHT), plan(SECOND, language=language), (version,))
    return Told(made, words.of(language), {"m-01": "Member | one\x1b[2J"})


@pytest.mark.parametrize("language", ["en", "es", "pt", "fr", "ar"])
def test_the_page_is_in_the_language_of_the_plan(golden: Golden, language: str) -> None:
    made = told(language)
    text = trace_markdown.render(made, made.trace.contributions)
    golden(f"community/trace-{language}.md", text)
    golden(f"community/orphans-{language}.md", trace_markdown.render_orphans(made))


def test_nothing_in_the_page_acts() -> None:
    text = trace_markdown.render(told(), told().trace.contributions)
    assert "<script" not in text
    assert "\x1b" not in text


@pytest.mark.parametrize("width", [60, 80])
def test_the_terminal_tells_all(golden: Golden, width: int) -> None:
    made = told()
    paper = Console(width=width, file=StringIO(), highlight=False, markup=False, emoji=False)
    for part in (
        *trace_table.matrix(made, width=width),
        *trace_table.stories(made, made.trace.contributions, title="All"),
        *trace_table.stories(made, (), title="Nothing"),
        *trace_table.orphans(made),
    ):
        paper.print(part)
    assert isinstance(paper.file, StringIO)
    text = paper.file.getvalue()
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= width
    golden(f"community/trace-{width}.txt", text)


def test_the_spreadsheet_is_the_matrix() -> None:
    made = told()
    head, *rows = csv.reader(io.StringIO(trace_csv.render(made.trace, made.trace.contributions)))
    assert head[8:] == ["4.3 registrars", "1.4 dns-industry", "1.1 regional", "academy"]
    assert [row[8:] for row in rows] == [
        ["adapted: there", "", "", ""],
        ["", "as-is: removed", "", ""],
        ["", "", "merged: carried-on", "never"],
        ["", "", "", ""],
    ]


def test_no_cell_of_the_spreadsheet_computes() -> None:
    made = told()
    text = trace_csv.render(made.trace, made.trace.contributions)
    assert "'=cmd" in text
    text = trace_csv.render_orphans(made.trace.orphans, made.trace.nowhere)
    assert text.startswith("orphan,id,code or outcome,title or text\r\n")
    assert [line.split(",")[1] for line in text.splitlines()[1:]] == ["c-02", "c-04"]


def test_json_has_each_place_with_what_became_of_it() -> None:
    made = told()
    read = json.loads(trace_json.render(made.trace, made.trace.contributions, ref="lac"))
    assert read["states"] == ["draft-01", None]
    second = read["contributions"][1]
    assert (second["id"], second["found"], second["outcome"]) == ("c-02", False, "partly")
    assert second["reflected-in"][0]["standing"] == "removed"
    assert second["reflected-in"][0]["present"] == [True, False]
    assert read["contributions"][2]["reflected-in"][0]["carried_on_by"] == ["bodies"]
    assert read["orphans"]["contributions"] == ["c-02", "c-04"]
    assert read["summary"] == {"contributions": 4, "found": 2}


def test_json_of_orphans_leaves_the_rest_out() -> None:
    made = told().trace
    read = json.loads(trace_json.render(made, made.contributions, ref="lac", orphans=True))
    assert read["contributions"] == []
    assert read["orphans"]["items"] == []
