"""People as the balance counts them, whoever they are: members, contributors, commenters."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from lacplan.model.comment import Comment
from lacplan.model.contribution import Contribution
from lacplan.model.group import Group, Member
from lacplan.model.issues import CHANGING
from lacplan.model.ledger import Ledger
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


class Counting:
    """How a group counts people; made once, it counts many fast.

    Args:
        group: What says which constituency belongs to which stakeholder group, and which country
            to which region.
    """

    def __init__(self, group: Group) -> None:
        self._constituencies = dict(group.constituencies)
        self._regions = dict(group.regions)

    def person(
        self,
        *,
        stakeholder: str | None = None,
        affiliations: tuple[str, ...] = (),
        region: str | None = None,
        country: str | None = None,
        languages: tuple[str, ...] = (),
    ) -> Person:
        """Return a person as the group counts them.

        Args:
            stakeholder: The person's stakeholder group, or a constituency.
            affiliations: The bodies that the person is of; the first counts where *stakeholder*
                says nothing.
            region: UN M49; in place of the one that the country lies in.
            country: ISO 3166-1 alpha-2.
            languages: BCP 47.
        """
        body = stakeholder or next(iter(affiliations), None)
        named = self._constituencies.get(body, stakeholder) if body else None
        if region is None and country is not None:
            region = self._regions.get(country) or region_of(country)
        return Person(named, region, country, languages)

    def member(self, member: Member) -> Person:
        """Return a member of the group as it counts them."""
        return self.person(
            stakeholder=member.stakeholder,
            affiliations=member.affiliations,
            region=member.region,
            country=member.country,
            languages=member.languages,
        )


def members(group: Group, on: date) -> Population:
    """Return those who hold a seat in *group* on the day *on*."""
    seated = (each for each in present(group, on) if each.seated)
    return Population("members", tuple(map(Counting(group).member, seated)))


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
    counting = Counting(group)
    known = {member.id: member for member in group.members}
    signed: dict[str, Person] = {}
    for each in contributions:
        if each.date is not None and each.date.first > on:
            continue
        if each.by in known:
            signed[f"member {each.by}"] = counting.member(known[each.by])
        elif each.on_behalf_of or each.by:
            bodies = (each.on_behalf_of,) if each.on_behalf_of else ()
            name = each.on_behalf_of or each.by
            signed[f"body {name}"] = counting.person(affiliations=bodies)
    return Population("contributors", tuple(signed.values()))


def commenters(group: Group, ledgers: Iterable[Ledger], on: date) -> Population:
    """Return who had commented by the day *on*: the author of each submission, once.

    What was withdrawn came in all the same, and is counted here as everywhere. What a person could
    be known by may have been erased since; such a one counts, and is not known.
    """
    first: dict[tuple[str, str], Comment] = {}
    for ledger in ledgers:
        for comment in _until(ledger.comments, on):
            first.setdefault((ledger.id, comment.submission), comment)
    return Population("commenters", tuple(_authors(group, first.values())))


def accepted(group: Group, ledgers: Iterable[Ledger], on: date) -> Population:
    """Return the author of each comment of that time that was accepted, wholly or in part."""
    those = (
        comment
        for ledger in ledgers
        for comment in _until(ledger.comments, on)
        if ledger.disposition(comment) in CHANGING
    )
    return Population("accepted", tuple(_authors(group, those)))


def _until(comments: Iterable[Comment], on: date) -> Iterator[Comment]:
    return (comment for comment in comments if comment.received[:10] <= on.isoformat())


def _authors(group: Group, comments: Iterable[Comment]) -> Iterator[Person]:
    """Yield the author of each of *comments*; the language is the one it is written in."""
    counting = Counting(group)
    known: dict[tuple[str | None, str | None, str | None], Person] = {}
    for each in comments:
        who = (each.author.stakeholder, each.author.country, each.language)
        if who not in known:
            languages = (each.language,) if each.language else ()
            known[who] = counting.person(stakeholder=who[0], country=who[1], languages=languages)
        yield known[who]
