"""YAML syntax errors, reworded: what was expected, and where the block began."""

from lacplan.document.events import Refused
from lacplan.document.fault import Fault, Span
from lacplan.document.line import column, line_end, line_start

_QUOTE_IT = "Put the whole text in quotes."


def syntax_fault(text: str, refused: Refused) -> Fault:
    """Return the fault of *text* that made the parser give up."""
    at = min(refused.at if refused.at is not None else len(text), len(text))
    since = refused.since if refused.since is not None else at
    context, problem = refused.context or "", refused.problem
    if text[at : at + 1] == "\t":
        return _tab(at)
    is_escape = "escape" in problem or "hexadecimal" in problem or "hexdecimal" in problem
    if "quoted scalar" in context and not is_escape:
        return _unclosed_quote(text, since)
    if "quoted scalar" in context:
        return _escape(text, at)
    if "mapping values" in problem:
        return _second_colon(text, at)
    if "simple key" in context:
        return _no_colon(text, since)
    if "flow sequence" in context or "flow mapping" in context:
        return _flow(text, since, at)
    if "block mapping" in context or "block collection" in context:
        return _block(text, since, at, in_list="collection" in context)
    if "tag" in context or "tag" in problem:
        return _tag(text, since)
    if (
        "directive" in context
        or "incompatible" in problem
        or (text.startswith("%", at) and column(text, at) == 0)
    ):
        return _directive(text, since)
    return _character(text, at, context, problem)


def _fault(start: int, end: int, message: str, hint: str) -> Fault:
    return Fault(kind="yaml-syntax", span=Span(start, max(start, end)), message=message, hint=hint)


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
        min(start + 2, len(text)),
        f"“{text[start : start + 2]}” is no escape that YAML knows."
        if text[start : start + 1] == "\\"
        else "An escape in this text is none that YAML knows.",
        "Write the backslash twice, or put the text in single quotes.",
    )


def _second_colon(text: str, at: int) -> Fault:
    start = line_start(text, at)
    before = text[start:at]
    if ": " in before:
        message = "A second “: ” stands on this line, so the text after the first can't end."
        return _fault(at, min(at + 1, len(text)), message, _QUOTE_IT)
    if at - start > 1024:
        message = "What stands before this “:” is too long for a key."
        return _fault(at, min(at + 1, len(text)), message, _QUOTE_IT)
    key = at - len(before.lstrip())
    above = _indentation_above(text, start)
    if above is not None and key - start <= above:
        message = "The line above holds no “key: value”, so this one would go on with its text."
        return _fault(key, at, message, "Add “: ” to the line above, or take it away.")
    message = "This key stands deeper than the text above it, which it would go on with."
    hint = "Align it with the keys of its block, or put quotes around the text above."
    return _fault(key, at, message, hint)


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


def _block(text: str, since: int, at: int, *, in_list: bool) -> Fault:
    began, begins = _line_number(text, since), column(text, since)
    before = text[line_start(text, at) : at]
    found = text[at : at + 1]
    if before.strip(" -?"):
        return _goes_on(text, at, before.rstrip()[-1], found)
    if in_list and begins == column(text, at):
        message = f"The list that began on line {began} wants a “- ” at the head of this line."
        return _fault(at, line_end(text, at), message, "Add “- ”, or mend the indentation.")
    if begins == column(text, at):
        what = "a list's entry" if found == "-" else f"“{found}”" if found else "nothing"
        message = f"The block that began on line {began} wants a “key: ” here, not {what}."
        hint = "Name a key, or indent what belongs to the key above."
        return _fault(at, line_end(text, at), message, hint)
    above = _indentation_above(text, line_start(text, at))
    spaces = {begins: f"the block of line {began}"}
    if above is not None:
        spaces.setdefault(above, "the line above")
    choices = " or ".join(f"by {number} as {what}" for number, what in spaces.items())
    indent = column(text, at)
    spaces_told = "1 space" if indent == 1 else f"{indent} spaces"
    message = f"This line is indented by {spaces_told}, which fits no block above it."
    return _fault(at, line_end(text, at), message, f"Indent it {choices}.")


def _goes_on(text: str, at: int, last: str, found: str) -> Fault:
    """Return the fault of a text that goes on where it should have ended."""
    end = line_end(text, at)
    if found in ("]", "}"):
        return _fault(
            at, min(at + 1, len(text)), f"This “{found}” closes nothing.", "Take it away."
        )
    if last == "'":
        hint = "Write a ' inside '…' twice, or put the whole text in double quotes."
        return _fault(at, end, "The text goes on after its closing '.", hint)
    if last == '"':
        hint = 'Write \\" for a " inside "…", or put the whole text in single quotes.'
        return _fault(at, end, 'The text goes on after its closing ".', hint)
    return _fault(at, end, "This can't follow what stands before it on the line.", _QUOTE_IT)


def _tag(text: str, since: int) -> Fault:
    written = text[since : line_end(text, since)].split(" ")[0]
    return Fault(
        kind="yaml-tag",
        span=Span(since, since + len(written)),
        message=f"A draft holds no YAML tags, and “{written}” begins like one.",
        hint="Put the whole text in quotes.",
    )


def _directive(text: str, since: int) -> Fault:
    message = "A line that begins with “%” gives orders to a YAML parser, and this is not one."
    return _fault(since, line_end(text, since), message, "Delete it, or put the text in quotes.")


def _character(text: str, at: int, context: str, problem: str) -> Fault:
    found = text[at : at + 1]
    if "cannot start any token" in problem:
        return _fault(
            at, min(at + 1, len(text)), f"A plain text can't begin with “{found}”.", _QUOTE_IT
        )
    if "anchor" in context or "alias" in context:
        message = "“&” and “*” begin the name of an anchor, and no name follows."
        return _fault(max(at - 1, 0), at, message, _QUOTE_IT)
    if "block scalar" in context:
        message = "After “|” or “>” only “-”, “+”, one digit or a comment may follow."
        return _fault(at, line_end(text, at), message, "Begin the text on the next line.")
    if "node content" in problem:
        message = f"A value was expected here, not “{found}”." if found else "A value is missing."
        return _fault(at, min(at + 1, len(text)), message, f"Write the value. {_QUOTE_IT}")
    if "entries are not allowed" in problem:
        message = "A list can't begin on the line of its key."
        return _fault(at, line_end(text, at), message, "Put its “- ” on a line of its own, below.")
    if "keys are not allowed" in problem:
        return _fault(at, min(at + 1, len(text)), "A “? ” can't stand here.", _QUOTE_IT)
    if "document start" in problem:
        message = "This does not belong to the block that the draft began with."
        return _fault(at, line_end(text, at), message, "Indent it as the first line is.")
    return _fault(at, min(at + 1, len(text)), "This can't be read as YAML.", _QUOTE_IT)


def _indentation_above(text: str, start: int) -> int | None:
    """Return the indentation of the nearest line before *start* that is not blank."""
    while start > 0:
        above = line_start(text, start - 1)
        line = text[above : line_end(text, above)]
        if line.strip():
            return len(line) - len(line.lstrip(" "))
        start = above
    return None


def _line_number(text: str, at: int) -> int:
    before = text[:at]
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1
