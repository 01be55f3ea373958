"""Items and indicators added, changed, moved and taken away: before and after."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from lacplan.document.parse import parse
from lacplan.document.tree import Document, unparse
from lacplan.edit import items
from lacplan.edit.assignment import assignment, fresh
from lacplan.edit.places import Places
from lacplan.errors import LacplanError
from lacplan.model.decode import decode

DRAFT = """\
format: 1
name: p
title: P
language: en
areas:
  # about a
  - id: a
    code: "1"
    title: A
    objectives:
      # about o
      - id: o
        code: "1.1"
        title: O  # beside o
        partners: [LACNIC, LACTLD]
        projects:
          - {id: x, title: X}
      - id: p
        title: P
  - id: b
    code: "2"
    title: B
"""

Edit = Callable[[Document, Places], Document]


def opened(text: str) -> tuple[Document, Places]:
    document = parse(text)
    plan = decode(document).plan
    assert plan is not None
    return document, Places(document, plan.levels)


def made(edit: Edit, text: str = DRAFT) -> str:
    return unparse(edit(*opened(text)))


def set_fields(name: str, *typed: str) -> Edit:
    def edit(document: Document, places: Places) -> Document:
        place = places.find(name)
        shape = items.shape_at(places, place.path)
        given = [assignment(each, shape, "an item") for each in typed]
        return items.assign(document, places, place, given)

    return edit


def add_to(parent: str | None, *typed: str, at: int = 99, indicator: bool = False) -> Edit:
    def edit(document: Document, places: Places) -> Document:
        to = items.list_for(places, places.find(parent) if parent else None, indicator=indicator)
        shape = items.shape_at(places, to).each
        value = fresh(assignment(each, shape, "an item") for each in typed)
        return items.add(document, places, to, at, {"title": "New", "id": "new", **value})

    return edit


def move_to(name: str, parent: str, at: int = 99) -> Edit:
    def edit(document: Document, places: Places) -> Document:
        place = places.find(name)
        to = items.list_for(places, places.find(parent), indicator=place.level is None)
        return items.relocate(document, places, place, to, at)

    return edit


# Add


def test_an_item_is_added_last_with_its_fields_in_the_order_of_the_format() -> None:
    assert made(add_to("a", "lead=L", "start=2014", "x-own=1")) == DRAFT.replace(
        "        title: P\n",
        "        title: P\n      - id: new\n        title: New\n        lead: L\n"
        '        start: 2014\n        x-own: "1"\n',
    )


def test_an_item_is_added_to_a_list_that_is_not_there_yet() -> None:
    assert made(add_to("b")) == (f"{DRAFT}    objectives:\n      - id: new\n        title: New\n")


def test_an_item_is_added_at_the_top_and_first() -> None:
    assert made(add_to(None, at=0)) == DRAFT.replace(
        "  # about a\n", "  - id: new\n    title: New\n  # about a\n"
    )


def test_an_indicator_stands_before_the_items() -> None:
    assert made(add_to("a", "unit=%", "baseline=20", indicator=True)) == DRAFT.replace(
        "    title: A\n",
        "    title: A\n    indicators:\n      - id: new\n        title: New\n"
        '        unit: "%"\n        baseline: 20\n',
    )


@pytest.mark.parametrize(
    ("parent", "indicator", "told"),
    [("x", False, "innermost level"), (None, True, "belongs to an item")],
)
def test_where_nothing_can_lie_nothing_is_added(parent, indicator, told) -> None:
    with pytest.raises(LacplanError, match=told):
        made(add_to(parent, indicator=indicator))


@pytest.mark.parametrize(
    ("title", "id"),
    [("Más Países", "mas-paises"), ("O", "o-2"), ("5 visits", "visits")],
)
def test_an_id_is_made_from_the_title_and_is_new(title: str, id: str) -> None:
    assert items.new_id(title, opened(DRAFT)[1]) == id


def test_a_title_without_latin_letters_makes_no_id() -> None:
    with pytest.raises(LacplanError, match="No id can be made"):
        items.new_id("計画", opened(DRAFT)[1])


# Set


@pytest.mark.parametrize(
    ("typed", "old", "new"),
    [
        ("title=It's", "title: O  #", "title: It's  #"),
        ("lead=LACNIC", "        partners", "        lead: LACNIC\n        partners"),
        ("end=2014-08", "        projects", "        end: 2014-08\n        projects"),
        ("countries=UY, NO", "        projects", '        countries:\n          - UY\n          - "NO"\n        projects'),  # noqa: E501
        ("partners+=A, B", "LACTLD]", 'LACTLD, "A, B"]'),
        ("partners-=LACNIC", "[LACNIC, LACTLD]", "[LACTLD]"),
        ("partners=", "        partners: [LACNIC, LACTLD]\n", ""),
        ("code=", '        code: "1.1"\n', ""),
        ("budget.amount=5000", "        projects", "        budget:\n          amount: 5000\n        projects"),  # noqa: E501
        ("x-mine=no", "        projects", '        x-mine: "no"\n        projects'),
    ],
)  # fmt: skip
def test_a_field_is_set(typed: str, old: str, new: str) -> None:
    assert DRAFT.count(old) == 1
    assert made(set_fields("o", typed)) == DRAFT.replace(old, new)


def test_a_list_is_replaced_entry_by_entry_and_keeps_what_stays() -> None:
    text = DRAFT.replace(
        "[LACNIC, LACTLD]", "\n          - LACNIC  # since 2013\n          - LACTLD\n          - C"
    )
    after = made(set_fields("o", "partners=New", "partners=C", "partners=LACNIC"), text)
    assert after == text.replace(
        "          - LACNIC  # since 2013\n          - LACTLD\n          - C\n",
        "          - New\n          - C\n          - LACNIC  # since 2013\n",
    )


def test_the_last_entry_takes_its_field_along() -> None:
    assert "partners" not in made(set_fields("o", "partners-=LACNIC", "partners-=LACTLD"))


def test_what_is_not_there_can_not_be_taken_from_a_list() -> None:
    with pytest.raises(LacplanError, match="has no entry “X”") as met:
        made(set_fields("o", "partners-=X"))
    assert met.value.hint == "It has “LACNIC”, “LACTLD”."


@pytest.mark.parametrize(
    ("typed", "told", "hint"),
    [
        ("leed=x", "There is no field “leed”", "Did you mean “lead”?"),
        ("id=x", "is lasting", "replaces"),
        ("title+=x", "“title” is no list", "title=…"),
        ("budget=5", "fields of its own", "budget.amount=…"),
        ("budget.amuont=5", "There is no field “amuont”", "Did you mean “amount”?"),
        ("projects=x", "list of blocks", "item add"),
        ("indicators=x", "list of blocks", "--indicator"),
        ("title", "assigns nothing", "key=value"),
        ("title.x=5", "nothing like “title.x”", "lacplan fields"),
    ],
)
def test_what_can_not_be_set_is_told(typed: str, told: str, hint: str) -> None:
    with pytest.raises(LacplanError, match=told) as met:
        made(set_fields("o", typed))
    assert hint in str(met.value.hint)


def test_what_is_there_already_changes_nothing() -> None:
    document, places = opened(DRAFT)
    edit = set_fields("o", "title=O", "partners=LACNIC", "partners=LACTLD", "lead=")
    assert edit(document, places) is document


# Move and remove


def test_an_item_moves_with_its_comments_and_what_lies_under_it() -> None:
    block = DRAFT[DRAFT.index("      # about o") : DRAFT.index("      - id: p\n")]
    assert made(move_to("o", "b")) == DRAFT.replace(block, "") + f"    objectives:\n{block}"


def test_a_list_that_a_move_empties_goes() -> None:
    after = made(lambda *draft: move_to("x", "p")(*draft))
    assert after.count("projects:") == 1
    assert after.index("id: p\n") < after.index("projects:")


def test_an_item_moves_among_its_siblings() -> None:
    after = made(move_to("p", "a", at=0))
    assert after.index("id: p\n") < after.index("# about o")


def test_an_item_is_taken_away_with_all_that_is_its_own() -> None:
    block = DRAFT[DRAFT.index("      # about o") : DRAFT.index("      - id: p\n")]
    document, places = opened(DRAFT)
    assert unparse(items.take_away(document, places.find("o"))) == DRAFT.replace(block, "")


def test_a_list_with_a_comment_stays_when_it_is_emptied() -> None:
    text = f"{DRAFT}    # why\n    objectives:\n      - id: only\n        title: T\n"
    document, places = opened(text)
    after = unparse(items.take_away(document, places.find("only")))
    assert after.endswith("    # why\n    objectives: []\n")


# Places


def test_ids_come_before_codes_and_two_bearers_of_one_are_told() -> None:
    _, places = opened(DRAFT)
    assert places.find("1.1").id == "o"
    _, twice = opened(DRAFT.replace("id: p\n", "id: o\n"))
    with pytest.raises(LacplanError, match=r"may be “1\.1 O” or “P”"):
        twice.find("o")
    with pytest.raises(LacplanError) as met:
        places.find("1.2")
    assert met.value.hint == "Did you mean “1.1”?"


def test_behind_an_alias_nothing_is_edited() -> None:
    text = dedent("""\
        areas:
          - id: a
            title: A
            objectives: &o
              - {id: o, title: O}
          - id: b
            title: B
            objectives: *o
        """)
    document, places = opened(text)
    second = [place for place in places.all if place.id == "o"][1]
    with pytest.raises(LacplanError, match="alias"):
        items.take_away(document, second)
