"""The page: whole pages as agreed, and what each part of it promises."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from markdown_it import MarkdownIt

from lacplan.model.date import PartialDate
from lacplan.model.plan import Framework, Indicator, Item, Level, Organization, Plan
from lacplan.render.markdown import render

DIGEST = "9f2c41d07ab3" * 5 + "9f2c"
Golden = Callable[[str, str], None]


def page(plan: Plan, *, version: str | None = None) -> str:
    """A page of the plan as it stands in the working tree."""
    return render(plan, ref="lac-2013", digest=DIGEST, version=version)


def plan_of(*items: Item, levels: int = 3, language: str = "en") -> Plan:
    """A plan that holds nothing but its items."""
    keys = ("areas", "goals", "objectives", "outcomes", "outputs", "projects", "tasks", "steps")
    return Plan(
        format=1,
        name="tiny",
        title="Tiny",
        language=language,
        levels=tuple(Level(key=key, label=key[:-1].capitalize()) for key in keys[:levels]),
        items=items,
    )


def chain(depth: int, level: int = 0) -> Item:
    """Items one in another, *depth* of them, each named for its level."""
    below = (chain(depth - 1, level + 1),) if depth > 1 else ()
    return Item(id=f"level-{level}", title=f"Item {level}", level=level, items=below)


def test_a_full_page_is_as_agreed(plan: Plan, golden: Golden) -> None:
    """Read this file to judge how a page reads."""
    golden("render/full-es.md", render(plan, ref="lac-2013@v1", digest=DIGEST, version="v1"))


@pytest.mark.parametrize("language", ["en", "pt-BR", "fr", "de", "ar"])
def test_the_same_page_in_another_language_is_as_agreed(
    language: str, plan: Plan, golden: Golden
) -> None:
    """The page's own words change, and dates, numbers and countries; the draft's text does not."""
    golden(f"render/full-{language}.md", page(plan._replace(language=language)))


def test_a_plan_of_one_level_is_as_agreed(golden: Golden) -> None:
    """Its items are headings, and its chart is one."""
    items = (
        Item(id="first", title="First", start=PartialDate(2014, 8), end=PartialDate(2015)),
        Item(id="second", title="Second", end=PartialDate(2016, 6, 30), lead="ICANN"),
    )
    golden("render/one-level.md", page(plan_of(*items, levels=1)))


def test_a_plan_of_eight_levels_is_as_agreed(golden: Golden) -> None:
    """No heading is deeper than Markdown's sixth, and the innermost level is a table."""
    golden("render/eight-levels.md", page(plan_of(chain(8), levels=8)))


def test_a_plan_without_items_is_as_agreed(golden: Golden) -> None:
    """No heading stands over nothing."""
    golden("render/empty.md", page(plan_of()))


def test_an_objective_without_projects_keeps_its_heading() -> None:
    """Only the innermost level makes a table, even where nothing lies under a level above it."""
    text = page(plan_of(Item(id="a", title="A", items=(Item(id="b", level=1, title="B"),))))
    assert '### <a id="b"></a>B' in text


def test_a_table_has_only_the_columns_that_say_something() -> None:
    """Neither codes nor leads, so neither column."""
    project = Item(id="b", level=1, title="B", status="done")
    text = page(plan_of(Item(id="a", title="A", items=(project,)), levels=2))
    assert '| Goal | Status |\n| --- | --- |\n| <a id="b"></a>B | done |' in text


def test_an_item_is_reached_by_its_id_and_never_by_its_code(plan: Plan) -> None:
    """Each link within the page leads to an anchor of the page."""
    text = page(plan)
    links = {
        target
        for block in MarkdownIt("commonmark").enable("table").parse(text)
        for token in block.children or ()
        if token.type == "link_open" and (target := str(token.attrGet("href"))).startswith("#")
    }
    assert {"#political", "#registrars", "#disputes"} <= links
    assert all(f'<a id="{link[1:]}"></a>' in text for link in links)


def test_indicators_have_anchors_too(plan: Plan) -> None:
    """They are items of their own to diff and to those who comment."""
    assert '| <a id="agreements"></a>Acuerdos firmados |' in page(plan)


