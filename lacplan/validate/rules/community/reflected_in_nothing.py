from collections.abc import Iterator

from lacplan.model.contribution import Reflection
from lacplan.model.finding import Finding, Severity
from lacplan.model.plan import Plan
from lacplan.validate.community import ContributionsFile, Seen
from lacplan.validate.guess import Guesser
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class ReflectedInNothing(Rule):
    """The item in which a contribution is said to be found again is there.

    Why:
        “It is in the plan” is a promise to whoever brought it in.

        Where “since” names a version, the item is looked up in that version, and else in the
        draft beside the file. That it was there and was removed later is no fault of this kind.

    Fails:
        contributions:
          - id: c-01
            kind: concern
            by: m-01
            text: Registrars are few.
            reflected-in: [{item: registrar, since: draft-01}]

    Passes:
        contributions:
          - id: c-01
            kind: concern
            by: m-01
            text: Registrars are few.
            reflected-in: [{item: registrars, since: draft-01}]
    """

    code = "CONTRIB003"
    name = "reflected-in-nothing"
    severity = Severity.ERROR
    judges = ContributionsFile

    def check(self, draft: ContributionsFile) -> Iterator[Finding]:
        """Yield each place that does not exist where it should."""
        known: dict[str | None, tuple[frozenset[str], Guesser]] = {}
        for seen in draft.contributions:
            for each in draft.reflections(seen):
                label, plan = _meant(draft, each)
                if plan is None or not each.thing.item:
                    continue
                if label not in known:
                    ids = plan.ids()
                    known[label] = ids, Guesser(sorted(ids))
                ids, guesser = known[label]
                if each.thing.item not in ids:
                    where = f"The version {quoted(label)}" if label else "The draft"
                    message = f"{where} has no item {quoted(each.thing.item)}."
                    hint = guesser.hint(each.thing.item, "Write the id of an item or indicator.")
                    yield self.finding(each.span("item"), message, hint)


def _meant(draft: ContributionsFile, seen: Seen[Reflection]) -> tuple[str | None, Plan | None]:
    """Return the version in which a place is looked up, and the plan there."""
    if seen.thing.since is None:
        return None, draft.plan
    version = draft.version(seen.thing.since)
    return seen.thing.since, version.plan if version else None
