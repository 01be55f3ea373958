"""Tables of comments as people send them, CSV or JSON lines -> columns and rows of text.

This door knows encodings, delimiters and quoting; what a column means is not its business.
"""

import codecs
import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

from lacplan.errors import LacplanError

MAX_BYTES = 256 * 1024 * 1024
"""How large a file may be. What comes in is checked as a whole before any of it is kept."""

MAX_CELL = 16 * 1024 * 1024
"""How many characters a cell may hold."""

DELIMITERS = ",;\t|"

ALONE = "\x1f"
"""What parts the cells of a table that has one column: nothing that people write."""

ABOVE = 10
"""Among how many rows at the top the one that names the columns is looked for."""

_SHOWN = 5
"""How many faulty lines are named at the most."""

_NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b")
"""How spreadsheets, documents and packed files begin."""

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
    """Between cells; `ALONE` where there is one column, empty for JSON lines."""

    heading: int = 1
    """The line, from 1, that the row with the names of the columns ends on."""


IsHeading = Callable[[Sequence[str]], bool]
"""Tells whether a row names the columns of comments."""


def read_table(path: Path, is_heading: IsHeading = lambda row: True) -> Table:
    """Return the table in the file at *path*: JSON lines where its name ends in ``.jsonl``.

    UTF-8 and UTF-16 are known by their marks, or without one by their bytes; what is neither is
    taken for Windows-1252, as Excel writes it in Spanish, Portuguese and French. Titles may stand
    over the table: the first row that *is_heading* knows names the columns, else the first of all.

    Raises:
        LacplanError: It can't be read, is too large, or is no table; the rows are read, and may be
            found faulty, as they are walked through.
    """
    raw = _bytes(path)
    text, encoding = _decoded(raw)
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return _json_table(path, text, encoding)
    if path.suffix.lower() == ".json":
        hint = "Write one object a line, and let the name of the file end in .jsonl."
        raise LacplanError(f"“{path}” is JSON, and JSON lines or CSV are read.", hint=hint)
    return _csv_table(path, text, encoding, is_heading)


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
    if raw.startswith(_NO_TEXT) or b"\0\0" in raw[:4096]:
        hint = "Save it as CSV first; in Excel: Save as, CSV UTF-8."
        raise LacplanError(f"“{path}” is no text file.", hint=hint)
    return raw


def _decoded(raw: bytes) -> tuple[str, str]:
    for mark, codec, says in _MARKS:
        if raw.startswith(mark):
            return raw.decode(codec, errors="replace"), says
    for at, codec in ((1, "utf-16-le"), (0, "utf-16-be")):  # every other byte of Latin text is 0
        if raw[at:400:2].count(0) > len(raw[:400]) / 4:
            return raw.decode(codec, errors="replace"), "UTF-16"
    try:
        return raw.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace"), "Windows-1252"


def _csv_table(path: Path, text: str, encoding: str, is_heading: IsHeading) -> Table:
    head = text[: text.find("\n") if "\n" in text else None]
    said = head.strip().lower().removeprefix("sep=")
    skipped = int(head.lower().startswith("sep=") and said in DELIMITERS)
    if skipped:  # a line for Excel alone
        delimiters, text = said, text.partition("\n")[2]
    else:
        first = _delimiter(text)
        delimiters = first + DELIMITERS.replace(first, "")
    csv.field_size_limit(MAX_CELL)
    found = None
    for delimiter in delimiters:
        rows = _csv_rows(path, text, delimiter, skipped)
        with suppress(LacplanError):  # with the first of them that comes again below
            top = [*islice(rows, ABOVE)]
            found = next((at for at, row in enumerate(top) if is_heading(_named(row))), None)
        if found is not None:
            break
    else:
        delimiter = delimiters[0]
        rows = _csv_rows(path, text, delimiter, skipped)
        top = [*islice(rows, ABOVE)]
    if not top:
        hint = "Its first line names the columns; then comes a row a comment."
        raise LacplanError(f"“{path}” is empty.", hint=hint)
    heading = top[found or 0]
    columns = _named(heading)
    rest = chain(top[(found or 0) + 1 :], rows)
    if len(columns) == 1 and not skipped:  # then a comma is one of the text
        delimiter = ALONE
        whole = _csv_rows(path, text, delimiter, skipped)
        rest = chain(row for row in whole if row.number > heading.number)
    below = _filled(path, rest, len(columns))
    return Table(columns, below, encoding, delimiter, heading.number)


