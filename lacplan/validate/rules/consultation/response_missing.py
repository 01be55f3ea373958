from collections.abc import Iterator, Sequence

from lacplan.model.finding import Finding, Severity
from lacplan.model.issues import OPEN, Issue
from lacplan.validate.consultation import IssuesFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule

OWED_NONE = ("withdrawn", "invalid", "duplicate")
"""The dispositions of issues that need no answer of their own."""


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
            if issue.disposition in (OPEN, *OWED_NONE):
                continue
            spoken, missing = unanswered(issue, asked)
            if missing or not spoken:
                languages = ", ".join(missing) or "any language"
                message = f"{quoted(issue.title)} is not answered in {languages}."
                words = (issue.id, issue.disposition, "--response", "TAG=TEXT")
                hint = f"Add it under “response”, or: {proceedings.command('answer', *words)}"
                yield self.finding(seen.span("response"), message, hint)


def unanswered(issue: Issue, asked: Sequence[str]) -> tuple[frozenset[str], list[str]]:
    """Return the languages that *issue* is answered in, and those of *asked* that it is not.

    Regions and scripts make no difference.
    """
    spoken = frozenset(_primary(tag) for tag, text in issue.response if text.strip())
    return spoken, [tag for tag in asked if _primary(tag) not in spoken]


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
