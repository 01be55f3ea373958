from lacplan.validate.rule import FaultRule


class ControlCharacter(FaultRule):
    r"""A draft holds no control characters.

    Why:
        They can't be seen, they come along with pasted text, and a terminal or a browser may take
        them for commands. (Below, \u000B stands for the line break of some word processors.)

    Fails:
        title: Strategic Plan\u000Bfor the region

    Passes:
        title: Strategic Plan for the region

    Source:
        YAML 1.2.2, 5.1 and 5.4: the character set, and the line breaks that YAML has given up.
    """

    code = "READ010"
    name = "control-character"