@pytest.mark.parametrize("id", ["", "A b", 'x"></a><script>', "ñ"])
def test_a_malformed_id_gives_no_anchor_and_no_link(id: str) -> None:
    """A faulty draft still makes a page."""
    text = page(plan_of(Item(id=id, title="Title")))
    assert "## Title" in text
    assert "- Title" in text


def test_an_item_without_a_title_is_called_by_its_id() -> None:
    """A faulty draft still makes a page that can be read."""
    assert '## <a id="nameless"></a>nameless' in page(plan_of(Item(id="nameless", title="")))


def test_the_page_says_what_it_was_made_from(plan: Plan) -> None:
    """In its last line, so that two printed pages can be told apart."""
    last = page(plan).splitlines()[-1]
    assert "`lac-2013`" in last
    assert DIGEST in last


def test_a_draft_without_a_label_is_called_a_working_draft(plan: Plan) -> None:
    """In the words of the plan's language."""
    assert "borrador de trabajo" in page(plan)
    assert "borrador de trabajo" not in page(plan, version="draft-01")


def test_an_organization_is_linked_only_to_the_web() -> None:
    """Another address is shown beside it, and can't be clicked."""
    body = Organization(name="ICANN", url="javascript:alert(1)")
    assert "ICANN (javascript:alert(1))" in page(plan_of()._replace(organization=body))


def test_a_gap_in_the_alignment_can_be_seen(plan: Plan) -> None:
    """A code that nothing aligns with has its row all the same."""
    framework = Framework(id="f", title="F", codes=(("A", "Alpha"), ("B", "Beta")))
    item = Item(id="x", code="1", title="X", aligns=("f:A",))
    text = page(plan_of(item)._replace(frameworks=(framework,)))
    assert "| A Alpha | [1](#x) |\n| B Beta |  |" in text


def test_a_framework_that_is_not_declared_has_its_table_too(plan: Plan) -> None:
    """Nothing that an item says is lost for a fault elsewhere."""
    text = page(plan_of(Item(id="x", code="1", title="X", aligns=("nowhere:A",))))
    assert "### nowhere\n\n| Code | [1 X](#x) |\n| --- | --- |\n| A | [1](#x) |" in text


def test_many_areas_share_one_column_of_the_alignment() -> None:
    """A table that is wider than a page can't be read."""
    items = [Item(id=f"x{n}", code=str(n), title="X", aligns=("f:A",)) for n in range(9)]
    assert "| Code | Aligned with it |\n| --- | --- |\n| A | [0](#x0), [1](#x1)," in page(
        plan_of(*items)
    )


def test_a_number_keeps_all_its_digits() -> None:
    """CLDR's own patterns would round to three places."""
    indicator = Indicator(id="i", title="I", target=Decimal("1234567.123456789"))
    assert "1,234,567.123456789" in page(plan_of(Item(id="x", title="X", indicators=(indicator,))))


@pytest.mark.parametrize("language", ["ar", "he", "fa-IR", "ur"])
def test_a_page_from_right_to_left_is_wrapped(language: str) -> None:
    """The blank lines about the wrapper keep the Markdown within it alive."""
    text = page(plan_of(Item(id="x", title="X"), language=language))
    assert text.startswith('<div dir="rtl">\n\n# Tiny\n')
    assert text.endswith("\n\n</div>\n")


def test_the_facts_below_a_list_are_a_list_of_their_own() -> None:
    """Two lists with one kind of bullet would run into one."""
    item = Item(id="x", title="X", opportunities=("O",), partners=("P",))
    assert "* O\n\n- *Partners:* P" in page(plan_of(item))


def test_an_extra_field_is_shown_as_it_was_written() -> None:
    """Text as text, anything nested as JSON."""
    item = Item(id="x", title="X", extra={"x-a": "a|b", "x-b": {"c": ["d", None]}, "x-c": None})
    assert '- *x-a:* a&#124;b\n- *x-b:* `{"c": ["d", null]}`\n- *x-c:* —' in page(plan_of(item))
