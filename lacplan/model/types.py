"""The types of a draft's fields: what decoding, the JSON Schema and the reference page derive from.

They are named tuples and not dataclasses, since making a dataclass takes five times as long, and
these are made at every start of lacplan.
"""

from collections.abc import Callable
from typing import Any, NamedTuple


class Form(NamedTuple):
    """A spelling that a text must have."""

    pattern: str
    """A regular expression for the whole text, in the dialect that Python and ECMA 262 share."""

    says: str
    """The pattern in words, to stand after "is written as"."""

    fault: str = "malformed-text"
    """The name of the rule that a text of another form breaks."""

    remedy: str = ""
    """What to do where no text near to the one that was met has the form."""


class Text(NamedTuple):
    """Text: one line, or prose of several paragraphs."""

    form: Form | None = None
    prose: bool = False


class Number(NamedTuple):
    """A decimal number with a point and without a thousands mark."""


class Date(NamedTuple):
    """A year, a month or a day."""


class Word(NamedTuple):
    """One of a few words."""

    words: tuple[str, ...]


class Code(NamedTuple):
    """A code of a published vocabulary."""

    vocabulary: str
    """One of ``country`` (ISO 3166-1 alpha-2), ``currency`` (ISO 4217), ``language`` (BCP 47) and
    ``region`` (UN M49)."""


class ListOf(NamedTuple):
    """A list."""

    of: "Type"


class RecordOf(NamedTuple):
    """A mapping with fields of its own."""

    record: "Record"


class NameOr(NamedTuple):
    """A record, or its ``name`` alone."""

    record: "Record"


class MapOf(NamedTuple):
    """A mapping whose keys the draft chooses."""

    of: "Type"
    make: Callable[[str, Any], Any]
    """Makes the value in the model from a key and what stands under it."""

    keys: Form | Code | None = None
    """The spelling that a key must have, or the vocabulary that it is of."""


class FormatVersion(NamedTuple):
    """The version of the draft format."""


Type = Text | Number | Date | Word | Code | ListOf | RecordOf | NameOr | MapOf | FormatVersion


class Field(NamedTuple):
    """One field of a record, specified once for all who need to know."""

    key: str
    type: Type
    says: str
    """What the field is for, as one sentence for people."""

    required: bool = False
    since: int = 1
    """The version of the format that brought it."""

    attribute: str | None = None
    """What the value in the model calls it, where Python can't call it by its key."""

    @property
    def name(self) -> str:
        """What the value in the model calls it."""
        return self.attribute or self.key


class Record:
    """The fields that a mapping may hold, in the order in which they are written.

    Args:
        name: What messages call it, with its article: ``an item``.
        make: Makes the value in the model from the fields.
        fields: The fields.
        extra: Whether it may also hold ``x-`` fields.
    """

    def __init__(
        self, *, name: str, make: Callable[..., Any], fields: tuple[Field, ...], extra: bool = False
    ) -> None:
        self.name = name
        self.make = make
        self.fields = fields
        self.extra = extra
        self.by_key = {field.key: field for field in fields}
