"""Reading a plan: the schema types the scalars, and all that is wrong is told at its place."""

from decimal import Decimal
from typing import NamedTuple

import pytest

from lacplan.document.fault import Fault
from lacplan.document.parse import parse
from lacplan.document.tree import Document
from lacplan.model.date import PartialDate
from lacplan.model.decode import Decoded, decode
from lacplan.model.fields import DEFAULT_LEVELS, STATUSES
from lacplan.model.plan import Framework, Item, Level, Measurement, Plan, Stakeholder

HEAD = "format: 1\nname: lac-2013\ntitle: A plan for the region\nlanguage: en\n"
"""Four lines, so that what follows begins on line 5."""

ITEM = HEAD + "areas:\n  - id: registries\n    title: Registries\n"
"""Seven lines; an item's further fields begin on line 8, column 5."""

AS_WRITTEN = [
    *(
        "1.10",
        "1.0",
        "007",
        "0755",
        "0x1F",
        "0o17",
        "1e3",
        "+5",
        "-0",
        "1_000",
        ".5",
        ".inf",
        ".nan",
    ),
    *("no", "No", "NO", "yes", "on", "off", "y", "true", "False", "Null", "NULL", "none", "nil"),
    *("2014", "2014-08", "2014-08-31", "2014-08-31T10:00:00Z", "12:30", "1:1", "="),
    *("'null'", "'~'", "'1'", '"no"'),
]
"""What YAML 1.1 or 1.2 would take for a number, a truth value, a date or nothing."""


@pytest.mark.parametrize("written", AS_WRITTEN)
def test_a_text_says_what_is_written(written: str) -> None:
    """No implicit typing reaches a user, wherever the text stands."""
    text = HEAD + f"summary: {written}\nvalues:\n  - {written}\nx-own:\n  {written}: [{written}]\n"
    text += f"areas:\n  - id: a\n    title: {written}\n    lead: {written}\n"
    text += f"    stakeholders:\n      - {written}\n      - {{name: {written}, role: {written}}}\n"
    plan = sound(text)
    says = written.strip("'\"")
    item = plan.items[0]
    assert (plan.summary, plan.values, item.title, item.lead) == (says, (says,), says, says)
    assert {each.name for each in item.stakeholders} == {says}
    assert plan.extra == {"x-own": {says: [says]}}


def test_norway_is_a_country() -> None:
    """To YAML 1.1 a plain NO is the opposite of yes."""
    assert item_with("countries: [NO, SE, BR]").countries == ("NO", "SE", "BR")


def test_codes_are_texts() -> None:
    """1.10 comes after 1.9 and is not 1.1; a lone 4 is no number either."""
    assert item_with("code: 1.10").code == "1.10"
    assert item_with("code: 4").code == "4"


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("20", "20"),
        ("-20", "-20"),
        ("0.10", "0.10"),
        ("1500000.55", "1500000.55"),
        ("007", "7"),
        ("0", "0"),
    ],
)
def test_a_number_is_a_decimal(written: str, says: str) -> None:
    """Cents are exact, and the places behind the point are kept."""
    item = item_with(f"indicators: [{{id: i, title: T, baseline: {written}}}]")
    assert str(item.indicators[0].baseline) == says


@pytest.mark.parametrize(
    "written",
    [
        *("5%", "1e3", "+5", ".5", "5.", "1_000", "0x1F", "1.500.000", "USD 5", ".inf", "NaN"),
        *("no", "٥", "'5'", '"5"', "[5]", "{a: 5}", "'1,5'", "--5", "½"),
    ],
)
def test_what_is_no_plain_number_is_told(written: str) -> None:
    """It is left out of the plan, and the rest is read."""
    decoded = read(ITEM + f"    budget: {{amount: {written}, currency: USD}}\n")
    assert places(decoded) == [("wrong-type", 8, 22)]
    assert "should be a number" in decoded.faults[0].message


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("'5'", "Write the bare number, without quotes."),
        (
            "'1.000,50'",
            "Write it with a point, without thousands marks and units: 1500000 or 12.5.",
        ),
    ],
)
def test_a_quoted_number_loses_its_quotes_only_where_that_is_enough(
    written: str, hint: str
) -> None:
    decoded = read(ITEM + f"    budget: {{amount: {written}, currency: USD}}\n")
    assert decoded.faults[0].hint == hint
    assert decoded.plan
    budget = decoded.plan.items[0].budget
    assert budget
    assert (budget.amount, budget.currency) == (None, "USD")


