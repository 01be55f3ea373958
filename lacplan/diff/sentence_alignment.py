"""Which sentences of one text became which of another."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lacplan.diff.passage import BREAK, Pair, Span, Text, Unit, heft
from lacplan.diff.tokens import is_unspaced
from lacplan.diff.word_alignment import aligned_words, ends_in_common

_ALIKE = 0.4
"""How alike two sentences must be for their words to be compared, from 0 to 1."""

_CLOSER = 0.05
"""By how much two neighbours together must be more like a sentence than one is, to go with it."""

_MOST_BEARERS = 16
"""In how many sentences a word may stand and still help to find what a sentence became."""


def aligned(old: Text, new: Text) -> list[Pair]:
    """Return the places of what was kept, in order; spaces are told only between sentences."""
    pairs: list[Pair] = []
    for i0, i1, j0, j1 in _matched(old.units, new.units):
        start, end = old.spans[i0][0], old.spans[i1 - 1][1]
        new_start, new_end = new.spans[j0][0], new.spans[j1 - 1][1]
        if old.keys[start:end] == new.keys[new_start:new_end]:
            pairs += zip(range(start, end), range(new_start, new_end), strict=True)
        else:
            pairs += aligned_words(old.keys, new.keys, (start, end, new_start, new_end))
        if old.keys[end : end + 1] == new.keys[new_end : new_end + 1] == [" "]:
            pairs.append((end, new_end))
    return pairs


def groups(old: Text, new: Text) -> Iterator[Span]:
    """Yield the groups of sentences that became each other, and the blank lines that stayed.

    They rise in both texts; what lies between two of them was deleted or added.
    """
    return _matched(old.units, new.units)


def _matched(old: list[Unit], new: list[Unit]) -> Iterator[Span]:
    """Yield the groups of sentences that became each other, and the blank lines that stayed."""
    head, tail = ends_in_common(old, new)
    tail -= tail > 0 and old[-tail] == (BREAK,)  # it may belong with what stands before it
    last, new_last = len(old) - tail, len(new) - tail
    yield from ((k, k + 1, k, k + 1) for k in range(head))
    yield from _matched_between(old, new, (head, last, head, new_last))
    yield from ((last + k, last + k + 1, new_last + k, new_last + k + 1) for k in range(tail))


def _matched_between(old: list[Unit], new: list[Unit], span: Span) -> Iterator[Span]:
    i0, i1, j0, j1 = span
    chain = _heaviest_chain(_candidates(old, new, span))
    before, end = (i0, i0, j0, j0), (i1, i1, j1, j1)
    groups = [*((i, i + 1, j, j + 1) for i, j in chain), end]
    for group, after in pairwise(groups):
        wide = _widened(old, new, group, (before, after))
        yield from _breaks_between(old, new, before, wide)
        yield wide
        before = wide
    yield from _breaks_between(old, new, before, end)


def _breaks_between(old: list[Unit], new: list[Unit], one: Span, other: Span) -> Iterator[Span]:
    """Yield the blank lines that stayed between two groups: all, the first, or the last."""
    i0, i1, j0, j1 = one[1], other[0], one[3], other[2]
    if old[i0:i1][:1] == new[j0:j1][:1] == [(BREAK,)]:
        yield i0, i0 + 1, j0, j0 + 1
        i0, j0 = i0 + 1, j0 + 1
    olds = [k for k in range(i0, i1) if old[k] == (BREAK,)]
    news = [k for k in range(j0, j1) if new[k] == (BREAK,)]
    if len(olds) == len(news):
        yield from ((i, i + 1, j, j + 1) for i, j in zip(olds, news, strict=True))
    elif old[i0:i1][-1:] == new[j0:j1][-1:] == [(BREAK,)]:
        yield i1 - 1, i1, j1 - 1, j1


def _candidates(old: list[Unit], new: list[Unit], span: Span) -> Iterator[tuple[int, int, int]]:
    """Yield the pairs of sentences that are equal or similar, with the weight of each."""
    olds, news = _places(old, *span[:2]), _places(new, *span[2:])
    for unit in olds.keys() & news.keys():
        weight = 200 * sum(map(heft, unit))
        yield from ((i, j, weight) for i, j in zip(olds[unit], news[unit], strict=False))
    yield from _similar(
        [(i, Bag(unit)) for unit, places in olds.items() if unit not in news for i in places],
        [(j, Bag(unit)) for unit, places in news.items() if unit not in olds for j in places],
    )


def _places(units: list[Unit], start: int, end: int) -> dict[Unit, list[int]]:
    places: dict[Unit, list[int]] = defaultdict(list)
    for k in range(start, end):
        if units[k] != (BREAK,):
            places[units[k]].append(k)
    return places


class Bag:
    """The words of some sentences, counted, in no order; of unspaced scripts, pairs of letters."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.counts: Counter[str] = Counter()
        before = ""
        for key in keys:
            if not key.isascii() and is_unspaced(key):
                self.counts[before + key] += 1
                before = key
            elif heft(key) > 1:
                self.counts[key.lower()] += 1
        self.heft = sum(heft(word) * count for word, count in self.counts.items())

    def likeness(self, other: "Bag") -> float:
        """Return how much of two bags is the same, from 0 to 1: their Dice coefficient."""
        shared = sum(
            heft(word) * min(count, other.counts[word])
            for word, count in self.counts.items()
            if word in other.counts
        )
        return 2 * shared / (self.heft + other.heft) if shared else 0.0


