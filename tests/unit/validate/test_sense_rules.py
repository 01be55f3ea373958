"""Corners of the rules of sense that their manual pages should not be cluttered with."""

from datetime import date
from textwrap import dedent

import pytest

from lacplan.document.parse import parse
from lacplan.errors import LacplanError
from lacplan.model.decode import decode
from lacplan.model.finding import Finding, Severity
from lacplan.validate.draft import Draft, Neighbour
from lacplan.validate.engine import validate
from lacplan.validate.rule import FaultRule, Rule
from lacplan.validate.rules import RULES
from lacplan.validate.rules.area_without_objectives import AreaWithoutObjectives
from lacplan.validate.rules.broken_link import BrokenLink
from lacplan.validate.rules.code_not_under_parent import CodeNotUnderParent
from lacplan.validate.rules.codes_out_of_order import CodesOutOfOrder
from lacplan.validate.rules.duplicate_code import DuplicateCode
from lacplan.validate.rules.duplicate_title import DuplicateTitle
from lacplan.validate.rules.end_before_start import EndBeforeStart
from lacplan.validate.rules.gap_in_codes import GapInCodes
from lacplan.validate.rules.ignore_without_reason import IgnoreWithoutReason
from lacplan.validate.rules.indicator_without_baseline import IndicatorWithoutBaseline
from lacplan.validate.rules.joined_paragraphs import JoinedParagraphs
from lacplan.validate.rules.negative_amount import NegativeAmount
from lacplan.validate.rules.number_without_unit import NumberWithoutUnit
from lacplan.validate.rules.period_outside_parent import PeriodOutsideParent
from lacplan.validate.rules.placeholder_text import PlaceholderText
from lacplan.validate.rules.project_without_lead_or_period import ProjectWithoutLeadOrPeriod
from lacplan.validate.rules.quoted_code_unknown import QuotedCodeUnknown
from lacplan.validate.rules.replaces_itself import ReplacesItself
from lacplan.validate.rules.replaces_nothing import ReplacesNothing
from lacplan.validate.rules.status_against_dates import StatusAgainstDates
from lacplan.validate.rules.undeclared_framework import UndeclaredFramework
from lacplan.validate.rules.undeclared_framework_code import UndeclaredFrameworkCode
from lacplan.validate.rules.unused_ignore import UnusedIgnore

TODAY = date(2014, 7, 1)

SENSE_RULES = [
    rule for rule in RULES if not issubclass(rule, FaultRule) and not rule.code.startswith("IGN")
]


def no_neighbour(name: str) -> None:
    """Know of no plan beside the one that is judged."""


def draft_of(text: str, neighbour: Neighbour = no_neighbour) -> Draft:
    """Return the draft that *text* is, judged on 1 July 2014."""
    document = parse(dedent(text))
    plan = decode(document)
    return Draft(document, plan, name="lac-2013", neighbour=neighbour, today=TODAY)


def found_by(rule: type[Rule], text: str) -> tuple[Finding, ...]:
    """Return what *rule* finds in the draft that *text* is."""
    return validate(draft_of(text), [rule])


def places(rule: type[Rule], text: str) -> list[str]:
    """Return what stands where *rule* finds something in the draft that *text* is."""
    draft = draft_of(text)
    return [draft.document.text[each.at.start : each.at.end] for each in validate(draft, [rule])]


def with_codes(*codes: str, parent: str | None = None) -> str:
    """Return a draft with an area that bears *parent* and its objectives that bear *codes*."""
    area = f"  - id: area\n    title: Area\n{f'    code: {parent}' if parent else ''}\n"
    items = "".join(
        f'      - {{id: o{number}, code: "{code}", title: Objective {number}}}\n'
        for number, code in enumerate(codes)
    )
    return f"areas:\n{area}    objectives:\n{items}"


def with_description(text: str) -> str:
    """Return a draft with *text* in an area, and an objective 4.3."""
    return (
        "areas:\n- id: economic\n  code: '4'\n  title: Economic issues\n  description: |-\n"
        + "".join(f"    {line}\n" for line in text.split("\n"))
        + "  objectives:\n  - {id: registrars, code: '4.3', title: Registrars}\n"
    )


def with_status(parent: str, child: str) -> str:
    """Return a draft with an item of status *child* under one of status *parent*."""
    return f"""\
areas:
- id: economic
  title: Economic issues
  status: {parent}
  objectives: [{{id: registrars, title: Registrars, status: {child}}}]
"""


