"""From a table to comments: columns guessed, items found, dates read, texts cleaned."""

import pytest

from lacplan.consult.columns import find_columns, is_heading
from lacplan.consult.intake import Contact, Context, take_in
from lacplan.errors import LacplanError
from lacplan.model.comment import Attachment, Author, Target
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


def intake(columns: str, *rows: str, consultation=ROUND, questions=None, by=";", **named: str):
    found = find_columns(columns.split(by), named, questions)
    context = Context(
        consultation,
        PLAN,
        "csv",
        NOW,
        constituencies=("ALAC",),
        country_names=lambda: {"uruguay": "UY"},
    )
    return take_in(found, [(n, row.split(by)) for n, row in enumerate(rows, 2)], context)


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


@pytest.mark.parametrize(
    ("columns", "field", "column"),
    [
        (("Código", "Objetivo", "Comentario"), "item", 1),
        (("Texto", "Comentario"), "text", 1),
        (("N.º", "Comentario"), "submission", 0),
        (("Identifiant", "Commentaire"), "submission", 0),
        (("text", "Comentario"), "text", 0),
    ],
)
def test_of_several_columns_the_plainest_name_counts(columns, field, column):
    assert find_columns(columns, {}).fields[field] == column


def test_the_heading_is_told_from_titles_and_from_comments():
    assert is_heading(["Nombre", "", "Comentario"], {})
    assert is_heading(["text"], {})
    assert not is_heading(["Consulta pública 2026", "", ""], {})
    assert not is_heading(["Ana", "Comentario", "x"], {})
    assert is_heading(["A", "B"], {"text": "B", "name": "A"})


def test_lines_of_json_may_say_a_thing_under_several_names():
    found = find_columns(["target.item", "text", "item", "author.mail", "target.given"], {})
    rows = [
        (1, ["registrars", "a", "", "ana@example.org", ""]),
        (2, ["", "b", "4", "", ""]),
        (3, ["", "c", "", "", "9.9"]),
    ]
    got = take_in(found, rows, Context(ROUND, PLAN, "jsonl", NOW))
    assert [each.target for each in got.comments] == [
        Target("registrars"),
        Target("economic"),
        Target(given="9.9"),
    ]
    assert [each.mail for each in got.contacts] == ["ana@example.org"]
    assert found.unused == ()


def test_the_language_that_an_author_read_is_taken_over_else_it_is_that_of_the_comment():
    found = find_columns(["text", "language", "target.language"], {})
    rows = [(1, ["a", "es", "pt"]), (2, ["b", "es", ""]), (3, ["c", "", "en"]), (4, ["d", "", ""])]
    got = take_in(found, rows, Context(ROUND, PLAN, "jsonl", NOW)).comments
    assert [(each.language, each.target.language) for each in got] == [
        ("es", "pt"),
        ("es", "es"),
        (None, "en"),
        (None, None),
    ]
    assert found.unused == ()


def test_a_language_that_nobody_knows_is_told_and_that_of_the_comment_counts():
    got = intake("text;language;target language", "a;es;klingonese language")
    assert got.comments[0].target.language == "es"
    assert [each.kind for each in got.notices] == ["unknown-word"]


def test_who_else_signs_and_what_is_attached():
    sum = "a1" * 32
    got = intake(
        "text|firmantes|attachments",
        "a|Ana; Bea|",
        f'b|[{{"name": "Ana", "country": "UY"}}, "Bea"]|[{{"sha256": "{sum}", "name": "a.pdf"}}]',
        "c||[{}]",
        by="|",
    )
    ana, bea = Author(kind="person", name="Ana"), Author(kind="person", name="Bea")
    first, second, third = got.comments
    assert first.signatories == (ana, bea)
    assert second.signatories == (Author(name="Ana", country="UY"), bea)
    assert second.attachments == (Attachment(sum, "a.pdf"),)
    assert third.attachments == ()
    assert [each.row for each in got.notices] == [4]


