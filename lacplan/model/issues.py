"""What a consultation raised, as values, and every field of ``issues.yaml``, written once.

Which comment belongs to which issue stands in ``links.csv`` alone.
"""

from collections.abc import Mapping
from typing import NamedTuple

from lacplan.model.consultation import FORMAT_FIELD, PER_LANGUAGE
from lacplan.model.date import PartialDate
from lacplan.model.fields import ID, LABEL
from lacplan.model.plan import NO_EXTRA, Extra
from lacplan.model.types import Date, Field, ListOf, Record, RecordOf, Text, Word

ISSUES_FILE = "issues.yaml"
LINKS_FILE = "links.csv"

DISPOSITIONS = (
    "accepted",
    "accepted-in-part",
    "already-covered",
    "not-accepted",
    "noted",
    "question-answered",
    "out-of-scope",
    "deferred",
    "duplicate",
    "withdrawn",
    "invalid",
    "open",
)
"""What became of an issue; in the order of every table.

Source: the dispositions of the comment tables of W3C ("Disposition of Comments") and ISO."""

OPEN = "open"

CHANGING = frozenset({"accepted", "accepted-in-part"})
"""The dispositions that promise a change, which the diff then has to show."""

REFUSING = frozenset({"not-accepted", "out-of-scope", "invalid", "withdrawn"})
"""The dispositions that turn a change down."""

NOT_TAKEN_UP = frozenset(
    {"not-accepted", "out-of-scope", "invalid", "deferred", "accepted-in-part"}
)
"""The dispositions by which a point, or a part of it, does not come into the plan for now."""

REASONED = frozenset(
    {"accepted-in-part", "already-covered", "not-accepted", "out-of-scope", "deferred", "duplicate"}
    | {"invalid"}
)
"""The dispositions that owe the commenters a reason."""

SATISFACTIONS = ("satisfied", "not-satisfied", "pending", "timed-out")


class Claim(NamedTuple):
    """A change that a disposition, or an editorial note, says was made."""

    item: str | None = None
    """An id; ``None`` for the plan itself."""

    field: str | None = None
    """``None`` for any of it: its fields, its place, its being there."""

    in_: str = ""
    """The label of the version that has the change."""

    note: str | None = None


class Decision(NamedTuple):
    """Who decided on an issue, when, and where that is written."""

    by: str | None = None
    on: PartialDate | None = None
    minutes: str | None = None


class Inquiry(NamedTuple):
    """A question back to the commenters, and what they said."""

    on: PartialDate | None = None
    text: str = ""
    answer: str | None = None


class Issue(NamedTuple):
    """One thing that comments raise, with the one answer that they get."""

    id: str = ""
    title: str = ""
    item: str | None = None
    """The id of the item that it is about; ``None`` for the plan as a whole."""

    arguments_for: tuple[str, ...] = ()
    arguments_against: tuple[str, ...] = ()
    disposition: str = OPEN
    reason: str | None = None
    response: tuple[tuple[str, str], ...] = ()
    """Each language (BCP 47) with the answer in it."""

    changes: tuple[Claim, ...] = ()
    duplicate_of: str | None = None
    decided: Decision | None = None
    satisfaction: str | None = None
    blocking: str | None = None
    """Whose objection stands against publishing a final version, and why."""

    inquiries: tuple[Inquiry, ...] = ()
    notes: str | None = None
    extra: Mapping[str, Extra] = NO_EXTRA

    @property
    def owes_reason(self) -> bool:
        """Whether it has yet to say why; a duplicate says it by naming the other issue."""
        return self.disposition in REASONED and not (self.reason or self.duplicate_of)


class Issues(NamedTuple):
    """What a consultation raised, and what was changed without anybody asking."""

    format: int = 0
    issues: tuple[Issue, ...] = ()
    editorial: tuple[Claim, ...] = ()
    """Changes that the editors made by themselves, and say so."""

    extra: Mapping[str, Extra] = NO_EXTRA


class Link(NamedTuple):
    """One line of ``links.csv``: the issue that a comment belongs to."""

    comment: str
    issue: str
    disposition: str | None = None
    """In place of the issue's, for this comment alone."""

    note: str | None = None