# Codes


def test_1_10_is_not_under_1_1() -> None:
    assert places(CodeNotUnderParent, with_codes("1.10", parent="'1.1'")) == ['"1.10"']


def test_1_1_10_is_under_1_1() -> None:
    assert places(CodeNotUnderParent, with_codes("1.1.10", parent="'1.1'")) == []


def test_a_code_may_skip_a_level_that_has_none() -> None:
    text = """
        areas:
        - id: a
          code: "4"
          title: A
          objectives:
          - id: o
            title: O
            projects:
            - {id: p, code: "4.3.1", title: P}
            - {id: q, code: "5.3.1", title: Q}
        """
    assert places(CodeNotUnderParent, text) == ['"5.3.1"']


def test_the_code_of_the_parent_itself_is_told_once_as_a_duplicate() -> None:
    text = with_codes("1", parent="'1'")
    assert places(CodeNotUnderParent, text) == []
    assert places(DuplicateCode, text) == ['"1"']


def test_codes_of_letters_are_under_each_other_too() -> None:
    assert places(CodeNotUnderParent, with_codes("A.1", "B.2", parent="A")) == ['"B.2"']


def test_a_malformed_code_is_left_to_the_rule_about_its_form() -> None:
    text = with_codes("2.", "2..1", parent="'1'")
    for rule in (CodeNotUnderParent, CodesOutOfOrder, GapInCodes):
        assert places(rule, text) == []


def test_a_duplicate_code_shows_both_places() -> None:
    text = with_codes("1.1", "1.2", "1.1")
    (found,) = found_by(DuplicateCode, text)
    (first, says), *_ = found.related
    assert text[first.start : first.end] == '"1.1"'
    assert first.start < found.at.start
    assert says == "first here"


@pytest.mark.parametrize(
    "codes",
    [
        ("1.9", "1.10"),
        ("1.1", "1.1.1"),
        ("a", "b"),
        ("1.a", "1.b"),
        ("1.2a", "1.2b", "1.10a"),
        ("VIII", "IX", "X"),  # Roman numerals: no order that is sure
        ("1", "A", "2"),
        ("1.01", "1.1"),
        ("9" * 4999, "1" + "0" * 4999),  # more digits than `int` reads
    ],
)
def test_codes_are_in_order(codes: tuple[str, ...]) -> None:
    assert places(CodesOutOfOrder, with_codes(*codes)) == []


@pytest.mark.parametrize(
    "codes", [("1.10", "1.9"), ("b", "a"), ("1.1.1", "1.1"), ("2b", "2a"), ("1.a.2", "1.a.1")]
)
def test_codes_are_out_of_order(codes: tuple[str, str]) -> None:
    assert places(CodesOutOfOrder, with_codes(*codes)) == [f'"{codes[1]}"']


def test_an_item_under_the_wrong_parent_does_not_put_its_siblings_out_of_order() -> None:
    text = with_codes("1.1", "2.7", "1.2", parent="'1'")
    assert places(CodesOutOfOrder, text) == []
    assert places(GapInCodes, text) == []


def test_the_gap_that_a_dropped_objective_left_is_named() -> None:
    (found,) = found_by(GapInCodes, with_codes("1.1", "1.2", "1.3", "1.5"))
    assert found.message == "“1.4” is not used between “1.3” and “1.5”."
    assert found.severity is Severity.INFO


def test_a_wide_gap_is_one_finding() -> None:
    (found,) = found_by(GapInCodes, with_codes("1", "999999999"))
    assert "“2” to “999999998” are not used" in found.message


@pytest.mark.parametrize(
    "codes",
    [
        ("1.2", "1.3"),  # what comes before the first is not judged
        ("1.1", "1.3", "1.2"),  # out of order, and yet complete
        ("1.1", "2.1", "2.2"),  # another family begins
        ("1.a", "1.d"),
        ("1", "9" * 5000),
    ],
)
def test_no_gap(codes: tuple[str, ...]) -> None:
    assert places(GapInCodes, with_codes(*codes)) == []


# Codes that texts quote


