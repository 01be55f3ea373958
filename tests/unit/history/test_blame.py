"""Who answers for a field."""

from lives import Story

from lacplan.diff.change import Class
from lacplan.history.blame import blame
from lacplan.history.log import read_log

from .test_log import item, plan


def blamed(story: Story, cls: Class | None = None) -> dict[tuple[str | None, str], str | None]:
    """Return the number of the commit that answers for each field of the newest draft."""
    newest = story.plans[story.commits[0].after.blob]
    lines = blame(newest, read_log(story.commits, story), story, cls=cls)
    return {
        (line.item, line.field): line.commit and line.commit.subject.removeprefix("commit ")
        for line in lines
    }


def test_each_field_is_the_last_ones_who_changed_it():
    found = blamed(
        Story(
            plan(item("a", lead="Ana")),
            plan(item("a", lead="Bea"), title="Better"),
            plan(item("a", lead="Bea"), item("b", lead="Eva"), title="Better"),
        )
    )
    assert found[None, "title"] == "1"
    assert found[None, "language"] == "0"
    assert (found["a", "title"], found["a", "lead"]) == ("0", "1")
    assert (found["b", "title"], found["b", "lead"]) == ("2", "2")


def test_moving_renumbering_and_renaming_change_nothing_in_it():
    words = "The registries of the whole region shall train one another every year."
    found = blamed(
        Story(
            plan(item("a", code="1", description=words), item("b", code="2")),
            plan(item("b", code="1"), item("a", code="2", description=words)),
            plan(item("b", code="1", items=(item("a", level=1, code="1.1", description=words),))),
            plan(item("b", items=(item("c", level=1, description=words, replaces=("a",)),))),
        )
    )
    assert found["c", "description"] == "0"
    assert ("c", "code") not in found


def test_the_lineage_is_whose_draft_claims_it():
    renamed = Story(plan(item("a", lead="Ana")), plan(item("b", lead="Ana", replaces=("a",))))
    assert blamed(renamed)["b", "replaces"] == "1"
    assert blamed(renamed)["b", "lead"] == "0"
    merged = Story(plan(item("a", lead="Ana"), item("b")), plan(item("a", lead="Ana")))
    merged.commit(plan(item("a", lead="Ana"), item("c")))
    merged.commit(plan(item("a", lead="Ana", replaces=("c",))))
    assert (blamed(merged)["a", "replaces"], blamed(merged)["a", "lead"]) == ("3", "0")


def test_a_text_broken_into_other_lines_is_still_its_authors():
    texts = "one two\nthree", "one\ntwo three"
    found = blamed(Story(*(plan(item("a", description=text)) for text in texts)))
    assert found["a", "description"] == "0"


def test_editorial_changes_may_be_left_out():
    story = Story(plan(item("a", lead="the Group")), plan(item("a", lead="The group.")))
    story.commit(plan(item("a", lead="The group.", notes="x")))
    assert blamed(story)["a", "notes"] == "2"
    texts = Story(
        plan(item("a", description="the Group")), plan(item("a", description="The group."))
    )
    assert blamed(texts)["a", "description"] == "1"
    assert blamed(texts, Class.SUBSTANTIVE)["a", "description"] == "0"


def test_a_field_that_went_and_came_back_is_the_later_ones():
    found = blamed(Story(plan(item("a", lead="Ana")), plan(item("a")), plan(item("a", lead="Ana"))))
    assert found["a", "lead"] == "2"


def test_through_a_merge_it_is_whoever_of_the_side_that_it_came_from():
    base = plan(item("a"), item("b"))
    story = Story(base)
    (start,) = story.made
    ours = story.commit(plan(item("a", lead="Ana"), item("b"), item("c")), start)
    theirs = story.commit(plan(item("a"), item("b", lead="Bea")), start)
    story.commit(
        plan(item("a", lead="Ana"), item("b", lead="Bea", status="done"), item("c")), ours, theirs
    )
    found = blamed(story)
    assert (found["a", "lead"], found["b", "lead"]) == ("1", "2")
    assert (found["c", "title"], found["b", "status"], found["a", "title"]) == ("1", "3", "0")


def test_where_history_was_cut_off_nobody_is_blamed():
    story = Story()
    story.commit(plan(item("a", lead="Ana")), cut=True)
    story.commit(plan(item("a", lead="Ana", status="done")))
    found = blamed(story)
    assert (found["a", "lead"], found["a", "status"]) == (None, "1")


def test_it_stops_where_every_field_is_answered_for():
    story = Story(*(plan(item("a", lead=str(number))) for number in range(9)))
    story.commit(plan(item("b"), name="other", title="Other", language="es", levels=()))
    blamed(story)
    assert len(story.asked) == 9  # format never changed
