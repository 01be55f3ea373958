"""Who carries on what is gone."""

from lacplan.model.lineage import Lineage
from lacplan.model.plan import Item, Plan


def plan(**items: tuple[str, ...]) -> Plan:
    """Return a plan of items, each with the ids that it carries on."""
    return Plan(
        format=1,
        name="p",
        title="P",
        language="en",
        items=tuple(Item(id=id, title=id, replaces=olds) for id, olds in items.items()),
    )


def test_an_heir_that_is_gone_itself_leads_on_to_its_own():
    lineage = Lineage([plan(a=()), plan(b=("a",)), plan(c=("b",), d=("b",))])
    assert lineage.heirs("a", {"c", "d"}) == ("c", "d")
    assert lineage.heirs("a", {"b", "c"}) == ("b",)
    assert lineage.heirs("a", {"x"}) == ()


def test_what_carries_nothing_on_has_no_heirs_and_no_item_is_its_own():
    lineage = Lineage([plan(a=("a",), b=("a",))])
    assert lineage.heirs("a", {"a", "b"}) == ("b",)
    assert lineage.heirs("b", {"a", "b"}) == ()


def test_a_circle_ends():
    assert Lineage([plan(a=("b",)), plan(b=("a",))]).heirs("a", {"c"}) == ()


def test_an_heir_of_several_is_named_once():
    lineage = Lineage([plan(b=("a",), c=("a",)), plan(d=("b", "c"))])
    assert lineage.heirs("a", {"d"}) == ("d",)
