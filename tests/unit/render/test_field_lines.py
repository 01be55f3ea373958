"""A draft as a line a field."""

from lacplan.document.parse import parse
from lacplan.render.field_lines import render

TEXT = """\
title: Plan
format: 1
period: {start: 2013, end: 2016}
areas:
  - title: Politics
    id: politics
    description: >-
      One

      Two
    opportunities: [more voices, "less: noise"]
    budget: {amount: 10, currency: USD}
    stakeholders:
      - {name: A, role: lead}
      - B
    objectives:
      - {id: b, title: B}
      - {id: a, title: A, tags: []}
  - title: without an id
"""


def lines(text):
    return render(parse(text))


def test_every_field_is_a_line_and_every_item_stands_by_its_id():
    assert lines(TEXT) == (
        "format: 1",
        "title: Plan",
        "areas: politics",
        "areas: {title: without an id}",
        "period.end: 2016",
        "period.start: 2013",
        "a.title: A",
        "a.tags: []",
        "b.title: B",
        "politics.title: Politics",
        "politics.budget.amount: 10",
        "politics.budget.currency: USD",
        "politics.description: One ¶ Two",
        "politics.objectives: b, a",
        "politics.opportunities: more voices",
        "politics.opportunities: less: noise",
        "politics.stakeholders: {name: A, role: lead}",
        "politics.stakeholders: B",
    )


def test_layout_quotes_comments_and_the_order_of_fields_change_nothing():
    other = TEXT.replace("title: Plan\nformat: 1", "# A comment\n'format': 1\ntitle: 'Plan'")
    other = other.replace("{id: b, title: B}", "title: B\n        id: b")
    assert lines(other) == lines(TEXT)


def test_a_moved_item_changes_the_lists_that_name_it_and_nothing_else():
    moved = TEXT.replace("      - {id: b, title: B}\n", "")
    moved += "    objectives: [{id: b, title: B}]\n    id: other\n"
    before, after = {*lines(TEXT)}, {*lines(moved)}
    assert {line for line in before - after if line.startswith(("a.", "b."))} == set()
    assert {line for line in after - before if line.startswith(("a.", "b."))} == set()
    assert "politics.objectives: a" in after
    assert "other.objectives: b" in after


def test_what_holds_no_fields_has_no_lines():
    assert lines("- a list\n") is lines("") is lines("title: [") is lines("text") is None


def test_aliases_and_odd_shapes_are_written_out():
    assert lines("a: &x [1, [2, {b: ~}]]\nc: *x\n? [k]\n: v\n") == (
        "[k]: v",
        "a: 1",
        "a: [2, {b: }]",
        "c: 1",
        "c: [2, {b: }]",
    )
