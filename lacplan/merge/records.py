"""Lines of comments and of links, of which each side may have added some: merged one by one.

A line is never edited, so there is nothing to choose between: what either side added is kept, in
the order of what both come from, then ours, then theirs. What one side took away is gone where the
other left it alone. Only an erasure rewrites a line, and it wins whatever the other side did.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lacplan.model.comment import Amendment, Record, erased
from lacplan.model.comment_line import decode_line, encode_line


class MergedRecords(NamedTuple):
    """Three files of lines merged into one."""

    text: str
    doubled: tuple[str, ...]
    """The ids that more than one line bears now, and of ours none did; ``check`` finds them."""


class _Line(NamedTuple):
    key: str
    """The id that it bears; itself where it is damaged."""

    text: str
    """With its line end."""

    is_erased: bool = False


def merge_comments(base: str, ours: str, theirs: str) -> MergedRecords:
    """Return three files of comments merged, line by line.

    A comment that one side erased stays erased, with all of its submission and all that amends it.
    """
    sides = [[*_comment_lines(text)] for text in (base, ours, theirs)]
    merged = _with_erasures(_merged(*sides))
    return MergedRecords("".join(line.text for line in merged), _doubled(merged, sides[1]))


def merge_links(base: str, ours: str, theirs: str) -> MergedRecords:
    """Return three files of links merged, row by row; names of columns are ours."""
    base_rows, our_rows, their_rows = (
        [*_rows(_with_commas(text))] for text in (base, ours, theirs)
    )
    heads = [rows[0].text for rows in (our_rows, their_rows, base_rows) if rows]
    sides = (base_rows[1:], our_rows[1:], their_rows[1:])
    merged = _merged(*sides)
    if sides[1] == sorted(sides[1]):
        merged.sort()
    head = heads[0] if heads else ""
    return MergedRecords(head + "".join(row.text for row in merged), _doubled(merged, sides[1]))


def _comment_lines(text: str) -> Iterator[_Line]:
    for line in text.split("\n"):
        if line.strip():
            record = _record(line)
            is_erased = record is not None and record.erased is not None
            yield _Line(record.id if record else line, f"{line}\n", is_erased)


def _record(line: str) -> Record | None:
    try:
        return decode_line(line)
    except ValueError:
        return None


def _with_commas(text: str) -> str:
    """Return *text* with commas where a spreadsheet put semicolons or tabs, else as it is."""
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    if delimiter == ",":
        return text
    written = io.StringIO()
    try:
        rows = [
            *csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter)
        ]
    except csv.Error:
        return text
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()


def _rows(text: str) -> Iterator[_Line]:
    """Yield each row with its comment for a key; a quoted cell may go on over several lines."""
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    reader = csv.reader(iter(lines))
    before = 0
    try:
        for cells in reader:
            raw = "".join(lines[before : reader.line_num])
            before = reader.line_num
            if any(cells):
                yield _Line(cells[0].strip(), raw if raw.endswith("\n") else f"{raw}\n")
    except csv.Error:
        rest = "".join(lines[before:])
        yield _Line(rest, rest if rest.endswith("\n") else f"{rest}\n")


def _merged(base: Sequence[_Line], ours: Sequence[_Line], theirs: Sequence[_Line]) -> list[_Line]:
    """Return what stays of *base*, and what *ours* and *theirs* added, key by key."""
    before, here, there = {*base}, {*ours}, {*theirs}
    found: dict[str, dict[_Line, None]] = {line.key: {} for line in base}
    for side, other in ((ours, there), (theirs, here)):
        for line in side:
            taken = line in before and line not in other
            if not taken or line.is_erased:
                found.setdefault(line.key, {})[line] = None
    return [line for lines in found.values() for line in lines]


def _with_erasures(lines: list[_Line]) -> list[_Line]:
    """Return *lines* with everything erased of each submission that has an erased comment."""
    records = [_record(line.text) for line in lines]
    days: dict[str, str] = {}
    for record in records:
        if record is not None and record.erased and not isinstance(record, Amendment):
            days.setdefault(record.submission, record.erased)
    if not days:
        return lines
    submissions = {
        record.id: record.submission
        for record in records
        if record is not None and not isinstance(record, Amendment)
    }
    found: dict[_Line, None] = {}
    kept: set[str] = set()
    for line, record in zip(lines, records, strict=True):
        day = days.get(_submission(record, submissions) or "")
        if record is None or day is None:
            found[line] = None
        elif line.key not in kept:  # of a tombstone and an older copy, or of two tombstones, one
            kept.add(line.key)
            after = record if record.erased else erased(record, day)
            text = line.text if after is record else f"{encode_line(after)}\n"
            found[_Line(line.key, text, is_erased=True)] = None
    return [*found]


def _submission(record: Record | None, submissions: Mapping[str, str]) -> str | None:
    """Return the submission that *record* belongs to, or what it amends does."""
    if isinstance(record, Amendment):
        return submissions.get(record.amends)
    return record.submission if record else None


def _doubled(merged: Sequence[_Line], ours: Sequence[_Line]) -> tuple[str, ...]:
    before = {key for key, count in _counts(ours).items() if count > 1}
    return tuple(key for key, count in _counts(merged).items() if count > 1 and key not in before)


def _counts(lines: Sequence[_Line]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.key] = counts.get(line.key, 0) + 1
    return counts


MERGES: tuple[tuple[str, Callable[[str, str, str], MergedRecords]], ...] = (
    (".jsonl", merge_comments),
    (".csv", merge_links),
)
"""How files of lines are merged, by how their names end."""
