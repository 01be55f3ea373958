from lacplan.validate.rule import FaultRule


class NestedTooDeep(FaultRule):
    """Lists and blocks nest no deeper than a hundred.

    Why:
        A plan of eight levels needs twenty. What goes deeper is a slip of the keyboard, or made to
        bring a program down.

    Fails:
        [a list in a list in a list, and so on, 100 deep]

    Passes:
        [a list in a list in a list, and so on, 10 deep]

    Source:
        CWE-674: uncontrolled recursion.
    """

    code = "READ013"
    name = "nested-too-deep"
