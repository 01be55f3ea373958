"""Changes read well at any width, mark words without colour too, and obey no draft."""

from io import StringIO
from pathlib import Path
from typing import Literal

import pytest
from rich.cells import cell_len
from rich.console import Console

from lacplan.cli import chart_table, stat_table
from lacplan.cli.changes_table import report, summary
from lacplan.diff.change import Change, Class, Kind, Weight
from lacplan.diff.chart import chart
from lacplan.diff.compare import diff
from lacplan.document.parse import parse
from lacplan.model.decode import decode
from lacplan.model.plan import Item, Plan
from lacplan.render.changes.names import Side

PLANS = Path(__file__).parents[2] / "golden" / "diff" / "plans"
Colour = Literal["truecolor"] | None

widths = pytest.mark.parametrize("width", [60, 80, 120])
colours = pytest.mark.parametrize("colour", ["truecolor", None], ids=["colour", "plain"])
languages = pytest.mark.parametrize("language", ["en", "es", "ar", "zh"])


def pair(language: str) -> tuple[Side, Side]:
    old, new = (
        decode(parse((PLANS / f"{language}-{name}.yaml").read_text())).plan
        for name in ("old", "new")
    )
    assert old
    assert new
    return Side("plan@old", old), Side("plan@new", new)


def printed(parts, *, width: int = 80, colour: Colour = None, no_color: bool = False) -> str:
    file = StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=colour is not None,
        color_system=colour,
        no_color=no_color,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
    for part in parts:
        console.print(part, crop=False)
    return file.getvalue()


def table(language: str, *, side_by_side: bool = False, **how) -> str:
    old, new = pair(language)
    found = diff(old.plan, new.plan)
    return printed(report(found, old, new, side_by_side=side_by_side), **how)


@widths
@colours
@languages
def test_the_table_is_as_agreed(golden, width, colour, language):
    name = f"{language}-{width}-{'colour' if colour else 'plain'}"
    golden(f"diff/table-{name}.txt", table(language, width=width, colour=colour))


@widths
@colours
@languages
def test_side_by_side_is_as_agreed(golden, width, colour, language):
    name = f"{language}-{width}-{'colour' if colour else 'plain'}"
    text = table(language, width=width, colour=colour, side_by_side=True)
    golden(f"diff/side-by-side-{name}.txt", text)


@widths
@colours
@languages
def test_the_counts_are_as_agreed(golden, width, colour, language):
    old, new = pair(language)
    parts = stat_table.report(diff(old.plan, new.plan), width=width)
    name = f"{language}-{width}-{'colour' if colour else 'plain'}"
    golden(f"diff/stat-{name}.txt", printed(parts, width=width, colour=colour))


@widths
@colours
@languages
def test_the_chart_is_as_agreed(golden, width, colour, language):
    old, new = pair(language)
    parts = chart_table.report(chart(old.plan, new.plan), old, new)
    name = f"{language}-{width}-{'colour' if colour else 'plain'}"
    golden(f"diff/chart-{name}.txt", printed(parts, width=width, colour=colour))


@pytest.mark.parametrize("width", [40, 60, 79, 80, 81, 120, 200])
@pytest.mark.parametrize("side_by_side", [False, True])
@languages
def test_no_line_is_wider_than_the_terminal(width, side_by_side, language):
    text = table(language, width=width, side_by_side=side_by_side)
    assert max(map(cell_len, text.split("\n"))) <= width


@languages
def test_no_line_ends_in_a_space(language):
    for side_by_side in (False, True):
        lines = table(language, side_by_side=side_by_side).split("\n")
        assert [line for line in lines if line != line.rstrip()] == []


def test_every_change_has_its_fingerprint():
    old, new = pair("en")
    found = diff(old.plan, new.plan)
    text = table("en")
    shown = {each.fingerprint for each in found.changes if each.fingerprint in text}
    hidden = {each.kind for each in found.changes if each.fingerprint not in shown}
    assert hidden == {Kind.RENUMBERED}
    assert all(text.count(each) == 1 for each in shown)


def test_without_colour_words_are_marked():
    text = table("en")
    assert "[-should-]" in text
    assert "{+must+}" in text


def test_with_colour_words_are_struck_and_underlined_so_colour_is_not_the_only_sign():
    text = table("en", colour="truecolor")
    assert "\x1b[9;31mshould\x1b[0m" in text
    assert "\x1b[4;32mmust\x1b[0m" in text
    assert "[-" not in text


def test_no_color_brings_the_marks_back():
    text = table("en", colour="truecolor", no_color=True)
    assert "[-should-]" in text
    assert "\x1b[9;31m" not in text


