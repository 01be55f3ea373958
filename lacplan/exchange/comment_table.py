"""Tables of comments as people send them, CSV or JSON lines -> columns and rows of text.

This door knows encodings, delimiters and quoting; what a column means is not its business.
"""

import codecs
import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lacplan.errors import LacplanError

MAX_BYTES = 256 * 1024 * 1024
"""How large a file may be. What comes in is checked as a whole before any of it is kept."""

MAX_CELL = 16 * 1024 * 1024
"""How many characters a cell may hold."""

DELIMITERS = ",;\t|"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a byte-order mark"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


class Row(NamedTuple):
    """One row of a table."""

    number: int
    """The line that it ends on, from 1."""

    cells: list[str]
    """In the order of the columns; what is missing at the end is empty."""


class Table(NamedTuple):
    """A table that is read as it is walked through."""

    columns: tuple[str, ...]
    rows: Iterator[Row]
    encoding: str
    """In words, such as ``Windows-1252``."""

    delimiter: str
    """Between cells; empty for JSON lines."""


def read_table(path: Path) -> Table:
    """Return the table in the file at *path*: JSON lines where its name ends in ``.jsonl``.

    UTF-8 and UTF-16 are known by their marks, UTF-8 without one by its bytes; what is neither is
    taken for Windows-1252, as Excel writes it in Spanish, Portuguese and French.

    Raises:
        LacplanError: It can't be read, is too large, or is no table.
    """
    raw = _bytes(path)
    text, encoding = _decoded(raw)
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return _json_table(path, text, encoding)
    return _csv_table(path, text, encoding)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise LacplanError(
                f"“{path}” has {size / 2**20:,.0f} MiB, and {MAX_BYTES // 2**20} are the most.",
                hint="Split it into smaller files, and import one after the other.",
            )
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or error
        message = f"“{path}” can't be read: {reason}."
        raise LacplanError(message, hint="Check the path and the permissions.") from None
    if raw.startswith(b"PK\x03\x04") or b"\0\0" in raw[:4096]:
        hint = "Save it as CSV first; in Excel: Save as, CSV UTF-8."
        raise LacplanError(f"“{path}” is no text file.", hint=hint)
    return raw


def _decoded(raw: bytes) -> tuple[str, str]:
    for mark, codec, says in _MARKS:
        if raw.startswith(mark):
            return raw.decode(codec, errors="replace"), says
    try:
        return raw.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace"), "Windows-1252"


def _csv_table(path: Path, text: str, encoding: str) -> Table:
    head = text[: text.find("\n") if "\n" in text else None]
    said = head.strip().lower().removeprefix("sep=")
    if head.lower().startswith("sep=") and said in DELIMITERS:
        delimiter, text = said, text.partition("\n")[2]  # a line for Excel alone
    else:
        delimiter = _delimiter(text)
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = _csv_rows(path, reader)
    first = next(rows, None)
    if first is None:
        hint = "Its first line names the columns; then comes a row a comment."
        raise LacplanError(f"“{path}” is empty.", hint=hint)
    columns = tuple(cell.strip() for cell in first.cells)
    return Table(columns, _filled(rows, len(columns)), encoding, delimiter)


def _csv_rows(path: Path, reader: Any) -> Iterator[Row]:
    number = 0
    try:
        for cells in reader:
            number = reader.line_num
            yield Row(number, cells)
    except csv.Error as error:
        message = f"{path}:{number + 1}: this is no line of CSV: {error}."
        raise LacplanError(message, hint="Look for a quotation mark that is not closed.") from None


def _filled(rows: Iterator[Row], width: int) -> Iterator[Row]:
    for row in rows:
        if len(row.cells) == width:
            yield row
        elif any(row.cells):
            yield Row(row.number, row.cells + [""] * (width - len(row.cells)))


def _delimiter(text: str) -> str:
    """Return the delimiter that parts the first line, quoted stretches left out, most often."""
    head = []
    quoted = False
    for character in text[:65536]:
        if character == '"':
            quoted = not quoted
        elif character == "\n" and not quoted:
            break
        elif not quoted:
            head.append(character)
    line = "".join(head)
    return max(DELIMITERS, key=lambda each: (line.count(each), -DELIMITERS.index(each)))


def _json_table(path: Path, text: str, encoding: str) -> Table:
    objects: list[tuple[int, dict[str, str]]] = []
    columns: dict[str, None] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        objects.append((number, _flat(path, number, line)))
        columns.update(dict.fromkeys(objects[-1][1]))
    names = tuple(columns)
    rows = (Row(number, [said.get(name, "") for name in names]) for number, said in objects)
    return Table(names, rows, encoding, "")


def _flat(path: Path, number: int, line: str) -> dict[str, str]:
    """Return the object of *line* with ``author.name`` and the like for what it nests."""
    try:
        said = json.loads(line)
    except (ValueError, RecursionError) as error:
        message = f"{path}:{number}: this line is not JSON: {error}."
        raise LacplanError(message, hint="Mend the line; each holds one object.") from None
    if not isinstance(said, dict):
        hint = "Begin each line with “{”."
        raise LacplanError(f"{path}:{number}: this line is not a JSON object.", hint=hint)
    flat: dict[str, str] = {}
    for key, value in said.items():
        if isinstance(value, dict):
            flat.update((f"{key}.{inner}", _text(each)) for inner, each in value.items())
        else:
            flat[key] = _text(value)
    return flat


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