@pytest.mark.parametrize("written", ["2014", "2014-08", "2014-08-31", "'2014-08'", "2016-02-29"])
def test_a_date_is_as_precise_as_it_is_written(written: str) -> None:
    """A month is not its first day."""
    assert str(item_with(f"start: {written}").start) == written.strip("'")


@pytest.mark.parametrize(
    "written",
    [
        *("2014-8", "14-08", "2014-13", "2014-02-30", "2015-02-29", "0000", "20140831"),
        *("2014-08-31T10:00", "31/08/2014", "August 2014", "2014-08-", "-2014", "02014", "٢٠١٤"),
        *("2014-08-31-01", "soon", "Q3 2014"),
    ],
)
def test_what_is_no_date_is_told(written: str) -> None:
    """Nothing else is taken for one, and no day that no calendar has."""
    decoded = read(ITEM + f"    start: {written}\n    end: 2015\n")
    assert places(decoded) == [("malformed-date", 8, 12)]
    assert f"“{written}” is not a date" in decoded.faults[0].message
    assert decoded.plan
    item = decoded.plan.items[0]
    assert (item.start, item.end) == (None, PartialDate(2015))


NOTHING = {"null": 4, "~": 1, "": 0, "''": 2, '""': 2, "'  '": 4, "# later": 0}
"""The ways to write nothing, and how wide they are."""

each_nothing = pytest.mark.parametrize(("nothing", "width"), NOTHING.items())


@each_nothing
@pytest.mark.parametrize(
    ("field", "line"), [("format", 1), ("name", 2), ("title", 3), ("language", 4)]
)
def test_a_required_field_that_says_nothing_is_empty(
    field: str, line: int, nothing: str, width: int
) -> None:
    """It is not missing, and nothing is made up for it."""
    lines = HEAD.splitlines()
    lines[line - 1] = f"{field}: {nothing}"
    decoded = read("\n".join(lines) + "\n")
    assert places(decoded) == [("empty-field", line, len(field) + (3 if width else 2))]
    fault = decoded.faults[0]
    assert fault.span.end - fault.span.start == width
    assert fault.message == f"“{field}” is empty."
    assert getattr(decoded.plan, field) in ("", 0)


@each_nothing
def test_another_field_that_says_nothing_is_as_good_as_left_out(nothing: str, width: int) -> None:
    """Whatever its type would be."""
    fields = ("description", "lead", "partners", "start", "status", "budget", "indicators")
    decoded = read(ITEM + "".join(f"    {field}: {nothing}\n" for field in fields))
    assert kinds(decoded) == ["empty-text"] * len(fields)
    assert [place[1] for place in places(decoded)] == [*range(8, 8 + len(fields))]
    assert decoded.plan == read(ITEM).plan


def test_an_empty_entry_of_a_list_is_told_and_left_out() -> None:
    """The entries around it stay."""
    decoded = read(
        ITEM + "    partners:\n      - LACNIC\n      -\n      - ~\n      - ''\n      - APC\n"
    )
    assert places(decoded) == [
        ("empty-text", line, column) for line, column in ((10, 8), (11, 9), (12, 9))
    ]
    assert decoded.plan
    assert decoded.plan.items[0].partners == ("LACNIC", "APC")


