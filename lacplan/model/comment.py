"""What the community said: comments, and what was done to them later.

These are named tuples and not dataclasses, since a consultation has them by the hundred thousand.
"""

from collections.abc import Mapping
from enum import StrEnum
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

    RESTORE = "restore"
    """It was withdrawn or moderated by mistake, and is not any more."""


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
    """The submission's id, ``.`` and *seq*, such as ``s4f2a9c01d3be.1``; a part has `part_id`."""

    submission: str
    seq: int
    """Its place in the submission, from 1; a part has that of the comment that it was a part of."""

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


AMENDABLE = frozenset(
    {"target", "type", "position", "language", "text", "proposed", "author", "signatories"}
    | {"attachments", "answers"}
)
"""The keys of a comment's line that an amendment may set."""


def part_id(whole: str, number: int) -> str:
    """Return the id of a part of the comment *whole*, such as ``s4f2a9c01d3be.1-2``.

    Only that comment can bring it forth, so two people may split two comments of one submission.
    It is no other comment's, since those end in ``.`` and a number, and no amendment's, which end
    in ``-`` and eight digits or letters.

    Args:
        whole: The id of the comment, or of the part, that is split.
        number: Which part, from 1.
    """
    return f"{whole}-{number}"


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
