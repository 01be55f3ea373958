"""Lines of a text: where one begins and ends; a line ends with LF, CRLF or CR, and nothing else."""

import re

_BREAK = re.compile(r"\r\n|\n|\r")
_BLANKS = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*")


def line_start(text: str, at: int) -> int:
    """Return where the line that holds *at* begins."""
    newline = text.rfind("\n", 0, at) + 1
    return max(newline, text.rfind("\r", newline, at) + 1)


def line_end(text: str, at: int) -> int:
    """Return where the line that holds *at* ends, without its line end."""
    found = _BREAK.search(text, at)
    return found.start() if found else len(text)


def next_line(text: str, at: int) -> int:
    """Return where the line after the one that holds *at* begins, or the end of the text."""
    found = _BREAK.search(text, at)
    return found.end() if found else len(text)


def line_above(text: str, start: int) -> int:
    """Return where the line begins that ends right before *start*, which is not the first one."""
    return line_start(text, without_break(text, start))


def blank_lines_below(text: str, start: int) -> int:
    """Return where the blank lines end that begin at *start*, or *start* where there are none."""
    found = _BLANKS.match(text, start)
    return found.end() if found else start


def without_spaces(text: str, at: int) -> int:
    """Return where the spaces and tabs begin that stand right before *at*."""
    while at > 0 and text[at - 1] in " \t":
        at -= 1
    return at


def after_spaces(text: str, at: int) -> int:
    """Return where the spaces end that stand right behind *at*."""
    while text.startswith(" ", at):
        at += 1
    return at


def without_break(text: str, at: int) -> int:
    """Return where the line end begins that stands right before *at*, or *at* itself."""
    if text.startswith("\r\n", at - 2) and at >= 2:
        return at - 2
    return at - 1 if at and text[at - 1] in "\r\n" else at


def column(text: str, at: int) -> int:
    """Return how many characters stand before *at* on its line."""
    return at - line_start(text, at)


def lines(text: str) -> list[str]:
    """Return the lines of *text* without their line ends; the one after the last is left out."""
    found = _BREAK.split(text)
    return found if found[-1] else found[:-1]


def depth(line: str) -> int:
    """Return how many spaces *line* begins with."""
    return len(line) - len(line.lstrip(" "))
