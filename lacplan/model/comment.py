"""What the community said: comments, and what was done to them later, as lines of JSON.

A file of comments holds one JSON object a line. A line is never edited: an amendment, a withdrawal
or a moderation is a line of its own that names the comment that it amends. Only erasure rewrites
a line. So two people's files merge line by line, by id.

The last key of a line is its ``digest``: the SHA-256 over the bytes of the line before
``,"digest":``, as 64 hexadecimal digits, so that it can be checked without knowing the rest.

These are named tuples and not dataclasses, since a consultation has them by the hundred thousand.
"""

from collections.abc import Mapping
from enum import StrEnum
from hashlib import sha256
from json import JSONEncoder, loads
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

TYPES = ("ge", "te", "ed")
"""General, technical, editorial.

Source: the comment template of ISO/IEC Directives, "Type of comment" (ge, te, ed)."""

POSITIONS = ("support", "support-with-change", "oppose", "neutral")

AUTHOR_KINDS = ("person", "organization")

_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


class Action(StrEnum):
    """What a later line does to a comment."""

    AMEND = "amend"
    """Its author corrects it: ``set`` has the fields that now hold."""

    WITHDRAW = "withdraw"
    """Its author takes it back; it is still counted, as withdrawn."""

    MODERATE = "moderate"
    """The secretariat takes its text from the public page, and says why."""


class Author(NamedTuple):
    """Who speaks, or signs; what is not known or not public is ``None``."""

    kind: str | None = None
    """One of `AUTHOR_KINDS`."""

    name: str | None = None
    organization: str | None = None
    stakeholder: str | None = None
    """The stakeholder group, in the words of `lacplan.vocab.stakeholders`, or a constituency that
    the plan's group declares."""

    country: str | None = None
    """ISO 3166-1 alpha-2."""


class Target(NamedTuple):
    """What a comment is about, in the version that was consulted."""

    item: str | None = None
    """An id; ``None`` where it is about the plan as a whole, or could not be resolved."""

    field: str | None = None
    language: str | None = None
    """BCP 47: the language of the text that its author read."""

    quote: str | None = None
    """The words that are meant, as its author copied them: evidence, found exactly or not."""

    given: str | None = None
    """What its author wrote for the item, where that could not be resolved."""


class Attachment(NamedTuple):
    """A file that came with a comment."""

    sha256: str
    name: str | None = None


class Comment(NamedTuple):
    """One comment: what one submission says of one thing."""

    id: str
    """The submission's id, ``.`` and *seq*, such as ``s4f2a9c01d3be.1``."""

    submission: str
    seq: int
    """Its place in the submission, from 1."""

    received: str
    """RFC 3339, with the offset."""

    channel: str
    """How it came: ``csv``, ``jsonl``, ``meeting``, ..."""

    text: str = ""
    late: bool = False
    """Whether it came outside the window of the consultation."""

    target: Target = Target()
    type: str | None = None
    """One of `TYPES`."""

    position: str | None = None
    """One of `POSITIONS`."""

    language: str | None = None
    """BCP 47: the language that *text* is written in."""

    proposed: str | None = None
    """The wording that the author would rather read."""

    author: Author = Author()
    signatories: tuple[Author, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    split_from: str | None = None
    """The id of the comment that this one was a part of."""

    answers: Mapping[str, str] = _NO_ANSWERS
    """The answers to the consultation's questions, by the question's id."""

    withdrawn: bool = False
    """Taken back by its author; said by a later line."""

    moderated: str | None = None
    """Why its text is not public; said by a later line."""

    erased: str | None = None
    """The day (ISO 8601) on which its person's fields were erased; those are then blank."""


class Amendment(NamedTuple):
    """A line that changes how an earlier one is to be read."""

    id: str
    amends: str
    """The id of the comment."""

    action: Action
    received: str
    """RFC 3339, with the offset."""

    reason: str | None = None
    set: Mapping[str, Any] = MappingProxyType({})
    """Of `Action.AMEND`: the fields of the comment's line that now hold, as JSON."""

    erased: str | None = None
    """As in `Comment`: *set* and *reason* are then empty."""


Record = Comment | Amendment


class Line(NamedTuple):
    """One line of a file of comments."""

    file: Path
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
    try:
        got = loads(line)
    except (ValueError, RecursionError):
        raise ValueError("is not JSON") from None
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
                comment = comment_of({**_encode(comment), **each.set})
            case Action.WITHDRAW:
                comment = comment._replace(withdrawn=True)
            case Action.MODERATE:
                comment = comment._replace(moderated=each.reason or "")
    return comment


def erased(record: Record, on: str) -> Record:
    """Return *record* without anything that a person could be known by.

    What is counted stays: when and how it came, what it is about, its type and position, and its
    author's kind, group and country.

    Args:
        record: A comment, or a line that amends one.
        on: The day of the erasure, ISO 8601.
    """
    if isinstance(record, Amendment):
        return record._replace(reason=None, set={}, erased=on)
    author = record.author._replace(name=None, organization=None)
    return record._replace(
        text="",
        proposed=None,
        target=record.target._replace(quote=None, given=None),
        author=author,
        signatories=tuple(
            each._replace(name=None, organization=None) for each in record.signatories
        ),
        attachments=(),
        answers=_NO_ANSWERS,
        moderated=None,
        erased=on,
    )


AMENDABLE = frozenset(
    {"target", "type", "position", "language", "text", "proposed", "author", "signatories"}
    | {"attachments", "answers"}
)
"""The keys of a comment's line that an amendment may set."""

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


_SOUND: set[tuple[int, tuple[str, ...], tuple[type, ...]]] = set()
"""Keys and types that were found to be as a shape has them: most lines are like one another."""

_MOST_SOUND = 10_000


def _check(got: dict[str, Any], shape: Mapping[str, type]) -> None:
    """Raise a ValueError where the object of a line is not as *shape* has it."""
    kind = (id(shape), (*got,), (*map(type, got.values()),))
    is_known = kind in _SOUND
    if not is_known:
        _check_keys(got, shape)
    for key in _INNER:
        if key in got:
            _check_inner(key, got[key])
    if not is_known:
        _check_needed(got, shape)
        if len(_SOUND) < _MOST_SOUND:
            _SOUND.add(kind)


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


_INNER = ("target", "author", "answers", "signatories", "attachments", "set")
"""The keys that hold objects."""

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


_COMMENT_DEFAULTS = Comment._field_defaults
_AMENDMENT_DEFAULTS = Amendment._field_defaults


def _encode(record: Record) -> dict[str, Any]:
    """Return the object of *record*'s line; what says nothing is left out."""
    defaults = _COMMENT_DEFAULTS if isinstance(record, Comment) else _AMENDMENT_DEFAULTS
    told: dict[str, Any] = {}
    for key, value in zip(record._fields, record, strict=True):
        if key in defaults and value == defaults[key]:
            continue
        if key in _SHAPES:
            value = objects(value)
        told["split-from" if key == "split_from" else key] = value
    return told


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


_written = JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_told).encode
