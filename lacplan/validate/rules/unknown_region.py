from lacplan.validate.rule import FaultRule


class UnknownRegion(FaultRule):
    """A region is named by its three digits.

    Why:
        Whoever is counted to a region that nobody knows is missing from every table of the group's
        balance.

    Fails:
        members: [{id: m-01, name: A member, country: AI, region: "29"}]

    Passes:
        members: [{id: m-01, name: A member, country: AI, region: "029"}]

    Source:
        UN M49, standard country or area codes for statistical use.
    """

    code = "FORM020"
    name = "unknown-region"
