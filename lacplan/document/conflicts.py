"""Unresolved conflicts that git left in a text, found before any parser sees it.

Source: git-merge(1), "How conflicts are presented". Inside a quoted or block scalar the markers
would parse as text.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from lacplan.document.fault import Fault, Span

_MARKER = r"(?m)^(<{7,}|\|{7,}|={7,}|>{7,})(?:[ ][^\r\n]*)?\r?$"


class Conflict(NamedTuple):
    """Two wordings of one place that a merge left for a person to choose from."""

    span: Span
    """From the first marker to the end of the last."""

    ours: str
    theirs: str
    base: str | None = None
    """What both came from, where git was told to write it (``merge.conflictStyle = diff3``)."""


def conflicts(text: str) -> Iterator[Conflict]:
    """Yield each whole conflict in *text*, in its order."""
    marks: list[re.Match[str]] = []
    for match in re.finditer(_MARKER, text):
        kind = match.group(1)
        if kind[0] == "<":
            marks = [match]
        elif marks and len(kind) == len(marks[0].group(1)):
            marks.append(match)
            if kind[0] == ">":
                yield from _whole(text, marks)
                marks = []


def conflict_faults(text: str) -> Iterator[Fault]:
    """Yield a fault for each whole conflict in *text*."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    whole = [*conflicts(text)]
    yield from _halves(text, whole)
    for conflict in whole:
        yield Fault(
            kind="conflict-markers",
            span=conflict.span,
            message=f"A merge left two wordings here: {_quote(conflict.ours)} "
            f"or {_quote(conflict.theirs)}.",
            hint="Keep what is meant and delete the lines of <<<<<<<, ||||||| and so on.",
        )


def _halves(text: str, whole: list[Conflict]) -> Iterator[Fault]:
    """Yield a fault for each marker of a beginning or an end that stands in no whole conflict."""
    ends = iter([*(conflict.span for conflict in whole), Span(len(text) + 1, len(text) + 1)])
    span = next(ends)
    for match in re.finditer(_MARKER, text):
        while match.start() >= span.end:
            span = next(ends)
        if match.start() < span.start and match.group(1)[0] in "<>":
            yield Fault(
                kind="conflict-markers",
                span=Span(match.start(), match.start() + len(match.group().rstrip("\r"))),
                message=f"“{match.group(1)}” is one end of a merge conflict, without the other.",
                hint="Look up the merge in git, keep what is meant, and delete this line.",
            )


def _whole(text: str, marks: list[re.Match[str]]) -> Iterator[Conflict]:
    kinds = "".join(mark.group(1)[0] for mark in marks)
    if kinds not in ("<=>", "<|=>"):
        return
    parts = [text[one.end() : two.start()].removeprefix("\n") for one, two in pairwise(marks)]
    yield Conflict(
        span=Span(marks[0].start(), marks[-1].end()),
        ours=parts[0],
        base=parts[1] if len(parts) == 3 else None,
        theirs=parts[-1],
    )


def _quote(wording: str) -> str:
    words = " ".join(wording.split())
    if not words:
        return "nothing"
    return f"“{words}”" if len(words) <= 120 else f"“{words[:117]}…”"
