"""Splices: the only way in which a text is changed."""

from collections.abc import Iterable
from typing import NamedTuple


class Splice(NamedTuple):
    """One stretch of a text, in characters, and what is put in its place."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return *text* with *splices*.

    Of them no two overlap, but something may be put where blank lines are cut away.
    """
    parts: list[str] = []
    at = 0
    for splice in sorted(splices, key=lambda each: (each.start, each.end)):
        assert splice.start >= at or splice.start == splice.end  # noqa: S101  # else text is lost
        parts += [text[at : splice.start], splice.text]
        at = max(at, splice.end)
    return "".join([*parts, text[at:]])
