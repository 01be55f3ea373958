"""``# lacplan: ignore[CODE] why``: findings that a draft's authors have decided to live with."""

import re
from collections.abc import Iterator

from lacplan.document.comments import Comment, comments
from lacplan.document.fault import Span
from lacplan.document.tree import Document
from lacplan.validate.locate import entry_at

_IGNORE = r"#\s*lacplan:\s*ignore\b\s*(?:\[([^\]]*)\])?\s*(.*)"
_MEANT = re.compile(r"##*\s*lacplan\s*(?::\s*\w+\s*\[\s*[A-Z]+\d|\W*ignore\b)", re.IGNORECASE)
"""What is meant to be such a comment, though it may be mistyped.

Begun with a letter that stands there once at least: it is searched for twenty times as fast.
"""


class Ignore:
    """One such comment. The engine notes in *used* which of its codes silenced a finding.

    One that is mistyped, such as ``# LACPLAN ignore TEXT001``, has no codes.
    """

    def __init__(
        self, span: Span, line: int, codes: tuple[str, ...], reason: str, *, mistyped: bool
    ) -> None:
        self.span = span
        self.line = line
        """The line of the draft, counted from 1, whose node it speaks of."""
        self.codes = codes
        self.reason = reason
        self.mistyped = mistyped
        self.used: set[str] = set()


def ignores(document: Document) -> Iterator[Ignore]:
    """Yield the comments of *document* that ask for findings to be ignored.

    One beside a node speaks of that line, one on a line of its own of the next line that holds
    more than a comment.
    """
    if not _MEANT.search(document.text):
        return
    waiting: list[Ignore] = []
    own_lines = set[int]()
    for comment in comments(document):
        line, _ = document.position(comment.span.start)
        if not comment.beside:
            own_lines.add(line)
        if _MEANT.match(comment.text):
            waiting.append(_ignore(comment, line))
    for ignore in waiting:
        while ignore.line in own_lines or _blank(document, ignore.line):
            ignore.line += 1
        yield ignore


def _ignore(comment: Comment, line: int) -> Ignore:
    match = re.match(_IGNORE, comment.text)
    if not match:
        return Ignore(comment.span, line, (), "", mistyped=True)
    codes = tuple(code.strip() for code in (match.group(1) or "").split(",") if code.strip())
    return Ignore(comment.span, line, codes, match.group(2).strip(), mistyped=False)


def _blank(document: Document, line: int) -> bool:
    return line <= len(document.line_starts) and not document.line(line).strip()


def lines_of(document: Document, span: Span) -> set[int]:
    """Return the lines on which a comment must stand to speak of the node at *span*.

    These are where its key or dash, its value, and the last line of that value stand.
    """
    entry = entry_at(document, span.start)
    offsets = [span.start, span.end, *(entry or ())]
    return {document.position(offset)[0] for offset in offsets}
