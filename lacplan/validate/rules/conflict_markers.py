import re
from collections.abc import Iterator

from lacplan.document.conflicts import Conflict, conflicts, settled
from lacplan.document.fault import Span
from lacplan.document.parse import parse
from lacplan.model.finding import Finding
from lacplan.validate.judged import Judged
from lacplan.validate.rule import FaultRule

_KEPT = 40
"""How many characters of what both sides say stand on either side of a difference."""

_LONGEST = 600
"""How many characters of the two wordings a message shows."""


class ConflictMarkers(FaultRule):
    """A draft holds no conflict that a merge has left.

    Why:
        Two wordings stand side by side and somebody still has to choose; inside a text the markers
        would even pass for part of it.

    Fails:
        <<<<<<< HEAD
        summary: A plan for Latin America
        =======
        summary: A plan for Latin America and the Caribbean
        >>>>>>> comments-from-the-caribbean

    Passes:
        summary: A plan for Latin America and the Caribbean

    Source:
        git-merge(1), “How conflicts are presented”.
    """

    code = "READ009"
    name = "conflict-markers"

    def check(self, draft: Judged) -> Iterator[Finding]:
        """Yield each conflict with both wordings compared, and each end that lacks the other."""
        text = draft.document.text
        whole = [*conflicts(text)] if self.name in draft.faults else []
        names = dict(zip((each.span for each in whole), _names(text), strict=True)) if whole else {}
        compared = {each.span: each for each in whole}
        for fault in draft.faults.get(self.name, ()):
            message = fault.message
            if fault.span in compared:
                message = _compared(compared[fault.span], names[fault.span])
            yield self.finding(fault.span, message, fault.hint, related=fault.related)


def _names(text: str) -> list[str]:
    """Return what each whole conflict in *text* is about."""
    from lacplan.validate.locate import locate

    one, spans = settled(text)
    document = parse(one)
    found = [
        Finding("", "", FaultRule.severity, "", at=Span(_first(one, span), span.end))
        for span in spans
    ]
    if document.root is None:
        return [""] * len(found)
    return [_name(each.item, each.field) for each in locate(document, "", found)]


def _first(text: str, span: Span) -> int:
    """Return where the first key or entry in *span* begins, behind its space and its dash.

    Comments over it are passed by: before them what stands above still goes on.
    """
    found = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*[ -]*").match(text, span.start, span.end)
    return found.end() if found else span.start


def _name(item: str | None, field: str | None) -> str:
    return " of ".join(f"“{each}”" for each in (field, item) if each)


def _compared(conflict: Conflict, name: str) -> str:
    """Return a message with both wordings of *conflict*, word by word."""
    about = f"A merge left {name or 'two wordings'} open"
    ours, theirs = (" ".join(side.split()) for side in (conflict.ours, conflict.theirs))
    if not ours or not theirs:
        kept, gone = ("theirs", "ours") if theirs else ("ours", "theirs")
        return f"{about}: {gone} took it away, and {kept} has “{_short(ours or theirs)}”."
    return f"{about}, ours in [-…-] and theirs in {{+…+}}: {_short(_words(ours, theirs))}"


def _words(ours: str, theirs: str) -> str:
    """Return both texts as one: what only ours has in ``[-…-]``, what only theirs in ``{+…+}``."""
    from lacplan.diff.change import Mark
    from lacplan.diff.words import words

    parts = []
    for run in words(ours, theirs):
        if run.mark is Mark.KEPT:
            parts.append(_middle(run.text))
        else:
            marks = ("[-", "-]") if run.mark is Mark.DELETED else ("{+", "+}")
            parts.append(f"{marks[0]}{run.text.strip()}{marks[1]}")
    return " ".join(" ".join(parts).split())


def _middle(text: str) -> str:
    """Return what both sides say, without what is far from where they differ."""
    return text if len(text) <= 2 * _KEPT else f"{text[:_KEPT]} … {text[-_KEPT:]}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
