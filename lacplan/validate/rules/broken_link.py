import re
from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.draft import Draft
from lacplan.validate.guess import Guesser
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule

_OPENING = "]("
_BRACKET = re.compile(r"[()]")
_WEB = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)


class BrokenLink(Rule):
    """A link in a text leads somewhere.

    Why:
        A published page that leads nowhere costs its readers the trust in the pages that do.

        Links are written as in Markdown: [text](address). An address begins with http:, https: or
        mailto:, or it is “#” and the id of an item or indicator of the plan.

    Fails:
        description: The call is in [the announcement]().

    Passes:
        description: The call is in [the announcement](https://www.icann.org/en/announcements).

    Source:
        CommonMark 0.31.2, 6.3: links.
    """

    code = "TEXT003"
    name = "broken-link"

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each link in prose that leads nowhere."""
        ids = {seen.thing.id: None for seen in draft.things}
        guesser = Guesser(ids)
        for passage in draft.passages:
            if not passage.is_prose or _OPENING not in passage.text:
                continue
            words = None
            for start, end in _targets(passage.text):
                target = passage.text[start:end].strip() if end is not None else None
                fault = _fault(target, ids, guesser)
                if fault:
                    message, hint = fault
                    words = words or draft.words(passage)
                    at = words(*_shown(start, end, target))
                    yield self.finding(at, f"A link in {passage} {message}.", hint)


def _shown(start: int, end: int | None, target: str | None) -> tuple[int, int]:
    """Return the stretch that stands for a target: its brackets, where nothing is in them."""
    if end is None:
        return start - 1, start
    return (start, end) if target else (start - 1, end + 1)


def _targets(text: str) -> Iterator[tuple[int, int | None]]:
    """Yield where the round brackets of each link begin and end, ``None`` if they do not.

    Each stretch of *text* is looked at once: a target ends where the next link or paragraph begins.
    """
    first = text.find("[")
    at = text.find(_OPENING)
    while at >= 0:
        start = at + len(_OPENING)
        after = text.find(_OPENING, start)
        if 0 <= first < at and text[at - 1] != "\\":
            limit = after if after >= 0 else len(text)
            paragraph = text.find("\n\n", start, limit)
            yield start, _end(text, start, paragraph if paragraph >= 0 else limit)
        at = after


def _end(text: str, start: int, limit: int) -> int | None:
    depth = 0
    for match in _BRACKET.finditer(text, start, limit):
        if match.group() == "(":
            depth += 1
        elif depth:
            depth -= 1
        else:
            return match.start()
    return None


def _fault(target: str | None, ids: dict[str, None], guesser: Guesser) -> tuple[str, str] | None:
    """Return what is wrong with *target*, and a hint."""
    if target is None:
        return "is not closed", "Put “)” behind its address."
    address = _address(target)
    if address in ("", "#"):
        return "has no address", "Put the address between the round brackets."
    if len(address.split()) > 1:
        return (
            f"has a space in its address {quoted(address)}",
            "Write %20 for it, or close the link before.",
        )
    if address.startswith("#"):
        if address[1:] in ids:
            return None
        hint = guesser.hint(address[1:], "Write # and the id of an item or indicator.")
        return f"leads to {quoted(address)}, and nothing in the plan has that id", hint
    if _WEB.fullmatch(address) or _MAIL.fullmatch(address):
        return None
    hint = "Begin it with https://, mailto:, or # and an id of the plan."
    return f"leads to {quoted(address)}, where a published page can't lead", hint


def _address(target: str) -> str:
    """Return *target* without the title in quotes that may follow, and without angle brackets."""
    address, _, title = target.partition(" ")
    title = title.strip()
    if len(title) < 2 or title[0] not in "\"'" or title[-1] != title[0]:
        address = target
    bracketed = address.startswith("<") and address.endswith(">")
    return address[1:-1] if bracketed else address
