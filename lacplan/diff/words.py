"""What became of each word of a text: kept, deleted or added.

Equal sentences are aligned first, as many as keep their order. Between these, similar sentences
are paired, and in a pair equal words are aligned. What was kept only by chance is let go again.
What is aligned with nothing was deleted or added.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, pairwise

from lacplan.diff.change import Mark, Run
from lacplan.diff.tokens import is_paragraph_break, is_unspaced, is_word, sentence_ends, tokens

_ALIKE = 0.4
"""How alike two sentences must be for their words to be compared, from 0 to 1."""

_CLOSER = 0.05
"""By how much two neighbours together must be more like a sentence than one is, to go with it."""

_MOST_EDITS = 256
"""How many words of two sentences may differ; beyond, all between is told as changed."""

_MOST_BEARERS = 16
"""In how many sentences a word may stand and still help to find what a sentence became."""

_FARTHEST = 64
"""By how many words a change may be shifted."""

_PHRASE = 5
"""Of how many words a phrase is at the least that is told as carried over."""

_BREAK = "\n\n"
_CLOSING = frozenset(".!?…。！？؟۔،؛,;:)]}”’»，、；：）」』】》〉")
_CLAUSE_ENDS = frozenset(",;:—–)]،؛，、；：）」』】》〉")
"""Marks that no phrase begins with, and marks after which a reader pauses."""

_FUNCTION_WORDS = """
    the and for are was has had but its our who not may can all any
    from with this that these those their they than then into have been were will such also
    los las del con por sin que una sus para como este esta esto estos estas entre sobre desde
    dos das nos nas com sem uma seu sua pela pelo pelos pelas esse essa isso
    les des une aux par sur est qui ses dans avec pour cette sont leur leurs
