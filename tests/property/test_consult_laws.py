"""Whatever people send: each row is a comment or told, nothing is lost on the way out and in."""

import csv
import io
import os
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from lacplan.consult.cleaning import Cleaner
from lacplan.consult.columns import find_columns
from lacplan.consult.intake import Context, Intake, take_in
from lacplan.consult.known import is_known
from lacplan.exchange.comment_table import read_table
from lacplan.model.comment import (
    AUTHOR_KINDS,
    POSITIONS,
    TYPES,
    Action,
    Amendment,
    Attachment,
    Author,
    Comment,
    Record,
    Target,
    part_id,
)
from lacplan.model.comment_line import difference
from lacplan.model.consultation import Consultation, Question
from lacplan.model.issues import Issues
from lacplan.model.ledger import Ledger, comments_now
from lacplan.model.plan import Item, Plan
from lacplan.render.community.comment_table import as_csv, as_json_lines
from lacplan.vocab.stakeholders import STAKEHOLDERS

each = settings(max_examples=3000 if os.environ.get("LACPLAN_LONG") else 100, deadline=None)

PLAN = Plan(
    format=1,
    name="lac",
    title="Plan",
    language="es",
    items=(Item(id="registrars", title="Registrars", code="4.3"), Item(id="voices", title="V")),
)
ASKED = Consultation(
    opens="2013-03-26T00:00:00-03:00",
    closes="2013-04-11T23:59:00-03:00",
    questions=(Question(id="q1", text="Why?"),),
)
CONTEXT = Context(ASKED, PLAN, "csv", "2013-04-01T12:00:00-03:00")

anything = st.text(max_size=30)
awkward = st.sampled_from(
    [
        *["=1+1", "+54", "'=1"],
        "a\u2028b",
        "a\x85b",
        "\u202eabc",
        "\u2067שלום\u2069",
        "=1+1",
        "+54",
        "'=1",
        "a;b",
        'a"b',
        "a\r\nb",
    ]
)


def clean(text: str) -> str:
    return Cleaner()(text)


said = (anything | awkward).map(clean)
maybe = said.map(lambda text: text or None)
name = said.map(lambda text: " ".join(text.split()) or None)
authors = st.builds(
    Author,
    kind=st.sampled_from(AUTHOR_KINDS),
    name=name,
    organization=name,
    stakeholder=st.sampled_from([*STAKEHOLDERS, None]),
    country=st.sampled_from(["UY", "BR", None]),
)
attachments = st.builds(Attachment, sha256=st.just("ab" * 32), name=name)
comments = st.builds(
    Comment,
    id=st.just(""),
    submission=st.just(""),
    seq=st.just(1),
    received=st.sampled_from(["2013-04-03T10:00:00-03:00", "2013-04-12T00:00:00+00:00"]),
    channel=st.just("csv"),
    text=said.filter(bool),
    target=st.builds(
        Target,
        item=st.sampled_from(["registrars", "voices", None]),
        field=st.sampled_from(["title", "description", None]),
        quote=maybe,
        given=st.none(),
        language=st.sampled_from(["es", "pt", "en", None]),
    ),
    type=st.sampled_from([*TYPES, None]),
    position=st.sampled_from([*POSITIONS, None]),
    language=st.sampled_from(["es", "pt-BR", None]),
    proposed=maybe,
    author=authors,
    answers=st.dictionaries(st.just("q1"), said.filter(bool)),
    **{key: st.none() for key in ("split_from", "moderated", "erased")},
    late=st.just(False),
    withdrawn=st.booleans(),
    signatories=st.lists(authors, max_size=2).map(tuple),
    attachments=st.lists(attachments, max_size=2).map(tuple),
)


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """A consultation with comments, each in a submission of its own; some are split, or a part."""
    found: list[Comment] = []
    for number, comment in enumerate(draw(st.lists(comments, min_size=1, max_size=4)), 1):
        whole = numbered(comment, number)
        parts = [part(whole, at) for at in range(1, draw(st.integers(0, 3)) + 1)]
        found += [whole, *parts, *(part(each, 1) for each in parts[:1])]
    return ledger_of(found)


def numbered(comment: Comment, number: int) -> Comment:
    return comment._replace(id=f"s{number}.1", submission=f"s{number}")


def part(whole: Comment, number: int) -> Comment:
    return whole._replace(id=part_id(whole.id, number), split_from=whole.id)