def _similar(
    olds: list[tuple[int, Bag]], news: list[tuple[int, Bag]]
) -> Iterator[tuple[int, int, int]]:
    """Yield the pairs of similar sentences, found by the words that not many have."""
    old_bearers = Counter(word for _, bag in olds for word in bag.counts)
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, (_, bag) in enumerate(news):
        for word in bag.counts:
            if old_bearers[word] <= _MOST_BEARERS:
                bearers[word].append(number)
    for i, bag in olds:
        votes: Counter[int] = Counter()
        for word in bag.counts:
            if len(found := bearers.get(word, ())) <= _MOST_BEARERS:
                for number in found:
                    votes[number] += heft(word)
        for number in sorted(votes, key=lambda number: (-votes[number], number))[:4]:
            j, other = news[number]
            if (alike := bag.likeness(other)) >= _ALIKE:
                yield i, j, int(100 * alike * min(bag.heft, other.heft))


def _heaviest_chain(candidates: Iterable[tuple[int, int, int]]) -> list[Pair]:
    """Return those of the weighed pairs that rise in both places and together weigh most."""
    ranked = sorted(candidates, key=lambda each: (each[0], -each[1]))
    size = max((j for _, j, _ in ranked), default=0) + 1
    tree = [(0, -1)] * (size + 1)  # a Fenwick tree of the weight and last link of chains up to j
    links: list[int] = []
    for number, (_, j, weight) in enumerate(ranked):
        total, link = _heaviest_up_to(tree, j)
        links.append(link)
        at = j + 1
        while at <= size:
            if tree[at][0] < total + weight:
                tree[at] = (total + weight, number)
            at += at & -at
    chain = []
    _, link = _heaviest_up_to(tree, size)
    while link >= 0:
        chain.append(ranked[link][:2])
        link = links[link]
    return chain[::-1]


def _heaviest_up_to(tree: list[tuple[int, int]], at: int) -> tuple[int, int]:
    best = (0, -1)
    while at > 0:
        if tree[at][0] > best[0]:
            best = tree[at]
        at -= at & -at
    return best


def _widened(old: list[Unit], new: list[Unit], group: Span, beside: tuple[Span, Span]) -> Span:
    """Return *group* with its neighbours, where a sentence was split or several were joined."""
    if old[group[0]] == new[group[2]]:
        return group
    while wider := [*_wider(old, new, group, beside)]:
        best = max(wider, key=lambda each: _group_likeness(old, new, each))
        gain = _group_likeness(old, new, best) - _group_likeness(old, new, group)
        if gain < _CLOSER:
            break
        group = best
    return group


def _wider(
    old: list[Unit], new: list[Unit], group: Span, beside: tuple[Span, Span]
) -> Iterator[Span]:
    """Yield *group* with one more sentence, for each that is free beside it."""
    (_, i_least, _, j_least), (i_most, _, j_most, _) = beside
    i0, i1, j0, j1 = group
    if (more := i1 + (old[i1 : i1 + 1] == [(BREAK,)])) < i_most:
        yield i0, more + 1, j0, j1
    if (more := j1 + (new[j1 : j1 + 1] == [(BREAK,)])) < j_most:
        yield i0, i1, j0, more + 1
    if (more := i0 - (old[i0 - 1] == (BREAK,))) > i_least:
        yield more - 1, i1, j0, j1
    if (more := j0 - (new[j0 - 1] == (BREAK,))) > j_least:
        yield i0, i1, more - 1, j1


def _group_likeness(old: list[Unit], new: list[Unit], group: Span) -> float:
    i0, i1, j0, j1 = group
    one = Bag(key for unit in old[i0:i1] for key in unit)
    return one.likeness(Bag(key for unit in new[j0:j1] for key in unit))