@pytest.mark.parametrize(
    "text",
    [
        "This depends on others (see 4.4).",
        "See also 4.4.",
        "Véase 4.4.",
        "Cf. 4.4, which says more.",
        "Objectives 4.3 and 4.4 go together.",
        "Los objetivos 4.3 y 4.4 van juntos.",
        "O projeto 4.4 vem depois.",
        "Voir l'objectif 4.4.",
        "Read project **4.4** first.",
        "See [4.4](#registrars).",
        "PROJECT 4.4",
        "See\n4.4",
        "See A.4",
    ],
)
def test_a_quoted_code_is_looked_up(text: str) -> None:
    (found,) = found_by(QuotedCodeUnknown, with_description(text))
    assert "4” in the description of “Economic issues” is the code of no item." in found.message


@pytest.mark.parametrize(
    "text",
    [
        "See 4.3.",
        "Growth was 4.4 % last year.",
        "See 4.4 % of growth.",
        "An area of 4.4 million, area 4.4 million.",
        "The new version 2.1 and v2.1, see v2.1.",
        "See draft 1.0 and ver 2.0.",
        "See section 508.",
        "See 12.03.2013.",
        "See 192.0.2.1.",
        "See 10.5281/zenodo.1234.",
        "See 4.4.x.",
        "We oversee 4.4 things.",
        "It carries on objective 1.4 of the plan of 2013.",
        "Retoma los objetivos 1.4 y 1.5 del plan anterior.",
        "4.4 comes first.",
        "This is one project. 4.4 registrars in five take part.",
        "See 2014.5.",
    ],
)
def test_a_number_is_not_a_quoted_code(text: str) -> None:
    assert found_by(QuotedCodeUnknown, with_description(text)) == ()


def test_the_labels_of_the_plan_announce_a_code() -> None:
    text = "levels: {areas: Eje, objectives: Línea de acción}\nsummary: Líneas de acción 4.4 y 1\n"
    assert found_by(QuotedCodeUnknown, with_description("-")) == ()
    (found,) = found_by(QuotedCodeUnknown, text.replace("Líneas", "Línea") + with_description("-"))
    assert "“4.4” in the summary of the plan" in found.message


def test_a_plan_without_codes_quotes_those_of_others() -> None:
    assert found_by(QuotedCodeUnknown, "summary: See 4.3.\n") == ()


def test_a_code_quoted_in_a_list_is_told_where_it_stands() -> None:
    text = with_codes("1.1").replace(
        "    objectives:", "    challenges: [Little money, see 1.1, see 1.2]\n    objectives:"
    )
    assert places(QuotedCodeUnknown, text) == ["1.2"]


def test_each_quotation_of_a_code_is_told_and_the_codes_beside_it_are_named() -> None:
    text = with_description("See 4.4 and 4.3;\nobjective 4.4 is another.")
    assert places(QuotedCodeUnknown, text) == ["4.4", "4.4"]
    hints = {each.hint for each in found_by(QuotedCodeUnknown, text)}
    assert hints == {"Quote the code that the item has now; under 4 there are: 4.3."}


def test_what_stands_inside_of_a_text_is_shown_at_its_word() -> None:
    text = r"""
        values:
        - Openness, see [where](nowhere)
        organization: {name: TBD}
        frameworks:
          f:
            title: FIXME
            codes: {A: "to be defined"}
        areas:
        - id: a
          code: "1"
          title: A
          description: >-
            The first line of it,
            and as to the rest, see 1.7, it
            is TBD or [lost]() or [open](
          rationale: "as a text in quotes, \
            T\x42D, as one that was typed oddly"
          stakeholders: [{name: LACNIC, role: TODO}, XXX]
          objectives: [{id: o, title: O}]
        """
    first = ["TBD", "FIXME", "to be defined", "TBD", r"T\x42D", "TODO", "XXX"]
    assert places(PlaceholderText, text) == first
    assert places(QuotedCodeUnknown, text) == ["1.7"]
    assert places(BrokenLink, text) == ["nowhere", "()", "("]


def test_a_comment_at_the_head_of_a_long_text_still_speaks_of_it() -> None:
    text = """
        areas:
        - id: a
          title: A
          # lacplan: ignore[TEXT001] the sum comes in May
          description: >-
            A first line,
            and a sum: TBD.

            And more.
          objectives: [{id: o, title: O}]
        """
    assert found_by(PlaceholderText, text) == ()


# Items


def test_a_plan_of_one_level_has_no_empty_areas_and_no_projects() -> None:
    text = "levels: {goals: Goal}\ngoals: [{id: g, title: G}]\n"
    assert found_by(AreaWithoutObjectives, text) == ()
    assert found_by(ProjectWithoutLeadOrPeriod, text) == ()


