"""Who is in the group and who is not: counts, shares, targets, and what stands empty.

There is no single score: how many from where make a balance is for the group's charter to say.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from lacplan.consult.disclosure import Shown, protected
from lacplan.consult.population import Person, Population, members, present
from lacplan.model.date import PartialDate
from lacplan.model.group import DIMENSIONS, PRESENT, Charter, Group, Target
from lacplan.vocab.regions import part_of, parts_of
from lacplan.vocab.stakeholders import STAKEHOLDERS

ELSEWHERE = "elsewhere"
"""The subregion of whoever lies outside of the charter's area."""


class Row(NamedTuple):
    """How many people of each population are of one value."""

    value: str | None
    """``None`` for those of whom it is not known."""

    counts: tuple[int, ...]


class Dimension(NamedTuple):
    """One respect in which people are counted."""

    name: str
    rows: tuple[Row, ...]
    """Who is expected, then who was found besides, then the unknown, where there are any."""

    def empty(self, population: int) -> tuple[str, ...]:
        """Return the values that nobody of the population at this position is of."""
        values = (row.value for row in self.rows if not row.counts[population])
        return tuple(value for value in values if value and value != ELSEWHERE)


class State(StrEnum):
    """Whether a target is met, as far as that can be told with those who are not known."""

    MET = "met"
    MISSED = "missed"
    UNCLEAR = "unclear"


class Verdict(NamedTuple):
    """How the group stands to one target."""

    dimension: str
    value: str
    bound: str
    """``min`` or ``max-share``."""

    asked: Decimal
    """Members, or percent of them."""

    have: int
    unknown: int
    """Members who might be of that value too."""

    state: State

    every: bool = False
    """Whether the target is one for each value of the dimension, and all of them meet it; this is
    then the one that is nearest to the bound."""


class Cross(NamedTuple):
    """Stakeholder groups against subregions, for one population."""

    population: str
    rows: tuple[str | None, ...]
    columns: tuple[str | None, ...]
    cells: Shown | None
    """``None`` in a cell that is hidden; ``None`` altogether where the table must be withheld."""

    row_totals: tuple[int, ...]
    column_totals: tuple[int, ...]

    def empty(self) -> Iterator[tuple[str, str]]:
        """Yield each group and subregion that has people, but none in common."""
        for row, line, total in zip(self.rows, self.cells or (), self.row_totals, strict=False):
            for column, number, below in zip(self.columns, line, self.column_totals, strict=True):
                if row and column and number == 0 and total and below and column != ELSEWHERE:
                    yield row, column


class Meeting(NamedTuple):
    """How many members took part in a meeting."""

    date: PartialDate
    present: int
    seated: int
    quorum: int | None


class Balance(NamedTuple):
    """Who is in the group and who is not, on one day."""

    on: date
    area: str
    names: tuple[str, ...]
    """Of the populations that are counted side by side; the members come first."""

    totals: tuple[int, ...]
    dimensions: tuple[Dimension, ...]
    verdicts: tuple[Verdict, ...]
    cross: tuple[Cross, ...]
    meetings: tuple[Meeting, ...]
    without_seat: tuple[tuple[str, int], ...]
    """How many observers and staff there are; they are not counted."""

    at_other_times: int
    """How many hold a seat, but not on that day."""


def balance(
    group: Group, others: Sequence[Population], *, on: date, public: bool = False
) -> Balance:
    """Return how *group* is balanced on the day *on*.

    Args:
        group: The group and its charter.
        others: The populations to stand beside the members: contributors, commenters, and so on.
        on: The day.
        public: Whether cells of the cross tables that could show who somebody is are hidden.
    """
    everybody = (members(group, on), *others)
    area = group.charter.area
    dimensions = tuple(_dimension(name, everybody, group.charter) for name in DIMENSIONS)
    roles = Counter(each.role for each in present(group, on) if not each.seated)
    return Balance(
        on=on,
        area=area,
        names=tuple(each.name for each in everybody),
        totals=tuple(len(each.people) for each in everybody),
        dimensions=dimensions,
        verdicts=tuple(_verdicts(group.charter, dimensions, len(everybody[0].people))),
        cross=tuple(_cross(each, area, public=public) for each in everybody if each.people),
        meetings=tuple(_meetings(group, on)),
        without_seat=tuple(sorted(roles.items())),
        at_other_times=sum(each.seated for each in group.members) - len(everybody[0].people),
    )


def share(count: int, total: int) -> Decimal:
    """Return *count* in percent of *total*, to one digit; 0 of nobody."""
    part = Decimal(100 * count) / total if total else Decimal(0)
    return part.quantize(Decimal("0.1"))


def values_of(person: Person, dimension: str, area: str) -> tuple[str, ...]:
    """Return what *person* is of in *dimension*; nothing where it is not known."""
    match dimension:
        case "stakeholder":
            known = person.stakeholder in STAKEHOLDERS
            return (person.stakeholder,) if person.stakeholder and known else ()
        case "subregion":
            return (part_of(area, person.region) or ELSEWHERE,) if person.region else ()
        case "country":
            return (person.country,) if person.country else ()
        case _:
            return tuple(dict.fromkeys(map(_primary, person.languages)))


