"""Comments as lines of JSON.

A file of comments holds one JSON object a line. A line is never edited: an amendment, a withdrawal
or a moderation is a line of its own that names the comment that it amends. Only erasure rewrites
a line. So two people's files merge line by line, by id.

The last key of a line is its ``digest``: the SHA-256 over the bytes of the line before
``,"digest":``, as 64 hexadecimal digits, so that it can be checked without knowing the rest.
"""

from collections.abc import Mapping
from hashlib import sha256
from json import JSONDecoder, JSONEncoder
from typing import Any, NamedTuple

from lacplan.model.comment import (
    AMENDABLE,
    POSITIONS,
    TYPES,
    Action,
    Amendment,
    Attachment,
    Author,
    Comment,
    Record,
    Target,
)


class Line(NamedTuple):
    """One line of a file of comments."""

    file: str
    """The file's name in ``comments/``."""

    number: int
    """From 1."""

    text: str
    """Without its line end."""

    record: Record | None
    """``None`` where the line is damaged."""

    fault: str | None = None
    """How it is damaged, as the end of a sentence that begins with the line."""


def decode_line(line: str) -> Record:
    """Return what *line* says.

    Raises:
        ValueError: It is damaged; the message says how, as the end of a sentence that begins
            with the line.
    """
    text = line.strip(" \t\r\n")
    try:
        got, end = _read(text)
    except (ValueError, RecursionError):
        end = -1
    if end != len(text):
        raise ValueError("is not JSON")
    if type(got) is not dict:
        raise ValueError("is not a JSON object")
    got.pop("digest", None)
    is_amendment = "amends" in got
    _check(got, _AMENDMENT if is_amendment else _COMMENT)
    return _amendment(got) if is_amendment else comment_of(got)


def comment_of(got: dict[str, Any]) -> Comment:
    """Return the comment that the object of a line, its types already checked, says."""
    if "target" in got:
        got["target"] = Target(**got["target"])
    if "author" in got:
        got["author"] = Author(**got["author"])
    if "signatories" in got:
        got["signatories"] = tuple(Author(**each) for each in got["signatories"])
    if "attachments" in got:
        got["attachments"] = tuple(Attachment(**each) for each in got["attachments"])
    if "split-from" in got:
        got["split_from"] = got.pop("split-from")
    return Comment(**got)


def encode_line(record: Record) -> str:
    """Return *record* as a line, digest included, without a line end."""
    head = _written(_encode(record))[:-1]
    return f'{head},"digest":"{sha256(head.encode()).hexdigest()}"}}'


def is_intact(line: str) -> bool:
    """Tell whether *line* is as it was written, by its digest."""
    head, _, tail = line.rstrip("\r\n").rpartition(',"digest":"')
    return tail == f'{sha256(head.encode(errors="surrogatepass")).hexdigest()}"}}'


def current(comment: Comment, amendments: list[Amendment]) -> Comment:
    """Return *comment* as it reads after *amendments*, which are told in the order they came."""
    for each in sorted(amendments, key=lambda amendment: (amendment.received, amendment.id)):
        if comment.erased:
            return comment
        match each.action:
            case Action.AMEND:
                said = {**_encode(comment), **each.set}
                comment = comment_of({key: value for key, value in said.items() if value != ""})
            case Action.WITHDRAW:
                comment = comment._replace(withdrawn=True)
            case Action.MODERATE:
                comment = comment._replace(moderated=each.reason or "")
            case Action.RESTORE:
                comment = comment._replace(withdrawn=False, moderated=None)
    return comment


def difference(before: Comment, after: Comment) -> dict[str, Any]:
    """Return the keys of a comment's line that *after* has otherwise, as JSON: see `Amendment`."""
    old, new = _encode(before), _encode(after)
    return {
        key: new[key] if key in new else type(old[key])()  # nothing of its kind
        for key in AMENDABLE
        if old.get(key) != new.get(key)
    }


_PERSON: Mapping[str, type] = dict.fromkeys(Author._fields, str)
_SHAPES: Mapping[str, Mapping[str, type]] = {
    "author": _PERSON,
    "signatories": _PERSON,
    "target": dict.fromkeys(Target._fields, str),
    "attachments": dict.fromkeys(Attachment._fields, str),
}
_COMMENT: Mapping[str, type] = {
    **dict.fromkeys(("id", "submission", "received", "channel", "text", "type", "position"), str),
    **dict.fromkeys(("language", "proposed", "split-from", "moderated", "erased"), str),
    **dict.fromkeys(("late", "withdrawn"), bool),
    **dict.fromkeys(("target", "author", "answers"), dict),
    **dict.fromkeys(("signatories", "attachments"), list),
    "seq": int,
}
_AMENDMENT: Mapping[str, type] = {
    **dict.fromkeys(("id", "amends", "action", "received", "reason", "erased"), str),
    "set": dict,
}
_NEEDED = {
    id(_COMMENT): ("id", "submission", "seq", "received", "channel"),
    id(_AMENDMENT): ("id", "amends", "action", "received"),
}
_SAYS = {str: "a text", bool: "true or false", dict: "an object", list: "a list", int: "a number"}


