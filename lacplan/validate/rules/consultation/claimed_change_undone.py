from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.consultation import IssuesFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule
from lacplan.validate.rules.consultation.claimed_change_missing import told


class ClaimedChangeUndone(Rule):
    """What was changed because of a comment is not taken back in silence.

    Why:
        Who was told that a comment is accepted reads the newest version, and finds there what was
        written before. A claim on the same in a later version says why.

    Fails:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: accepted
            # and draft-03 reads as draft-01 again
            changes: [{item: registrars, field: description, in: draft-02}]

    Passes:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: accepted
            changes: [{item: registrars, field: description, in: draft-02}]
    """

    code = "CONSULT035"
    name = "claimed-change-undone"
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each claim that the diff bears out, and that the newest version takes back."""
        proceedings = draft.proceedings
        for seen, proof in zip(draft.every_claim, proceedings.proofs, strict=True):
            if proof.undone:
                message = (
                    f"{told(proof.claim)} reads in {quoted(proof.undone)} again as it did in "
                    f"{quoted(proceedings.consultation.version)}."
                )
                hint = (
                    "Make the change again, correct the disposition, or say in a later claim why."
                )
                yield self.finding(seen.span("item"), message, hint)