"""
_SLIGHT = frozenset(_FUNCTION_WORDS.split())
"""Words that say little of what a sentence is about; so do all of one or two letters."""

Pair = tuple[int, int]
"""A place in the old text and the one in the new that it became."""

Span = tuple[int, int, int, int]
"""From and to in the old text, then from and to in the new."""

Stretch = tuple[int, int, int]
"""From where in the old text, and from where in the new, how many words in a row are equal."""

Unit = tuple[str, ...]
"""A sentence as the keys of its tokens, or a blank line."""


def words(old: str, new: str) -> tuple[Run, ...]:
    """Return what of *old* was kept and deleted, and what of *new* was added.

    The kept and the added runs together are *new*. The kept and the deleted ones together are
    *old* but for white space, since kept runs have the white space of *new*; a blank line inside
    counts as a word does. No change goes on beyond a blank line: there it is several runs.
    ``words(new, old)`` tells the same with deleted and added exchanged.
    """
    left, right = _Text(old), _Text(new)
    if left.keys <= right.keys:
        pairs = _aligned(left, right)
    else:  # so that it makes no difference which of the two is the old one
        pairs = [(i, j) for j, i in _aligned(right, left)]
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


def likeness(old: str, new: str) -> float:
    """Return how much the words of two texts are the same, in whatever order, from 0 to 1."""
    return _Bag(_Text(old).keys).likeness(_Bag(_Text(new).keys))


class _Text:
    """A text, without the white space around it, as tokens and sentences."""

    def __init__(self, text: str) -> None:
        body = text.strip()
        start = text.find(body)
        self.before, self.after = text[:start], text[start + len(body) :]
        self.tokens = tokens(body)
        self.keys = [token if token.isalnum() else _key(token) for token in self.tokens]
        self.spans = [*self._spans()]
        self.units = [tuple(self.keys[start:end]) for start, end in self.spans]

    def _spans(self) -> Iterator[Pair]:
        """Yield from where to where each sentence goes, and each blank line between two."""
        start = 0
        for end in sentence_ends(self.tokens):
            last = self.keys[end - 1]
            yield start, end - (last in (" ", _BREAK))
            if last == _BREAK:
                yield end - 1, end
            start = end


def _key(token: str) -> str:
    """Return what equal tokens have in common."""
    if token.isspace():
        return _BREAK if is_paragraph_break(token) else " "
    return " ".join(token.split())


@lru_cache(maxsize=1 << 14)
def _heft(key: str) -> int:
    """Return how much a reader sees in a token."""
    if not is_word(key):
        return 1
    if is_unspaced(key) or key in _SLIGHT:
        return 2
    if not key.isalpha() and any(map(str.isdecimal, key)):
        return 4
    return max(2, len(key)) if len(key) < 4 and not key.isupper() else 6


# Which sentences became which


def _aligned(old: _Text, new: _Text) -> list[Pair]:
    """Return the places of what was kept, in order; spaces are told only between sentences."""
    pairs: list[Pair] = []
    for i0, i1, j0, j1 in _matched(old.units, new.units):
        start, end = old.spans[i0][0], old.spans[i1 - 1][1]
        new_start, new_end = new.spans[j0][0], new.spans[j1 - 1][1]
        if old.keys[start:end] == new.keys[new_start:new_end]:
            pairs += zip(range(start, end), range(new_start, new_end), strict=True)
        else:
            pairs += _aligned_words(old.keys, new.keys, (start, end, new_start, new_end))
        if old.keys[end : end + 1] == new.keys[new_end : new_end + 1] == [" "]:
            pairs.append((end, new_end))
    return pairs


def _matched(old: list[Unit], new: list[Unit]) -> Iterator[Span]:
    """Yield the groups of sentences that became each other, and the blank lines that stayed."""
    head, tail = _ends_in_common(old, new)
    tail -= tail > 0 and old[-tail] == (_BREAK,)  # it may belong with what stands before it
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
    if old[i0:i1][:1] == new[j0:j1][:1] == [(_BREAK,)]:
        yield i0, i0 + 1, j0, j0 + 1
        i0, j0 = i0 + 1, j0 + 1
    olds = [k for k in range(i0, i1) if old[k] == (_BREAK,)]
    news = [k for k in range(j0, j1) if new[k] == (_BREAK,)]
    if len(olds) == len(news):
        yield from ((i, i + 1, j, j + 1) for i, j in zip(olds, news, strict=True))
    elif old[i0:i1][-1:] == new[j0:j1][-1:] == [(_BREAK,)]:
        yield i1 - 1, i1, j1 - 1, j1


def _candidates(old: list[Unit], new: list[Unit], span: Span) -> Iterator[tuple[int, int, int]]:
    """Yield the pairs of sentences that are equal or similar, with the weight of each."""
    olds, news = _places(old, *span[:2]), _places(new, *span[2:])
    for unit in olds.keys() & news.keys():
        weight = 200 * sum(map(_heft, unit))
        yield from ((i, j, weight) for i, j in zip(olds[unit], news[unit], strict=False))
    yield from _similar(
        [(i, _Bag(unit)) for unit, places in olds.items() if unit not in news for i in places],
        [(j, _Bag(unit)) for unit, places in news.items() if unit not in olds for j in places],
    )


def _places(units: list[Unit], start: int, end: int) -> dict[Unit, list[int]]:
    places: dict[Unit, list[int]] = defaultdict(list)
    for k in range(start, end):
        if units[k] != (_BREAK,):
            places[units[k]].append(k)
    return places


class _Bag:
    """The words of some sentences, counted, in no order; of unspaced scripts, pairs of letters."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.counts: Counter[str] = Counter()
        before = ""
        for key in keys:
            if not key.isascii() and is_unspaced(key):
                self.counts[before + key] += 1
                before = key
            elif _heft(key) > 1:
                self.counts[key.lower()] += 1
        self.heft = sum(_heft(word) * count for word, count in self.counts.items())

    def likeness(self, other: "_Bag") -> float:
        """Return how much of two bags is the same, from 0 to 1: their Dice coefficient."""
        shared = sum(
            _heft(word) * min(count, other.counts[word])
            for word, count in self.counts.items()
            if word in other.counts
        )
        return 2 * shared / (self.heft + other.heft) if shared else 0.0


