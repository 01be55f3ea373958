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


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of *known* that looks most like *word*, if any is close."""
    from difflib import get_close_matches

    found = get_close_matches(word[:64], list(known), n=1, cutoff=0.6)
    return found[0] if found else None
