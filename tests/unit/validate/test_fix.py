"""What is mended because only one answer exists, and what is left for people."""

from datetime import date
from textwrap import dedent

import pytest

from lacplan.document.parse import parse
from lacplan.document.tree import Document, unparse
from lacplan.model.decode import decode
from lacplan.validate.draft import Draft
from lacplan.validate.every_rule import EVERY_RULE
from lacplan.validate.fix import fix

ALL = frozenset(rule.code for rule in EVERY_RULE)
HEAD = "format: 1\nname: p\ntitle: P\nlanguage: en\n"


def judged(document: Document) -> Draft:
    return Draft(document, decode(document), name="p", today=date(2014, 7, 1))


def mended(text: str, codes: frozenset[str] = ALL) -> str:
    return unparse(fix(judged, parse(text), codes).document)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("start: 2014-8", "start: 2014-08"),
        ("start: 2014/8/5", "start: 2014-08-05"),
        ("start: 2014.08.05", "start: 2014-08-05"),
        ("countries: [uy, BR]", "countries: [UY, BR]"),
        ("budget: {amount: '5', currency: usd}", "budget: {amount: 5, currency: USD}"),
        ("status: On_Hold", "status: on-hold"),
        ('lead: "A\\nB"', 'lead: "A B"'),
        ("description: A  b.   C", "description: A b. C"),
        ("partners: [A, '', B]", "partners: [A, B]"),
    ],
)
def test_what_has_one_answer_is_mended(old: str, new: str) -> None:
    draft = f"{HEAD}areas:\n  - id: a\n    title: A\n    {{}}  # kept\n"
    assert mended(draft.format(old)) == draft.format(new)


def test_a_blank_line_that_yaml_would_fold_away_becomes_two() -> None:
    draft = f"{HEAD}summary: >-\n  A.\n{{}}\n  B.\n\n\n  C. # no comment\nvision: V  # kept\n"
    assert mended(draft.format("")) == draft.format("\n")


@pytest.mark.parametrize(
    "field",
    [
        "start: 2013/14",  # a fiscal year, perhaps
        "start: 05/08/2014",
        "start: 2014-2-30",
        "countries: [UK]",
        "budget: {amount: '5,000', currency: US$}",
        "status: ongoing",
        "partners: A and B",
        "description: a `code  with` spaces  in it",
        "description:  # to come",
        "title:",
        "code: 1.1.",
        "tags: [two words]",
        "descripton: misspelt",
        "x-mine: a  b",
        "x-mine:",
    ],
)
def test_what_may_have_been_meant_otherwise_is_left(field: str) -> None:
    title = "" if field == "title:" else "    title: A\n"
    draft = f"{HEAD}areas:\n  - id: a\n{title}    {field}\n"
    assert mended(draft) == draft


def test_a_code_or_a_level_without_a_word_stays() -> None:
    draft = f"{HEAD}levels: {{areas: ''}}\nframeworks: {{f: {{title: F, codes: {{A: ''}}}}}}\n"
    assert mended(draft) == draft


def test_what_an_anchor_repeats_stays() -> None:
    draft = f"{HEAD}areas:\n  - {{id: a, title: A, start: &s 2014-8, end: *s}}\n"
    assert mended(draft) == draft


def test_a_field_whose_key_an_alias_may_repeat_stays() -> None:
    draft = f"{HEAD}&s summary:\nx-which: *s\n"
    assert mended(draft) == draft


def test_what_a_comment_asks_to_ignore_stays() -> None:
    draft = f"{HEAD}# lacplan: ignore[TEXT004] as signed\nsummary: A  b\n"
    assert mended(draft) == draft


def test_only_the_rules_that_are_asked_for_mend() -> None:
    draft = f"{HEAD}summary: A  b\nvision:\n"
    assert mended(draft, frozenset({"TEXT002"})) == f"{HEAD}summary: A  b\n"


def test_a_draft_that_does_not_parse_is_left() -> None:
    assert mended("title: [") == "title: ["


def test_neighbours_go_one_and_all() -> None:
    draft = dedent(f"""\
        {HEAD.replace(chr(10), chr(10) + " " * 8).rstrip()}
        summary:
        vision: ~
        mission: null
        values:
          - A
        {"  -" + chr(10) + "          -" + chr(10) + "        "}  - ''
          - B  # kept
          -
        """)
    assert mended(draft) == f"{HEAD}values:\n  - A\n  - B  # kept\n"


def test_a_thousand_empty_entries_go_in_a_few_rounds() -> None:
    draft = f"{HEAD}values:\n  - A\n{'  -' + chr(10)}" + "  -\n" * 1000
    assert mended(draft) == f"{HEAD}values:\n  - A\n"


def test_mended_twice_is_mended_once() -> None:
    once = mended(f"{HEAD}summary: A  b\nperiod: {{start: 2014-8}}\nvision:\n")
    assert mended(once) == once


def test_what_stands_behind_an_empty_list_is_left() -> None:
    draft = f"{HEAD}values: []  # lacplan: ignore[TEXT001] not yet\n"
    assert mended(draft) == draft