class LinkLine(NamedTuple):
    """One line of ``links.csv``."""

    number: int
    """From 1; the line of column names is the first."""

    link: Link | None
    """``None`` where the line is damaged."""

    fault: str | None = None
    """How it is damaged, as the end of a sentence that begins with the line."""


_LINE = Text()
_PROSE = Text(prose=True)

CLAIM = Record(
    name="a change",
    make=Claim,
    fields=(
        Field(
            key="item",
            type=Text(form=ID),
            says="The id of the item or indicator; the plan itself where left out.",
        ),
        Field(key="field", type=_LINE, says="Which of its fields; any of it where left out."),
        Field(
            key="in",
            attribute="in_",
            type=Text(form=LABEL),
            required=True,
            says="The label of the version that has the change.",
        ),
        Field(key="note", type=_LINE, says="What was changed, in a line."),
    ),
)

DECISION = Record(
    name="a decision",
    make=Decision,
    fields=(
        Field(key="by", type=_LINE, says="Who decided."),
        Field(key="on", type=Date(), says="When."),
        Field(key="minutes", type=_LINE, says="Where it is written."),
    ),
)

INQUIRY = Record(
    name="an inquiry",
    make=Inquiry,
    fields=(
        Field(key="on", type=Date(), says="When the commenters were asked."),
        Field(key="text", type=_PROSE, required=True, says="What they were asked."),
        Field(key="answer", type=_PROSE, says="What they said."),
    ),
)

ISSUE = Record(
    name="an issue",
    make=Issue,
    extra=True,
    fields=(
        Field(
            key="id",
            type=Text(form=ID),
            required=True,
            says="Its lasting name, which links.csv refers to.",
        ),
        Field(key="title", type=_LINE, required=True, says="What it is about, in a line."),
        Field(
            key="item",
            type=Text(form=ID),
            says="The id of the item that it is about; the plan as a whole where left out.",
        ),
        Field(
            key="arguments-for",
            attribute="arguments_for",
            type=ListOf(_PROSE),
            says="What speaks for it.",
        ),
        Field(
            key="arguments-against",
            attribute="arguments_against",
            type=ListOf(_PROSE),
            says="What speaks against it.",
        ),
        Field(
            key="disposition",
            type=Word(DISPOSITIONS),
            says="What became of it; open where left out.",
        ),
        Field(
            key="reason",
            type=_PROSE,
            says="Why; needed unless it was accepted, noted, answered or withdrawn.",
        ),
        Field(
            key="response",
            type=PER_LANGUAGE,
            says="The answer to the commenters, in each language.",
        ),
        Field(
            key="changes",
            type=ListOf(RecordOf(CLAIM)),
            says="The changes that were made because of it; the diff has to show them.",
        ),
        Field(
            key="duplicate-of",
            attribute="duplicate_of",
            type=Text(form=ID),
            says="The issue that says the same.",
        ),
        Field(key="decided", type=RecordOf(DECISION), says="Who decided, and when."),
        Field(
            key="satisfaction",
            type=Word(SATISFACTIONS),
            says="Whether the commenters are content with the answer.",
        ),
        Field(
            key="blocking",
            type=_LINE,
            says="Whose objection keeps a final version from being published, and why.",
        ),
        Field(
            key="inquiries",
            type=ListOf(RecordOf(INQUIRY)),
            says="Questions back to the commenters.",
        ),
        Field(key="notes", type=_PROSE, says="Remarks of those who keep the file."),
    ),
)

ISSUES = Record(
    name="a list of issues",
    make=Issues,
    extra=True,
    fields=(
        FORMAT_FIELD,
        Field(key="issues", type=ListOf(RecordOf(ISSUE)), says="What the comments raise."),
        Field(
            key="editorial",
            type=ListOf(RecordOf(CLAIM)),
            says="Changes that the editors made by themselves, each with a note that says why.",
        ),
    ),
)

RECORDS = (ISSUES, ISSUE, CLAIM, DECISION, INQUIRY)
"""Every record, the whole first, in the order of the reference page."""
