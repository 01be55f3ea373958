"""Merges three texts of one draft, or of a companion, by what they mean: the one way in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lacplan.collector import paused
from lacplan.document.conflicts import settled
from lacplan.document.parse import parse
from lacplan.document.tree import Document
from lacplan.merge.aliases import alias_conflicts, has_aliases, refuse_rebound
from lacplan.merge.compose import Composer
from lacplan.merge.criss_cross import contested_in
from lacplan.merge.decision import Action, Complaint, Decision, Merged, Unsure
from lacplan.merge.entries import Entries
from lacplan.merge.kinds import PLAN_FORM, Form
from lacplan.merge.lookup import Lookup
from lacplan.merge.pieces import Piece, World, decided, marked
from lacplan.merge.plan import Contested, MergedPlan
from lacplan.merge.proof import prove, prove_comments
from lacplan.merge.report import Report
from lacplan.merge.same import same
from lacplan.merge.side import Side

if TYPE_CHECKING:
    from lacplan.model.decode import Decoded

MARKER = 7
"""How many characters git's conflict markers have where it does not say otherwise."""

Judge = Callable[[Document, "Decoded"], frozenset[Complaint]]
"""Tells which rules a draft breaks, errors only, and not those about codes: of these a merge tells
by itself."""

_ROUNDS = 4
"""How often fields are contested anew, before git is left to merge."""


@paused()
def merge(
    base: str,
    ours: str,
    theirs: str,
    *,
    judge: Judge | None = None,
    marker: int = MARKER,
    form: Form = PLAN_FORM,
) -> Merged:
    """Return what *ours* and *theirs*, which both come from *base*, come to together.

    Args:
        base: The text that both come from; blank where both began from nothing.
        ours: The text whose layout is kept.
        theirs: The other text.
        judge: Judges drafts. What the merged one breaks and neither side did becomes a conflict.
        marker: How many characters a conflict marker has.
        form: What kind of file it is.

    Raises:
        Unsure: They can't be merged by meaning.
    """
    if ours == theirs or theirs == base:
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    return _Merging((base, ours, theirs), judge, marker, form).run()


