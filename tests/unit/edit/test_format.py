"""The canonical layout: what is put where, what stays, and what is refused."""

from pathlib import Path
from textwrap import dedent

import pytest

from lacplan.document.parse import parse, parse_bytes
from lacplan.document.tree import unparse
from lacplan.edit.format import formatted, obstacle
from lacplan.model.companions import (
    CONSULTATION,
    CONTRIBUTIONS,
    EVERY_KIND,
    GROUP,
    ISSUES,
    Companion,
)
from lacplan.model.decode import decode, decode_record

CORPUS = sorted((Path(__file__).parents[1] / "document" / "corpus").glob("**/*.yaml"))


def fmt(text: str) -> str:
    return unparse(formatted(parse(text)))


def laid_out(text: str) -> str:
    return fmt(dedent(text).lstrip("\n"))


def test_fields_come_in_the_order_of_the_format_and_items_last() -> None:
    assert laid_out("""
        areas:
          - title: T
            objectives: [{title: U, id: u}]
            x-mine: 1
            notes: Now
            id: a
        title: P
        format: 1
        """) == (
        "format: 1\ntitle: P\nareas:\n  - id: a\n    title: T\n    notes: Now\n    x-mine: 1\n"
        "    objectives: [{id: u, title: U}]\n"
    )


UNTIDY = {
    GROUP: """\
        # Who writes it
        members:
          - country: UY   # where she lives
            languages: [ es,  'pt' ]
            name: Ana
            x-seat: 010
            attendance:
              - {mode: remote, date: 2013-02-06}
            id: m-01
        regions: {GY: '029', AR: "005"}
        charter: {seats: 3, area: 419}
        format: 1
        """,
    CONTRIBUTIONS: """\
        contributions:
          # the first
          - reflected-in: [{how: as-is, item: registrars}]
            text: One. Two.
            by: m-01
            kind: idea
            id: c-01
        format: 1
        """,
    CONSULTATION: """\
        late: mark   # and never refused
        closes: 2027-04-30T23:59:59-03:00
        extensions: [{why: Holidays, until: 2027-05-07T23:59:59-03:00}]
        questions:
          - {text: {pt: Quem?, en: Who?}, id: who}
        state: open
        version: draft-01
        format: 1
        """,
    ISSUES: """\
        editorial: []
        issues:
          - changes: [{in: draft-02, item: ipv6}]
            # asked twice
            response: {pt: Sim., en: Yes.}
            decided: {minutes: 4, by: All}
            title: IPv6
            id: ipv6
        format: 1
        """,
}
TIDY = {
    GROUP: """\
        # Who writes it
        format: 1
        charter: {area: "419", seats: 3}
        regions: {GY: "029", AR: "005"}
        members:
          - id: m-01
            name: Ana
            country: UY   # where she lives
            languages: [es, pt]
            attendance:
              - {date: 2013-02-06, mode: remote}
            x-seat: 010
        """,
    CONTRIBUTIONS: """\
        format: 1
        contributions:
          # the first
          - id: c-01
            kind: idea
            by: m-01
            text: One. Two.
            reflected-in: [{item: registrars, how: as-is}]
        """,
    CONSULTATION: """\
        format: 1
        version: draft-01
        state: open
        closes: "2027-04-30T23:59:59-03:00"
        extensions: [{until: "2027-05-07T23:59:59-03:00", why: Holidays}]
        questions:
          - {id: who, text: {pt: "Quem?", en: "Who?"}}
        late: mark   # and never refused
        """,
    ISSUES: """\
        format: 1
        issues:
          - id: ipv6
            title: IPv6
            # asked twice
            response: {pt: Sim., en: Yes.}
            changes: [{item: ipv6, in: draft-02}]
            decided: {by: All, minutes: "4"}
        editorial: []
        """,
}


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.name)
def test_what_lies_beside_a_plan_has_the_order_of_its_own_fields(kind: Companion) -> None:
    document = parse(dedent(UNTIDY[kind]))
    once = formatted(document, kind.record)
    assert unparse(once) == dedent(TIDY[kind])
    assert formatted(once, kind.record) is once
    assert decode_record(once, kind.record).value == decode_record(document, kind.record).value


