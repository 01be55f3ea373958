"""Document -> `Plan`: every fault is collected with its place, and the rest is read."""

from collections.abc import Callable
from typing import Any, NamedTuple

from lacplan.collector import paused
from lacplan.document.fault import Fault, Span
from lacplan.document.tree import Document, Mapping, Node, Scalar, Sequence, head, resolve
from lacplan.errors import nearest
from lacplan.model import fields
from lacplan.model.plan import Extra, Item, Level, Plan
from lacplan.model.scalar_reader import ScalarReader, matcher
from lacplan.model.types import (
    Code,
    Date,
    Field,
    Form,
    FormatVersion,
    ListOf,
    MapOf,
    NameOr,
    Number,
    Record,
    RecordOf,
    Text,
    Type,
    Word,
)
from lacplan.model.vocabulary import short


class Decoded(NamedTuple):
    """A plan, as far as it could be read, and what was wrong with it."""

    plan: Plan | None
    """``None`` only where the document holds no mapping at all."""

    faults: tuple[Fault, ...]

    left_out: frozenset[int] = frozenset()
    """Where those entries of lists begin in the text that the plan does without: faulty ones."""


@paused()
def decode(document: Document) -> Decoded:
    """Read the plan that *document* holds.

    The document's own faults are not repeated. A field that is faulty is left out of the plan; one
    whose only fault is that its word is unknown keeps that word.
    """
    decoder = _Decoder()
    plan = decoder.plan(document)
    decoder.readers.clear()  # they hold the decoder, and over a long history nobody collects it
    return Decoded(plan, tuple(dict.fromkeys(decoder.faults)), frozenset(decoder.left_out))


def decode_item(node: Mapping, levels: tuple[Level, ...], level: int) -> Item:
    """Read the item in *node*, and what lies under it, as `decode` does in a plan.

    Args:
        node: What holds it.
        levels: Those of its plan.
        level: The position of its own.
    """
    decoder = _Decoder()
    decoder.levels = levels
    item = Item(level=level, **decoder.record(fields.ITEM, node, level=level))
    decoder.readers.clear()
    return item


class Read(NamedTuple):
    """What a companion of a plan says, as far as it could be read, and what was wrong with it."""

    value: Any
    """What its record makes; ``None`` only where the document holds no mapping at all."""

    faults: tuple[Fault, ...]


def decode_record(document: Document, record: Record) -> Read:
    """Read the whole of *document* as a *record*: a companion of a plan, such as its group.

    Faults are told, and faulty fields left out, as in `decode`.
    """
    decoder = _Decoder()
    value = decoder.companion(document, record)
    decoder.readers.clear()
    return Read(value, tuple(dict.fromkeys(decoder.faults)))


