from lacplan.validate.rule import FaultRule


class MalformedCode(FaultRule):
    """A code is letters or digits in segments joined by points.

    Why:
        People quote an objective by its code and programs sort by it, segment by segment; a stray
        point or slash breaks both.

    Fails:
        code: 4.3.

    Passes:
        code: "4.3"
    """

    code = "FORM006"
    name = "malformed-code"
