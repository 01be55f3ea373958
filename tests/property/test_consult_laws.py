"""Whatever people send: each row is a comment or told, nothing is lost on the way out and in."""

import csv
import io
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from lacplan.consult.cleaning import Cleaner
from lacplan.consult.columns import find_columns
from lacplan.consult.intake import Context, Intake, take_in
from lacplan.exchange.comment_table import read_table
from lacplan.model.comment import (
    AUTHOR_KINDS,
    POSITIONS,
    TYPES,
    Attachment,
    Author,
    Comment,
    Target,
)
from lacplan.model.consultation import Consultation, Question
from lacplan.model.issues import Issues
from lacplan.model.ledger import Ledger
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
    **{key: st.just(False) for key in ("late", "withdrawn")},
    signatories=st.lists(authors, max_size=2).map(tuple),
    attachments=st.lists(attachments, max_size=2).map(tuple),
)


def taken_in(text: str, name: str) -> Intake:
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(text.encode())
        table = read_table(file)
        columns = find_columns(table.columns, {}, {"q1": "q1"})
        return take_in(columns, table.rows, CONTEXT)


def ledger_of(drawn: list[Comment]) -> Ledger:
    """Return a consultation with these comments, each in a submission of its own."""
    numbered = []
    for number, comment in enumerate(drawn, 1):
        read = comment.target.language or comment.language
        target = comment.target._replace(language=read)
        numbered.append(comment._replace(id=f"s{number}.1", submission=f"s{number}", target=target))
    return Ledger(
        id="draft-01", consultation=ASKED, issues=Issues(), links=(), comments=tuple(numbered)
    )


@each
@given(st.lists(comments, min_size=1, max_size=4))
def test_what_is_exported_as_json_lines_is_taken_in_as_what_it_was(drawn: list[Comment]) -> None:
    ledger = ledger_of(drawn)
    assert taken_in(as_json_lines(ledger), "out.jsonl").comments == ledger.comments


@each
@given(st.lists(comments, min_size=1, max_size=4))
def test_what_is_exported_as_csv_is_taken_in_but_for_the_guard_against_formulas(
    drawn: list[Comment],
) -> None:
    ledger = ledger_of(drawn)
    found = taken_in(as_csv(ledger), "out.csv").comments
    assert [each.id for each in found] == [each.id for each in ledger.comments]
    for before, after in zip(ledger.comments, found, strict=True):
        assert after.text.replace("'", "") == before.text.replace("'", "")
        assert after.author._replace(name=None, organization=None) == before.author._replace(
            name=None, organization=None
        )
        assert (after.position, after.type, after.target.item, after.target.language) == (
            before.position,
            before.type,
            before.target.item,
            before.target.language,
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