def test_a_level_may_wait_for_its_first_item() -> None:
    """A heading without items is how a plan begins."""
    assert sound(HEAD + "areas:\n").items == ()
    assert sound(HEAD + "areas: []\n").items == ()
    assert sound(ITEM + "    objectives:\n").items[0].items == ()


def test_white_space_around_a_text_says_nothing() -> None:
    """It comes from quotes and blocks; line breaks inside prose are kept."""
    plan = sound(HEAD + "summary: |\n  One.\n\n  Two.\nvision: '  A  region '\nstage: ' final '\n")
    assert (plan.summary, plan.vision, plan.stage) == ("One.\n\nTwo.", "A  region", "final")


def test_all_faults_of_a_draft_are_told_each_at_its_place() -> None:
    """One run of lacplan shows all that is to be done."""
    decoded = read(
        """\
format: 2
name: LAC 2013
language: klingon
stage: done
period: {start: 2013, end: 2016-13, until: 2017}
organization: ICANN
vison: The region online
frameworks:
  icann-2012: {codes: {A: }}
areas:
  - id: Registries
    title: |
      Registries
      of the region
    code: 4.
    countries: [BR, UK, no]
    start: soon
    status: going
    aligns: ["icann-2012:A", A]
    projects: []
    indicators:
      - {title: Registries with DNSSEC, target: 60%}
      - Registries with IPv6
    objectives:
      - id: registrars
        title:
        budget: {amount: 5 USD, currency: usd}
        x-mood: good
        mood: good
      - text
"""
    )
    assert places(decoded) == [
        ("missing-field", 1, 1),  # the plan's title
        ("unknown-format", 1, 9),
        ("malformed-name", 2, 7),
        ("unknown-language", 3, 11),
        ("unknown-word", 4, 8),
        ("malformed-date", 5, 28),
        ("unknown-field", 5, 37),
        ("wrong-type", 6, 15),
        ("unknown-field", 7, 1),
        ("missing-field", 9, 15),
        ("empty-text", 9, 26),
        ("malformed-id", 11, 9),
        ("wrong-type", 12, 12),
        ("malformed-code", 15, 11),
        ("unknown-country", 16, 21),
        ("unknown-country", 16, 25),
        ("malformed-date", 17, 12),
        ("unknown-word", 18, 13),
        ("malformed-reference", 19, 30),
        ("wrong-level", 20, 5),
        ("missing-field", 22, 9),
        ("wrong-type", 22, 49),
        ("wrong-type", 23, 9),
        ("empty-field", 26, 15),
        ("wrong-type", 27, 26),
        ("unknown-currency", 27, 43),
        ("unknown-field", 29, 9),
        ("wrong-type", 30, 9),
    ]


def test_what_is_sound_in_a_faulty_draft_is_read() -> None:
    """So that it can be judged as a whole, and shown."""
    decoded = read(
        "format: 1\nname: lac-2013\nlanguage: en\n"
        "areas:\n  - title: Politics\n    code: 4..1\n    status: going\n    countries: [XX, BR]\n"
        "    replaces: ['Old one', old-one]\n    objectives: [{id: registrars, title: [x]}]\n"
    )
    assert decoded.plan
    assert decoded.plan.title == ""
    area = decoded.plan.items[0]
    assert (area.id, area.title, area.code) == ("", "Politics", "4..1")
    assert (area.status, area.countries) == ("going", ("XX", "BR"))
    assert area.replaces == ("old-one",)
    assert [(each.id, each.title, each.level) for each in area.items] == [("registrars", "", 1)]


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("", (1, 1), "this is empty"),
        ("# to be written\n", (1, 1), "this is empty"),
        ("---\n", (1, 4), "this is empty"),
        ("- areas\n", (1, 3), "something else"),
        ("A plan for the region\n", (1, 1), "something else"),
        ("[]\n", (1, 1), "something else"),
        ("\n\n- a\n", (3, 3), "something else"),
    ],
)
def test_what_is_no_block_is_no_plan(text: str, place: tuple[int, int], says: str) -> None:
    """There is nothing in it that could be read."""
    decoded = read(text)
    assert decoded.plan is None
    assert places(decoded) == [("not-a-plan", *place)]
    assert says in decoded.faults[0].message


