"""Items that are written in braces: merged field by field, and written on one line."""

from lacplan.document.scalars import written
from lacplan.document.tree import Sequence
from lacplan.merge.decision import Action, Decision, Unsure
from lacplan.merge.entries import Entries
from lacplan.merge.inline import Lines, Versions, bracketed, key_order, source
from lacplan.merge.kinds import kind_of
from lacplan.merge.numbering import code_of
from lacplan.merge.plan import Members, MergedPlan
from lacplan.merge.report import did, told
from lacplan.merge.same import same
from lacplan.merge.side import Side, Thing


class Braces:
    """Writes items in braces.

    Args:
        plan: Who is where in the merged plan.
        entries: Merges values.
    """

    def __init__(self, plan: MergedPlan, entries: Entries) -> None:
        self.plan = plan
        self.inline = entries.inline
        self.report = entries.report

    def list(self, side: Side, node: Sequence, members: Members) -> tuple[str, str]:
        """Return the items *members* in brackets, for each side that may be chosen."""
        ours: list[str] = []
        theirs: list[str] = []
        for key, only in members:
            if key[:1] == "#":
                raise Unsure("a comment stands between items in brackets")
            mine, yours = self.thing(key)
            ours += [mine] * (only != "theirs")
            theirs += [yours] * (only != "ours")
        return bracketed(side, node, ours), bracketed(side, node, theirs)

    def thing(self, key: str) -> tuple[str, str]:
        """Return an item in braces, for each side that may be chosen.

        Raises:
            Unsure: It holds other items or comments, or its code changes.
        """
        there = [
            (side, side.things[key]) for side in self.plan.sides if side and key in side.things
        ]
        name = self.plan.id(key)
        for side, thing in there:
            if any(thing.node.get(each) is not None for each in side.list_keys(thing)):
                raise Unsure(f"“{name}” is written in braces, and so is what lies under it")
            if side.comments_in(thing.node.start, thing.node.end):
                raise Unsure(f"“{name}” is written in braces, with comments inside")
        code = self.plan.codes.get(key)
        if code and (not code.is_clean or code.ours not in {code_of(each) for _, each in there}):
            raise Unsure(f"“{name}” is written in braces, and its code changes")
        if key in self.plan.clashes:
            nodes = [side.things[key].node for side in (self.plan.ours, self.plan.theirs)]
            return source(self.plan.ours, nodes[0]), source(self.plan.theirs, nodes[1])
        return self._fields(key)

    def _fields(self, key: str) -> tuple[str, str]:
        one, other = (side.things.get(key) for side in (self.plan.ours, self.plan.theirs))
        if one is None or other is None:
            side, thing = (self.plan.ours, one) if one else (self.plan.theirs, other)
            whole = source(side, thing.node) if thing else ""
            return whole, whole
        base = self.plan.base.things.get(key) if self.plan.base else None
        told: tuple[list[str], list[str]] = ([], [])
        for name in key_order(one.node, other.node):
            lines = self._field(key, name, base, one, other)
            for turn, line in enumerate(lines):
                if line is not None:
                    told[turn].append(f"{written(name, in_brackets=True)}: {line}")
        return (
            bracketed(self.plan.ours, one.node, told[0]),
            bracketed(self.plan.ours, one.node, told[1]),
        )

    def _field(self, key: str, name: str, base: Thing | None, one: Thing, other: Thing) -> Lines:
        found = Versions(
            base.node.get(name) if base else None, one.node.get(name), other.node.get(name)
        )
        is_contested = (key, name) in self.plan.contested
        kind = kind_of(self.plan.ours.record(one), name)
        if is_contested and found.ours and found.theirs:
            sides = (self.plan.ours, self.plan.theirs)
            lines = Lines(source(sides[0], found.ours, name), source(sides[1], found.theirs, name))
        else:
            lines = self.inline.merged(found, kind, name)
        self._decide(key, name, found, lines)
        return lines

    def _decide(self, key: str, name: str, found: Versions, lines: Lines) -> None:
        base, ours, theirs = found
        if lines.ours != lines.theirs:
            action = Action.CONFLICT
        elif same(base, theirs, name):
            return
        elif same(ours, theirs, name):
            action = Action.SAME
        else:
            action = Action.THEIRS if same(base, ours, name) else Action.BOTH
        self.report.decide(
            Decision(
                action=action,
                item=self.plan.id(key),
                field=name,
                title=self.plan.title(key),
                ours_did="" if action is Action.THEIRS else did(base, ours),
                theirs_did=did(base, theirs),
                base=told(base),
                ours=told(ours),
                theirs=told(theirs),
            )
        )
