"""What an import brought in, for people."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lacplan.cli.printable import printable
from lacplan.exchange.comment_table import ALONE
from lacplan.vocab.stakeholders import STAKEHOLDERS

if TYPE_CHECKING:
    from lacplan.cli.consult.import_ import Met, Taken
    from lacplan.consult.intake import Notice

_SHOWN = 10
"""How many lines, columns or notices of one kind are told; programs get all of them."""

_PARTS = {
    ",": "parted by commas",
    ";": "parted by semicolons",
    "\t": "parted by tabs",
    "|": "parted by bars",
    ALONE: "one column",
    "": "JSON lines",
}


def told(taken: "Sequence[Taken]", met: "Met", *, dry_run: bool) -> Iterator[str]:
    """Yield the lines that tell what the files hold, and what of it is new."""
    for each in taken:
        yield from map(printable, _file(each))
    late = sum(getattr(comment, "late", False) for comment in met.new)
    verb = "would be taken in" if dry_run else "taken in"
    yield f"{_counted(len(met.new), 'comment')} {verb}, {late} of them late; {met.known} known."
    if met.erased:
        yield f"{met.erased:,} of submissions that were erased, and left out with their contacts."
    if met.parts:
        listed = printable(_listed(met.parts))
        parts = _counted(len(met.parts), "part")
        yield f"{parts} of comments that are here already, and left out: {listed}."
    if met.differing:
        count = len(met.differing)
        listed = printable(_listed(met.differing))
        yield f"{count} known with other words, and left as they are: {listed}."


def reminders(name: str, taken: "Sequence[Taken]", met: "Met", *, dated: bool) -> Iterator[str]:
    """Yield what whoever imports should see to.

    Args:
        name: The plan's.
        taken: What the files bring in.
        met: What of it is new.
        dated: Whether it was said when rows without a date came.
    """
    undated = sum(each.intake.undated for each in taken)
    if undated and not dated and any(getattr(each, "late", False) for each in met.new):
        yield (
            f"{_counted(undated, 'row')} without a date count as received now, which is late: "
            "--received DATE says when they came."
        )
    if any(notice.kind == "unknown-group" for one in taken for notice in one.intake.notices):
        yield (
            f"Stakeholder groups are {', '.join(STAKEHOLDERS)}, and the constituencies that "
            "group.yaml declares: what it declares later counts from then on."
        )
    if met.parts:
        yield f"A comment that is here is parted with “lacplan consult split {name}”."
    if met.differing:
        yield (
            f"If those are corrections, bring each in with “lacplan consult amend {name}”; if they "
            "are other people's, whose ids are the same, import the table with --prefix TEXT."
        )


def _file(taken: "Taken") -> Iterator[str]:
    table, intake = taken.table, taken.intake
    form = _PARTS[table.delimiter]
    yield f"{taken.file}: {table.encoding}, {form}"
    found = {**taken.columns.fields, **taken.columns.answers}
    above = f" (named in line {table.heading})" if table.heading > 1 else ""
    placed = sorted((at, field) for field, at in found.items())
    names = ", ".join(f"{table.columns[at]} → {field}" for at, field in placed)
    yield f"  columns{above}: {names}"
    if taken.columns.unused:
        yield f"  not taken over: {_listed(taken.columns.unused)} (name them with --column)"
    if intake.month_first:
        yield "  dates have the month first"
    for what, count in intake.cleaned.items():
        yield f"  {what} taken out of {_counted(count, 'text')}"
    if intake.with_mail:
        lines = _listed(map(str, intake.with_mail))
        yield f"  mail addresses inside texts, which will be public: lines {lines}"
    yield from _notices(intake.notices)


def _notices(notices: "Sequence[Notice]") -> Iterator[str]:
    """Yield each thing that is to be noticed once, with the lines that it is about."""
    rows: dict[tuple[str, str], list[int]] = {}
    for notice in notices:
        rows.setdefault((notice.kind, notice.says), []).append(notice.row)
    told: dict[str, int] = {}
    for (kind, says), lines in rows.items():
        told[kind] = told.get(kind, 0) + 1
        if told[kind] <= _SHOWN:
            those = "line" if len(lines) == 1 else "each of the lines"
            yield f"  {those} {_listed(map(str, lines))} {says}"
    for kind, count in told.items():
        if count > _SHOWN:
            yield f"  … and {count - _SHOWN} more of “{kind}”; --format json tells all"


def _listed(words: "Iterator[str] | Sequence[str]") -> str:
    """Return *words* parted by commas, the first of them where there are many."""
    whole = [*words]
    rest = len(whole) - _SHOWN
    return ", ".join(whole[:_SHOWN]) + (f" and {rest:,} more" if rest > 0 else "")


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
