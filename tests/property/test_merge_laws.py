"""What holds of every merge, over generated plans that two people edited."""

import os
import re
from collections import Counter
from typing import NamedTuple

from generate import generate, write
from hypothesis import example, given, settings
from hypothesis import strategies as st
from plan_edits import EDITS, Editor

from lacplan.cli.judging import judge
from lacplan.document.comments import comments
from lacplan.document.parse import parse
from lacplan.merge.decision import Merged
from lacplan.merge.engine import merge
from lacplan.model.decode import decode
from lacplan.model.encode import digest
from lacplan.model.finding import Severity
from lacplan.model.plan import Plan
from lacplan.validate.draft import Draft
from lacplan.validate.engine import validate
from lacplan.validate.locate import locate
from lacplan.validate.rules import RULES

ERRORS = [rule for rule in RULES if rule.severity is Severity.ERROR]
LONG = bool(os.environ.get("LACPLAN_LONG"))
each = settings(max_examples=3000 if LONG else 50, deadline=None)
fewer = settings(max_examples=1000 if LONG else 25, deadline=None)
seeds = st.integers(0, 10**9)


class Case(NamedTuple):
    """A plan, and what two people made of it."""

    base: str
    ours: str
    theirs: str

    def merged(self) -> Merged:
        return merge(*self, judge=judge)

    def turned(self) -> "Case":
        return Case(self.base, self.theirs, self.ours)


def case(seed: int, ours: tuple[str, ...] = EDITS, theirs: tuple[str, ...] = EDITS) -> Case:
    """Return a case of its own for each seed, in which each side makes some of these edits."""
    plan = generate((4, 6, 10, 16)[seed % 4], seed // 4 % 1000)
    one = Editor(plan, ("ours", seed), ours).edit(1 + seed % 3)
    other = Editor(plan, ("theirs", seed), theirs).edit(1 + seed // 3 % 3)
    return Case(write(plan), one.text(), other.text())


def plan_of(text: str) -> Plan:
    document = parse(text)
    plan = decode(document).plan
    assert plan is not None, document.faults
    return plan


def ids(text: str) -> list[str]:
    """Return the ids that stand in *text*, conflicts included."""
    lines = (line.strip().removeprefix("- ") for line in text.splitlines())
    return [line.removeprefix("id: ") for line in lines if line.startswith("id: ")]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\s\[\]{},\"']+", text))


@each
@given(seed=seeds)
def test_who_did_nothing_undoes_nothing(seed: int) -> None:
    base, other, _ = case(seed)
    assert merge(base, base, other).text == other
    assert merge(base, other, base).text == other
    assert merge(base, other, other).text == other


@each
@given(seed=seeds)
def test_swapping_the_sides_changes_no_meaning(seed: int) -> None:
    found = case(seed)
    merged, turned = found.merged(), found.turned().merged()
    about = [{(one.item, one.field) for one in each.conflicts} for each in (merged, turned)]
    if (None, "id") in {(None, field) for _, field in about[0]}:  # it is told by ours' name for it
        about = [{(None, field) for _, field in each} for each in about]
    assert about[0] == about[1]
    if not merged.conflicts:
        assert digest(plan_of(merged.text)) == digest(plan_of(turned.text))


@each
@given(seed=seeds)
def test_every_item_is_there_once_or_was_deleted_or_is_in_conflict(seed: int) -> None:
    found = case(seed)
    merged = found.merged()
    base, ours, theirs = (set(ids(text)) for text in found)
    there = Counter(ids(merged.text))
    renamed = {old for side in (ours, theirs) for old in base - side}  # or deleted
    for id in ours | theirs:
        assert there[id] or id in renamed, id
    if not merged.conflicts:
        assert set(there.values()) == {1}
        assert set(there) <= ours | theirs


@each
@given(seed=seeds)
def test_every_word_that_one_side_put_in_is_there_or_in_conflict(seed: int) -> None:
    found = case(seed)
    merged = words(found.merged().text)
    base = words(found.base)
    for side in (found.ours, found.theirs):
        new = {word for word in words(side) if not base[word]}
        assert {word for word in new if not merged[word]} <= {
            # codes follow position, and may be neither side's
            *(word for word in new if word.replace(".", "").isdigit())
        }


