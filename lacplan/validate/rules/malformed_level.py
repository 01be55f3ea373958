from lacplan.validate.rule import FaultRule


class MalformedLevel(FaultRule):
    """A plan has one to eight levels, under keys that are not the names of fields.

    Why:
        If “indicators” were both a level and a field, nobody could tell which of the two a list
        under that key is.

    Fails:
        levels: {goals: Goal, indicators: Indicator}

    Passes:
        levels: {goals: Goal, results: Result}
    """

    code = "FORM018"
    name = "malformed-level"
