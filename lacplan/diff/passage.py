"""A text as tokens and sentences, and how much a token weighs."""

from collections.abc import Iterator
from functools import lru_cache

from lacplan.diff.tokens import is_paragraph_break, is_unspaced, is_word, sentence_ends, tokens

BREAK = "\n\n"
"""The key of a blank line."""

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


class Text:
    """A text, without the white space around it, as tokens and sentences."""

    def __init__(self, text: str) -> None:
        body = text.strip()
        start = text.find(body)
        self.before, self.after = text[:start], text[start + len(body) :]
        self.tokens = tokens(body)
        self.keys = [token if token.isalnum() else key_of(token) for token in self.tokens]
        self.spans = [*self._spans()]
        self.units = [tuple(self.keys[start:end]) for start, end in self.spans]

    def _spans(self) -> Iterator[Pair]:
        """Yield from where to where each sentence goes, and each blank line between two."""
        start = 0
        for end in sentence_ends(self.tokens):
            last = self.keys[end - 1]
            yield start, end - (last in (" ", BREAK))
            if last == BREAK:
                yield end - 1, end
            start = end


def key_of(token: str) -> str:
    """Return what equal tokens have in common."""
    if token.isspace():
        return BREAK if is_paragraph_break(token) else " "
    return " ".join(token.split())


@lru_cache(maxsize=1 << 14)
def heft(key: str) -> int:
    """Return how much a reader sees in a token."""
    if not is_word(key):
        return 1
    if is_unspaced(key) or key in _SLIGHT:
        return 2
    if not key.isalpha() and any(map(str.isdecimal, key)):
        return 4
    return max(2, len(key)) if len(key) < 4 and not key.isupper() else 6
