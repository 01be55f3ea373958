"""A consultation, as values, and every field of ``consultation.yaml``, written once.

It says what was asked, of whom and until when.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from lacplan.model.date import PartialDate
from lacplan.model.fields import FORMAT, ID, LABEL
from lacplan.model.plan import NO_EXTRA, Extra
from lacplan.model.types import (
    Code,
    Date,
    Field,
    Form,
    FormatVersion,
    ListOf,
    MapOf,
    Number,
    Record,
    RecordOf,
    Text,
    Word,
)

CONSULTATION_FILE = "consultation.yaml"

STATES = ("planned", "open", "closed", "analysing", "responded")

LATE_POLICIES = ("accept", "mark", "refuse")
"""What is done with a comment that came outside the window: taken as any other, taken and shown
apart, or not taken at the import."""

AUTHOR_FIELDS = ("name", "organization", "stakeholder", "country")
"""What may be told of an author in public."""

MOMENT = Form(
    pattern="[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?"
    "(Z|[+-][0-9]{2}:[0-9]{2})",
    says="a day, a time and its offset, such as 2013-04-11T23:59:00-03:00 (RFC 3339)",
    fault="malformed-date",
)
SHA256 = Form(pattern="[0-9a-f]{64}", says="64 hexadecimal digits")


class Extension(NamedTuple):
    """A later closing than was first said."""

    until: str = ""
    """RFC 3339."""

    on: PartialDate | None = None
    """When it was decided."""

    why: str | None = None


class Question(NamedTuple):
    """A question that the consultation puts to everybody."""

    id: str = ""
    text: tuple[tuple[str, str], ...] = ()
    """Each language (BCP 47) with the question in it."""


class Consultation(NamedTuple):
    """The consultation of the community on one version of a plan."""

    format: int = 0
    version: str = ""
    """The label of the version that is consulted, such as ``draft-01``."""

    digest: str = ""
    """The digest of that version: what was asked about is never another text."""

    title: str | None = None
    state: str = "planned"
    opens: str = ""
    """RFC 3339."""

    closes: str = ""
    """RFC 3339: as first said; see `end`."""

    extensions: tuple[Extension, ...] = ()
    languages: tuple[str, ...] = ()
    """BCP 47: those in which comments are taken."""

    questions: tuple[Question, ...] = ()
    channels: tuple[str, ...] = ()
    late: str = "mark"
    public: tuple[str, ...] = AUTHOR_FIELDS
    """What the public report tells of an author."""

    report_due: PartialDate | None = None
    inquiry_days: Decimal | None = None
    """How many days a commenter has to say whether an answer satisfies."""

    notes: str | None = None
    extra: Mapping[str, Extra] = NO_EXTRA

    @property
    def end(self) -> str:
        """When it closes, the last extension counted: RFC 3339."""
        return self.extensions[-1].until if self.extensions else self.closes


_LINE = Text()
_PROSE = Text(prose=True)
_LANGUAGE = Code(vocabulary="language")


def _in_language(language: str, text: str | None) -> tuple[str, str]:
    return language, text or ""


PER_LANGUAGE = MapOf(of=_PROSE, make=_in_language, keys=_LANGUAGE)
FORMAT_FIELD = Field(
    key="format",
    type=FormatVersion(),
    required=True,
    says=f"The version of this format: {FORMAT}.",
)

EXTENSION = Record(
    name="an extension",
    make=Extension,
    fields=(
        Field(
            key="until",
            type=Text(form=MOMENT),
            required=True,
            says="The new closing: RFC 3339, with the offset.",
        ),
        Field(key="on", type=Date(), says="When it was decided."),
        Field(key="why", type=_LINE, says="Why, in a line."),
    ),
)

QUESTION = Record(
    name="a question",
    make=Question,
    fields=(
        Field(key="id", type=Text(form=ID), required=True, says="What answers refer to."),
        Field(
            key="text",
            type=PER_LANGUAGE,
            required=True,
            says="The question, in each language that it is asked in.",
        ),
    ),
)

CONSULTATION = Record(
    name="a consultation",
    make=Consultation,
    extra=True,
    fields=(
        FORMAT_FIELD,
        Field(
            key="version",
            type=Text(form=LABEL),
            required=True,
            says="The label of the version that is consulted, such as draft-01.",
        ),
        Field(
            key="digest",
            type=Text(form=SHA256),
            required=True,
            says="The digest of that version, so that nobody can change what was asked about.",
        ),
        Field(key="title", type=_LINE, says="What the consultation is called."),
        Field(key="state", type=Word(STATES), required=True, says="How far it has come."),
        Field(
            key="opens",
            type=Text(form=MOMENT),
            required=True,
            says="When it opens: RFC 3339, with the offset.",
        ),
        Field(
            key="closes",
            type=Text(form=MOMENT),
            required=True,
            says="When it closes, as first said: RFC 3339, with the offset.",
        ),
        Field(
            key="extensions",
            type=ListOf(RecordOf(EXTENSION)),
            says="Later closings; the last one counts.",
        ),
        Field(
            key="languages",
            type=ListOf(_LANGUAGE),
            says="The languages in which comments are taken: BCP 47.",
        ),
        Field(
            key="questions",
            type=ListOf(RecordOf(QUESTION)),
            says="What everybody is asked.",
        ),
        Field(key="channels", type=ListOf(_LINE), says="How comments may come."),
        Field(
            key="late",
            type=Word(LATE_POLICIES),
            says="What is done with comments outside the window; mark where left out.",
        ),
        Field(
            key="public",
            type=ListOf(Word(AUTHOR_FIELDS)),
            says="What the public report tells of an author; all of it where left out.",
        ),
        Field(
            key="report-due", attribute="report_due", type=Date(), says="When the report is due."
        ),
        Field(
            key="inquiry-days",
            attribute="inquiry_days",
            type=Number(),
            says="How many days a commenter has to say whether an answer satisfies.",
        ),
        Field(key="notes", type=_PROSE, says="Remarks of those who keep the file."),
    ),
)

RECORDS = (CONSULTATION, EXTENSION, QUESTION)
"""Every record, the whole first, in the order of the reference page."""
