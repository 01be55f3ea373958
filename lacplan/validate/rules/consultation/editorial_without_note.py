from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.consultation import IssuesFile
from lacplan.validate.rule import Rule


class EditorialWithoutNote(Rule):
    """A change that the editors made by themselves says why.

    Why:
        Nobody asked for it, so nobody else can tell.

    Fails:
        editorial: [{item: registrars, in: draft-02}]

    Passes:
        editorial: [{item: registrars, in: draft-02, note: The terms of the new policy.}]
    """

    code = "CONSULT025"
    name = "editorial-without-note"
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each editorial change without a note."""
        for seen in draft.editorial:
            if not seen.thing.note:
                message = "This change was made by the editors, and does not say why."
                yield self.finding(seen.span("item"), message, "Add a “note”.")
