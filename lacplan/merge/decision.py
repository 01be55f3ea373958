"""What a merge decided, as values: they drive the merged text, the report and the tests alike.

Named tuples, since they cost a fifth of a dataclass at every start.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lacplan.model.encode import Json


class Action(StrEnum):
    """What became of what one side or both did to one thing."""

    OURS = "ours"
    """Only ours did something, and it stands."""

    THEIRS = "theirs"
    """Only theirs did something, and it stands."""

    SAME = "same"
    """Both did the same; it stands once."""

    BOTH = "both"
    """Each did something of its own, and both stand."""

    MENDED = "mended"
    """What follows from both, and neither of them wrote: a code by its position."""

    CONFLICT = "conflict"
    """A person must decide."""


class Decision(NamedTuple):
    """What was decided about one field, or about one item as a whole."""

    action: Action
    item: str | None = None
    """The id of the item or indicator; ``None`` for the plan itself."""

    field: str | None = None
    """``None`` where the item as a whole is meant: its being there, or its place."""

    title: str | None = None
    """Of the item."""

    ours_did: str = ""
    """In a few words, such as ``deleted`` or ``moved to “registrars”``."""

    theirs_did: str = ""
    base: "Json" = None
    """What stood there; of an item as a whole, the id of the item that it lay under."""

    ours: "Json" = None
    theirs: "Json" = None
    why: str | None = None
    """Why a person must decide, or should look, where what both did does not say it."""


class Merged(NamedTuple):
    """What came out of a merge.

    Where there are conflicts, they stand in the text as git's markers.
    """

    text: str
    """With a byte-order mark, where the draft has one."""

    decisions: tuple[Decision, ...] = ()
    notes: tuple[str, ...] = ()
    """What is clean and yet worth a look, each a sentence."""

    @property
    def conflicts(self) -> tuple[Decision, ...]:
        """What a person must decide."""
        return tuple(each for each in self.decisions if each.action is Action.CONFLICT)


class Complaint(NamedTuple):
    """A rule that a draft breaks, for comparison between drafts."""

    rule: str
    """Its code."""

    item: str | None
    field: str | None
    message: str = ""


class Unsure(Exception):  # noqa: N818  # an answer, caught where the merge begins
    """The drafts can't be merged by meaning with certainty; the message says why."""
