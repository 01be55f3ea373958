"""What holds of every diff."""

import os
from itertools import combinations, product

from applying import State, applied, state
from generate import generate
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import IDS, plans

from lacplan.diff.change import Change, Kind
from lacplan.diff.compare import diff
from lacplan.diff.order import stayed
from lacplan.document.parse import parse
from lacplan.model.decode import decode
from lacplan.model.plan import Item, Plan

each = settings(max_examples=3000 if os.environ.get("LACPLAN_LONG") else 100, deadline=None)


@each
@given(plan=plans(replaces=True))
def test_a_draft_does_not_differ_from_itself(plan: Plan) -> None:
    assert diff(plan, plan).changes == ()


def comparable(made: State) -> State:
    """Return *made* without what means nothing: the order of keys, and empty families."""
    return State(made.plan, made.items, {place: keys for place, keys in made.below.items() if keys})


@each
@given(old=plans(replaces=True), new=plans(replaces=True))
def test_a_diff_applied_to_the_old_draft_gives_the_new_one(old: Plan, new: Plan) -> None:
    kinds = {item.id: True for item in new.walk()}
    kinds |= {each.id: False for item in new.walk() for each in item.indicators}
    made = applied(diff(old, new).changes, state(old), kinds)
    assert comparable(made) == comparable(state(new))


def story(changes: tuple[Change, ...], *, backwards: bool) -> set[tuple[object, ...]]:
    """Return what *changes* tell, as a set; read backwards, as seen from the new draft."""
    names = {c.new: c.old for c in changes if c.kind is Kind.RENAMED} if backwards else {}
    told: set[tuple[object, ...]] = set()
    for c in changes:
        pair = (c.new, c.old) if backwards else (c.old, c.new)
        item = names.get(c.item, c.item)
        match c.kind:
            case Kind.ADDED | Kind.REMOVED:
                told.add((c.kind if not backwards else _TURNED[c.kind], c.item))
            case Kind.SPLIT | Kind.MERGED:
                told.update(("tie", *ends) for ends in product(*pair))
            case Kind.REORDERED:
                told.add((c.kind, item))
            case _:
                told.add((c.kind, item, c.field, *map(repr, pair)))
    return told


_TURNED = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}


@each
@given(old=plans(replaces=True), new=plans(replaces=True))
def test_backwards_it_tells_the_same_story_turned_round(old: Plan, new: Plan) -> None:
    forwards = story(diff(old, new).changes, backwards=False)
    assert story(diff(new, old).changes, backwards=True) == forwards


@each
@given(old=plans(), new=plans())
def test_fingerprints_are_unlike_and_lasting(old: Plan, new: Plan) -> None:
    changes = diff(old, new).changes
    prints = [change.fingerprint for change in changes]
    assert len({*prints}) == len(prints)
    assert all(len(each) == 12 and int(each, 16) >= 0 for each in prints)
    assert [change.fingerprint for change in diff(old, new).changes] == prints


orders = st.lists(st.sampled_from(IDS[:7]), unique=True)


@each
@given(old=orders, shuffled=st.randoms(use_true_random=False))
def test_the_fewest_are_said_to_have_moved(old: list[str], shuffled: object) -> None:
    new = list(old)
    shuffled.shuffle(new)  # type: ignore[attr-defined]
    kept = stayed(old, new, {}, {})
    longest = max(
        count
        for count in range(len(old) + 1)
        for chosen in combinations(new, count)
        if [key for key in old if key in chosen] == list(chosen)
    )
    assert len(kept) == longest
    assert [key for key in old if key in kept] == [key for key in new if key in kept]
    assert stayed(new, old, {}, {}) == kept


def test_reformatting_changes_nothing() -> None:
    import json

    import yaml

    tree = generate(200, 3)
    texts = [
        json.dumps(tree),
        yaml.safe_dump(tree, allow_unicode=True, sort_keys=True, width=40),
        yaml.safe_dump(tree, default_flow_style=True),
    ]
    found = [decode(parse(text)).plan for text in texts]
    assert all(found)
    assert diff(found[0], found[1]).changes == diff(found[1], found[2]).changes == ()  # type: ignore[arg-type]


@each
@given(vocabulary=st.integers(3, 8), seed=st.integers(0, 10**6))
def test_random_prose_over_few_words_is_never_paired(vocabulary: int, seed: int) -> None:
    from random import Random

    random = Random(seed)

    def plan(ids: range) -> Plan:
        items = (
            Item(
                id=f"i{number}",
                title=" ".join(f"word{random.randrange(vocabulary)}" for _ in range(4)),
                description=" ".join(f"word{random.randrange(vocabulary)}" for _ in range(30)),
            )
            for number in ids
        )
        return Plan(format=1, name="p", title="P", language="en", items=tuple(items))

    changes = diff(plan(range(12)), plan(range(20, 32))).changes
    assert {change.kind for change in changes} == {Kind.ADDED, Kind.REMOVED}


def test_items_that_are_equally_like_several_others_are_not_paired() -> None:
    def plan(*ids: str) -> Plan:
        words = "Training for registrars of the region on the new top-level domains"
        items = tuple(Item(id=id, title="Training", description=words) for id in ids)
        return Plan(format=1, name="p", title="P", language="en", items=items)

    changes = diff(plan("a", "b"), plan("c", "d")).changes
    assert {change.kind for change in changes} == {Kind.ADDED, Kind.REMOVED}
    renamed = diff(plan("a"), plan("c")).changes
    assert [(change.kind, change.old, change.new) for change in renamed] == [
        (Kind.RENAMED, "a", "c")
    ]
