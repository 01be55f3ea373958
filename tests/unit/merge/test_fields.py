"""Fields of one item, changed on both sides."""

from plans_to_merge import PLAN, changed, clean, part, sides, torn

from lacplan.merge.decision import Action
from lacplan.merge.engine import merge


def test_different_fields_of_one_item_on_adjacent_lines_are_clean() -> None:
    ours = changed(("title: Schools", "title: All schools"))
    theirs = changed(('code: "2.1"\n', 'code: "2.9"\n'))
    assert clean(ours, theirs) == changed(
        ("title: Schools", "title: All schools"), ('code: "2.1"\n', 'code: "2.9"\n')
    )


def test_different_fields_of_one_item_apart_are_clean() -> None:
    ours = changed(("lead: ICANN", "lead: LACNIC"))
    theirs = changed(("end: 2025", "end: 2026"))
    assert clean(ours, theirs) == changed(
        ("lead: ICANN", "lead: LACNIC"), ("end: 2025", "end: 2026")
    )


def test_the_same_change_on_both_sides_is_made_once() -> None:
    both = ("lead: ICANN", "lead: LACNIC")
    ours = changed(both, ("end: 2025", "end: 2026"))
    theirs = changed(both, ("start: 2021", "start: 2022"))
    merged = merge(PLAN, ours, theirs)
    assert merged.text.count("LACNIC") == 1
    told = {each.field: each.action for each in merged.decisions}
    assert told == {"lead": Action.SAME, "start": Action.THEIRS}


def test_two_values_for_one_field_are_a_conflict_around_that_field_alone() -> None:
    ours = changed(("title: Schools", "title: Public schools"), ("lead: ICANN", "lead: LACNIC"))
    theirs = changed(("title: Schools", "title: Rural schools"), ("end: 2025", "end: 2026"))
    merged = torn(ours, theirs)
    assert sides(merged) == [
        (
            "        title: Public schools\n",
            "        title: Schools\n",
            "        title: Rural schools\n",
        )
    ]
    assert "lead: LACNIC" in merged.text
    assert "end: 2026" in merged.text
    (conflict,) = merged.conflicts
    assert (conflict.item, conflict.field) == ("schools", "title")
    assert (conflict.base, conflict.ours, conflict.theirs) == (
        "Schools",
        "Public schools",
        "Rural schools",
    )


def test_a_field_deleted_on_one_side_and_edited_on_the_other_is_a_conflict() -> None:
    merged = torn(
        changed(("        lead: ICANN  # who else\n", "")), changed(("lead: ICANN", "lead: LACNIC"))
    )
    assert sides(merged) == [
        ("", "        lead: ICANN  # who else\n", "        lead: LACNIC  # who else\n")
    ]


def test_a_field_deleted_on_one_side_whose_comment_the_other_changed_is_a_conflict() -> None:
    old = "        lead: ICANN  # who else\n"
    new = "        lead: ICANN  # ask the region first\n"
    merged = torn(changed((old, "")), changed((old, new)))
    assert sides(merged) == [("", old, new)]


def test_a_field_deleted_on_one_side_alone_is_gone() -> None:
    ours = changed(("        start: 2021\n", ""))
    assert clean(ours, changed(("end: 2025", "end: 2026"))) == changed(
        ("        start: 2021\n", ""), ("end: 2025", "end: 2026")
    )


def test_both_append_to_one_list_in_brackets_and_both_are_kept() -> None:
    merged = clean(
        changed(("[policy, region]", "[policy, region, law]")),
        changed(("[policy, region]", "[policy, region, year]")),
    )
    assert merged == changed(("[policy, region]", "[policy, region, law, year]"))


def test_both_append_to_one_list_on_lines_and_both_are_kept() -> None:
    last = "          - The treaty is open for signature\n"
    ours, theirs = (
        f"{last}          - Students ask for it\n",
        f"{last}          - Donors have been found\n",
    )
    assert clean(changed((last, ours)), changed((last, theirs))) == changed(
        (last, f"{last}          - Donors have been found\n          - Students ask for it\n")
    )


