from collections.abc import Iterator

from lacplan.model.contribution import Reflection
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
        for seen in draft.contributions if draft.plan else ():
            places = draft.reflections(seen)
            if seen.thing.outcome != "reflected" or not places:
                continue
            was_there = all(_was_there(draft, each.thing) for each in places)
            if was_there and not any(draft.is_carried_on(each.thing.item) for each in places):
                last = quoted(places[-1].thing.item)
                message = f"The draft no longer has {last}, nor what would carry it on."
                hint = "Write “outcome: partly” or “outcome: not” with a “reason”, or take it back."
                yield self.finding(places[-1].span("item"), message, hint)


def _was_there(draft: ContributionsFile, where: Reflection) -> bool:
    """Tell whether the version that is named had the item, as far as that can be looked up."""
    if where.since is None or draft.versions is None:
        return where.since is not None
    return where.item in (draft.ids(where.since) or ())
