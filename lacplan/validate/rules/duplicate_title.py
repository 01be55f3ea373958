from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.draft import Draft, SeenItem
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class DuplicateTitle(Rule):
    """Items under one parent bear different titles.

    Why:
        Whoever comments on “Capacity building” should not have to say which of the two.

        Capitals and white space make no difference.

    Fails:
        projects:
          - id: users
            title: Capacity building
          - id: governments
            title: Capacity Building

    Passes:
        projects:
          - id: users
            title: Capacity building for final users
          - id: governments
            title: Capacity building for governments
    """

    code = "ITEM004"
    name = "duplicate-title"

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each bearer of a title but the first under its parent."""
        first: dict[tuple[int, str], SeenItem] = {}
        for seen in draft.items:
            title = " ".join(seen.item.title.split()).casefold()
            before = first.setdefault((id(seen.parent), title), seen)
            if title and before is not seen:
                other = quoted(before.item.id)
                message = f"{quoted(seen.item.title)} is also the title of {other} beside it."
                hint = "Say in the title what sets them apart, or join the two."
                related = ((before.span("title"), "first here"),)
                yield self.finding(seen.span("title"), message, hint, related=related)
