"""The codes of a draft, each with the nearest one above it."""

from collections.abc import Iterator

from lacplan.model.code import Segments, segments
from lacplan.validate.draft import Draft, SeenItem


def coded(draft: Draft) -> Iterator[tuple[SeenItem, Segments, Segments]]:
    """Yield each item that has a code, the code, and the nearest code above it."""
    nearest: dict[int, Segments] = {}
    for seen in draft.items:
        above = nearest[id(seen.parent)] if seen.parent else ()
        code = segments(seen.item.code)
        nearest[id(seen.item)] = code or above
        if code:
            yield seen, code, above
