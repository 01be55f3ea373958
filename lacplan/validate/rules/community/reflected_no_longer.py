from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.community import ContributionsFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class ReflectedNoLonger(Rule):
    """What is said to be reflected is still there in the draft.

    Why:
        An item that was removed takes with it what members had found of their own in it. They
        should be told, with a reason.

        An item that another one carries on (“replaces”) is still there.

    Fails:
        contributions:
          - id: c-01
            kind: goal
            by: m-01
            text: The industry of the region is recognised as one of its own.
            outcome: reflected
            reflected-in: [{item: dns-industry, since: draft-01}]  # and removed in the draft

    Passes:
        contributions:
          - id: c-01
            kind: goal
            by: m-01
            text: The industry of the region is recognised as one of its own.
            outcome: partly
            reason: The objective was dropped after the consultation; 4.3 keeps a part of it.
            reflected-in: [{item: registrars, since: draft-01}]
    """

    code = "CONTRIB008"
    name = "reflected-no-longer"
    judges = ContributionsFile

    def check(self, draft: ContributionsFile) -> Iterator[Finding]:
        """Yield each contribution of which nothing is left in the draft."""
        if draft.plan is None:
            return
        ids = draft.plan.ids()
        carried = {old for item in draft.plan.walk() for old in item.replaces}
        for seen in draft.contributions:
            places = [each for each in draft.reflections(seen) if each.thing.since]
            if seen.thing.outcome not in ("reflected", "partly") or not places:
                continue
            if len(places) < len(seen.thing.reflected_in):
                continue  # one is said to be in the draft itself
            if not any(each.thing.item in ids or each.thing.item in carried for each in places):
                last = places[-1].thing.item
                message = f"The draft no longer has {quoted(last)}, nor what would carry it on."
                hint = "Write “outcome: partly” or “outcome: not” with a “reason”, or take it back."
                yield self.finding(places[-1].span("item"), message, hint)