class _Merging:
    """What the rounds of one merge share."""

    def __init__(
        self, texts: tuple[str, str, str], judge: Judge | None, marker: int, form: Form
    ) -> None:
        base, unsettled = settled(texts[0])
        _, ours, theirs = texts
        self.form = form
        self.documents = [parse(text) for text in (base, ours, theirs)]
        began = base.strip("\ufeff \t\r\n")
        self.base = Side(_ended(self.documents[0]), "base", form) if began else None
        self.ours = Side(_ended(self.documents[1]), "ours", form)
        self.theirs = Side(_ended(self.documents[2]), "theirs", form)
        self.judge = judge
        self.marker = marker
        self.contested = contested_in(self.base, unsettled) if self.base else {}

    def run(self) -> Merged:
        """Merge, and again as long as more is found that must be a conflict."""
        if len({tuple(side.levels) for side in (self.base, self.ours, self.theirs) if side}) > 1:
            raise Unsure("the levels of the plan differ")
        for side in (self.ours, self.theirs):
            self._identify(side)
        for _ in range(_ROUNDS):
            found, more = self._round()
            if not more.keys() - self.contested.keys():
                return found
            self.contested = {**more, **self.contested}
        raise Unsure("the changes of both sides do not fit together")

    def _identify(self, side: Side) -> None:
        """Call what *side* has in common with the base by the base's keys.

        Raises:
            Unsure: An id names an item here and an indicator there.
        """
        if self.base is None:
            return
        if self.form is PLAN_FORM and self.base.things.keys() != side.things.keys():
            from lacplan.merge.identity import identify

            identify(self.base, side)
        for key, thing in side.things.items():
            if key in self.base.things and self.base.things[key].is_item is not thing.is_item:
                raise Unsure(f"in {side.name}, “{key}” is no longer what it was")

    def _round(self) -> tuple[Merged, Contested]:
        """Return the merged text, and what must be contested besides."""
        lookup = Lookup((self.base, self.ours, self.theirs))
        plan = MergedPlan(self.base, self.ours, self.theirs, lookup, self.contested)
        report = Report()
        pieces = Composer(plan, Entries(self.ours, self.theirs, lookup, report)).text()
        decisions = tuple(self._explained(each, plan) for each in report.decisions.values())
        text = self._finished(marked(pieces, self.marker, self.ours.document.newline))
        found = Merged(text, decisions, (*report.notes, *plan.code_notes()))
        is_clean = not found.conflicts and plan.is_clean
        document = parse(decided(pieces, "ours"))
        dangling = alias_conflicts(document, plan)
        if dangling:
            return found, dangling
        merged = self._proved(document, plan, "ours", found)
        if not is_clean:
            dangling = self._prove_other(pieces, merged, plan, found)
            if dangling:
                return found, dangling
        prove_comments(plan, merged, text, is_clean=is_clean)
        return self._judged(found, merged, plan)

    def _prove_other(
        self, pieces: list[Piece], merged: Side, plan: MergedPlan, found: Merged
    ) -> Contested:
        """Prove the text with its conflicts decided for theirs; only what is another text then."""
        if has_aliases(merged) or has_aliases(self.theirs):  # what they repeat may stand anywhere
            document = parse(decided(pieces, "theirs"))
            dangling = alias_conflicts(document, plan)
            if not dangling:
                self._proved(document, plan, "theirs", found)
            return dangling
        from lacplan.merge.excerpt import excerpt

        part = excerpt(pieces, merged)
        self._proved(parse(part.text), plan, "theirs", found, left_out=part.left_out)
        return {}

    def _proved(
        self,
        document: Document,
        plan: MergedPlan,
        world: World,
        found: Merged,
        *,
        left_out: frozenset[str] = frozenset(),
    ) -> Side:
        """Return the merged text as a side, once it says what it should."""
        side = Side(document, "the merged text", self.form)
        fields = frozenset((each.item, each.field) for each in found.conflicts if each.field)
        prove(plan, side, world, fields, left_out)
        refuse_rebound(plan, side)
        return side

    def _judged(self, found: Merged, merged: Side, plan: MergedPlan) -> tuple[Merged, Contested]:
        """Return what was merged, and what must be contested for what it breaks."""
        if self.judge is None or not plan.may_break_rules:
            return found, {}
        broken = self.judge(merged.document, merged.decoded)
        if not broken:
            return found, {}
        sides = (self.ours, self.theirs)
        known = {each[:3] for side in sides for each in self.judge(side.document, side.decoded)}
        more: dict[tuple[str | None, str | None], str] = {}
        for each in sorted((each for each in broken if each[:3] not in known), key=str):
            more.update(self._contested_by(each, merged, plan))
        return found, more

    def _contested_by(self, complaint: Complaint, merged: Side, plan: MergedPlan) -> Contested:
        """Return the fields in which the sides differ and that break a rule together."""
        key = next((each.key for each in merged.things.values() if each.id == complaint.item), None)
        if key is not None and not (key in plan.ours.things and key in plan.theirs.things):
            return {(key, None): complaint.message}
        ours, theirs = plan.ours.node(key), plan.theirs.node(key)
        skipped = {*plan.list_keys(plan.thing(key)), "code", "id"}
        unlike = {
            name.value
            for node in (ours, theirs)
            for name, _ in node.entries
            if hasattr(name, "value")
            and name.value not in skipped
            and not same(ours.get(name.value), theirs.get(name.value), name.value)
        }
        names = {complaint.field} & unlike or unlike
        fresh = {(key, name): complaint.message for name in names}
        if not fresh.keys() - self.contested.keys():  # ours of that field broke it with another
            fresh = {(key, name): complaint.message for name in unlike}
        if not fresh.keys() - self.contested.keys():
            raise Unsure(complaint.message)
        return fresh

    def _explained(self, decision: Decision, plan: MergedPlan) -> Decision:
        if decision.action is not Action.CONFLICT or decision.why is not None:
            return decision
        for (key, field), why in self.contested.items():
            if field == decision.field and plan.id(key) == decision.item:
                return decision._replace(why=why)
        return decision

    def _finished(self, text: str) -> str:
        """Return *text* with the byte-order mark and the line end that the sides agree on."""
        ends = [document.text.endswith(("\n", "\r")) for document in self.documents]
        marks = [document.bom for document in self.documents]
        if not _either(ends, has_base=self.base is not None) and text.endswith(("\n", "\r")):
            text = text[: -2 if text.endswith("\r\n") else -1]
        return "\ufeff" + text if _either(marks, has_base=self.base is not None) else text


def _either(found: list[bool], *, has_base: bool) -> bool:
    """Return what the sides agree on, or what one of them changed."""
    base, ours, theirs = found
    return theirs if has_base and ours == base else ours


def _ended(document: Document) -> Document:
    """Return *document* with a line end at its end, so that whole lines can be cut and put."""
    text = document.text
    if not text or text.endswith(("\n", "\r")):
        return document
    text += document.newline
    return Document(text, bom=document.bom, root=document.root, faults=document.faults)
