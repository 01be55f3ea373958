import re
from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.draft import Draft
from lacplan.validate.mend import Broken, Mend
from lacplan.validate.rule import Rule

_DOUBLED = re.compile(r"(?<=[^\s|])  +(?=[^\s|])")
"""Several spaces between two words of one line; those around the bars of a table are its layout."""


class DoubledSpace(Rule):
    """Words are parted by one space.

    Why:
        Nobody sees a second one, and it makes a change where none is when somebody takes it out.
        Text with code in backticks, where spaces may be meant, is not judged.

    Fails:
        description: Registries learn  from each other.

    Passes:
        description: Registries learn from each other.

    Mends:
        description: Registries learn  from each other.
    """

    code = "TEXT004"
    name = "doubled-space"
    severity = Severity.INFO

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each text with two spaces in a row, at the first of them."""
        for passage in draft.passages:
            found = _DOUBLED.search(passage.text) if "  " in passage.text else None
            if found and "`" not in passage.text:
                message = f"There are several spaces in a row in {passage}."
                yield self.finding(draft.words(passage)(*found.span()), message, "Keep one.")

    def mend(self, broken: Broken) -> Mend:
        """Return the text with one space for several."""
        return Mend(_DOUBLED.sub(" ", broken.scalar.value))
