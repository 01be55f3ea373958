from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import MARKERS, LinksFile
from lacplan.validate.rule import Rule


class DamagedLink(Rule):
    """Every line of links.csv names a comment and an issue, and no disposition but a known one.

    Why:
        A line that can't be read leaves its comment without an answer. The others live.

    Fails:
        comment,issue,disposition,note
        s1.1,,,

    Passes:
        comment,issue,disposition,note
        s1.1,few-registrars,,
    """

    code = "CONSULT027"
    name = "damaged-link"
    severity = Severity.ERROR
    judges = LinksFile

    def check(self, draft: LinksFile) -> Iterator[Finding]:
        """Yield each line that is damaged."""
        for line in draft.lines:
            if line.link is None:
                message = f"This line {line.fault}, so it is left out."
                text = draft.document.line(line.number)
                hint = (
                    "A merge left it: take such lines out, and of two lines for a comment one."
                    if text.startswith(MARKERS)
                    else "Write: comment,issue,disposition,note. The last two may be empty."
                )
                yield self.finding(draft.line_span(line.number), message, hint)