def test_an_area_that_was_dropped_may_be_empty() -> None:
    text = "areas: [{id: a, title: A, status: dropped}, {id: b, title: B}]\n"
    assert [each.message for each in found_by(AreaWithoutObjectives, text)] == [
        "“B” holds no “objectives”."
    ]


def test_what_a_project_lacks_is_told_in_one_sentence() -> None:
    text = """
        areas:
        - id: a
          title: A
          objectives:
          - id: o
            title: O
            projects:
            - {id: p, title: P}
            - {id: q, title: Q, lead: LACTLD, start: 2014}
            - {id: r, title: R, status: dropped}
        """
    assert [each.message for each in found_by(ProjectWithoutLeadOrPeriod, text)] == [
        "“P” has no lead, no start and no end.",
        "“Q” has no end.",
    ]


def test_what_is_written_and_can_not_be_read_is_not_said_to_be_missing() -> None:
    """It has a finding of its own, which says what is wrong with it."""
    text = """
        areas:
        - id: a
          title: A
          objectives:
          - id: b
            title: B
            projects:
            - {id: p, title: P, lead: [ICANN], start: soon, end: 31/12/2028}
            - {id: q, title: Q, lead: "", start: soon, end: 2028}
            indicators:
            - {id: i, title: I, unit: [x], baseline: "3,5", target: 5}
        """
    assert [each.message for each in found_by(ProjectWithoutLeadOrPeriod, text)] == [
        "“Q” has no lead."
    ]
    assert found_by(IndicatorWithoutBaseline, text) == ()
    assert found_by(NumberWithoutUnit, text) == ()


def test_titles_are_equal_whatever_their_capitals_and_spaces() -> None:
    text = """
        areas:
        - {id: a, title: Capacity building}
        - {id: b, title: "CAPACITY   Building"}
        """
    assert places(DuplicateTitle, text) == ['"CAPACITY   Building"']


def test_items_under_different_parents_may_bear_one_title() -> None:
    text = """
        areas:
        - {id: a, title: A, objectives: [{id: o, title: Training}]}
        - {id: b, title: B, objectives: [{id: p, title: Training}]}
        """
    assert places(DuplicateTitle, text) == []


# Statuses


@pytest.mark.parametrize("parent", ["done", "dropped"])
@pytest.mark.parametrize("child", ["proposed", "planned", "active", "on-hold"])
def test_nothing_goes_on_under_what_is_over(parent: str, child: str) -> None:
    assert places(StatusAgainstDates, with_status(parent, child)) == [child]


@pytest.mark.parametrize(
    ("parent", "child"), [("done", "dropped"), ("dropped", "done"), ("active", "planned")]
)
def test_these_statuses_go_together(parent: str, child: str) -> None:
    assert places(StatusAgainstDates, with_status(parent, child)) == []


def test_a_parent_without_status_passes_on_that_above_it_and_it_is_told_once() -> None:
    text = """
        areas:
        - id: a
          title: A
          status: dropped
          objectives:
          - id: o
            title: O
            projects:
            - {id: p, title: P, status: active}
          - id: q
            title: Q
            status: planned
            projects:
            - {id: r, title: R, status: planned}
        """
    assert places(StatusAgainstDates, text) == ["active", "planned"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("status: done, start: 2014-08", True),
        ("status: done, start: 2014-07", False),  # may have begun today
        ("status: active, start: 2014-07-02", True),
        ("status: active, start: 2014", False),
        ("status: planned, end: 2014-06", True),
        ("status: planned, end: 2014-07", False),  # the month is not over
        ("status: proposed, end: 2013", True),
        ("status: active, end: 2014-06-30", True),
        ("status: active, end: 2014-07-01", False),  # its last day
        ("status: done, end: 2015", False),  # earlier than planned
        ("status: on-hold, end: 2013", False),
        ("status: dropped, start: 2015", False),
        ("status: finished, start: 2015", False),  # no word of the format: another rule tells
    ],
)
def test_a_status_is_judged_by_what_is_certain_today(fields: str, *, told: bool) -> None:
    text = f"areas: [{{id: a, title: A, {fields}}}]\n"
    assert bool(found_by(StatusAgainstDates, text)) is told


def test_nobody_keeps_up_the_statuses_of_a_superseded_plan() -> None:
    text = "stage: superseded\nareas: [{id: a, title: A, status: active, end: 2012}]\n"
    assert found_by(StatusAgainstDates, text) == ()


# Lineage


