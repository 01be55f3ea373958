"""A commit's subject: what changed, in a few words."""

import pytest

from lacplan.diff.compare import diff
from lacplan.render.changes.brief import brief

AREA = '  - {id: a, code: "1", title: A, lead: X, description: One two three.}'


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (AREA, AREA, ""),
        (AREA, AREA.replace("three", "four"), "reworded item 1"),
        (AREA, AREA.replace("title: A", "title: B"), "reworded item 1"),
        (AREA, AREA.replace("lead: X", "lead: Z"), "changed item 1"),
        (AREA, AREA.replace("lead: X", "start: 2030"), "changed item 1"),
        (AREA, AREA.replace("three", "four").replace("X", "Z"), "reworded item 1"),
        (AREA, AREA + "\n  - {id: b, title: B}", "added b"),
        (AREA + "\n  - {id: b, title: B}\n  - {id: c, title: C}", AREA, "removed 2"),
        (AREA, AREA.replace('"1"', '"2"'), "renumbered item 2"),
    ],
)
def test_one_item_is_named_and_several_are_counted(between, old, new, said):
    assert brief(between(old, new).diff.changes) == said


def test_what_changed_of_the_plan_itself_is_named(between):
    _, old, new = between(AREA, AREA)
    final = new.plan._replace(stage="final")
    assert brief(diff(old.plan, final).changes) == "changed the plan's stage"
