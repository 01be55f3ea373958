"""Some of the changes can be asked for: by class, and by item."""

import pytest

from lacplan.diff.change import Class, Kind
from lacplan.diff.choose import of_class, of_item
from lacplan.diff.compare import diff
from lacplan.model.plan import Indicator, Item, Plan


def plan(*items: Item) -> Plan:
    return Plan(format=1, name="p", title="P", language="en", items=items)


OLD = plan(
    Item(
        id="a",
        code="1",
        title="Access",
        indicators=(Indicator(id="villages", title="Villages"), Indicator(id="gone", title="Gone")),
        items=(Item(id="under", code="1.1", title="Under", level=1, lead="X"),),
    ),
    Item(id="s", code="2", title="To be split", notes="x"),
    Item(id="c", code="3", title="A council of users", lead="X"),
)
NEW = plan(
    Item(
        id="a",
        code="1",
        title="Access",
        lead="Z",
        indicators=(Indicator(id="villages", title="Villages", unit="%"),),
        items=(Item(id="under", code="1.1", title="Under", level=1, lead="Y"),),
    ),
    Item(id="s1", code="2", title="One part", replaces=("s",)),
    Item(id="s2", code="2b", title="Other part", replaces=("s",)),
    Item(id="users", code="4", title="A council of users", replaces=("c",), lead="Y"),
)
DIFF = diff(OLD, NEW)


def told(asked: str) -> set[tuple[Kind, str | None]]:
    found = of_item(DIFF, asked, OLD, NEW)
    assert found is not None
    return {(change.kind, change.item) for change in found.changes}


@pytest.mark.parametrize("asked", ["a", "1"])
def test_an_item_comes_with_its_indicators_and_without_what_lies_under_it(asked):
    assert told(asked) == {
        (Kind.EDITED, "a"),
        (Kind.EDITED, "villages"),
        (Kind.REMOVED, "gone"),
    }


def test_an_indicator_can_be_asked_for_alone():
    assert told("villages") == {(Kind.EDITED, "villages")}


@pytest.mark.parametrize("asked", ["c", "users", "3", "4"])
def test_a_renamed_item_is_found_by_either_name_and_either_code(asked):
    assert told(asked) == {
        (Kind.RENAMED, "users"),
        (Kind.RENUMBERED, "users"),
        (Kind.EDITED, "users"),
    }


def test_an_item_that_was_split_comes_with_what_carries_it_on():
    assert told("s") == {(Kind.SPLIT, "s1"), (Kind.SPLIT, "s2")}
    assert told("s1") == {(Kind.SPLIT, "s1")}


def test_an_item_that_neither_draft_has_is_none():
    assert of_item(DIFF, "nowhere", OLD, NEW) is None


def test_an_item_that_did_not_change_has_no_changes():
    same = diff(OLD, OLD)
    found = of_item(same, "a", OLD, OLD)
    assert found is not None
    assert found.changes == ()


def test_a_class_is_all_of_it_and_nothing_else():
    parts = [of_class(DIFF, cls).changes for cls in Class]
    assert {each.weight.cls for each in parts[0]} == {Class.EDITORIAL}
    assert sorted(map(repr, [*parts[0], *parts[1]])) == sorted(map(repr, DIFF.changes))
