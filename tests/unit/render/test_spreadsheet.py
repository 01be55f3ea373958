"""The table of items: what a program reads back, and what a spreadsheet must not compute."""

import csv
from collections.abc import Callable
from decimal import Decimal

import pytest

from lacplan.model.fields import ITEM
from lacplan.model.plan import Budget, Item, Plan
from lacplan.render import spreadsheet
from lacplan.render.spreadsheet import render


def rows(text: str) -> list[dict[str, str]]:
    """The rows as a program reads them."""
    return list(csv.DictReader(text.splitlines(keepends=True)))


def row(**fields: object) -> dict[str, str]:
    """The one row of a plan that holds one item."""
    item = Item(**({"id": "x", "title": "X"} | fields))  # type: ignore[arg-type]
    (found,) = rows(render(Plan(format=1, name="p", title="P", language="en", items=(item,))))
    return found


def test_the_table_is_as_agreed(plan: Plan, golden: Callable[[str, str], None]) -> None:
    """One row an item, in the draft's order."""
    golden("render/full.csv", render(plan))


def test_every_field_of_an_item_has_its_column() -> None:
    """In the order of the format's own specification; a budget has two."""
    columns = [name.split(".")[0] for name in spreadsheet.COLUMNS]
    assert list(dict.fromkeys(columns)) == [field.key for field in ITEM.fields]


def test_a_plan_without_items_has_its_header() -> None:
    """A program that reads the table need not ask first."""
    text = render(Plan(format=1, name="p", title="P", language="en"))
    assert text.startswith("level,parent,id,code,title,")
    assert text.count("\r\n") == 1


def test_a_row_says_where_its_item_stands(plan: Plan) -> None:
    """The key of its level, and its parent's id."""
    found = {each["id"]: (each["level"], each["parent"]) for each in rows(render(plan))}
    assert found["economic"] == ("areas", "")
    assert found["registrars"] == ("objectives", "economic")
    assert found["liaison"] == ("projects", "registrars")


def test_a_list_is_joined_and_a_budget_parted() -> None:
    """A number is written as the draft writes it, whatever the plan's language."""
    found = row(partners=("A", "B"), budget=Budget(amount=Decimal("80000.50"), currency="USD"))
    assert found["partners"] == "A; B"
    assert (found["budget.amount"], found["budget.currency"]) == ("80000.50", "USD")


def test_fields_of_ones_own_have_columns(plan: Plan) -> None:
    """Text as text, anything nested as JSON."""
    found = row(extra={"x-a": "b", "x-c": {"d": ["é"]}, "x-e": None})
    assert (found["x-a"], found["x-c"], found["x-e"]) == ("b", '{"d": ["é"]}', "")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\rx", "'\rx"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠a", "'＠a"),
        ("a; =1", "a;' =1"),
        ("- a\n- b", "'- a\n- b"),
    ],
)
def test_a_formula_is_disarmed(text: str, cell: str) -> None:
    """After white space too, in full width, and where a program parts cells at semicolons."""
    assert row(description=text)["description"] == cell


@pytest.mark.parametrize("text", ["-5", "+5", "-5.25", "-1,5", "5-6", "a=b", "a@b.org", "2014-08"])
def test_what_is_no_formula_is_left_alone(text: str) -> None:
    """A signed number stays a number."""
    assert row(description=text)["description"] == text


def test_a_formula_in_a_list_or_a_field_of_ones_own_is_disarmed_too() -> None:
    """Wherever a draft's text ends up, the name of a column included."""
    found = row(partners=("a", "=1"), extra={"x-a": "=1", "=x": ""}, title="=1")
    assert found["partners"] == "a;' =1"
    assert found["x-a"] == "'=1"
    assert "'=x" in found
    assert found["title"] == "'=1"
