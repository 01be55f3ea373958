from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import ConsultationFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class PrivateFileCommitted(Rule):
    """What is in “private/” is not in git.

    Why:
        It says how people can be reached. What was committed once is in every clone for good.

        lacplan has git ignore the folder; only “git add --force” gets past that.

    Fails:
        state: analysing  # and git tracks private/contacts.csv

    Passes:
        state: planned  # and git tracks nothing in private/
    """

    code = "CONSULT005"
    name = "private-file-committed"
    severity = Severity.ERROR
    judges = ConsultationFile

    def check(self, draft: ConsultationFile) -> Iterator[Finding]:
        """Yield each file of the folder that git tracks."""
        for file in draft.proceedings.committed():
            message = f"Git tracks {quoted(file)}, which tells how people can be reached."
            hint = "Take it out: git rm --cached; rewrite history if it was shared."
            yield self.finding(draft.span("format"), message, hint)
