"""From a draft reference to the draft: the one way in."""

import posixpath
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lacplan.document.parse import MAX_BYTES, parse_bytes
from lacplan.document.tree import Document
from lacplan.errors import LacplanError
from lacplan.model.decode import Decoded, decode
from lacplan.model.plan import Plan
from lacplan.store.commit import CommitDrafts, Place, bare_place, find_place
from lacplan.store.files import read, shown
from lacplan.store.workspace import Workspace, check_name, find_workspace

if TYPE_CHECKING:
    from lacplan.store.beside import Beside


@dataclass(frozen=True)
class Source:
    """The text of a draft, and where it comes from."""

    ref: str
    """As the user named it."""

    file: str
    """As people and programs see it; ``-`` for standard input."""

    name: str | None
    """What its file or folder is called; ``None`` where it has no name."""

    raw: bytes
    workspace: Workspace | None
    """Where plans beside it are looked for."""

    path: Path | None = None
    """The file that it was read from, if it was one."""

    drafts: CommitDrafts | None = None
    """The drafts of the commit that it was read from, if it was read from one."""

    label: str | None = None
    """The label that it was published under, where a version was meant."""

    looked_in: Path | None = None
    """The folder of drafts that the user named, where it was read from a commit."""

    @property
    def commit(self) -> str | None:
        """The id of the commit that it was read from, if it was read from one."""
        return self.drafts.commit if self.drafts else None

    @property
    def version(self) -> str | None:
        """What to call its state: the label, else the commit's id; ``None`` of a file."""
        return self.label or (self.commit[:12] if self.commit else None)

    @property
    def lasting_ref(self) -> str:
        """A reference that means the same tomorrow, where it comes from a commit."""
        return f"{self.name}@{self.version}" if self.version else self.ref

    @property
    def where(self) -> str:
        """Its file, and the version where it has one, for people."""
        return f"{self.file} ({self.version})" if self.version else self.file

    @cached_property
    def beside(self) -> "Beside | None":
        """The folder that holds the draft and what lies beside it; ``None`` of a single file.

        Of a draft of a commit, it is as it stood in that commit.
        """
        from lacplan.store.beside import PLAN_FILE, FolderHere, FolderThen

        if self.drafts:
            folder, file = posixpath.split(self.file)
            return FolderThen(self.drafts, folder) if file == PLAN_FILE else None
        if self.path is None or self.path.name != PLAN_FILE:
            return None
        return FolderHere(self.path.parent)

    @cached_property
    def document(self) -> Document:
        """The text, parsed."""
        return parse_bytes(self.raw)

    @cached_property
    def decoded(self) -> Decoded:
        """The plan in it, as far as it can be read."""
        return decode(self.document)

    @property
    def plan(self) -> Plan:
        """The plan in it.

        Raises:
            LacplanError: It does not parse.
        """
        faults = (*self.document.faults, *self.decoded.faults)
        if self.decoded.plan is None:
            line, column = self.document.position(faults[0].span.start)
            hint = f"{faults[0].hint or ''} “lacplan validate {self.ref}” tells all.".strip()
            place = f"{self.file}:{line}:{column}"
            place += f" ({self.version})" if self.version else ""
            raise LacplanError(f"{place}: {faults[0].message}", hint=hint)
        return self.decoded.plan

    def neighbour(self, name: str) -> frozenset[str] | None:
        """Return the ids of the plan *name* beside this one; ``None`` where there is none.

        Raises:
            LacplanError: There is one that can't be read.
        """
        raw = self._beside(name)
        if raw is None:
            return None
        plan = decode(parse_bytes(raw)).plan
        if plan is None:
            raise LacplanError(f"The draft of “{name}” does not parse.")
        return plan.ids()

    def _beside(self, name: str) -> bytes | None:
        """Return the text of the plan *name*: of the same commit, or else of the workspace."""
        if self.drafts:
            return self.drafts.raw(name)
        if self.workspace is None or not self.workspace.has(name):
            return None
        return read(self.workspace.path(name))


def is_path(ref: str) -> bool:
    """Tell whether *ref* is a path: holds a ``/``, ends in ``.yaml`` or ``.yml``, or is ``-``."""
    return ref == "-" or "/" in ref or ref.endswith((".yaml", ".yml"))


