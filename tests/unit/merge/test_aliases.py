"""Anchors and aliases: never an undefined alias, never silently expanded."""

from plans_to_merge import PLAN, changed, clean, torn

BASE = changed(
    ("lead: ICANN  # who else", "lead: &lead ICANN"),
    ("        title: Schools\n", "        title: Schools\n        lead: *lead\n"),
)


def test_aliases_are_kept_as_aliases() -> None:
    ours = BASE.replace("end: 2025", "end: 2026")
    theirs = BASE.replace("title: Schools", "title: All schools")
    assert clean(ours, theirs, BASE) == ours.replace("title: Schools", "title: All schools")


def test_what_an_anchor_names_may_be_edited() -> None:
    ours = BASE.replace("end: 2025", "end: 2026")
    merged = clean(ours, BASE.replace("&lead ICANN", "&lead LACNIC"), BASE)
    assert "lead: &lead LACNIC\n" in merged
    assert "lead: *lead\n" in merged


def test_an_anchor_and_its_alias_that_one_side_put_in_come_together() -> None:
    assert clean(changed(("end: 2025", "end: 2026")), BASE) == BASE.replace(
        "end: 2025", "end: 2026"
    )


def test_an_anchor_deleted_on_one_side_and_repeated_on_the_other_is_a_conflict() -> None:
    base = changed(("lead: ICANN  # who else", "lead: &lead ICANN"))
    ours = base.replace("        lead: &lead ICANN\n", "")
    merged = torn(
        ours,
        base.replace("        title: Schools\n", "        title: Schools\n        lead: *lead\n"),
        base,
    )
    assert {(each.item, each.field) for each in merged.conflicts} == {
        ("organizations", "lead"),
        ("schools", "lead"),
    }


def test_an_item_with_an_anchor_deleted_on_one_side_and_repeated_on_the_other_is_a_conflict() -> (
    None
):
    base = changed(
        (
            "            title: Signing of the treaty\n",
            "            title: Signing of the treaty\n            lead: &lead ICANN\n",
        )
    )
    start = base.index("      - id: treaty")
    ours = base[:start] + base[base.index("      # What follows") :]
    theirs = base + "      - id: new\n        title: New\n        lead: *lead\n"
    merged = torn(ours, theirs, base)
    assert {each.item for each in merged.conflicts} == {"treaty", "new"}


def test_the_text_beside_an_alias_that_was_written_out() -> None:
    ours = BASE.replace("lead: *lead", "lead: ICANN")
    merged = clean(ours, BASE.replace("&lead ICANN", "&lead LACNIC"), BASE)
    assert "        lead: ICANN\n" in merged


def test_two_anchors_of_one_name_are_not_left_to_chance() -> None:
    import pytest

    from lacplan.merge.decision import Unsure
    from lacplan.merge.engine import merge

    ours = changed(
        ("lead: ICANN  # who else\n", "lead: &x ICANN\n"),
        ("        title: Interest groups\n", "        title: Interest groups\n        lead: *x\n"),
    )
    theirs = changed(
        ("title: Capacity building\n", "title: Capacity building\n    lead: &x LACNIC\n"),
        ("        title: Schools\n", "        title: Schools\n        lead: *x\n"),
    )
    with pytest.raises(Unsure, match="two texts"):
        merge(PLAN, ours, theirs)


def test_an_alias_that_stands_on_theirs_alone_is_merged_by_meaning_too() -> None:
    plain = PLAN.replace("*", "")  # so that an asterisk is an alias
    ours = plain.replace("lead: ICANN", "lead: &s ICANN")
    last = "  - id: last\n    title: Last\n    notes: *s\n"
    merged = torn(ours, ours + last.replace("Last", "The last"), ours + last)
    assert [(each.item, each.field) for each in merged.conflicts] == [("last", None)]
