from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.draft import Draft, SeenItem
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class ProjectWithoutLeadOrPeriod(Rule):
    """An item of the innermost level says who leads it, when it starts and when it ends.

    Why:
        Work that nobody answers for, or that may start at any time, is a wish.

        A plan of a single level has no projects, and an item that was dropped is not asked.

    Fails:
        projects:
          - id: fast-track
            title: Fast track for the accreditation of registrars
            end: 2015-08

    Passes:
        projects:
          - id: fast-track
            title: Fast track for the accreditation of registrars
            lead: ICANN
            start: 2014-08
            end: 2015-08
    """

    code = "ITEM002"
    name = "project-without-lead-or-period"

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each innermost item that leaves one of the three open."""
        innermost = len(draft.plan.levels) - 1 if draft.plan else 0
        if innermost < 1:
            return
        for seen in draft.items:
            item = seen.item
            if item.level != innermost or not item.title or item.status == "dropped":
                continue
            missing = [] if item.lead and item.start and item.end else _missing(seen)
            if missing:
                message = f"{quoted(item.title)} has {_listed([f'no {key}' for key in missing])}."
                hint = f"Add {_listed([f'“{key}: …”' for key in missing])}."
                yield self.finding(seen.span(), message, hint)


def _missing(seen: SeenItem) -> list[str]:
    """Return which of the three nothing is written for; what can't be read is told elsewhere."""
    fields = {"lead": seen.item.lead, "start": seen.item.start, "end": seen.item.end}
    return [key for key, value in fields.items() if not value and not seen.is_written(key)]


def _listed(words: list[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
