"""Unresolved conflicts that git left in a text, found before any parser sees it.

Source: git-merge(1), "How conflicts are presented". Inside a quoted or block scalar the markers
would parse as text.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from lacplan.document.fault import Fault, Span
from lacplan.document.line import next_line

_MARKER = r"(?m)^(<{7,}|\|{7,}|={7,}|>{7,})(?:[ ][^\r\n]*)?\r?$"

_MOST_WORDS = 120
"""How many characters of a wording a message quotes."""

_Marks = list[re.Match[str]]
"""The markers of one conflict so far, from the ``<<<<<<<`` on."""


class Conflict(NamedTuple):
    """Two wordings of one place that a merge left for a person to choose from, as whole lines."""

    span: Span
    """From the first marker to the end of the last."""

    ours: str
    theirs: str
    base: str | None = None
    """What both came from, where git was told to write it (``merge.conflictStyle = diff3``)."""


def conflicts(text: str) -> Iterator[Conflict]:
    """Yield each whole conflict in *text* that stands inside no other, in its order."""
    reader = _Reader()
    for match in re.finditer(_MARKER, text):
        reader.take(match)
    end = 0
    for marks in sorted(reader.whole, key=lambda marks: marks[0].start()):
        if marks[0].start() >= end:
            end = marks[-1].end()
            yield _whole(text, marks)


def _whole(text: str, marks: _Marks) -> Conflict:
    parts = [text[next_line(text, one.start()) : two.start()] for one, two in pairwise(marks)]
    return Conflict(
        span=Span(marks[0].start(), marks[-1].end()),
        ours=parts[0],
        base=parts[1] if len(parts) == 3 else None,
        theirs=parts[-1],
    )


def settled(text: str) -> tuple[str, list[Span]]:
    """Return *text* with one wording for each conflict in it, and where those stand in it.

    The wording is the oldest one that says something.
    """
    parts: list[str] = []
    spans: list[Span] = []
    at = length = 0
    for conflict in conflicts(text):
        wordings = (conflict.base, conflict.ours, conflict.theirs)
        chosen = settled(next((each for each in wordings if each), ""))[0]
        parts += [text[at : conflict.span.start], chosen]
        start = length + conflict.span.start - at
        spans.append(Span(start, start + len(chosen)))
        at = next_line(text, conflict.span.end)
        length = start + len(chosen)
    return "".join([*parts, text[at:]]), spans


def wordings(text: str) -> tuple[str, str] | None:
    """Return *text* as ours and as theirs have it; ``None`` where it has no whole conflict."""
    ours: list[str] = []
    theirs: list[str] = []
    at = 0
    for conflict in conflicts(text):
        agreed = text[at : conflict.span.start]
        ours += [agreed, conflict.ours]
        theirs += [agreed, conflict.theirs]
        at = next_line(text, conflict.span.end)
    if not ours:
        return None
    return "".join([*ours, text[at:]]), "".join([*theirs, text[at:]])


def conflict_faults(text: str) -> Iterator[Fault]:
    """Yield a fault for each conflict in *text*, and for each end of one that lacks the other.

    A conflict may stand inside another, and is told after it: git writes those of a merge's own
    bases with longer markers, and people commit conflicts that are merged again.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    reader = _Reader()
    for match in re.finditer(_MARKER, text):
        reader.take(match)
    whole = [_whole_fault(text, marks) for marks in reader.whole]
    halves = map(_half_fault, reader.halves + [marks[0] for marks in reader.open])
    yield from sorted((*whole, *halves), key=lambda fault: fault.span.start)


class _Reader:
    """Puts the markers of a text together to conflicts."""

    def __init__(self) -> None:
        self.whole: list[_Marks] = []
        self.halves: _Marks = []
        self.open: list[_Marks] = []
        self.depths: dict[int, list[int]] = defaultdict(list)
        """For each length of markers, which of the open conflicts have it."""

    def take(self, match: re.Match[str]) -> None:
        kind = match.group(1)
        depths = self.depths[len(kind)]
        if kind[0] == "<":
            depths.append(len(self.open))
            self.open.append([match])
        elif depths:
            while len(self.open) > depths[-1] + 1:
                self.halves.append(self._close()[0])
            self.open[-1].append(match)
            if kind[0] == ">":
                self._end(self._close())
        elif kind[0] == ">":
            self.halves.append(match)

    def _close(self) -> _Marks:
        marks = self.open.pop()
        self.depths[len(marks[0].group(1))].pop()
        return marks

    def _end(self, marks: _Marks) -> None:
        if "".join(mark.group(1)[0] for mark in marks) in ("<=>", "<|=>"):
            self.whole.append(marks)
        else:
            self.halves += [marks[0], marks[-1]]


def _whole_fault(text: str, marks: _Marks) -> Fault:
    ours = _quote(text, marks[0].end(), marks[1].start())
    theirs = _quote(text, marks[-2].end(), marks[-1].start())
    return Fault(
        kind="conflict-markers",
        span=Span(marks[0].start(), marks[-1].end()),
        message=f"A merge left two wordings here: {ours} or {theirs}.",
        hint="Keep what is meant and delete the lines of <<<<<<<, ||||||| and so on.",
    )


def _half_fault(match: re.Match[str]) -> Fault:
    return Fault(
        kind="conflict-markers",
        span=Span(match.start(), match.start() + len(match.group().rstrip("\r"))),
        message=f"“{match.group(1)}” is one end of a merge conflict, without the other.",
        hint="Look up the merge in git, keep what is meant, and delete this line.",
    )


def _quote(text: str, start: int, end: int) -> str:
    """Return the wording between two markers, without the markers inside it."""
    wording = text[start : min(end, start + 8 * _MOST_WORDS)]
    words = " ".join(re.sub(_MARKER, "", wording).split())
    if not words:
        return "nothing"
    return f"“{words}”" if len(words) <= _MOST_WORDS else f"“{words[: _MOST_WORDS - 3]}…”"
