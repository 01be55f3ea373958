from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.model.plan import Stance
from lacplan.validate.community import ContributionsFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class ReflectedWithoutChange(Rule):
    """An item that reflects a contribution since a version is new or changed in that version.

    Why:
        Where it reads word for word as in the version before, the contribution changed nothing:
        either it was there already, or the wrong version is named.

        That it lies under another item, or that an item right under it came or went, is a change;
        another code or order is none.

    Fails:
        contributions:
          - id: c-01
            kind: concern
            by: m-01
            text: Registrars are few.
            reflected-in: [{item: registrars, since: draft-02}]  # unchanged since draft-01

    Passes:
        contributions:
          - id: c-01
            kind: concern
            by: m-01
            text: Registrars are few.
            reflected-in: [{item: registrars, since: draft-01}]
    """

    code = "CONTRIB009"
    name = "reflected-without-change"
    judges = ContributionsFile

    def check(self, draft: ContributionsFile) -> Iterator[Finding]:
        """Yield each place that reads in its version as in the one before."""
        tables: dict[str, dict[str, Stance]] = {}
        for seen in draft.contributions:
            for each in draft.reflections(seen):
                version = draft.version(each.thing.since)
                before = draft.before(version) if version else None
                if version is None or before is None:
                    continue
                for one in (version, before):
                    if one.label not in tables:
                        tables[one.label] = one.plan.stances() if one.plan else {}
                now = tables[version.label].get(each.thing.item)
                if now is not None and now == tables[before.label].get(each.thing.item):
                    message = (
                        f"{quoted(each.thing.item)} reads in {quoted(version.label)} as it did in "
                        f"{quoted(before.label)}."
                    )
                    hint = "Name the version that brought it, or the item that changed."
                    yield self.finding(each.span("since"), message, hint)