class _Decoder(ScalarReader):
    """Reads nodes as the types say; what can't be read is ``None``, and a fault is noted."""

    def __init__(self) -> None:
        super().__init__()
        self.left_out: list[int] = []
        self.levels: tuple[Level, ...] = fields.DEFAULT_LEVELS
        self.knows_levels = True
        self.readers: dict[type[Type], Callable[[Any, Node], Any]] = {
            Text: self.text,
            Number: self.number,
            Date: self.date,
            Word: self.word,
            Code: self.code,
            ListOf: self.list,
            RecordOf: self.record_of,
            NameOr: self.name_or,
            MapOf: self.map,
            FormatVersion: self.format_version,
        }

    def plan(self, document: Document) -> Plan | None:
        """Read the whole plan."""
        root = resolve(document.root) if document.root else None
        if not isinstance(root, Mapping):
            self._not_a_plan(document, root)
            return None
        self._read_levels(root)
        values = self.record(fields.PLAN, root, level=-1)
        given = {"format": 0, "name": "", "title": "", "language": "", **values}
        return Plan(**given | {"levels": self.levels})

    def companion(self, document: Document, record: Record) -> Any:
        """Read the whole document as a *record*."""
        root = resolve(document.root) if document.root else None
        if isinstance(root, Mapping):
            return self.record_of(RecordOf(record), root)
        if root is not None:
            self.wrong(root, record.name, "Begin with “format: 1”.")
        elif not document.faults:
            message = f"This should be {record.name}, and it is empty."
            hint = "Begin with “format: 1”."
            self.faults.append(
                Fault(kind="wrong-type", span=Span(0, 0), message=message, hint=hint)
            )
        return None

    def _not_a_plan(self, document: Document, root: Node | None) -> None:
        if root is None and document.faults:
            return  # what could not be parsed has been told
        self.faults.append(
            Fault(
                kind="not-a-plan",
                span=head(root) if root else Span(0, 0),
                message="A draft is a block of “key: value” lines, and this is "
                + ("empty." if root is None or root.start == root.end else "something else."),
                hint="Begin with “format: 1”, or start from “lacplan new NAME”.",
            )
        )

    def _read_levels(self, root: Mapping) -> None:
        node = root.get("levels")
        levels = resolve(node) if node else None
        if node is None or not isinstance(levels, Mapping):
            self.knows_levels = levels is None or (isinstance(levels, Scalar) and levels.is_null)
            return  # `record` says so where it is something else
        faults = len(self.faults)
        found = self.map(fields.PLAN.by_key["levels"].type, levels)
        self._check_levels(node, levels, found)
        if all(fault.kind == "empty-text" for fault in self.faults[faults:]):
            self.levels = found  # a level without a label is called by its key
        else:
            self.knows_levels = False

    def _check_levels(self, node: Node, levels: Mapping, found: tuple[Level, ...]) -> None:
        taken = {*fields.PLAN.by_key, *fields.ITEM.by_key}
        for key, _ in levels.entries:
            name = key.value if isinstance(key, Scalar) else ""
            if name in taken or name.startswith("x-"):
                message = f"“{short(name)}” is the name of a field, so it can't name a level."
                self.note("malformed-level", key, message, "Choose another key.")
        if not 1 <= len(found) <= fields.MOST_LEVELS:
            message = f"A plan has 1 to {fields.MOST_LEVELS} levels, and this has {len(found)}."
            self.note("malformed-level", node, message, "Join levels, or leave “levels” out.")

    def record(self, record: Record, node: Mapping, *, level: int | None = None) -> dict[str, Any]:
        """Read the fields of *node*.

        Args:
            record: What it may hold.
            node: The mapping.
            level: For a plan and its items, the position of its own level; -1 for the plan.

        Returns:
            The values by attribute name; fields that are absent or faulty are left out, except that
            required texts are there, empty.
        """
        known = record.by_key
        values: dict[str, Any] = {}
        extra: dict[str, Extra] = {}
        seen: set[str] = set()
        for key, below in node.entries:
            key = resolve(key)
            name = key.value if isinstance(key, Scalar) else ""
            field = known.get(name)
            if name and name in seen:
                continue  # the first counts, here as in `Mapping.get`; reading has told
            seen.add(name)
            if field is not None:
                value = self.field(field, below)
                if value is not None:
                    values[field.attribute or name] = value
            elif record.extra and name.startswith("x-"):
                extra[name] = _plain(below)
            elif (
                level is not None
                and level + 1 < len(self.levels)
                and (name == self.levels[level + 1].key)
            ):
                values["items"] = self.items(below, level + 1)
            else:
                self._unknown(record, key, below, level)
        if extra:
            values["extra"] = extra
        self._complete(record, node, values)
        return values

    def field(self, field: Field, node: Node) -> Any:
        """Read one field; ``None`` where it says nothing or is faulty."""
        found = resolve(node)
        if isinstance(found, Scalar) and (found.is_null or not found.value.strip()):
            self._empty(field, node)
            return None
        if field.key == "levels" and isinstance(found, Mapping):
            return None  # read before everything else
        return self.readers[type(field.type)](field.type, found)

    def _empty(self, field: Field, node: Node) -> None:
        if field.required:
            self.note("empty-field", node, f"“{field.key}” is empty.", "Say what it is.")
        else:
            hint = "Say something, or take the field away."
            self.note("empty-text", node, f"“{field.key}” says nothing.", hint)

    def _complete(self, record: Record, node: Mapping, values: dict[str, Any]) -> None:
        for field in record.fields:
            if field.required and field.name not in values:
                if node.get(field.key) is None and node.get("<<") is None:
                    message = f"“{field.key}” is missing: {record.name} needs one."
                    self.note("missing-field", node, message, f"Add “{field.key}: …”.")
                if isinstance(field.type, Text):
                    values[field.name] = ""

    def _unknown(self, record: Record, key: Node, below: Node, level: int | None) -> None:
        if not self.knows_levels and level is not None and isinstance(resolve(below), Sequence):
            return  # it may well be a level; what is wrong with the levels has been told
        if isinstance(key, Scalar) and key.value == "<<" and not key.style:
            return  # reading has told of merge keys
        if not isinstance(key, Scalar):
            self.note("wrong-type", key, "A key is a word, and this is a block.", "Name a field.")
            return
        names = [each.key for each in self.levels]
        if level is not None and key.value in names:
            self._wrong_level(key, level)
            return
        known = [*record.by_key]
        if level is not None and level + 1 < len(names):
            known.append(names[level + 1])
        guess = nearest(key.value, known)
        hint = f"Did you mean “{guess}”?" if guess else "See “lacplan fields” for what it may hold."
        if record.extra and not guess:
            hint += " Fields of your own begin with “x-”."
        message = f"{record.name.capitalize()} has no field “{short(key.value)}”."
        self.note("unknown-field", key, message, hint)

    def _wrong_level(self, key: Scalar, level: int) -> None:
        holder = f"an item of “{self.levels[level].key}”" if level >= 0 else "the plan itself"
        message = f"“{key.value}” can't stand in {holder}."
        if level + 1 < len(self.levels):
            hint = f"What lies under it stands in “{self.levels[level + 1].key}”."
        else:
            hint = "It is the innermost level: nothing lies under it."
        self.note("wrong-level", key, message, hint)

    def items(self, node: Node, level: int) -> tuple[Item, ...]:
        """Read the items of one level."""
        found = resolve(node)
        if isinstance(found, Scalar) and found.is_null:
            return ()  # a heading that waits for its first item
        if not isinstance(found, Sequence):
            key = self.levels[level].key
            self.note("wrong-type", node, f"“{key}” is a list.", "Begin each item with “- id: …”.")
            return ()
        read = (self.item(each, level) for each in found.items)
        return tuple(item for item in read if item)

    def item(self, node: Node, level: int) -> Item | None:
        """Read one item and what lies under it."""
        found = resolve(node)
        if not isinstance(found, Mapping):
            message = "An item is a block of “key: value” lines, and this is not."
            self.note("wrong-type", node, message, "Begin it with “- id: …” and “title: …”.")
            return None
        return Item(level=level, **self.record(fields.ITEM, found, level=level))

    def list(self, type: ListOf, node: Node) -> tuple[Any, ...] | None:
        """Read a list; faulty entries are left out."""
        if not isinstance(node, Sequence):
            self.wrong(node, "a list", "Begin each entry on its own line with “- ”.")
            return None
        read = self.readers[type_of(type.of)]
        values = []
        for each in node.items:
            found = resolve(each)
            if isinstance(found, Scalar) and (found.is_null or not found.value.strip()):
                self.note(
                    "empty-text", each, "An entry of this list says nothing.", "Take it away."
                )
                self.left_out.append(each.start)
                continue
            value = read(type.of, found)
            if value is None:
                self.left_out.append(each.start)
            else:
                values.append(value)
        return tuple(values)

    def record_of(self, type: RecordOf, node: Node) -> Any:
        """Read a record."""
        if not isinstance(node, Mapping):
            first = ", ".join(f"“{field.key}: …”" for field in type.record.fields[:2])
            self.wrong(node, type.record.name, f"Write it as a block: {first}.")
            return None
        return type.record.make(**self.record(type.record, node))

    def name_or(self, type: NameOr, node: Node) -> Any:
        """Read a record, or the name of one."""
        if isinstance(node, Scalar):
            return type.record.make(name=self.text(Text(), node))
        return self.record_of(RecordOf(type.record), node)

    def map(self, type: Any, node: Node) -> tuple[Any, ...]:
        """Read a mapping whose keys the draft chooses."""
        if not isinstance(node, Mapping):
            self.wrong(node, "a block of “key: value” lines", "Give each entry a key of its own.")
            return ()
        read = self.readers[type_of(type.of)]
        values = []
        for written, below in node.entries:
            key = resolve(written)
            if not isinstance(key, Scalar):
                self.note(
                    "wrong-type", key, "A key is a word, and this is a block.", "Write a word."
                )
                continue
            self._key(type.keys, key)
            found = resolve(below)
            empty = isinstance(found, Scalar) and (found.is_null or not found.value.strip())
            if empty:
                self.note("empty-text", below, f"“{key.value}” says nothing.", "Say what it is.")
            values.append(type.make(key.value, None if empty else read(type.of, found)))
        return tuple(values)

    def _key(self, keys: Form | Code | None, key: Scalar) -> None:
        if isinstance(keys, Code):
            self.code(keys, key)
        elif keys and not matcher(keys.pattern)(key.value):
            self.misspelt(keys, key, key.value)


type_of = type
"""`type`, where a parameter bears its name."""


def _plain(node: Node) -> Extra:
    """Return what an ``x-`` field holds; its scalars are text."""
    found = resolve(node)
    if isinstance(found, Scalar):
        return None if found.is_null else found.value
    if isinstance(found, Sequence):
        return [_plain(each) for each in found.items]
    return {key.value: _plain(below) for key, below in found.entries if isinstance(key, Scalar)}
