"""One canonical layout for drafts and what lies beside them: same meaning, same comments."""

import re

from lacplan.collector import paused
from lacplan.document.fault import Fault
from lacplan.document.parse import parse
from lacplan.document.tree import Document, Mapping, unparse
from lacplan.edit.sameness import reads_the_same, says_the_same, value_of
from lacplan.edit.shape import Shape, shape_of, shape_of_plan
from lacplan.edit.writer import Writer
from lacplan.errors import OwnFault
from lacplan.model.decode import Decoded, Read, decode, decode_record
from lacplan.model.types import Record

_HARMLESS = ("duplicate-key", "merge-key")
"""The faults of reading that leave nothing of the text unread."""


def obstacle(document: Document) -> Fault | None:
    """Return the fault that keeps *document*, which is a mapping, from being formatted, if any."""
    return next((fault for fault in document.faults if fault.kind not in _HARMLESS), None)


@paused()
def formatted(document: Document, record: Record | None = None) -> Document:
    """Return *document*, which has no `obstacle`, in the canonical layout.

    Args:
        document: A draft, or a companion of one.
        record: What the companion is; ``None`` for a draft.

    Fields stand in the order of the format, those of one's own after them, and the items under an
    item last; levels, frameworks and all that is behind an anchor or under an ``x-`` field keep the
    order and the quotes that they have. What stands on lines of its own stays so, and what stands
    in brackets or on one line stays so as long as it fits. In a folded text each sentence begins
    its own line. Line ends, all of the kind that comes first, and the byte-order mark stay.

    Returns:
        *document* itself, where it is laid out so already.

    Raises:
        OwnFault: The new text would say something else than the old one.
    """
    lines = parse(re.sub("\r\n?", "\n", document.text)) if "\r" in document.text else document
    before = _read(lines, record)
    if value_of(before) is None or not isinstance(lines.root, Mapping) or not lines.root.entries:
        return document
    text = Writer(lines).written(lines.root, _shape(before, record))
    mark = "\ufeff" if document.bom else ""
    whole = mark + text.replace("\n", document.newline)
    if whole == unparse(document):
        return document
    after = parse(whole)
    if not says_the_same(document, after) or not reads_the_same(before, _read(after, record)):
        raise OwnFault(
            "lacplan could not format this file without changing what it says.",
            hint="Nothing was written. Please report the file and the command.",
        )
    return after


def kept_formatted(before: Document, after: Document, record: Record | None = None) -> Document:
    """Return *after*, an edit of *before*, in the canonical layout if *before* was in it."""
    if after is before or obstacle(before) or obstacle(after):
        return after
    return formatted(after, record) if formatted(before, record) is before else after


def _read(document: Document, record: Record | None) -> Decoded | Read:
    return decode_record(document, record) if record else decode(document)


def _shape(read: Decoded | Read, record: Record | None) -> Shape:
    if record:
        return shape_of(record)
    return shape_of_plan(read.plan.levels if isinstance(read, Decoded) and read.plan else ())
