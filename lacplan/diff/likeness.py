"""Pairing what is left over by its words: a changed id is a rename, not a loss and a gain.

Items are compared by their shingles, which are runs of four words, and only by those that no third
item has: so among items that are equally like each other, in boilerplate, and in random prose over
few words there is nothing to go by, and nothing is paired. It also keeps the cost linear.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from lacplan.diff.flat import Row
from lacplan.model.plan import Item

CLOSE = 0.5
"""The least likeness of a pair: the Dice coefficient of the two sets of shingles, from 0 to 1."""

CLOSE_WITH_CODE = 0.3
"""The same where both bear one code."""

MARGIN = 0.15
"""By how much the best must be better than the second best."""

LEAST_SHARE = 0.3
"""Which share of an item's shingles must be its own, for them to tell who it is."""

_WORDS = re.compile(r"\w+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Thai and Lao, kana, and Han: scripts that put no spaces between words."""

Shingle = tuple[str, str, str, str]


def pair_by_likeness(olds: list[Row], news: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Yield the pairs of *olds* and *news* that are alike beyond doubt."""
    if not olds or not news:
        return
    scores = _scores([_shingles(row) for row in olds], [_shingles(row) for row in news])
    turned: dict[int, dict[int, float]] = defaultdict(dict)
    for before, row in scores.items():
        for after, score in row.items():
            turned[after][before] = score
    for before, row in scores.items():
        best = _clear_best(row)
        if best is None or _clear_best(turned[best]) != before:
            continue
        if type(olds[before].thing) is not type(news[best].thing):
            continue
        code = olds[before].code
        same_code = code is not None and code == news[best].code
        if row[best] >= (CLOSE_WITH_CODE if same_code else CLOSE):
            yield olds[before], news[best]


def _clear_best(scores: dict[int, float]) -> int | None:
    """Return the key of the highest score, if it stands clear of the second highest."""
    ranked = sorted(scores.items(), key=lambda pair: -pair[1])
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN:
        return None
    return ranked[0][0]


def _scores(olds: list[set[Shingle]], news: list[set[Shingle]]) -> dict[int, dict[int, float]]:
    """Return how alike each two are that share a shingle which no third has."""
    bearer, other_bearer = _only_bearers(olds), _only_bearers(news)
    own_olds = [_own(shingles, other_bearer, bearer) for shingles in olds]
    own_news = [_own(shingles, bearer, other_bearer) for shingles in news]
    scores: dict[int, dict[int, float]] = defaultdict(dict)
    for before, shingles in enumerate(own_olds):
        for after in {other_bearer[each] for each in shingles if each in other_bearer}:
            if after is not None and own_news[after]:
                shared = len(shingles & own_news[after])
                scores[before][after] = 2 * shared / (len(shingles) + len(own_news[after]))
    return {before: row for before, row in scores.items() if row}


def _only_bearers(sets: list[set[Shingle]]) -> dict[Shingle, int | None]:
    """Return which set has a shingle; ``None`` where several have it."""
    bearers: dict[Shingle, int | None] = {}
    for number, shingles in enumerate(sets):
        for shingle in shingles:
            bearers[shingle] = None if shingle in bearers else number
    return bearers


def _own(
    shingles: set[Shingle],
    there: dict[Shingle, int | None],
    here: dict[Shingle, int | None],
) -> set[Shingle]:
    """Return which of *shingles* no other on this side has, and at the most one on the other."""
    own = {
        each
        for each in shingles
        if here[each] is not None and not (each in there and there[each] is None)
    }
    return own if len(own) >= LEAST_SHARE * len(shingles) else set()


def _shingles(row: Row) -> set[Shingle]:
    """Return the runs of four words in title and description, edges included."""
    texts = [row.thing.title]
    if isinstance(row.thing, Item) and row.thing.description:
        texts.append(row.thing.description)
    found: set[Shingle] = set()
    for text in texts:
        words = ["", "", "", *_words(text), "", "", ""]
        found.update(zip(words, words[1:], words[2:], words[3:], strict=False))
    return found


def _words(text: str) -> list[str]:
    folded = text.casefold()
    if not folded.isascii():
        folded = _UNSPACED.sub(r" \g<0> ", folded)
    return _WORDS.findall(folded)
