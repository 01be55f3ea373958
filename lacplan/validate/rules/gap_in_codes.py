from collections.abc import Iterator
from itertools import pairwise

from lacplan.model.code import Segments, is_under
from lacplan.model.finding import Finding, Severity
from lacplan.validate.codes import coded
from lacplan.validate.draft import Draft, SeenItem
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule

_MOST_DIGITS = 9
"""Of a number that is counted on from: no plan has a thousand million items."""


class GapInCodes(Rule):
    """The numbers of the items under one parent follow each other without a gap.

    Why:
        A gap is right where an objective was dropped, since 1.5 remains what people know as 1.5,
        and a slip where none was. So this is only pointed out.

    Fails:
        projects:
          - id: resources
            code: "1.3"
            title: Resources for the security of ccTLDs
          - id: accountability
            code: "1.5"
            title: Accountability of funded organizations

    Passes:
        projects:
          - id: resources
            code: "1.3"
            title: Resources for the security of ccTLDs
          - id: accountability
            code: "1.4"
            title: Accountability of funded organizations
    """

    code = "CODE004"
    name = "gap-in-codes"
    severity = Severity.INFO

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each item before whose number another one was left out."""
        families: dict[tuple[int, Segments], list[tuple[int, SeenItem]]] = {}
        for seen, code, above in coded(draft):
            number = code[-1]
            if number.isdigit() and len(number) <= _MOST_DIGITS and is_under(code, above):
                family = families.setdefault((id(seen.parent), code[:-1]), [])
                family.append((int(number), seen))
        for (_, prefix), family in families.items():
            for (low, before), (high, seen) in pairwise(sorted(family, key=lambda one: one[0])):
                if high - low > 1:
                    yield self._gap(prefix, low + 1, high - 1, before, seen)

    def _gap(
        self, prefix: Segments, first: int, last: int, before: SeenItem, seen: SeenItem
    ) -> Finding:
        low, high = (".".join((*prefix, str(number))) for number in (first, last))
        unused = f"{quoted(low)} is" if first == last else f"{quoted(low)} to {quoted(high)} are"
        ends = [quoted(each.item.code or "") for each in (before, seen)]
        message = f"{unused} not used between {' and '.join(ends)}."
        hint = "Keep the gap if something was dropped; else give what follows the codes it left."
        related = ((before.span("code"), "the one before"),)
        return self.finding(seen.span("code"), message, hint, related=related)
