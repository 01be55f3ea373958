"""Comments as a table for spreadsheets, and as JSON lines; with what became of each.

Source: RFC 4180; the guard against formulas is that of `lacplan.render.spreadsheet`.
"""

import csv
import io
import json
from collections.abc import Iterator

from lacplan.model.comment import Comment
from lacplan.model.comment_line import encode_line
from lacplan.model.ledger import Ledger
from lacplan.render.spreadsheet import guarded

COLUMNS = (
    "id",
    "submission",
    "received",
    "channel",
    "late",
    "item",
    "field",
    "quote",
    "target language",
    "type",
    "position",
    "language",
    "text",
    "proposed",
    "kind",
    "name",
    "organization",
    "stakeholder",
    "country",
    "split from",
    "issue",
    "disposition",
    "signatories",
    "state",
)
"""The last is ``withdrawn``, ``moderated`` or ``erased``, where a comment is."""


def as_csv(ledger: Ledger) -> str:
    """Return the comments of *ledger* as CSV, each line ending in CR and LF.

    Then come the answers, a column for each question. A cell that a spreadsheet might take for a
    formula begins with an apostrophe.
    """
    questions = [each.id for each in ledger.consultation.questions]
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow([*COLUMNS, *map(guarded, questions)])
    for comment in ledger.comments:
        answers = (comment.answers.get(question, "") for question in questions)
        rows.writerow([*map(guarded, (*_cells(ledger, comment), *answers))])
    return written.getvalue()


def as_json_lines(ledger: Ledger) -> str:
    """Return the comments of *ledger* as JSON lines: as they read now, and what became of each.

    A line is that of the comment's file, with ``issue`` and ``disposition`` in place of the digest.
    """
    return "".join(f"{_line(ledger, comment)}\n" for comment in ledger.comments)


def _cells(ledger: Ledger, comment: Comment) -> Iterator[str]:
    target, author = comment.target, comment.author
    hidden = comment.moderated is not None
    yield from (comment.id, comment.submission, comment.received, comment.channel)
    yield "late" if comment.late else ""
    yield from (target.item or target.given or "", target.field or "", target.quote or "")
    yield target.language or ""
    yield from (comment.type or "", comment.position or "", comment.language or "")
    yield from ("", "") if hidden else (comment.text, comment.proposed or "")
    yield from (each or "" for each in author)
    yield comment.split_from or ""
    link = ledger.links.get(comment.id)
    yield link.issue if link else ""
    yield ledger.disposition(comment)
    signed = ((each.name, each.organization) for each in comment.signatories)
    yield "; ".join(", ".join(filter(None, each)) for each in signed)
    states = {"erased": comment.erased, "withdrawn": comment.withdrawn, "moderated": hidden}
    yield next((state for state, holds in states.items() if holds), "")


def _line(ledger: Ledger, comment: Comment) -> str:
    said = json.loads(encode_line(comment))
    del said["digest"]
    if comment.moderated is not None:
        said.pop("text", None)
        said.pop("proposed", None)
    link = ledger.links.get(comment.id)
    said["issue"] = link.issue if link else None
    said["disposition"] = ledger.disposition(comment)
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
