"""Splits and merges are told by their ties, and each text that they share once."""

from lacplan.diff.change import Change, Class, Kind, Mark
from lacplan.diff.compare import diff
from lacplan.model.plan import Item, Plan

FUND = "A fund pays half of each line."
POINTS = "Exchange points open in every capital of the region."
STATUTES = "The old statutes remain in force until then."


def plan(*items: Item) -> Plan:
    return Plan(format=1, name="plan", title="P", language="en", items=items)


def item(id: str, *sentences: str, replaces: str = "", **rest) -> Item:
    description = " ".join(sentences) or None
    return Item(
        id=id, title=id.upper(), description=description, replaces=tuple(replaces.split()), **rest
    )


def changes(old: Plan, new: Plan) -> list[Change]:
    return [each for each in diff(old, new).changes if each.kind is not Kind.REORDERED]


def told(old: Plan, new: Plan) -> list[tuple[object, ...]]:
    return [
        (each.kind.value, each.item, each.field or each.old, each.new)
        if each.kind in (Kind.SPLIT, Kind.MERGED)
        else (each.kind.value, each.item, each.field)
        for each in changes(old, new)
    ]


def marked(change: Change) -> list[tuple[str, str]]:
    return [(run.mark.value, run.text) for run in change.words]


TWO = plan(item("x", POINTS, STATUTES), item("b", FUND))


def test_a_merge_into_an_item_that_stays_is_told_once():
    new = plan(item("b", FUND, replaces="x"))
    assert told(TWO, new) == [("merged", "b", ["x", "b"], ["b"])]


def test_its_description_is_an_edit_of_its_own_with_what_it_takes_over_kept():
    new = plan(item("b", FUND, POINTS, "And more.", replaces="x"))
    merged, edited = changes(TWO, new)
    assert marked(merged) == [("deleted", STATUTES)]
    assert (edited.field, edited.weight.why) == ("description", "a sentence was added")
    assert marked(edited) == [("kept", f"{FUND} {POINTS}"), ("added", " And more.")]


def test_what_it_drops_of_its_own_is_struck_where_it_stood():
    new = plan(item("b", POINTS, STATUTES, replaces="x"))
    merged, edited = changes(TWO, new)
    assert merged.words == ()
    assert edited.weight.why == "a sentence was dropped"
    assert marked(edited) == [("deleted", f"{FUND} "), ("kept", f"{POINTS} {STATUTES}")]


def test_what_else_an_item_replaces_is_still_told():
    new = plan(item("b", FUND, replaces="x other#y"))
    assert ("edited", "b", "replaces") in told(TWO, new)


def test_what_an_item_that_stays_gives_away_is_not_struck():
    old = plan(item("a", POINTS, FUND))
    new = plan(item("a", POINTS), item("c", FUND, "And more.", replaces="a"))
    edited, split = changes(old, new)
    assert (edited.weight.cls, edited.weight.why) == (Class.SUBSTANTIVE, "text was carried over")
    assert {run.mark for run in edited.words} == {Mark.KEPT}
    assert marked(split) == [("kept", f"{FUND} "), ("added", "And more.")]


def test_who_only_gives_a_part_to_a_merge_is_not_merged_itself():
    old = plan(item("a", POINTS, FUND), item("d", STATUTES))
    new = plan(item("a", POINTS, FUND), item("c", FUND, STATUTES, replaces="a d"))
    assert told(old, new) == [
        ("merged", "c", ["a", "d"], ["c"]),
        ("split", "c", ["a"], ["a", "c"]),
    ]
    merged, split = changes(old, new)
    assert {run.mark for run in merged.words} == {Mark.KEPT}
    assert (split.words, split.content) == ((), None)


def test_what_two_that_stay_take_over_is_split_between_them():
    old = plan(item("x", POINTS, FUND), item("b"), item("c"))
    new = plan(item("b", POINTS, replaces="x"), item("c", FUND, replaces="x"))
    kinds = [each[:2] for each in told(old, new)]
    assert kinds == [
        ("merged", "b"),
        ("edited", "b"),
        ("merged", "c"),
        ("edited", "c"),
    ]
    assert not any(run.mark is Mark.DELETED for each in changes(old, new) for run in each.words)


def test_what_was_split_off_before_is_not_merged_when_the_rest_goes():
    old = plan(item("a", FUND), item("c", POINTS, replaces="a"))
    new = plan(item("c", POINTS, replaces="a"))
    assert told(old, new) == [("removed", "a", None)]


def test_an_item_in_ten_thousand_pieces_is_not_ten_thousand_lists_of_them():
    old = plan(item("a", FUND))
    new = plan(*(item(f"c{number}", FUND, replaces="a") for number in range(10_000)))
    splits = changes(old, new)
    assert len(splits) == 10_000
    assert all(len(each.new) <= 101 and each.item in each.new for each in splits)  # type: ignore[arg-type]


def test_fields_that_nobody_carries_on_are_told_once():
    x = item("x", POINTS, lead="LACNIC", status="planned", partners=("A", "B"), tags=("t",))
    old = plan(x, item("b", status="planned"))
    new = plan(item("b", POINTS, partners=("B",), status="planned", replaces="x"))
    merged, *_ = changes(old, new)
    assert merged.lost == {"x": {"lead": "LACNIC", "partners": ["A"]}}
    parts = plan(item("c", POINTS, replaces="x"), item("d", lead="LACNIC", replaces="x"))
    first, second = changes(plan(x), parts)
    assert first.lost == {"x": {"partners": ["A", "B"], "status": "planned"}}
    assert second.lost is None


def test_a_full_stop_alone_is_not_lost():
    support = "Small countries receive technical support from the fund"
    new = plan(
        item("y", POINTS, STATUTES, replaces="x"),
        item("z", f"{support} and money.", replaces="x"),
    )
    first, second = changes(plan(item("x", POINTS, f"{support}.", STATUTES)), new)
    assert marked(first) == [("kept", f"{POINTS} {STATUTES}")]
    assert marked(second)[0] == ("kept", f"{support} ")
