"""What is claimed to have changed, held against what a diff shows."""

import pytest

from lacplan.diff.change import Change
from lacplan.diff.claimed import Evidence
from lacplan.document.parse import parse
from lacplan.model.decode import decode
from lacplan.model.issues import Claim
from lacplan.model.plan import Plan


def plan(areas: str, *, title: str = "A plan") -> Plan:
    text = f"format: 1\nname: lac\ntitle: {title}\nlanguage: en\nareas:\n{areas}"
    found = decode(parse(text)).plan
    assert found is not None
    return found


OLD = plan(
    """\
  - id: a
    title: Area
    objectives:
      - {id: few, title: Few registrars, description: There are few registrars., lead: LACTLD}
      - {id: gone, title: What was dropped}
      - id: measured
        title: Measured
        indicators: [{id: i-1, title: Registrars, target: 5}]
      - {id: same, title: As it was}
      - {id: whole, title: Both things, description: One thing. Another thing.}
"""
)
NEW = plan(
    """\
  - id: a
    title: Area
    objectives:
      - {id: few, title: Few registrars, description: There are ten registrars., lead: LACTLD}
      - id: measured
        title: Measured
        indicators: [{id: i-1, title: Registrars, target: 50}]
      - {id: same, title: As it was}
      - {id: part-1, title: Thing one, description: One thing., replaces: [whole]}
      - {id: part-2, title: Thing two, description: Another thing., replaces: [whole]}
      - id: fresh
        title: What is new
        lead: ICANN
        projects: [{id: below, title: Under what is new}]
""",
    title="Another plan",
)
EVIDENCE = Evidence(OLD, NEW)


def claimed(item: str | None, field: str | None = None) -> list[tuple[str | None, str]]:
    return [told(each) for each in EVIDENCE.of(Claim(item, field, "draft-02"))]


def told(change: Change) -> tuple[str | None, str]:
    return change.item, change.field or change.kind.value


@pytest.mark.parametrize(
    ("item", "field", "shows"),
    [
        ("few", "description", [("few", "description")]),
        ("few", None, [("few", "description")]),
        ("few", "lead", []),
        ("same", None, []),
        ("gone", None, [("gone", "removed")]),
        ("gone", "title", [("gone", "removed")]),
        ("gone", "lead", []),
        ("fresh", None, [("fresh", "added"), ("below", "added")]),
        ("fresh", "lead", [("fresh", "added")]),
        ("measured", "indicators", [("i-1", "target")]),
        ("measured", None, [("i-1", "target")]),
        ("i-1", "target", [("i-1", "target")]),
        ("whole", None, [("part-1", "split"), ("part-2", "split")]),
        ("part-1", "description", [("part-1", "split")]),
        (None, None, [(None, "title")]),
        (None, "title", [(None, "title")]),
        (None, "vision", []),
        ("unknown", None, []),
    ],
)
def test_a_claim_finds_what_it_speaks_of_and_nothing_else(item, field, shows):
    assert claimed(item, field) == shows


def test_what_no_claim_speaks_of_is_left():
    claims = [Claim("few", "lead", "x"), Claim("fresh", None, "x"), Claim("whole", None, "x")]
    left = [told(each) for each in EVIDENCE.unexplained(claims)]
    assert left == [(None, "title"), ("few", "description"), ("gone", "removed"), ("i-1", "target")]


def test_editorial_changes_need_no_reason():
    old = plan("  - {id: a, title: Area, tags: [x]}\n")
    new = plan("  - {id: a, title: Area, tags: [y]}\n")
    assert Evidence(old, new).of(Claim("a", "tags", "x"))
    assert Evidence(old, new).unexplained(()) == ()


def test_other_white_space_bears_nothing_out():
    old = plan("  - {id: a, title: Area, description: Old words. More words., lead: A}\n")
    new = plan("  - {id: a, title: Area, description: Old  words.  More words., lead: B}\n")
    assert [told(each) for each in Evidence(old, new).of(Claim("a", None, "x"))] == [("a", "lead")]
    assert Evidence(old, new).of(Claim("a", "description", "x")) == ()


def test_both_versions_ids_are_known():
    assert EVIDENCE.has("gone")
    assert EVIDENCE.has("below")
    assert not EVIDENCE.has("unknown")
