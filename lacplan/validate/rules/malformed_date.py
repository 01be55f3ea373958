import re

from lacplan.model.date import PartialDate
from lacplan.validate.mend import Broken, Mend
from lacplan.validate.rule import FaultRule

_YEAR_FIRST = re.compile(
    r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?|[/.]([0-9]{1,2})[/.]([0-9]{1,2}))"
)
"""2014-8, 2014-8-5 and 2014/08/05; not 2013/14, which may be a fiscal year."""


class MalformedDate(FaultRule):
    """A date is written as 2014, 2014-08 or 2014-08-31, and exists.

    Why:
        To most of the region 04/08 is the fourth of August and to the rest the eighth of April; no
        deadline should hang on that.

    Fails:
        end: 31/08/2014

    Passes:
        end: 2014-08-31

    Mends:
        end: 2014-8-5

    Source:
        ISO 8601-1:2019, 5.2.2: calendar dates, in full and with reduced precision.
    """

    code = "FORM007"
    name = "malformed-date"

    def mend(self, broken: Broken) -> Mend | None:
        """Return the date as it should be written, where the year comes first."""
        found = _YEAR_FIRST.fullmatch(broken.value)
        if not found:
            return None
        parts = [part.zfill(2) for part in found.groups() if part]
        try:
            return Mend(str(PartialDate.parse("-".join(parts))), bare=True)
        except ValueError:
            return None  # there is no such day
