from lacplan.validate.rule import FaultRule


class DuplicateKey(FaultRule):
    """A block holds each key once.

    Why:
        Programs keep the first or the last of two equal keys, and nobody notices which.

    Fails:
        summary: A plan for the region
        summary: A plan for all of the region

    Passes:
        summary: A plan for all of the region

    Source:
        YAML 1.2.2, 3.2.1.3: keys of a mapping are unique.
    """

    code = "READ004"
    name = "duplicate-key"
