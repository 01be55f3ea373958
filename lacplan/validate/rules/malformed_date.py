from lacplan.validate.rule import FaultRule


class MalformedDate(FaultRule):
    """A date is written as 2014, 2014-08 or 2014-08-31, and exists.

    Why:
        To most of the region 04/08 is the fourth of August and to the rest the eighth of April; no
        deadline should hang on that.

    Fails:
        end: 31/08/2014

    Passes:
        end: 2014-08-31

    Source:
        ISO 8601-1:2019, 5.2.2: calendar dates, in full and with reduced precision.
    """

    code = "FORM007"
    name = "malformed-date"