def test_levels_frameworks_and_fields_of_ones_own_keep_their_order() -> None:
    text = dedent("""\
        format: 1
        levels: {z: Z, a: A}
        frameworks:
          z: {title: Z}
          a: {title: A}
        x-b: {z: "1", a: 1.10, title: 'x'}
        x-a: no
        """)
    assert fmt(text) == text


def test_the_levels_of_ones_own_are_items() -> None:
    assert laid_out("""
        levels: {goals: Goal, steps: Step}
        goals:
        - steps:
          - {title: B, id: b}
          id: a
        """).endswith("goals:\n  - id: a\n    steps:\n      - {id: b, title: B}\n")


def test_quotes_are_there_where_another_reader_needs_them() -> None:
    assert laid_out("""
        title: 'Plan'
        areas:
          - id: "a"
            code: 1.10
            title: "It's: so"
            countries: ['UY', NO]
            end: '2014-08'
            tags: [yes, "a"]
            aligns: [sdg:4]
        """) == dedent("""\
        title: Plan
        areas:
          - id: a
            code: "1.10"
            title: "It's: so"
            countries: [UY, "NO"]
            end: 2014-08
            aligns: ["sdg:4"]
            tags: ["yes", a]
        """)


def test_a_number_in_quotes_is_a_fault_and_stays_one() -> None:
    text = "areas:\n  - indicators:\n      - {target: 60, baseline: '20'}\n"
    before, after = decode(parse(text)), decode(parse(fmt(text)))
    assert 'baseline: "20", target: 60' in fmt(text)
    assert [fault.kind for fault in before.faults] == [fault.kind for fault in after.faults]


def test_comments_travel_with_what_they_stand_over_and_beside() -> None:
    assert laid_out("""
        # the whole draft
        title: T  # beside title
        # over format
        # and more
        format: 1
        areas:
          # over a
          - # behind the dash
            title: A
              # below title
            # over id
            id: a   # beside id
            # foot of a
          # foot of areas
        # at the end
        """) == dedent("""\
        # the whole draft
        # over format
        # and more
        format: 1
        title: T  # beside title
        areas:
          # over a
          # behind the dash
          # over id
          - id: a   # beside id
            # below title
            title: A
            # foot of a
          # foot of areas
        # at the end
        """)


def test_brackets_are_opened_for_comments_and_where_they_outgrow_the_line() -> None:
    assert laid_out("""
        values: [One of them,  # first
          Two of them,
          # over three
          Three] # behind
        sources: [https://example.org/a/long/one, https://example.org/another, https://example.org/b]
        period: {end: 2016,
                 start: 2013}
        """) == dedent("""\
        period: {start: 2013, end: 2016}
        values:  # behind
          - One of them  # first
          - Two of them
          # over three
          - Three
        sources:
          - https://example.org/a/long/one
          - https://example.org/another
          - https://example.org/b
        """)


def test_at_most_one_blank_line_stays_and_none_opens_a_block() -> None:
    assert laid_out("""


        # head


        title: T


        areas:

          - id: a



          # over b

          - id: b


        """) == ("# head\n\ntitle: T\n\nareas:\n  - id: a\n\n  # over b\n\n  - id: b\n")


def test_each_sentence_begins_a_line() -> None:
    text = "summary: >-\n  One. Two is, e.g., of the Sr. Díaz (art. 5). ¿Tres? Sí. Et « quatre » !"
    assert fmt(text) == dedent("""\
        summary: >-
          One.
          Two is, e.g., of the Sr. Díaz (art. 5).
          ¿Tres?
          Sí.
          Et « quatre » !
        """)


def test_a_change_in_one_sentence_touches_its_lines_alone() -> None:
    sentence = "The region is to see the business with domain names as a sector of its own"
    texts = [f"summary: >-\n  {one}. {sentence}. {sentence}.\n" for one in ("Now", "From now on")]
    one, other = (fmt(text).splitlines() for text in texts)
    assert [line for line in one if line not in other] == ["  Now."]


def test_a_sentence_too_long_is_wrapped_and_no_french_mark_begins_a_line() -> None:
    text = f"summary: {'mot ' * 20}sept ? {'« un ' * 30}fin »\n"
    lines = fmt(text).splitlines()
    assert max(map(len, lines)) <= 88
    assert not any(line.lstrip().startswith(("?", "»")) or line.endswith("«") for line in lines)


def test_text_without_spaces_stays_on_one_line() -> None:
    text = f"summary: >-\n  {'計画は地域のためのものです。' * 20}\n"
    assert fmt(text) == text