def _similar(
    olds: list[tuple[int, _Bag]], news: list[tuple[int, _Bag]]
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
                    votes[number] += _heft(word)
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
    if (more := i1 + (old[i1 : i1 + 1] == [(_BREAK,)])) < i_most:
        yield i0, more + 1, j0, j1
    if (more := j1 + (new[j1 : j1 + 1] == [(_BREAK,)])) < j_most:
        yield i0, i1, j0, more + 1
    if (more := i0 - (old[i0 - 1] == (_BREAK,))) > i_least:
        yield more - 1, i1, j0, j1
    if (more := j0 - (new[j0 - 1] == (_BREAK,))) > j_least:
        yield i0, i1, more - 1, j1


def _group_likeness(old: list[Unit], new: list[Unit], group: Span) -> float:
    i0, i1, j0, j1 = group
    one = _Bag(key for unit in old[i0:i1] for key in unit)
    return one.likeness(_Bag(key for unit in new[j0:j1] for key in unit))


# Which words of them are the same


class _Words:
    """The words and marks of some sentences, without the spaces."""

    def __init__(self, keys: list[str], start: int, end: int) -> None:
        self.places = [place for place in range(start, end) if keys[place] != " "]
        self.keys = [keys[place] for place in self.places]
        self.spaced = [True, *(b - a > 1 for a, b in pairwise(self.places)), True]
        """Whether a space stands before each, and after the last."""

        self.hefts = [0, *accumulate(map(_heft, self.keys))]

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
        trails_off = self.spaced[end] and _heft(self.keys[end - 1]) <= 2
        stops = end < len(self.keys) and self.keys[end] in _CLOSING
        return self._rift(start) + (2 if stops else self._rift(end)) - trails_off

    def _rift(self, at: int) -> int:
        """Return how clear a cut there is before the word at this place."""
        if at in (0, len(self.keys)) or self.keys[at - 1] == _BREAK:
            return 4
        if self.keys[at - 1] in _CLAUSE_ENDS and (self.spaced[at] or self.keys[at - 1] > "\u3000"):
            return 3
        return 2 if self.spaced[at] else int(is_word(self.keys[at]))


def _aligned_words(old: list[str], new: list[str], span: Span) -> Iterator[Pair]:
    one, other = _Words(old, *span[:2]), _Words(new, *span[2:])
    for i, j, size in _slid(one, other, _absorbed(one, other, _stretches(one.keys, other.keys))):
        yield from zip(one.places[i : i + size], other.places[j : j + size], strict=True)


def _stretches(old: list[str], new: list[str]) -> list[Stretch]:
    """Return a longest common subsequence; where that is too far to seek, only the two ends."""
    head, tail = _ends_in_common(old, new)
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


def _ends_in_common(old: Sequence[object], new: Sequence[object]) -> Pair:
    """Return how many elements both begin with, and how many of the rest both end with."""
    most = min(len(old), len(new))
    head = 0
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, tail


# How that is told


def _told(old: _Text, new: _Text, pairs: list[Pair]) -> Iterator[Run]:
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


def _told_runs(mark: Mark, parts: list[str]) -> Iterator[Run]:
    """Yield *parts* as one run, or those of a change as one up to each blank line."""
    start = 0
    for k, part in enumerate(parts, 1):
        if k == len(parts) or (mark is not Mark.KEPT and is_paragraph_break(part)):
            if text := "".join(parts[start:k]):
                yield Run(mark, text)
            start = k


# What was carried over


def _carried(sources: Sequence[str], text: str, otherwise: Mark) -> Iterator[Run]:
    known = {piece for source in sources for _, _, piece in _pieces(tokens(source))}
    parts = tokens(text)
    marks = [otherwise] * len(parts)
    for start, end, piece in _pieces(parts):
        if piece in known:
            marks[start:end] = [Mark.KEPT] * (end - start)
    for k in range(1, len(parts)):
        if parts[k].isspace():
            marks[k] = marks[k - 1]
    for mark, group in groupby(range(len(parts)), marks.__getitem__):
        yield from _told_runs(mark, [parts[k] for k in group])


def _pieces(parts: list[str]) -> Iterator[tuple[int, int, Unit]]:
    """Yield from where to where each sentence and each shortest phrase goes, and its words."""
    keys = [token.casefold() for token in map(_key, parts)]
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
