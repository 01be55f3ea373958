"""Changes are told area by area, item by item, and a renumbering once."""

from lacplan.diff.change import Diff, Kind
from lacplan.render.changes.outline import outline


def items(codes, *, below=False):
    rows = []
    for id, code in codes.items():
        rows.append(f'  - id: {id}\n    code: "{code}"\n    title: Title of {id}')
        if below:
            rows.append(f'    objectives: [{{id: {id}-x, code: "{code}.1", title: Under {id}}}]')
    return "\n".join(rows)


def test_neighbours_that_shift_alike_are_one_shift_with_what_lies_under_them(between):
    diff, _, _ = between(
        items({"a": "2", "b": "3", "c": "4"}, below=True),
        items({"a": "1", "b": "2", "c": "3"}, below=True),
    )
    [section] = outline(diff).sections
    [shift] = section.shifts
    assert (shift.old, shift.new, shift.below) == (("2", "4"), ("1", "3"), 3)
    assert not section.subjects


def test_areas_that_shift_are_told_with_the_plan_itself(between):
    diff, _, _ = between(items({"a": "2", "b": "3"}), items({"a": "1", "b": "2"}))
    [section] = outline(diff).sections
    assert section.area is None


def test_an_item_that_shifts_alone_tells_how_many_follow_it(between):
    found = between(items({"a": "1"}, below=True), items({"a": "7"}, below=True))
    outlined = outline(found.diff)
    [section] = outlined.sections
    assert section.own is not None
    [change] = section.own.changes
    assert (change.old, change.new) == ("1", "7")
    assert outlined.below == {change.fingerprint: 1}
    assert not section.shifts


def test_one_change_out_of_a_run_stands_for_itself(between):
    diff, _, _ = between(items({"a": "2", "b": "3"}), items({"a": "1", "b": "2"}))
    one = Diff(tuple(each for each in diff.changes if each.item == "b"), diff.areas)
    [section] = outline(one).sections
    assert section.own is not None
    assert [(each.old, each.new) for each in section.own.changes] == [("3", "2")]
    assert not section.shifts


def test_the_changes_of_an_area_itself_stand_apart(between):
    area = "  - {id: a, title: A, lead: %s, objectives: [{id: b, title: B, lead: %s}]}"
    diff, _, _ = between(area % ("X", "X"), area % ("Y", "Y"))
    [section] = outline(diff).sections
    assert section.heading == "A"
    assert section.own is not None
    assert section.own.item == "a"
    assert [subject.item for subject in section.subjects] == ["b"]


def test_every_change_is_in_it_once(pair):
    diff, _, _ = pair("en")
    found = outline(diff)
    told = [change for section in found.sections for change in section.changes]
    shifts = [shift for section in found.sections for shift in section.shifts]
    assert len(set(map(id, told))) == len(told)
    shifted = [each for each in diff.changes if each.kind is Kind.RENUMBERED and each.run]
    alone = [each for each in told if each.kind is Kind.RENUMBERED]
    assert len(told) + len(shifted) - len(alone) == len(diff.changes)
    assert len(shifts) == 1


def test_an_id_that_another_kind_of_thing_took_is_not_one_subject(between):
    old = "  - {id: a, title: A, indicators: [{id: x, title: Measured}]}"
    new = "  - {id: a, title: A, objectives: [{id: x, title: To be done}]}"
    diff, _, _ = between(old, new)
    kinds = [
        [change.kind for change in subject.changes]
        for section in outline(diff).sections
        for subject in section.subjects
    ]
    assert sorted(kinds) == [[Kind.ADDED], [Kind.REMOVED]]
