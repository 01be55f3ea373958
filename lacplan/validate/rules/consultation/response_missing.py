from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.model.issues import OPEN
from lacplan.validate.consultation import IssuesFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class ResponseMissing(Rule):
    """Once a consultation is responded to, each issue is answered in every language that was asked.

    Why:
        Who was asked in Portuguese is answered in Portuguese.

        What its authors took back, what is no comment at all (“invalid”) and what has the answer of
        another issue (“duplicate”) needs none of its own.

    Fails:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: noted
            response: {en: Thank you.}

    Passes:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: noted
            response: {en: Thank you., es: Gracias.}
    """

    code = "CONSULT018"
    name = "response-missing"
    severity = Severity.ERROR
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each issue that is not answered in some language, when all are."""
        proceedings = draft.proceedings
        if not proceedings.responded:
            return
        asked = proceedings.consultation.languages
        for seen in draft.issues:
            issue = seen.thing
            if issue.disposition in (OPEN, "withdrawn", "invalid", "duplicate"):
                continue
            spoken = {_primary(tag) for tag, text in issue.response if text.strip()}
            missing = [tag for tag in asked if _primary(tag) not in spoken]
            if missing or not spoken:
                languages = ", ".join(missing) or "any language"
                message = f"{quoted(issue.title)} is not answered in {languages}."
                hint = "Add it under “response”, or: lacplan consult answer --response TAG=TEXT"
                yield self.finding(seen.span("response"), message, hint)


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
