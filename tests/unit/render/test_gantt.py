"""The charts: what Mermaid makes of them. Each name here has once broken a chart of someone's."""

import pytest

from lacplan.model.date import PartialDate
from lacplan.model.plan import Item, Plan
from lacplan.render import catalogue
from lacplan.render.gantt import LONGEST, charts

WORDS = catalogue.of("en")
START, END = PartialDate(2014, 8), PartialDate(2015, 8)


def drawn(*items: Item, title: str = "Plan") -> list[str]:
    """The charts of a plan."""
    return list(charts(Plan(format=1, name="p", title=title, language="en", items=items), WORDS))


def tasks(*items: Item) -> list[str]:
    """What the one chart of a plan holds below its settings."""
    (chart,) = drawn(*items)
    return [line.strip() for line in chart.splitlines()[6:]]


def test_a_bar_reaches_to_the_last_day_of_what_its_end_names() -> None:
    """Ends are inclusive in a plan, and Mermaid is told that they are."""
    (chart,) = drawn(Item(id="x", title="X", start=START, end=END))
    assert "inclusiveEndDates" in chart
    assert chart.endswith("X :2014-08-01, 2015-08-31")


def test_a_start_alone_is_a_milestone_on_its_first_day() -> None:
    """A bar would claim an end that nobody wrote."""
    assert tasks(Item(id="x", title="X", start=START)) == ["X (begins) :milestone, 2014-08-01, 0d"]


def test_an_end_alone_is_a_milestone_on_its_last_day() -> None:
    """2015 ends on 31 December."""
    item = Item(id="x", title="X", end=PartialDate(2015))
    assert tasks(item) == ["X (ends) :milestone, 2015-12-31, 0d"]


def test_an_item_that_ends_before_it_starts_is_not_drawn() -> None:
    """Mermaid would draw a bar of negative width; the item's dates stand in its row."""
    assert drawn(Item(id="x", title="X", start=END, end=START)) == []


def test_a_plan_without_dates_has_no_chart() -> None:
    """Nor has an area without dates."""
    assert drawn(Item(id="x", title="X")) == []


@pytest.mark.parametrize(
    ("status", "task"),
    [
        ("done", "X :done, 2014-08-01, 2015-08-31"),
        ("active", "X :active, 2014-08-01, 2015-08-31"),
        ("planned", "X :2014-08-01, 2015-08-31"),
        ("dropped", "X (dropped) :2014-08-01, 2015-08-31"),
        ("on-hold", "X (on hold) :2014-08-01, 2015-08-31"),
    ],
)
def test_a_status_shows_as_a_colour_or_in_words(status: str, task: str) -> None:
    """Mermaid has a colour for done and for active."""
    assert tasks(Item(id="x", title="X", start=START, end=END, status=status)) == [task]


def test_each_area_has_its_chart_and_each_objective_its_section() -> None:
    """The sections are called by their codes: Mermaid does not wrap a longer name."""
    project = Item(id="p", code="1.1.1", title="P", start=START, end=END)
    objective = Item(id="o", code="1.1", title="O", items=(project,))
    area = Item(id="a", code="1", title="A", items=(objective,))
    (first, second) = drawn(area, Item(id="b", title="B", start=START, end=END))
    assert first.splitlines()[1] == "    title 1 A"
    assert first.splitlines()[6:] == ["    section 1.1", "    1.1.1 P :2014-08-01, 2015-08-31"]
    assert second.splitlines()[1] == "    title B"


def test_two_levels_need_no_sections() -> None:
    """A section for each single bar would say everything twice."""
    project = Item(id="p", title="P", start=START, end=END)
    assert tasks(Item(id="a", title="A", items=(project,))) == ["P :2014-08-01, 2015-08-31"]


def test_a_long_chart_is_split_and_loses_nothing() -> None:
    """Mermaid draws no chart of more than 50,000 characters."""
    projects = [Item(id="p", title=f"P{n:04} " + ":" * 60, start=START) for n in range(900)]
    found = drawn(Item(id="a", title="A", items=tuple(projects)))
    assert len(found) > 2
    assert max(map(len, found)) < LONGEST + 1000
    assert [f"P{n:04}" in "".join(found) for n in range(900)] == [True] * 900


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("a: b", "a#58; b"),
        ("a; b", "a#59; b"),
        ("C#", "C#35;"),
        ("5% more", "5#37; more"),
        ("%%{init: {}}%%", "#37;#37;{init#58; {}}#37;#37;"),
        ("<b>&", "#60;b#62;#38;"),
        ("a\nsection b", "a section b"),
        ("gantt", "#103;antt"),
        ("Section 2", "#83;ection 2"),
        ("title", "#116;itle"),
        ("click here", "#99;lick here"),
        ("2014-08-01 launch", "#50;014-08-01 launch"),
        ("\ufeffgantt", "#65279;gantt"),
        ("x" * 61, "x" * 59 + "…"),
        ("\u202ea", "⟨U+202E⟩a"),
    ],
)
def test_a_name_can_not_break_the_chart(title: str, name: str) -> None:
    """Each was tried with Mermaid 11, which shows the entity codes as what they stand for."""
    item = Item(id="x", title=title, start=START, end=END)
    assert tasks(item) == [f"{name} :2014-08-01, 2015-08-31"]


def test_a_title_needs_no_disarming_but_of_its_marks() -> None:
    """It follows the word “title”, so no word in it is read as one of the grammar's."""
    (chart,) = drawn(Item(id="x", title="X", start=START), title="Section 1: a")
    assert chart.splitlines()[1] == "    title Section 1#58; a"
