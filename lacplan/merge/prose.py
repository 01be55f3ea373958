"""Three wordings of one text -> one: by sentence, and in a sentence that both edited, by word."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence as Several
from itertools import pairwise
from typing import NamedTuple

from lacplan.diff.passage import BREAK, Text
from lacplan.diff.sentence_alignment import Bag, groups
from lacplan.diff.tokens import is_word
from lacplan.diff.word_alignment import aligned_words

ALIKE = 0.5
"""From which likeness on a text is another wording of one that was there, from 0 to 1."""

TWIN = 0.75
"""From which likeness on two texts that are both new are two wordings of one, from 0 to 1.

Nearly word for word: “Workshop in Lima” and “Workshop in Quito” are two things, and both stay. But
one that says all that the other does, and more, is another wording of it.
"""


class Wording(NamedTuple):
    """A merged text; where the sides can't be joined, two that differ in nothing but that."""

    ours: str
    theirs: str
    joined: bool = False
    """Whether both edited one sentence."""

    @property
    def is_clean(self) -> bool:
        """Whether there is one wording."""
        return self.ours == self.theirs


def merge_prose(base: str, ours: str, theirs: str) -> Wording:
    """Return what *base* becomes by the changes of both sides."""
    old, one, other = Text(base), Text(ours), Text(theirs)
    merging = _Merging(old, one, other)
    parts = [*merging.run()]
    texts = [_written(_side(parts, side), (old, one, other)) for side in (1, 2)]
    if texts[0] == texts[1] and _is_doubled(texts[0], old, one, other):
        return Wording(ours, theirs)
    return Wording(texts[0], texts[1], merging.joined)


def _is_doubled(merged: str, base: Text, ours: Text, theirs: Text) -> bool:
    """Tell whether a sentence that both sides put in, each in another place, is there twice."""
    new = ({*ours.units} & {*theirs.units}) - {*base.units}
    counts = [Counter(text.units) for text in (Text(merged), ours, theirs)]
    return any(counts[0][unit] > max(counts[1][unit], counts[2][unit]) for unit in new)


def alike(one: str, other: str) -> bool:
    """Tell whether two texts are two wordings of one."""
    return Bag(Text(one).keys).likeness(Bag(Text(other).keys)) >= ALIKE


def are_twins(one: Several[str], other: Several[str]) -> bool:
    """Tell whether two new texts, by the keys of their words, are two wordings of one."""
    some, others = {*one}, {*other}
    return some <= others or others <= some or Bag(one).likeness(Bag(other)) >= TWIN


class _Hunk(NamedTuple):
    """What one side puts in the place of some sentences of the base."""

    start: int
    end: int
    """In sentences of the base; nothing is taken away where both are equal."""

    units: tuple[int, ...]
    """Which sentences of the side."""

    keys: tuple[tuple[str, ...], ...]
    """What those say."""


class _Words(NamedTuple):
    """A sentence made of the words of several."""

    text: str


_Unit = tuple[int, int] | _Words
"""A sentence: of which text (0 base, 1 ours, 2 theirs), and which of it; or a new one."""

_Part = tuple[list[_Unit], list[_Unit]]
"""What stands in a place if ours is taken, and if theirs is."""


def _side(parts: list[_Part], side: int) -> list[_Unit]:
    return [unit for part in parts for unit in part[side - 1]]


