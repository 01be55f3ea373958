from lacplan.validate.rule import FaultRule


class NotAPlan(FaultRule):
    """A draft is a block of “key: value” lines.

    Why:
        Without its keys a text may be a fine plan for people, but there is nothing in it that could
        be checked, compared or translated.

    Fails:
        - Political issues
        - Registries of the region

    Passes:
        title: Latin American and Caribbean Regional Strategic Plan
        summary: Political issues, and the registries of the region.
    """

    code = "FORM019"
    name = "not-a-plan"