_WORDS = (("type", {"", *TYPES}), ("position", {"", *POSITIONS}))
"""The keys that hold one of a few words; an amendment takes one away by an empty text."""

_INNER = ("target", "author", "answers", "signatories", "attachments", "set")
"""The keys that hold objects."""

_SOUND: Mapping[str, set[tuple[object, ...]]] = {key: set() for key in ("", *_INNER)}
"""Keys and types that were found to be as a shape has them, of lines and of the objects in them:
most lines are like one another."""

_MOST_SOUND = 10_000


def _check(got: dict[str, Any], shape: Mapping[str, type]) -> None:
    """Raise a ValueError where the object of a line is not as *shape* has it."""
    kind = _kind(got)
    is_known = kind in _SOUND[""]
    if not is_known:
        _check_keys(got, shape)
    for key in _INNER:
        if key in got:
            value = got[key]
            if type(value) is not dict or _kind(value) not in _SOUND[key]:
                _check_inner(key, value)
    if not is_known:
        _check_needed(got, shape)
        _learn("", kind)
    for key, words in _WORDS:
        if key in got and got[key] not in words:
            raise ValueError(f"has the unknown {key} “{got[key]}”")


def _kind(got: dict[str, Any]) -> tuple[object, ...]:
    return (*got, *map(type, got.values()))


def _learn(key: str, kind: tuple[object, ...]) -> None:
    if len(_SOUND[key]) < _MOST_SOUND:
        _SOUND[key].add(kind)


def _check_keys(got: dict[str, Any], shape: Mapping[str, type]) -> None:
    for key, value in got.items():
        wanted = shape.get(key)
        if wanted is None:
            raise ValueError(f"has a key “{key}”, which no such line has")
        if type(value) is not wanted:
            raise ValueError(f"has something else than {_SAYS[wanted]} under “{key}”")


def _check_needed(got: dict[str, Any], shape: Mapping[str, type]) -> None:
    for key in _NEEDED[id(shape)]:
        if key not in got:
            raise ValueError(f"has no “{key}”")


_TEXTS = {str}


def _check_inner(key: str, value: Any) -> None:
    if key == "set":
        if not value.keys() <= AMENDABLE:
            raise ValueError("sets what no amendment may set")
        return _check_set(value)
    inner = _SHAPES.get(key)
    for each in value if type(value) is list else [value]:
        if type(each) is not dict:
            raise ValueError(f"has something else than objects under “{key}”")
        if inner is not None and not each.keys() <= inner.keys():
            name = min(each.keys() - inner.keys())
            raise ValueError(f"has a key “{name}” under “{key}”, which is not known there")
        if not _TEXTS.issuperset(map(type, each.values())):
            name = next(name for name, text in each.items() if type(text) is not str)
            raise ValueError(f"has something else than a text under “{key}.{name}”")
        if key == "attachments" and "sha256" not in each:
            raise ValueError("has an attachment without “sha256”")
        _learn(key, _kind(each))
    return None


def _check_set(value: dict[str, Any]) -> None:
    needed = {"id": "", "submission": "", "seq": 0, "received": "", "channel": ""}
    _check({**needed, **value}, _COMMENT)


def _amendment(got: dict[str, Any]) -> Amendment:
    try:
        got["action"] = Action(got["action"])
    except ValueError:
        raise ValueError(f"has the unknown action “{got['action']}”") from None
    return Amendment(**got)


def _keys(record: type[Comment] | type[Amendment]) -> tuple[tuple[str, Any, bool], ...]:
    """Return of each field its key, the value that says nothing, and whether it holds objects."""
    defaults = record._field_defaults
    return tuple(
        (each.replace("_", "-"), defaults.get(each, ...), each in _SHAPES)
        for each in record._fields
    )


_KEYS: Mapping[type, tuple[tuple[str, Any, bool], ...]] = {
    each: _keys(each) for each in (Comment, Amendment)
}


def _encode(record: Record) -> dict[str, Any]:
    """Return the object of *record*'s line; what says nothing is left out."""
    return {
        key: objects(value) if holds_objects else value
        for (key, nothing, holds_objects), value in zip(_KEYS[type(record)], record, strict=True)
        if value != nothing
    }


def objects(value: Any) -> Any:
    """Return a target, an author or the like as the object of a line, or a list of them."""
    if hasattr(value, "_fields"):
        return {
            key: text for key, text in zip(value._fields, value, strict=True) if text is not None
        }
    return [objects(each) for each in value]


def _told(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(value)


_read = JSONDecoder().raw_decode
_written = JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), default=_told, check_circular=False
).encode
