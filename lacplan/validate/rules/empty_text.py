from lacplan.model.finding import Severity
from lacplan.validate.mend import Broken, Mend
from lacplan.validate.rule import FaultRule


class EmptyText(FaultRule):
    """A field that may be left out is either left out or says something.

    Why:
        An empty field leaves readers wondering whether its text was lost, is still to come, or was
        never meant.

    Fails:
        description:

    Passes:
        description: Registries learn from each other how to serve their communities.

    Mends:
        description:
    """

    code = "TEXT002"
    name = "empty-text"
    severity = Severity.WARNING

    def mend(self, broken: Broken) -> Mend | None:
        """Take the field, or the entry of a list, away; a code or a level without a word stays."""
        return Mend(None) if broken.type is not None else None
