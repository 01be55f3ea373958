from collections.abc import Iterator

from lacplan.errors import LacplanError
from lacplan.model.finding import Finding, Severity
from lacplan.validate.draft import Draft
from lacplan.validate.guess import Guesser
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class ReplacesNothing(Rule):
    """What an item replaces in another plan exists there.

    Why:
        The comparison chart from one plan to the next is made of these names.

        Only other-plan#id is looked up, in the plans that lie beside this one. A bare id names an
        item of an earlier draft of the same plan, which its history knows.

    Fails:
        replaces: [lac-2012#registrars]

    Passes:
        replaces: [lac-2012#registries]
    """

    code = "ITEM007"
    name = "replaces-nothing"
    severity = Severity.ERROR

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each entry of “replaces” that names no item of another plan."""
        plans = _Plans(draft)
        for seen in draft.items:
            for position, replaced in enumerate(seen.item.replaces):
                plan, mark, id = replaced.partition("#")
                against = plans.against(plan, id) if mark else None
                if against:
                    at = draft.entry(seen.node, "replaces", position, len(seen.item.replaces))
                    yield self.finding(at, *against)


class _Plans:
    """The plans that were asked about: a neighbour is read once, however often it is named."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        own = frozenset(seen.item.id for seen in draft.items)
        self.ids: dict[str, frozenset[str] | None] = {draft.own_name: own}
        self.unreadable: set[str] = set()
        self.guessers: dict[str, Guesser] = {}

    def against(self, plan: str, id: str) -> tuple[str, str] | None:
        """Return message and hint where *plan* has no item *id*."""
        if plan not in self.ids:
            self.ids[plan] = self._asked(plan)
        ids = self.ids[plan]
        if plan in self.unreadable:
            message = f"{quoted(plan)} can't be read, so {quoted(id)} can't be looked up in it."
            return message, f"Mend what “lacplan validate {plan}” tells of."
        if ids is None:
            message = f"There is no plan {quoted(plan)} here that {quoted(id)} could lie in."
            return message, "“lacplan” alone lists the plans that are here."
        if id in ids:
            return None
        if plan == self.draft.own_name:
            hint = f"If an earlier draft has it, write the bare id: {id}."
            return f"{quoted(plan)} is this plan, and it has no item {quoted(id)}.", hint
        guesser = self.guessers.setdefault(plan, Guesser(sorted(ids)))
        otherwise = f"“lacplan show {plan}” lists its items with their ids."
        return f"The plan {quoted(plan)} has no item {quoted(id)}.", guesser.hint(id, otherwise)

    def _asked(self, plan: str) -> frozenset[str] | None:
        """Return the ids of *plan*, ``None`` where there is none or it can't be read."""
        try:
            return self.draft.neighbour(plan)
        except LacplanError:
            self.unreadable.add(plan)
            return None