class _Merging:
    def __init__(self, base: Text, ours: Text, theirs: Text) -> None:
        self.texts = (base, ours, theirs)
        self.kept: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self.hunks = [list(self._hunks(1)), list(self._hunks(2))]
        self.joined = False

    def _hunks(self, side: int) -> Iterator[_Hunk]:
        """Yield what a side changes, in order; what it edits and what it puts in are apart."""
        old, new = self.texts[0], self.texts[side]
        i = j = 0
        ends = (len(old.units), len(old.units), len(new.units), len(new.units))
        for i0, i1, j0, j1 in [*groups(old, new), ends]:
            # What stands between two groups was taken away, or put in, or replaced.
            yield from self._hunk(side, i, i0, j, j0)
            if old.units[i0:i1] == new.units[j0:j1]:
                self.kept[side - 1].update(zip(range(i0, i1), range(j0, j1), strict=True))
            else:
                yield from self._hunk(side, i0, i1, j0, j1)
            i, j = i1, j1

    def _hunk(self, side: int, i0: int, i1: int, j0: int, j1: int) -> Iterator[_Hunk]:
        if i0 < i1 or j0 < j1:
            units = tuple(range(j0, j1))
            yield _Hunk(i0, i1, units, tuple(self.texts[side].units[j0:j1]))

    def run(self) -> Iterator[_Part]:
        """Yield the merged sentences."""
        at = 0
        for start, end, mine, yours in self._clusters():
            yield from self._untouched(at, start)
            yield self._met(start, end, mine, yours)
            at = end
        yield from self._untouched(at, len(self.texts[0].units))

    def _untouched(self, start: int, end: int) -> Iterator[_Part]:
        for place in range(start, end):
            unit: list[_Unit] = [(1, self.kept[0][place])]
            yield unit, unit

    def _clusters(self) -> Iterator[tuple[int, int, list[_Hunk], list[_Hunk]]]:
        """Yield the places that were changed, with the hunks of both that can't be told apart."""
        waiting = sorted(
            [(hunk.start, hunk.end, 0, hunk) for hunk in self.hunks[0]]
            + [(hunk.start, hunk.end, 1, hunk) for hunk in self.hunks[1]],
            key=lambda each: each[:3],
        )
        while waiting:
            start, end, turn, hunk = waiting.pop(0)
            cluster: tuple[list[_Hunk], list[_Hunk]] = ([], [])
            cluster[turn].append(hunk)
            while waiting and self._meets(start, end, waiting[0][3], cluster):
                _, more, turn, hunk = waiting.pop(0)
                cluster[turn].append(hunk)
                end = max(end, more)
            yield start, end, *cluster

    def _meets(
        self, start: int, end: int, hunk: _Hunk, cluster: tuple[list[_Hunk], list[_Hunk]]
    ) -> bool:
        """Tell whether *hunk* begins inside what is between *start* and *end*, or at its place."""
        if hunk.start < end or (hunk.start == start == end):
            return True
        # What is put beside a text that is gone has lost its place, if nothing else is beside it.
        if hunk.start != end:
            return False
        if hunk.start == hunk.end:
            gone = [each for each in (*cluster[0], *cluster[1]) if not each.units]
            return bool(gone) and (end == len(self.texts[0].units) or start == 0)
        before = [each for each in (*cluster[0], *cluster[1]) if each.start == each.end]
        return (
            bool(before) and not hunk.units and start == 0 and hunk.end == len(self.texts[0].units)
        )

    def _met(self, start: int, end: int, mine: list[_Hunk], yours: list[_Hunk]) -> _Part:
        """Return what stands where the base's sentences from *start* to *end* stood."""
        ours, theirs = self._applied(1, start, end, mine), self._applied(2, start, end, yours)
        if not yours or self._says(ours) == self._says(theirs):
            return ours, ours
        if not mine:
            return theirs, theirs
        if start == end:
            return self._both_put(ours, theirs)
        if len(mine) == len(yours) == 1 and (mine[0][:2] == yours[0][:2] == (start, end)):
            words = self._words(mine[0], yours[0])
            if words is not None:
                self.joined = True
                return [words], [words]
        return ours, theirs

    def _applied(self, side: int, start: int, end: int, hunks: list[_Hunk]) -> list[_Unit]:
        """Return what a side makes of the base's sentences from *start* to *end*."""
        found: list[_Unit] = []
        at = start
        for hunk in hunks:
            found += [(side, self.kept[side - 1][place]) for place in range(at, hunk.start)]
            found += [(side, unit) for unit in hunk.units]
            at = hunk.end
        return found + [(side, self.kept[side - 1][place]) for place in range(at, end)]

    def _says(self, units: list[_Unit]) -> list[tuple[str, ...]]:
        return [
            self.texts[unit[0]].units[unit[1]] for unit in units if not isinstance(unit, _Words)
        ]

    def _both_put(self, ours: list[_Unit], theirs: list[_Unit]) -> _Part:
        """Return both of what was put into one place, unless they are two wordings of one."""
        mine, yours = self._says(ours), self._says(theirs)
        if _is_among(yours, mine):
            return ours, ours
        if _is_among(mine, yours):
            return theirs, theirs
        keys = [[key for unit in units for key in unit] for units in (mine, yours)]
        if are_twins(*keys) or set(mine) & set(yours) - {(BREAK,)}:
            return ours, theirs
        # What goes on in the paragraph comes first, then what begins one, then what ends one.
        runs = sorted(
            (units[:1] == [(BREAK,)], units[-1:] == [(BREAK,)], units, found)
            for units, found in ((mine, ours), (yours, theirs))
        )
        found = [unit for _, _, _, run in runs for unit in run]
        return found, found

    def _words(self, mine: _Hunk, yours: _Hunk) -> _Words | None:
        """Return a sentence with the words that both changed; ``None`` where they meet."""
        sides = [self._tokens(0, range(mine.start, mine.end))]
        sides += [self._tokens(1, mine.units), self._tokens(2, yours.units)]
        if not all(sides):
            return None
        merged = _merged_words(*sides)
        return None if merged is None else _Words(merged)

    def _tokens(self, text: int, units: Several[int]) -> list[str]:
        """Return the tokens of some sentences, spaces included."""
        if not units:
            return []
        one = self.texts[text]
        return [*one.tokens[one.spans[units[0]][0] : one.spans[units[-1]][1]]]


