from lacplan.validate.rule import FaultRule


class ConflictMarkers(FaultRule):
    """A draft holds no conflict that a merge has left.

    Why:
        Two wordings stand side by side and somebody still has to choose; inside a text the markers
        would even pass for part of it.

    Fails:
        <<<<<<< HEAD
        summary: A plan for Latin America
        =======
        summary: A plan for Latin America and the Caribbean
        >>>>>>> comments-from-the-caribbean

    Passes:
        summary: A plan for Latin America and the Caribbean

    Source:
        git-merge(1), “How conflicts are presented”.
    """

    code = "READ009"
    name = "conflict-markers"
