"""Counts, shares and targets of a group."""

from datetime import date
from decimal import Decimal

import pytest
from people import contributions, group

from lacplan.consult.balance import ELSEWHERE, Balance, State, balance, share
from lacplan.consult.population import (
    Counting,
    Person,
    Population,
    accepted,
    commenters,
    contributors,
    members,
)
from lacplan.consult.status import status
from lacplan.model.comment import Author, Comment
from lacplan.model.consultation import Consultation
from lacplan.model.group import Group
from lacplan.model.issues import Issue, Issues, Link
from lacplan.model.ledger import Ledger

DAY = date(2027, 6, 1)


def of(group: Group, *others: Population, public: bool = False) -> Balance:
    return balance(group, others, on=DAY, public=public)


def counts(made: Balance, name: str) -> dict[str | None, tuple[int, ...]]:
    """Return the counts of one dimension, without the rows of nobody."""
    table = next(each for each in made.dimensions if each.name == name)
    return {row.value: row.counts for row in table.rows if any(row.counts)}


def verdicts(made: Balance) -> list[tuple[str, str, str, int, str]]:
    return [
        (each.dimension, each.value, each.bound, each.have, each.state) for each in made.verdicts
    ]


def test_the_first_affiliation_counts() -> None:
    made = of(group("affiliations: [GAC, LACRALO]", "affiliations: [LACRALO, GAC]"))
    assert counts(made, "stakeholder") == {"government": (1,), "civil-society": (1,)}


def test_a_members_own_group_goes_before_it() -> None:
    made = of(group("affiliations: [GAC], stakeholder: academia"))
    assert counts(made, "stakeholder") == {"academia": (1,)}


def test_what_is_not_known_is_counted_as_such() -> None:
    made = of(group("affiliations: [Unheard of]", ""))
    for name in ("stakeholder", "subregion", "country", "language"):
        assert counts(made, name) == {None: (2,)}


def test_subregions_follow_from_countries_and_may_be_overridden() -> None:
    made = of(
        group("country: UY", "country: MX", "country: TT", 'country: BZ, region: "029"'),
    )
    assert counts(made, "subregion") == {"005": (1,), "013": (1,), "029": (2,)}
    made = of(group("country: GY", "country: SR", more='regions: {GY: "029"}\n'))
    assert counts(made, "subregion") == {"029": (1,), "005": (1,)}


def test_who_lies_outside_the_area_is_from_elsewhere() -> None:
    made = of(group("country: ES", "country: UY"))
    assert counts(made, "subregion") == {"005": (1,), ELSEWHERE: (1,)}
    made = of(group("country: ES", "country: FR", charter="{area: '150'}"))
    assert counts(made, "subregion") == {"039": (1,), "155": (1,)}


def test_people_are_counted_in_each_language() -> None:
    made = of(group("languages: [es, pt-BR]", "languages: [pt-PT, pt-BR, es-419]"))
    assert counts(made, "language") == {"es": (2,), "pt": (2,)}


def test_observers_and_staff_hold_no_seat() -> None:
    made = of(
        group("role: chair", "role: member", "", "role: observer", "role: staff", "role: staff")
    )
    assert made.totals == (3,)
    assert made.without_seat == (("observer", 1), ("staff", 2))


@pytest.mark.parametrize(
    ("term", "day", "there"),
    [
        ("from: 2027-06-01", "2027-06-01", True),
        ("from: 2027-06-02", "2027-06-01", False),
        ("to: 2027-06", "2027-06-30", True),
        ("to: 2027-06", "2027-07-01", False),
        ("from: 2026, to: 2027", "2027-12-31", True),
    ],
)
def test_members_are_those_of_the_day(term: str, day: str, *, there: bool) -> None:
    assert len(members(group(term), date.fromisoformat(day)).people) == there


def test_members_of_other_times_are_told_and_not_counted() -> None:
    made = of(group("from: 2099", "to: 2001, role: chair", "to: 2001, role: staff", ""))
    assert (made.totals, made.at_other_times) == ((1,), 2)
    assert of(group("")).at_other_times == 0


