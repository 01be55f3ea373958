from lacplan.validate.rule import FaultRule


class WrongLevel(FaultRule):
    """The items of a level stand right under those of the level above.

    Why:
        A project without an objective has no purpose that the plan could show, and no place in its
        numbering.

    Fails:
        areas:
          - id: registries
            title: Registries of the region
            objectives:
              - id: skills
                title: Registries that master their trade
            projects:
              - id: workshop
                title: A workshop for registries
                lead: LACTLD
                start: 2014
                end: 2014

    Passes:
        areas:
          - id: registries
            title: Registries of the region
            objectives:
              - id: skills
                title: Registries that master their trade
                projects:
                  - id: workshop
                    title: A workshop for registries
                    lead: LACTLD
                    start: 2014
                    end: 2014
    """

    code = "FORM012"
    name = "wrong-level"
