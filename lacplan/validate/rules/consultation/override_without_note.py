from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.model.issues import REASONED
from lacplan.validate.consultation import LinksFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class OverrideWithoutNote(Rule):
    """A comment that is answered otherwise than its issue is told why.

    Why:
        The issue's reason speaks of the others.

    Fails:
        comment,issue,disposition,note
        s1.1,few-registrars,out-of-scope,

    Passes:
        comment,issue,disposition,note
        s1.1,few-registrars,out-of-scope,It speaks of another region.
    """

    code = "CONSULT030"
    name = "override-without-note"
    judges = LinksFile

    def check(self, draft: LinksFile) -> Iterator[Finding]:
        """Yield each disposition of a single comment that needs a note and has none."""
        for line in draft.lines:
            link = line.link
            if link and link.disposition in REASONED and not link.note:
                message = f"{quoted(link.comment)} is {link.disposition}, without a reason."
                yield self.finding(draft.line_span(line.number), message, "Write why in “note”.")