def test_an_item_may_not_name_itself_by_its_full_name_either() -> None:
    text = "areas: [{id: a, title: A, replaces: [b, 'lac-2013#a', a]}]\n"
    assert places(ReplacesItself, text) == ["'lac-2013#a'", "a"]


HERE = "“lacplan” alone lists the plans that are here."


def test_a_neighbour_that_cannot_be_read_is_told_of_and_stops_nothing() -> None:
    def unreadable(name: str) -> None:
        raise LacplanError(f"“{name}” can't be read.")

    text = "areas: [{id: a, title: A, replaces: [lac-2012#x, lac-2012#y, lac-2013#z]}]\n"
    draft = draft_of(text, unreadable)
    assert [each.message for each in validate(draft, [ReplacesNothing])] == [
        "“lac-2012” can't be read, so “x” can't be looked up in it.",
        "“lac-2012” can't be read, so “y” can't be looked up in it.",
        "“lac-2013” is this plan, and it has no item “z”.",
    ]


def test_neighbours_are_asked_once_each() -> None:
    asked: list[str] = []

    def neighbour(name: str) -> frozenset[str] | None:
        asked.append(name)
        return frozenset({"registrars"}) if name == "lac-2010" else None

    text = """
        areas:
        - id: a
          title: A
          replaces: ["lac-2010#registrars", "lac-2010#registrar", "lac-2011#x", "lac-2011#y", bare]
        """
    found = validate(draft_of(text, neighbour), [ReplacesNothing])
    assert [(each.message, each.hint) for each in found] == [
        ("The plan “lac-2010” has no item “registrar”.", "Did you mean “registrars”?"),
        ("There is no plan “lac-2011” here that “x” could lie in.", HERE),
        ("There is no plan “lac-2011” here that “y” could lie in.", HERE),
    ]
    assert asked == ["lac-2010", "lac-2011"]


def test_the_plans_own_name_means_this_draft() -> None:
    text = "areas: [{id: a, title: A, replaces: ['lac-2013#b', 'lac-2013#c']}, {id: b, title: B}]\n"
    (found,) = found_by(ReplacesNothing, text)
    assert found.hint == "If an earlier draft has it, write the bare id: c."


# Dates


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2014-08", "2014", False),
        ("2014", "2014-01", False),
        ("2014-08-31", "2014-08", False),
        ("2014", "2014", False),
        ("2014-08", "2014-07", True),
        ("2014-08-02", "2014-08-01", True),
        ("2015", "2014-12-31", True),
    ],
)
def test_an_end_is_the_last_day_of_what_it_names(start: str, end: str, *, told: bool) -> None:
    text = f"areas: [{{id: a, title: A, start: {start}, end: {end}}}]\n"
    assert places(EndBeforeStart, text) == ([end] if told else [])


def test_the_period_and_measurements_are_judged_too() -> None:
    text = """
        period: {start: 2016, end: 2013}
        areas:
        - id: a
          title: A
          indicators:
          - id: i
            title: I
            measurements:
            - {start: 2013, end: 2014}
            - {start: 2014, end: 2013}
        """
    assert places(EndBeforeStart, text) == ["2013", "2013"]


def test_an_entry_that_could_not_be_read_hides_no_other() -> None:
    text = """
        areas:
        - id: a
          title: A
          indicators:
          - id: i
            title: I
            measurements: [none, {start: 2014, end: 2013}]
        """
    assert places(EndBeforeStart, text) == ["2013"]
    text = """
        areas:
        - id: a
          title: A
          aligns: [malformed, {}, "g:1", "  "]
          replaces: [Not an id, lac-2013#none, 'a']
        """
    assert places(UndeclaredFramework, text) == ['"g:1"']
    assert places(ReplacesNothing, text) == ["lac-2013#none"]
    assert places(ReplacesItself, text) == ["'a'"]


def test_where_two_fields_share_a_list_and_read_other_entries_the_list_is_shown() -> None:
    text = """
        areas:
        - id: a
          title: A
          aligns: &x ["g:1 TBD", "TBD"]
          opportunities: *x
        """
    assert places(PlaceholderText, text) == ["*x", "*x"]


