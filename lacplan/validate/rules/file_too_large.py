from lacplan.validate.rule import FaultRule


class FileTooLarge(FaultRule):
    """A draft has 64 MiB at the most.

    Why:
        The longest plan known has a hundredth of that: something else was most likely saved under
        the plan's name, and reading it would keep everybody waiting.

    Fails:
        [a summary of 70,000,000 letters]

    Passes:
        [a summary of 700,000 letters]
    """

    code = "READ012"
    name = "file-too-large"