def test_what_could_not_be_parsed_is_told_once() -> None:
    """The parser has said what is wrong; that it is no plan is no news."""
    assert decode(parse("a: b: c\n")) == Decoded(None, ())


def test_an_empty_block_lacks_all_that_a_plan_needs() -> None:
    """Each field is named."""
    decoded = read("{}\n")
    assert places(decoded) == [("missing-field", 1, 1)] * 4
    named = [fault.message.split("”")[0] for fault in decoded.faults]
    assert named == ["“format", "“name", "“title", "“language"]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("chalenges: [x]", "Did you mean “challenges”?"),
        ("Title: x", "Did you mean “title”?"),
        ("objetives: []", "Did you mean “objectives”?"),
        ("owner: x", "Fields of your own begin with “x-”."),
    ],
)
def test_an_unknown_field_is_told_with_the_nearest_one(written: str, hint: str) -> None:
    """Most are slips of the keyboard."""
    decoded = read(ITEM + f"    {written}\n")
    assert places(decoded) == [("unknown-field", 8, 5)]
    assert hint in (decoded.faults[0].hint or "")


def test_fields_of_ones_own_are_kept_as_text() -> None:
    """They are never judged, and stand in plans, items and indicators."""
    plan = sound(
        ITEM.replace("areas:", "x-a: ~\nx-b: [1.10, {no: 0755}]\nareas:")
        + "    x-c: 2014-08\n    indicators: [{id: i, title: T, x-d: on}]\n"
    )
    assert plan.extra == {"x-a": None, "x-b": ["1.10", {"no": "0755"}]}
    assert plan.items[0].extra == {"x-c": "2014-08"}
    assert plan.items[0].indicators[0].extra == {"x-d": "on"}


def test_a_name_may_stand_for_a_stakeholder() -> None:
    """A role is for those who have one."""
    item = item_with("stakeholders: [LACNIC, {name: ITU, role: observer}]")
    assert item.stakeholders == (
        Stakeholder(name="LACNIC"),
        Stakeholder(name="ITU", role="observer"),
    )


def test_measurements_are_read() -> None:
    """Dates and numbers inside lists inside lists."""
    item = item_with(
        "indicators: [{id: i, title: T, measurements: [{start: 2013, end: 2013-06, actual: 1.50}]}]"
    )
    start, end = PartialDate(2013), PartialDate(2013, 6)
    measured = Measurement(start=start, end=end, actual=Decimal("1.50"))
    assert item.indicators[0].measurements == (measured,)


def test_frameworks_keep_their_codes_in_order() -> None:
    """Codes are texts: 1.10 is not 1.1."""
    plan = sound(HEAD + "frameworks: {icann-2012: {title: ICANN, codes: {1.10: Ten, 1.1: One}}}\n")
    codes = (("1.10", "Ten"), ("1.1", "One"))
    assert plan.frameworks == (Framework(id="icann-2012", title="ICANN", codes=codes),)


def test_an_alias_is_read_wherever_it_stands() -> None:
    """It says what its anchor says, as a text, in a list or as one."""
    item = item_with("lead: &l LACNIC\n    partners: &p [*l, APC]\n    challenges: *p")
    assert (item.lead, item.partners, item.challenges) == (
        "LACNIC",
        ("LACNIC", "APC"),
        ("LACNIC", "APC"),
    )


def test_a_fault_behind_an_anchor_is_told_once() -> None:
    """There is one place to mend."""
    decoded = read(HEAD + "areas:\n  - {id: a, title: A, start: &s soon, end: *s}\n")
    assert places(decoded) == [("malformed-date", 6, 30)]