def _primary(tag: str) -> str:
    """Return the language of a tag without its region and script: ``pt`` of ``pt-BR``."""
    return tag.partition("-")[0].lower()


def _dimension(name: str, populations: Sequence[Population], charter: Charter) -> Dimension:
    counts = [_counted(each, name, charter.area) for each in populations]
    expected = [*_expected(name, charter)]
    values = {value for count in counts for value in count if value}.union(expected)

    def rank(value: str) -> tuple[int, bool, tuple[int, ...], str]:
        """Sort the groups and subregions as they are, and all else by how many there are."""
        fixed = name in ("stakeholder", "subregion") and value in expected
        place = expected.index(value) if fixed else len(expected)
        return place, value == ELSEWHERE, tuple(-count[value] for count in counts), value

    rows: list[str | None] = [*sorted(values, key=rank)]
    if any(None in count for count in counts):
        rows.append(None)
    return Dimension(name, tuple(Row(row, tuple(each[row] for each in counts)) for row in rows))


def _counted(population: Population, name: str, area: str) -> Counter[str | None]:
    counts: Counter[str | None] = Counter()
    for person in population.people:
        counts.update(values_of(person, name, area) or (None,))
    return counts


def _expected(name: str, charter: Charter) -> Iterator[str]:
    """Yield the values that have a row even where nobody is of them."""
    if name == "stakeholder":
        yield from STAKEHOLDERS
    elif name == "subregion":
        yield from parts_of(charter.area) or (charter.area,)
    else:
        asked = (each.value for each in charter.targets if each.dimension == name and each.value)
        yield from dict.fromkeys(map(_primary, asked) if name == "language" else asked)


def _verdicts(charter: Charter, dimensions: Sequence[Dimension], total: int) -> Iterator[Verdict]:
    """Yield a verdict for each bound of each target; of one for each value, those that matter."""
    tables = {each.name: each.rows for each in dimensions}
    for target in charter.targets:
        counts = {row.value: row.counts[0] for row in tables.get(target.dimension, ())}
        unknown = counts.pop(None, 0)
        if target.value:
            value = _primary(target.value) if target.dimension == "language" else target.value
            counts = {value: counts.get(value, 0)}
        counts.pop(ELSEWHERE, None)
        for bound in ("min", "max-share"):
            told = [
                verdict
                for value, count in counts.items()
                if value and (verdict := _verdict(target, bound, value, count, unknown, total))
            ]
            yield from told if target.value else _weightiest(told)


def _weightiest(told: list[Verdict]) -> list[Verdict]:
    """Return the verdicts that are not met; where all are, the one that is nearest to its bound."""
    if not told:
        return []
    missed = [each for each in told if each.state is not State.MET]
    closest = min if told[0].bound == "min" else max
    return missed or [closest(told, key=lambda verdict: verdict.have)._replace(every=True)]


def _verdict(
    target: Target, bound: str, value: str, count: int, unknown: int, total: int
) -> Verdict | None:
    if bound == "min":
        if target.min is None:
            return None
        asked, least, most = target.min, Decimal(count), Decimal(count + unknown)
        state = State.MET if least >= asked else State.UNCLEAR if most >= asked else State.MISSED
    else:
        if target.max_share is None:
            return None
        asked, seats = target.max_share, target.max_share * total / 100
        state = (
            State.MET
            if count + unknown <= seats
            else State.UNCLEAR
            if count <= seats
            else State.MISSED
        )
    return Verdict(target.dimension, value, bound, asked, count, unknown, state)


def _cross(population: Population, area: str, *, public: bool) -> Cross:
    counts = Counter(
        (group, region)
        for person in population.people
        for group in values_of(person, "stakeholder", area) or (None,)
        for region in values_of(person, "subregion", area) or (None,)
    )
    groups = {group for group, _ in counts}
    regions = {region for _, region in counts}
    rows: list[str | None] = [*STAKEHOLDERS]
    columns: list[str | None] = [*(parts_of(area) or (area,))]
    columns += [ELSEWHERE] if ELSEWHERE in regions else []
    rows += [None] if None in groups else []
    columns += [None] if None in regions else []
    cells = tuple(tuple(counts[row, column] for column in columns) for row in rows)
    return Cross(
        population=population.name,
        rows=tuple(rows),
        columns=tuple(columns),
        cells=protected(cells) if public else cells,
        row_totals=tuple(map(sum, cells)),
        column_totals=tuple(map(sum, zip(*cells, strict=True))),
    )


def _meetings(group: Group, on: date) -> Iterator[Meeting]:
    """Yield each meeting up to the day *on*, with how many of those with a seat took part."""
    dates = {each.date for member in group.members for each in member.attendance if each.date}
    quorum = group.charter.quorum
    for when in sorted(dates, key=lambda date: (date.first, str(date))):
        if when.first > on:
            continue
        seated = [member for member in present(group, when.first) if member.seated]
        there = sum(
            any(each.date == when and each.mode in PRESENT for each in member.attendance)
            for member in seated
        )
        yield Meeting(when, there, len(seated), int(quorum) if quorum is not None else None)
