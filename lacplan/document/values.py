"""Plain values, and the lines that they are written in."""

from dataclasses import dataclass

from lacplan.document.layout import Layout
from lacplan.document.scalars import WIDTH, indented, prose, written


@dataclass(frozen=True, slots=True)
class Bare:
    """A word to be written without quotes, such as a number or ``null``."""

    text: str


Value = str | Bare | list["Value"] | dict[str, "Value"]
"""What can be written: texts, bare words, lists, and mappings."""


def entry_lines(value: Value, layout: Layout) -> list[str]:
    """Return the lines of a list's entry from its dash on, as if that stood at column 0."""
    match value:
        case [_, *_]:
            lines = _list_lines(value, layout.at(layout.column + 2))
        case dict() if value:
            lines = _mapping_lines(value, layout.at(layout.column + 2))
        case _:
            lines = _leaf_lines(value, layout, len("- "))
            return [f"- {lines[0]}", *lines[1:]]
    return [f"- {lines[0]}", *indented(lines[1:], 2)]


def key_lines(key: str, value: Value, layout: Layout) -> list[str]:
    """Return the lines of a key and its value, as if the key stood at column 0."""
    name = f"{written(key)}:"
    match value:
        case [_, *_]:
            deeper = layout.dash
            lines = _list_lines(value, layout.at(layout.column + deeper))
        case dict() if value:
            deeper = layout.step
            lines = _mapping_lines(value, layout.at(layout.column + deeper))
        case _:
            first, *rest = _leaf_lines(value, layout, len(name) + 1)
            return [f"{name} {first}", *rest]
    return [name, *indented(lines, deeper)]


def flow(value: Value) -> str:
    """Return *value* on one line, in brackets and braces."""
    match value:
        case str():
            return written(value, in_brackets=True)
        case Bare(text=text):
            return text
        case list():
            return f"[{', '.join(map(flow, value))}]"
        case _:
            return f"{{{', '.join(flow_entry(*item) for item in value.items())}}}"


def flow_entry(key: str, value: Value) -> str:
    """Return *key* and *value* on one line, as they stand in braces."""
    return f"{written(key, in_brackets=True)}: {flow(value)}"


def _list_lines(value: list[Value], layout: Layout) -> list[str]:
    return [line for each in value for line in entry_lines(each, layout)]


def _mapping_lines(value: dict[str, Value], layout: Layout) -> list[str]:
    return [line for item in value.items() for line in key_lines(*item, layout)]


def _leaf_lines(value: Value, layout: Layout, before: int) -> list[str]:
    """Return the lines of a text, a bare word or something empty, the first as it follows a mark.

    Args:
        value: What to write.
        layout: Where its key or dash stands.
        before: How many characters stand before the first line, from that key or dash on.
    """
    if not isinstance(value, str):
        return [flow(value)]
    line = written(value)
    if "\n" in value or layout.column + before + len(line) > WIDTH:
        return prose(value, 2, WIDTH - layout.column - 2) or [line]
    return [line]
