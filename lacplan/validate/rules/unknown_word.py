from lacplan.validate.rule import FaultRule


class UnknownWord(FaultRule):
    """A field that takes one of a few words takes one of those.

    Why:
        Progress can only be counted when all who write call the same state by the same word.

    Fails:
        status: ongoing

    Passes:
        status: active
    """

    code = "FORM008"
    name = "unknown-word"