def _named(row: Row) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.cells)


def _csv_rows(path: Path, text: str, delimiter: str, skipped: int) -> Iterator[Row]:
    """Yield the rows of *text*, of which *skipped* lines of the file are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = skipped
    try:
        for cells in reader:
            number = reader.line_num + skipped
            yield Row(number, cells)
    except csv.Error as error:
        says = str(error).replace(f"'{ALONE}'", "line end")
        message = f"{path}:{number + 1}: this is no line of CSV: {says}."
        hint = "Look for a quotation mark that is not closed, or not doubled inside of others."
        raise LacplanError(message, hint=hint) from None


def _filled(path: Path, rows: Iterator[Row], width: int) -> Iterator[Row]:
    """Yield *rows* with *width* cells each.

    Raises:
        LacplanError: After the last one, where some say more than there are columns for.
    """
    wide: list[int] = []
    for row in rows:
        if len(row.cells) == width:
            yield row
        elif any(row.cells):
            if any(map(str.strip, row.cells[width:])):
                wide.append(row.number)
            yield Row(row.number, row.cells[:width] + [""] * (width - len(row.cells)))
    if wide:
        raise LacplanError(
            f"{path}: more cells than columns that are named, {width}: {_lines(wide)}.",
            hint="Name the column, or quote a text that has a delimiter in it.",
        )


def _lines(numbers: Sequence[int]) -> str:
    listed = ", ".join(map(str, numbers[:_SHOWN]))
    more = f" and {len(numbers) - _SHOWN} more" if numbers[_SHOWN:] else ""
    return f"line{'s' * (len(numbers) > 1)} {listed}{more}"


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
    faults: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), 1):  # not at the ends that Unicode knows
        if not line.strip():
            continue
        try:
            flat = _flat(line)
        except ValueError as error:
            faults.append((number, str(error)))
            continue
        objects.append((number, flat))
        columns.update(dict.fromkeys(flat))
    if faults:
        number, says = faults[0]
        others = _lines([at for at, _ in faults[1:]])
        also = f" Look at {others}, too." if faults[1:] else ""
        message = f"{path}:{number}: this line {says}.{also}"
        raise LacplanError(message, hint="Each line holds one object, in braces.")
    names = tuple(columns)
    rows = (Row(number, [said.get(name, "") for name in names]) for number, said in objects)
    return Table(names, rows, encoding, "")


def _flat(line: str) -> dict[str, str]:
    """Return the object of *line* with ``author.name`` and the like for what it nests.

    Raises:
        ValueError: It holds none; the message goes on from “this line”.
    """
    try:
        said = json.loads(line, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise ValueError(f"is not JSON: {error.msg} at column {error.colno}") from None
    except RecursionError:
        raise ValueError("is not JSON that can be read: it nests too deep") from None
    except ValueError as error:  # a key twice, or a number of more digits than Python reads
        known = str(error).startswith("has ")
        raise ValueError(str(error) if known else "has a number of too many digits") from None
    if not isinstance(said, dict):
        raise ValueError("is not a JSON object")
    flat: dict[str, str] = {}
    for key, value in said.items():
        if isinstance(value, dict):
            flat.update((f"{key}.{inner}", _text(each)) for inner, each in value.items())
        else:
            flat[key] = _text(value)
    return flat


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object of *pairs*, of which no key may be there twice."""
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"has the key “{twice}” twice")
    return made


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
