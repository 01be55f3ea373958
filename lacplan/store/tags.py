"""The version tags of a plan: ``NAME@LABEL``, as git has them.

What a version's tag says of itself is read elsewhere; here is only which there are, and in which
order they were made.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from lacplan.model.fields import NAME
from lacplan.store.repository import Repository

LABEL = "[a-z0-9]+(-[a-z0-9]+)*"
"""What labels look like; with any plan's name before it, it makes a tag name that git accepts."""

PREVIOUS = "Lacplan-Previous"
"""The trailer of a version's tag that names the version before it; its first word is the label."""

_FIELDS = (
    "refname:lstrip=2",
    "objectname",
    "objecttype",
    "*objectname",
    "*objecttype",
    "creatordate:raw",
    f"contents:trailers:key={PREVIOUS},valueonly,unfold,separator=%x20",
)


class VersionTag(NamedTuple):
    """One tag called ``NAME@LABEL``."""

    name: str
    """The plan's."""

    label: str
    id: str
    """Of the tag's own object; of what it points at where it is lightweight."""

    commit: str | None
    """The commit that it names; ``None`` where it names something else."""

    when: datetime
    """When it was tagged; of a lightweight tag, when its commit was made."""

    annotated: bool
    """Only an annotated tag is a version: a lightweight one says neither when nor by whom."""

    previous: str | None = None
    """The label of the version that it says came before it."""

    @property
    def ref(self) -> str:
        """The draft reference, which is also the tag's name."""
        return f"{self.name}@{self.label}"


def version_tags(repository: Repository, name: str) -> tuple[VersionTag, ...]:
    """Return the version tags of the plan *name*, the oldest first.

    A version comes after the one that it names as its previous, whatever the clocks said; else the
    date decides, then the label (``draft-9`` before ``draft-10``).

    Args:
        repository: Where to look.
        name: The plan's; ``*`` for those of every plan.
    """
    if name != "*" and not re.fullmatch(NAME.pattern, name):
        return ()
    form = "%00".join(f"%({field})" for field in _FIELDS)
    said = repository.run("for-each-ref", f"--format={form}", f"refs/tags/{name}@*")
    lines = said.decode(errors="replace").split("\n")[:-1]
    found = [tag for line in lines if (tag := _tag(repository, line.split("\0")))]
    return tuple(_ordered(found))


def later_tags(repository: Repository, commit: str) -> frozenset[str]:
    """Return the names of the version tags of *commit* and of the commits that come after it."""
    words = ("--format=%(refname:lstrip=2)", f"--contains={commit}", "refs/tags/*@*")
    return frozenset(repository.run("for-each-ref", *words).decode(errors="replace").split("\n"))


def newest_version(repository: Repository, name: str) -> VersionTag | None:
    """Return the newest version of the plan *name*; ``None`` where there is none."""
    versions = [tag for tag in version_tags(repository, name) if tag.annotated and tag.commit]
    return versions[-1] if versions else None


def _tag(repository: Repository, fields: list[str]) -> VersionTag | None:
    ref, id, kind, target, target_kind, when, previous = fields
    name, _, label = ref.partition("@")
    if not re.fullmatch(NAME.pattern, name) or not re.fullmatch(LABEL, label):
        return None
    if kind == "tag":
        commit = target if target_kind == "commit" else repository.commit_id(id)
    else:
        commit = id if kind == "commit" else None
    return VersionTag(
        name=name,
        label=label,
        id=id,
        commit=commit,
        when=_date(when),
        annotated=kind == "tag",
        previous=previous.split()[0] if kind == "tag" and previous.split() else None,
    )


def _date(raw: str) -> datetime:
    """Return a date such as ``1364299200 -0300``; the beginning of 1970 where it can be none.

    Whoever makes a tag may write any number there, and git gives up where it shall spell it out.
    """
    found = re.fullmatch(r"(\d+) ([+-])(\d\d)(\d\d)", raw)
    try:
        ahead = timedelta(hours=int(found[3]), minutes=int(found[4])) if found else timedelta()
        zone = timezone(-ahead if found and found[2] == "-" else ahead)
        return datetime.fromtimestamp(int(found[1]) if found else 0, tz=zone)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, tz=UTC)


def _ordered(tags: Iterable[VersionTag]) -> list[VersionTag]:
    by_date = sorted(tags, key=lambda tag: (tag.name, tag.when, _natural(tag.label)))
    known = {tag.ref for tag in by_date}
    parked: dict[str, list[VersionTag]] = {}
    ordered: dict[str, VersionTag] = {}
    for tag in by_date:
        before = f"{tag.name}@{tag.previous}"
        if before in known and before not in ordered:
            parked.setdefault(before, []).append(tag)
            continue
        ready = [tag]
        while ready:
            ordered[ready[0].ref] = ready[0]
            ready += parked.pop(ready.pop(0).ref, [])
    # What is left names each other in a circle, which only a forger can make.
    return [*ordered.values(), *(tag for tag in by_date if tag.ref not in ordered)]


def _natural(label: str) -> list[tuple[bool, int, str]]:
    """Return a key that sorts ``draft-9`` before ``draft-10``."""
    return [
        (part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in label.split("-")
    ]
