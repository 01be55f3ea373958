from lacplan.validate.rule import FaultRule


class TabIndentation(FaultRule):
    r"""Spaces indent a draft, and tabs do not.

    Why:
        A tab is as wide as each editor pleases, so two people would see two different trees.
        (Below, \t stands for a tab.)

    Fails:
        indicators:
        \t- id: dnssec
        \t  title: Registries with DNSSEC

    Passes:
        indicators:
          - id: dnssec
            title: Registries with DNSSEC

    Source:
        YAML 1.2.2, 6.1: tabs must not indent.
    """

    code = "READ002"
    name = "tab-indentation"
