"""The comparison chart tells of each old item what carries it on, and what is new."""

from lacplan.diff.chart import Chart, Fate, chart
from lacplan.model.plan import Indicator, Item, Plan

KEPT, REWORDED, MOVED = Fate.KEPT, Fate.REWORDED, Fate.MOVED
MERGED, SPLIT, DROPPED = Fate.MERGED, Fate.SPLIT, Fate.DROPPED


def plan(*items: Item, name: str = "plan-2030") -> Plan:
    return Plan(format=1, name=name, title="P", language="en", items=items)


def item(id: str, title: str = "", *, replaces: str = "", **rest) -> Item:
    return Item(id=id, title=title or id, replaces=tuple(replaces.split()), **rest)


def fates(made: Chart) -> dict[str, tuple[tuple[Fate, ...], list[str]]]:
    return {line.old.id: (line.fates, [new.id for new in line.news]) for line in made.lines}


def test_an_item_under_the_same_id_is_kept():
    made = chart(plan(item("a"), item("b")), plan(item("a"), item("b")))
    assert fates(made) == {"a": ((KEPT,), ["a"]), "b": ((KEPT,), ["b"])}
    assert made.fresh == ()


def test_code_order_notes_and_dates_do_not_reword_it():
    old = item("a", code="1", notes="x", tags=("t",), description="Some  words")
    new = item("a", code="2", notes="y", lead="L", description="Some words")
    assert fates(chart(plan(old), plan(item("z", "Zed"), new)))["a"] == ((KEPT,), ["a"])


def test_other_words_reword_it():
    for field, value in (
        ("title", "Other"),
        ("description", "Other"),
        ("rationale", "Other"),
        ("challenges", ("Other",)),
        ("opportunities", ("Other",)),
    ):
        made = chart(plan(item("a")), plan(item("a")._replace(**{field: value})))
        assert fates(made)["a"] == ((REWORDED,), ["a"])


def test_an_item_may_be_moved_and_reworded():
    child = item("c", "Child", level=1)
    old = plan(item("a", items=(child,)), item("b"))
    new = plan(item("a"), item("b", items=(child._replace(title="Offspring"),)))
    assert fates(chart(old, new))["c"] == ((MOVED, REWORDED), ["c"])


def test_an_item_that_another_one_replaces_is_kept_under_the_new_id():
    made = chart(plan(item("a", "Access")), plan(item("n", "Access", replaces="a")))
    assert fates(made) == {"a": ((KEPT,), ["n"])}


def test_other_plans_ids_count_only_where_they_name_the_old_plan():
    old = plan(item("a", "Access", description="About links"), item("b"), name="plan-2020")
    tied = plan(item("n", "Links", replaces="plan-2020#a"), item("b"))
    untied = plan(item("n", "Links", replaces="plan-2010#a"), item("b"))
    assert fates(chart(old, tied))["a"] == ((REWORDED,), ["n"])
    assert fates(chart(old, untied))["a"] == ((DROPPED,), [])
    assert [entry.id for entry in chart(old, untied).fresh] == ["n"]


def test_several_into_one_are_merged():
    made = chart(plan(item("a"), item("b")), plan(item("n", replaces="b a")))
    assert fates(made) == {"a": ((MERGED,), ["n"]), "b": ((MERGED,), ["n"])}


def test_one_into_several_is_split_in_the_order_of_the_new_plan():
    made = chart(plan(item("a")), plan(item("z", replaces="a"), item("n", replaces="a")))
    assert fates(made) == {"a": ((SPLIT,), ["z", "n"])}


def test_a_split_whose_part_takes_another_item_in_is_both():
    made = chart(
        plan(item("a"), item("b")), plan(item("x", replaces="a"), item("y", replaces="a b"))
    )
    assert fates(made) == {"a": ((SPLIT, MERGED), ["x", "y"]), "b": ((MERGED,), ["y"])}


def test_an_item_that_stays_and_gives_a_part_away_is_split():
    made = chart(plan(item("a")), plan(item("a"), item("b", replaces="a")))
    assert fates(made) == {"a": ((SPLIT,), ["a", "b"])}


def test_what_lies_under_an_area_that_another_one_carries_on_was_not_moved():
    child, other = item("c", "Child", level=1), item("d", "Other", level=1)
    old = plan(item("a", items=(child,)), item("b", items=(other,)))
    new = plan(item("n", replaces="a b", items=(child, other)))
    assert fates(chart(old, new)) == {
        "a": ((MERGED,), ["n"]),
        "c": ((KEPT,), ["c"]),
        "b": ((MERGED,), ["n"]),
        "d": ((KEPT,), ["d"]),
    }


def test_likeness_ties_plans_too():
    text = "Operators connect every village of the region by cable or by satellite."
    made = chart(
        plan(item("a", "Access", description=text)), plan(item("n", "Access", description=text))
    )
    assert made.has_lineage
    assert fates(made) == {"a": ((KEPT,), ["n"])}


def test_backwards_it_tells_the_same_ties():
    old = plan(item("a"), item("b"), name="plan-2020")
    new = plan(item("n", replaces="plan-2020#a plan-2020#b"))
    assert fates(chart(new, old)) == {"n": ((SPLIT,), ["a", "b"])}


def test_plans_that_nothing_ties_have_no_lineage_and_nothing_is_called_dropped():
    made = chart(plan(item("a", "Access to links")), plan(item("b", "Quite another matter")))
    assert not made.has_lineage
    assert fates(made) == {"a": ((), [])}
    assert [entry.id for entry in made.fresh] == ["b"]


def test_indicators_are_not_in_it():
    measured = Indicator(id="i", title="Share")
    made = chart(
        plan(item("a", indicators=(measured,))), plan(item("b", "Zed", indicators=(measured,)))
    )
    assert [line.old.id for line in made.lines] == ["a"]
    assert not made.has_lineage


def test_every_old_item_has_a_line_and_every_new_one_is_in_it():
    old = plan(item("a", items=(item("b", level=1),)), item("c"), item("d"))
    new = plan(item("x", replaces="a c"), item("b"), item("e", "Entirely new"))
    made = chart(old, new)
    assert [line.old.id for line in made.lines] == ["a", "b", "c", "d"]
    assert all(line.fates for line in made.lines)
    told = {entry.id for line in made.lines for entry in line.news} | {e.id for e in made.fresh}
    assert told == {"x", "b", "e"}
    assert [line.old.level for line in made.lines] == [0, 1, 0, 0]
