"""The door to ruamel.yaml, which no other module imports: YAML text as events with their marks.

ruamel's own classes never leave this module; a parser's complaint leaves it as `Refused`.
"""

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.scanner import Scanner, ScannerError
from ruamel.yaml.tokens import AliasToken

__all__ = [
    "AliasEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "Refused",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "events",
    "has_c_parser",
]


class Refused(Exception):  # noqa: N818  # an answer, caught one call above
    """The parser gave up: what it was doing and since where, what it met and where.

    Offsets count characters; ``None`` where the parser does not say.
    """

    def __init__(
        self, context: str | None, since: int | None, problem: str, at: int | None
    ) -> None:
        super().__init__(problem)
        self.context = context
        self.since = since
        self.problem = problem
        self.at = at


def has_c_parser() -> bool:
    """Tell whether ruamel.yaml finds its C parser on this machine."""
    from ruamel.yaml import main

    return getattr(main, "CParser", None) is not None


_MARKS_IN_WORD = {
    ":": re.compile(r":(?=[^\s,\[\]{}])(?<=[^\s,\[\]{}'\"]:)"),  # https://example.org, sdg:4
    "?": re.compile(r"\?(?<=[^\s,\[\]{}'\"]\?)"),  # “Who decides?” and ?page=2
}
"""What YAML 1.2 lets stand inside a plain text in brackets, and libyaml's YAML 1.1 does not.

One pattern each: what begins with one letter is searched for ten times as fast.
"""


def events(text: str, *, pure: bool = False) -> Iterator[Any]:
    """Yield the parser's events over *text*, which has no byte-order mark.

    Args:
        text: The whole draft.
        pure: Whether to use the parser written in Python even where the one in C is there.

    Raises:
        Refused: *text* is not YAML.
    """
    stand_ins: dict[str, str] = {}
    if not pure and ("[" in text or "{" in text):
        text, stand_ins = _with_stand_ins(text)
    try:
        parsed = _parsed(text, pure=pure)
        yield from _restored(parsed, stand_ins) if stand_ins else parsed
    except MarkedYAMLError as error:
        raise Refused(
            error.context,
            error.context_mark and error.context_mark.index,
            error.problem or str(error),
            error.problem_mark and error.problem_mark.index,
        ) from None
    except YAMLError as error:
        raise Refused(None, None, str(error), None) from None
    except (ValueError, OverflowError):  # the pure parser's way to say that it knows no U+110000
        context = "while scanning a double-quoted scalar"
        raise Refused(context, None, "found unknown escape character", None) from None


def _parsed(text: str, *, pure: bool) -> Iterator[Any]:
    """Yield the events as a parser gives them; ruamel's own loop costs the C parser a twentieth."""
    if pure:
        yaml = YAML(typ="safe", pure=True)
        yaml.Scanner = _Scanner
        return iter(yaml.parse(text))
    from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # it is there

    return iter(CParser(text).get_event, None)


class _Scanner(Scanner):
    """ruamel's own scanner, brought to read what libyaml reads wherever both can read it."""

    def scan_to_next_token(self) -> None:
        """Skip space and comments; tabs too, where they can't be taken for indentation."""
        peek, forward = self.reader.peek, self.reader.forward
        while True:
            while peek() == " " or (
                peek() == "\t" and (self.flow_level or not self.allow_simple_key)
            ):
                forward()
            if peek() == "#":
                while peek() not in "\0\r\n":
                    forward()
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_anchor(self, token_class: Any) -> Any:
        """Read an anchor or an alias, whose name is of letters, digits, ``-`` and ``_`` only."""
        token = super().scan_anchor(token_class)
        if not re.fullmatch(r"[0-9A-Za-z_-]+", token.value):
            problem = "did not find expected alphabetic or numeric character"
            kind = "alias" if token_class is AliasToken else "anchor"
            raise ScannerError(
                f"while scanning an {kind}", token.start_mark, problem, token.end_mark
            )
        return token

    def scan_block_scalar(self, style: Any, rt: bool | None = False) -> Any:
        """Read a block scalar; that of a whole document is indented, too."""
        indent = self.indent
        self.indent = max(indent, 0)
        try:
            return super().scan_block_scalar(style, rt)
        finally:
            self.indent = indent


def _with_stand_ins(text: str) -> tuple[str, dict[str, str]]:
    """Return *text* with stand-ins for the marks that stop libyaml, and the mark of each.

    A stand-in is as wide as what it stands for, so every place in the text stays what it was, and
    it occurs nowhere else in the text.
    """
    taken = set(text) if "\ue000" in text or "\ue001" in text else ()
    free = (each for each in map(chr, range(0xE000, 0xF8FF)) if each not in taken)
    stand_ins = {}
    for mark, pattern in _MARKS_IN_WORD.items():
        if pattern.search(text):
            stand_in = next(free, mark)  # where none is left, libyaml says what it thinks of it
            stand_ins[stand_in] = mark
            text = pattern.sub(stand_in, text)
    return text, stand_ins


def _restored(parsed: Iterator[Any], stand_ins: dict[str, str]) -> Iterator[Any]:
    """Yield the events of *parsed* with the marks back that stand-ins were put for."""
    for event in parsed:
        if type(event) is ScalarEvent and not event.value.isascii():
            for stand_in, mark in stand_ins.items():
                event.value = event.value.replace(stand_in, mark)
        yield event
