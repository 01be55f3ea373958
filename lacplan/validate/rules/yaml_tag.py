from lacplan.validate.rule import FaultRule


class YamlTag(FaultRule):
    """A draft holds no YAML tags.

    Why:
        Each field already has its type, so a tag can only contradict it; and in some programs a tag
        makes things happen when a file is merely opened.

    Fails:
        code: !!str 1.10

    Passes:
        code: 1.10

    Source:
        YAML 1.2.2, 6.9.1: node tags.
    """

    code = "READ006"
    name = "yaml-tag"
