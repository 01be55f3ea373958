"""``key=value`` as it is typed on a command line, and what it means in the draft format."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from lacplan.document.values import Bare, Value
from lacplan.edit.shape import Shape
from lacplan.errors import LacplanError, nearest
from lacplan.model.types import Code, Date, ListOf, MapOf, Number, RecordOf, Text, Type

_ASSIGNMENT = re.compile(r"\s*([^\s=+]+?)\s*(\+=|-=|=)(.*)", re.DOTALL)
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")

_LASTING = "Edit the file, and say under “replaces” which item it carries on."


class Assignment(NamedTuple):
    """What one field is to hold."""

    path: tuple[str, ...]
    """Its key, and that of a field in it, as in ``budget.amount``."""

    operator: str
    """``=``, ``+=`` or ``-=``."""

    value: str
    """As it was typed; empty where the field is to be taken away."""

    type: Type | None
    """What the format expects there; ``None`` for a field of one's own."""

    @property
    def key(self) -> str:
        """The field as it is typed."""
        return ".".join(self.path)

    @property
    def entries(self) -> list[str]:
        """The entries that the value names, of a list."""
        value = self.value.strip()
        of = self.type.of if isinstance(self.type, ListOf) else None
        if isinstance(of, Code) or (isinstance(of, Text) and of.form):
            return [each.strip() for each in value.split(",") if each.strip()]
        return [value] if value else []


def assignment(typed: str, shape: Shape, what: str) -> Assignment:
    """Return what *typed* means for an item or indicator.

    Args:
        typed: ``key=value``, ``key=``, ``key+=value`` or ``key-=value``.
        shape: What may be there.
        what: What it is, for messages.

    Raises:
        LacplanError: It is no assignment, or there is no such field, or it is no text or list.
    """
    found = _ASSIGNMENT.fullmatch(typed)
    if not found:
        hint = "Write key=value, key= to take it away, or key+=value and key-=value for a list."
        raise LacplanError(f"“{typed}” assigns nothing.", hint=hint)
    key, operator, value = found.groups()
    path = (key,) if key in shape.fields or key.startswith("x-") else tuple(key.split("."))
    goes = operator == "=" and not value.strip()
    type = shape.under(key).type if goes and key != "id" and key in shape.fields else None
    type = type or _type(path, shape, what)
    if operator != "=" and not isinstance(type, ListOf):
        raise LacplanError(f"“{key}” is no list.", hint=f"Write {key}=… to replace what it says.")
    return Assignment(path, operator, value, type)


def value_of(type: Type | None, text: str) -> str | Bare:
    """Return *text* as it is written where *type* is expected."""
    if isinstance(type, Number) and _NUMBER.fullmatch(text):
        return Bare(text)
    if isinstance(type, Date) and _DATE.fullmatch(text):
        return Bare(text)
    return text


def fresh(assignments: Iterable[Assignment]) -> dict[str, Value]:
    """Return what *assignments* give a new item."""
    made: dict[str, Value] = {}
    for each in assignments:
        holder = made
        for name in each.path[:-1]:
            below = holder.setdefault(name, {})
            assert isinstance(below, dict)  # noqa: S101  # a record holds no other
            holder = below
        if isinstance(each.type, ListOf):
            entries = holder.setdefault(each.path[-1], [])
            assert isinstance(entries, list)  # noqa: S101
            entries += each.entries
        elif each.value.strip():
            holder[each.path[-1]] = value_of(each.type, each.value.strip())
    return {key: value for key, value in made.items() if value not in ([], {})}


def _type(path: tuple[str, ...], shape: Shape, what: str) -> Type | None:
    key = path[0]
    below = shape.fields.get(key)
    if below is None and key.startswith("x-") and len(path) == 1:
        return None
    if below is None:
        raise _unknown(key, shape, what)
    if key == "id":
        raise LacplanError(f"The id of {what} is lasting.", hint=_LASTING)
    if len(path) == 2 and below.fields and isinstance(below.type, RecordOf):
        inner = below.fields.get(path[1])
        if inner is None:
            raise _unknown(path[1], below, f"“{key}”")
        return inner.type
    _want_text_or_list(path, below)
    return below.type


def _want_text_or_list(path: tuple[str, ...], shape: Shape) -> None:
    """Refuse what can't be typed in one word: blocks, and lists of them."""
    key = ".".join(path)
    if len(path) > 1:
        raise LacplanError(f"There is nothing like “{key}”.", hint="See “lacplan fields item”.")
    if isinstance(shape.type, RecordOf):
        fields = " and ".join(f"{key}.{name}=…" for name in shape.fields)
        raise LacplanError(f"“{key}” has fields of its own.", hint=f"Write {fields}.")
    if isinstance(shape.type, MapOf) or (
        isinstance(shape.type, ListOf) and isinstance(shape.type.of, RecordOf)
    ):
        command = "item add --indicator" if key == "indicators" else "item add"
        hint = f"Use “lacplan {command}”." if key != "measurements" else "Edit it in the file."
        raise LacplanError(f"“{key}” is a list of blocks.", hint=hint)


def _unknown(key: str, shape: Shape, what: str) -> LacplanError:
    guess = nearest(key, shape.fields)
    hint = f"Did you mean “{guess}”?" if guess else "“lacplan fields” tells what there is."
    return LacplanError(f"There is no field “{key}” in {what}.", hint=hint)
