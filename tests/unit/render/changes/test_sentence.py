"""A change in one plain line."""

import pytest

from lacplan.diff.change import Kind
from lacplan.diff.compare import diff
from lacplan.model.date import PartialDate
from lacplan.model.plan import Item, Plan
from lacplan.render.changes.names import Names
from lacplan.render.changes.sentence import named, sentence

LONG = "Exchange points open in every capital of the region. " * 4


def plan(*items: Item) -> Plan:
    return Plan(format=1, name="p", title="P", language="en", items=items)


def said(old: Plan, new: Plan) -> list[str]:
    names = Names(old, new)
    return [sentence(change, names) for change in diff(old, new).changes]


def test_fields_say_what_they_were_and_are():
    old = Item(id="a", title="A", lead="LACNIC", tags=("x", "y"), description="It should do.")
    new = old._replace(
        lead="ICANN", tags=("y", "x"), description="It must do.", end=PartialDate.parse("2016")
    )
    assert said(plan(old), plan(new)) == [
        "description (a word that binds or negates changed): It [-should-] {+must+} do.",
        "lead: LACNIC → ICANN",
        "end: {+2016+}",
        "tags (editorial): now y, x",
    ]


def test_a_long_text_is_shortened_to_one_line():
    old = Item(id="a", title="A", description=LONG)
    new = old._replace(description=f"{LONG}\n\nAnd\nmore.")
    (line,) = said(plan(old), plan(new))
    assert "\n" not in line
    assert line.endswith("of the region. {+And more.+}")
    assert len(line) < 120


def test_places_are_named():
    child = Item(id="c", title="C", level=1)
    a, b = Item(id="a", code="1", title="A"), Item(id="b", code="2", title="B")
    there = said(plan(a._replace(items=(child,)), b), plan(a, b._replace(items=(child,))))
    assert there == ["moved from 1 A to 2 B"]
    assert said(plan(a, b), plan(a._replace(items=(child,)), b)) == ["added to 1 A"]
    assert said(plan(a._replace(items=(child,)), b), plan(a, b)) == ["removed from 1 A"]
    order = diff(plan(a, b), plan(b, a)).changes
    assert {each.kind for each in order} == {Kind.REORDERED}


def test_lineage_is_told_from_the_item_it_is_told_of():
    a, b, c = (Item(id=each, title=each.upper()) for each in "abc")
    assert said(plan(a, b), plan(c._replace(replaces=("a", "b")))) == ["merged from A and B"]
    assert said(plan(a, b), plan(b._replace(replaces=("a",)))) == ["takes in A"]
    assert said(plan(a), plan(a, c._replace(replaces=("a",)))) == ["split from A, which stays"]
    both = plan(b._replace(replaces=("a",)), c._replace(replaces=("a",)))
    assert said(plan(a), both) == [
        "split from A; the rest of it is C",
        "split from A; the rest of it is B",
    ]
    assert said(plan(a), plan(c._replace(replaces=("a",)))) == ["id: a → c", "title: A → C"]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b", "c"], "a, b and c"),
        ([*"abcdefgh"], "a, b, c, d, e and 3 more"),
    ],
)
def test_not_too_many_are_named(labels, expected):
    assert named(labels) == expected
