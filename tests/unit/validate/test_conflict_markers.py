"""Open conflicts, each with both wordings compared."""

import pytest

from lacplan.document.parse import parse
from lacplan.model.decode import decode
from lacplan.validate.draft import Draft
from lacplan.validate.engine import validate
from lacplan.validate.rules.conflict_markers import ConflictMarkers

HEAD = "format: 1\nname: p\ntitle: P\nlanguage: en\nareas:\n  - id: a\n    title: Area\n"


def found(text: str) -> list[tuple[int, str]]:
    document = parse(text)
    findings = validate(Draft(document, decode(document)), [ConflictMarkers])
    return [(document.position(each.at.start)[0], each.message) for each in findings]


def conflict(ours: str, theirs: str, base: str | None = None) -> str:
    middle = "" if base is None else f"||||||| base\n{base}"
    return f"<<<<<<< ours\n{ours}{middle}=======\n{theirs}>>>>>>> theirs\n"


def test_both_wordings_are_compared_word_by_word() -> None:
    text = HEAD.replace(
        "    title: Area\n", conflict("    title: Our area\n", "    title: Their area\n")
    )
    assert found(text) == [
        (7, "A merge left “title” of “a” open, ours in [-…-] and theirs in {+…+}: "
            "title: [-Our-] {+Their+} area"),
    ]  # fmt: skip


def test_each_open_conflict_is_told_with_its_item_and_field() -> None:
    text = HEAD.replace("title: P\n", conflict("title: Q\n", "title: R\n", "title: P\n"))
    text += conflict("  - id: b\n    title: Big\n", "", "  - id: b\n    title: Small\n")
    assert [(line, told.split(":")[0]) for line, told in found(text)] == [
        (3, "A merge left “title” open, ours in [-…-] and theirs in {+…+}"),
        (14, "A merge left “b” open"),
    ]
    assert found(text)[1][1].endswith("theirs took it away, and ours has “- id: b title: Big”.")


def test_a_conflict_that_begins_with_a_comment_is_not_told_of_what_stands_above() -> None:
    item = "  # About b\n\n  - id: b\n    title: Big\n"
    text = HEAD + "    notes: Of a\n" + conflict("", item.replace("Big", "Small"), item)
    assert [told.split(":")[0] for _, told in found(text)] == ["A merge left “b” open"]


def test_long_wordings_are_shown_where_they_differ() -> None:
    words = " ".join(f"word{number}" for number in range(200))
    text = HEAD + conflict(f"    notes: {words} one end\n", f"    notes: {words} other end\n")
    ((_, told),) = found(text)
    assert " … " in told
    assert told.endswith("word198 word199 [-one-] {+other+} end")
    assert len(told) < 300


@pytest.mark.parametrize("text", ["<<<<<<< a\nx\n", conflict("a: [\n", "b\n"), conflict("", "")])
def test_whatever_stands_there_is_told(text: str) -> None:
    assert len(found(text)) == 1
