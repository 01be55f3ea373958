"""The plans that other tests and the measurements are made of are what they claim to be."""

import hashlib
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.util import module_from_spec, spec_from_file_location
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from lacplan.document.parse import parse
from lacplan.model.decode import decode
from lacplan.validate.draft import Draft
from lacplan.validate.engine import validate
from lacplan.validate.rules import RULES

SOURCE = Path(__file__).parents[1] / "generate.py"


def load(path: Path) -> Any:
    """Return the module in *path*, which is in no package."""
    spec = spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


made = load(SOURCE)
BASE = made.generate(800, seed=1)

each_change = pytest.mark.parametrize(
    ("new", "truth"),
    [
        made.change(BASE, 1, renumber=False),
        made.change(BASE, 1, renumber=True),
        made.change(BASE, 2, renumber=True),
        made.move_everything(BASE, 1, renumber=False),
        made.move_everything(BASE, 1, renumber=True),
    ],
    ids=("1", "1-renumbered", "2-renumbered", "moved", "moved-renumbered"),
)


@pytest.mark.parametrize("items", [4, 5, 9, 160, 801])
def test_a_plan_has_the_items_that_were_asked_for_and_none_is_empty(items: int) -> None:
    plan = made.generate(items, seed=3)
    placed = list(made.walk(plan))
    assert len(placed) == items
    assert all(each.item.get(made.KEYS[each.level + 1]) for each in placed if each.level < 3)


def test_a_plan_breaks_no_rule() -> None:
    document = parse(made.write(BASE))
    assert validate(Draft(document, decode(document), name="bench"), RULES) == ()


@each_change
def test_what_is_written_reads_as_what_was_meant(new: Any, truth: Any) -> None:
    """PyYAML is the judge, with every scalar as text."""
    loaded = yaml.load(made.write(new), yaml.CBaseLoader)  # noqa: S506  (it makes nothing but text)
    assert loaded == as_text(new)


@each_change
def test_a_changed_plan_can_be_read_without_fault(new: Any, truth: Any) -> None:
    document = parse(made.write(new))
    decoded = decode(document)
    assert (document.faults, decoded.faults) == ((), ())
    assert decoded.plan
    assert [item.id for item in decoded.plan.walk()] == [each.item["id"] for each in made.walk(new)]


def test_the_same_seed_makes_the_same_plan_in_every_process(tmp_path: Path) -> None:
    digests = set()
    for hash_seed in ("1", "2"):
        command = [sys.executable, str(SOURCE), "300", str(tmp_path), "--renumber"]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": hash_seed})
        written = [path.read_bytes() for path in sorted(tmp_path.iterdir())]
        digests.add(hashlib.sha256(b"".join(written)).hexdigest())
    assert len(digests) == 1


def test_another_seed_makes_another_plan_and_another_change() -> None:
    assert made.generate(50, seed=1) != made.generate(50, seed=2)
    assert made.change(BASE, 1, renumber=False) != made.change(BASE, 2, renumber=False)


def test_a_change_leaves_the_plan_that_it_was_made_from_alone() -> None:
    written = made.write(BASE)
    made.change(BASE, 5, renumber=True)
    made.move_everything(BASE, 5, renumber=True)
    assert made.write(BASE) == written


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_change_is_as_large_as_it_says(seed: int) -> None:
    _, truth = made.change(BASE, seed, renumber=False)
    assert len(truth.reworded) == 8 + len(truth.moved_and_reworded)
    assert len(truth.moved) == len(truth.reordered) == 4
    assert len(truth.added) >= 4 <= len(truth.removed)
    assert len(truth.renamed_in_writing) == len(truth.renamed_in_silence) == 1
    assert not truth.renumbered


@each_change
def test_nothing_is_changed_in_two_ways_but_for_what_is_moved_and_reworded(
    new: Any, truth: Any
) -> None:
    changed = Counter(
        [*truth.reworded, *truth.reordered, *truth.added, *truth.removed]
        + [move.id for move in truth.moved]
        + [id for pair in (*truth.renamed_in_writing, *truth.renamed_in_silence) for id in pair]
    )
    twice = {id for id, times in changed.items() if times > 1}
    assert twice == set(truth.moved_and_reworded)
    assert set(truth.moved_and_reworded) <= {move.id for move in truth.moved}