def test_a_mail_address_for_a_name_is_kept_apart():
    got = intake("id;text;name", "a;x;Ana <ana@example.org>", "b;y;bea@example.org")
    assert [each.author for each in got.comments] == [Author(kind="person", name="Ana"), Author()]
    assert [each.mail for each in got.contacts] == ["ana@example.org", "bea@example.org"]
    assert [each.kind for each in got.notices] == ["kept-apart", "kept-apart"]


def test_words_in_a_column_without_a_name_are_told():
    got = intake("text;;", "a;;", "b;; ;", "c;x;")
    assert [(each.row, each.kind) for each in got.notices] == [(4, "nameless")]


def test_a_name_is_one_line():
    assert intake("text;name", "x;Ana\n  Pérez").comments[0].author.name == "Ana Pérez"


def test_a_telephone_number_with_a_name_is_kept_apart():
    got = intake("id;text;name;organization", "a;x;Ana +598 99 123 456;ACME (tel. 2222-3333)")
    assert got.comments[0].author == Author(kind="person", name="Ana", organization="ACME")
    assert got.contacts[0].telephone in ("+598 99 123 456", "2222-3333")


def test_long_texts_are_looked_through_in_no_time():
    long = ("@" + "a" * 200_000, "@" + "a." * 100_000, "a@" * 100_000)
    assert intake("text;name;quote", ";".join(long)).with_mail == ()  # it took minutes once


def test_columns_that_are_not_taken_over_are_told():
    assert find_columns(["text", "colour", "", "text"], {}).unused == ("colour", "text (again)")


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
        ("4.3, 4.4", None),
        ("4,3", None),
        ("4.3 y 4.4", None),
        ("4.3-4.4", None),
        ("4.3 y otros", "registrars"),
        ("4.3.", "registrars"),
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


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("5 de abril de 2013", "2013-04-05"),
        ("5 avril 2013", "2013-04-05"),
        ("1er juillet 2013", "2013-07-01"),
        ("3 juin 2013", "2013-06-03"),
        ("Apr. 5, 2013", "2013-04-05"),
        ("5 de março de 2013", "2013-03-05"),
        ("5/4/13", "2013-04-05"),
        ("5.4.13 10:00", "2013-04-05"),
        ("13/4/05", None),
        ("5 de nada de 2013", None),
        ("31 de abril de 2013", None),
        ("41369", None),
    ],
)
def test_dates_in_words_and_with_short_years_are_read_where_they_are_sure(said, day):
    got = intake("date;text", f"{said};a")
    assert got.comments[0].received == (
        f"{day}T{'10:00' if ':' in said else '00:00'}:00-03:00" if day else NOW
    )
    assert got.undated == (day is None)


def test_dates_that_can_be_read_both_ways_are_read_so_that_they_make_sense():
    assert [
        each.received[:10] for each in intake("date;text", "4/5/2013;a", "4/6/2013;b").comments
    ] == [
        "2013-04-05",
        "2013-04-06",
    ]
    assert intake("date;text", "3/4/2013;a", "4/6/2013;b").comments[0].received[:10] == "2013-04-03"


def test_dates_that_are_still_to_come_are_told():
    found = find_columns(["date", "text"], {})
    context = Context(ROUND, PLAN, "csv", NOW, now=NOW)
    got = take_in(found, [(2, ["2013-04-02", "a"]), (3, ["2013-04-09", "b"])], context)
    assert [(each.row, each.kind) for each in got.notices] == [(3, "future")]


def test_a_table_with_the_month_first_is_read_so():
    got = intake("date;text", "3/4/2013;a", "3/27/2013;b")
    assert got.month_first
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
    assert (third.position, third.language) == (None, None)
    assert {each.kind for each in got.notices} == {"unknown-word", "unknown-group"}


def test_a_group_that_is_not_known_is_kept_since_it_may_be_declared_later():
    got = intake("text;sector", "a;NCUC", f"b;{'x' * 61}")
    assert [each.author.stakeholder for each in got.comments] == ["NCUC", None]
    assert [each.kind for each in got.notices] == ["unknown-group", "unknown-group"]
    assert ["kept as it is" in each.says for each in got.notices] == [True, False]


