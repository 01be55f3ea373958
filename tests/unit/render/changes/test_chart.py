"""The chart can be published as it is, and a spreadsheet computes nothing in it."""

import csv
import io

import pytest

from lacplan.diff.chart import chart
from lacplan.render.changes import chart as written

languages = pytest.mark.parametrize("language", ["en", "es", "ar", "zh"])


@languages
def test_the_page_is_as_agreed(pair, golden, language):
    _, old, new = pair(language)
    made = chart(old.plan, new.plan)
    golden(f"diff/chart-{language}.md", written.markdown(made, old=old, new=new))


@languages
def test_the_csv_is_as_agreed(pair, golden, language):
    _, old, new = pair(language)
    golden(f"diff/chart-{language}.csv", written.csv(chart(old.plan, new.plan)))


def test_an_item_with_two_heirs_has_two_rows(pair):
    _, old, new = pair("en")
    rows = list(csv.DictReader(io.StringIO(written.csv(chart(old.plan, new.plan)))))
    heirs = [row["new_id"] for row in rows if row["old_id"] == "spectrum"]
    assert heirs == ["licences", "shared-bands"]


def test_plans_that_nothing_ties_say_so(between):
    _, old, new = between("  - {id: a, title: One thing}", "  - {id: b, title: Another matter}")
    made = chart(old.plan, new.plan)
    page = written.markdown(made, old=old, new=new)
    assert "Nothing ties the two plans" in page
    assert "| One thing | not told |  |" in page
    assert "a,,One thing,0,not told,,,,\r\n" in written.csv(made)


def test_no_cell_is_a_formula(between):
    _, old, new = between("  - {id: a, title: '=1+1'}", "  - {id: a, title: '@SUM(A1)'}")
    text = written.csv(chart(old.plan, new.plan))
    assert ",'=1+1," in text
    assert ",'@SUM(A1)," in text


def test_no_cell_breaks_the_table(between):
    _, old, new = between("  - {id: a, title: 'x | y <b>'}", "  - {id: a, title: z}")
    page = written.markdown(chart(old.plan, new.plan), old=old, new=new)
    assert "| x &#124; y &lt;b> | reworded | z |" in page


def test_the_page_speaks_the_new_plans_language(pair):
    _, old, new = pair("es")
    page = written.markdown(chart(old.plan, new.plan), old=old, new=new)
    assert "se mantiene" in page
    assert "se abandona" in page
