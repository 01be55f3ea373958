"""What became of each word of a text: kept, deleted or added.

Equal sentences are aligned first, as many as keep their order. Between these, similar sentences
are paired, and in a pair equal words are aligned. What was kept only by chance is let go again.
What is aligned with nothing was deleted or added.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice, zip_longest

from lacplan.diff.change import Mark, Run
from lacplan.diff.passage import Pair, Text, Unit, key_of
from lacplan.diff.sentence_alignment import Bag, aligned
from lacplan.diff.tokens import is_paragraph_break, is_unspaced, is_word, sentence_ends, tokens

_PHRASE = 5
"""Of how many words a phrase is at the least that is told as carried over."""

_CLOSING = frozenset(".!?…。！？؟۔،؛,;:)]}”’»，、；：）」』】》〉")
"""Marks that no phrase begins with."""


@lru_cache(maxsize=8)  # a change is weighed by its words, then told in them
def words(old: str, new: str) -> tuple[Run, ...]:
    """Return what of *old* was kept and deleted, and what of *new* was added.

    The kept and the added runs together are *new*. The kept and the deleted ones together are
    *old* but for white space, since kept runs have the white space of *new*; a blank line inside
    counts as a word does. No change goes on beyond a blank line: there it is several runs.
    ``words(new, old)`` tells the same with deleted and added exchanged.
    """
    left, right = Text(old), Text(new)
    if left.keys <= right.keys:
        pairs = aligned(left, right)
    else:  # so that it makes no difference which of the two is the old one
        pairs = [(i, j) for j, i in aligned(right, left)]
    return tuple(_told(left, right, pairs))


def carried(texts: Sequence[str], new: str) -> tuple[Run, ...]:
    """Return what of *new* stands in one of *texts* as kept, and all else as added.

    What stands there is a whole sentence, or a phrase of five words; case and white space do not
    matter. The runs together are *new*.
    """
    return tuple(_carried(texts, new, Mark.ADDED))


def lost(old: str, heirs: Sequence[str]) -> tuple[Run, ...]:
    """Return what of *old* stands in none of *heirs* as deleted, and all else as kept.

    The counterpart of :func:`carried`; the runs together are *old*.
    """
    return tuple(_carried(heirs, old, Mark.DELETED))


def words_among(
    old: str, new: str, *, sources: Sequence[str], heirs: Sequence[str]
) -> tuple[Run, ...]:
    """Return what :func:`words` does, but of a text that has a part in a split or merge.

    What of *new* was taken over from one of *sources* is kept, and what of *old* one of *heirs*
    carries on is left out. The kept and the added runs together are *new*.
    """
    came, went = _marks(carried(sources, new)), _marks(lost(old, heirs))
    told: list[Run] = []
    for mark, text in words(old, new):
        letters = sum(not letter.isspace() for letter in text)
        here = () if mark is Mark.DELETED else [*islice(came, letters)]
        there = () if mark is Mark.ADDED else [*islice(went, letters)]
        match mark:
            case Mark.ADDED:
                told += _after(told, [*_parted(text, here)])
            case Mark.DELETED:
                told += _left(text, there)
            case Mark.KEPT:
                told.append(Run(mark, text))
    return tuple(_run_together(told))


def likeness(old: str, new: str) -> float:
    """Return how much the words of two texts are the same, in whatever order, from 0 to 1."""
    return Bag(Text(old).keys).likeness(Bag(Text(new).keys))


# How that is told


def _told(old: Text, new: Text, pairs: list[Pair]) -> Iterator[Run]:
    """Yield the tokens of both texts as runs, given the places of what was kept."""
    kept = [new.before]
    i = j = 0
    for next_i, next_j in [*pairs, (len(old.keys), len(new.keys))]:
        head, tail = _spaces_in_common(old.keys[i:next_i], new.keys[j:next_j])
        kept += new.tokens[j : j + head]
        gone, come = old.tokens[i + head : next_i - tail], new.tokens[j + head : next_j - tail]
        if gone or come:
            yield from _told_runs(Mark.KEPT, kept)
            yield from _told_runs(Mark.DELETED, gone)
            yield from _told_runs(Mark.ADDED, come)
            kept = []
        kept += new.tokens[next_j - tail : next_j + 1]
        i, j = next_i + 1, next_j + 1
    yield from _told_runs(Mark.KEPT, [*kept, new.after])


def _spaces_in_common(old: list[str], new: list[str]) -> Pair:
    """Return how many spaces, one at most, both begin with, and how many the rest both end with."""
    if not old or not new:
        return 0, 0
    head = old[0] == new[0] and old[0].isspace()
    tail = min(len(old), len(new)) > head and old[-1] == new[-1] and old[-1].isspace()
    return int(head), int(tail)


def _told_runs(mark: Mark, parts: Sequence[str]) -> Iterator[Run]:
    """Yield *parts* as one run, or those of a change as one up to each blank line."""
    start = 0
    for k, part in enumerate(parts, 1):
        if k == len(parts) or (mark is not Mark.KEPT and is_paragraph_break(part)):
            if text := "".join(parts[start:k]):
                yield Run(mark, text)
            start = k


# What was carried over


def _carried(sources: Sequence[str], text: str, otherwise: Mark) -> Iterator[Run]:
    known = [*map(_known, sources)]
    parts = tokens(text)
    marks = [otherwise] * len(parts)
    for start, end, piece in _pieces(parts):
        if any(piece in each for each in known):
            marks[start:end] = [Mark.KEPT] * (end - start)
    for k in range(1, len(parts)):
        if parts[k].isspace():
            marks[k] = marks[k - 1]
    for mark, group in groupby(range(len(parts)), marks.__getitem__):
        yield from _told_runs(mark, [parts[k] for k in group])


@lru_cache(maxsize=8)  # each heir of a split is compared with the same texts
def _known(source: str) -> frozenset[Unit]:
    return frozenset(piece for _, _, piece in _pieces(tokens(source)))


def _marks(runs: Iterable[Run]) -> Iterator[Mark]:
    """Yield the mark of each character of *runs* that is no white space."""
    return (mark for mark, text in runs for letter in text if not letter.isspace())


def _parted(text: str, marks: Iterable[Mark]) -> Iterator[Run]:
    """Yield an added text as runs, given the marks of what is no white space in it."""
    parts = re.findall(r"\s*\S|\s+", text)
    marked = zip_longest(marks, parts, fillvalue=Mark.ADDED)
    for mark, group in groupby(marked, lambda each: each[0]):
        yield Run(mark, "".join(part for _, part in group))


def _left(text: str, marks: Iterable[Mark]) -> Iterator[Run]:
    """Yield what is deleted of a text that others carry on in part, given the marks likewise."""
    fates = iter(marks)
    left = [each for each in text if each.isspace() or next(fates) is Mark.DELETED]
    if body := " ".join("".join(left).split()):
        head, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        yield Run(Mark.DELETED, f"{head}{body}{tail}")


def _after(told: Sequence[Run], runs: list[Run]) -> list[Run]:
    """Return *runs* to stand after those *told*: a space parts what is gone from what is kept."""
    if told and told[-1].mark is Mark.DELETED and runs[0].mark is Mark.KEPT:
        gone, kept = told[-1].text, runs[0].text
        if " " in gone and not gone[-1].isspace() and not kept[0].isspace():
            return [Run(Mark.DELETED, " "), *runs]
    return runs


def _run_together(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield *runs* with neighbours of one mark as one, but for blank lines between changes."""
    for mark, group in groupby(runs, lambda run: run.mark):
        yield from _told_runs(mark, tokens("".join(run.text for run in group)))


def _pieces(parts: Sequence[str]) -> Iterator[tuple[int, int, Unit]]:
    """Yield from where to where each sentence and each shortest phrase goes, and its words."""
    keys = [token.casefold() for token in map(key_of, parts)]
    start = 0
    for end in sentence_ends(parts):
        yield start, end, tuple(key for key in keys[start:end] if not key.isspace())
        start = end
    places = [k for k, key in enumerate(keys) if not key.isspace()]
    for first, end in _phrases([keys[k] for k in places]):
        yield places[first], places[end - 1] + 1, tuple(keys[k] for k in places[first:end])


def _phrases(keys: list[str]) -> Iterator[Pair]:
    """Yield from where to where each shortest phrase goes, also with the marks that close it.

    Two letters of an unspaced script count as a word.
    """
    halves = [is_word(key) + (is_word(key) and not is_unspaced(key)) for key in keys]
    total = end = 0
    for first, here in enumerate(halves):
        while total < 2 * _PHRASE and end < len(keys):
            total += halves[end]
            end += 1
        if here and total >= 2 * _PHRASE:
            yield first, end
            closed = end
            while closed < len(keys) and keys[closed] in _CLOSING:
                closed += 1
                yield first, closed
        total -= here
