from lacplan.validate.rule import FaultRule


class UnknownField(FaultRule):
    """A draft uses the fields that its format knows.

    Why:
        A field with a slip in its name is a field that nobody reads. Notes of your own are welcome
        under a name that begins with “x-”.

    Fails:
        chalenges: [Few registrars are accredited in the region]

    Passes:
        challenges: [Few registrars are accredited in the region]
    """

    code = "FORM002"
    name = "unknown-field"
