from lacplan.validate.rule import FaultRule


class UndefinedAlias(FaultRule):
    """An alias repeats something that stands above it.

    Why:
        An alias without its anchor stands for nothing, and what it should have said is lost to
        every reader.

    Fails:
        partners: &members [LACNIC, LACTLD, LAC-IX]
        stakeholders: *member

    Passes:
        partners: &members [LACNIC, LACTLD, LAC-IX]
        stakeholders: *members

    Source:
        YAML 1.2.2, 7.1: alias nodes.
    """

    code = "READ014"
    name = "undefined-alias"
