from lacplan.validate.rule import FaultRule


class YamlSyntax(FaultRule):
    """A draft is well-formed YAML.

    Why:
        Past a slip in the syntax nothing can be read, so the whole draft waits until it is mended.
        Most often a text holds “: ” and wants quotes around it.

    Fails:
        title: Latin America and the Caribbean: a regional strategy

    Passes:
        title: "Latin America and the Caribbean: a regional strategy"

    Source:
        YAML 1.2.2, 7.3.3: what plain text may not hold.
    """

    code = "READ003"
    name = "yaml-syntax"
