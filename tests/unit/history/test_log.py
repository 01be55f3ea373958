"""What commits meant."""

from typing import Any

from lives import GONE, UNREADABLE, Story

from lacplan.diff.change import Kind
from lacplan.history.log import Entry, Nature, read_log
from lacplan.model.plan import Item, Plan


def plan(*items: Item, **fields: Any) -> Plan:
    return Plan(
        **{"format": 1, "name": "plan", "title": "Plan", "language": "en"} | fields, items=items
    )


def item(id: str, **fields: Any) -> Item:
    return Item(**{"id": id, "title": id.upper()} | fields)


def entries(story: Story) -> list[Entry]:
    return list(read_log(story.commits, story))


def told(entry: Entry) -> list[tuple[Kind, str | None, str | None]]:
    return [(change.kind, change.item, change.field) for change in entry.changes]


def test_the_first_commit_begins_the_draft_and_the_others_change_it():
    second, first = entries(Story(plan(item("a")), plan(item("a", lead="Ana"), item("b"))))
    assert first.kind is Nature.BEGINS
    assert first.changes == ()
    assert told(second) == [(Kind.EDITED, "a", "lead"), (Kind.ADDED, "b", None)]
    assert second.kind is Nature.EDITS


def test_a_commit_that_left_the_meaning_alone_is_one_of_layout():
    story = Story(plan(item("a")))
    story.commit(plan(item("a")), layout=True)
    assert [entry.kind for entry in entries(story)] == [Nature.LAYOUT, Nature.BEGINS]


def test_what_cannot_be_read_means_nothing_and_the_next_is_compared_with_what_could():
    story = Story(plan(item("a")), UNREADABLE, UNREADABLE, plan(item("a", lead="Ana")))
    fixed, broken, _, first = entries(story)
    assert told(fixed) == [(Kind.EDITED, "a", "lead")]
    assert fixed.origins[0].commit == first.commit.id
    assert (broken.fault, broken.changes) == ("Line 1: it does not parse.", ())
    assert broken.kind is Nature.UNREADABLE


def test_a_draft_that_could_never_be_read_begins_where_it_can():
    fixed, broken = entries(Story(UNREADABLE, plan(item("a"))))
    assert (fixed.kind, broken.kind) == (Nature.BEGINS, Nature.UNREADABLE)


def test_a_draft_that_went_and_came_back_goes_on():
    back, away, _ = entries(Story(plan(item("a")), GONE, plan(item("a"), item("b"))))
    assert away.kind is Nature.ENDS
    assert told(back) == [(Kind.ADDED, "b", None)]
    assert back.kind is Nature.EDITS


def joined(*, left: Plan, right: Plan, both: Plan, base: Plan) -> Entry:
    """Return the merge of two branches."""
    story = Story(base)
    (start,) = story.made
    ours, theirs = story.commit(left, start), story.commit(right, start)
    story.commit(both, ours, theirs)
    return entries(story)[0]


def test_a_merge_that_only_joins_has_no_changes_of_its_own():
    entry = joined(
        base=plan(item("a"), item("b")),
        left=plan(item("a", lead="Ana"), item("b"), item("new")),
        right=plan(item("a"), item("b", lead="Bea", title="Better")),
        both=plan(item("a", lead="Ana"), item("b", lead="Bea", title="Better"), item("new")),
    )
    assert entry.kind is Nature.MERGE
    assert entry.changes == ()


def test_what_a_merge_settled_by_itself_is_told_once():
    entry = joined(
        base=plan(item("a"), item("b")),
        left=plan(item("a", lead="Ana"), item("b"), item("new", lead="Ana")),
        right=plan(item("a", lead="Bea"), item("b", title="Better")),
        both=plan(item("a", lead="Eva"), item("b", title="Better"), item("new", lead="Eva")),
    )
    assert told(entry) == [(Kind.EDITED, "a", "lead"), (Kind.EDITED, "new", "lead")]


def test_what_a_merge_added_by_itself_is_told():
    entry = joined(
        base=plan(item("a")),
        left=plan(item("a", lead="Ana")),
        right=plan(item("a", title="Better")),
        both=plan(item("a", lead="Ana", title="Better"), item("b")),
    )
    assert told(entry) == [(Kind.ADDED, "b", None)]


def test_only_what_is_asked_for_is_worked_out():
    story = Story(*(plan(item("a", lead=str(number))) for number in range(9)))
    log = read_log(story.commits, story)
    next(log)
    assert len(story.asked) == 1
