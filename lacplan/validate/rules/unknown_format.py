from lacplan.model.fields import FORMAT
from lacplan.validate.mend import Broken, Mend
from lacplan.validate.rule import FaultRule


class UnknownFormat(FaultRule):
    """A draft is written in a version of the format that this lacplan reads.

    Why:
        A later version may mean something else by the same words; guessing would be worse than
        asking for a newer lacplan.

    Fails:
        format: 2

    Passes:
        format: 1

    Mends:
        format: "1"
    """

    code = "FORM014"
    name = "unknown-format"

    def mend(self, broken: Broken) -> Mend | None:
        """Return the number without its quotes, where it is the right one."""
        return Mend(str(FORMAT), bare=True) if broken.value == str(FORMAT) else None
