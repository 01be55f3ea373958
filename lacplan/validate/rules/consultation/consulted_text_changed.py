from collections.abc import Iterator

from lacplan.model.encode import digest
from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import ConsultationFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class ConsultedTextChanged(Rule):
    """The version that is consulted is the one that people were asked about, by its digest.

    Why:
        A tag can be moved. Whoever commented must find the words that they commented on.

    Fails:
        version: draft-01
        digest: 0000000000000000000000000000000000000000000000000000000000000000

    Passes:
        version: draft-01
        digest: [that of draft-01]
    """

    code = "CONSULT003"
    name = "consulted-text-changed"
    severity = Severity.ERROR
    judges = ConsultationFile

    def check(self, draft: ConsultationFile) -> Iterator[Finding]:
        """Yield a digest that is not the version's."""
        asked, plan = draft.consultation, draft.proceedings.asked
        if plan is None or not asked.digest or digest(plan) == asked.digest:
            return
        message = (
            f"{quoted(asked.version)} is not the text that was consulted: its digest is another."
        )
        hint = "“lacplan version verify” tells of tags that were moved; get back the one that was."
        yield self.finding(draft.span("digest"), message, hint)