def test_a_plan_that_declares_no_levels_has_the_three_common_ones() -> None:
    """Areas hold objectives, and these hold projects."""
    plan = sound(
        ITEM
        + "    objectives: [{id: b, title: B, projects: [{id: c, title: C}]}, {id: d, title: D}]\n"
    )
    assert plan.levels == DEFAULT_LEVELS
    assert [(item.id, item.level) for item in plan.walk()] == [
        ("registries", 0),
        ("b", 1),
        ("c", 2),
        ("d", 1),
    ]


def test_a_plan_may_have_levels_of_its_own() -> None:
    """One to eight, under any key, in any language."""
    plan = sound(
        HEAD + "levels: {objetivos: Objetivo estratégico, acções: Acção}\n"
        "objetivos: [{id: a, title: A, acções: [{id: b, title: B}]}]\n"
    )
    assert plan.levels[1] == Level(key="acções", label="Acção")
    assert [(item.id, item.level) for item in plan.walk()] == [("a", 0), ("b", 1)]
    keys = [f"level{number}" for number in range(1, 9)]
    deep = HEAD + "levels: {" + ", ".join(f"{key}: L" for key in keys) + "}\n"
    deep += "".join(
        f"{'  ' * at}{key}:\n{'  ' * at}- id: {key}\n{'  ' * at}  title: T\n"
        for at, key in enumerate(keys)
    )
    assert [item.level for item in sound(deep).walk()] == [*range(8)]


@pytest.mark.parametrize(
    ("levels", "place", "says"),
    [
        ("{}", (5, 9), "1 to 8 levels, and this has 0"),
        ("{a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H, i: I}", (5, 9), "and this has 9"),
        ("{goals: Goal, status: Status}", (5, 23), "“status” is the name of a field"),
        ("{sources: Source}", (5, 10), "“sources” is the name of a field"),
        ("{x-goals: Goal}", (5, 10), "can't name a level"),
    ],
)
def test_levels_that_can_not_be_are_told(levels: str, place: tuple[int, int], says: str) -> None:
    """The common ones stand in for them."""
    decoded = read(HEAD + f"levels: {levels}\n")
    assert places(decoded) == [("malformed-level", *place)]
    assert says in decoded.faults[0].message
    assert decoded.plan
    assert decoded.plan.levels == DEFAULT_LEVELS


@pytest.mark.parametrize(
    ("written", "says", "hint"),
    [
        ("objectives", "can't stand in the plan itself", "stands in “areas”"),
        ("projects", "can't stand in the plan itself", "stands in “areas”"),
    ],
)
def test_a_level_that_is_left_out_is_told_at_the_top(written: str, says: str, hint: str) -> None:
    """The key is known, but not here."""
    decoded = read(HEAD + f"{written}: []\n")
    assert places(decoded) == [("wrong-level", 5, 1)]
    assert says in decoded.faults[0].message
    assert hint in (decoded.faults[0].hint or "")


def test_nothing_lies_under_the_innermost_level() -> None:
    """Nor does a level lie in itself."""
    decoded = read(HEAD + "levels: {goals: Goal}\ngoals: [{id: a, title: A, goals: []}]\n")
    assert places(decoded) == [("wrong-level", 6, 27)]
    assert "nothing lies under it" in (decoded.faults[0].hint or "")


@pytest.mark.parametrize("written", ["2", "1.0", "01", "'2'", "one", "[1]", "{a: 1}"])
def test_only_one_format_is_known(written: str) -> None:
    """A text that merely looks like it is another."""
    decoded = read(HEAD.replace("1", written, 1))
    assert places(decoded) == [("unknown-format", 1, 9)]
    assert "reads format 1" in decoded.faults[0].message


