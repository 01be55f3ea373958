"""Texts changed on both sides: by sentence, then by word."""

import pytest
from plans_to_merge import PLAN, changed, clean, sides, torn

from lacplan.merge.engine import merge
from lacplan.merge.prose import merge_prose

SAID = (
    "The office trains thirty registrars of the region. Costs are shared by all members. "
    "A report is due each year."
)
FOLDED = """\
      The office trains thirty registrars of the region. Costs are shared by all
      members. A report is due each year.
"""


def joined(ours: str, theirs: str, base: str = SAID) -> str:
    """Return the merged text, which is the same whichever side is ours."""
    merged = merge_prose(base, ours, theirs)
    assert merged.is_clean, merged
    assert merge_prose(base, theirs, ours).ours == merged.ours
    return merged.ours


def test_edits_in_different_sentences_of_one_paragraph() -> None:
    ours, theirs = SAID.replace("thirty", "forty"), SAID.replace("each year", "every June")
    assert joined(ours, theirs) == ours.replace("each year", "every June")


def test_edits_in_adjacent_sentences() -> None:
    ours, theirs = SAID.replace("thirty", "forty"), SAID.replace("all members", "the members")
    assert joined(ours, theirs) == ours.replace("all members", "the members")


def test_both_append_to_one_paragraph_and_both_are_kept() -> None:
    merged = joined(f"{SAID} It is public.", f"{SAID} Translations follow at once.")
    assert merged == f"{SAID} It is public. Translations follow at once."


def test_a_sentence_and_a_paragraph_are_put_in_at_one_place() -> None:
    merged = joined(f"{SAID}\n\nWho pays is open.", f"{SAID} Translations follow at once.")
    assert merged == f"{SAID} Translations follow at once.\n\nWho pays is open."


def test_the_same_sentence_on_both_sides_is_there_once() -> None:
    assert joined(f"{SAID} It is public.", f"{SAID} It is public.") == f"{SAID} It is public."


def test_two_wordings_of_one_new_sentence_are_a_conflict() -> None:
    assert not merge_prose(SAID, f"{SAID} It is public.", f"{SAID} It is public for all.").is_clean


def test_a_sentence_deleted_and_edited_is_a_conflict() -> None:
    ours = SAID.replace(" Costs are shared by all members.", "")
    assert not merge_prose(SAID, ours, SAID.replace("Costs are", "No costs are")).is_clean


def test_what_is_put_behind_a_sentence_that_the_other_took_away_is_a_conflict() -> None:
    ours = SAID.replace(" A report is due each year.", "")
    assert not merge_prose(SAID, ours, f"{SAID} It is public.").is_clean


def test_different_words_of_one_sentence_are_joined_and_told() -> None:
    ours, theirs = (
        changed(("Costs are", "All costs are")),
        changed(("by all\n      members", "by the\n      members")),
    )
    merged = merge(PLAN, ours, theirs)
    assert not merged.conflicts
    assert "All costs are shared by the members." in " ".join(merged.text.split())
    assert merged.notes == (
        "“political”, description: both edited one sentence, and the words of both stand in it.",
    )


def test_the_same_words_both_ways_are_a_conflict_on_that_field_alone() -> None:
    ours = changed(("thirty", "forty"), ("title: Schools", "title: All schools"))
    theirs = changed(
        ("thirty", "fifty"), ("due each year", "due every June"), ("end: 2025", "end: 2026")
    )
    merged = torn(ours, theirs)
    ((mine, base, yours),) = sides(merged)
    assert mine.startswith("    description: >-\n")
    assert "forty" in mine
    assert "every June" in mine  # what does not clash is merged on both sides of the conflict
    assert base == "    description: >-\n" + FOLDED
    assert "fifty" in yours
    assert "end: 2026" in merged.text
    assert "title: All schools" in merged.text


def test_words_beside_each_other_are_not_joined() -> None:
    ours, theirs = SAID.replace("thirty", "forty"), SAID.replace("registrars", "registries")
    assert not merge_prose(SAID, ours, theirs).is_clean


@pytest.mark.parametrize("mine", [True, False])
def test_rewrapped_on_one_side_and_edited_on_the_other(mine: bool) -> None:
    wrapped = changed(
        (
            FOLDED,
            "      The office trains\n      thirty registrars of the region. Costs are\n"
            "      shared by all members. A report\n      is due each year.\n",
        )
    )
    edited = changed(("thirty", "forty"))
    merged = clean(wrapped, edited) if mine else clean(edited, wrapped)
    assert SAID.replace("thirty", "forty") in " ".join(merged.split())
    if not mine:
        assert merged == edited


def test_lists_in_a_text_are_merged_line_by_line() -> None:
    base = "Goals:\n- one\n- two\n- three"
    assert (
        joined(base.replace("one", "first"), f"{base}\n- four", base)
        == base.replace("one", "first") + "\n- four"
    )


def test_paragraphs_taken_away_and_put_in() -> None:
    base = "P one.\n\nP two.\n\nP three."
    assert (
        joined("P one.\n\nP three.", f"{base}\n\nFour is new.", base)
        == "P one.\n\nP three.\n\nFour is new."
    )


def test_a_text_that_both_wrote_anew_is_a_conflict() -> None:
    found = merge_prose(SAID, "Nothing of the kind.", "Something else altogether.")
    assert found == ("Nothing of the kind.", "Something else altogether.", False)


def test_a_text_that_both_added_is_a_conflict() -> None:
    line = "        title: Schools\n"
    merged = torn(
        changed((line, f"{line}        notes: One thing.\n")),
        changed((line, f"{line}        notes: Another.\n")),
    )
    assert sides(merged) == [("        notes: One thing.\n", "", "        notes: Another.\n")]


def test_two_short_things_that_are_new_are_both_kept() -> None:
    merged = merge_prose(SAID, f"{SAID} Workshop in Lima.", f"{SAID} Workshop in Quito.")
    assert merged.is_clean
    assert merged.ours.endswith("each year. Workshop in Lima. Workshop in Quito.")
