"""Drafts whose ids are missing or double are still told as well as can be."""

from lacplan.diff.change import Kind
from lacplan.diff.chart import Fate, chart
from lacplan.diff.compare import diff
from lacplan.model.plan import Item, Plan


def plan(*items: Item, title: str = "P") -> Plan:
    return Plan(format=1, name="p", title=title, language="en", items=items)


ONE = Item(id="", title="Backbones of the region")
TWO = Item(id="", title="Schools and libraries learn together")
UNDER = Item(id="", title="", items=(Item(id="c", title="Child", level=1),))


def test_items_without_an_id_are_found_again_by_their_words():
    new = Item(id="", title="A fund for islands")
    told = [(each.kind, each.title) for each in diff(plan(ONE, TWO), plan(new, ONE, TWO)).changes]
    assert told == [(Kind.ADDED, "A fund for islands")]


def test_items_without_id_and_words_of_their_own_are_told_apart_by_place():
    blank = Item(id="", title="")
    assert diff(plan(blank, blank), plan(blank, blank)).changes == ()
    changes = diff(plan(blank, blank), plan(blank, blank, blank)).changes
    assert [each.kind for each in changes] == [Kind.ADDED]


def test_an_area_without_an_id_is_not_taken_for_the_plan_itself():
    child = Item(id="c", title="Offspring", level=1)
    found = diff(plan(UNDER), plan(UNDER._replace(items=(child,)), title="Q"))
    assert [(each.item, each.area, each.field) for each in found.changes] == [
        (None, None, "title"),
        ("c", "", "title"),
    ]
    assert None not in found.areas


def test_bearers_of_one_id_are_compared_in_their_order():
    twice = (Item(id="a", title="One"), Item(id="a", title="Two"))
    assert diff(plan(*twice), plan(*twice)).changes == ()
    (change,) = diff(plan(*twice), plan(twice[0], Item(id="a", title="Other"))).changes
    assert (change.item, change.field) == ("a#2", "title")


def test_of_an_empty_plan_all_is_new_and_to_an_empty_plan_all_is_dropped():
    made = chart(plan(ONE), plan())
    assert made.has_lineage
    assert [line.fates for line in made.lines] == [(Fate.DROPPED,)]
    assert chart(plan(), plan(ONE)).has_lineage