@pytest.mark.parametrize(
    ("written", "kind", "hint"),
    [
        ("countries: [no]", "unknown-country", "Write it in capitals: NO."),
        ("countries: [UK]", "unknown-country", "two letters of ISO 3166-1"),
        ("countries: [BRA]", "unknown-country", "two letters of ISO 3166-1"),
        ("countries: ['076']", "unknown-country", "two letters of ISO 3166-1"),
        ("budget: {amount: 5, currency: usd}", "unknown-currency", "Write it in capitals: USD."),
        ("budget: {amount: 5, currency: $}", "unknown-currency", "three letters of ISO 4217"),
        ("status: Active", "unknown-word", "Did you mean “active”?"),
        ("status: ongoing", "unknown-word", ", ".join(STATUSES)),
    ],
)
def test_a_word_that_no_list_has_is_told_with_what_to_write(
    written: str, kind: str, hint: str
) -> None:
    """Case counts: a code is quoted, sorted and compared."""
    decoded = read(ITEM + f"    {written}\n")
    assert kinds(decoded) == [kind]
    assert hint in (decoded.faults[0].hint or "")


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("id: 1st", "malformed-id"),
        ("id: Registries", "malformed-id"),
        ("id: registro-públicos", "malformed-id"),
        ("id: a b", "malformed-id"),
        (f"id: {'a' * 65}", "malformed-id"),
        ("code: 4.", "malformed-code"),
        ("code: .4", "malformed-code"),
        ("code: 4..1", "malformed-code"),
        ("code: 4-1", "malformed-code"),
        ("code: ٤", "malformed-code"),
        ("aligns: [A]", "malformed-reference"),
        ("aligns: ['icann-2012: A']", "malformed-reference"),
        ("replaces: [Old one]", "malformed-reference"),
        ("replaces: ['LAC#old']", "malformed-reference"),
        ("replaces: ['lac-2012#']", "malformed-reference"),
        ("replaces: ['lac-2012#a#b']", "malformed-reference"),
    ],
)
def test_a_text_that_has_a_form_keeps_to_it(written: str, kind: str) -> None:
    """Ids, codes and references are read by programs."""
    base = HEAD + "areas:\n  - title: Registries\n"
    base += "" if written.startswith("id") else "    id: registries\n"
    assert kinds(read(base + f"    {written}\n")) == [kind]


@pytest.mark.parametrize(
    "written",
    [
        f"id: {'a' * 64}",
        "id: a.b_c-9",
        "code: 4.3.1",
        "code: IV.a.10",
        "aligns: ['icann-2012:A', 'sdg:9.c', 'x:a b']",
        "replaces: [old-one, 'lac-2012#old.one']",
        "tags: [dnssec, ipv6, criança]",
    ],
)
def test_a_text_that_keeps_to_its_form_is_taken(written: str) -> None:
    """As far as the form goes."""
    base = HEAD + "areas:\n  - title: Registries\n"
    base += "" if written.startswith("id") else "    id: registries\n"
    assert sound(base + f"    {written}\n").items


@pytest.mark.parametrize(
    ("written", "place", "says"),
    [
        ("title: [a]", (6, 12), "should be text, and it is a list"),
        ("title: {a: b}", (6, 12), "should be text, and it is a block"),
        ("title: |\n      one\n      two", (6, 12), "one line of text, and it has several"),
        ("partners: LACNIC", (6, 15), "should be a list, and it is “LACNIC”"),
        ("partners: {a: b}", (6, 15), "should be a list, and it is a block"),
        ("partners: [[a]]", (6, 16), "should be text, and it is a list"),
        ("partners:\n      - a: b", (7, 9), "should be text, and it is a block"),
        ("budget: 5", (6, 13), "should be a budget, and it is “5”"),
        ("budget: [5, USD]", (6, 13), "should be a budget, and it is a list"),
        ("start: [2014]", (6, 12), "should be a date, and it is a list"),
        ("status: [active]", (6, 13), "should be a word, and it is a list"),
        ("countries: BR", (6, 16), "should be a list, and it is “BR”"),
        ("countries: [[BR]]", (6, 17), "should be a country code, and it is a list"),
        ("indicators: {id: a}", (6, 17), "should be a list, and it is a block"),
        ("indicators: [a]", (6, 18), "should be an indicator, and it is “a”"),
        ("stakeholders: [[a]]", (6, 20), "should be a stakeholder, and it is a list"),
        ("objectives: {id: a}", (6, 17), "“objectives” is a list"),
        ("objectives: text", (6, 17), "“objectives” is a list"),
        ("objectives: [text]", (6, 18), "An item is a block"),
        ("objectives:\n      - [a]", (7, 9), "An item is a block"),
        ("? [a]\n    : b", (6, 7), "A key is a word, and this is a block"),
    ],
)
def test_a_value_of_another_type_is_told(written: str, place: tuple[int, int], says: str) -> None:
    """What was expected and what was met, at the value and not at its key."""
    title = "" if written.startswith("title") else "title: A"
    decoded = read(HEAD + f"areas:\n  - {written}\n    id: a\n    {title}\n")
    assert places(decoded) == [("wrong-type", *place)]
    assert says in decoded.faults[0].message


