from lacplan.validate.rule import FaultRule


class MissingField(FaultRule):
    """Every part of a plan has the fields that it can't do without.

    Why:
        Without an id nobody can follow an item from one draft to the next, and without a title
        nobody knows what it is.

    Fails:
        indicators: [{title: Registries with DNSSEC}]

    Passes:
        indicators: [{id: dnssec, title: Registries with DNSSEC}]
    """

    code = "FORM001"
    name = "missing-field"