def test_a_period_that_ends_before_it_starts_bounds_nothing() -> None:
    text = """
        period: {start: 2016, end: 2013}
        areas: [{id: a, title: A, start: 2014, end: 2017}]
        """
    assert places(PeriodOutsideParent, text) == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("start: 2014, end: 2016", []),
        ("start: 2014-01, end: 2016-12-31", []),
        ("start: 2013", []),  # perhaps after 2013-06, when the plan starts
        ("start: 2013-05", ["2013-05"]),
        ("end: 2017", ["2017"]),
        ("start: 2017-01, end: 2017-02", ["2017-01", "2017-02"]),
        ("start: 2012, end: 2012-12", ["2012", "2012-12"]),
    ],
)
def test_only_what_is_surely_outside_is_told(fields: str, told: list[str]) -> None:
    text = f"""
        period: {{start: 2013-06, end: 2016}}
        areas: [{{id: a, title: A, {fields}}}]
        """
    assert places(PeriodOutsideParent, text) == told


def test_each_bound_is_that_of_the_nearest_item_that_sets_it() -> None:
    text = """
        period: {start: 2013, end: 2016}
        areas:
        - id: a
          title: A
          end: 2015
          objectives:
          - id: o
            title: O
            projects:
            - {id: p, title: P, start: 2012, end: 2016}
        """
    assert [each.message for each in found_by(PeriodOutsideParent, text)] == [
        "“P” starts (2012) before the plan starts (2013).",
        "“P” ends (2016) after “A” ends (2015).",
    ]


def test_what_lies_under_an_item_outside_is_not_told_again() -> None:
    text = """
        period: {start: 2013, end: 2016}
        areas: [{id: a, title: A, end: 2018, objectives: [{id: o, title: O, end: 2018}]}]
        """
    assert len(found_by(PeriodOutsideParent, text)) == 1


# Indicators, alignment, money


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("baseline: 0", True),
        ("target: 60", True),
        ("unit: '%', target: 60", False),
        ("due: 2016", False),
    ],
)
def test_numbers_have_a_unit(fields: str, *, told: bool) -> None:
    text = f"areas: [{{id: a, title: A, indicators: [{{id: i, title: I, {fields}}}]}}]\n"
    assert bool(found_by(NumberWithoutUnit, text)) is told


def test_a_framework_that_declares_no_codes_leaves_them_open() -> None:
    text = """
        frameworks: {sdg: {title: Sustainable Development Goals}}
        areas: [{id: a, title: A, aligns: ["sdg:9.c", "sgd:9.c"]}]
        """
    assert found_by(UndeclaredFrameworkCode, text) == ()
    (found,) = found_by(UndeclaredFramework, text)
    assert found.hint == "Did you mean “sdg”?"


def test_a_code_may_hold_a_colon() -> None:
    text = """
        frameworks: {icann: {title: ICANN, codes: {"A:1": Stability}}}
        areas: [{id: a, title: A, aligns: ["icann:A:1", "icann:A:2"]}]
        """
    assert places(UndeclaredFrameworkCode, text) == ['"icann:A:2"']


def test_a_budget_may_be_nothing() -> None:
    text = """
        areas:
        - {id: a, title: A, budget: {amount: 0, currency: USD}}
        - {id: b, title: B, budget: {amount: -0.01, currency: USD}}
        """
    assert len(found_by(NegativeAmount, text)) == 1


# Placeholders


