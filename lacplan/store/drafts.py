"""From a draft reference to the draft: the one way in."""

import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lacplan.document.parse import MAX_BYTES, parse_bytes
from lacplan.document.tree import Document
from lacplan.errors import LacplanError
from lacplan.model.decode import Decoded, decode
from lacplan.model.plan import Plan
from lacplan.store.files import read, shown
from lacplan.store.workspace import Workspace, find_workspace


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
            raise LacplanError(f"{self.file}:{line}:{column}: {faults[0].message}", hint=hint)
        return self.decoded.plan

    def neighbour(self, name: str) -> frozenset[str] | None:
        """Return the ids of the plan *name* beside this one; ``None`` where there is none."""
        if self.workspace is None or not self.workspace.has(name):
            return None
        plan = decode(parse_bytes(read(self.workspace.path(name)))).plan
        if plan is None:
            return frozenset()
        return plan.ids()


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
        name = path.parent.absolute().name if path.name == "plan.yaml" else path.stem
        return Source(ref, shown(path), name, read(path), _workspace(drafts, path.parent), path)
    if "@" in ref:
        name = ref.partition("@")[0]
        hint = f"Name the draft of the working tree, “{name}”, or a file."
        raise LacplanError(f"“{ref}” lies in git's history, where drafts can't be read.", hint=hint)
    workspace = find_workspace(drafts)
    path = workspace.path(ref)
    return Source(ref, shown(path), ref, read(path), workspace, path)


def _workspace(drafts: Path | None, beside: Path | None) -> Workspace | None:
    """Return the workspace, or the folder of the file itself where there is none."""
    try:
        return find_workspace(drafts)
    except LacplanError:
        return Workspace(beside) if beside else None


def workspace_refs(drafts: Path | None = None) -> tuple[str, ...]:
    """Return a reference for every draft of the workspace: a path for those without a sound name.

    Raises:
        LacplanError: There is no workspace, or nothing is in it.
    """
    workspace = find_workspace(drafts)
    names = (
        *workspace.names(),
        *(f"./{path}" if not path.is_absolute() else str(path) for path in workspace.misnamed()),
    )
    if not names:
        hint = "Start one with “lacplan new NAME”."
        raise LacplanError(f"There is no draft in “{workspace.folder}”.", hint=hint)
    return names
