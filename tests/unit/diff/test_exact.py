"""A diff tells what was changed, and nothing more: against drafts whose true changes are known."""

import os

import pytest
from generate import Truth, change, generate, move_everything, write

from lacplan.diff.change import Change, Kind, Matched
from lacplan.diff.compare import diff
from lacplan.document.parse import parse
from lacplan.model.decode import decode
from lacplan.model.plan import Plan

SEEDS = range(200 if os.environ.get("LACPLAN_LONG") else 6)


def read(tree: object) -> Plan:
    plan = decode(parse(write(tree))).plan  # type: ignore[arg-type]
    assert plan is not None
    return plan


def assert_told_exactly(changes: tuple[Change, ...], truth: Truth) -> None:
    """Assert that *changes* tell of *truth* and of nothing else."""
    of = {kind: [change for change in changes if change.kind is kind] for kind in Kind}
    assert {each.item for each in of[Kind.ADDED]} == set(truth.added)
    assert {each.item for each in of[Kind.REMOVED]} == set(truth.removed)
    assert {(c.item, c.old, c.new) for c in of[Kind.MOVED]} == set(truth.moved)
    assert {each.item for each in of[Kind.REORDERED]} == set(truth.reordered)
    assert {(c.item, c.old, c.new) for c in of[Kind.RENUMBERED]} == set(truth.renumbered)
    assert {(c.old, c.new) for c in of[Kind.RENAMED] if c.matched is Matched.REPLACES} == set(
        truth.renamed_in_writing
    )
    assert {(c.old, c.new) for c in of[Kind.RENAMED] if c.matched is Matched.LIKENESS} == set(
        truth.renamed_in_silence
    )
    assert {(c.item, c.field) for c in of[Kind.EDITED]} == {
        (id, "description") for id in truth.reworded
    }
    assert of[Kind.SPLIT] == of[Kind.MERGED] == []


@pytest.mark.parametrize("renumber", [False, True], ids=["", "renumbered"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_thousand_items_are_told_exactly(seed: int, renumber: bool) -> None:
    old = generate(1000, seed)
    new, truth = change(old, seed + 1, renumber=renumber)
    assert_told_exactly(diff(read(old), read(new)).changes, truth)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_plan_turned_upside_down_is_told_exactly(seed: int) -> None:
    old = generate(300, seed)
    new, truth = move_everything(old, seed + 1, renumber=True)
    assert_told_exactly(diff(read(old), read(new)).changes, truth)


def test_two_states_of_the_samples_tell_of_1_4_and_of_no_other_code() -> None:
    from lacplan.store.drafts import fetch

    changes = diff(fetch("lac-2013-draft").plan, fetch("lac-2013").plan).changes
    gone = [each for each in changes if each.kind is Kind.REMOVED]
    assert [(each.code, each.item) for each in gone] == [("1.4", "dns-industry")]
    kinds = {each.kind for each in changes}
    assert kinds == {Kind.ADDED, Kind.REMOVED, Kind.EDITED}
    assert all(each.code.count(".") == 2 for each in changes if each.kind is Kind.ADDED)