def test_rows_of_one_submission_are_counted_through():
    got = intake("id;text", "r-7;a", "r-7;b", "r 8;c")
    assert [each.id for each in got.comments][:2] == ["r-7.1", "r-7.2"]
    assert got.comments[2].submission == "r-8-9d2f51"


OWN = "id;submission;received;channel;text;"


def test_what_a_table_of_lacplans_own_has_besides_is_not_told_and_is_elsewhere():
    besides = ["seq", "split-from", "late", "issue", "disposition", "moderated", "colour"]
    assert find_columns([*OWN[:-1].split(";"), *besides], {}).unused == ("colour",)
    assert find_columns(["id", "text", *besides[:-1]], {}).unused == tuple(besides[:-1])
    assert find_columns(["id", "submission", "text", "issue"], {}).unused == ("issue",)


def test_own_ids_are_kept_also_those_of_parts_and_a_prefix_goes_before_them():
    found = find_columns(["id", "submission", "text", "split-from"], {})
    rows = [(1, ["r 8.2-1", "r 8", "a", "r 8.2"]), (2, ["r 8.2-1-3", "r 8", "b", "r 8.2-1"])]
    got = take_in(found, rows, Context(ROUND, PLAN, "csv", NOW)).comments
    plain = "r-8-9d2f51"
    assert [(each.id, each.seq, each.split_from) for each in got] == [
        (f"{plain}.2-1", 2, f"{plain}.2"),
        (f"{plain}.2-1-3", 2, f"{plain}.2-1"),
    ]
    context = Context(ROUND, PLAN, "csv", NOW, prefix="b-")
    (part,) = take_in(found, [(1, ["J1.2-1", "J1", "a", "J1.2"])], context).comments
    assert (part.id, part.split_from) == ("b-J1.2-1", "b-J1.2")


@pytest.mark.parametrize("own", ["J2.1-1", "J1.1-0", "J1.1-12345678", "J1.x", "J1", "J1.1-1-", ""])
def test_an_id_that_is_none_of_the_submission_is_counted_anew(own):
    got = intake("id;submission;text;split from", f"{own};J1;a;J2.1").comments
    assert (got[0].id, got[0].split_from) == ("J1.1", None)


def test_a_part_names_only_a_comment_of_its_own_submission():
    (part,) = intake("id;submission;text;split from", "J1.1-1;J1;a;J2.1").comments
    assert (part.id, part.split_from) == ("J1.1-1", None)


def test_a_table_of_lacplans_own_says_what_was_withdrawn_and_which_language_was_read():
    rows = ("a.1;a;;csv;x;es;withdrawn", "b.1;b;;csv;x;es;")
    first, second = intake(f"{OWN}language;state", *rows).comments
    assert (first.withdrawn, second.withdrawn) == (True, False)
    assert (first.language, first.target.language) == ("es", None)
    assert not intake("id;text;state", "a;x;withdrawn").comments[0].withdrawn


def test_ids_that_can_not_stand_are_written_plainly_and_mail_addresses_not_at_all():
    given = ("2026/001", "2026-001", "Ñandú", "ana@example.org", "…", "x" * 80)
    ids = [each.submission for each in intake("id;text", *(f"{id};a" for id in given)).comments]
    assert len({*ids}) == len(given)
    assert [id.rpartition("-")[0] for id in ids] == ["2026-001", "2026", "Nandu", "", "", "x" * 32]
    assert "ana" not in ids[3]
    assert ids[1] == "2026-001"


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
    found = intake("Comment;q1", "x; \u202eno\x00 ", questions={"q1": "q1"})
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
    got = intake(
        "q1;¿Está de acuerdo?;name;De acuerdo",
        "sí;no;Ana;a favor",
        questions={"q1": "q1", "esta de acuerdo": "q2"},
    )
    assert got.comments[0].answers == {"q1": "sí", "q2": "no"}
    assert got.comments[0].position == "support"
