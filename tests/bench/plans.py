"""The generated plans that are measured, each made when it is first asked for."""

import subprocess
import sys
from pathlib import Path

GENERATOR = Path(__file__).parents[1] / "generate.py"


class Plans:
    """Plans and changed copies of them, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def base(self, items: int) -> Path:
        """Return the file of a plan of *items* items."""
        return self._made(items) / f"base-{items}.yaml"

    def new(self, items: int, *options: str) -> Path:
        """Return the file of a changed copy; *options* are those of the generator."""
        return self._made(items, *options) / f"new-{items}.yaml"

    def _made(self, items: int, *options: str) -> Path:
        folder = self.folder / "".join(["plans", *options])
        if not (folder / f"truth-{items}.json").exists():
            command = [sys.executable, str(GENERATOR), str(items), str(folder), *options]
            subprocess.run(command, check=True)
        return folder