def test_a_contributor_is_counted_once() -> None:
    of_group = group("affiliations: [GAC], country: UY", "")
    brought = contributions("by: m-01", "by: m-01", "by: m-02", "on-behalf-of: LACNIC")
    found = contributors(of_group, brought, DAY)
    assert found.people == (
        Person("government", "005", "UY"),
        Person(),
        Person("technical-community"),
    )


def test_what_was_brought_in_later_does_not_count_yet() -> None:
    brought = contributions("by: m-01, date: 2027-07", "by: m-02, date: 2027-06-01")
    assert len(contributors(group("", ""), brought, DAY).people) == 1


def test_populations_stand_side_by_side() -> None:
    commenters = Population("commenters", (Person("academia", "013", "MX", ("es",)),) * 3)
    made = of(group("affiliations: [GAC], country: MX"), commenters)
    assert made.names == ("members", "commenters")
    assert made.totals == (1, 3)
    assert counts(made, "stakeholder") == {"government": (1, 0), "academia": (0, 3)}
    assert counts(made, "country") == {"MX": (1, 3)}


def test_a_person_may_be_counted_by_a_constituency() -> None:
    """A commenter who says “GAC” is of the government."""
    counting = Counting(group())
    assert counting.person(stakeholder="GAC").stakeholder == "government"
    assert counting.person(stakeholder="academia").stakeholder == "academia"


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("{dimension: stakeholder, value: government, min: 2}", ("government", 2, "met")),
        ("{dimension: stakeholder, value: government, min: 4}", ("government", 2, "missed")),
        ("{dimension: stakeholder, value: government, min: 3}", ("government", 2, "unclear")),
        ("{dimension: stakeholder, value: government, max-share: 75}", ("government", 2, "met")),
        (
            "{dimension: stakeholder, value: government, max-share: 50}",
            ("government", 2, "unclear"),
        ),
        ("{dimension: stakeholder, value: government, max-share: 49}", ("government", 2, "missed")),
        ("{dimension: country, value: UY, min: 1}", ("UY", 0, "missed")),
        ("{dimension: language, value: pt-BR, min: 1}", ("pt", 1, "met")),
    ],
)
def test_a_target_is_met_missed_or_not_to_be_told(target: str, told: tuple[str, int, str]) -> None:
    """Two of four are of the government, and of one nothing is known but the country."""
    made = of(
        group(
            "affiliations: [GAC], country: MX, languages: [pt]",
            "affiliations: [GAC], country: MX, languages: [es]",
            "affiliations: [LACRALO], country: MX, languages: [es]",
            "country: AR, languages: [es]",
            charter=f"{{targets: [{target}]}}",
        )
    )
    assert [(each.value, each.have, each.state) for each in made.verdicts] == [told]


def test_a_target_for_each_tells_of_those_that_miss_it() -> None:
    made = of(
        group("country: UY", "country: MX", charter="{targets: [{dimension: subregion, min: 1}]}")
    )
    assert verdicts(made) == [("subregion", "029", "min", 0, State.MISSED)]


def test_a_target_for_each_that_is_met_tells_of_the_nearest() -> None:
    made = of(
        group(
            "country: UY",
            "country: UY",
            "country: MX",
            charter="{targets: [{dimension: country, max-share: 70}]}",
        )
    )
    assert verdicts(made) == [("country", "UY", "max-share", 2, State.MET)]
    assert made.verdicts[0].every


def test_a_target_for_one_value_is_not_one_for_each() -> None:
    made = of(group("country: UY", charter="{targets: [{dimension: country, value: UY, min: 1}]}"))
    assert [each.every for each in made.verdicts] == [False]


def test_both_bounds_of_a_target_are_judged() -> None:
    charter = "{targets: [{dimension: country, value: UY, min: 1, max-share: 40}]}"
    made = of(group("country: UY", "country: MX", charter=charter))
    assert [(each.bound, each.state) for each in made.verdicts] == [
        ("min", State.MET),
        ("max-share", State.MISSED),
    ]


def test_empty_places_are_named() -> None:
    made = of(group("affiliations: [GAC], country: UY", "affiliations: [LACRALO], country: TT"))
    groups, regions, *_ = made.dimensions
    assert "academia" in groups.empty(0)
    assert regions.empty(0) == ("013",)
    assert [*made.cross[0].empty()] == [("government", "029"), ("civil-society", "005")]


