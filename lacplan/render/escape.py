"""Text from a draft, made safe to stand in a page of Markdown: the only place that knows how.

Whatever stands in it, a text never ends its cell or heading, never starts a block of its own, and
brings no HTML, no image and no link but to the web, to a mail box or within the page. No pipe is
ever left in it, so that it may stand in a table.

Source: CommonMark 0.31.2; GitHub Flavored Markdown 0.29.
"""

import re
from urllib.parse import quote

from lacplan.model.fields import ID

_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\ud800-\udfff]")
"""Controls, bidi embeddings and overrides, and halves of surrogate pairs."""

_ACTIVE = re.compile(r"[\\`*\[\]<&|~$#]|(?<![^\W_])_|_(?![^\W_])|!(?=\[)|(?<=xmpp):", re.IGNORECASE)
"""What may act inside a line. An underscore within a word acts nowhere, so it stays readable.

GitHub makes links of bare addresses, which may stay; one to a chat (``xmpp:``) may not.
"""

_OPENER = re.compile(r"[-+=:](?!\w)|>|\*(?=\s|$)|([*_])(?:\s*\1)*$|\d{1,9}[.)](?=\s|$)")
"""What may start a block at the head of a line, as far as ``_ACTIVE`` does not see to it."""

_ENTITIES = {"<": "&lt;", "&": "&amp;", "|": "&#124;", "~": "&#126;"}
"""Where a backslash is not enough everywhere: in tables, in bare web addresses, for old readers."""

_SAFE_ID = re.compile(ID.pattern)
_WEB = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(r"[^!#$%&'()*+,./:;=?@\w~-]")


def visible(text: str) -> str:
    """Return *text* with a visible stand-in for what would steer a reader's screen or encoder."""
    if text.isprintable():
        return text
    return _UNFIT.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def one_line(text: str) -> str:
    """Return *text* as one visible line, each run of white space as a single space."""
    return visible(" ".join(text.split()))


def literal(text: str) -> str:
    """Return *text* as one line that reads exactly as it was written."""
    return line_head(inert(one_line(text)))


def anchor(id: str) -> str:
    """Return the invisible mark that ``#id`` leads to; nothing where *id* is malformed."""
    return f'<a id="{id}"></a>' if _SAFE_ID.fullmatch(id) else ""


def to_anchor(text: str, id: str) -> str:
    """Return the literal *text* as a link to the item that bears *id*."""
    return f"[{literal(text)}](#{id})" if _SAFE_ID.fullmatch(id) else literal(text)


def to_web(text: str, url: str | None) -> str:
    """Return the literal *text* as a link to *url*, or beside it where *url* is no web address."""
    if url is None:
        return literal(text)
    if not _WEB.fullmatch(url.strip()):
        return literal(f"{text} ({url})")
    return f"[{literal(text)}]({address(url.strip())})"


def source(text: str) -> str:
    """Return *text* as a link where it is a web address, and literally where it is not."""
    found = text.strip()
    return f"<{encoded(found)}>" if _WEB.fullmatch(found) else literal(text)


def code(text: str) -> str:
    """Return *text* as inline code, for use outside of tables."""
    shown = one_line(text)
    if not shown:
        return ""
    runs = {len(run) for run in re.findall("`+", shown)}
    fence = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
    pad = " " if shown[0] == "`" or shown[-1] == "`" else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def address(url: str) -> str:
    """Return *url* as the target of a Markdown link: nothing in it can close the link."""
    return encoded(url).replace("&", "&amp;").replace("(", "%28").replace(")", "%29")


def encoded(url: str) -> str:
    """Return *url* with all percent-encoded that no web address holds."""
    return _NOT_IN_ADDRESS.sub(lambda match: quote(match[0], safe="", errors="replace"), url)


def inert(text: str) -> str:
    """Return one-line *text* with all made literal, for use within a line."""
    return _ACTIVE.sub(_escaped, text)


def plain(text: str) -> str:
    """Return one-line *text* with all made literal but the marks of emphasis, ``*`` and ``_``."""
    return _ACTIVE.sub(lambda match: match[0] if match[0] in "*_" else _escaped(match), text)


def line_head(line: str) -> str:
    """Return *line* so that it starts no block where it stands at the head of a line."""
    opener = _OPENER.match(line)
    if not opener:
        return line
    at = opener.end() - 1 if line[0].isdigit() else 0  # a number is disarmed at its mark
    return f"{line[:at]}\\{line[at:]}"


def _escaped(match: re.Match[str]) -> str:
    return _ENTITIES.get(match[0]) or f"\\{match[0]}"
