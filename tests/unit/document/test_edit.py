"""Edits, before and after: what is meant changes, and nothing else."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from lacplan.document.edit import Bare, insert, insert_key, move, remove, replace
from lacplan.document.parse import parse
from lacplan.document.tree import Document, unparse
from lacplan.errors import LacplanError

DRAFT = """\
# The plan. This stays.
areas:
  # About the first.
  - id: a  # beside
    title: 'Old title'
    # below the first

  # About the second.
  - id: b
    notes: >-
      One paragraph that
      was wrapped by hand.

      Another one.
    projects:
      - id: p
  # at the end of the list
"""


def after(text: str, edit: Callable[[Document], Document]) -> str:
    return unparse(edit(parse(dedent(text))))


def test_a_text_keeps_its_quotes() -> None:
    made = after(DRAFT, lambda draft: replace(draft, ("areas", 0, "title"), "It's new"))
    assert made == DRAFT.replace("'Old title'", "'It''s new'")


def test_only_the_paragraph_that_changed_is_wrapped_anew() -> None:
    text = "One paragraph that was wrapped by hand.\nAn other."
    made = after(DRAFT, lambda draft: replace(draft, ("areas", 1, "notes"), text))
    assert made == DRAFT.replace("Another one.", "An other.")


def test_what_is_taken_away_takes_its_comments_along_and_no_others() -> None:
    made = after(DRAFT, lambda draft: remove(draft, ("areas", 0)))
    start, end = DRAFT.index("  # About the first."), DRAFT.index("\n  # About the second.")
    assert made == DRAFT[:start] + DRAFT[end + 1 :]


def test_what_moves_takes_its_comments_along() -> None:
    made = after(DRAFT, lambda draft: move(draft, ("areas", 0), ("areas",), 1))
    assert made.index("# About the second.") < made.index("# About the first.")
    assert made.index("- id: a  # beside") < made.index("# below the first")
    assert made.index("# below the first") < made.index("# at the end of the list")
    assert sorted(made.split()) == sorted(DRAFT.split())


def test_what_moves_is_indented_for_its_new_place() -> None:
    made = after(DRAFT, lambda draft: move(draft, ("areas", 0), ("areas", 1, "projects"), 0))
    assert "      # About the first.\n      - id: a  # beside\n        title: 'Old title'\n" in made


def test_the_first_key_behind_a_dash_can_go() -> None:
    text = "- id: a\n  title: A\n- id: b\n"
    assert after(text, lambda draft: remove(draft, (0, "id"))) == "- title: A\n- id: b\n"


def test_the_last_entry_leaves_an_empty_list() -> None:
    text = "areas:  # all of them\n  - id: a\nstage: draft\n"
    made = after(text, lambda draft: remove(draft, ("areas", 0)))
    assert made == "areas: []  # all of them\nstage: draft\n"


def test_an_empty_list_takes_a_first_entry() -> None:
    made = after("areas: []  # none yet\n", lambda draft: insert(draft, ("areas",), 0, {"id": "a"}))
    assert made == "areas:  # none yet\n  - id: a\n"


def test_an_entry_goes_into_brackets_where_the_others_are() -> None:
    text = "tags: [a, c]\n"
    assert after(text, lambda draft: insert(draft, ("tags",), 1, "b")) == "tags: [a, b, c]\n"


def test_a_key_comes_before_another() -> None:
    text = "- id: a\n  title: A\n"
    made = after(text, lambda draft: insert_key(draft, (0,), 1, "target", Bare("60")))
    assert made == "- id: a\n  target: 60\n  title: A\n"


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_and_a_missing_last_one_stay(newline: str) -> None:
    text = newline.join(["areas:", "  - id: a", "  - id: b"])
    made = unparse(insert(parse("\ufeff" + text), ("areas",), 2, {"id": "c"}))
    assert made == "\ufeff" + newline.join(["areas:", "  - id: a", "  - id: b", "  - id: c"])


@pytest.mark.parametrize("text", ["1.10", "no", "null", "- a", "a: b", "#x", "", " a", "ends:"])
def test_a_text_stays_a_text(text: str) -> None:
    made = replace(parse("title: Old\n"), ("title",), text)
    assert made.root is not None
    value = made.root.entries[0][1]  # type: ignore[union-attr]
    assert value.value == text  # type: ignore[union-attr]
    assert not value.is_null  # type: ignore[union-attr]


def test_no_alias_is_left_without_its_anchor() -> None:
    draft = parse("one: &x text\ntwo: *x\n")
    with pytest.raises(LacplanError) as raised:
        remove(draft, ("one",))
    assert raised.value.hint


@pytest.mark.parametrize(
    "edit",
    [
        lambda draft: replace(draft, ("areas",), "x"),
        lambda draft: replace(draft, ("nothing",), "x"),
        lambda draft: insert(draft, ("stage",), 0, "x"),
        lambda draft: insert_key(draft, (), 0, "stage", "x"),
        lambda draft: remove(draft, ()),
        lambda draft: move(draft, ("areas", 0), ("areas", 0, "projects"), 0),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_remedy(
    edit: Callable[[Document], Document],
) -> None:
    draft = parse("stage: draft\nareas:\n  - id: a\n    projects: [{id: p}]\n")
    with pytest.raises(LacplanError) as raised:
        edit(draft)
    assert raised.value.hint
