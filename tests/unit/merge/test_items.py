"""Items added, moved and deleted on both sides."""

import pytest
from plans_to_merge import PLAN, TREATY, changed, clean, part, sides, torn

from lacplan.merge.engine import merge

NEW = '      - id: {id}\n        code: "{code}"\n        title: {title}\n'
CAPACITY = PLAN[PLAN.index("  - id: capacity") :]


def new(id: str, code: str, title: str) -> str:
    return NEW.format(id=id, code=code, title=title)


def moved(lines: str, text: str = PLAN) -> str:
    """Return *text* with *lines* at its end, under the other area."""
    assert lines in text
    return text.replace(lines, "").rstrip("\n") + "\n" + lines


def test_both_add_an_item_at_one_place_and_both_are_kept() -> None:
    ours, theirs = (
        PLAN + new("teachers", "2.2", "Teachers"),
        PLAN + new("libraries", "2.3", "Libraries"),
    )
    assert clean(ours, theirs) == ours + new("libraries", "2.3", "Libraries")


def test_an_added_item_keeps_its_comments_and_its_layout() -> None:
    item = (
        "      # Asked for by the ministers.\n"
        "      - id: teachers   # new\n"
        '        title: "Teachers"\n'
    )
    assert clean(changed(("end: 2025", "end: 2026")), PLAN + item).endswith(item)


def test_a_move_to_another_parent_against_an_edit_puts_the_edited_thing_in_its_new_place() -> None:
    ours = changed(("title: The treaty", "title: A treaty"))
    merged = clean(ours, moved(TREATY))
    assert merged.endswith(TREATY.replace("The treaty", "A treaty").replace('"1.2', '"1.2'))
    assert merged.count("id: treaty") == 1


def test_a_move_against_an_edit_of_what_lies_below() -> None:
    merged = clean(changed(("Signing of the treaty", "Ratification of it")), moved(TREATY))
    assert merged.endswith("title: Ratification of it\n")
    assert merged.count("id: signing") == 1


def test_a_move_against_an_addition_below() -> None:
    more = (
        '          - id: ratification\n            code: "1.2.2"\n            title: Ratification\n'
    )
    ours = PLAN.replace(TREATY, TREATY + more)
    assert clean(ours, moved(TREATY)).endswith(TREATY + more)


def test_a_move_takes_the_comments_over_it_along() -> None:
    base = PLAN.replace(TREATY, f"      # Signed at last.\n{TREATY}")
    lines = f"      # Signed at last.\n{TREATY}"
    theirs = base.replace(lines, "").rstrip("\n") + "\n" + lines
    merged = clean(base.replace("The treaty", "A treaty"), theirs, base)
    assert merged.endswith(lines.replace("The treaty", "A treaty"))


def test_a_reorder_against_an_edit() -> None:
    area = PLAN[PLAN.index("  - id: capacity") :]
    theirs = PLAN.replace(area, "").replace("areas:\n", f"areas:\n{area}")
    merged = clean(changed(("title: Schools", "title: All schools")), theirs)
    assert merged == theirs.replace("title: Schools", "title: All schools")


def test_moves_in_different_places_of_one_list() -> None:
    names = ["a", "b", "c", "d", "e", "f"]

    def plan(order: list[str]) -> str:
        items = "".join(f"  - id: {name}\n    title: The item {name}\n" for name in order)
        return f"format: 1\nname: p\ntitle: P\nlanguage: en\nareas:\n{items}"

    merged = clean(
        plan(["b", "c", "a", "d", "e", "f"]), plan(["a", "b", "c", "f", "d", "e"]), plan(names)
    )
    assert merged == plan(["b", "c", "a", "f", "d", "e"])


def test_delete_against_edit_is_a_conflict_that_names_the_item() -> None:
    merged = torn(PLAN.replace(TREATY, ""), changed(("title: The treaty", "title: A treaty")))
    assert sides(merged) == [("", TREATY, TREATY.replace("The treaty", "A treaty"))]
    (conflict,) = merged.conflicts
    assert (conflict.item, conflict.ours_did, conflict.theirs_did) == (
        "treaty",
        "deleted",
        "edited it",
    )


def test_delete_an_ancestor_against_an_edit_below_it() -> None:
    merged = torn(PLAN.replace(TREATY, ""), changed(("Signing of the treaty", "Ratification")))
    assert "Ratification" in sides(merged)[0][2]
    assert merged.conflicts[0].why == "below it, theirs edited “signing”"


def test_delete_an_ancestor_against_an_addition_below_it() -> None:
    more = "          - id: ratification\n            title: Ratification\n"
    merged = torn(PLAN.replace(TREATY, ""), PLAN.replace(TREATY, TREATY + more))
    assert sides(merged)[0][2] == TREATY + more


def test_delete_an_ancestor_against_a_move_out_of_it() -> None:
    project = part("- id: signing", "# What follows").rstrip("\n") + "\n"
    theirs = PLAN.replace("        projects:\n" + project, "") + "        projects:\n" + project
    merged = torn(PLAN.replace(TREATY, ""), theirs)
    assert "id: treaty" not in merged.text
    (conflict,) = merged.conflicts
    assert (conflict.item, conflict.theirs_did) == ("signing", "moved to “schools”")


def test_a_deletion_against_nothing_is_a_deletion() -> None:
    merged = clean(PLAN.replace(TREATY, ""), changed(("title: Schools", "title: All schools")))
    assert "treaty\n" not in merged.replace("The treaty is open", "")


def test_a_renumbering_never_beats_a_deletion() -> None:
    theirs = changed(('code: "1.2"\n', 'code: "1.5"\n'), ('"1.2.1"', '"1.5.1"'))
    assert "id: treaty" not in clean(PLAN.replace(TREATY, ""), theirs)


