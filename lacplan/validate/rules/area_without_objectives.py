from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.draft import Draft
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class AreaWithoutObjectives(Rule):
    """An item of the outermost level holds at least one item, unless it was dropped.

    Why:
        An area without objectives says that the region cares, and not what it will do.

    Fails:
        areas:
          - id: economic
            title: Economic issues

    Passes:
        areas:
          - id: economic
            title: Economic issues
            objectives:
              - id: registrars
                title: Accreditation of registrars
    """

    code = "ITEM001"
    name = "area-without-objectives"

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each outermost item that could hold others and holds none."""
        levels = draft.plan.levels if draft.plan else ()
        if len(levels) < 2:
            return
        hint = f"Add “{levels[1].key}: …”, or join it with another."
        for seen in draft.items:
            item = seen.item
            if item.level == 0 and item.title and not item.items and item.status != "dropped":
                message = f"{quoted(item.title)} holds no {quoted(levels[1].key)}."
                yield self.finding(seen.span(), message, hint)