class Reading(NamedTuple):
    """What was read, with the text that it was read from."""

    document: Document
    plan: Plan | None
    faults: tuple[Fault, ...]


def read(text: str) -> Reading:
    """Return what is read from *text*, whose YAML has no fault of its own."""
    document = parse(text)
    assert document.faults == ()
    decoded = decode(document)
    return Reading(document, decoded.plan, decoded.faults)


def sound(text: str) -> Plan:
    """Return the plan of *text*, which has no fault."""
    reading = read(text)
    assert reading.faults == ()
    assert reading.plan
    return reading.plan


def item_with(written: str) -> Item:
    """Return an item with the field *written*."""
    return sound(ITEM + f"    {written}\n").items[0]


def kinds(reading: Reading) -> list[str]:
    """Return the kind of each fault."""
    return [fault.kind for fault in reading.faults]


def places(reading: Reading) -> list[tuple[str, int, int]]:
    """Return kind, line and column of each fault, in the order of the text."""
    faults = sorted(reading.faults, key=lambda fault: fault.span.start)
    return [(fault.kind, *reading.document.position(fault.span.start)) for fault in faults]


@pytest.mark.parametrize(
    ("field", "value", "hint"),
    [
        ("id", "Engagement with Governments", "Write “engagement-with-governments”, for example."),
        ("id", "4.3 Región", "Write “region”, for example."),
        ("id", "計画", "Choose a short name in plain letters, such as registrars."),
        ("code", "4.3.", "Write “4.3”, for example."),
        ("code", "4/3", "Write “4.3”, for example."),
        ("code", "計", "Write letters or digits with points between them, such as 4.3."),
        ("tags", "[capacity building]", "Write “capacity-building”, for example."),
        ("replaces", "[Political issues]", "Write “political-issues”, for example."),
        (
            "aligns",
            "[A]",
            "Name a framework that the plan declares, then “:” and one of its codes.",
        ),
        ("aligns", "[{icann-2012: A}]", "Put the whole text in quotes."),
        ("status", "[done]", "It is one of: proposed, planned, active, done, on-hold, dropped."),
        ("start", "2014-02-30", "That month ends on 2014-02-28."),
        ("start", "31/8/2014", "Write 2014-08-31."),
        ("start", "04/08/2014", "Write 2014, 2014-08 or 2014-08-31."),
        ("start", "2014-13-01", "Write 2014, 2014-08 or 2014-08-31."),
        ("start", "[2014]", "Write 2014, 2014-08 or 2014-08-31."),
    ],
)
def test_a_hint_says_what_to_write(field: str, value: str, hint: str) -> None:
    lines = {"id": "a", "title": "A", field: value}
    item = ", ".join(f"{key}: {said}" for key, said in lines.items())
    text = f"format: 1\nname: x\ntitle: X\nlanguage: en\nareas: [{{{item}}}]\n"
    assert [fault.hint for fault in decode(parse(text)).faults] == [hint]
