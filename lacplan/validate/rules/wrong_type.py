import re

from lacplan.model.types import Number, Text
from lacplan.validate.mend import Broken, Mend
from lacplan.validate.rule import FaultRule


class WrongType(FaultRule):
    """A field holds what it is meant for: a text, a list, a number or a block.

    Why:
        A list that is written as one sentence counts as one entry, and a sum that is written with
        words can't be added up.

    Fails:
        partners: LACNIC and LACTLD

    Passes:
        partners: [LACNIC, LACTLD]

    Mends:
        indicators: [{id: dnssec, title: With DNSSEC, unit: "%", baseline: 20, target: "60"}]
    """

    code = "FORM003"
    name = "wrong-type"

    def mend(self, broken: Broken) -> Mend | None:
        """Return a number without its quotes, or the one line that several lines should be."""
        is_number = re.fullmatch(r"-?[0-9]{1,28}(\.[0-9]{1,28})?", broken.value)
        if isinstance(broken.type, Number):
            return Mend(broken.value, bare=True) if is_number and broken.scalar.style else None
        if isinstance(broken.type, Text) and "\n" in broken.value:
            return Mend(" ".join(broken.value.split()))
        return None
