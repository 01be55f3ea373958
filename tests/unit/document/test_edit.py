"""Edits, before and after: what is meant changes, and nothing else."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from lacplan.document import edit
from lacplan.document.edit import Bare, find, insert, insert_key, move, remove, replace
from lacplan.document.parse import parse
from lacplan.document.tree import Document, Scalar, unparse
from lacplan.errors import LacplanError, OwnFault

Change = Callable[[Document], Document]

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


def after(text: str, change: Change) -> str:
    return unparse(change(parse(text)))


def check(change: Change, before: str, expected: str) -> None:
    """Compare what *change* makes of *before*, both written with the indentation of the test."""
    assert after(dedent(before), change) == dedent(expected)


# Texts


def test_a_text_keeps_its_quotes() -> None:
    made = after(DRAFT, lambda draft: replace(draft, ("areas", 0, "title"), "It's new"))
    assert made == DRAFT.replace("'Old title'", "'It''s new'")


def test_only_the_paragraph_that_changed_is_wrapped_anew() -> None:
    text = "One paragraph that was wrapped by hand.\nAn other."
    made = after(DRAFT, lambda draft: replace(draft, ("areas", 1, "notes"), text))
    assert made == DRAFT.replace("Another one.", "An other.")


def test_a_text_that_is_there_already_changes_nothing() -> None:
    draft = parse(DRAFT)
    assert replace(draft, ("areas", 0, "title"), "Old title") is draft


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("a: old # c\n", "a: new # c\n"),
        ("a: 'old' # c\n", "a: 'new' # c\n"),
        ('a: "old" # c\n', 'a: "new" # c\n'),
        ("a: |\n  old\n# c\n", "a: |\n  new\n# c\n"),
        ("a: |-   # c\n    old\n", "a: |-   # c\n    new\n"),
        ("a: >+\n  old\n\nb: 1\n", "a: >+\n  new\nb: 1\n"),
        ("a: |2-\n    old\n", "a: |2-\n  new\n"),
        ("a: old\n  words\n", "a: new\n"),
        ("a:\n  old\n  words\n", "a:\n  new\n"),
        ("{b: 1, a: old}\n", "{b: 1, a: new}\n"),
        ("? a\n: old\n", "? a\n: new\n"),
        ("a: &x old\nb: *x\n", "a: &x new\nb: *x\n"),
        ("a: &x # c\n  old\n", "a: &x # c\n  new\n"),
        ("b: &x old\na: *x\n", "b: &x old\na: new\n"),
        ("a:\n", "a: new\n"),
        ("a: # c\n", "a: new # c\n"),
        ("a: &x\nb: *x\n", "a: &x new\nb: *x\n"),
        ("a: ~\n", "a: new\n"),
        ("a: null # c\n", "a: new # c\n"),
        ("? a\n", "? a\n: new\n"),
        ("{a, b: }\n", "{a: new, b: }\n"),
        ("{a: , b}\n", "{a: new , b}\n"),
        ("a: old", "a: new"),
        ("a: old\r\n", "a: new\r\n"),
        ("\ufeffa: old\n", "\ufeffa: new\n"),
    ],
)
def test_a_text_is_replaced_in_the_style_that_stands_there(before: str, expected: str) -> None:
    assert after(before, lambda draft: replace(draft, ("a",), "new")) == expected


def test_a_short_text_that_grows_long_becomes_a_folded_one_and_its_comment_goes_along() -> None:
    long = (
        "The registries of the region meet twice a year, and "
        + "they report on it, " * 2
        + "at last."
    )
    check(
        lambda draft: replace(draft, ("a",), long),
        """\
        a: Short.  # why
        b: 1
        """,
        """\
        a: >-  # why
          The registries of the region meet twice a year, and they report on it, they report on
          it, at last.
        b: 1
        """,
    )


def test_no_comment_below_becomes_part_of_a_text_that_grows() -> None:
    text = "a: Short.\n    # deep\nb: 1\n"
    assert after(text, lambda draft: replace(draft, ("a",), "1\n2")) == text.replace(
        "Short.", '"1\\n2"'
    )


@pytest.mark.parametrize("text", ["1.10", "no", "null", "- a", "a: b", "#x", "", " a", "ends:"])
def test_a_text_stays_a_text(text: str) -> None:
    value = find(replace(parse("title: Old\n"), ("title",), text), ("title",))
    assert isinstance(value, Scalar)
    assert (value.value, value.is_null) == (text, False)


def test_a_bare_word_takes_the_place_of_any_text() -> None:
    assert after("a: 'x' # c\n", lambda draft: replace(draft, ("a",), Bare("5"))) == "a: 5 # c\n"
    text = "a: | # c\n  x\n"
    assert after(text, lambda draft: replace(draft, ("a",), Bare("5"))) == "a: 5 # c\n"


def test_of_equal_keys_the_first_is_meant() -> None:
    text = "a: 1\na: 2\n<<: {b: 3}\n"
    assert after(text, lambda draft: replace(draft, ("a",), "x")) == "a: x\na: 2\n<<: {b: 3}\n"


# Taking away


def test_what_is_taken_away_takes_its_comments_along_and_no_others() -> None:
    made = after(DRAFT, lambda draft: remove(draft, ("areas", 0)))
    start, end = DRAFT.index("  # About the first."), DRAFT.index("\n  # About the second.")
    assert made == DRAFT[:start] + DRAFT[end + 1 :]


def test_a_banner_stays_where_it_is() -> None:
    check(
        lambda draft: remove(draft, ("areas", 0)),
        """\
        areas:

          # ---- Politics ----

          # over a
          - id: a

          # ---- Growth ----

          - id: b
        """,
        """\
        areas:

          # ---- Politics ----

          # ---- Growth ----

          - id: b
        """,
    )


def test_comments_of_the_next_entry_stay_and_deeper_ones_below_go() -> None:
    check(
        lambda draft: remove(draft, ("a",)),
        """\
        # head
        a:
          b: 1
          # deeper, below
        # over c
        c: 2
        """,
        """\
        # head
        # over c
        c: 2
        """,
    )


def test_a_comment_at_the_margin_between_deep_entries_belongs_to_the_one_below() -> None:
    text = "a:\n    - b\n# over c\n    - c\n"
    assert after(text, lambda draft: remove(draft, ("a", 0))) == "a:\n# over c\n    - c\n"
    assert after(text, lambda draft: remove(draft, ("a", 1))) == "a:\n    - b\n"


@pytest.mark.parametrize(
    ("gone", "expected"),
    [(0, "- b\n\n- c\n"), (1, "- a\n\n- c\n"), (2, "- a\n\n- b\n")],
)
def test_what_is_evenly_spaced_stays_so(gone: int, expected: str) -> None:
    assert after("- a\n\n- b\n\n- c\n", lambda draft: remove(draft, (gone,))) == expected


def test_what_stands_in_groups_stays_so() -> None:
    text = "- a\n\n- b\n- c\n"
    assert after(text, lambda draft: remove(draft, (1,))) == "- a\n\n- c\n"
    assert after(text, lambda draft: insert(draft, (), 1, "x")) == "- a\n\n- x\n- b\n- c\n"


def test_a_text_that_keeps_blank_lines_goes_with_them() -> None:
    text = "- a\n\n- |+\n  b\n\n- c\n"
    assert after(text, lambda draft: remove(draft, (1,))) == "- a\n\n- c\n"
    text = "a: |+\n  x\n\nb: 2"
    assert after(text, lambda draft: remove(draft, ("b",))) == "a: |+\n  x\n\n"


def test_blank_lines_do_not_join_the_text_above() -> None:
    text = "- |+\n  a\n- b\n\n- c\n"
    assert after(text, lambda draft: remove(draft, (1,))) == "- |+\n  a\n- c\n"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("areas:  # all\n  - id: a\nb: 1\n", "areas: []  # all\nb: 1\n"),
        ("areas:\n  # over\n  - id: a # c\n    # c\n", "areas: []\n"),
        ("areas:\n- id: a\nb: 1\n", "areas: []\nb: 1\n"),
        ("areas: &x # c\n  - id: a\nb: *x\n", "areas: &x [] # c\nb: *x\n"),
        ("? areas\n: - id: a\n", "? areas\n: []\n"),
        ("areas: [a]\n", "areas: []\n"),
        ("areas: [\n  a, # c\n]\n", "areas: [\n]\n"),
        ("areas:\n  - id: a", "areas: []"),
        ("areas:\r\n  - id: a\r\n", "areas: []\r\n"),
    ],
)
def test_the_last_entry_leaves_an_empty_list(before: str, expected: str) -> None:
    assert after(before, lambda draft: remove(draft, ("areas", 0))) == expected


def test_the_last_key_leaves_empty_braces() -> None:
    assert after("# head\na: 1 # c\n", lambda draft: remove(draft, ("a",))) == "# head\n{}\n"
    assert after("- a: 1\n- b\n", lambda draft: remove(draft, (0, "a"))) == "- {}\n- b\n"


def test_the_first_key_behind_a_dash_can_go() -> None:
    text = "- id: a  # c\n\n  # over\n  title: A\n- id: b\n"
    assert after(text, lambda draft: remove(draft, (0, "id"))) == "- # over\n  title: A\n- id: b\n"
    text = "- - a\n  - b\n- c\n"
    assert after(text, lambda draft: remove(draft, (0, 0))) == "- - b\n- c\n"


@pytest.mark.parametrize(
    ("place", "expected"),
    [(0, "[b, c] # c\n"), (1, "[a, c] # c\n"), (2, "[a, b] # c\n")],
)
def test_an_entry_goes_out_of_brackets(place: int, expected: str) -> None:
    assert after("[a, b, c] # c\n", lambda draft: remove(draft, (place,))) == expected


def test_an_entry_with_lines_of_its_own_in_brackets_takes_its_comments_along() -> None:
    text = "a: [\n  b, # b\n  # over c\n  c # c\n]\n"
    assert after(text, lambda draft: remove(draft, ("a", 0))) == "a: [\n  # over c\n  c # c\n]\n"
    assert after(text, lambda draft: remove(draft, ("a", 1))) == "a: [\n  b # b\n]\n"


def test_no_line_of_a_text_in_brackets_is_taken_for_a_comment() -> None:
    text = 'a: [\n  "b\n  # b",\n  c,\n  d\n]\n'
    assert after(text, lambda draft: remove(draft, ("a", 1))) == text.replace("  c,\n", "")


# Putting in


def test_an_empty_document_takes_a_first_key() -> None:
    made = after("# head\n", lambda draft: insert_key(draft, (), 0, "format", Bare("1")))
    assert made == "# head\nformat: 1\n"
    assert after("---\n", lambda draft: insert(draft, (), 0, "x")) == "---\n- x\n"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("a: []  # none yet\n", "a:  # none yet\n  - id: x\n"),
        ("a:\nb: 1\n", "a:\n  - id: x\nb: 1\n"),
        ("a: ~ # c\n", "a: # c\n  - id: x\n"),
        ("a: &x []\nb: *x\n", "a: &x\n  - id: x\nb: *x\n"),
        ("? a\n", "? a\n:\n  - id: x\n"),
        ("b:\n- c\na: []\n", "b:\n- c\na:\n- id: x\n"),
        ("b:\n    - c\na: []\n", "b:\n    - c\na:\n    - id: x\n"),
        ("{a: [], b: 1}\n", "{a: [{id: x}], b: 1}\n"),
        ("{a, b: 1}\n", "{a: [{id: x}], b: 1}\n"),
        ("a: [\n  # none yet\n]\n", "a: [\n  # none yet\n{id: x}]\n"),
        ("a:\n  # over b\n\nb: 1\n", "a:\n  - id: x\n  # over b\n\nb: 1\n"),
        ("a: []", "a:\n  - id: x"),
        ("a: []\r\nb: 1\r\n", "a:\r\n  - id: x\r\nb: 1\r\n"),
    ],
)
def test_an_empty_list_takes_a_first_entry(before: str, expected: str) -> None:
    assert after(before, lambda draft: insert(draft, ("a",), 0, {"id": "x"})) == expected


def test_an_empty_entry_of_a_list_takes_a_first_key() -> None:
    assert after("- {}\n", lambda draft: insert_key(draft, (0,), 0, "id", "x")) == "- id: x\n"
    made = after("-\n- b\n", lambda draft: insert_key(draft, (0,), 0, "id", "x"))
    assert made == "- id: x\n- b\n"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (0, "- new\n\n# a\n- a\n\n# b\n- b\n"),
        (1, "# a\n- a\n\n- new\n\n# b\n- b\n"),
        (2, "# a\n- a\n\n# b\n- b\n\n- new\n"),
        (99, "# a\n- a\n\n# b\n- b\n\n- new\n"),
    ],
)
def test_a_new_entry_is_spaced_as_the_others_are(place: int, expected: str) -> None:
    text = "x:\n# a\n- a\n\n# b\n- b\n"
    made = after(text, lambda draft: insert(draft, ("x",), place, "new"))
    assert made == "x:\n" + expected


def test_an_entry_comes_before_the_comments_that_end_its_holder() -> None:
    made = after(DRAFT, lambda draft: insert(draft, ("areas", 1, "projects"), 9, {"id": "q"}))
    assert made == DRAFT.replace("      - id: p\n", "      - id: p\n      - id: q\n")


def test_an_entry_goes_into_brackets_where_the_others_are() -> None:
    text = "tags: [a, c]\n"
    assert after(text, lambda draft: insert(draft, ("tags",), 1, "b")) == "tags: [a, b, c]\n"
    assert after(text, lambda draft: insert(draft, ("tags",), 9, "x,y")) == 'tags: [a, c, "x,y"]\n'


def test_a_comma_does_not_join_the_colon_of_an_empty_value() -> None:
    text = "{a: 1, b:\n}\n"
    made = after(text, lambda draft: insert_key(draft, (), 2, "c", Bare("2")))
    assert made == "{a: 1, b: , c: 2\n}\n"
    made = after("{a: 1, b: , c: 2}\n", lambda draft: remove(draft, ("c",)))
    assert made == "{a: 1, b: }\n"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("a:\n      # deep\nb: 1\n", "a:\n      # deep\n{new}b: 1\n"),
        ("a: # c\n     # deep\n  # less\n", "a: # c\n     # deep\n{new}  # less\n"),
        ("a: []\n     # deep\n  # less\n", "a:\n     # deep\n{new}  # less\n"),
    ],
)
def test_no_comment_below_becomes_part_of_a_new_text(before: str, expected: str) -> None:
    new = "  - >-\n    one\n\n    two\n"
    made = after(before, lambda draft: insert(draft, ("a",), 0, "one\ntwo"))
    assert made == expected.format(new=new)


def test_nor_does_one_below_a_dash() -> None:
    made = after("- []\n    # deep\n", lambda draft: insert(draft, (0,), 0, "one\ntwo"))
    assert made == "-\n    # deep\n  - >-\n    one\n\n    two\n"


def test_blank_lines_stay_out_of_a_text_that_would_keep_them() -> None:
    made = after("- a\n\n- |+\n  b\n", lambda draft: insert(draft, (), 2, "c"))
    assert made == "- a\n\n- |+\n  b\n- c\n"


def test_an_entry_goes_on_a_line_of_its_own_in_brackets_where_the_others_have_one() -> None:
    text = "tags: [\n  a, # a\n  b # b\n]\n"
    made = after(text, lambda draft: insert(draft, ("tags",), 1, "new"))
    assert made == "tags: [\n  a, # a\n  new,\n  b # b\n]\n"
    made = after(text, lambda draft: insert(draft, ("tags",), 2, "new"))
    assert made == "tags: [\n  a, # a\n  b, # b\n  new\n]\n"


def test_a_key_comes_before_another() -> None:
    text = "- id: a\n  title: A\n"
    made = after(text, lambda draft: insert_key(draft, (0,), 1, "target", Bare("60")))
    assert made == "- id: a\n  target: 60\n  title: A\n"
    made = after(text, lambda draft: insert_key(draft, (0,), 0, "code", "1"))
    assert made == '- code: "1"\n  id: a\n  title: A\n'


def test_new_lines_stand_as_deep_as_the_others_do() -> None:
    check(
        lambda draft: insert(
            draft, ("areas",), 1, {"id": "b", "o": {"name": "x"}, "tags": ["y", []]}
        ),
        """\
        organization:
            name: x
        areas:
        - id: a
        """,
        """\
        organization:
            name: x
        areas:
        - id: a
        - id: b
          o:
              name: x
          tags:
          - "y"
          - []
        """,
    )


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_and_a_missing_last_one_stay(newline: str) -> None:
    text = newline.join(["areas:", "  - id: a", "  - id: b"])
    made = unparse(insert(parse("\ufeff" + text), ("areas",), 2, {"id": "c"}))
    assert made == "\ufeff" + newline.join(["areas:", "  - id: a", "  - id: b", "  - id: c"])


def test_a_text_that_the_end_of_the_file_cuts_short_may_get_its_line_end() -> None:
    text = "a: |\n  x"
    assert after(text, lambda draft: insert_key(draft, (), 1, "b", "x")) == "a: |\n  x\nb: x"


# Moving


def test_what_moves_takes_its_comments_along() -> None:
    check(
        lambda draft: move(draft, ("areas", 0), ("areas",), 1),
        DRAFT,
        """\
        # The plan. This stays.
        areas:
          # About the second.
          - id: b
            notes: >-
              One paragraph that
              was wrapped by hand.

              Another one.
            projects:
              - id: p

          # About the first.
          - id: a  # beside
            title: 'Old title'
            # below the first
          # at the end of the list
        """,
    )


def test_what_moves_is_indented_for_its_new_place() -> None:
    check(
        lambda draft: move(draft, ("areas", 1), ("areas", 0, "goals"), 1),
        """\
        areas:
          - id: a
            goals:
                # over g
                - id: g
          # over b
          - id: b  # b
            text: |2-
                literal

              text
            note: "wrapped
              and quoted"
        # at the margin
            more: [x,
              y]
            # below b
        end: 1
        """,
        """\
        areas:
          - id: a
            goals:
                # over g
                - id: g
                # over b
                - id: b  # b
                  text: |2-
                      literal

                    text
                  note: "wrapped
                    and quoted"
        # at the margin
                  more: [x,
                    y]
                  # below b
        end: 1
        """,
    )


def test_no_comment_over_it_is_left_to_the_entry_above() -> None:
    text = "a:\n    - x\n  # over y\n    - y\nb:\n- z\n"
    made = after(text, lambda draft: move(draft, ("a", 1), ("b",), 1))
    assert made == "a:\n    - x\nb:\n- z\n# over y\n- y\n"


def test_the_only_entry_moves_into_an_empty_list() -> None:
    check(
        lambda draft: move(draft, ("a", 0), ("b",), 0),
        """\
        a:
          # over
          - id: x
            # below
        b: []  # none yet
        """,
        """\
        a: []
        b:  # none yet
          # over
          - id: x
            # below
        """,
    )


def test_keys_move_between_blocks() -> None:
    check(
        lambda draft: move(draft, (0, "id"), (1,), 1),
        """\
        - id: a  # c
          title: A
        - code: "1"
        """,
        """\
        - title: A
        - code: "1"
          id: a  # c
        """,
    )


def test_entries_move_within_brackets_and_out_of_them() -> None:
    text = "a: [x, 'y', z]\nb:\n  - w\n"
    assert after(text, lambda draft: move(draft, ("a", 0), ("a",), 2)) == text.replace(
        "[x, 'y', z]", "['y', z, x]"
    )
    made = after(text, lambda draft: move(draft, ("a", 1), ("b",), 0))
    assert made == "a: [x, z]\nb:\n  - 'y'\n  - w\n"
    made = after(text, lambda draft: move(draft, ("b", 0), ("a",), 1))
    assert made == "a: [x, w, 'y', z]\nb: []\n"


def test_a_comment_moves_out_of_brackets_with_its_entry() -> None:
    text = "a: [\n  # over\n  x, # beside\n  y\n]\nb:\n  - w\n"
    made = after(text, lambda draft: move(draft, ("a", 0), ("b",), 9))
    assert made == "a: [\n  y\n]\nb:\n  - w\n  # over\n  - x  # beside\n"


def test_a_text_that_keeps_blank_lines_is_not_given_more() -> None:
    text = "a:\n  - |+\n    x\n\n  - y\n\nb: 1\n"
    made = after(text, lambda draft: move(draft, ("a", 0), ("a",), 1))
    assert made == "a:\n  - y\n\n  - |+\n    x\n\nb: 1\n"


def test_such_a_text_is_given_none_either_when_what_stood_below_it_moves_out() -> None:
    text = "- x\n\n- - |+\n    y\n  - z\n\n- w\n"
    made = after(text, lambda draft: move(draft, (1, 1), (), 2))
    assert made == "- x\n\n- - |+\n    y\n- z\n\n- w\n"


def test_what_stays_in_its_place_is_the_same_document() -> None:
    draft = parse(DRAFT)
    assert move(draft, ("areas", 1), ("areas",), 1) is draft
    assert move(draft, ("areas", 1), ("areas",), 99) is draft


# What can't be done


def test_an_alias_can_be_replaced_moved_and_taken_away() -> None:
    text = "a: &x 1\nb: *x\nc: 2\n"
    assert after(text, lambda draft: remove(draft, ("b",))) == "a: &x 1\nc: 2\n"
    assert after(text, lambda draft: move(draft, ("b",), (), 2)) == "a: &x 1\nc: 2\nb: *x\n"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda draft: remove(draft, ("a",)), "“*x” without the “&x”"),
        (lambda draft: move(draft, ("a",), (), 9), "“*x” without the “&x”"),
        (lambda draft: replace(draft, ("b", "c"), "y"), "“b” is the alias “*x”, and “b.c” lies"),
        (lambda draft: insert_key(draft, ("b",), 0, "d", "y"), "“b” is the alias “*x”, and no"),
        (lambda draft: remove(draft, ("d",)), "make “*y” repeat another text"),
    ],
)
def test_no_edit_goes_through_an_alias_or_leaves_one_behind(change: Change, says: str) -> None:
    draft = parse("a: &x {c: 1}\nb: *x\nz: &y 1\nd: &y 2\ne: *y\n")
    with pytest.raises(LacplanError) as raised:
        change(draft)
    assert says in str(raised.value)
    assert raised.value.hint


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda draft: replace(draft, ("areas",), "x"), "“areas” is no text"),
        (lambda draft: replace(draft, ("nothing",), "x"), "nothing at “nothing”"),
        (lambda draft: replace(draft, ("areas", 3, "id"), "x"), "nothing at “areas.3”"),
        (lambda draft: insert(draft, ("stage",), 0, "x"), "“stage” is no list"),
        (lambda draft: insert(draft, (), 0, "x"), "“the top” is no list"),
        (lambda draft: insert_key(draft, ("areas",), 0, "k", "x"), "“areas” is no block"),
        (lambda draft: insert_key(draft, (), 0, "stage", "x"), "“stage” is there already"),
        (lambda draft: remove(draft, ()), "The whole draft"),
        (lambda draft: move(draft, ("areas", 0), ("areas", 0, "projects"), 0), "into itself"),
        (lambda draft: move(draft, ("areas", 0, "id"), ("other",), 0), "“id” is there already"),
        (lambda draft: move(draft, ("areas", 0), ("other",), 0), "“other” is no list"),
        (lambda draft: move(draft, ("areas", 0), ("tags",), 0), "can't be moved into brackets"),
        (lambda draft: move(draft, ("names", 0), ("tags",), 0), "What has a comment can't be"),
        (lambda draft: remove(draft, ("pairs", 0, "k")), "without braces of its own"),
        (lambda draft: replace(draft, ("stage",), "\ud800"), "U+D800"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_remedy(change: Change, says: str) -> None:
    draft = parse(
        "stage: draft\nareas:\n  - id: a\n    projects: [{id: p}]\nother: {id: o}\ntags: [t]\n"
        "names:\n  - n # c\npairs: [k: v]\n"
    )
    with pytest.raises(LacplanError) as raised:
        change(draft)
    assert not isinstance(raised.value, OwnFault)
    assert says in str(raised.value)
    assert raised.value.hint


def test_what_cannot_be_read_cannot_be_edited() -> None:
    with pytest.raises(LacplanError, match=r"can't be read.*is never closed"):
        remove(parse("a: 'x\n"), ("a",))


def test_an_edit_that_would_pass_a_limit_is_refused() -> None:
    deep = "a: " + "[" * 99 + "]" * 99 + "\n"
    path = ("a", *[0] * 98)
    assert unparse(insert(parse(deep), path, 0, "x"))
    with pytest.raises(LacplanError, match="nest deeper than 100"):
        insert(parse(deep), path, 0, [])


def test_an_edit_that_reads_back_wrong_is_a_fault_of_lacplan_and_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draft = parse("a: 1\nb: 2 # c\n")
    spliced = edit.spliced
    for wrong in ("a: 3\nb: 2 # c\nz: 1\n", "a: 3\nb: 2\n", "a: 3\nb: 9 # c\n", "a: 3\nb: 2 # d\n"):
        monkeypatch.setattr(edit, "spliced", lambda *_, wrong=wrong: wrong)
        with pytest.raises(OwnFault):
            replace(draft, ("a",), "3")
    monkeypatch.setattr(edit, "spliced", spliced)
    assert unparse(replace(draft, ("a",), Bare("3"))) == "a: 3\nb: 2 # c\n"
    assert unparse(draft) == "a: 1\nb: 2 # c\n"
