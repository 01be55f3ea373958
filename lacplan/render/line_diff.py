"""What an edit does to the lines of a file, as a unified diff."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise

_CONTEXT = 3
"""How many unchanged lines are shown around a change, as `diff -u` does."""


def render(file: str, old: str, new: str) -> str:
    """Return the unified diff from *old* to *new*, two states of *file*; empty where they agree.

    Source: POSIX.1-2017, ``diff``, "Diff -u Output Format".
    """
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    groups = _Lines(before, after).get_grouped_opcodes(_CONTEXT)
    body = [line for group in groups for line in _hunk(group, before, after)]
    head = [f"--- {file}\n", f"+++ {file}\n"] if body else []
    return "".join([*head, *body])


class _Lines(SequenceMatcher[str]):
    """Compares lines; those that both sides have once part the rest into small pieces.

    `difflib` alone compares all with all, which takes half a minute over a large draft.
    """

    def __init__(self, old: list[str], new: list[str]) -> None:
        super().__init__(None, [], [])
        self._old, self._new = old, new
        self.a, self.b = old, new

    def get_matching_blocks(self) -> list[Match]:
        """Return the stretches that both sides have, in order, and an empty one at the end."""
        ends = (len(self._old), len(self._new))
        fixed = [(-1, -1), *_fixed(self._old, self._new), ends]
        found: list[Match] = []
        for (one, two), (one_end, two_end) in pairwise(fixed):
            if one >= 0:
                _add(found, one, two, 1)
            inner = SequenceMatcher(
                None, self._old[one + 1 : one_end], self._new[two + 1 : two_end]
            )
            for match in inner.get_matching_blocks():
                _add(found, one + 1 + match.a, two + 1 + match.b, match.size)
        return [*found, Match(*ends, 0)]


def _add(found: list[Match], a: int, b: int, size: int) -> None:
    """Add a stretch to *found*, joined to the last one where it goes on from there."""
    if not size:
        return
    if found and (found[-1].a + found[-1].size, found[-1].b + found[-1].size) == (a, b):
        last = found.pop()
        a, b, size = last.a, last.b, last.size + size
    found.append(Match(a, b, size))


def _fixed(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Return the positions of lines that each side has once, as many as stand in one order."""
    once, counts = Counter(old), Counter(new)
    places = {line: place for place, line in enumerate(new) if counts[line] == 1}
    pairs = [
        (place, places[line])
        for place, line in enumerate(old)
        if once[line] == 1 and line in places
    ]
    return _rising(pairs)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of *pairs*, which rise in the first part, that rises in the second."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(tops, place)
        before.append(ends[at - 1] if at else -1)
        tops[at : at + 1] = [place]
        ends[at : at + 1] = [index]
    found = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _hunk(
    group: Sequence[tuple[str, int, int, int, int]], old: list[str], new: list[str]
) -> Iterator[str]:
    first, last = group[0], group[-1]
    yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
    for tag, one, one_end, two, two_end in group:
        if tag == "equal":
            yield from (_line(" ", line) for line in old[one:one_end])
            continue
        yield from (_line("-", line) for line in old[one:one_end])
        yield from (_line("+", line) for line in new[two:two_end])


def _line(mark: str, line: str) -> str:
    if line.endswith("\n"):
        return mark + line
    if line.endswith("\r"):  # else a terminal would write the next line over it
        return f"{mark}{line[:-1]}\n"
    return f"{mark}{line}\n\\ No newline at end of file\n"


def _range(start: int, end: int) -> str:
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + (length > 0)},{length}"
