"""From a draft to the files that lie beside it, and to the versions that were published of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from lacplan.document.parse import parse_bytes
from lacplan.document.tree import Document
from lacplan.errors import LacplanError
from lacplan.model.companions import COMPANIONS, CONSULTED, Companion
from lacplan.model.decode import Read, decode_record
from lacplan.model.plan import Plan
from lacplan.model.version import Version
from lacplan.store.beside import PLAN_FILE, Beside
from lacplan.store.commit import find_place
from lacplan.store.drafts import Source, fetch
from lacplan.store.repository import Repository


@dataclass(frozen=True)
class CompanionFile:
    """The text of a file that lies beside a draft."""

    companion: Companion
    file: str
    """As people and programs see it."""

    raw: bytes

    @cached_property
    def document(self) -> Document:
        """The text, parsed."""
        return parse_bytes(self.raw)

    @cached_property
    def read(self) -> Read:
        """What it says, as far as it can be read."""
        return decode_record(self.document, self.companion.record)

    @property
    def value(self) -> Any:
        """What it says: what its record makes.

        Raises:
            LacplanError: It does not parse.
        """
        if self.read.value is None:
            fault = (*self.document.faults, *self.read.faults)[0]
            line, column = self.document.position(fault.span.start)
            raise LacplanError(f"{self.file}:{line}:{column}: {fault.message}", hint=fault.hint)
        return self.read.value


def companion(beside: Beside | None, kind: Companion) -> CompanionFile | None:
    """Return the file of this *kind* in the folder of a plan; ``None`` where there is none.

    Args:
        beside: The folder; ``None`` of a plan that is a single file.
        kind: Which file is meant.

    Raises:
        LacplanError: It is there and can't be read.
    """
    raw = beside.read(kind.file) if beside else None
    if beside is None or raw is None:
        return None
    return CompanionFile(kind, beside.shown(kind.file), raw)


def companions(source: Source) -> Iterator[CompanionFile]:
    """Yield every file beside the draft that there is, in their order.

    Raises:
        LacplanError: One is there and can't be read.
    """
    for kind in COMPANIONS:
        found = companion(source.beside, kind)
        if found:
            yield found


def companion_paths(folder: Path) -> Iterator[Path]:
    """Yield the file of each companion in the plan's *folder*, and in its consultations'."""
    yield from (path for kind in COMPANIONS if (path := folder / kind.file).is_file())
    for consultation in sorted(folder.glob("consultations/*/")):
        yield from (path for kind in CONSULTED if (path := consultation / kind.file).is_file())


def published(source: Source) -> tuple[Version, ...] | None:
    """Return the versions of the plan that its draft in *source* can know of, the oldest first.

    A draft of a commit knows of none that was made of a later one: what is said of it stays true.

    Returns:
        ``None`` where there is no history.
    """
    return _versions(source, source.commit)


def ever_published(source: Source) -> tuple[Version, ...]:
    """Return all versions of the plan, the oldest first, whichever state *source* is."""
    return _versions(source, None) or ()


def lacking(source: Source) -> str | None:
    """Return what to fetch where this clone may lack versions of the plan; ``None`` where not.

    It may where it is shallow, and where it has no version of any plan.
    """
    from lacplan.store.revision import what_is_missing
    from lacplan.store.tags import version_tags

    try:
        repository = _repository(source)
        if not repository.is_shallow and version_tags(repository, "*"):
            return None
        missing = " ".join(what_is_missing(repository, source.name or "", []))
        fetch = "Where they were pushed, they come with: git fetch --tags"
        return missing if "git fetch" in missing else f"{missing} {fetch}"
    except LacplanError:
        return None


def _repository(source: Source) -> Repository:
    return find_place(_folder(source)).repository


def _folder(source: Source) -> Path | None:
    """Return the folder of drafts that *source* lies in."""
    if source.path is None:
        return source.looked_in
    above = source.path.absolute().parent
    return above.parent if source.path.name == PLAN_FILE else above


def _versions(source: Source, known_to: str | None) -> tuple[Version, ...] | None:
    from lacplan.store.tags import later_tags, version_tags

    try:
        repository = _repository(source)
        tags = version_tags(repository, source.name or "")
        later = later_tags(repository, known_to) if known_to and tags else frozenset()
    except LacplanError:
        return None
    return tuple(
        Version(tag.label, tag.when.date(), partial(_plan, tag.ref, _folder(source)))
        for tag in tags
        if tag.annotated and tag.commit and (tag.ref not in later or tag.commit == known_to)
    )


def _plan(ref: str, drafts: Path | None) -> Plan | None:
    try:
        return fetch(ref, drafts).decoded.plan
    except LacplanError:
        return None