@pytest.mark.parametrize(
    "text",
    [
        "TBD",
        "Lead: TBD.",
        "TODO: ask LACNIC",
        "TODO",
        "(FIXME)",
        "XXX registrars",
        "What for???",
        "Lorem ipsum dolor",
        "The date is to be defined.",
        "To be determined",
        "Fecha por definir",
        "Presupuesto (a definir)",
        "À définir",
        "Meta: POR DEFINIR\n\nY lo demás.",
        "...",
        "…",
    ],
)
def test_this_stands_in_for_a_text(text: str) -> None:
    assert len(found_by(PlaceholderText, with_description(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Todo el mundo participa, en todo momento.",
        "PLAN PARA TODO EL CONTINENTE",
        "Toda TODOS",
        "tbd.example is a name",
        "The .XXX domain",
        "XXXI asamblea",
        "Ayuda a definir prioridades.",
        "Optaron por definir metas.",
        "The scope needs to be defined by the working group.",
        "Training…",
        "And so on...",
        "Really?",
    ],
)
def test_this_is_a_text(text: str) -> None:
    assert found_by(PlaceholderText, with_description(text)) == ()


def test_every_text_of_a_draft_is_looked_at() -> None:
    text = """
        title: TBD 1
        vision: TBD 2
        values: [Openness, TBD 3]
        organization: {name: TBD 4}
        frameworks: {f: {title: TBD 5, codes: {A: TBD 6}}}
        areas:
        - id: a
          title: TBD 7
          lead: TBD 8
          partners: [TBD 9]
          stakeholders: [TBD 10, {name: LACNIC, role: TBD 11}]
          x-note: TBD, since nobody judges these
          indicators: [{id: i, title: TBD 12, unit: TBD 13, verification: TBD 14}]
        """
    assert len(found_by(PlaceholderText, text)) == 14


def test_a_placeholder_in_a_list_is_told_where_it_stands() -> None:
    assert places(PlaceholderText, "values: [Openness, TBD]\n") == ["TBD"]


# Links


@pytest.mark.parametrize(
    "text",
    [
        "[x]()",
        "[x](#)",
        "[x](http",
        "[x](https://example.org and then (see this) more",
        "[x](https://example.org/a b)",
        "[x](https://)",
        "[x](http:/example.org)",
        "[x](mailto:nobody)",
        "[x](javascript:alert(1))",
        "[x](file:///etc/passwd)",
        "[x](//example.org)",
        "[x](www.example.org)",
        "[x](docs/plan.md)",
        "[x](#registrar)",
        "![x]()",
        "[x](https://example.org\n\n[y](https://example.org)",
        "[x](https://example.org [y](https://example.org)",
    ],
)
def test_this_link_leads_nowhere(text: str) -> None:
    assert len(found_by(BrokenLink, with_description(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://example.org)",
        "[x](HTTPS://example.org)",
        "[x](http://example.org/a?b=c#d)",
        "[x](https://es.wikipedia.org/wiki/Plan_(estrategia)) y más",
        "([x](https://example.org))",
        '[x](https://example.org "The title")',
        "[x](https://example.org 'The title')",
        "[x](<https://example.org>)",
        "[x](mailto:lac@example.org?subject=plan)",
        "[x](#registrars) and [y](#economic)",
        "[x]: a label, and f(x) = y",
        "array](x)",
        r"\[x\](not a link)",
        "[[1]](https://example.org)",
    ],
)
def test_this_link_leads_somewhere(text: str) -> None:
    assert found_by(BrokenLink, with_description(text)) == ()


def test_a_link_to_an_indicator_leads_somewhere() -> None:
    text = """
        summary: "[x](#i) and [y](#j)"
        areas: [{id: a, title: A, indicators: [{id: i, title: I}]}]
        """
    (found,) = found_by(BrokenLink, text)
    assert "“#j”" in found.message


# All of them


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a list",
        "areas: none\n",
        "areas: [{}, {id: '', title: '', code: ''}, {}]\n",
        "period: soon\nframeworks: [x]\nlevels: 3\nareas: [{aligns: [x, ':'], replaces: ['#']}]\n",
        "areas: [{indicators: [{}, x, {measurements: [x, {}]}], budget: {}, start: x, end: 9}]\n",
        "areas: &a [{id: x, title: TBD, code: '1'}]\nx-again: *a\n",
    ],
)
def test_a_faulty_draft_is_judged_as_far_as_it_can_be(text: str) -> None:
    assert all(each.message for each in validate(draft_of(text), SENSE_RULES))


def test_what_has_no_title_is_not_called_empty_or_alike() -> None:
    text = "areas: [{id: a}, {id: b}]\n"
    assert found_by(AreaWithoutObjectives, text) == ()
    assert found_by(DuplicateTitle, text) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[x](" * 20_000, 20_000),
        ("](" * 400_000, 0),
        ("[" + "](" * 20_000, 20_000),
        ("[x](" + "(" * 800_000, 1),
        ("[x](" + " " * 800_000 + ")", 1),
        ("see " * 200_000 + "4.4", 1),
        ("see" + " " * 800_000 + "4.4", 0),
        ("see 4.4" + ", 4.4" * 20_000, 20_001),
        ("see 4" + ".4" * 400_000 + "x", 0),
        ("to be " * 200_000, 0),
        ("to be defined" + " " * 800_000 + "x", 0),
        ("to be defined " * 80_000 + "x", 0),
        ("?? " * 400_000, 0),
    ],
    ids=range(13),
)
def test_no_text_takes_more_than_its_length(text: str, told: int) -> None:
    """Each takes a fraction of a second; by the square of its length it would take hours."""
    draft = draft_of(with_description(text))
    assert len(validate(draft, [QuotedCodeUnknown, PlaceholderText, BrokenLink])) == told


