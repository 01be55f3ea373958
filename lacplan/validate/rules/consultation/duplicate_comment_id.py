from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import CommentsFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class DuplicateCommentId(Rule):
    """An id names one line, over all files of a consultation's comments.

    Why:
        Two branches may bring in the same submission with different words. Whoever answers one of
        two must know that there is another; only the first is counted.

    Fails:
        {"id": "s1.1", "text": "Registrars are few."}
        {"id": "s1.1", "text": "Registrars are many."}

    Passes:
        {"id": "s1.1", "text": "Registrars are few."}
        {"id": "s2.1", "text": "Registrars are many."}
    """

    code = "CONSULT007"
    name = "duplicate-comment-id"
    severity = Severity.ERROR
    judges = CommentsFile

    def check(self, draft: CommentsFile) -> Iterator[Finding]:
        """Yield each bearer of an id but the first."""
        doubled = draft.proceedings.doubled
        if not doubled:
            return
        for line in draft.lines:
            first = doubled.get(line.record.id) if line.record else None
            if first is None or first is line or line.record is None:
                continue
            where = f"{first.file}:{first.number}"
            same = "with the same words" if first.text == line.text else "with other words"
            message = f"{quoted(line.record.id)} stands in {where} already, {same}."
            hint = "Keep one; what both say is brought in as two comments with “consult add”."
            at = draft.line_span(line.number, line.record.id)
            yield self.finding(at, message, hint)
