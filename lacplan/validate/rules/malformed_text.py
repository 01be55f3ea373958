from lacplan.validate.rule import FaultRule


class MalformedText(FaultRule):
    """Tags, and the names of levels and frameworks, are words without spaces.

    Why:
        They are quoted by other parts of the plan and typed on command lines.

    Fails:
        tags: [capacity building]

    Passes:
        tags: [capacity-building]
    """

    code = "FORM017"
    name = "malformed-text"
