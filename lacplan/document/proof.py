"""Whether an edited text says what was meant, and nothing else: the old tree with a few changes."""

from collections import Counter
from collections.abc import Iterable

from lacplan.document.comments import comments
from lacplan.document.tree import Alias, Document, Mapping, Node, Scalar, Sequence
from lacplan.document.values import Bare, Value

Entry = Node | Value | tuple[Node | str, Node | Value]
"""What an edited collection holds: old nodes and new values; in a mapping, with their keys."""

Changes = dict[int, "Value | list[Entry]"]
"""By the `id` of an old node: the value, or the entries, that an edit gives it."""


def proven(before: Document, after: Document, changes: Changes, *, lost: Iterable[str] = ()) -> bool:
    """Tell whether *after* is *before* with *changes*, and has all its comments.

    Args:
        before: The document that was edited.
        after: What was read back.
        changes: What the edit was to change.
        lost: The comments that it was to take away.
    """
    ...
