"""A fingerprint lasts until the words change again."""

import pytest

from lacplan.diff.compare import diff
from lacplan.model.plan import Item, Plan

ITEM = Item(id="a", title="Access", description="A fund pays half.", code="1")
OTHER = Item(id="b", title="Skills", description="Schools teach it.", code="2")


def plan(*items: Item) -> Plan:
    return Plan(format=1, name="p", title="P", language="en", items=items)


def prints(old: Plan, new: Plan) -> set[str]:
    return {each.fingerprint for each in diff(old, new).changes}


@pytest.mark.parametrize("replaces", [(), ("a", "b")], ids=["added", "merged"])
def test_renumbering_layout_and_place_leave_it_as_it_is(replaces):
    old = plan() if not replaces else plan(ITEM, OTHER)
    new = ITEM._replace(id="n", replaces=replaces)
    laid_out = new._replace(code="3", description="A  fund\npays half.")
    assert prints(old, plan(new)) == prints(old, plan(laid_out))


@pytest.mark.parametrize("replaces", [(), ("a", "b")], ids=["added", "merged"])
def test_other_words_make_another(replaces):
    old = plan() if not replaces else plan(ITEM, OTHER)
    new = ITEM._replace(id="n", replaces=replaces)
    reworded = new._replace(description="A fund pays all.")
    assert not prints(old, plan(new)) & prints(old, plan(reworded))
