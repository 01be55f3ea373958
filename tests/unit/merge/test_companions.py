"""What lies beside a plan is merged as the plan is: by ids, then by fields, lists and words."""

import pytest

from lacplan.document.parse import parse
from lacplan.merge.decision import Merged, Unsure
from lacplan.merge.engine import merge
from lacplan.merge.kinds import NUMBERS, form_of
from lacplan.model.companions import (
    CONSULTATION,
    CONTRIBUTIONS,
    EVERY_KIND,
    GROUP,
    ISSUES,
    Companion,
)
from lacplan.model.decode import decode_record
from lacplan.model.types import Number

ISSUES_TEXT = """\
# What the comments raise
format: 1
issues:
  - id: a
    title: A
    disposition: open
  # asked twice
  - id: b
    title: B
    disposition: open
editorial: []
"""
GROUP_TEXT = """\
format: 1
charter:
  seats: 3
members:
  - {id: m-01, name: One, country: UY}
  - {id: m-02, name: Two, country: AR}
"""
A, B = "    title: A\n    disposition: open\n", "    title: B\n    disposition: open\n"
END = "editorial: []\n"


def merged(kind: Companion, base: str, ours: str, theirs: str) -> Merged:
    return merge(base, ours, theirs, form=form_of(kind.record))


def clean(kind: Companion, base: str, ours: str, theirs: str) -> str:
    found = merged(kind, base, ours, theirs)
    assert found.conflicts == ()
    assert decode_record(parse(found.text), kind.record).value is not None
    return found.text


def test_two_neighbouring_issues_are_answered_at_once() -> None:
    one = A.replace("open", "noted") + "    response: {en: Yes}\n"
    other = B.replace("open", "accepted") + "    changes:\n      - {item: x, in: draft-02}\n"
    text = clean(ISSUES, ISSUES_TEXT, ISSUES_TEXT.replace(A, one), ISSUES_TEXT.replace(B, other))
    assert text == ISSUES_TEXT.replace(A, one).replace(B, other)


@pytest.mark.parametrize("base", [ISSUES_TEXT, "format: 1\nissues: []\neditorial: []\n"])
def test_both_begin_an_issue_in_one_place(base: str) -> None:
    begun = [f"  - id: {each}\n    title: {each.upper()}\n" for each in "cd"]
    sides = [base.replace(" []\neditorial", "\neditorial").replace(END, f"{b}{END}") for b in begun]
    both = base.replace(" []\neditorial", "\neditorial").replace(END, f"{''.join(begun)}{END}")
    assert clean(ISSUES, base, *sides) == both
    assert clean(ISSUES, base, *sides[::-1]) == both


def test_both_answer_one_issue_each_in_a_language_of_its_own() -> None:
    sides = [
        ISSUES_TEXT.replace(A, A.replace("open", "noted") + f"    response: {{{each}}}\n")
        for each in ("en: Yes", "es: Sí")
    ]
    assert "response: {en: Yes, es: Sí}\n" in clean(ISSUES, ISSUES_TEXT, *sides)


def test_both_claim_a_change_of_one_issue_and_note_one_of_the_editors() -> None:
    sides = [
        ISSUES_TEXT.replace(
            A, f"{A}    changes:\n      - {{item: {each}, in: draft-02}}\n"
        ).replace(END, f"editorial:\n  - {{item: {each}{each}, in: draft-02, note: Why {each}}}\n")
        for each in "xy"
    ]
    text = clean(ISSUES, ISSUES_TEXT, *sides)
    assert [text.count(f"item: {each}, ") for each in ("x", "y", "xx", "yy")] == [1, 1, 1, 1]


def test_two_dispositions_of_one_issue_are_a_conflict_about_that_alone() -> None:
    sides = [ISSUES_TEXT.replace(A, A.replace("open", each)) for each in ("noted", "accepted")]
    found = merged(ISSUES, ISSUES_TEXT, *sides)
    assert [(each.item, each.field) for each in found.conflicts] == [("a", "disposition")]
    assert found.text.count("<<<<<<<") == 1
    assert B in found.text


def test_an_issue_that_one_takes_away_and_the_other_answers_is_a_conflict() -> None:
    gone = ISSUES_TEXT.replace(f"  - id: a\n{A}", "")
    found = merged(ISSUES, ISSUES_TEXT, gone, ISSUES_TEXT.replace(A, A.replace("open", "noted")))
    assert [(each.item, each.field) for each in found.conflicts] == [("a", None)]


def test_another_id_is_another_issue_whatever_its_title() -> None:
    renamed = ISSUES_TEXT.replace("id: a\n    title: A", "id: aa\n    title: A")
    found = merged(ISSUES, ISSUES_TEXT, renamed, ISSUES_TEXT.replace(A, A.replace("open", "noted")))
    assert [(each.item, each.field) for each in found.conflicts] == [("a", None)]
    assert "id: aa\n" in found.text


def test_members_on_one_line_are_merged_field_by_field() -> None:
    ours = GROUP_TEXT.replace("name: Two", "name: Two, role: chair") + "  - {id: m-03, name: X}\n"
    theirs = GROUP_TEXT.replace("AR}", "AR, languages: [es]}").replace("seats: 3", "seats: 4")
    text = clean(GROUP, GROUP_TEXT, ours, theirs + "  - {id: m-04, name: Y}\n")
    assert "  seats: 4\n" in text
    assert "- {id: m-02, name: Two, role: chair, country: AR, languages: [es]}\n" in text
    assert text.endswith("  - {id: m-03, name: X}\n  - {id: m-04, name: Y}\n")


def test_numbers_stay_numbers_when_a_line_is_written_anew() -> None:
    base = "format: 1\ncharter: {seats: 3}\nmembers: []\n"
    sides = [base.replace("3}", f"3, {each}}}") for each in ("quorum: 2", "area: '419'")]
    text = clean(GROUP, base, *sides)
    assert decode_record(parse(text), GROUP.record).faults == ()


def test_contributions_go_by_id_and_a_consultation_by_field() -> None:
    base = "format: 1\ncontributions:\n  - {id: c-01, kind: idea, by: m-01, text: One.}\n"
    more = [f"  - {{id: c-0{n}, kind: goal, by: m-01, text: {n}.}}\n" for n in (2, 3)]
    assert clean(CONTRIBUTIONS, base, base + more[0], base + more[1]) == base + "".join(more)
    asked = "format: 1\nversion: draft-01\nstate: open\nlate: mark\n"
    text = clean(
        CONSULTATION, asked, asked.replace("open", "closed"), asked.replace("mark", "refuse")
    )
    assert text == "format: 1\nversion: draft-01\nstate: closed\nlate: refuse\n"


@pytest.mark.parametrize(
    ("theirs", "says"),
    [
        ("- a\n", "is not a list of issues"),
        ("format: 2\nissues: []\n", "is not a list of issues of format 1"),
        ("format: 1\nissues: [{title: A}]\n", "has no id of its own"),
        ("format: 1\nissues: [\n", "theirs, line"),
    ],
)
def test_what_is_none_is_left_to_git(theirs: str, says: str) -> None:
    with pytest.raises(Unsure, match=says):
        merged(ISSUES, ISSUES_TEXT, ISSUES_TEXT.replace("A", "AA"), theirs)


def test_every_number_of_every_kind_is_known() -> None:
    for kind in EVERY_KIND:
        for record in kind.records:
            numbers = {each.key for each in record.fields if isinstance(each.type, Number)}
            assert numbers <= NUMBERS
