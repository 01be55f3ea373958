"""What holds of every history."""

import json
import os

from applying import applied, state
from hypothesis import given, settings
from hypothesis import strategies as st
from lives import GONE, UNREADABLE, Left, Story
from strategies import plans
from test_diff_laws import comparable

from lacplan.diff.change import Change, Kind
from lacplan.diff.compare import diff
from lacplan.diff.kept import from_kept, to_kept
from lacplan.history.blame import blame
from lacplan.history.life import live
from lacplan.history.log import Entry, Nature, read_log
from lacplan.model.plan import Plan

each = settings(max_examples=2000 if os.environ.get("LACPLAN_LONG") else 60, deadline=None)

lefts = st.lists(plans(replaces=True) | st.sampled_from([UNREADABLE, GONE]), min_size=1, max_size=5)
"""What the commits of a history without branches left."""


def entries(story: Story) -> list[Entry]:
    return list(read_log(story.commits, story))


def kinds(plan: Plan) -> dict[str, bool]:
    """Return by each id whether it is an item's, or else an indicator's."""
    found = {item.id: True for item in plan.walk()}
    return found | {each.id: False for item in plan.walk() for each in item.indicators}


@each
@given(old=plans(replaces=True), new=plans(replaces=True))
def test_what_is_kept_of_changes_is_all_of_them(old: Plan, new: Plan) -> None:
    changes = diff(old, new).changes
    assert from_kept(json.loads(json.dumps(to_kept(changes)))) == changes


@each
@given(lefts=lefts)
def test_the_changes_of_all_commits_in_their_order_make_the_newest_draft(
    lefts: list[Left],
) -> None:
    story = Story(*lefts)
    made = newest = None
    for entry in reversed(entries(story)):
        if entry.kind in (Nature.ENDS, Nature.UNREADABLE):
            assert entry.changes == ()
            continue
        newest = story.plan(entry.commit.after.blob if entry.commit.after else "")
        if entry.kind is Nature.BEGINS:
            assert made is None
            made = state(newest)
        elif made is not None:
            made = applied(entry.changes, made, kinds(newest))
    if made is not None and newest is not None:
        assert comparable(made) == comparable(state(newest))


def touches(change: Change, name: tuple[str | None, str]) -> bool:
    """Tell whether *change* gave a field its meaning."""
    item, field = name
    if change.item != item:
        return False
    if change.kind is Kind.EDITED:
        return change.field == field and change.weight.why != "white space"
    new = change.kind in (Kind.SPLIT, Kind.MERGED) and item not in (change.old or ())
    return change.kind is Kind.ADDED or new


@each
@given(lefts=st.lists(plans(replaces=True), min_size=1, max_size=5))
def test_who_is_blamed_is_the_last_in_whose_entry_the_field_changed(lefts: list[Plan]) -> None:
    story = Story(*lefts)
    log = entries(story)
    for line in blame(lefts[-1], log, story):
        name = line.item, line.field
        for entry in log:
            if entry.kind is Nature.BEGINS or any(
                touches(change, name) for change in entry.changes
            ):
                assert line.commit == entry.commit
                break
            was = [c.old for c in entry.changes if c.kind is Kind.RENAMED and c.item == name[0]]
            name = (str(was[0]), name[1]) if was else name


@each
@given(lefts=st.lists(plans(replaces=True), min_size=1, max_size=4), at=st.integers(0, 4))
def test_a_commit_that_changes_only_layout_is_never_blamed(lefts: list[Plan], at: int) -> None:
    plain, rewritten = Story(*lefts[:at]), Story(*lefts[:at])
    if lefts[:at]:
        rewritten.commit(lefts[:at][-1], layout=True)
    for left in lefts[at:]:
        plain.commit(left)
        rewritten.commit(left, layout=True)

    def blamed(story: Story) -> list[tuple[object, ...]]:
        lines = blame(lefts[-1], read_log(story.commits, story), story)
        order = [each.id for each in story.made if story is plain or each is not layout]
        return [(*line[:5], order.index(line.commit.id)) for line in lines if line.commit]

    layout = rewritten.made[len(lefts[:at])] if lefts[:at] else None
    assert blamed(plain) == blamed(rewritten)


@each
@given(base=plans(), left=plans(), right=plans())
def test_a_merge_that_took_one_side_has_no_changes_of_its_own(
    base: Plan, left: Plan, right: Plan
) -> None:
    story = Story(base)
    (start,) = story.made
    ours, theirs = story.commit(left, start), story.commit(right, start)
    story.commit(right, ours, theirs)
    assert entries(story)[0].changes == ()


@each
@given(lefts=st.lists(plans(replaces=True), min_size=1, max_size=5))
def test_every_change_belongs_to_the_life_of_its_item(lefts: list[Plan]) -> None:
    story = Story(*lefts)
    log = entries(story)
    for entry in log:
        for change in entry.changes:
            if change.item is not None:
                life = live([change.item], log, story, plan="plan")
                assert any(
                    event.commit == entry.commit and change in event.changes
                    for event in life.events
                )
