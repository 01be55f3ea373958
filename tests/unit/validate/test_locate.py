"""Which item and which field a place in the text belongs to."""

from lacplan.document.fault import Span
from lacplan.document.parse import parse
from lacplan.model.finding import Finding, Severity
from lacplan.validate.locate import locate

TEXT = """\
title: Plan
x-own: [{id: mine, note: MARK}]
areas:
- id: a
  title: A
  stakeholders: [{id: odd, name: MARK}]
  aligns: [{id: MARK}]
  indicators:
  - {id: i, title: MARK}
  objectives:
  - id: o
    notes: MARK
"""


def named(word: str) -> list[tuple[str | None, str | None]]:
    """Return the item and the field of each place where *word* stands."""
    starts = [at for at in range(len(TEXT)) if TEXT.startswith(word, at)]
    findings = [
        Finding("X", "x", Severity.INFO, "", at=Span(start, start + len(word))) for start in starts
    ]
    return [(each.item, each.field) for each in locate(parse(TEXT), "x.yaml", findings)]


def test_only_items_and_indicators_are_called_by_their_ids() -> None:
    assert named("MARK") == [
        (None, "x-own"),
        ("a", "stakeholders"),
        ("a", "aligns"),
        ("i", "title"),
        ("o", "notes"),
    ]


def test_the_first_key_of_an_item_stands_for_the_whole() -> None:
    assert named("id: o\n") == [("o", None)]
    assert named("title: Plan") == [(None, "title")]


def test_a_long_line_is_not_copied_for_each_finding_on_it() -> None:
    document = parse("summary: a b\n")
    findings = [Finding("X", "x", Severity.INFO, "", at=Span(at, at + 1)) for at in (9, 11)]
    first, second = locate(document, "x.yaml", findings)
    assert first.place.text == "summary: a b"
    assert first.place.text is second.place.text