def test_both_put_in_two_wordings_of_one_entry_and_are_asked() -> None:
    last = "          - The treaty is open for signature\n"
    merged = torn(
        changed((last, f"{last}          - Donors were found in four countries\n")),
        changed((last, f"{last}          - Donors were found in five countries\n")),
    )
    assert [ours for ours, _, _ in sides(merged)] == [
        "          - Donors were found in four countries\n"
    ]


def test_both_put_in_two_short_entries_that_are_two_things() -> None:
    last = "          - The treaty is open for signature\n"
    merged = clean(
        changed((last, f"{last}          - Workshop in Lima\n")),
        changed((last, f"{last}          - Workshop in Quito\n")),
    )
    assert merged.count("- Workshop in Lima\n") == merged.count("- Workshop in Quito\n") == 1


def test_entries_taken_away_edited_and_put_in_are_clean() -> None:
    ours = changed(("          - Ministries have begun to listen\n", ""))
    theirs = changed(("open for signature", "open for signature at last"))
    assert "Ministries" not in clean(ours, theirs)
    assert "open for signature at last" in clean(ours, theirs)


def test_an_entry_that_one_side_replaced_by_what_the_other_put_in_is_there_once() -> None:
    old = "          - Ministries have begun to listen\n"
    new = "          - Donors have been found\n"
    merged = clean(changed((old, new)), changed((old, old + new)))
    assert merged == changed((old, new))


def test_a_list_of_which_each_side_took_a_part_away_is_gone() -> None:
    one, other = (
        "          - Ministries have begun to listen\n",
        "          - The treaty is open for signature\n",
    )
    gone = changed((f"        opportunities:\n{one}{other}", ""))
    assert clean(changed((one, "")), changed((other, ""))) == gone


def test_an_entry_taken_away_and_reworded_is_a_conflict() -> None:
    merged = torn(
        changed(("          - Ministries have begun to listen\n", "")),
        changed(("Ministries have begun", "All ministries have begun")),
    )
    assert sides(merged)[0][0] == ""


def test_both_put_a_list_where_there_was_none() -> None:
    line = "        title: Schools\n"
    merged = clean(
        changed((line, f"{line}        tags: [a]\n")),
        changed((line, f"{line}        tags:\n          - b\n")),
    )
    assert "tags: [a, b]" in merged or ("- a\n" in merged and "- b\n" in merged)


def test_maps_are_merged_key_by_key() -> None:
    ours = changed(("A: Security", "A: Stability"))
    theirs = changed(("B: Operations", "B: Operations, C: Competition"))
    assert clean(ours, theirs) == changed(
        ("A: Security, B: Operations", "A: Stability, B: Operations, C: Competition")
    )


def test_an_indicator_in_braces_is_merged_field_by_field() -> None:
    ours = changed(("baseline: 2", "baseline: 3"))
    theirs = changed(("Meetings held", "Meetings"), ("target: 6", "target: 7"))
    assert "{id: meetings, title: Meetings, unit: meetings, baseline: 3, target: 7}" in clean(
        ours, theirs
    )


def test_an_indicator_in_braces_is_in_conflict_on_its_line() -> None:
    merged = torn(
        changed(("target: 6", "target: 8")),
        changed(("target: 6", "target: 7"), ("baseline: 2", "baseline: 1")),
    )
    ((ours, _, theirs),) = sides(merged)
    assert "target: 8" in ours
    assert "target: 7" in theirs
    assert "baseline: 1" in ours
    (conflict,) = merged.conflicts
    assert (conflict.item, conflict.field) == ("meetings", "target")


def test_an_amount_is_never_joined_with_another_currency() -> None:
    line = "        title: Schools\n"
    base = changed((line, f"{line}        budget: {{amount: 5, currency: USD}}\n"))
    ours, theirs = base.replace("amount: 5", "amount: 6"), base.replace("USD", "UYU")
    ((mine, _, yours),) = sides(torn(ours, theirs, base))
    assert "amount: 6" in mine
    assert "USD" in mine
    assert "amount: 5" in yours
    assert "UYU" in yours


def test_the_plans_own_fields_are_merged_too() -> None:
    ours = changed(("title: Regional plan", "title: The plan"))
    theirs = changed(("start: 2020", "start: 2021"))
    assert clean(ours, theirs) == changed(
        ("title: Regional plan", "title: The plan"), ("start: 2020", "start: 2021")
    )
    assert part("format: 1", "title:") in clean(ours, theirs)
