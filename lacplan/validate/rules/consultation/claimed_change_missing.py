from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.model.issues import Claim
from lacplan.validate.consultation import IssuesFile, known
from lacplan.validate.guess import UNPUBLISHED
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class ClaimedChangeMissing(Rule):
    """What is said to have changed differs between the consulted version and the named one.

    Why:
        Everybody can be told that a comment was accepted; this proves it. The two versions are
        compared, and the field, or the item where no field is named, has to be among the changes.

        An editorial note is held to the same. Other white space is no change; an item or a field
        that nobody knows is CONSULT020's.

    Fails:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: accepted
            changes: [{item: registrars, field: title, in: draft-02}]  # which reads as in draft-01

    Passes:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: accepted
            changes: [{item: registrars, field: description, in: draft-02}]
    """

    code = "CONSULT023"
    name = "claimed-change-missing"
    severity = Severity.ERROR
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each claim that the diff does not bear out."""
        proceedings = draft.proceedings
        for seen in draft.every_claim:
            claim = seen.thing
            evidence = proceedings.evidence(claim.in_) if proceedings.asked else None
            if evidence and known(claim, evidence) and not evidence.of(claim):
                label = proceedings.consultation.version
                message = (
                    f"{told(claim)} reads in {quoted(claim.in_)} as it did in {quoted(label)}."
                )
                hint = (
                    "Make the change and name the version that has it, or correct the disposition."
                )
                yield self.finding(seen.span("item"), message, hint)
            elif (
                proceedings.responded
                and proceedings.asked
                and claim.in_ not in proceedings.by_label
                and not proceedings.lacks(claim.in_)
            ):
                message = (
                    f"{told(claim)} was to change in {quoted(claim.in_)}, which is not published."
                )
                yield self.finding(seen.span("in"), message, UNPUBLISHED)


def told(claim: Claim) -> str:
    """Return what *claim* speaks of, at the head of a sentence."""
    item = quoted(claim.item) if claim.item else "The plan itself"
    return f"{claim.field} of {quoted(claim.item)}" if claim.field and claim.item else item