def test_guesses_have_an_end() -> None:
    """Each of 3,000 dead links is told, the first with a guess and the last without."""
    areas = "".join(
        f"- {{id: an-area-{n}, title: A {n}, description: '[x](#an-era-{n})'}}\n"
        for n in range(3000)
    )
    found = found_by(BrokenLink, "areas:\n" + areas)
    assert len(found) == 3000
    assert "Did you mean" in (found[0].hint or "")
    assert "Did you mean" not in (found[-1].hint or "")


def test_a_long_title_is_not_quoted_in_full_by_all_that_lies_under_it() -> None:
    objectives = ", ".join(f"{{id: o{n}, title: O, status: active}}" for n in range(9))
    text = f"areas: [{{id: a, title: {'x' * 9000}, status: done, objectives: [{objectives}]}}]\n"
    found = found_by(StatusAgainstDates, text)
    assert len(found) == 9
    assert all(len(each.message) < 200 for each in found)


# Paragraphs


@pytest.mark.parametrize(
    ("summary", "found"),
    [
        (">-\n  One.\n\n  Two.\n\n  Three.\n", ["Two."]),
        (">-\n  One.\r\n\r\n  Two.\n", ["Two."]),
        ("One.\n\n  Two.\n", ["Two."]),
        ("'One.\n\n  Two.'\n", ["Two."]),
        (">-\n  - One.\n\n  Two.\n", ["Two."]),
        (">-\n  One\n  line.\n\n\n  Two.\n", []),
        ("|-\n  One\n  line.\n\n  Two.\n", []),
        (">-\n  - One.\n\n  - Two.\n\n  1. Three.\n", []),
        ('"One\\nline."\n', []),
    ],
)
def test_a_blank_line_that_yaml_folds_away_is_told_before_words(
    summary: str, found: list[str]
) -> None:
    """Entries of a list are none the worse for it, and escapes were meant."""
    assert places(JoinedParagraphs, f"summary: {summary}areas: [{{id: a, title: A}}]\n") == found


def test_the_own_fields_of_a_draft_may_fold_as_they_like() -> None:
    text = "x-note: >-\n  One.\n\n  Two.\nareas: [{id: a, title: A}]\n"
    assert found_by(JoinedParagraphs, text) == ()


def test_of_several_codes_that_are_ignored_only_the_unused_one_is_to_go() -> None:
    area = "areas:\n- id: a  # lacplan: ignore[ITEM001{}] the rest comes in May\n  title: A\n"
    rules = [AreaWithoutObjectives, UnusedIgnore]
    (found,) = validate(draft_of(area.format(",TEXT001")), rules)
    assert found.hint == "Take TEXT001 out of the brackets."
    assert validate(draft_of(area.format("")), rules) == ()


@pytest.mark.parametrize(
    "comment",
    [
        "# LACPLAN: ignore[TEXT001] in May",
        "# lacplan ignore[TEXT001] in May",
        "# lacplan: ingore[TEXT001] in May",
        "# lacplan: Ignore TEXT001 in May",
        "# lacplan - ignore[TEXT001] in May",
    ],
)
def test_a_mistyped_comment_that_was_to_ignore_something_is_told(comment: str) -> None:
    text = f"{comment}\nsummary: TBD\n"
    assert places(IgnoreWithoutReason, text) == [comment]
    assert [each.code for each in found_by(IgnoreWithoutReason, text)] == ["IGN002"]


@pytest.mark.parametrize(
    "comment", ["# lacplan validate tells what is wrong", "# lacplan: see [the manual]", "# ignore"]
)
def test_other_comments_that_name_lacplan_are_let_be(comment: str) -> None:
    assert found_by(IgnoreWithoutReason, f"{comment}\nsummary: TBD\n") == ()


def test_a_comment_at_the_very_end_of_a_draft_has_nothing_to_ignore() -> None:
    text = "areas: [{id: a, title: A}]\n# lacplan: ignore[TEXT001] in May"
    (found,) = validate(draft_of(text), [UnusedIgnore])
    assert found.message == "Nothing here breaks TEXT001."


def test_codes_in_brackets_may_have_a_comma_too_many() -> None:
    text = "summary: TBD  # lacplan: ignore[TEXT001,] in May\nareas: [{id: a, title: A}]\n"
    assert validate(draft_of(text), [PlaceholderText, UnusedIgnore]) == ()
