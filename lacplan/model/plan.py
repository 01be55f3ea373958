"""The plan and its parts, as values.

Attributes bear the names of the YAML fields. Text that a draft leaves out is ``None``, a list
that it leaves out is ``()``. A field that is required but missing or faulty in the draft is the
empty text, so that a faulty draft can still be judged as a whole.

These are named tuples and not dataclasses, since making one of those takes five times as long, at
every start of lacplan; they are made with keywords all the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from lacplan.model.date import PartialDate

Extra = str | None | Sequence["Extra"] | Mapping[str, "Extra"]
"""The value of an ``x-`` field: kept, never judged, its scalars text."""

NO_EXTRA: Mapping[str, Extra] = MappingProxyType({})


class Period(NamedTuple):
    """The time that a plan covers; each bound may be open."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    """The last day of what it names belongs to the period."""


class Organization(NamedTuple):
    """The body whose plan it is."""

    name: str
    url: str | None = None


class Level(NamedTuple):
    """One level of a plan's tree."""

    key: str
    """The YAML key that holds this level's items, such as ``objectives``."""

    label: str
    """What people call one item of it, such as ``Strategic Objective``."""


class Framework(NamedTuple):
    """Another plan or standard that items may align with."""

    id: str
    title: str
    codes: tuple[tuple[str, str], ...] = ()
    """Each code with what it stands for."""


class Measurement(NamedTuple):
    """What was aimed at and what was reached over a stretch of time.

    Source: StratML Part 2, ``MeasurementInstance``.
    """

    start: PartialDate | None = None
    end: PartialDate | None = None
    target: Decimal | None = None
    actual: Decimal | None = None


class Indicator(NamedTuple):
    """A measurement that shows whether an objective is being met.

    Source: StratML Part 2, ``PerformanceIndicator``.
    """

    id: str
    """Never reused and never renumbered: diff and merge match on it."""

    title: str

    unit: str | None = None
    """What one unit of *baseline* and *target* counts, such as ``%``."""

    baseline: Decimal | None = None
    """In *unit*, on the day the plan starts."""

    target: Decimal | None = None
    """In *unit*, by *due*, or on the day the plan ends."""

    due: PartialDate | None = None
    verification: str | None = None
    measurements: tuple[Measurement, ...] = ()
    extra: Mapping[str, Extra] = NO_EXTRA


class Stakeholder(NamedTuple):
    """A person or body that has a part in an item.

    Source: StratML Part 1, ``Stakeholder``.
    """

    name: str
    role: str | None = None


class Budget(NamedTuple):
    """A sum of money."""

    amount: Decimal | None = None
    """In whole units of *currency*, not in cents."""

    currency: str | None = None
    """ISO 4217, alphabetic."""


class Item(NamedTuple):
    """A node of the plan's tree: an area, an objective, a project, or the plan's own levels."""

    id: str
    """Never reused and never renumbered: diff and merge match on it."""

    title: str

    level: int = 0
    """Position in the plan's ``levels``, 0 for the outermost."""

    code: str | None = None
    """What people print and quote; follows position and may have gaps."""

    description: str | None = None
    rationale: str | None = None
    notes: str | None = None
    opportunities: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    lead: str | None = None
    partners: tuple[str, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    """The last day of what it names belongs to the item's period."""

    status: str | None = None
    budget: Budget | None = None
    aligns: tuple[str, ...] = ()
    """Each ``framework:code``."""

    replaces: tuple[str, ...] = ()
    """Each an ``id`` of an earlier draft, or ``other-plan#id``."""

    tags: tuple[str, ...] = ()
    extra: Mapping[str, Extra] = NO_EXTRA
    items: tuple["Item", ...] = ()

    def own(self) -> "Item":
        """Return what the item says itself: without place, code and what lies under it."""
        return self._replace(items=(), code=None, level=0)

    def walk(self) -> Iterator["Item"]:
        """Yield the item and all that lies under it, in the draft's order."""
        yield self
        for item in self.items:
            yield from item.walk()


class Stance(NamedTuple):
    """What an item or indicator says, and where it stands."""

    own: Item | Indicator
    """Itself, without code and place."""

    parent: str | None
    """The id of what it lies under; ``None`` at the top."""

    below: frozenset[str]
    """The ids of the items right under it."""


class Plan(NamedTuple):
    """One state of a plan: what a draft says, without its comments and layout."""

    format: int
    name: str
    title: str
    language: str
    """BCP 47: the language of every text in the plan."""

    stage: str = "draft"
    period: Period | None = None
    summary: str | None = None
    vision: str | None = None
    mission: str | None = None
    values: tuple[str, ...] = ()
    organization: Organization | None = None
    levels: tuple[Level, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    sources: tuple[str, ...] = ()
    extra: Mapping[str, Extra] = NO_EXTRA
    items: tuple[Item, ...] = ()

    def walk(self) -> Iterator[Item]:
        """Yield every item in the draft's order, each before what lies under it."""
        for item in self.items:
            yield from item.walk()

    def ids(self) -> frozenset[str]:
        """Return the ids of all items and indicators."""
        items = [item.id for item in self.walk()]
        return frozenset(items).union(each.id for item in self.walk() for each in item.indicators)

    def stances(self) -> dict[str, Stance]:
        """Return by their ids what each item and indicator says, and where it stands."""
        parents = {below.id: item.id for item in self.walk() for below in item.items}
        found: dict[str, Stance] = {}
        for item in self.walk():
            below = frozenset(each.id for each in item.items)
            found.setdefault(item.id, Stance(item.own(), parents.get(item.id), below))
            for each in item.indicators:
                found.setdefault(each.id, Stance(each, item.id, frozenset()))
        return found

    def find(self, id: str) -> Item | None:
        """Return the item that bears *id*, or else *id* as its code."""
        items = tuple(self.walk())
        by_id = (item for item in items if item.id == id)
        by_code = (item for item in items if item.code == id)
        return next(by_id, None) or next(by_code, None)
