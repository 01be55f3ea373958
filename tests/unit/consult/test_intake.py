"""From a table to comments: columns guessed, items found, dates read, texts cleaned."""

import pytest

from lacplan.consult.columns import find_columns
from lacplan.consult.intake import Contact, Context, take_in
from lacplan.errors import LacplanError
from lacplan.model.comment import Author, Target
from lacplan.model.consultation import Consultation
from lacplan.model.plan import Item, Plan

PLAN = Plan(
    format=1,
    name="lac",
    title="Plan",
    language="es",
    items=(
        Item(
            id="economic",
            title="Economic issues",
            code="4",
            items=(
                Item(id="registrars", title="Accreditation of registrars", code="4.3"),
                Item(id="twin-a", title="Twin", code="4.4"),
                Item(id="twin-b", title="Twin", code="4.5"),
            ),
        ),
    ),
)
ROUND = Consultation(opens="2013-03-26T00:00:00-03:00", closes="2013-04-11T23:59:00-03:00")
NOW = "2013-04-01T12:00:00-03:00"


def intake(columns: str, *rows: str, consultation=ROUND, questions=(), **named: str):
    found = find_columns(columns.split(";"), named, questions)
    context = Context(
        consultation,
        PLAN,
        "csv",
        NOW,
        constituencies=("ALAC",),
        country_names=lambda: {"uruguay": "UY"},
    )
    return take_in(found, [(n, row.split(";")) for n, row in enumerate(rows, 2)], context)


@pytest.mark.parametrize(
    "columns",
    [
        "Code;Comment;Name;Country",
        "Código;Comentario;Nombre;País",
        "CÓDIGO;Comentário;Nome completo;pais",
        "Section;Commentaires;Nom;Pays",
    ],
)
def test_columns_are_known_by_their_names_in_four_languages(columns):
    found = intake(columns, "4.3;Bien;Ana;Uruguay").comments[0]
    assert (found.text, found.target) == ("Bien", Target("registrars"))
    assert found.author == Author(kind="person", name="Ana", country="UY")


def test_columns_can_be_named_and_left_out():
    found = intake("A;Comment;B", "x;y;z", text="B", name="A", proposed="Comment").comments[0]
    assert (found.text, found.author.name, found.proposed) == ("z", "x", "y")
    assert intake("Comment;Name", "x;Ana", name="").comments[0].author == Author()


def test_wrong_names_of_columns_are_met_with_the_nearest():
    with pytest.raises(LacplanError, match="A comment has no “txt”") as met:
        intake("Comment", "x", txt="Comment")
    assert met.value.hint == "Did you mean “text”?"
    with pytest.raises(LacplanError, match="has no column “Coment”") as met:
        intake("Comment", "x", text="Coment")
    assert met.value.hint == "Did you mean “Comment”?"
    with pytest.raises(LacplanError, match="there are: foo, bar"):
        intake("foo;bar", "x;y")


def test_columns_that_are_not_taken_over_are_told():
    assert find_columns(["text", "colour", ""], {}).unused == ("colour",)


@pytest.mark.parametrize(
    ("given", "item"),
    [
        ("registrars", "registrars"),
        ("4.3", "registrars"),
        ("4.3 Accreditation", "registrars"),
        ("Objetivo 4.3", "registrars"),
        ("Obj. 4.3: texto", "registrars"),
        ("ACCREDITATION OF REGISTRARS", "registrars"),
        ("4", "economic"),
        ("twin", None),
        ("4.30", None),
        ("9.9", None),
        ("the plan in general", None),
    ],
)
def test_items_are_found_by_id_code_or_title_and_never_guessed(given, item):
    got = intake("item;text", f"{given};x")
    assert got.comments[0].target == Target(item, given=None if item else given)
    assert [each.kind for each in got.notices] == ([] if item else ["unresolved"])


def test_dates_of_spreadsheets_have_the_offset_of_the_consultation():
    got = intake(
        "date;text",
        "27/03/2013 10:05;a",
        "2013-03-28;b",
        "2013-03-29T01:00:00Z;c",
        "3/4/2013 1:30 p. m.;d",
        ";e",
        "soon;f",
    )
    assert [each.received for each in got.comments] == [
        "2013-03-27T10:05:00-03:00",
        "2013-03-28T00:00:00-03:00",
        "2013-03-29T01:00:00+00:00",
        "2013-04-03T13:30:00-03:00",
        NOW,
        NOW,
    ]
    assert [(each.row, each.kind) for each in got.notices] == [(7, "no-date")]


