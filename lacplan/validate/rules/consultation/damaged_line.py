from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import MARKERS, CommentsFile
from lacplan.validate.rule import Rule


class DamagedLine(Rule):
    """Every line of a file of comments is one whole JSON object of the known shape.

    Why:
        What can't be read is counted nowhere. The other lines live: only this one is left out.

    Fails:
        {"id": "s1.1", "text": "Registrars are few

    Passes:
        {"id": "s1.1", "text": "Registrars are few."}
    """

    code = "CONSULT006"
    name = "damaged-line"
    severity = Severity.ERROR
    judges = CommentsFile

    def check(self, draft: CommentsFile) -> Iterator[Finding]:
        """Yield each line that is damaged."""
        for line in draft.lines:
            if line.record is None:
                message = f"This line {line.fault}, so it is left out."
                hint = (
                    "A merge left it: take such lines out, and what either side brought stays."
                    if line.text.startswith(MARKERS)
                    else "Put back what stood there: git log -p shows it."
                )
                yield self.finding(draft.line_span(line.number), message, hint)
