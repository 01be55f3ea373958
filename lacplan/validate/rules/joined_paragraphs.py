import re
from collections.abc import Iterator

from lacplan.document.tree import Scalar, resolve
from lacplan.model.finding import Finding
from lacplan.validate.draft import Draft
from lacplan.validate.mend import Broken, Mend
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule

_JOINED = re.compile(r"(?<=[^\s])\n(?=(?![-*+]\s|\d{1,9}[.)]\s)(\S+))")
"""A single line break before words that begin no entry of a list."""

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


class JoinedParagraphs(Rule):
    """A blank line in a text begins a new paragraph.

    Why:
        YAML folds lines: in a text under “>-”, in quotes or beside its key, it takes one blank line
        for a line break, and on the page the two paragraphs become one. Two blank lines part them.
        Under “|”, where lines are kept, one is enough.

    Fails:
        summary: >-
          The region grows together.

          Its plans do not.

    Passes:
        summary: >-
          The region grows together.


          Its plans do not.

    Mends:
        summary: >-
          The region grows together.

          Its plans do not.

    Source:
        YAML 1.2.2, 6.5, “Line Folding”.
    """

    code = "TEXT005"
    name = "joined-paragraphs"

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each folded text with a single blank line before words, at the first of them."""
        text = draft.document.text
        for passage in draft.passages:
            if not passage.is_prose or "\n" not in passage.text:
                continue
            below = passage.node.get(passage.field)
            scalar = resolve(below) if below else None
            if not isinstance(scalar, Scalar) or scalar.style == "|":
                continue
            found = _JOINED.search(passage.text)
            if found and _BLANK_LINE.search(text, scalar.start, scalar.end):
                message = f"On a page, {quoted(found[1])} goes on with the paragraph above it."
                hint = "Leave two blank lines: here YAML takes one for a mere line break."
                yield self.finding(draft.words(passage)(*found.span(1)), message, hint)

    def mend(self, broken: Broken) -> Mend:
        """Return the text with a blank line for each break between two paragraphs."""
        return Mend(_JOINED.sub("\n\n", broken.scalar.value))
