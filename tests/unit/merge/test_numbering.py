"""Codes follow position."""

from plans_to_merge import PLAN, TREATY, changed, clean, torn

from lacplan.merge.decision import Action
from lacplan.merge.engine import merge
from lacplan.validate.draft import Draft  # noqa: F401


def counted(*names: str, start: int = 1, text: str = "") -> str:
    """Return a plan whose areas are numbered by position."""
    areas = "".join(
        f'  - id: {name}\n    code: "{number}"\n    title: The area {name}\n'
        for number, name in enumerate(names, start)
    )
    return f"format: 1\nname: p\ntitle: P\nlanguage: en\nareas:\n{areas}{text}"


def test_renumbering_on_one_side_against_additions_on_the_other() -> None:
    base = counted("a", "b", "c", "d")
    ours = counted("a", "c", "d")
    theirs = counted("a", "b", "c", "d", "e")
    assert clean(ours, theirs, base) == counted("a", "c", "d", "e")


def test_the_same_new_code_on_both_sides_is_mended_where_codes_count_positions() -> None:
    base = counted("a", "b")
    merged = merge(base, counted("a", "b", "x"), counted("a", "b", "y"))
    assert merged.text == counted("a", "b", "x", "y")
    assert [(each.item, each.action) for each in merged.decisions if each.field == "code"] == [
        ("y", Action.MENDED)
    ]
    assert merged.notes == ("“y”: its code “3” became “4”, by its place.",)


def test_both_insert_in_the_middle_and_renumber() -> None:
    base = counted("a", "b", "c")
    assert clean(counted("a", "x", "b", "c"), counted("a", "b", "y", "c"), base) == counted(
        "a", "x", "b", "y", "c"
    )


def test_the_same_new_code_where_codes_have_gaps_is_named() -> None:
    gap = '  - id: {0}\n    code: "9"\n    title: The area {0}\n'
    base = counted("a", "b") + '  - id: z\n    code: "7"\n    title: Zed\n'
    merged = merge(base, base + gap.format("x"), base + gap.format("y"))
    assert not merged.conflicts
    assert merged.text.count('code: "9"') == 2
    assert merged.notes == ("“x” and “y” both bear the code “9” now.",)


def test_an_addition_below_an_item_that_the_other_side_renumbered_follows_it() -> None:
    ours = PLAN.replace('"1.2', '"1.7')
    more = (
        '          - id: ratification\n            code: "1.2.2"\n            title: Ratification\n'
    )
    merged = merge(PLAN, ours, PLAN.replace(TREATY, TREATY + more))
    assert not merged.conflicts
    assert 'code: "1.7.2"\n            title: Ratification' in merged.text


def test_an_item_keeps_its_own_number_where_its_parent_got_another() -> None:
    base = PLAN
    ours = PLAN.replace('"1.2', '"1.7')
    theirs = changed(('"1.2.1"', '"1.2.4"'))
    assert '"1.7.4"' in clean(ours, theirs, base)


def test_one_item_that_both_moved_to_one_list_is_numbered_by_its_place() -> None:
    base = PLAN + '      - id: teachers\n        code: "2.2"\n        title: Teachers\n'
    lines = TREATY.replace('"1.2', '"2.{}')
    ours = (
        base.replace(TREATY, "")
        .replace("      - id: teachers", lines.replace("{}", "2") + "      - id: teachers")
        .replace('code: "2.2"\n        title: Teachers', 'code: "2.3"\n        title: Teachers')
    )
    theirs = base.replace(TREATY, "") + lines.replace("{}", "3")
    assert clean(ours, theirs, base) == ours


def test_two_codes_for_one_item_are_a_conflict_where_position_does_not_say() -> None:
    merged = torn(changed(('code: "1.3"', 'code: "1.4"')), changed(('code: "1.3"', 'code: "1.5"')))
    assert [(each.item, each.field, each.ours, each.theirs) for each in merged.conflicts] == [
        ("groups", "code", "1.4", "1.5")
    ]


def test_a_moved_item_bears_the_code_that_it_was_given() -> None:
    theirs = PLAN.replace(TREATY, "").rstrip("\n") + "\n" + TREATY.replace('"1.2', '"2.2')
    merged = clean(changed(("title: The treaty", "title: A treaty")), theirs)
    assert merged.endswith(TREATY.replace('"1.2', '"2.2').replace("The treaty", "A treaty"))


def test_a_comment_put_at_a_code_that_the_other_side_changed_is_kept() -> None:
    ours = changed(('code: "2.1"\n', 'code: "2.4"\n'))
    for old, new in (
        ('        code: "2.1"\n', '        # quoted in the minutes\n        code: "2.1"\n'),
        ('code: "2.1"\n', 'code: "2.1"  # quoted in the minutes\n'),
    ):
        wanted = changed((old, new.replace("2.1", "2.4")))
        assert clean(ours, changed((old, new))) == wanted
        assert clean(changed((old, new)), ours) == wanted