def test_what_a_split_carries_over_is_not_struck_and_rewritten():
    text = " ".join(table("en", width=120).split())
    assert "description: Communities get licences of their own. {+The fee is waived.+}" in text
    assert "description: Unused bands are shared." in text
    assert "not carried on: [-A register of bands is kept on paper.-]" in text


def test_renumbering_is_told_once_for_a_run():
    text = table("en", width=120)
    assert "1.4 to 1.6 became 1.3 to 1.5, and 1 item below likewise" in text
    assert "1.4.1" not in text


def test_text_of_a_draft_is_shown_and_not_obeyed():
    evil = "[red]\x1b[31m\u202e"
    before = Item(id="a", title=f"A{evil}", code="1", lead="x", partners=("p",), extra={"x-a": "1"})
    now = before._replace(
        title=f"B b{evil}", lead=evil, partners=(evil,), code="2", extra={f"x-{evil}": evil}
    )
    fresh = Item(id="b", title=f"New thing {evil}", items=(Item(id="c", title="C", level=1),))
    old, new = (
        Side(f"ref{evil}", Plan(format=1, name="p", title="P", language="en", items=items))
        for items in ((before,), (now, fresh))
    )
    found = diff(old.plan, new.plan)
    for side_by_side in (False, True):
        text = printed(report(found, old, new, side_by_side=side_by_side), width=120)
        assert "[red]␛[31m⟨U+202E⟩" in text
        assert not {"\x1b", "\u202e"} & set(text)
    text = printed(stat_table.report(found, width=120))
    text += printed(chart_table.report(chart(old.plan, new.plan), old, new), width=120)
    assert not {"\x1b", "\u202e"} & set(text)


def test_a_right_to_left_value_does_not_turn_the_arrow_round():
    assert "\u200e → \u200e" in one_edit("lead", "الوزارة", "الهيئة")
    assert " → " in one_edit("lead", "LACNIC", "ICANN")


def one_edit(field: str, old: str, new: str) -> str:
    items = [Item(id="a", title="A", code="1", **{field: value}) for value in (old, new)]
    before, after = (
        Side("p", Plan(format=1, name="p", title="P", language="ar", items=(item,)))
        for item in items
    )
    return printed(report(diff(before.plan, after.plan), before, after, side_by_side=False))


def test_a_long_code_leaves_room_for_its_title():
    code = ".".join(["10"] * 16)
    old, new = (
        Side("p", Plan(format=1, name="p", title="P", language="en", items=items))
        for items in (
            (),
            (
                Item(
                    id="a",
                    title="A",
                    code="1",
                    items=(Item(id="b", title="A title of some words", code=code, level=1),),
                ),
            ),
        )
    )
    text = printed(report(diff(old.plan, new.plan), old, new, side_by_side=False), width=60)
    assert max(map(cell_len, text.split("\n"))) <= 60
    assert "A title of some words" in text


EDIT = Change(kind=Kind.EDITED, weight=Weight(Class.EDITORIAL, "case"))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([EDIT], "1 change: 1 edited; 1 editorial"),
        ([EDIT, EDIT], "2 changes: 2 edited; all editorial"),
        (
            [EDIT, EDIT._replace(kind=Kind.ADDED, weight=Weight(Class.SUBSTANTIVE, "it is new"))],
            "2 changes: 1 added, 1 edited; 1 substantive, 1 editorial",
        ),
    ],
)
def test_the_last_line_counts(changes, said):
    assert summary(changes) == said


def test_an_item_without_a_code_is_found_by_its_parent():
    plan = Plan(format=1, name="p", title="P", language="en", items=(Item(id="a", title="A"),))
    more = plan._replace(
        items=(Item(id="a", title="A", items=(Item(id="b", title="Another", level=1),)),)
    )
    old, new = Side("old", plan), Side("new", more)
    there = printed(report(diff(plan, more), old, new, side_by_side=False))
    back = printed(report(diff(more, plan), new, old, side_by_side=False))
    assert "Another · added to A" in there
    assert "Another · removed from A" in back


def test_the_chart_counts_each_old_item_once():
    """One that was moved and reworded is neither one of the moved nor one of the reworded."""
    below = Item(id="b", title="B", level=1)
    old = (Item(id="a", title="A", items=(below,)), Item(id="c", title="C"))
    reworded = below._replace(title="Other words")
    new = (Item(id="a", title="A"), Item(id="c", title="D", items=(reworded,)))
    plans = [Plan(format=1, name="p", title="P", language="en", items=each) for each in (old, new)]
    told = chart_table.summary(chart(*plans))
    assert told == "3 old items: 1 kept, 1 reworded, 1 moved and reworded; 0 new"
