"""Versions, each with how much is in it and how much changed since the one before."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import groupby

from lacplan.errors import LacplanError
from lacplan.history.listing import Listing
from lacplan.store.commit import Place
from lacplan.store.past import Past, open_past
from lacplan.store.versions import Version


def listings(
    place: Place, versions: Sequence[Version], step: Callable[[], None]
) -> Iterator[Listing]:
    """Yield what is told of each of *versions*; lightweight tags are left out.

    Args:
        place: Where they are.
        versions: Each plan's together, in their order.
        step: Called after each of them.
    """
    for name, group in groupby(versions, key=lambda each: each.tag.name):
        with open_past(place.repository, name) as past:
            known: dict[str, Version] = {}
            for version in group:
                if version.tag.annotated:
                    yield _listing(past, version, known)
                    known[version.tag.label] = version
                step()


def _listing(past: Past, version: Version, known: dict[str, Version]) -> Listing:
    """Return what is told of *version*; those before it are *known* by their labels."""
    tag, text = version.tag, version.text
    listing = Listing(
        plan=tag.name,
        label=tag.label,
        when=tag.when,
        by=text.by,
        email=text.email,
        tag=tag.id,
        commit=tag.commit,
        signed=text.signed,
    )
    before = _before(version, known)
    with suppress(LacplanError):
        facts = past.facts(version.blob or "")
        listing = listing._replace(digest=facts.digest, items=facts.items)
        if before is not None:
            counts = _counts(past, before.blob or "", version.blob or "")
            listing = listing._replace(previous=before.tag.label, counts=counts)
    return listing


def _before(version: Version, known: dict[str, Version]) -> Version | None:
    """Return the version that *version* names as the one before, or else the last one known."""
    if version.record and version.record.previous:
        named = known.get(version.record.previous.label)
        if named is not None:
            return named
    return next(reversed(known.values()), None)


def _counts(past: Past, old: str, new: str) -> Mapping[str, int]:
    changes = past.changes(old, new)
    counts = Counter[str](change.kind.value for change in changes)
    counts.update(change.weight.cls.value for change in changes)
    return counts
