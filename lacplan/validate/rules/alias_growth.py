from lacplan.validate.rule import FaultRule


class AliasGrowth(FaultRule):
    """A draft grows no more than tenfold when its aliases are followed.

    Why:
        Aliases of aliases multiply: a page of them can fill the memory of every machine that opens
        the draft. No plan needs that.

    Fails:
        x-south: &south [AR, BO, BR, CL, CO, EC, GY, PE, PY, SR, UY, VE]
        x-meetings: &meetings [*south, *south, *south, *south, *south, *south, *south, *south]
        x-years: [*meetings, *meetings, *meetings, *meetings, *meetings, *meetings, *meetings]

    Passes:
        x-south: &south [AR, BO, BR, CL, CO, EC, GY, PE, PY, SR, UY, VE]
        x-meetings: [*south, *south]

    Source:
        CWE-776, the “billion laughs”; YAML 1.2.2, 7.1: alias nodes.
    """

    code = "READ008"
    name = "alias-growth"
