"""What the pages of the rules of a group and its contributions have no room for."""

import pytest

from lacplan.document.parse import parse
from lacplan.model.companions import GROUP
from lacplan.model.decode import decode_record
from lacplan.model.finding import Finding
from lacplan.validate.community import GroupFile
from lacplan.validate.engine import validate
from lacplan.validate.rule import Rule
from lacplan.validate.rules.community.attendance_outside_membership import (
    AttendanceOutsideMembership,
)
from lacplan.validate.rules.community.impossible_quorum import ImpossibleQuorum
from lacplan.validate.rules.community.impossible_target import ImpossibleTarget
from lacplan.validate.rules.community.unknown_target import UnknownTarget


def found(rule: type[Rule], text: str) -> list[tuple[str, Finding]]:
    """Return each finding with the words it is about."""
    document = parse(f"format: 1\n{text}\n")
    draft = GroupFile(document, decode_record(document, GROUP.record))
    return [(document.text[each.at.start : each.at.end], each) for each in validate(draft, [rule])]


def targets(*targets: str, seats: str = "12") -> str:
    listed = "".join(f"    - {{{each}}}\n" for each in targets)
    return f"charter:\n  seats: {seats}\n  targets:\n{listed}"


@pytest.mark.parametrize(
    ("target", "at", "says"),
    [
        ("dimension: country", "dimension: country", "asks for nothing"),
        ("dimension: country, min: -1", "-1", "-1 is not a number of members"),
        ("dimension: country, min: 1.5", "1.5", "1.5 is not a number of members"),
        ("dimension: country, max-share: 0", "0", "0 is not a share"),
        ("dimension: country, max-share: 100.1", "100.1", "100.1 is not a share"),
        ("dimension: country, value: UY, min: 13", "13", "has 12 seats, so it can't have 13"),
        ("dimension: country, value: UY, min: 4, max-share: 25", "25", "4 of 12 seats are more"),
    ],
)
def test_a_target_that_can_not_be_met_says_why(target: str, at: str, says: str) -> None:
    ((words, finding),) = found(ImpossibleTarget, targets(target))
    assert at in words
    assert says in finding.message


@pytest.mark.parametrize(
    "target",
    [
        "dimension: country, max-share: 100",
        "dimension: country, min: 0",
        "dimension: country, value: UY, min: 12",
        "dimension: country, value: UY, min: 3, max-share: 25",
        "dimension: country, min: x",  # another rule's finding
    ],
)
def test_a_target_that_can_just_be_met_is_let_be(target: str) -> None:
    assert found(ImpossibleTarget, targets(target)) == []


def test_targets_that_only_together_ask_for_too_many_are_told_once_at_the_one_too_many() -> None:
    group = "dimension: stakeholder, value: {}, min: {}"
    all = [group.format("government", 6), group.format("academia", 6), group.format("other", 1)]
    ((words, finding),) = found(ImpossibleTarget, targets(*all, group.format("individual", 1)))
    assert words == "1"
    assert finding.message == (
        "The targets by stakeholder ask for 13 members so far, and the group has 12 seats."
    )
    assert found(ImpossibleTarget, targets(*all[:2])) == []


def test_what_is_asked_of_one_value_twice_is_not_added_up() -> None:
    group = "dimension: stakeholder, value: government, min: {}"
    assert found(ImpossibleTarget, targets(group.format(8), group.format(6))) == []


def test_what_is_asked_of_each_value_is_added_up() -> None:
    assert found(ImpossibleTarget, targets("dimension: subregion, min: 4")) == []
    ((words, finding),) = found(ImpossibleTarget, targets("dimension: subregion, min: 5"))
    assert words == "5"
    assert "ask for 15 members so far" in finding.message


def test_two_targets_that_leave_nothing_between_them_are_told() -> None:
    least = "dimension: stakeholder, value: academia, min: 4"
    ((words, finding),) = found(
        ImpossibleTarget, targets(least, "dimension: stakeholder, max-share: 30")
    )
    assert words == "30"
    assert finding.message == ("4 of 12 seats, as targets ask of academia, are more than 30 %.")
    assert found(ImpossibleTarget, targets(least, "dimension: stakeholder, max-share: 34")) == []


def test_languages_may_add_up_to_more_than_there_are_people() -> None:
    language = "dimension: language, value: {}, min: 10"
    assert found(ImpossibleTarget, targets(language.format("es"), language.format("pt"))) == []


@pytest.mark.parametrize(
    ("charter", "at", "says"),
    [
        ("seats: 0", "0", "0 is not a number of members"),
        ("seats: 2.5", "2.5", "2.5 is not a number of members"),
        ("seats: 12, quorum: 0", "0", "0 is not a number of members"),
        ("seats: 12, quorum: 13", "13", "13"),
    ],
)
def test_seats_and_a_quorum_that_no_group_has(charter: str, at: str, says: str) -> None:
    ((words, finding),) = found(ImpossibleQuorum, f"charter: {{{charter}}}")
    assert words == at
    assert says in finding.message
    assert found(ImpossibleQuorum, "charter: {seats: 12, quorum: 12}") == []


def test_without_seats_the_quorum_is_held_against_the_members_who_hold_one() -> None:
    people = "members:\n  - {id: m-1, name: A}\n  - {id: m-2, name: B, role: staff}\n"
    assert found(ImpossibleQuorum, f"charter: {{quorum: 1}}\n{people}") == []
    ((words, _),) = found(ImpossibleQuorum, f"charter: {{quorum: 2}}\n{people}")
    assert words == "2"


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("dimension: stakeholder, value: goverment, min: 1", "Did you mean “government”?"),
        ("dimension: stakeholder, value: zzz, min: 1", "It is one of: government"),
        ('dimension: subregion, value: "019", min: 1', "It is one of: 005, 013, 029."),
        ("dimension: country, value: XX, min: 1", "ISO 3166-1"),
        ("dimension: language, value: spanish!, min: 1", "such as es"),
    ],
)
def test_a_target_for_what_is_not_known_says_what_is(target: str, hint: str) -> None:
    ((words, finding),) = found(UnknownTarget, targets(target))
    assert words.strip('"') in target
    assert hint in f"{finding.message} {finding.hint}"


@pytest.mark.parametrize(
    ("attended", "says"),
    [
        (["2013-02-06", "2013-02-06"], "attended the same meeting twice"),
        (["2012-12-31"], "before the membership began"),
        (["2014-01-01"], "after the membership ended"),
        (["2013-01-01", "2013-12-31"], None),
    ],
)
def test_who_attends_is_a_member_on_that_day(attended: list[str], says: str | None) -> None:
    days = ", ".join(f"{{date: {day}, mode: remote}}" for day in attended)
    member = f"{{id: m-1, name: A, from: 2013-01, to: 2013, attendance: [{days}]}}"
    told = [each.message for _, each in found(AttendanceOutsideMembership, f"members: [{member}]")]
    assert len(told) == (says is not None)
    assert all(says in each for each in told if says)
