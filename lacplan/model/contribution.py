"""What members brought in, as values, and every field of ``contributions.yaml``, written once."""

from collections.abc import Mapping
from typing import NamedTuple

from lacplan.model.date import PartialDate
from lacplan.model.fields import FORMAT, ID, LABEL
from lacplan.model.plan import NO_EXTRA, Extra
from lacplan.model.types import (
    Code,
    Date,
    Field,
    FormatVersion,
    ListOf,
    Record,
    RecordOf,
    Text,
    Word,
)

KINDS = ("concern", "idea", "proposal", "project", "goal")
ASPECTS = ("opportunity", "challenge")
MANNERS = ("as-is", "adapted", "merged")
OUTCOMES = ("reflected", "partly", "not", "pending")

REASONED = frozenset({"partly", "not"})
"""The outcomes that owe whoever brought it in a reason."""


class Reflection(NamedTuple):
    """Where in the plan a contribution is found again."""

    item: str = ""
    """The id of an item or indicator."""

    since: str | None = None
    """The label of the first version that has it; ``None`` while only the working draft does."""

    how: str | None = None
    note: str | None = None


class Contribution(NamedTuple):
    """A concern, idea, proposal, project or goal that somebody brought in."""

    id: str = ""
    kind: str = ""
    aspect: str | None = None
    by: str | None = None
    """The id of a member of the group."""

    on_behalf_of: str | None = None
    date: PartialDate | None = None
    language: str | None = None
    """BCP 47: of *text*."""

    text: str = ""
    source: str | None = None
    reflected_in: tuple[Reflection, ...] = ()
    outcome: str = "pending"
    reason: str | None = None
    extra: Mapping[str, Extra] = NO_EXTRA


class Contributions(NamedTuple):
    """All that was brought in."""

    format: int = 0
    contributions: tuple[Contribution, ...] = ()
    extra: Mapping[str, Extra] = NO_EXTRA


_LINE = Text()
_PROSE = Text(prose=True)

REFLECTION = Record(
    name="a reflection",
    make=Reflection,
    fields=(
        Field(
            key="item",
            type=Text(form=ID),
            required=True,
            says="The id of the item or indicator in which it is found again.",
        ),
        Field(
            key="since",
            type=Text(form=LABEL),
            says="The first version that has it, such as draft-01; "
            "left out while only the working draft does.",
        ),
        Field(key="how", type=Word(MANNERS), says="Whether it was taken over as it was."),
        Field(key="note", type=_LINE, says="What became of it there."),
    ),
)

CONTRIBUTION = Record(
    name="a contribution",
    make=Contribution,
    extra=True,
    fields=(
        Field(
            key="id",
            type=Text(form=ID),
            required=True,
            says="Its lasting name, unique in the file; never reused.",
        ),
        Field(key="kind", type=Word(KINDS), required=True, says="What it is."),
        Field(key="aspect", type=Word(ASPECTS), says="What it shows of the plan's prospects."),
        Field(key="by", type=Text(form=ID), says="The id of the member who brought it in."),
        Field(
            key="on-behalf-of",
            attribute="on_behalf_of",
            type=_LINE,
            says="The organisation or constituency that it was brought in for.",
        ),
        Field(key="date", type=Date(), says="When it was brought in."),
        Field(
            key="language",
            type=Code(vocabulary="language"),
            says="The language of its text: BCP 47; that of the plan where left out.",
        ),
        Field(key="text", type=_PROSE, required=True, says="What was said."),
        Field(key="source", type=_LINE, says="Where it can be read: minutes, a mail, a page."),
        Field(
            key="reflected-in",
            attribute="reflected_in",
            type=ListOf(RecordOf(REFLECTION)),
            says="Where in the plan it is found again.",
        ),
        Field(
            key="outcome",
            type=Word(OUTCOMES),
            says="What became of it; pending where left out.",
        ),
        Field(
            key="reason",
            type=_PROSE,
            says="Why it is not in the plan, or only partly; owed with these two outcomes.",
        ),
    ),
)

CONTRIBUTIONS = Record(
    name="a contributions file",
    make=Contributions,
    extra=True,
    fields=(
        Field(
            key="format",
            type=FormatVersion(),
            required=True,
            says=f"The version of this format: {FORMAT}.",
        ),
        Field(
            key="contributions",
            type=ListOf(RecordOf(CONTRIBUTION)),
            says="What members brought in.",
        ),
    ),
)

RECORDS = (CONTRIBUTIONS, CONTRIBUTION, REFLECTION)
"""Every record, in the order of the reference page."""