@each
@given(seed=seeds)
def test_every_comment_that_one_side_put_in_is_there(seed: int) -> None:
    found = case(seed)
    merged = found.merged().text
    for side in (found.ours, found.theirs):
        for comment in comments(parse(side)):
            if comment.text not in found.base:
                assert merged.count(comment.text) >= 1


@each
@example(seed=38166)  # one side renames an item, the other moves it and leaves its code
@given(seed=seeds)
def test_a_clean_result_parses_and_breaks_no_rule_that_neither_side_broke(seed: int) -> None:
    found = case(seed)
    merged = found.merged()
    if merged.conflicts:
        assert any(fault.kind == "conflict-markers" for fault in parse(merged.text).faults)
        return
    plan = decode(parse(merged.text)).plan
    assert plan is not None
    heirs = {old: item.id for item in plan.walk() for old in item.replaces}

    def now(id: str | None) -> str | None:
        """Return what an item that one side renamed, and the other broke, is called now."""
        return heirs.get(id or "", id)

    broken = []
    for text in (merged.text, found.ours, found.theirs):
        document = parse(text)
        assert document.root is not None
        found_by_rules = validate(Draft(document, decode(document)), ERRORS)
        located = locate(document, "", found_by_rules)
        broken.append({(each.finding.code, now(each.item), each.field) for each in located})
    new = broken[0] - broken[1] - broken[2]
    assert {rule for rule, _, _ in new} <= {"CODE001", "CODE002"}
    told = " ".join(merged.notes)
    assert all(str(item) in told for _, item, _ in new)  # what is left of codes is named


@each
@given(seed=seeds)
def test_the_conflicts_of_a_text_are_those_that_are_told(seed: int) -> None:
    merged = case(seed).merged()
    assert bool(merged.conflicts) == ("<<<<<<< ours\n" in merged.text)
    for conflict in merged.conflicts:
        assert conflict.item is None or conflict.item in merged.text
        assert conflict.ours_did
        assert conflict.theirs_did


FIELDS = ("retitle", "date", "lead", "indicator")
OTHER_FIELDS = ("append", "tag", "add_point", "framework", "comment")
PLACES = ("move", "reorder", "add", "comment")


@fewer
@given(seed=seeds)
def test_edits_of_different_fields_are_clean(seed: int) -> None:
    assert not case(seed, FIELDS, OTHER_FIELDS).merged().conflicts


@fewer
@given(seed=seeds)
def test_edits_against_moves_and_additions_are_clean(seed: int) -> None:
    found = case(seed, (*FIELDS, *OTHER_FIELDS), PLACES)
    assert not found.merged().conflicts
    assert not found.turned().merged().conflicts


@fewer
@given(seed=seeds)
def test_additions_on_both_sides_are_clean(seed: int) -> None:
    found = case(seed, ("add", "comment"), ("add", "comment"))
    merged = found.merged()
    assert not merged.conflicts
    assert set(ids(merged.text)) == set(ids(found.ours)) | set(ids(found.theirs))


@fewer
@given(seed=seeds)
def test_deletions_against_what_does_not_touch_them_are_clean(seed: int) -> None:
    found = case(seed, ("remove",), ("framework", "renumber"))
    merged = found.merged()
    assert not merged.conflicts
    assert set(ids(merged.text)) == set(ids(found.ours))


@fewer
@given(seed=seeds)
def test_merging_what_was_merged_changes_nothing_or_asks(seed: int) -> None:
    found = case(seed)
    merged = found.merged()
    if merged.conflicts:
        return
    again = merge(found.base, merged.text, found.theirs, judge=judge)
    turned = merge(found.base, found.theirs, merged.text, judge=judge)
    if not again.conflicts and not turned.conflicts:
        assert again.text == merged.text
        assert digest(plan_of(turned.text)) == digest(plan_of(merged.text))
