from lacplan.validate.rule import FaultRule


class SeveralDocuments(FaultRule):
    """A file holds one draft.

    Why:
        Most programs would read the first and drop the rest without a word.

    Fails:
        summary: What the region wants to reach by 2016.
        ---
        summary: What the region wants to reach by 2020.

    Passes:
        summary: What the region wants to reach by 2016.

    Source:
        YAML 1.2.2, 9.2: streams.
    """

    code = "READ007"
    name = "several-documents"
