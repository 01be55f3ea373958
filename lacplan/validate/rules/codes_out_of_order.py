from collections.abc import Iterator

from lacplan.model.code import Segments, is_before, is_under
from lacplan.model.finding import Finding
from lacplan.validate.codes import coded
from lacplan.validate.draft import Draft, SeenItem
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class CodesOutOfOrder(Rule):
    """Items under one parent stand in the order of their codes.

    Why:
        Whoever leafs through for 2.3 stops looking at 2.4.

        Segments are compared one by one, and numbers as numbers: 1.10 comes after 1.9. Segments of
        several letters, such as Roman numerals, have no order here.

    Fails:
        projects:
          - id: events
            code: "1.1.2"
            title: Presence at events
          - id: liaison
            code: "1.1.1"
            title: Liaison office

    Passes:
        projects:
          - id: liaison
            code: "1.1.1"
            title: Liaison office
          - id: events
            code: "1.1.2"
            title: Presence at events
    """

    code = "CODE003"
    name = "codes-out-of-order"

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each item whose code comes before that of the one it stands after."""
        last: dict[int, tuple[SeenItem, Segments]] = {}
        for seen, code, above in coded(draft):
            if not is_under(code, above):
                continue  # another rule tells, and its siblings are in order without it
            before = last.get(id(seen.parent))
            last[id(seen.parent)] = seen, code
            if before and is_before(code, before[1]):
                message = f"{quoted('.'.join(code))} stands after {quoted('.'.join(before[1]))}."
                hint = "Move the item, or change its code."
                related = ((before[0].span("code"), "the one before"),)
                yield self.finding(seen.span("code"), message, hint, related=related)
