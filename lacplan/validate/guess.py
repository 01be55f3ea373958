"""Guesses at the word that was meant, within bounds."""

import re
from collections.abc import Iterable

from lacplan.errors import nearest

_MOST_COMPARISONS = 20_000
"""Of a word with a known one, by one guesser: about half a second."""


_NUMBER = re.compile(r"\d+")

UNPUBLISHED = "It may not be published yet, or its tag may be missing here: git fetch --tags"
"""What to do about a label that no version here bears."""


def nearest_label(label: str, known: Iterable[str]) -> str | None:
    """Return the one of *known* labels that *label* may be a slip of the keyboard for.

    Another number is no slip: draft-03 in place of a draft-02 that is not here would falsify what
    was recorded. Of draft-2, draft-02 is the same number.
    """
    return nearest(label, [each for each in known if _numbers(each) == _numbers(label)])


def _numbers(label: str) -> list[str]:
    return [each.lstrip("0") for each in _NUMBER.findall(label)]


class Guesser:
    """Guesses which of the known words was meant by another one.

    Each guess looks at every known word. So that a large draft with thousands of dead links is
    judged all the same, there is an end to the guesses, and from then on there is none.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self.known = tuple(known)
        self.left = _MOST_COMPARISONS

    def hint(self, word: str, otherwise: str) -> str:
        """Return the hint that names what *word* may have meant, or else *otherwise*."""
        self.left -= len(self.known)
        guess = nearest(word, self.known) if self.left >= 0 else None
        return f"Did you mean “{guess}”?" if guess else otherwise
