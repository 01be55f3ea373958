"""From a draft to the files that lie beside it, and to the versions that were published of it."""

import posixpath
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
from lacplan.store.commit import CommitDraft, CommitDrafts, find_place
from lacplan.store.drafts import Source, fetch
from lacplan.store.files import read, shown

_PLAN = "plan.yaml"


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


def companion(source: Source, kind: Companion) -> CompanionFile | None:
    """Return the file of this *kind* beside the draft; ``None`` where there is none.

    Beside a draft of a commit, it is as it stood in that commit.

    Raises:
        LacplanError: It is there and can't be read.
    """
    if source.drafts:
        return _of_commit(source.drafts, source.file, kind)
    if source.path is None or source.path.name != _PLAN:
        return None
    path = source.path.with_name(kind.file)
    return CompanionFile(kind, shown(path), read(path)) if path.is_file() else None


def companions(source: Source) -> Iterator[CompanionFile]:
    """Yield every file beside the draft that there is, in their order.

    Raises:
        LacplanError: One is there and can't be read.
    """
    for kind in COMPANIONS:
        found = companion(source, kind)
        if found:
            yield found


def kind_of(path: Path | None) -> Companion | None:
    """Return the kind of companion that a file is by its name; ``None`` where it is none."""
    if path is None:
        return None
    of_consultation = path.absolute().parent.parent.name == "consultations"
    kinds = CONSULTED if of_consultation else COMPANIONS
    return next((kind for kind in kinds if path.name == kind.file), None)


def published(source: Source, drafts: Path | None = None) -> tuple[Version, ...] | None:
    """Return the versions of the plan, the oldest first; ``None`` where there is no history.

    Args:
        source: The draft, in whatever state.
        drafts: The folder of drafts, where the user named one.
    """
    from lacplan.store.tags import version_tags

    folder = drafts
    if source.path is not None:
        above = source.path.absolute().parent
        folder = above.parent if source.path.name == _PLAN else above
    try:
        tags = version_tags(find_place(folder).repository, source.name or "")
    except LacplanError:
        return None
    return tuple(
        Version(tag.label, tag.when.date(), partial(_plan, tag.ref, folder))
        for tag in tags
        if tag.annotated and tag.commit
    )


def _of_commit(drafts: CommitDrafts, plan: str, kind: Companion) -> CompanionFile | None:
    if posixpath.basename(plan) != _PLAN:
        return None
    path = posixpath.join(posixpath.dirname(plan), kind.file)
    id = drafts.place.repository.follow(drafts.commit, path)
    return CompanionFile(kind, path, drafts.read(CommitDraft(path, id))) if id else None


def _plan(ref: str, drafts: Path | None) -> Plan | None:
    try:
        return fetch(ref, drafts).decoded.plan
    except LacplanError:
        return None
