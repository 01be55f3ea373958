"""What can't be merged by meaning is refused with a reason; what breaks a rule is told."""

import pytest
from plans_to_merge import PLAN, changed, clean, sides, torn

from lacplan.cli.judging import judge
from lacplan.merge.decision import Unsure
from lacplan.merge.engine import merge

OURS = changed(("end: 2025", "end: 2026"))
THEIRS = changed(("title: Schools", "title: All schools"))

UNSURE = {
    "ours does not parse": (PLAN, OURS + "  - [", THEIRS, "ours, line"),
    "theirs does not parse": (PLAN, OURS, THEIRS + '"', "theirs, line"),
    "the base does not parse": (PLAN + "x: [", OURS, THEIRS, "base, line"),
    "a list": ("- a\n", "- a\n- b\n", "- a\n- c\n", "not a plan"),
    "no plan": ("a: 1\n", "a: 1\nb: 2\n", "a: 1\nc: 2\n", "not a plan"),
    "an id twice": (PLAN, OURS + "      - id: schools\n        title: X\n", THEIRS, "two items"),
    "no id": (PLAN, OURS + "      - title: X\n", THEIRS, "no id"),
    "other levels": (PLAN, "levels: {areas: A, goals: G}\n" + OURS, THEIRS, "levels"),
    "a key twice": (PLAN, OURS + "title: Twice\n", THEIRS, "stands twice"),
    "a tag": (PLAN, OURS.replace("title: Schools", "title: !x Schools"), THEIRS, "tags"),
    "everything in braces": (PLAN, "{format: 1, name: p, title: P}", THEIRS, "braces"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNSURE.values(), ids=UNSURE)
def test_what_is_not_sure_is_refused_with_a_reason(case: tuple[str, str, str, str]) -> None:
    base, ours, theirs, why = case
    with pytest.raises(Unsure, match=why):
        merge(base, ours, theirs)


@pytest.mark.parametrize("other", ["", "not: [a plan", PLAN, THEIRS])
def test_who_stood_still_does_not_undo_the_other(other: str) -> None:
    assert merge(PLAN, PLAN, other).text == other
    assert merge(PLAN, other, PLAN).text == other
    assert merge(PLAN, other, other).text == other


@pytest.mark.parametrize("base", ["", "\n"])
def test_both_added_the_file(base: str) -> None:
    more = "      - id: libraries\n        title: Libraries\n"
    merged = merge(base, PLAN, PLAN + more)
    assert (merged.text, merged.conflicts) == (PLAN + more, ())
    torn = merge(base, PLAN, THEIRS)
    assert sides(torn) == [("        title: Schools\n", "", "        title: All schools\n")]


def test_a_merge_key_is_kept_as_it_was_found() -> None:
    base = changed(
        (
            "period: {start: 2020, end: 2026}",
            "x-common: &common {lead: ICANN}\nx-one:\n  <<: *common\n  a: b",
        )
    )
    merged = clean(base.replace("end: 2025", "end: 2026"), base.replace("  a: b", "  a: c"), base)
    assert "  <<: *common\n  a: c\n" in merged


def test_the_marker_size_is_what_was_asked_for() -> None:
    merged = merge(
        PLAN, changed(("lead: ICANN", "lead: A")), changed(("lead: ICANN", "lead: B")), marker=9
    )
    assert "<<<<<<<<< ours\n" in merged.text
    assert "||||||||| base\n" in merged.text
    assert "\n=========\n" in merged.text
    assert ">>>>>>>>> theirs\n" in merged.text


def test_an_end_before_its_start_that_neither_side_wrote_is_a_conflict() -> None:
    ours, theirs = changed(("start: 2021", "start: 2024")), changed(("end: 2025", "end: 2022"))
    assert not merge(PLAN, ours, theirs).conflicts
    merged = merge(PLAN, ours, theirs, judge=judge)
    assert {(each.item, each.field) for each in merged.conflicts} <= {
        ("organizations", "start"),
        ("organizations", "end"),
    }
    assert merged.conflicts[0].why
    assert "ends" in merged.conflicts[0].why


def test_whichever_side_is_ours_what_breaks_a_rule_together_is_a_conflict_of_both_fields() -> None:
    ours, theirs = changed(("end: 2025", "end: 2022")), changed(("start: 2021", "start: 2024"))
    merged = merge(PLAN, ours, theirs, judge=judge)
    assert {(each.item, each.field) for each in merged.conflicts} == {
        ("organizations", "start"),
        ("organizations", "end"),
    }


def test_a_framework_that_one_side_deleted_and_the_other_aligned_with_is_a_conflict() -> None:
    ours = changed(
        ("frameworks:\n  icann: {title: ICANN, codes: {A: Security, B: Operations}}\n", "")
    )
    theirs = changed(
        ("        title: Schools\n", "        title: Schools\n        aligns: [icann:A]\n")
    )
    merged = merge(PLAN, ours, theirs, judge=judge)
    assert [(each.item, each.field) for each in merged.conflicts] == [("schools", "aligns")]


def test_what_both_sides_broke_already_is_no_conflict() -> None:
    base = changed(("start: 2021", "start: 2030"))
    merged = merge(
        base,
        base.replace("title: Schools", "title: A"),
        base.replace("lead: ICANN", "lead: B"),
        judge=judge,
    )
    assert not merged.conflicts


def test_a_base_with_conflict_markers_in_it_asks_where_they_were() -> None:
    mark = (
        "<<<<<<< x\n        title: Schools\n||||||| y\n        title: School\n"
        "=======\n        title: The schools\n>>>>>>> z\n"
    )
    base = changed(("        title: Schools\n", mark))
    merged = torn(
        changed(("title: Schools", "title: All schools")), changed(("lead: ICANN", "lead: B")), base
    )
    assert [(each.item, each.field) for each in merged.conflicts] == [("schools", "title")]
    assert "lead: B" in merged.text
    same = changed(("title: Schools", "title: All schools"))
    assert clean(same, same.replace("lead: ICANN", "lead: B"), base) == same.replace(
        "lead: ICANN", "lead: B"
    )