def fetch(ref: str, drafts: Path | None = None) -> Source:
    """Return the draft that *ref* names.

    Args:
        ref: A plan's name, a path, or ``-`` for standard input.
        drafts: The folder of drafts, where the user named one.

    Raises:
        LacplanError: Nothing is called so, or it can't be read.
    """
    if ref == "-":
        if sys.stdin is None:
            raise LacplanError("Standard input is closed.", hint="Name a draft, or pipe one in.")
        raw = sys.stdin.buffer.read(MAX_BYTES + 1)
        return Source(ref, "-", None, raw, _workspace(drafts, None))
    if is_path(ref):
        path = Path(ref)
        if "@" in ref and not path.exists():
            raise _branch_with_slash(ref, drafts)
        name = path.parent.absolute().name if path.name == "plan.yaml" else path.stem
        return Source(ref, shown(path), name, read(path), _workspace(drafts, path.parent), path)
    name, at, revision = ref.partition("@")
    if at or bare_place(drafts):
        return _from_commit(ref, name, revision if at else "HEAD", drafts)
    workspace = find_workspace(drafts)
    path = workspace.path(ref)
    return Source(ref, shown(path), ref, read(path), workspace, path)


def _branch_with_slash(ref: str, drafts: Path | None) -> LacplanError:
    """Return the error for what looks like NAME@BRANCH and is a path by the rule."""
    name, _, revision = ref.partition("@")
    hint = "Name a revision by its commit, as “git log” shows it: NAME@1a2b3c4."
    with suppress(LacplanError):
        commit = find_place(drafts).repository.commit_id(revision)
        if commit:
            hint = f"If you mean that revision, name its commit: {name}@{commit[:12]}"
    message = f"There is no file “{ref}”: whatever holds a “/” is a path."
    return LacplanError(message, hint=hint)


def _from_commit(ref: str, name: str, revision: str, drafts: Path | None) -> Source:
    """Return the draft of the plan *name* as it stood in a commit."""
    from lacplan.store.follow import former_draft
    from lacplan.store.revision import resolve

    check_name(name)
    place = find_place(drafts)
    meant = resolve(place, name, revision)
    of_commit = CommitDrafts(place, meant.commit)
    found = of_commit.find(name) or former_draft(of_commit, name)
    if found is None:
        raise of_commit.missing(name)
    beside = place._replace(folder=found.folder)  # where the other plans lay then
    return Source(
        ref,
        found.path,
        found.name,
        of_commit.read(found),
        _workspace(drafts, None),
        drafts=of_commit._replace(place=beside),
        label=meant.label,
        looked_in=drafts,
    )


def _workspace(drafts: Path | None, beside: Path | None) -> Workspace | None:
    """Return the workspace, or the folder of the file itself where there is none."""
    try:
        return find_workspace(drafts)
    except LacplanError:
        return Workspace(beside) if beside else None


def workspace_refs(drafts: Path | None = None) -> tuple[str, ...]:
    """Return a reference for every draft of the workspace: a path for those without a sound name.

    In a bare repository they are those at HEAD.

    Raises:
        LacplanError: There is no workspace, or nothing is in it.
    """
    bare = bare_place(drafts)
    if bare:
        folder, names = bare.folder, _names_at_head(bare)
    else:
        workspace = find_workspace(drafts)
        folder, names = str(workspace.folder), workspace.names()
        names += tuple(
            f"./{path}" if not path.is_absolute() else str(path) for path in workspace.misnamed()
        )
    if not names:
        hint = "Start one with “lacplan new NAME”."
        raise LacplanError(f"There is no draft in “{folder}”.", hint=hint)
    return names


def _names_at_head(bare: Place) -> tuple[str, ...]:
    """Return the names of the plans of a bare repository."""
    commit = bare.repository.commit_id("HEAD")
    if commit is None:
        hint = "Push a commit to the branch that HEAD names, or name a revision: NAME@REV."
        raise LacplanError("HEAD of this bare repository names no commit yet.", hint=hint)
    return CommitDrafts(bare, commit).names()


def version_refs(name: str, drafts: Path | None = None) -> tuple[str, ...]:
    """Return the reference of each version of the plan *name*, the oldest first.

    Raises:
        LacplanError: There is no repository.
    """
    from lacplan.store.tags import version_tags

    return tuple(tag.ref for tag in version_tags(find_place(drafts).repository, name))
