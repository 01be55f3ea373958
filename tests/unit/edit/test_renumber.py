"""Codes by position: what stays, what changes, what is never given, and what prose quotes."""

import re
from textwrap import dedent

import pytest

from lacplan.document.parse import parse
from lacplan.document.tree import unparse
from lacplan.edit.places import Places
from lacplan.edit.renumber import Renumbered, renumbered
from lacplan.model.decode import decode


def numbered(text: str, published: dict[str, set[str]] | None = None) -> Renumbered:
    document = parse(dedent(text))
    plan = decode(document).plan
    assert plan is not None
    known = {code: frozenset(ids) for code, ids in (published or {}).items()}
    return renumbered(document, Places(document, plan.levels), known)


def told(found: Renumbered) -> dict[str, tuple[str | None, str]]:
    return {each.place.id: (each.old, each.new) for each in found.codes}


def tree(*areas: str) -> str:
    """Return a draft; each of *areas* is such as ``a=1: b=1.1, c``."""
    lines = ["areas:"]
    for area in areas:
        own, _, below = area.partition(":")
        for depth, item in [(0, own), *((1, each) for each in below.split(",") if each.strip())]:
            id, _, code = item.strip().partition("=")
            pad = "  " + "    " * depth
            lines += [f"{pad}- id: {id}"] + [f'{pad}  code: "{code}"'] * bool(code)
            lines += [f"{pad}  title: {id.upper()}"]
            lines += [f"{pad}  objectives:"] * (depth == 0 and bool(below))
    return "\n".join(lines) + "\n"


def test_where_nothing_has_a_code_all_get_one_by_position() -> None:
    found = numbered(tree("a: b, c", "d: e"))
    assert {id: new for id, (_, new) in told(found).items()} == {
        "a": "1", "b": "1.1", "c": "1.2", "d": "2", "e": "2.1",
    }  # fmt: skip
    assert '  - id: a\n    code: "1"\n    title: A\n' in unparse(found.document)


def test_what_is_right_stays_with_its_gaps() -> None:
    text = tree("a=1: b=1.1, c=1.5", "d=4: e=4.10")
    found = numbered(text)
    assert found.codes == ()
    assert unparse(found.document) == text


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (tree("a=1: b=1.1, c, d=1.3"), {"c": (None, "1.2")}),
        (tree("a=1: b, c=1.2"), {"b": (None, "1.1")}),
        (tree("a=1: b=1.1, c, d=1.2"), {"c": (None, "1.3")}),  # 1.2 is right, and stays
        (tree("a=1: b=1.1, c=1.1, d=1.2"), {"c": ("1.1", "1.3")}),
        (tree("a=1: b=1.1", "c=2: d=1.1"), {"d": ("1.1", "2.1")}),
        (tree("a=1: b=2.1", "c=2: d=2.1"), {"b": ("2.1", "1.1")}),  # d is in its place
        (tree("a=1: b=2.7"), {"b": ("2.7", "1.1")}),
        (tree("a=1: b=1.1.", "c=2"), {"b": ("1.1.", "1.1")}),
        (tree("a: b=1.1, c=1.2", "d=2"), {"a": (None, "1")}),
        (tree("a: b=3.1, c=3.2", "d=4"), {"a": (None, "3")}),
        (tree("a=A: b", "c"), {"b": (None, "A.1"), "c": (None, "B")}),
        (tree("a=01", "b", "c=03"), {"b": (None, "02")}),
        (tree("a: b=1, c", "d: e=2"), {"c": (None, "3")}),  # areas have no codes on purpose
    ],
)
def test_a_code_follows_position_where_it_has_to(draft: str, expected: dict) -> None:
    assert told(numbered(draft)) == expected


