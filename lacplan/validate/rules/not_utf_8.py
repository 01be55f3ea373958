from lacplan.validate.rule import FaultRule


class NotUtf8(FaultRule):
    r"""A draft is written in UTF-8.

    Why:
        In any other encoding the accents of the region come out as other letters, or not at all, as
        soon as a colleague's machine guesses wrong. (Below, \xE9 stands for the one byte that
        Latin-1 writes for é.)

    Fails:
        title: Plan Estrat\xE9gico Regional

    Passes:
        title: Plan Estratégico Regional

    Source:
        RFC 3629; YAML 1.2.2, 5.2: character encodings.
    """

    code = "READ001"
    name = "not-utf-8"
