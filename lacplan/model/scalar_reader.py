"""Nodes that are one text -> values, as the types of fields say; what is faulty is noted."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache

from lacplan.document.fault import Fault
from lacplan.document.tree import Mapping, Node, Scalar, Sequence, head
from lacplan.errors import nearest
from lacplan.model import fields
from lacplan.model.date import PartialDate
from lacplan.model.spelling import date_remedy, remedy
from lacplan.model.types import Code, Date, Form, FormatVersion, Number, Text, Word
from lacplan.model.vocabulary import short, vocabulary_fault

_NUMBER = r"-?[0-9]+(\.[0-9]+)?"

_MOST_DIGITS = 28
"""On either side of the point: what Python's decimal arithmetic keeps exact."""


@cache
def matcher(pattern: str) -> Callable[[str], re.Match[str] | None]:
    """Return what matches a whole text against *pattern*."""
    return re.compile(pattern).fullmatch


class ScalarReader:
    """Reads scalars as the types say; what can't be read is ``None``, and a fault is noted."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def note(self, kind: str, node: Node, message: str, hint: str | None = None) -> None:
        """Note a fault of *node*; of a block, its first line stands for it."""
        if isinstance(node, Scalar) and node.style == "*":
            return  # an alias that names nothing has been told of
        self.faults.append(Fault(kind=kind, span=head(node), message=message, hint=hint))

    def wrong(self, node: Node, expected: str, hint: str) -> None:
        """Note that *node* is something else than *expected*."""
        met = {Scalar: "a text", Sequence: "a list", Mapping: "a block"}[type(node)]
        if isinstance(node, Scalar) and node.value:
            met = f"“{short(node.value)}”"
        self.note("wrong-type", node, f"This should be {expected}, and it is {met}.", hint)

    def text(self, type: Text, node: Node) -> str | None:
        """Read a text, without the white space around it."""
        if not isinstance(node, Scalar):
            hint = (
                "Put the whole text in quotes." if isinstance(node, Mapping) else "Join it to one."
            )
            self.wrong(node, "text", hint)
            return None
        value = node.value.strip()
        if not type.prose and "\n" in value:
            hint = "Join the lines, or move what goes on to “description”."
            self.note("wrong-type", node, "This is one line of text, and it has several.", hint)
            return " ".join(value.split())
        if type.form and not matcher(type.form.pattern)(value):
            self.misspelt(type.form, node, value)
            return None if type.form.fault == "malformed-reference" else value
        return value

    def misspelt(self, form: Form, node: Node, value: str) -> None:
        """Note that *value*, which stands at *node*, has not the *form* of its field."""
        message = f"“{short(value)}” is not written as {form.says}."
        self.note(form.fault, node, message, remedy(form, value))

    def number(self, type: Number, node: Node) -> Decimal | None:
        """Read a number."""
        if not isinstance(node, Scalar) or (node.style and matcher(_NUMBER)(node.value)):
            self.wrong(node, "a number", "Write the bare number, without quotes.")
        elif matcher(_NUMBER)(node.value):
            if max(map(len, node.value.lstrip("-").split("."))) <= _MOST_DIGITS:
                return Decimal(node.value)
            self.wrong(node, f"a number of at most {_MOST_DIGITS} digits", "Round it.")
        else:
            hint = "Write it with a point, without thousands marks and units: 1500000 or 12.5."
            self.wrong(node, "a number", hint)
        return None

    def date(self, type: Date, node: Node) -> PartialDate | None:
        """Read a date."""
        if not isinstance(node, Scalar):
            self.wrong(node, "a date", "Write 2014, 2014-08 or 2014-08-31.")
            return None
        try:
            return PartialDate.parse(node.value.strip())
        except ValueError:
            message = f"“{short(node.value)}” is not a date."
            self.note("malformed-date", node, message, date_remedy(node.value.strip()))
            return None

    def word(self, type: Word, node: Node) -> str | None:
        """Read one of a few words; another word is kept, with a fault."""
        if not isinstance(node, Scalar):
            self.wrong(node, "a word", f"It is one of: {', '.join(type.words)}.")
            return None
        value = node.value.strip()
        if value not in type.words:
            guess = nearest(value.lower(), type.words)
            hint = f"Did you mean “{guess}”? " if guess else ""
            hint += f"It is one of: {', '.join(type.words)}."
            self.note("unknown-word", node, f"“{short(value)}” is not a word known here.", hint)
        return value

    def code(self, type: Code, node: Node) -> str | None:
        """Read a code of a vocabulary; an unknown one is kept, with a fault."""
        if not isinstance(node, Scalar):
            self.wrong(node, f"a {type.vocabulary} code", "Write the bare code.")
            return None
        value = node.value.strip()
        fault = vocabulary_fault(type.vocabulary, value)
        if fault:
            self.note(f"unknown-{type.vocabulary}", node, *fault)
        return value

    def format_version(self, type: FormatVersion, node: Node) -> int | None:
        """Read the version of the format."""
        if isinstance(node, Scalar) and node.value == str(fields.FORMAT) and not node.style:
            return fields.FORMAT
        met = f"“{short(node.value)}”" if isinstance(node, Scalar) else "this"
        message = f"This lacplan reads format {fields.FORMAT}, not {met}."
        hint = f"Write “format: {fields.FORMAT}”, the bare number."
        self.note("unknown-format", node, message, hint)
        return None