def test_what_lies_under_goes_along() -> None:
    found = numbered("""
        areas:
          - id: a
            code: "1"
            objectives:
              - id: b
                code: "4.3"
                projects: [{id: p, code: 4.3.7, title: P}, {id: q, code: 1.3, title: Q}]
        """)
    assert told(found) == {"b": ("4.3", "1.1"), "p": ("4.3.7", "1.1.7"), "q": ("1.3", "1.1.8")}
    assert [each.why for each in found.codes] == [
        "it lies under 1",
        "its parent's code changed",
        "it lies under 1.1",
    ]
    assert 'code: "1.1.7"' in unparse(found.document)


def test_a_code_that_was_published_for_another_is_never_given() -> None:
    draft = tree("a=1: b=1.1, c, d")
    assert told(numbered(draft, {"1.2": {"gone"}, "1.3": {"gone", "d"}, "1.4": {"d"}})) == {
        "c": (None, "1.5"),
        "d": (None, "1.4"),
    }


def test_a_code_that_is_borne_against_a_version_is_taken_back_except_from_an_heir() -> None:
    draft = tree("a=1: b=1.1, c=1.2")
    found = numbered(draft, {"1.1": {"old"}})
    assert told(found) == {"b": ("1.1", "1.3")}
    assert found.codes[0].why == "“old” bore it in a version"
    heir = draft.replace("        title: B\n", "        title: B\n        replaces: [old]\n")
    assert numbered(heir, {"1.1": {"old"}}).codes == ()


def test_of_two_that_bear_a_code_the_one_that_published_it_keeps_it() -> None:
    assert told(numbered(tree("a=1: b=1.1, c=1.1"), {"1.1": {"c"}})) == {"b": ("1.1", "1.2")}


def test_an_own_code_of_a_version_is_given_back() -> None:
    assert told(numbered(tree("a=1: b=1.1, c"), {"1.7": {"c"}})) == {"c": (None, "1.7")}


QUOTING = """
    summary: See 4.3 and 4.5. Version 4.3 of the software is not meant.
    areas:
      - id: a
        code: "1"
        title: A
        challenges:
          - Objetivos 4.3 y 1.9.
          - 4.3 % of all
        objectives:
          - id: b
            code: "4.3"
            title: B
            description: >-
              First sentence
              is wrapped by hand.

              As told in objective 4.3, so it is.
      - id: c
        code: "4"
        title: C
        objectives: [{id: d, code: "4.5", title: D}]
    """


def test_quoted_codes_are_mended_and_nothing_else() -> None:
    found = numbered(QUOTING)
    assert told(found) == {"b": ("4.3", "1.1")}
    assert unparse(found.document) == (
        dedent(QUOTING)
        .replace("See 4.3", "See 1.1")
        .replace("Objetivos 4.3", "Objetivos 1.1")
        .replace("objective 4.3", "objective 1.1")
        .replace('code: "4.3"', 'code: "1.1"')
    )
    assert [(each.field, each.old, each.new) for each in found.quotes] == [
        ("summary", "4.3", "1.1"),
        ("challenges", "4.3", "1.1"),
        ("description", "4.3", "1.1"),
    ]


def test_a_quoted_code_that_two_bore_stays_and_is_told() -> None:
    text = tree("a=1: b=1.1, c=1.1") + "summary: See 1.1.\n"
    found = numbered(text)
    assert [(each.old, each.new) for each in found.quotes] == [("1.1", None)]
    assert unparse(found.document).endswith("summary: See 1.1.\n")


def test_numbering_twice_is_numbering_once() -> None:
    for draft in (QUOTING, tree("a: b=7.1, c", "d=1: e=1.1, f=1.1, g")):
        once = numbered(draft)
        assert numbered(unparse(once.document)).codes == ()


def test_a_thousand_of_one_parent_that_bear_one_code_are_numbered_in_a_row() -> None:
    draft = tree("a=1: " + ", ".join(f"i{number}=1.1" for number in range(1_000)))
    codes = re.findall(r'code: "(1\.\d+)"', unparse(numbered(draft).document))
    assert codes == [f"1.{number}" for number in range(1, 1_001)]
