"""Prose from a draft as Markdown: its emphasis, lists, links and code work, and nothing else does.

The prose is read into paragraphs and list items, and these are written anew. So whatever is not
understood here is plain text on the page, and no renderer can see more in it than was meant.
Bullets are written as asterisks, so that they stay apart from a list of the page's own.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from lacplan.render import escape

_MARKER = re.compile(r"(\s*)([-*+]|(\d{1,9})[.)])\s+(?=\S)(.*)")
_NESTED = 2
"""How many columns further in than an item its own content stands, at the least."""

_DEEPEST = 6
"""How many list items may stand in one another; what is nested deeper stands beside them."""

_TOKEN = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?<!`)(?P<ticks>`{1,5})(?!`)(?P<code>.{1,1000}?)(?<!`)(?P=ticks)(?!`)
    | !?\[(?P<text>(?:[^]\[`\\]|`[^`]+`|\\.){1,1000})\]
      \(\s?<?(?P<to>(?:https?://|mailto:)[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*|\#[\w.-]+)>?
        (?:\s"(?P<title>[^"]{0,300})")?\s?\)
    | <(?P<bare>(?:https?://|mailto:)[^\s<>]+)>
    """,
    re.VERBOSE | re.IGNORECASE,
)

_MAYBE_TOKEN = re.compile(r"[\\`\[<]")


@dataclass(slots=True)
class _Block:
    """A paragraph or a list item."""

    indent: int
    marker: str
    lines: list[str]

    @property
    def style(self) -> str:
        """What the blocks of one list share."""
        return self.marker[-1:]


def render(text: str) -> str:
    """Return *text* as Markdown blocks; the empty text where it says nothing."""
    blocks = _blocks(text)
    if not blocks:
        return ""
    written = [_written(blocks[0])]
    for before, block in pairwise(blocks):
        written += ["\n" if _tight(before, block) else "\n\n", _written(block)]
    return "".join(written)


def line(text: str) -> str:
    """Return *text* as one line of Markdown: emphasis, links and code work in it, lists don't."""
    return escape.line_head(_inline(escape.one_line(text)))


def _blocks(text: str) -> list[_Block]:
    blocks: list[_Block] = []
    within: list[tuple[int, int]] = []  # of each open list item: its column, and its marker's width
    fresh = True
    for line in re.split(r"\r\n?|\n", text):
        if not line.strip():
            fresh = True
            continue
        line = line.expandtabs(4)
        item = _MARKER.match(line)
        if item and _begins(item, blocks, fresh=fresh):
            column = len(item[1])
            _close(within, column)
            marker = "*" if item[3] is None else item[2]
            blocks.append(_Block(sum(width for _, width in within), marker, [item[4]]))
            within = [*within, (column, len(marker) + 1)][:_DEEPEST]
        elif fresh:
            _close(within, len(line) - len(line.lstrip()))
            blocks.append(_Block(sum(width for _, width in within), "", [line]))
        else:
            blocks[-1].lines.append(line)
        fresh = False
    return blocks


def _begins(item: re.Match[str], blocks: list[_Block], *, fresh: bool) -> bool:
    """Tell whether *item* begins a list item: “2014.” at the head of a line may end a sentence."""
    return fresh or item[3] in (None, "1") or bool(blocks and blocks[-1].marker)


def _close(within: list[tuple[int, int]], column: int) -> None:
    while within and column < within[-1][0] + _NESTED:
        within.pop()


def _tight(before: _Block, block: _Block) -> bool:
    """Tell whether no blank line is needed: a number but 1 can't go right below another text."""
    if not before.marker or not block.marker:
        return False
    return block.marker == "*" or (block.style == before.style and block.indent <= before.indent)


def _written(block: _Block) -> str:
    head = f"{block.marker} " if block.marker else ""
    return f"{' ' * block.indent}{head}{line(' '.join(block.lines))}"


def _inline(line: str, *, links: bool = True) -> str:
    if not _MAYBE_TOKEN.search(line):
        return escape.plain(line)
    pieces: list[str] = []
    end = 0
    for token in _TOKEN.finditer(line):
        before = escape.plain(line[end : token.start()])
        written = _token(token, links=links)
        pieces += [each for each in (before, written) if each]
        if written.startswith("[") and pieces[-2:-1] and pieces[-2].endswith("!"):
            pieces[-2] = pieces[-2][:-1] + "\\!"  # else the link would turn into an image
        end = token.end()
    return "".join([*pieces, escape.plain(line[end:])])


def _token(token: re.Match[str], *, links: bool) -> str:
    if token["escaped"]:
        return escape.inert(token["escaped"])
    if token["code"]:
        return escape.code(token["code"])
    if not links:
        return escape.inert(token[0])
    if token["bare"]:
        return f"<{escape.encoded(token['bare'])}>"
    title = f' "{escape.inert(token["title"])}"' if token["title"] else ""
    return f"[{_inline(token['text'], links=False)}]({escape.address(token['to'])}{title})"
