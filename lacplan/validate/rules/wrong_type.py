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
    """

    code = "FORM003"
    name = "wrong-type"