@each_change
def test_the_truth_names_every_item_that_came_went_or_changed_its_id(new: Any, truth: Any) -> None:
    before, after = ids(BASE), ids(new)
    renamed = dict((*truth.renamed_in_writing, *truth.renamed_in_silence))
    assert before - after == {*truth.removed, *renamed}
    assert after - before == {*truth.added, *renamed.values()}


@each_change
def test_the_truth_names_every_item_that_says_or_bears_something_else(new: Any, truth: Any) -> None:
    """A field that the truth does not tell of is as it was."""
    renamed = dict((*truth.renamed_in_writing, *truth.renamed_in_silence))
    said = dict(truth.renamed_in_writing)
    codes = {id: codes for id, *codes in truth.renumbered}
    after = {each.item["id"]: each.item for each in made.walk(new)}
    for old in (each.item for each in made.walk(BASE) if each.item["id"] not in truth.removed):
        item = after[renamed.get(old["id"], old["id"])]
        changed = {"description"} if old["id"] in truth.reworded else set()
        changed |= {"id"} if old["id"] in renamed else set()
        changed |= {"replaces"} if old["id"] in said else set()
        changed |= {"code"} if item["id"] in codes else set()
        fields = (old.keys() | item.keys()) - set(made.KEYS)
        assert {field for field in fields if old.get(field) != item.get(field)} == changed
        assert codes.get(item["id"], [item["code"]] * 2) == [old["code"], item["code"]]
        assert item.get("replaces", [old["id"]]) == [old["id"]]


@each_change
def test_the_truth_names_every_item_that_lies_under_another_parent(new: Any, truth: Any) -> None:
    renamed = dict((*truth.renamed_in_writing, *truth.renamed_in_silence))
    after = parents(new)
    moved = {
        (id, parent, after[renamed.get(id, id)])
        for id, parent in parents(BASE).items()
        if id not in truth.removed and renamed.get(parent, parent) != after[renamed.get(id, id)]
    }
    assert {tuple(move) for move in truth.moved} == moved


@each_change
def test_no_other_set_as_small_as_that_of_the_truth_explains_the_order(
    new: Any, truth: Any
) -> None:
    """Of the children who stayed, taking away those that were moved leaves the old order."""
    back = {new: old for old, new in (*truth.renamed_in_writing, *truth.renamed_in_silence)}
    now = {back.get(id, id): order for id, order in children(new).items()}
    for parent, before in children(BASE).items():
        after = [back.get(id, id) for id in now.get(parent, ())]
        before, after = common(before, after), common(after, before)
        told = {id for id in after if id in truth.reordered}
        assert len(told) <= 1
        assert explanations(before, after, len(told)) == [told]


def test_when_everything_moves_only_areas_stay() -> None:
    _, truth = made.move_everything(BASE, 1, renumber=False)
    areas = {each.item["id"] for each in made.walk(BASE) if each.level == 0}
    assert {move.id for move in truth.moved} == {
        each.item["id"] for each in made.walk(BASE)
    } - areas


def as_text(value: Any) -> Any:
    """Return *value* with every scalar as the text that it is written as."""
    if isinstance(value, dict):
        return {key: as_text(each) for key, each in value.items()}
    return [as_text(each) for each in value] if isinstance(value, list) else str(value)


def ids(plan: Any) -> set[str]:
    """Return the ids of all items and indicators."""
    items = [each.item for each in made.walk(plan)]
    return {each["id"] for item in items for each in (item, *item.get("indicators", ()))}


def parents(plan: Any) -> dict[str, str | None]:
    """Return the id of each item's parent, ``None`` for areas."""
    return {each.item["id"]: each.parent.get("id") for each in made.walk(plan)}


def children(plan: Any) -> dict[str | None, list[str]]:
    """Return the ids of the children of each item that has some, and of the plan."""
    found: dict[str | None, list[str]] = {}
    for id, parent in parents(plan).items():
        found.setdefault(parent, []).append(id)
    return found


def common(order: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return those of *order* that are in *other* too."""
    return [id for id in order if id in other]


def explanations(before: Sequence[str], after: Sequence[str], size: int) -> list[set[str]]:
    """Return each set of at most *size* ids without which *after* is in the order of *before*."""
    return [
        set(without)
        for many in range(size + 1)
        for without in combinations(before, many)
        if [id for id in before if id not in without] == [id for id in after if id not in without]
    ]
