from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.consultation import IssuesFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule
from lacplan.validate.rules.consultation.response_missing import OWED_NONE, unanswered


class ResponseInPart(Rule):
    """What is answered in one language is answered in each that the consultation asks in.

    Why:
        A translation takes time: it is told as soon as there is something to translate, and not
        only when everybody shall be answered. Then it is an error (CONSULT018).

    Fails:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: noted
            response: {en: Thank you.}  # and the consultation is still being analysed

    Passes:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: noted
            response: {en: Thank you., es: Gracias.}  # while it is still being analysed
    """

    code = "CONSULT036"
    name = "response-in-part"
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each issue that is answered in some of the languages, before all shall be."""
        proceedings = draft.proceedings
        if proceedings.responded:
            return
        for seen in draft.issues:
            issue = seen.thing
            spoken, missing = unanswered(issue, proceedings.consultation.languages)
            if spoken and missing and issue.disposition not in OWED_NONE:
                message = f"{quoted(issue.title)} has no answer in {', '.join(missing)} yet."
                words = (issue.id, issue.disposition, "--response", "TAG=TEXT")
                hint = f"Add it under “response”, or: {proceedings.command('answer', *words)}"
                yield self.finding(seen.span("response"), message, hint)
