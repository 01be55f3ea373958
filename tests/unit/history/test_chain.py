"""What holds of a plan's versions: each fault is told of the version that it lies in."""

import pytest

from lacplan.history.chain import Remote, Seen, Signature, judge
from lacplan.history.record import Previous, Record


def digest(label: str) -> str:
    return label.encode().hex().ljust(64, "0")


def tag(label: str) -> str:
    return label.encode().hex().ljust(40, "0")


def version(label: str, before: str | None = None, **other: object) -> Seen:
    """Return a version that holds; *other* changes it."""
    previous = Previous(before, tag(before), digest(before)) if before else None
    whole = Seen(
        plan="lac-2030",
        label=label,
        tag=tag(label),
        called=f"lac-2030@{label}",
        record=Record(1, digest(label), previous),
        digest=digest(label),
    )
    return whole._replace(**other)


ONE, TWO, THREE = version("one"), version("two", "one"), version("three", "two")


def faults(*versions: Seen, remote: Remote | None = None) -> dict[str, list[str]]:
    """Return the names of what does not hold, by label."""
    rows = judge(versions, remote)
    return {row.label: [each.name for each in row.faults] for row in rows if row.faults}


def test_a_chain_that_nobody_touched_holds():
    rows = judge([ONE, TWO, THREE])
    assert [row.label for row in rows] == ["one", "two", "three"]
    assert not any(row.faults for row in rows)


def test_a_replaced_older_version_is_found():
    assert faults(ONE._replace(tag=tag("x")), TWO, THREE) == {"one": ["replaced"]}
    assert faults(ONE, TWO._replace(tag=tag("x")), THREE) == {"two": ["replaced"]}


def test_a_replaced_newest_version_is_found_by_the_remote_alone():
    swapped = THREE._replace(tag=tag("x"))
    assert faults(ONE, TWO, swapped) == {}
    there = Remote("origin", {each.ref: each.tag for each in (ONE, TWO, THREE)})
    assert faults(ONE, TWO, swapped, remote=there) == {"three": ["remote-differs"]}


def test_a_draft_that_is_not_what_its_tag_records_is_found():
    assert faults(ONE._replace(digest=digest("x")), TWO) == {"one": ["digest-differs"]}


def test_a_version_that_is_gone_is_found():
    assert faults(ONE, THREE) == {"two": ["missing"]}


def test_two_versions_on_top_of_one_are_found():
    assert faults(ONE, TWO, version("other", "one")) == {"other": ["forked"]}
    assert faults(ONE, TWO, version("root")) == {"root": ["forked"]}


def test_a_tag_by_hand_holds_once_a_record_names_it():
    by_hand = ONE._replace(record=None)
    assert faults(by_hand) == {"one": ["no-record"]}
    assert faults(by_hand, TWO) == {}
    assert faults(by_hand._replace(tag=tag("x")), TWO) == {"one": ["no-record", "replaced"]}


def test_a_lightweight_tag_is_no_version():
    assert faults(ONE._replace(called=None, record=None)) == {"one": ["lightweight"]}


def test_a_tag_under_another_name_than_its_own_is_found():
    assert faults(ONE, TWO._replace(called="lac-2030@one")) == {"two": ["moved"]}


def test_a_draft_that_cannot_be_read_and_a_record_of_tomorrow_do_not_hold():
    unread = ONE._replace(digest=None, unread="It does not parse.")
    assert faults(unread) == {"one": ["unreadable"]}
    assert faults(ONE._replace(record=Record(2, digest("one")))) == {"one": ["newer-format"]}


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        (Signature.GOOD, {}),
        (Signature.BAD, {"one": ["bad-signature"]}),
        (Signature.UNKNOWN, {"one": ["unknown-signature"]}),
    ],
)
def test_a_signature_that_git_does_not_vouch_for_does_not_hold(signature, expected):
    assert faults(ONE._replace(signature=signature)) == expected


def test_a_remote_is_compared_both_ways():
    there = Remote("origin", {ONE.ref: ONE.tag, "lac-2030@four": tag("four")})
    assert faults(ONE, TWO, remote=there) == {"two": ["not-shared"], "four": ["only-there"]}


def test_plans_of_one_repository_have_chains_of_their_own():
    other = ONE._replace(plan="lac-2040", called="lac-2040@one")
    assert faults(ONE, TWO, other) == {}
