"""The folder of drafts that a working group works in."""

import re
from dataclasses import dataclass
from pathlib import Path

from lacplan.errors import LacplanError, nearest
from lacplan.model.fields import NAME


def _is_name(text: str) -> bool:
    return re.fullmatch(NAME.pattern, text) is not None


def check_name(name: str) -> None:
    """Refuse what can't name a plan.

    Raises:
        LacplanError: *name* is none.
    """
    path = Path(name)
    if path.suffix == ".yaml" and path.name != name:
        stem = path.parent.name if path.name == "plan.yaml" else path.stem
        raise LacplanError(f"“{name}” is a file; name the plan.", hint=f"That is “{stem}”.")
    if not _is_name(name):
        hint = f"A plan is named with {NAME.says}; a path holds a “/” or ends in “.yaml”."
        raise LacplanError(f"“{name}” is neither the name of a plan nor a path.", hint=hint)


def _is_file(path: Path) -> bool:
    """Tell whether *path* is a file, or lies where it can't be seen: reading it will tell why."""
    try:
        return path.is_file()
    except PermissionError:
        return True


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder that holds drafts, as ``NAME.yaml`` or ``NAME/plan.yaml``."""

    folder: Path

    def create(self) -> None:
        """Make the folder, where it is not there yet.

        Raises:
            LacplanError: It can't be made.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"The folder “{self.folder}” can't be made: {error.strerror or error}."
            raise LacplanError(message, hint="Name another one with --drafts.") from None

    def names(self) -> tuple[str, ...]:
        """Return the names of its plans, in order."""
        found = set()
        for entry in self.folder.iterdir():
            if entry.suffix == ".yaml" and _is_file(entry):
                found.add(entry.stem)
            elif _is_file(entry / "plan.yaml"):
                found.add(entry.name)
        return tuple(sorted(name for name in found if _is_name(name)))

    def misnamed(self) -> tuple[Path, ...]:
        """Return the files that look like drafts and that no name leads to, in order."""
        found = []
        for entry in self.folder.iterdir():
            if entry.name.startswith("."):
                continue
            draft = entry
            if entry.is_dir():
                drafts = (entry / "plan.yaml", entry / "plan.yml")
                draft = next((each for each in drafts if _is_file(each)), entry)
            if draft.suffix not in (".yaml", ".yml") or (draft is entry and entry.is_dir()):
                continue
            name = entry.name if draft is not entry else entry.stem
            if not _is_file(draft) and draft.exists():
                continue  # a pipe or a socket: whoever reads it may wait for ever
            if draft.suffix == ".yml" or not _is_name(name) or not _is_file(draft):
                found.append(draft)
        return tuple(sorted(found))

    def has(self, name: str) -> bool:
        """Tell whether it holds a plan called *name*."""
        return any(map(_is_file, self._places(name)))

    def path(self, name: str) -> Path:
        """Return where the draft of the plan *name* lies.

        Raises:
            LacplanError: There is none, or there are two.
        """
        check_name(name)
        found = [path for path in self._places(name) if _is_file(path)]
        if len(found) == 2:
            message = f"There are two drafts of “{name}”: {found[0]} and {found[1]}."
            raise LacplanError(message, hint="Keep one of them.")
        if not found:
            raise LacplanError(
                f"There is no plan “{name}” in {self.folder}.", hint=self._hint(name)
            )
        return found[0]

    def _places(self, name: str) -> tuple[Path, Path]:
        return self.folder / f"{name}.yaml", self.folder / name / "plan.yaml"

    def _hint(self, name: str) -> str:
        names = self.names()
        guess = nearest(name, names)
        if guess:
            return f"Did you mean “{guess}”?"
        if names:
            return f"There are: {', '.join(names)}."
        return f"Start one with “lacplan new {name}”."


def find_workspace(folder: Path | None = None) -> Workspace:
    """Return the workspace in *folder*, or in the nearest ``drafts`` from here upwards.

    Raises:
        LacplanError: There is none.
    """
    if folder is not None:
        if not folder.is_dir():
            hint = "Name a folder that exists with --drafts or LACPLAN_DRAFTS."
            raise LacplanError(f"There is no folder “{folder}”.", hint=hint)
        return Workspace(folder)
    here = Path.cwd()
    for above in (here, *here.parents):
        if (above / "drafts").is_dir():
            return Workspace(_near(above / "drafts", here))
    hint = (
        "Go to a folder below one that has it, name one with --drafts, or run “lacplan new NAME”."
    )
    raise LacplanError("There is no folder “drafts” here or above.", hint=hint)


def _near(folder: Path, here: Path) -> Path:
    """Return *folder* relative to *here* where it lies below, since that reads better."""
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
