from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.consultation import IssuesFile
from lacplan.validate.guess import UNPUBLISHED, nearest_label
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class ClaimInUnknownVersion(Rule):
    """A change is said to be in a version that was published after the consulted one.

    Why:
        Until that version is there, nobody can see the change. So this is a reminder to publish it,
        to fetch its tag, or to write its label as it is; when the consultation is responded to it
        becomes an error (CONSULT023).

    Fails:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: accepted
            changes: [{item: registrars, field: description, in: draft-2}]

    Passes:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: accepted
            changes: [{item: registrars, field: description, in: draft-02}]
    """

    code = "CONSULT021"
    name = "claim-in-unknown-version"
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each version that was not published after the one that is consulted."""
        proceedings = draft.proceedings
        if proceedings.consulted is None:
            return
        later = [each.label for each in proceedings.later]
        for seen in draft.every_claim:
            label = seen.thing.in_
            if label and label not in later and not proceedings.lacks(label):
                is_known = label in proceedings.by_label
                told = "is not later than the consulted one" if is_known else "is not published"
                message = f"The change is said to be in {quoted(label)}, which {told}."
                guess = nearest_label(label, later)
                otherwise = "Name a later version." if is_known else UNPUBLISHED
                hint = f"Did you mean “{guess}”?" if guess else otherwise
                yield self.finding(seen.span("in"), message, hint)
