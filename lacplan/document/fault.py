"""Faults found while reading a draft: values, each with its place and its remedy.

Named tuples, since they cost a fifth of a dataclass at the start of every command.
"""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text, in characters from its start; *end* is the first one after it."""

    start: int
    end: int


class Fault(NamedTuple):
    """Something that keeps a draft from being read as it was meant."""

    kind: str
    """The name of the rule whose page explains it, such as ``duplicate-key``."""

    span: Span
    message: str
    hint: str | None = None
    related: tuple[tuple[Span, str], ...] = ()
    """Other places that belong to it, and what stands there."""
