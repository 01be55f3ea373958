"""A plan that is one file -> a folder, so that its group and the like can lie beside it."""

from pathlib import Path

from lacplan.errors import LacplanError
from lacplan.store.files import read, write
from lacplan.store.starter import SCHEMA_FILE
from lacplan.store.workspace import Workspace

_MODELINE = b"# yaml-language-server: $schema="


def as_folder(workspace: Workspace, name: str) -> Path:
    """Return the folder of the plan *name*; a plan that is one file is moved into one.

    ``NAME.yaml`` becomes ``NAME/plan.yaml`` by one renaming, which git takes for one.

    Raises:
        LacplanError: There is no such plan, or it can't be moved.
    """
    draft = workspace.path(name)
    if draft.name == "plan.yaml":
        return draft.parent
    folder = workspace.folder / name
    try:
        folder.mkdir(exist_ok=True)
        draft.rename(folder / "plan.yaml")
    except OSError as error:
        message = f"“{draft}” can't be moved into a folder: {error.strerror or error}."
        raise LacplanError(message, hint="Check the folder and its permissions.") from None
    _lead_to_schema(folder / "plan.yaml")
    return folder


def _lead_to_schema(draft: Path) -> None:
    """Let the line that tells editors of the schema name it from where the draft lies now."""
    raw = read(draft)
    old = _MODELINE + SCHEMA_FILE.encode()
    if old in raw:
        write(draft, raw.replace(old, _MODELINE + b"../" + SCHEMA_FILE.encode(), 1))
