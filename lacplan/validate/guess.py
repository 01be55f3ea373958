"""Guesses at the word that was meant, within bounds."""

from collections.abc import Iterable

from lacplan.errors import nearest

_MOST_COMPARISONS = 20_000
"""Of a word with a known one, by one guesser: about half a second."""


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
