"""The life of an item."""

from lives import GONE, UNREADABLE, Story

from lacplan.diff.change import Kind
from lacplan.history.life import Forebear, Life, live
from lacplan.history.log import read_log
from lacplan.model.plan import Indicator, Plan

from .test_log import item, plan


def lived(id: str, *lefts: Plan | str) -> Life:
    return lived_in(Story(*lefts), id)


def lived_in(story: Story, id: str) -> Life:
    return live([id], read_log(story.commits, story), story, plan="plan")


def told(life: Life) -> list[tuple[str, Kind, str | None]]:
    """Return what happened, oldest first."""
    return [
        (event.commit.subject.removeprefix("commit "), change.kind, change.field)
        for event in reversed(life.events)
        for change in event.changes
    ]


def test_created_moved_renumbered_reworded_and_removed():
    found = lived(
        "a",
        plan(item("p")),
        plan(item("p"), item("a", code="2")),
        plan(item("p", items=(item("a", level=1, code="1.1"),))),
        plan(item("p", items=(item("a", level=1, code="1.1", title="New"),))),
        plan(item("p", title="Not ours", items=(item("a", level=1, code="1.1", title="New"),))),
        plan(item("p", title="Not ours")),
    )
    assert told(found) == [
        ("1", Kind.ADDED, None),
        ("2", Kind.MOVED, None),
        ("2", Kind.RENUMBERED, "code"),
        ("3", Kind.EDITED, "title"),
        ("5", Kind.REMOVED, None),
    ]


def test_what_the_draft_begins_and_ends_with_is_created_and_removed_then():
    found = lived("a", plan(item("a", lead="Ana")), plan(), plan(item("a")), GONE)
    assert told(found) == [
        ("0", Kind.ADDED, None),
        ("1", Kind.REMOVED, None),
        ("2", Kind.ADDED, None),
        ("3", Kind.REMOVED, None),
    ]


def test_what_comes_back_with_the_draft_is_told_as_added():
    found = lived("a", plan(item("a"), item("b")), GONE, plan(item("a", lead="Ana")))
    assert told(found) == [
        ("0", Kind.ADDED, None),
        ("1", Kind.REMOVED, None),
        ("2", Kind.ADDED, None),
        ("2", Kind.EDITED, "lead"),
    ]
    lost = lived("b", plan(item("a"), item("b")), GONE, plan(item("a")))
    assert told(lost) == [("0", Kind.ADDED, None), ("1", Kind.REMOVED, None)]


def test_an_item_with_a_new_id_is_the_same():
    found = lived("b", plan(item("a", title="B")), plan(item("b", replaces=("a",))))
    assert told(found) == [("0", Kind.ADDED, None), ("1", Kind.RENAMED, None)]
    assert found.ids == {"a", "b"}


def test_a_split_is_told_to_the_heirs_and_to_what_was_split():
    lefts = plan(item("a")), plan(item("b", replaces=("a",)), item("c", replaces=("a",)))
    assert told(lived("b", *lefts)) == [("0", Kind.ADDED, None), ("1", Kind.SPLIT, None)]
    assert told(lived("a", *lefts)) == [
        ("0", Kind.ADDED, None),
        ("1", Kind.SPLIT, None),
        ("1", Kind.SPLIT, None),
    ]


def test_a_merger_goes_back_to_all_that_it_took_in():
    found = lived(
        "c",
        plan(item("a")),
        plan(item("a"), item("b")),
        plan(item("c", replaces=("a", "b"))),
    )
    assert told(found) == [
        ("0", Kind.ADDED, None),
        ("1", Kind.ADDED, None),
        ("2", Kind.MERGED, None),
    ]


def test_what_it_carries_on_may_be_long_gone():
    found = lived(
        "b", plan(item("a")), plan(), plan(item("x")), plan(item("x"), item("b", replaces=("a",)))
    )
    assert told(found) == [
        ("0", Kind.ADDED, None),
        ("1", Kind.REMOVED, None),
        ("3", Kind.ADDED, None),
    ]


def test_plans_before_are_named_with_the_commit_that_names_them():
    story = Story(plan(), plan(item("a", replaces=("old#x", "plan#y"))))
    story.commit(plan(item("a", replaces=("old#x", "old#z"))))
    found = lived_in(story, "a")
    second, third = story.made[1:]
    assert set(found.forebears) == {
        Forebear("old", "x", second),
        Forebear("old", "x", third),
        Forebear("old", "z", third),
    }
    assert "y" in found.ids


def test_its_indicators_are_of_it():
    found = lived(
        "a",
        plan(item("a")),
        plan(item("a", indicators=(Indicator(id="i", title="I", unit="%"),))),
        plan(item("a", indicators=(Indicator(id="i", title="I", unit="days"),))),
        plan(item("a")),
    )
    assert [(number, kind) for number, kind, _ in told(found)] == [
        ("0", Kind.ADDED),
        ("1", Kind.ADDED),
        ("2", Kind.EDITED),
        ("3", Kind.REMOVED),
    ]


def test_commits_that_cannot_be_read_are_passed_by():
    found = lived("a", plan(item("a")), UNREADABLE, plan(item("a", lead="Ana")))
    assert told(found) == [("0", Kind.ADDED, None), ("2", Kind.EDITED, "lead")]
