from lacplan.validate.rule import FaultRule


class EmptyField(FaultRule):
    """A field that is required says something.

    Why:
        An empty title is a promise to write one later, and it is what the community would be asked
        to comment on.

    Fails:
        id: registries
        title:

    Passes:
        id: registries
        title: Registries of the region
    """

    code = "FORM004"
    name = "empty-field"
