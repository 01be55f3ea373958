"""Sentences on where a contribution went, for pages and terminals alike."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lacplan.consult.trace import Claim, Orphan, Place, Standing, Trace, Traced
from lacplan.model.plan import Item
from lacplan.render.changes.names import labelled
from lacplan.render.community.words import Words

_SIGNS = {Standing.THERE: "✔", Standing.CARRIED_ON: "→"}
_LONGEST = 100
"""How much of a contribution's text stands in a list, in characters."""


class Told(NamedTuple):
    """What tells of a trace in one language."""

    trace: Trace
    words: Words
    names: Mapping[str, str]
    """The names of the members by their ids."""

    @property
    def nothing(self) -> str:
        """Return what to say where no contribution is to be told of."""
        return self.words["nothing" if self.trace.contributions else "none brought"]

    def state(self, label: str | None) -> str:
        """Return what a state is called."""
        return label or self.words["draft"]

    def sign(self, place: Place) -> str:
        """Return code, or else id, of an item with a sign for what became of it."""
        return f"{place.code or place.item}\N{NO-BREAK SPACE}{_SIGNS.get(place.standing, '✖')}"

    def place(self, place: Place) -> str:
        """Return what became of one item, in a line."""
        name = labelled(place.code, place.title) or place.item
        parts = [name if place.title is None else f"{name} ({place.item})"]
        if place.how:
            parts.append(self.words.word(place.how))
        if place.since:
            parts.append(self.words["since"].format(place.since))
        told = [", ".join(parts), self._standing(place)]
        if claim := self._claim(place):
            told.append(claim)
        return "; ".join(told)

    def seen(self, place: Place) -> str:
        """Return in which states an item is there."""
        states = zip(self.trace.states, place.present, strict=True)
        told = (f"{self.state(each.label)} {'✔' if there else '✖'}" for each, there in states)
        return " · ".join(told)

    def who(self, traced: Traced) -> str:
        """Return who brought a contribution in, and for whom."""
        one = traced.contribution
        name = self.names.get(one.by, one.by) if one.by else ""
        body = self.words["for"].format(one.on_behalf_of) if one.on_behalf_of else ""
        return " ".join(part for part in (name, body) if part)

    def head(self, traced: Traced) -> str:
        """Return what a contribution is, and what came of it, in a line."""
        one, words = traced.contribution, self.words
        kind = ", ".join(words.word(each) for each in (one.kind, one.aspect) if each)
        when = words.page.date(one.date) if one.date else ""
        told = ", ".join(part for part in (kind, self.who(traced), when) if part)
        return f"{told}{words.page.colon} {words.word(one.outcome)}"

    def why_nowhere(self, traced: Traced) -> str:
        """Return why a contribution is found again nowhere."""
        one, words = traced.contribution, self.words
        told = [words.word(one.outcome)]
        told += [
            f"{place.item}{words.page.colon} {self._standing(place)}" for place in traced.places
        ]
        if one.reason:
            told.append(words["reason"].format(" ".join(one.reason.split())))
        return "; ".join(told)

    def orphan(self, orphan: Orphan) -> str:
        """Return what an item that nobody asked for is called."""
        told = f"{labelled(orphan.item.code, orphan.item.title)} ({orphan.item.id})"
        thing = self.trace.find_id(orphan.under) if orphan.under else None
        if isinstance(thing, Item):
            told += f", {self.words['under'].format(thing.code or thing.id)}"
        return told

    def _standing(self, place: Place) -> str:
        word = self.words[place.standing]
        if place.standing is Standing.CARRIED_ON:
            return word.format(", ".join(map(self._called, place.heirs)))
        return word.format(self.state(place.removed_in))

    def _called(self, id: str) -> str:
        thing = self.trace.find_id(id)
        return f"{thing.code} ({id})" if isinstance(thing, Item) and thing.code else id

    def _claim(self, place: Place) -> str:
        match place.claim:
            case Claim.UNCHANGED | Claim.MISSING:
                return self.words[place.claim].format(place.since)
            case Claim.UNKNOWN:
                return self.words["unknown version"].format(place.since)
            case Claim.HOLDS | Claim.NONE:
                return ""


def areas(trace: Trace) -> Iterator[tuple[str, str]]:
    """Yield id and code, or else id, of the outermost items that reflect a contribution.

    An item that is gone counts for the area that it lay in when it was last there; what never was
    counts for none.
    """
    held = holders(trace)
    wanted = {held.get(place.item, "") for each in trace.contributions for place in each.places}
    known = {area.id: area for area in trace.plan.items}
    for id in dict.fromkeys([*known, *sorted(wanted - {""})]):
        if id in wanted:
            thing = trace.find_id(id)
            yield id, (thing.code if isinstance(thing, Item) else None) or id
    if "" in wanted:
        yield "", "?"


def holders(trace: Trace) -> dict[str, str]:
    """Return, for each item and indicator of any state, the outermost item that it lies in."""
    found: dict[str, str] = {}
    for state in trace.states:
        for area in state.areas:
            for item in area.walk():
                found[item.id] = area.id
                found.update((indicator.id, area.id) for indicator in item.indicators)
    return found


def short(text: str) -> str:
    """Return *text* on one line of at most 100 characters."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
