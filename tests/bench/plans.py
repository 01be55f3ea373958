"""The generated plans and repositories that are measured, each made when first asked for."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

PROGRAMS = Path(__file__).parent / "programs"
GENERATOR = Path(__file__).parents[1] / "generate.py"
CONSULTATION = PROGRAMS / "make_consultation.py"


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

    def consultation(self, comments: int) -> Path:
        """Return a repository with a consultation that *comments* came in for."""
        folder = self.folder / f"consultation-{comments}"
        if not folder.exists():
            command = [sys.executable, str(CONSULTATION), str(folder), str(comments)]
            environment = {**os.environ, "PYTHONPATH": str(GENERATOR.parents[1])}
            subprocess.run(command, check=True, env=environment)
        return folder

    def discreet(self, comments: int) -> Path:
        """Return such a repository whose consultation makes no names of people public."""
        folder = self.folder / f"discreet-{comments}"
        if not folder.exists():
            shutil.copytree(self.consultation(comments), folder)
            (asked,) = folder.glob("drafts/*/consultations/*/consultation.yaml")
            text, count = re.subn(
                r"(?m)^public:.*$", "public: [stakeholder, country]", asked.read_text()
            )
            assert count == 1
            asked.write_text(text)
        return folder

    def history(self, commits: int) -> Path:
        """Return a repository in which a plan of 500 items was written over so many commits."""
        folder = self.folder / f"history-{commits}"
        if not folder.exists():
            program = PROGRAMS / "make_history.py"
            command = [sys.executable, str(program), str(commits), "500", str(folder)]
            subprocess.run(command, check=True)
        return folder

    def _made(self, items: int, *options: str) -> Path:
        folder = self.folder / "".join(["plans", *options])
        if not (folder / f"truth-{items}.json").exists():
            command = [sys.executable, str(GENERATOR), str(items), str(folder), *options]
            subprocess.run(command, check=True)
        return folder
