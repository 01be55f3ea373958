"""Published codes: who bore them, and who may bear them now."""

import pytest

from lacplan.history.codes import bearers, free_code, reused, together
from lacplan.model.plan import Item, Plan


def plan(*codes: tuple[str, str, tuple[str, ...]]) -> Plan:
    items = tuple(Item(id=id, title=id, code=code, replaces=olds) for id, code, olds in codes)
    return Plan(format=1, name="x", title="X", language="en", items=items)


def test_the_bearers_of_a_code_are_those_of_every_version():
    plans = plan(("a", "1", ())), plan(("b", "1", ()), ("a", "2", ()))
    assert together(map(bearers, plans)) == {
        "1": {"a", "b"},
        "2": {"a"},
    }


@pytest.mark.parametrize(
    ("now", "taken"),
    [
        (("a", "1", ()), []),
        (("b", "2", ()), []),
        (("b", "1", ()), ["b"]),
        (("b", "1", ("a",)), []),
        (("b", "1", ("z",)), ["b"]),
    ],
)
def test_a_code_goes_on_to_the_same_item_or_its_heir_alone(now, taken):
    assert [each.item.id for each in reused(plan(now), {"1": frozenset({"a"})})] == taken


@pytest.mark.parametrize(
    ("code", "free"),
    [("1.4", "1.6"), ("1", "3"), ("2.1", "2.2"), ("A", "3"), ("9.1", None), ("1.4.1", None)],
)
def test_the_next_free_code_stands_beside_it(code, free):
    assert free_code(code, ["1", "2", "1.4", "1.5", "2.1", "1.x", "2.1.7"]) == free
