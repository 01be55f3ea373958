"""Which words of two sentences are the same, as a reader would say."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from lacplan.diff.passage import BREAK, Pair, Span, Stretch, heft
from lacplan.diff.tokens import is_word

_MOST_EDITS = 256
"""How many words of two sentences may differ; beyond, all between is told as changed."""

_FARTHEST = 64
"""By how many words a change may be shifted."""

_CLOSING = frozenset(".!?…。！？؟۔،؛,;:)]}”’»，、；：）」』】》〉")
_CLAUSE_ENDS = frozenset(",;:—–)]،؛，、；：）」』】》〉")
"""Marks that no phrase begins with, and marks after which a reader pauses."""


class _Words:
    """The words and marks of some sentences, without the spaces."""

    def __init__(self, keys: list[str], start: int, end: int) -> None:
        self.places = [place for place in range(start, end) if keys[place] != " "]
        self.keys = [keys[place] for place in self.places]
        self.spaced = [True, *(b - a > 1 for a, b in pairwise(self.places)), True]
        """Whether a space stands before each, and after the last."""

        self.hefts = [0, *accumulate(map(heft, self.keys))]

    def heft(self, start: int, end: int) -> int:
        return self.hefts[end] - self.hefts[start]

    def best_shift(self, start: int, end: int, most: Pair) -> int:
        """Return by how many words what stands from *start* to *end* had best be shifted.

        It may go left by the first of *most* and right by the second.
        """
        left, right = 0, 0
        while left < most[0] and self.keys[start - left - 1] == self.keys[end - left - 1]:
            left += 1
        while right < most[1] and self.keys[start + right] == self.keys[end + right]:
            right += 1
        return max(range(right, -left - 1, -1), key=lambda k: self._ease(start + k, end + k))

    def _ease(self, start: int, end: int) -> int:
        """Return how well a change reads that goes from *start* to *end*."""
        trails_off = self.spaced[end] and heft(self.keys[end - 1]) <= 2
        stops = end < len(self.keys) and self.keys[end] in _CLOSING
        return self._rift(start) + (2 if stops else self._rift(end)) - trails_off

    def _rift(self, at: int) -> int:
        """Return how clear a cut there is before the word at this place."""
        if at in (0, len(self.keys)) or self.keys[at - 1] == BREAK:
            return 4
        if self.keys[at - 1] in _CLAUSE_ENDS and (self.spaced[at] or self.keys[at - 1] > "\u3000"):
            return 3
        return 2 if self.spaced[at] else int(is_word(self.keys[at]))


def aligned_words(old: list[str], new: list[str], span: Span) -> Iterator[Pair]:
    """Yield the places in *span* of the tokens that are the same in both."""
    one, other = _Words(old, *span[:2]), _Words(new, *span[2:])
    for i, j, size in _slid(one, other, _absorbed(one, other, _stretches(one.keys, other.keys))):
        yield from zip(one.places[i : i + size], other.places[j : j + size], strict=True)


def _stretches(old: list[str], new: list[str]) -> list[Stretch]:
    """Return a longest common subsequence; where that is too far to seek, only the two ends."""
    head, tail = ends_in_common(old, new)
    last, new_last = len(old) - tail, len(new) - tail
    middle = _myers(old[head:last], new[head:new_last])
    found = [(head + i, head + j, size) for i, j, size in middle]
    return [each for each in [(0, 0, head), *found, (last, new_last, tail)] if each[2]]


_Path = tuple["_Path", Stretch] | None


def _myers(old: list[str], new: list[str]) -> list[Stretch]:
    """Return a longest common subsequence, or nothing where it takes too many edits.

    Source: E. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1, 1986.
    """
    n, m = len(old), len(new)
    reach: dict[int, tuple[int, _Path]] = {1: (0, None)}
    for edits in range(min(n + m, _MOST_EDITS) + 1):
        least, most = 2 * max(0, edits - m) - edits, edits - 2 * max(0, edits - n)
        for k in range(least, most + 1, 2):
            if k == -edits or (k != edits and reach[k - 1][0] < reach[k + 1][0]):
                start, path = reach[k + 1]
            else:
                start, path = reach[k - 1][0] + 1, reach[k - 1][1]
            i = start
            while i < n and i - k < m and old[i] == new[i - k]:
                i += 1
            if i > start:
                path = (path, (start, start - k, i - start))
            if i >= n and i - k >= m:
                return _unrolled(path)
            reach[k] = (i, path)
    return []


def _unrolled(path: _Path) -> list[Stretch]:
    stretches = []
    while path:
        path, stretch = path
        stretches.append(stretch)
    return stretches[::-1]


def _absorbed(one: _Words, other: _Words, stretches: list[Stretch]) -> list[Stretch]:
    """Return *stretches* without those that were kept by chance amid larger changes."""
    while True:
        left = [
            each for k, each in enumerate(stretches) if not _is_chance(one, other, stretches, k)
        ]
        if len(left) == len(stretches):
            return left
        stretches = left


def _is_chance(one: _Words, other: _Words, stretches: list[Stretch], k: int) -> bool:
    i, _, size = stretches[k]
    before, after = (_changed_heft(one, other, stretches, at) for at in (k, k + 1))
    if not any(before) or not any(after) or not (all(before) or all(after)):
        return False
    return 2 * one.heft(i, i + size) <= min(max(before), max(after))


def _changed_heft(one: _Words, other: _Words, stretches: list[Stretch], k: int) -> Pair:
    """Return how much was deleted, and how much added, right before stretch *k*."""
    i, j, size = stretches[k - 1] if k else (0, 0, 0)
    end = (len(one.keys), len(other.keys), 0)
    until, new_until, _ = stretches[k] if k < len(stretches) else end
    return one.heft(i + size, until), other.heft(j + size, new_until)


def _slid(one: _Words, other: _Words, stretches: list[Stretch]) -> list[Stretch]:
    """Return *stretches* with each insertion and deletion shifted to where it reads best."""
    slid = [*stretches]
    if not slid or slid[0][:2] != (0, 0):
        slid.insert(0, (0, 0, 0))
    if (slid[-1][0] + slid[-1][2], slid[-1][1] + slid[-1][2]) != (len(one.keys), len(other.keys)):
        slid.append((len(one.keys), len(other.keys), 0))
    for k in range(1, len(slid)):
        (i, j, size), (next_i, next_j, next_size) = slid[k - 1], slid[k]
        most = size - (k > 1), next_size - (k < len(slid) - 1)  # a change that vanished is two
        most = min(most[0], _FARTHEST), min(most[1], _FARTHEST)
        if i + size == next_i:
            shift = other.best_shift(j + size, next_j, most)
        elif j + size == next_j:
            shift = one.best_shift(i + size, next_i, most)
        else:
            continue
        slid[k - 1] = i, j, size + shift
        slid[k] = next_i + shift, next_j + shift, next_size - shift
    return [each for each in slid if each[2]]


def ends_in_common(old: Sequence[object], new: Sequence[object]) -> Pair:
    """Return how many elements both begin with, and how many of the rest both end with."""
    most = min(len(old), len(new))
    head = 0
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, tail
