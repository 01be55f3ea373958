"""Tables of comments as people send them: encodings, delimiters, quoting, faults."""

import csv
import json

import pytest

from lacplan.errors import LacplanError
from lacplan.exchange import comment_table
from lacplan.exchange.comment_table import read_table


def table(tmp_path, raw: bytes, name: str = "in.csv"):
    path = tmp_path / name
    path.write_bytes(raw)
    found = read_table(path)
    return found, [(row.number, row.cells) for row in found.rows]


def test_utf_8_and_commas(tmp_path):
    found, rows = table(tmp_path, "Código,Comentario\n4.3,“Sí”,\n".encode())
    assert (found.columns, found.encoding, found.delimiter) == (
        ("Código", "Comentario"),
        "UTF-8",
        ",",
    )
    assert rows == [(2, ["4.3", "“Sí”"])]


@pytest.mark.parametrize(
    ("codec", "says"),
    [
        ("utf-8-sig", "UTF-8 with a byte-order mark"),
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16"),
    ],
)
def test_what_excel_writes_in_spanish_and_portuguese(tmp_path, codec, says):
    text = "Código;Comentario\r\n4.3;“Educação, não sólo señas”\r\n"
    if codec == "utf-16":
        text = text.replace(";", "\t")
    found, rows = table(tmp_path, text.encode(codec))
    assert found.columns == ("Código", "Comentario")
    assert found.encoding == says
    assert rows == [(2, ["4.3", "“Educação, não sólo señas”"])]


def test_the_line_for_excel_alone_is_no_row(tmp_path):
    found, rows = table(tmp_path, b"sep=;\ncode;text\n1;a,b\n")
    assert found.columns == ("code", "text")
    assert rows[0][1] == ["1", "a,b"]


def test_a_delimiter_inside_quotation_marks_parts_nothing(tmp_path):
    found, _ = table(tmp_path, b'"a,b,c";text\n1;2\n')
    assert found.columns == ("a,b,c", "text")


def test_cells_may_hold_lines_and_rows_bear_the_number_of_their_last(tmp_path):
    _, rows = table(tmp_path, b'text,code\n"one\ntwo",1\n\n,\nthree\n')
    assert rows == [(3, ["one\ntwo", "1"]), (5, ["", ""]), (6, ["three", ""])]


def test_json_lines_are_flat_and_have_all_columns(tmp_path):
    lines = [{"text": "a", "author": {"name": "Ana"}}, {"text": "b", "seq": 2, "item": None}]
    found, rows = table(tmp_path, "\n".join(map(json.dumps, lines)).encode(), "in.jsonl")
    assert found.columns == ("text", "author.name", "seq", "item")
    assert rows == [(1, ["a", "Ana", "", ""]), (2, ["b", "", "2", ""])]


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("in.csv", b"", "is empty"),
        ("in.xlsx", b"PK\x03\x04zip", "is no text file"),
        ("in.jsonl", b'{"a":1}\nnot\n', r"in\.jsonl:2: this line is not JSON"),
        ("in.jsonl", b"[1]\n", r"in\.jsonl:1: this line is not a JSON object"),
        ("in.jsonl", b"[" * 100_000, r"in\.jsonl:1: this line is not JSON that can be read"),
        ("in.jsonl", b'{"a":1}\n{\n[]\n{\n', r"in\.jsonl:2: .* Look at lines 3, 4, too"),
        ("in.jsonl", b'{"text":"a","text":"b"}\n', r"has the key “text” twice"),
        ("in.jsonl", b'{"a":' + b"9" * 5000 + b"}\n", "a number of too many digits"),
        ("in.json", b'[{"text":"a"}]', "is JSON, and JSON lines or CSV are read"),
        ("in.xls", b"\xd0\xcf\x11\xe0\xa1\xb1", "is no text file"),
        ("in.csv", b'text,code\none,1\n"two,2\nthree,3\n', r"in\.csv:3: this is no line of CSV"),
        ("in.csv", b'text,code\n"one" too,1\n', r"in\.csv:2: this is no line of CSV"),
        ("in.csv", b"text;code\none;two;1\na;1\nb;c;2\n", "columns that are named, 2: lines 2, 4"),
    ],
)
def test_what_is_no_table_says_so_with_its_line(tmp_path, name, raw, says):
    with pytest.raises(LacplanError, match=says) as met:
        table(tmp_path, raw, name)
    assert met.value.hint


def test_utf_16_without_a_mark_is_known_by_its_bytes(tmp_path):
    for codec in ("utf-16-le", "utf-16-be"):
        found, rows = table(tmp_path, "Código;Comentario\r\n4.3;Sí\r\n".encode(codec))
        assert (found.columns, found.encoding) == (("Código", "Comentario"), "UTF-16")
        assert rows == [(2, ["4.3", "Sí"])]


def test_titles_may_stand_over_the_names_of_the_columns(tmp_path):
    path = tmp_path / "in.csv"
    path.write_text("Consulta, ronda 1\n\nCódigo;Comentario;Nota\n4.3;Sí, bien;x\n")
    found = read_table(path, lambda row: "Comentario" in row)
    assert (found.columns, found.delimiter) == (("Código", "Comentario", "Nota"), ";")
    assert found.heading == 3
    assert [*found.rows] == [(4, ["4.3", "Sí, bien", "x"])]


def test_in_a_table_of_one_column_nothing_parts_the_cells(tmp_path):
    found, rows = table(tmp_path, b'text\none, two; three\n"four\nfive"\n')
    assert (found.columns, found.delimiter) == (("text",), comment_table.ALONE)
    assert rows == [(2, ["one, two; three"]), (4, ["four\nfive"])]


def test_a_line_of_json_ends_where_the_file_says_so(tmp_path):
    text = '{"text":"one\u2028two\x85three"}\r\n{"text":"four"}'
    _, rows = table(tmp_path, text.encode(), "in.jsonl")
    assert rows == [(1, ["one\u2028two\x85three"]), (2, ["four"])]


def test_too_large_a_file_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(comment_table, "MAX_BYTES", 10)
    with pytest.raises(LacplanError, match="MiB") as met:
        table(tmp_path, b"text\n" * 10)
    assert "Split it" in met.value.hint


def test_a_file_of_two_gigabytes_is_refused_at_once(tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)  # sparse: it takes no room
    with pytest.raises(LacplanError, match="2,048 MiB, and 256 are the most"):
        read_table(path)


def test_too_long_a_cell_is_named_with_its_line(tmp_path, monkeypatch):
    before = csv.field_size_limit()
    monkeypatch.setattr(comment_table, "MAX_CELL", 10)
    try:
        with pytest.raises(LacplanError, match=r"in\.csv:2: this is no line of CSV"):
            table(tmp_path, b"text\n" + b"x" * 100 + b"\n")
    finally:
        csv.field_size_limit(before)  # it is one for the whole process
