"""One canonical layout for every draft, with the same meaning and the same comments."""

import re

from lacplan.collector import paused
from lacplan.document.fault import Fault
from lacplan.document.parse import parse
from lacplan.document.tree import Document, Mapping, unparse
from lacplan.edit.sameness import reads_the_same, says_the_same
from lacplan.edit.shape import shape_of_plan
from lacplan.edit.writer import Writer
from lacplan.errors import OwnFault
from lacplan.model.decode import decode

_HARMLESS = ("duplicate-key", "merge-key")
"""The faults of reading that leave nothing of the text unread."""


def obstacle(document: Document) -> Fault | None:
    """Return the fault that keeps *document*, which holds a plan, from being formatted, if any."""
    return next((fault for fault in document.faults if fault.kind not in _HARMLESS), None)


@paused()
def formatted(document: Document) -> Document:
    """Return *document*, which has no `obstacle`, in the canonical layout.

    Fields stand in the order of the format, those of one's own after them, and the items under an
    item last; levels, frameworks and all that is behind an anchor or under an ``x-`` field keep the
    order and the quotes that they have. What stands on lines of its own stays so, and what stands
    in brackets or on one line stays so as long as it fits. In a folded text each sentence begins
    its own line. Line ends, all of the kind that comes first, and the byte-order mark stay.

    Raises:
        OwnFault: The new text would say something else than the old one.
    """
    lines = parse(re.sub("\r\n?", "\n", document.text)) if "\r" in document.text else document
    before = decode(lines)
    if before.plan is None or not isinstance(lines.root, Mapping) or not lines.root.entries:
        return document
    text = Writer(lines).written(lines.root, shape_of_plan(before.plan.levels))
    mark = "\ufeff" if document.bom else ""
    whole = mark + text.replace("\n", document.newline)
    if whole == unparse(document):
        return document
    after = parse(whole)
    if not says_the_same(document, after) or not reads_the_same(before, decode(after)):
        raise OwnFault(
            "lacplan could not format this draft without changing what it says.",
            hint="Nothing was written. Please report the draft and the command.",
        )
    return after


def kept_formatted(before: Document, after: Document) -> Document:
    """Return *after*, an edit of *before*, in the canonical layout if *before* was in it."""
    if after is before or obstacle(before) or obstacle(after):
        return after
    return formatted(after) if formatted(before) is before else after
