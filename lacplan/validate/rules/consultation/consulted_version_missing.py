from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import ConsultationFile
from lacplan.validate.guess import nearest_label
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class ConsultedVersionMissing(Rule):
    """The version that is consulted is there.

    Why:
        Comments speak of the words of that version. Where it is gone, nobody can tell what they
        mean.

        Without a git repository none can be looked up, and none is missing; in a clone that may
        lack tags (a shallow one, or one without any) what to fetch is told instead.

    Fails:
        version: draft-07

    Passes:
        version: draft-01
    """

    code = "CONSULT002"
    name = "consulted-version-missing"
    severity = Severity.ERROR
    judges = ConsultationFile

    def check(self, draft: ConsultationFile) -> Iterator[Finding]:
        """Yield a version that was not published."""
        label, versions = draft.consultation.version, draft.proceedings.versions
        if not label or versions is None or label in draft.proceedings.by_label or draft.lacks:
            return
        guess = nearest_label(label, draft.proceedings.by_label)
        hint = f"Did you mean “{guess}”? " if guess else ""
        message = f"The plan has no version {quoted(label)}, which is consulted."
        yield self.finding(
            draft.span("version"), message, f"{hint}Fetch the tags: git fetch --tags"
        )
