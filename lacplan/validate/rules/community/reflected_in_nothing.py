from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.community import ContributionsFile
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
        guessers: dict[str | None, Guesser] = {}
        for seen in draft.contributions:
            for each in draft.reflections(seen):
                item, label = each.thing.item, each.thing.since
                ids = draft.ids(label)
                if ids is None or not item or item in ids:
                    continue
                where = f"The version {quoted(label)}" if label else "The draft"
                if label not in guessers:
                    guessers[label] = Guesser(sorted(ids))
                hint = guessers[label].hint(item, "Write the id of an item or indicator.")
                message = f"{where} has no item {quoted(item)}."
                yield self.finding(each.span("item"), message, hint)
