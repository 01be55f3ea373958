"""A consultation joined: which comment came to what."""

from lacplan.model.comment import Action, Amendment, Comment, erased
from lacplan.model.consultation import Consultation
from lacplan.model.issues import Issue, Issues, Link
from lacplan.model.ledger import UNANSWERED, Ledger, comments_now


def comment(id: str, **rest) -> Comment:
    submission, _, seq = id.partition(".")
    return Comment(id, submission, int(seq), "2013-03-27T12:00:00Z", "csv", **rest)


def ledger(*comments: Comment, links=(), issues=()) -> Ledger:
    return Ledger(
        id="round-1",
        consultation=Consultation(),
        issues=Issues(issues=tuple(issues)),
        links=links,
        comments=comments,
    )


def test_a_comment_inherits_the_disposition_of_its_issue_unless_its_link_says_another():
    made = ledger(
        *map(comment, ("a.1", "b.1", "c.1", "d.1")),
        links=[Link("a.1", "ssr"), Link("b.1", "ssr", "noted"), Link("d.1", "nowhere")],
        issues=[Issue(id="ssr", disposition="accepted")],
    )
    told = [made.disposition(each) for each in made.comments]
    assert told == ["accepted", "noted", UNANSWERED, UNANSWERED]
    assert made.dispositions == {"accepted": 1, "noted": 1, UNANSWERED: 2}
    assert [each.id for each in made.comments_of("ssr")] == ["a.1", "b.1"]


def test_what_was_taken_back_is_withdrawn_whatever_its_issue_says():
    made = ledger(
        comment("a.1", withdrawn=True),
        links=[Link("a.1", "ssr")],
        issues=[Issue(id="ssr", disposition="accepted")],
    )
    assert made.disposition(made.comments[0]) == "withdrawn"


def test_of_two_links_the_first_counts():
    made = ledger(comment("a.1"), links=[Link("a.1", "x"), Link("a.1", "y")])
    assert made.links["a.1"].issue == "x"


def test_a_comment_that_was_split_counts_no_more_and_its_parts_do():
    made = ledger(
        comment("a.1"), comment("a.2", split_from="a.1"), comment("a.3", split_from="a.1")
    )
    assert [each.id for each in made.comments] == ["a.2", "a.3"]
    assert made.by_id["a.1"].id == "a.1"
    assert [each.id for each in made.submissions["a"]] == ["a.2", "a.3"]


def test_lines_that_amend_may_stand_before_or_after_what_they_amend():
    back = Amendment("x", "a.1", Action.WITHDRAW, "2013-04-01T00:00:00Z")
    assert comments_now([back, comment("a.1")]) == comments_now([comment("a.1"), back])
    assert comments_now([back, comment("a.1")])[0].withdrawn
    assert comments_now([back]) == ()


def test_an_erased_line_wins_over_an_older_copy_of_it():
    old = comment("a.1", text="Ana")
    gone = erased(old, "2013-05-02")
    assert comments_now([old, gone]) == comments_now([gone, old]) == (gone,)
