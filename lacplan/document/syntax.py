"""YAML syntax errors, reworded: what was expected, and where the block began."""

from lacplan.document.events import Refused
from lacplan.document.fault import Fault, Span
from lacplan.document.line import column, line_end, line_start

_QUOTE_IT = "Put the whole text in quotes."


def syntax_fault(text: str, refused: Refused) -> Fault:
    """Return the fault of *text* that made the parser give up."""
    at = min(refused.at if refused.at is not None else len(text), len(text))
    since = refused.since if refused.since is not None else at
    context = refused.context or ""
    if text[at : at + 1] == "\t":
        return _tab(at)
    if "quoted scalar" in context and "escape" not in refused.problem:
        return _unclosed_quote(text, since)
    if "double-quoted" in context or "quoted scalar" in context:
        return _escape(text, at)
    if "mapping values" in refused.problem:
        return _second_colon(text, at)
    if "simple key" in context:
        return _no_colon(text, since)
    if "flow sequence" in context or "flow mapping" in context:
        return _flow(text, since, at)
    if "block mapping" in context or "block collection" in context:
        return _block(text, since, at)
    return _character(text, at, context, refused.problem)


def _fault(start: int, end: int, message: str, hint: str) -> Fault:
    return Fault(kind="yaml-syntax", span=Span(start, end), message=message, hint=hint)


def _tab(at: int) -> Fault:
    return Fault(
        kind="tab-indentation",
        span=Span(at, at + 1),
        message="A tab stands where only spaces may indent.",
        hint="Indent with spaces; two a level is the custom.",
    )


def _unclosed_quote(text: str, since: int) -> Fault:
    mark = text[since : since + 1] or '"'
    return _fault(
        since,
        line_end(text, since),
        f"The text that begins here with {mark} is never closed.",
        f"End it with {mark}; inside '…' a ' is written twice.",
    )


def _escape(text: str, at: int) -> Fault:
    start = at if text[at : at + 1] == "\\" else max(at - 1, 0)
    return _fault(
        start,
        start + 2,
        f"“{text[start : start + 2]}” is no escape that YAML knows.",
        "Write the backslash twice, or put the text in single quotes.",
    )


def _second_colon(text: str, at: int) -> Fault:
    before = text[line_start(text, at) : at]
    if ": " in before:
        message = "A second “: ” stands on this line, so the text after the first can't end."
        return _fault(at, at + 1, message, _QUOTE_IT)
    if at - line_start(text, at) > 1024:
        message = "What stands before this “:” is too long for a key."
        return _fault(at, at + 1, message, _QUOTE_IT)
    return _fault(
        at - len(before.lstrip()),
        at,
        "This key stands deeper than the text above it, which it would continue.",
        "Align it with the keys of its block, or put quotes around the text above.",
    )


def _no_colon(text: str, since: int) -> Fault:
    return _fault(
        since,
        line_end(text, since),
        "A “key: value” was expected here, and there is no “: ”.",
        "Add the colon, or indent the line if it goes on with the text above.",
    )


def _flow(text: str, since: int, at: int) -> Fault:
    opening = text[since : since + 1]
    closing = "]" if opening == "[" else "}"
    return _fault(
        at,
        min(at + 1, len(text)),
        f"The “{opening}” of line {_line_number(text, since)} wants a “,” or a “{closing}” here.",
        f"Close it with “{closing}”, or put a comma between its entries.",
    )


def _block(text: str, since: int, at: int) -> Fault:
    began, begins = _line_number(text, since), column(text, since)
    before = text[line_start(text, at) : at]
    if before.strip(" -?"):
        message = f"The block that began on line {began} can't go on after what stands before this."
        return _fault(at, line_end(text, at), message, _QUOTE_IT)
    if begins == column(text, at):
        message = f"The list that began on line {began} wants a “- ” at the head of this line."
        return _fault(at, line_end(text, at), message, "Add “- ”, or mend the indentation.")
    return _fault(
        at,
        line_end(text, at),
        f"This line is indented by {column(text, at)}, "
        f"but the block that began on line {began} by {begins}.",
        f"Indent it by {begins} to stay in that block.",
    )


def _character(text: str, at: int, context: str, problem: str) -> Fault:
    found = text[at : at + 1]
    if "cannot start any token" in problem:
        return _fault(at, at + 1, f"A plain text can't begin with “{found}”.", _QUOTE_IT)
    if "anchor" in context or "alias" in context:
        message = "“&” and “*” begin the name of an anchor, and no name follows."
        return _fault(max(at - 1, 0), at, message, _QUOTE_IT)
    if "block scalar" in context:
        message = "After “|” or “>” only “-”, “+”, one digit or a comment may follow."
        return _fault(at, line_end(text, at), message, "Begin the text on the next line.")
    if "node content" in problem:
        message = f"A value was expected here, not “{found}”." if found else "A value is missing."
        return _fault(at, at + 1, message, f"Write the value. {_QUOTE_IT}")
    return _fault(at, at + 1, f"This is not YAML: {problem} ({context}).", _QUOTE_IT)


def _line_number(text: str, at: int) -> int:
    before = text[:at]
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1
