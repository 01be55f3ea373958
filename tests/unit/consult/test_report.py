"""The counts of a report are those that one gets by counting plainly."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from lacplan.consult.report import Tally, report
from lacplan.diff.answers import Answers
from lacplan.model.comment import Author, Comment, Target
from lacplan.model.consultation import Consultation
from lacplan.model.group import Group
from lacplan.model.issues import Issues
from lacplan.model.ledger import Ledger
from lacplan.model.plan import Plan

few = st.sampled_from
comments = st.lists(
    st.builds(
        Comment,
        id=st.uuids().map(str),
        submission=few("abc"),
        seq=st.just(1),
        received=st.just("2013-04-01T00:00:00Z"),
        channel=st.just("csv"),
        text=few(["", "Yes.", "No.", "Why?"]),
        language=few([None, "es"]),
        target=few([Target(), Target("x", language="pt"), Target("x", language="es")]),
        author=st.builds(
            Author, stakeholder=few([None, "government", "academia"]), country=few([None, "UY"])
        ),
    ),
    max_size=12,
).map(tuple)

VALUES: dict[str, Callable[[Comment], str | None]] = {
    "stakeholder": lambda each: each.author.stakeholder,
    "country": lambda each: each.author.country,
    "language": lambda each: each.language or each.target.language,
}


def plainly(those: list[Comment]) -> Tally:
    texts = {each.text for each in those if each.text != ""}
    return Tally(len(those), len({each.submission for each in those}), len(texts))


@given(comments)
def test_each_row_counts_the_comments_of_its_value(comments: tuple[Comment, ...]) -> None:
    ledger = Ledger(
        id="r", consultation=Consultation(), issues=Issues(), links=(), comments=comments
    )
    plan = Plan(format=1, name="p", title="P", language="en")
    answers = Answers(ledger, versions=lambda: None)
    made = report(answers, plan, Group(), late=lambda received: False, files=())
    for dimension in made.dimensions:
        if dimension.name not in VALUES:
            continue
        value = VALUES[dimension.name]
        assert {row.value for row in dimension.rows} == {value(each) for each in comments}
        for row in dimension.rows:
            assert row.tally == plainly([each for each in comments if value(each) == row.value])
    assert made.tally == plainly([*comments])
