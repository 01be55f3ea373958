"""People as the balance counts them, whoever they are: members, contributors, commenters."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lacplan.model.contribution import Contribution
from lacplan.model.group import Group, Member
from lacplan.vocab.regions import region_of


class Person(NamedTuple):
    """What is counted of a person; ``None`` and ``()`` stand for what is not known."""

    stakeholder: str | None = None
    """One of the stakeholder groups."""

    region: str | None = None
    """UN M49: the smallest area that is known."""

    country: str | None = None
    """ISO 3166-1 alpha-2."""

    languages: tuple[str, ...] = ()
    """BCP 47."""


class Population(NamedTuple):
    """Several people who are counted together."""

    name: str
    """``members``, ``contributors``, ``commenters`` or ``accepted``."""

    people: tuple[Person, ...]


def person(
    group: Group,
    *,
    stakeholder: str | None = None,
    affiliations: tuple[str, ...] = (),
    region: str | None = None,
    country: str | None = None,
    languages: tuple[str, ...] = (),
) -> Person:
    """Return a person as *group* counts them.

    Args:
        group: What says which constituency belongs to which stakeholder group, and which country
            to which region.
        stakeholder: The person's stakeholder group, or a constituency of the group.
        affiliations: The bodies that the person is of; the first counts where *stakeholder* says
            nothing.
        region: UN M49; in place of the one that the country lies in.
        country: ISO 3166-1 alpha-2.
        languages: BCP 47.
    """
    constituencies = dict(group.constituencies)
    body = stakeholder or next(iter(affiliations), None)
    named = constituencies.get(body, stakeholder) if body else None
    own = dict(group.regions).get(country or "") or (region_of(country) if country else None)
    return Person(named, region or own, country, languages)


def members(group: Group, on: date) -> Population:
    """Return those who hold a seat in *group* on the day *on*."""
    seated = (each for each in present(group, on) if each.seated)
    return Population("members", tuple(_of_member(group, each) for each in seated))


def present(group: Group, on: date) -> Iterator[Member]:
    """Yield those who belong to *group* on the day *on*, observers and staff too."""
    for member in group.members:
        begun = member.from_ is None or member.from_.first <= on
        ended = member.to is not None and member.to.last < on
        if begun and not ended:
            yield member


def contributors(group: Group, contributions: tuple[Contribution, ...], on: date) -> Population:
    """Return those who had brought something in by the day *on*, each of them once.

    A contribution that no member signed counts for whom it was brought in for: a constituency of
    the group, or somebody of whom nothing is known.
    """
    known = {member.id: member for member in group.members}
    signed: dict[str, Person] = {}
    for each in contributions:
        if each.date is not None and each.date.first > on:
            continue
        if each.by in known:
            signed[f"member {each.by}"] = _of_member(group, known[each.by])
        elif each.on_behalf_of or each.by:
            body = each.on_behalf_of
            signed[f"body {body or each.by}"] = person(group, affiliations=(body,) if body else ())
    return Population("contributors", tuple(signed.values()))


def _of_member(group: Group, member: Member) -> Person:
    return person(
        group,
        stakeholder=member.stakeholder,
        affiliations=member.affiliations,
        region=member.region,
        country=member.country,
        languages=member.languages,
    )
