import re
from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.draft import Draft
from lacplan.validate.rule import Rule

_MARK = re.compile(r"(?<![\w.])(?:TBD|TODO|FIXME|XXX)(?!\w)|\?\?\?")  # .XXX is a domain
_PHRASE = re.compile(
    r"(?<!\w)(?:lorem ipsum"
    r"|(?:to be (?:defined|determined|decided)|por definir|[aà] d[ée]finir)"
    r"(?=\s*(?:[.)\]…]|$)))",  # “ayuda a definir prioridades” is a sentence that goes on
    re.IGNORECASE | re.MULTILINE,
)
_NOTHING = frozenset({"...", "…"})
_ANYTHING = re.compile(".*")


class PlaceholderText(Rule):
    """No text stands in for one that is still to be written.

    Why:
        Once the community is asked, it answers what is written, and “TBD” leaves it nothing.

        Meant are TBD, TODO, FIXME and XXX in capitals, “???”, “lorem ipsum”, a text of dots alone,
        and at the end of a sentence “to be defined”, “por definir”, “a definir” and “à définir”.
        The Spanish and Portuguese word “todo” is none of them.

    Fails:
        summary: "The priorities of the region: TBD"

    Passes:
        summary: The priorities of the region are accreditation and capacity building.
    """

    code = "TEXT001"
    name = "placeholder-text"

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each text that holds a placeholder, with the first that it holds."""
        for passage in draft.passages:
            found = _placeholder(passage.text)
            if found:
                message = f"“{found.group()}” in {passage} is a placeholder."
                hint = "Write what is meant, or take the text away until it is known."
                yield self.finding(draft.words(passage)(*found.span()), message, hint)


def _placeholder(text: str) -> re.Match[str] | None:
    """Return the first placeholder in *text*; looking for its letters first is much faster."""
    if text in _NOTHING:
        return _ANYTHING.match(text)
    if "TBD" in text or "TODO" in text or "FIXME" in text or "XXX" in text or "???" in text:
        for match in _MARK.finditer(text):
            if match.group() != "TODO" or match.group() == text or not text.isupper():
                return match  # a title in capitals may say TODO for “all”
    lower = text.lower()
    if "fini" in lower or "to be d" in lower or "lorem" in lower:
        return _PHRASE.search(text)
    return None