def test_two_moves_to_different_places_are_a_conflict_in_both() -> None:
    base = PLAN + "  - id: third\n    title: Third\n"
    ours = base.replace(TREATY, "") + "    objectives:\n" + TREATY
    theirs = base.replace(TREATY, "").replace(CAPACITY, CAPACITY + TREATY)
    merged = torn(ours, theirs, base)
    assert sides(merged) == [("", "", TREATY), (TREATY, "", "")]
    assert {each.why for each in merged.conflicts} == {"both moved it"}


def test_two_items_added_under_one_id_are_not_said_to_be_moved() -> None:
    added = "      - id: fresh\n        title: Something new\n"
    merged = torn(
        PLAN.replace(CAPACITY, added + CAPACITY),
        PLAN.replace(CAPACITY, added.replace("Something new", "Quite another thing") + CAPACITY),
    )
    assert {each.why for each in merged.conflicts} == {"both added it, each its own"}


def test_a_move_into_something_deleted_is_a_conflict() -> None:
    ours, theirs = moved(TREATY), PLAN.replace(CAPACITY, "")
    merged = torn(ours, theirs)
    assert "moved" in " ".join(each.ours_did for each in merged.conflicts)
    assert (
        merged.text.count("id: treaty") == 3
    )  # where it was, on both its sides there, and below capacity
    assert [each[2] for each in sides(merged)][-1] == ""


def test_a_circle_of_moves_is_a_conflict() -> None:
    head = "format: 1\nname: p\ntitle: P\nlanguage: en\nlevels: {a: A, b: B, c: C}\na:\n"
    base = head + "  - id: one\n    title: One\n  - id: two\n    title: Two\n"
    ours = head + "  - id: one\n    title: One\n    b:\n      - id: two\n        title: Two\n"
    theirs = head + "  - id: two\n    title: Two\n    b:\n      - id: one\n        title: One\n"
    merged = torn(ours, theirs, base)
    assert {each.item for each in merged.conflicts} == {"one", "two"}


def test_two_different_items_under_one_new_id_are_a_conflict() -> None:
    ours, theirs = (
        PLAN + new("teachers", "2.2", "Teachers of the region"),
        PLAN + new("teachers", "2.2", "What a pity"),
    )
    merged = torn(ours, theirs)
    assert sides(merged)[0] == (
        new("teachers", "2.2", "Teachers of the region"),
        "",
        new("teachers", "2.2", "What a pity"),
    )
    assert merged.conflicts[0].item == "teachers"


def test_one_item_added_on_both_sides_is_added_once() -> None:
    item = new("teachers", "2.2", "Teachers")
    ours = PLAN + item + "        lead: ICANN\n"
    theirs = PLAN + item + "        end: 2024\n"
    merged = clean(ours, theirs)
    assert merged.count("id: teachers") == 1
    assert merged.endswith(f"{item}        end: 2024\n        lead: ICANN\n")


def test_an_id_renamed_on_one_side_and_edited_on_the_other() -> None:
    renamed = changed(
        ("- id: treaty\n", "- id: pact\n"),
        ("title: The treaty\n", "title: The treaty\n        replaces: [treaty]\n"),
    )
    merged = clean(renamed, changed(("Signing of the treaty", "Ratification")))
    assert merged == renamed.replace("Signing of the treaty", "Ratification")
    turned = clean(changed(("title: The treaty", "title: The pact")), renamed)
    assert "- id: pact" in turned
    assert "title: The pact" in turned
    assert "- id: treaty" not in turned


def test_two_names_for_one_item_are_a_conflict() -> None:
    def renamed(name: str) -> str:
        return changed(
            ("- id: treaty\n", f"- id: {name}\n"),
            ("title: The treaty\n", "title: The treaty\n        replaces: [treaty]\n"),
        )

    merged = torn(renamed("pact"), renamed("convention"))
    assert [(each.item, each.field) for each in merged.conflicts] == [("pact", "id")]


@pytest.mark.parametrize("ids", [("pact", "convention"), ("pact", "treaty-of-lima")])
def test_a_split_on_one_side_against_an_edit_of_what_was_split_is_told(
    ids: tuple[str, str],
) -> None:
    heirs = "".join(
        f"      - id: {id}\n        title: One half, {id}\n        replaces: [treaty]\n"
        for id in ids
    )
    ours = PLAN.replace(TREATY, heirs)
    merged = torn(ours, changed(("title: The treaty", "title: The good treaty")))
    (conflict,) = merged.conflicts
    assert conflict.item == "treaty"
    assert conflict.ours_did == f"split into “{ids[0]}” and “{ids[1]}”"
    assert "The good treaty" in merged.text


def test_a_new_id_that_the_other_side_gave_to_something_else_is_a_conflict() -> None:
    ours = changed(
        ("- id: treaty\n", "- id: pact\n"),
        ("title: The treaty\n", "title: The treaty\n        replaces: [treaty]\n"),
    )
    theirs = PLAN + new("pact", "2.2", "Something else")
    assert {each.item for each in torn(ours, theirs).conflicts} == {"pact"}


def test_a_list_whose_last_item_leaves_is_not_left_dangling() -> None:
    project = part("- id: signing", "# What follows").rstrip("\n") + "\n"
    theirs = PLAN.replace("        projects:\n" + project, "") + "        projects:\n" + project
    merged = clean(changed(("title: The treaty", "title: A treaty")), theirs)
    assert merged.count("projects:") == 1


def test_nothing_is_told_of_where_nothing_was_done() -> None:
    assert merge(PLAN, PLAN, PLAN) == (PLAN, (), ())