def _is_among(some: list[tuple[str, ...]], more: list[tuple[str, ...]]) -> bool:
    """Tell whether *some* stand in *more*, in their order."""
    rest = iter(more)
    return all(unit in rest for unit in some)


class _Change(NamedTuple):
    """Words of the base, from *start* to *end*, and what one side has instead."""

    start: int
    end: int
    words: tuple[tuple[str, str], ...]
    """Each with the space before it."""


def _merged_words(base: list[str], ours: list[str], theirs: list[str]) -> str | None:
    """Return *base* with the words of both, if a word that both kept parts their changes."""
    old, one, other = map(_spaced, (base, ours, theirs))
    changes = sorted(
        {*_changes(old, one), *_changes(old, other)}, key=lambda each: (each.start, each.end)
    )
    for before, after in pairwise(changes):
        if not any(is_word(word) for _, word in old[before.end : after.start]):
            return None
    made: list[tuple[str, str]] = []
    at = 0
    for change in changes:
        made += [*old[at : change.start], *change.words]
        at = change.end
    return "".join(space + word for space, word in [*made, *old[at:]]).strip()


def _spaced(tokens: list[str]) -> list[tuple[str, str]]:
    """Return the words and marks, each with the space before it."""
    found: list[tuple[str, str]] = []
    space = ""
    for token in tokens:
        if token.isspace():
            space = token
        else:
            found.append((space, token))
            space = ""
    return found


def _changes(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> Iterator[_Change]:
    one, other = ([" ".join(word.split()) for _, word in words] for words in (old, new))
    span = (0, len(old), 0, len(new))
    i = j = 0
    for next_i, next_j in [*aligned_words(one, other, span), (len(old), len(new))]:
        if next_i > i or next_j > j:
            yield _Change(i, next_i, tuple(new[j:next_j]))
        i, j = next_i + 1, next_j + 1


def _written(units: list[_Unit], texts: tuple[Text, Text, Text]) -> str:
    """Return *units* as a text, each with the space before it that it had."""
    parts: list[str] = []
    after_break = True
    for unit in units:
        words, space = _words_of(unit, texts)
        is_break = not words.strip()
        if is_break:
            parts.append("" if after_break else words)
        else:
            parts.append(words if after_break else (space or " ") + words)
        after_break = is_break or not parts
    return "".join(parts).strip()


def _words_of(unit: _Unit, texts: tuple[Text, Text, Text]) -> tuple[str, str]:
    if isinstance(unit, _Words):
        return unit.text, " "
    text = texts[unit[0]]
    start, end = text.spans[unit[1]]
    space = text.tokens[start - 1] if start and text.tokens[start - 1].isspace() else ""
    return "".join(text.tokens[start:end]), "" if space.count("\n") > 1 else space
