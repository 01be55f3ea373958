from lacplan.validate.rule import FaultRule


class MalformedReference(FaultRule):
    """A reference is spelt in a way that can be followed.

    Why:
        Where an item comes from and what it serves can only be shown when each reference names one
        thing; a title in its place will be reworded one day.

    Fails:
        replaces: [Political issues]

    Passes:
        replaces: [political-issues]
    """

    code = "FORM016"
    name = "malformed-reference"