def test_a_table_with_the_month_first_is_read_so():
    got = intake("date;text", "3/4/2013;a", "3/27/2013;b")
    assert got.comments[0].received.startswith("2013-03-04")


def test_what_comes_outside_the_window_is_late_or_refused():
    rows = ("2013-03-25;a", "2013-04-11;b", "2013-04-12;c")
    assert [each.late for each in intake("date;text", *rows).comments] == [True, False, True]
    strict = ROUND._replace(late="refuse")
    got = intake("date;text", *rows, consultation=strict)
    assert [each.text for each in got.comments] == ["b"]
    assert [each.kind for each in got.notices] == ["refused", "refused"]


def test_words_are_known_in_four_languages_and_unknown_ones_are_told():
    got = intake(
        "text;position;type;sector;language",
        "a;A favor;Técnico;Sociedad civil;Español",
        "b;against;ED;ALAC;pt-BR",
        "c;maybe;;Martians;klingonese language",
    )
    first, second, third = got.comments
    assert (first.position, first.type, first.author.stakeholder, first.language) == (
        "support",
        "te",
        "civil-society",
        "es",
    )
    assert (second.position, second.type, second.author.stakeholder, second.language) == (
        "oppose",
        "ed",
        "ALAC",
        "pt-BR",
    )
    assert (third.position, third.author.stakeholder, third.language) == (None, None, None)
    assert [each.kind for each in got.notices] == ["unknown-word"] * len(got.notices) != []


def test_rows_of_one_submission_are_counted_through():
    got = intake("id;text", "r-7;a", "r-7;b", "r 8;c")
    assert [each.id for each in got.comments][:2] == ["r-7.1", "r-7.2"]
    assert got.comments[2].submission.startswith("s")


def test_the_same_rows_give_the_same_ids_and_equal_rows_count_twice():
    rows = ("Ana;Bien", "Ana;Bien", "Bea;Bien")
    ids = [each.id for each in intake("name;text", *rows).comments]
    assert ids == [each.id for each in intake("name;text", *rows).comments]
    assert len({*ids}) == 3


def test_ways_to_reach_a_person_are_kept_apart():
    got = intake("id;text;email;teléfono", "a;x;ana@example.org;+598 2")
    assert got.contacts == (Contact("a", "ana@example.org", "+598 2"),)
    assert "example.org" not in str(got.comments)


def test_texts_are_composed_and_cleaned_and_that_is_counted():
    got = intake("text;name", "cafe\u0301\x07\u202e<b>x</b>;A\u2066na", "bien;Bea")
    assert got.comments[0].text == "caf\u00e9<b>x</b>"
    assert got.comments[0].author.name == "Ana"
    assert got.cleaned == {"control characters": 1, "bidi overrides": 1, "unpaired isolates": 1}


def test_answers_are_cleaned_as_all_else():
    found = intake("Comment;q1", "x; \u202eno\x00 ", questions=("q1",))
    assert found.comments[0].answers == {"q1": "no"}
    assert found.cleaned == {"control characters": 1, "bidi overrides": 1}


def test_cells_of_mere_space_say_nothing():
    found = intake("Comment;Proposal;Name", " ; \t; ", "x; ; ")
    assert [(each.text, each.proposed, each.author) for each in found.comments] == [
        ("x", None, Author())
    ]
    assert [each.kind for each in found.notices] == ["empty"]


def test_mail_addresses_in_texts_are_told():
    assert intake("text", "write to ana@example.org").with_mail == (2,)


def test_rows_that_say_nothing_are_told_and_positions_alone_are_comments():
    got = intake("text;position;name", ";;Ana", ";a favor;Bea")
    assert [each.author.name for each in got.comments] == ["Bea"]
    assert [(each.row, each.kind) for each in got.notices] == [(2, "empty")]


def test_answers_stand_in_columns_of_the_questions():
    got = intake("q1;q2;name", "sí;;Ana", questions=("q1", "q2"))
    assert got.comments[0].answers == {"q1": "sí"}
