"""Errors and exit statuses: what every floor may raise and what a script may rely on."""

from collections.abc import Iterable
from enum import IntEnum


class Exit(IntEnum):
    """What lacplan's exit status says to a script."""

    CLEAN = 0  # done, and nothing to report
    FOUND = 1  # done, and the answer is "no": errors, changes or conflicts
    UNABLE = 2  # not done: the command line, a draft or the repository is wrong
    BUG = 70  # not done, and the fault is ours (EX_SOFTWARE in sysexits.h)


class LacplanError(Exception):
    """Base of every error lacplan raises on purpose.

    Args:
        message: What is wrong, as one sentence, naming the thing it is about.
        hint: What to do next, as an imperative sentence.
    """

    exit = Exit.UNABLE

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class OwnFault(LacplanError):  # noqa: N818  # it says whose
    """lacplan found itself to be wrong, and has changed nothing."""

    exit = Exit.BUG


_LONGEST = 64
"""How many letters of a word are compared."""

_MOST = 4
"""How many slips may be in a word, however long."""

_SHORTEST = 4
"""How many letters a word has at least that stands for a longer one it begins or is part of."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of *known* that *word* may be a slip of the keyboard for, if there is one.

    A slip for each three letters may be in it: one left out, put in, mistaken or swapped. A longer
    word that it is a part of will do, too.
    """
    typed = word[:_LONGEST].casefold()
    most = min(max(1, len(typed) // 3), _MOST)
    best, fewest = None, most + 2
    for each in known:
        meant = each[:_LONGEST].casefold()
        slips = _slips(typed, meant, most)
        if slips is None and _is_part(typed, meant):
            slips = most + 1
        if slips is not None and slips < min(fewest, len(typed)):
            best, fewest = each, slips
    return best


def _is_part(typed: str, meant: str) -> bool:
    """Tell whether *typed* is a part of *meant*, or begins it but for its ending."""
    return len(typed) >= _SHORTEST and (typed in meant or meant.startswith(typed[:-1]))


def _slips(typed: str, meant: str, most: int) -> int | None:
    """Return the optimal string alignment distance of two words, ``None`` if above *most*."""
    if abs(len(meant) - len(typed)) > most or len({*typed} - {*meant}) > most:
        return None
    before: list[int] = []
    row = [*range(len(meant) + 1)]
    for at, letter in enumerate(typed):
        before_that, before, row = before, row, [at + 1]
        for place, other in enumerate(meant):
            slips = min(before[place] + (letter != other), before[place + 1] + 1, row[place] + 1)
            if at and place and letter == meant[place - 1] and typed[at - 1] == other:
                slips = min(slips, before_that[place - 1] + 1)
            row.append(slips)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None