def taken_in(text: str, name: str) -> Intake:
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(text.encode())
        table = read_table(file)
        columns = find_columns(table.columns, {}, {"q1": "q1"})
        return take_in(columns, table.rows, CONTEXT)


def ledger_of(comments: list[Comment] | tuple[Comment, ...]) -> Ledger:
    return Ledger(
        id="draft-01", consultation=ASKED, issues=Issues(), links=(), comments=tuple(comments)
    )


@each
@given(ledgers())
def test_what_is_exported_as_json_lines_is_taken_in_as_what_it_was(ledger: Ledger) -> None:
    assert taken_in(as_json_lines(ledger), "out.jsonl").comments == ledger.comments


@each
@given(ledgers())
def test_what_is_exported_as_csv_is_taken_in_but_for_the_guard_against_formulas(
    ledger: Ledger,
) -> None:
    found = taken_in(as_csv(ledger), "out.csv").comments
    for before, after in zip(ledger.comments, found, strict=True):
        assert after.text.replace("'", "") == before.text.replace("'", "")
        assert after.author._replace(name=None, organization=None) == before.author._replace(
            name=None, organization=None
        )
        assert after.target._replace(quote=None) == before.target._replace(quote=None)
        for key in ("id", "seq", "split_from", "withdrawn", "position", "type", "language"):
            assert getattr(after, key) == getattr(before, key)


amended = st.lists(st.tuples(comments, comments, st.booleans()), min_size=1, max_size=3)


@each
@given(amended)
def test_what_is_exported_of_an_amended_ledger_as_json_lines_is_known(
    drawn: list[tuple[Comment, Comment, bool]],
) -> None:
    assert_known(drawn, as_json_lines, "out.jsonl")


@each
@given(amended)
def test_what_is_exported_of_an_amended_ledger_as_csv_is_known(
    drawn: list[tuple[Comment, Comment, bool]],
) -> None:
    """But for what a table of cells has not whole: attachments, signatories, formulas."""
    plain = [(in_letters(one), in_letters(other), hidden) for one, other, hidden in drawn]
    assert_known(plain, as_csv, "out.csv")


def assert_known(
    drawn: list[tuple[Comment, Comment, bool]], export: Callable[[Ledger], str], name: str
) -> None:
    """Amend each comment into another, moderate some, and take the export in again."""
    records: list[Record] = []
    for number, (before, after, is_moderated) in enumerate(drawn, 1):
        comment = numbered(before, number)
        id, when = comment.id, comment.received
        sets = difference(comment, after)
        records += [comment, Amendment(f"{id}-a", id, Action.AMEND, when, None, sets)]
        if is_moderated:
            records.append(Amendment(f"{id}-b", id, Action.MODERATE, when, "Insults"))
    first = {each.id: each for each in records if isinstance(each, Comment)}
    ledger = ledger_of(comments_now(records))
    found = taken_in(export(ledger), name)
    assert {each.kind for each in found.notices} <= {"empty"}
    for each in found.comments:
        assert is_known(each, first[each.id], ledger.by_id[each.id])
    shown = [each.id for each in ledger.comments if each.moderated is None]
    assert {*shown} <= {each.id for each in found.comments}


def in_letters(comment: Comment) -> Comment:
    def plain(said: str | None) -> str | None:
        return re.sub("[^a-z]", "x", said) if said else None

    author, target = comment.author, comment.target
    return comment._replace(
        text=plain(comment.text) or "",
        proposed=plain(comment.proposed),
        target=target._replace(quote=plain(target.quote)),
        author=author._replace(name=plain(author.name), organization=plain(author.organization)),
        answers={key: plain(text) or "" for key, text in comment.answers.items()},
        signatories=(),
        attachments=(),
    )


@each
@given(st.lists(st.tuples(anything | awkward, anything, anything), max_size=6))
def test_each_row_of_a_table_is_a_comment_or_is_told(rows: list[tuple[str, str, str]]) -> None:
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(["Comentario", "Código", "Nombre"])
    table.writerows(rows)
    found = taken_in(written.getvalue(), "in.csv")
    told = [each for each in found.notices if each.kind == "empty"]
    assert len(found.comments) + len(told) == len(rows)
    texts = [clean(row[0]) for row in rows if clean(row[0])]
    assert [each.text for each in found.comments] == texts
    assert len({each.id for each in found.comments}) == len(found.comments)


@each
@given(anything | awkward)
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)
