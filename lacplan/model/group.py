"""The group that writes a plan, as values, and every field of ``group.yaml``, written once."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from lacplan.model.date import PartialDate
from lacplan.model.fields import FORMAT, ID
from lacplan.model.plan import NO_EXTRA, Extra
from lacplan.model.types import (
    Code,
    Date,
    Field,
    FormatVersion,
    ListOf,
    MapOf,
    Number,
    Record,
    RecordOf,
    Text,
    Word,
)
from lacplan.vocab.stakeholders import STAKEHOLDERS

DIMENSIONS = ("stakeholder", "subregion", "country", "language")
"""What a group is balanced over, in the order of every table."""

ROLES = ("chair", "member", "observer", "staff")
SEATED = frozenset({"chair", "member"})
"""The roles that hold a seat: balance, targets and quorum count these."""

MODES = ("in-person", "remote", "excused", "absent")
PRESENT = frozenset({"in-person", "remote"})


class Target(NamedTuple):
    """What the group should look like in one respect."""

    dimension: str = ""
    value: str | None = None
    """A stakeholder group, an area of M49, a country or a language; ``None`` for each of them."""

    min: Decimal | None = None
    """In members who hold a seat."""

    max_share: Decimal | None = None
    """In percent of the members who hold a seat."""

    note: str | None = None


class Charter(NamedTuple):
    """What the group is for, and what it should look like."""

    mandate: str | None = None
    area: str = "419"
    """UN M49: the part of the world whose subregions are to be represented."""

    seats: Decimal | None = None
    quorum: Decimal | None = None
    """How many members who hold a seat must be present for a decision."""

    targets: tuple[Target, ...] = ()


class Attendance(NamedTuple):
    """How a member took part in one meeting."""

    date: PartialDate | None = None
    mode: str = ""


class Member(NamedTuple):
    """A person who has a part in the group."""

    id: str = ""
    name: str = ""
    organization: str | None = None
    affiliations: tuple[str, ...] = ()
    """The bodies that the person is of; the first counts."""

    stakeholder: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""

    region: str | None = None
    """UN M49: in place of the one that the country lies in."""

    languages: tuple[str, ...] = ()
    role: str = "member"
    attendance: tuple[Attendance, ...] = ()
    from_: PartialDate | None = None
    to: PartialDate | None = None
    """The last day of what it names belongs to the membership."""

    source: str | None = None
    notes: str | None = None
    extra: Mapping[str, Extra] = NO_EXTRA

    @property
    def seated(self) -> bool:
        """Whether the person holds a seat."""
        return self.role in SEATED


class Group(NamedTuple):
    """The group that writes a plan: its charter and its members."""

    format: int = 0
    title: str | None = None
    charter: Charter = Charter()
    constituencies: tuple[tuple[str, str], ...] = ()
    """Bodies of the plan's community, and the stakeholder group that each belongs to."""

    regions: tuple[tuple[str, str], ...] = ()
    """Countries that this plan counts to another region (UN M49) than the United Nations do."""

    members: tuple[Member, ...] = ()
    extra: Mapping[str, Extra] = NO_EXTRA


_LINE = Text()
_PROSE = Text(prose=True)

TARGET = Record(
    name="a target",
    make=Target,
    fields=(
        Field(
            key="dimension", type=Word(DIMENSIONS), required=True, says="What is to be balanced."
        ),
        Field(
            key="value",
            type=_LINE,
            says="Which one: a stakeholder group, a region (UN M49), a country or a language; "
            "each of them where left out.",
        ),
        Field(key="min", type=Number(), says="How many members it should have at the least."),
        Field(
            key="max-share",
            attribute="max_share",
            type=Number(),
            says="What part of the members it should make up at the most, in percent.",
        ),
        Field(key="note", type=_LINE, says="Where the target comes from."),
    ),
)

CHARTER = Record(
    name="a charter",
    make=Charter,
    fields=(
        Field(key="mandate", type=_PROSE, says="What the group is for, and who set it up."),
        Field(
            key="area",
            type=Code(vocabulary="region"),
            says="The part of the world that is to be represented: UN M49; "
            "419, Latin America and the Caribbean, where left out.",
        ),
        Field(key="seats", type=Number(), says="How many members the group is to have."),
        Field(
            key="quorum",
            type=Number(),
            says="How many members must be present for a decision.",
        ),
        Field(key="targets", type=ListOf(RecordOf(TARGET)), says="What it should look like."),
    ),
)

ATTENDANCE = Record(
    name="an attendance",
    make=Attendance,
    fields=(
        Field(key="date", type=Date(), required=True, says="The day on which the meeting began."),
        Field(key="mode", type=Word(MODES), required=True, says="How the member took part."),
    ),
)

MEMBER = Record(
    name="a member",
    make=Member,
    extra=True,
    fields=(
        Field(
            key="id",
            type=Text(form=ID),
            required=True,
            says="A lasting name; contributions are signed with it.",
        ),
        Field(key="name", type=_LINE, required=True, says="The person's name."),
        Field(key="organization", type=_LINE, says="Where the person works."),
        Field(
            key="affiliations",
            type=ListOf(_LINE),
            says="The bodies that the person is of, as people wear two hats; the first counts.",
        ),
        Field(
            key="stakeholder",
            type=Word(STAKEHOLDERS),
            says="The stakeholder group; that of the first affiliation where left out.",
        ),
        Field(
            key="country",
            type=Code(vocabulary="country"),
            says="Where the person speaks from: ISO 3166-1 alpha-2, two letters.",
        ),
        Field(
            key="region",
            type=Code(vocabulary="region"),
            says="The region (UN M49), where it is another than the country's.",
        ),
        Field(
            key="languages",
            type=ListOf(Code(vocabulary="language")),
            says="The languages that the person works in: BCP 47.",
        ),
        Field(
            key="role",
            type=Word(ROLES),
            says="The part in the group, member where left out; "
            "observers and staff hold no seat and are not counted.",
        ),
        Field(
            key="attendance",
            type=ListOf(RecordOf(ATTENDANCE)),
            says="How the person took part in each meeting.",
        ),
        Field(key="from", attribute="from_", type=Date(), says="When the membership begins."),
        Field(key="to", type=Date(), says="When it ends: the last day of what the date names."),
        Field(key="source", type=_LINE, says="Where this is known from."),
        Field(key="notes", type=_PROSE, says="Remarks of those who keep the file."),
    ),
)

GROUP = Record(
    name="a group",
    make=Group,
    extra=True,
    fields=(
        Field(
            key="format",
            type=FormatVersion(),
            required=True,
            says=f"The version of this format: {FORMAT}.",
        ),
        Field(key="title", type=_LINE, says="What the group is called."),
        Field(
            key="charter",
            type=RecordOf(CHARTER),
            says="What it is for, and what it should look like.",
        ),
        Field(
            key="constituencies",
            type=MapOf(of=Word(STAKEHOLDERS), make=lambda key, group: (key, group or "")),
            says="Bodies of the plan's community, such as GAC, and the stakeholder group of each.",
        ),
        Field(
            key="regions",
            type=MapOf(
                of=Code(vocabulary="region"),
                make=lambda key, region: (key, region or ""),
                keys=Code(vocabulary="country"),
            ),
            says="Countries that are counted to another region (UN M49) than the United Nations' "
            "own, since bodies group territories differently.",
        ),
        Field(key="members", type=ListOf(RecordOf(MEMBER)), says="Who writes the plan."),
    ),
)

RECORDS = (GROUP, CHARTER, TARGET, MEMBER, ATTENDANCE)
"""Every record, in the order of the reference page."""
