from collections.abc import Iterator

from lacplan.errors import nearest
from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import FIELDS, IssuesFile, is_field
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class ClaimAboutNothing(Rule):
    """A change that is said to have been made is of an item and a field that can be looked up.

    Why:
        “It was changed” is proved by the diff; of an item that no version has it can't be.

    Fails:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: accepted
            changes: [{item: registrar, field: description, in: draft-02}]

    Passes:
        issues:
          - id: few-registrars
            title: Registrars are few
            disposition: accepted
            changes: [{item: registrars, field: description, in: draft-02}]
    """

    code = "CONSULT020"
    name = "claim-about-nothing"
    severity = Severity.ERROR
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each claim on an item that neither version has, or on no field at all."""
        for seen in draft.every_claim:
            claim, evidence = seen.thing, draft.proceedings.evidence(seen.thing.in_)
            if claim.item and evidence and not evidence.has(claim.item):
                message = (
                    f"Neither what was consulted nor {quoted(claim.in_)} has {quoted(claim.item)}."
                )
                guess = nearest(claim.item, evidence.ids)
                hint = (
                    f"Did you mean “{guess}”?" if guess else "Write the id of an item or indicator."
                )
                yield self.finding(seen.span("item"), message, hint)
            if claim.field and not is_field(claim.field):
                message = f"There is no field {quoted(claim.field)}."
                guess = nearest(claim.field, FIELDS) or nearest(claim.field.split(".")[0], FIELDS)
                hint = f"Did you mean “{guess}”?" if guess else "“lacplan fields item” lists them."
                yield self.finding(seen.span("field"), message, hint)
