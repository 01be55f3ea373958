"""What is merged, and how each field of it: derived from the one table of fields."""

from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from lacplan.document.tree import Mapping, Node, Scalar, Sequence
from lacplan.model.fields import BUDGET, INDICATOR, ITEM, PLAN, RECORDS
from lacplan.model.types import FormatVersion, ListOf, MapOf, Number, Record, RecordOf, Text


class Kind(Enum):
    """How two changes of one field meet."""

    ATOM = auto()
    """As one value: two different ones are a conflict."""

    PROSE = auto()
    """By sentence, then by word."""

    WORDS = auto()
    """A list by value; its entries have no likeness."""

    TEXTS = auto()
    """A list by value; an entry may have been reworded, and then is prose."""

    RECORDS = auto()
    """A list of blocks that bear no id."""

    MAP = auto()
    """Key by key."""


class Form(NamedTuple):
    """What kind of file is merged: a plan, or a companion of one."""

    whole: Record
    thing: Record
    """What stands in it under an id of its own: an item, a member, an issue."""

    indicator: Record | None = None
    """What stands under an item besides, where it is a plan."""

    list: str | None = None
    """The key of the list of things; ``None`` of a plan, which names its levels itself."""


PLAN_FORM = Form(PLAN, ITEM, INDICATOR)


@cache
def form_of(record: Record) -> Form:
    """Return what kind of file a companion is that is a *record* as a whole.

    Its things are those of its first list whose entries bear ids; other lists go by what they say.
    """
    for field in record.fields:
        match field.type:
            case ListOf(of=RecordOf(record=each)) if "id" in each.by_key:
                return Form(record, each, list=field.key)
    raise AssertionError(f"{record.name} has no list of what bears an id")


_NUMBERS_BESIDE = frozenset({"seats", "quorum", "min", "max-share", "inquiry-days"})
"""Those of companions, named here since their tables load only where one is merged; a test holds
the two together."""

NUMBERS = _NUMBERS_BESIDE.union(
    field.key
    for record in RECORDS
    for field in record.fields
    if isinstance(field.type, Number | FormatVersion)
)
"""The fields in which quotes mean something: in them, no number is read."""

ORDERED = frozenset({"levels"})
"""The blocks whose order means something."""


@cache
def kind_of(record: Record, key: str) -> Kind | None:
    """Return how the field *key* of a *record* is merged.

    ``None`` where the format does not say: `kind_by_shape` looks at the value then.
    """
    field = record.by_key.get(key)
    if field is None:
        return None
    match field.type:
        case Text(prose=True):
            return Kind.PROSE
        case ListOf(of=Text(form=None)):
            return Kind.TEXTS
        case ListOf(of=of):
            return Kind.RECORDS if hasattr(of, "record") else Kind.WORDS
        case RecordOf(record=record_type) if record_type is BUDGET:
            return Kind.ATOM  # an amount means nothing without its currency
        case RecordOf() | MapOf():
            return Kind.MAP
        case _:
            return Kind.ATOM


def kind_by_shape(*nodes: Node | None) -> Kind:
    """Return how values are merged of which the format says nothing."""
    there = [node for node in nodes if node is not None]
    if all(isinstance(node, Mapping) for node in there):
        return Kind.MAP
    if all(isinstance(node, Sequence) for node in there):
        entries = [each for node in there if isinstance(node, Sequence) for each in node.items]
        return Kind.TEXTS if all(isinstance(each, Scalar) for each in entries) else Kind.RECORDS
    if all(isinstance(node, Scalar) and _is_prose(node) for node in there):
        return Kind.PROSE
    return Kind.ATOM


def _is_prose(node: Scalar) -> bool:
    return node.style in ("|", ">") or len(node.value) > 80