def test_a_long_text_becomes_a_block_and_one_that_can_not_be_broken_does_not() -> None:
    address = f"https://example.org/{'a' * 100}"
    assert laid_out(f"""
        title: {"word " * 30}
        sources: ["{address}"]
        """) == (
        f"title: >-\n  {' '.join(['word'] * 17)}\n  {' '.join(['word'] * 13)}\n"
        f"sources:\n  - {address}\n"
    )


def test_markdown_lists_and_hard_breaks_keep_their_lines() -> None:
    text = 'summary: "Intro:\\n\\n- one [a link](https://example.org)\\n  - two  \\n\\nEnd."\n'
    assert fmt(text) == dedent("""\
        summary: |-
          Intro:

          - one [a link](https://example.org)
            - two\x20\x20

          End.
        """)
    assert fmt(fmt(text)) == fmt(text)


def test_paragraphs_written_as_escapes_become_a_block() -> None:
    assert fmt('summary: "One\\n\\nTwo"\n') == "summary: >-\n  One\n\n\n  Two\n"


def test_a_literal_text_keeps_its_lines() -> None:
    text = f"summary: |\n  {'long ' * 30}\n\n   x\n"
    assert fmt(text) == text


def test_an_empty_field_stays_as_it_is() -> None:
    text = "title:\nsummary: ~\nvision: null\nmission: ''\n"
    assert fmt(text) == 'title:\nsummary: ~\nvision: null\nmission: ""\n'


def test_blank_lines_that_are_content_stay_content() -> None:
    text = "summary: |+\n  a\n\n\nvision: b\n"
    assert fmt(text) == text


def test_anchored_values_stay_as_they_are() -> None:
    text = "areas:\n  - title: &t 5\n    lead: *t\n    budget: &b {currency: 'USD', amount: 1}\n"
    assert fmt(text) == text


def test_no_alias_comes_before_its_anchor() -> None:
    text = "areas:\n  - notes: &n Now\n    title: *n\n    id: a\n"
    assert fmt(text) == text
    assert fmt(text.replace("notes", "code")) == (
        "areas:\n  - id: a\n    code: &n Now\n    title: *n\n"
    )


def test_a_merge_key_leaves_its_mapping_in_order() -> None:
    text = "x-d: &d {lead: X}\nareas:\n  - title: T\n    <<: *d\n    id: a\n"
    assert "  - title: T\n    <<: *d\n    id: a\n" in fmt(text)


def test_what_a_comment_to_lacplan_speaks_of_stays_on_its_line() -> None:
    text = dedent("""\
        areas:
          # lacplan: ignore[ITEM004] meant
          - title: T
            id: a
        """)
    assert fmt(text) == text


@pytest.mark.parametrize("newline", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_line_ends_and_the_byte_order_mark_stay(newline: str) -> None:
    text = "\ufefftitle: 'T'\n# c\nsummary: >-\n  a\n  b\n".replace("\n", newline)
    assert fmt(text) == "\ufefftitle: T\n# c\nsummary: >-\n  a b\n".replace("\n", newline)


def test_mixed_line_ends_become_the_first_kind_and_the_last_line_gets_one() -> None:
    assert fmt("title: T\r\nsummary: S\nvision: V") == "title: T\r\nsummary: S\r\nvision: V\r\n"


def test_what_is_laid_out_so_already_is_the_document_itself() -> None:
    document = parse("title: T\n")
    assert formatted(document) is document


@pytest.mark.parametrize("text", ["{}\n", "{}", "{} # c\n"])
def test_an_empty_block_is_left_alone(text: str) -> None:
    assert fmt(text) == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a: 1\n---\nb: 2\n", "several-documents"),
        ("a: !!str 1\n", "yaml-tag"),
        ("a: *x\n", "undefined-alias"),
    ],
)
def test_what_could_lose_something_is_an_obstacle(text: str, kind: str) -> None:
    found = obstacle(parse(text))
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_an_awkward_document_keeps_its_meaning_and_its_layout_is_final(file: Path) -> None:
    """That nothing is lost `formatted` itself makes sure of, or raises."""
    document = parse_bytes(file.read_bytes())
    if obstacle(document) or decode(document).plan is None:
        return
    once = formatted(document)
    assert unparse(formatted(once)) == unparse(once)
