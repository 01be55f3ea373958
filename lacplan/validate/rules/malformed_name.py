from lacplan.validate.rule import FaultRule


class MalformedName(FaultRule):
    """A plan's name is small letters and digits in groups joined by “-”.

    Why:
        The name becomes a file name and part of every tag under which a version is published, and
        it should be the same on each machine.

    Fails:
        name: LAC_2013

    Passes:
        name: lac-2013
    """

    code = "FORM015"
    name = "malformed-name"