def test_a_cross_table_adds_up() -> None:
    made = of(group("affiliations: [GAC], country: UY", "country: TT", "affiliations: [GAC]"))
    (cross,) = made.cross
    assert sum(cross.row_totals) == sum(cross.column_totals) == 3
    assert cross.cells is not None
    assert cross.cells[cross.rows.index("government")][cross.columns.index(None)] == 1


def test_in_public_small_cells_are_hidden_and_nothing_is_told_of_empty_ones() -> None:
    people = ["affiliations: [GAC], country: UY"] * 3 + ["affiliations: [GAC], country: TT"] * 9
    people += ["affiliations: [LACRALO], country: UY"] * 8
    people += ["affiliations: [LACRALO], country: TT"] * 7
    (cross,) = of(group(*people), public=True).cross
    assert cross.cells is not None
    assert {cell for line in cross.cells for cell in line} == {None, 0}
    assert [*cross.empty()] == []


def test_a_meeting_is_held_against_the_quorum() -> None:
    made = of(
        group(
            "attendance: [{date: 2027-02-06, mode: in-person}, {date: 2027-09, mode: remote}]",
            "attendance: [{date: 2027-02-06, mode: remote}]",
            "attendance: [{date: 2027-02-06, mode: absent}]",
            "role: staff, attendance: [{date: 2027-02-06, mode: in-person}]",
            "from: 2027-03",
            charter="{quorum: 2}",
        )
    )
    (meeting,) = made.meetings
    assert (str(meeting.date), meeting.present, meeting.seated, meeting.quorum) == (
        "2027-02-06",
        2,
        3,
        2,
    )


def test_a_group_of_nobody_has_a_balance() -> None:
    made = of(group(charter="{targets: [{dimension: country, max-share: 25}]}"))
    assert made.totals == (0,)
    assert made.verdicts == ()
    assert made.cross == ()


def test_shares_are_percent() -> None:
    assert share(3, 14) == Decimal("21.4")
    assert share(0, 0) == 0


def comment(id: str, *, day: str = "2027-03-01", stakeholder: str | None = None) -> Comment:
    author = Author(stakeholder=stakeholder, country="MX")
    submission, _, seq = id.partition(".")
    when = f"{day}T12:00:00-03:00"
    return Comment(id, submission, int(seq), when, "csv", language="es", author=author)


def ledger(*comments: Comment, accept: tuple[str, ...] = ()) -> Ledger:
    return Ledger(
        id="round-1",
        consultation=Consultation(),
        issues=Issues(issues=(Issue(id="ssr", disposition="accepted-in-part"),)),
        links=[Link(each, "ssr") for each in accept],
        comments=comments,
    )


def test_a_submission_is_counted_once_however_many_comments_it_holds() -> None:
    made = ledger(comment("a.1", stakeholder="GAC"), comment("a.2"), comment("b.1"))
    found = commenters(group(), [made], DAY)
    assert found.people == (
        Person("government", "013", "MX", ("es",)),
        Person(None, "013", "MX", ("es",)),
    )


def test_comments_after_the_day_do_not_count() -> None:
    made = ledger(comment("b.1", day="2027-06-01"), comment("c.1", day="2027-06-02"))
    assert len(commenters(group(), [made], DAY).people) == 1


def test_whoever_withdrew_had_commented_and_is_not_among_the_accepted() -> None:
    withdrawn = comment("a.1")._replace(withdrawn=True)
    made = ledger(withdrawn, comment("b.1"), accept=("a.1", "b.1"))
    counted = len(commenters(group(), [made], DAY).people)
    assert counted == status(made, group()).submissions == 2
    assert len(accepted(group(), [made], DAY).people) == 1


def test_each_accepted_comment_counts() -> None:
    made = ledger(comment("a.1"), comment("a.2"), comment("b.1"), accept=("a.1", "a.2"))
    assert len(accepted(group(), [made], DAY).people) == 2
    assert accepted(group(), [made], date(2027, 2, 1)).people == ()
