"""Running lacplan as a person would, in a folder of its own."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

SAMPLES = Path(__file__).parents[2] / "drafts"


class Result(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample drafts in it; it is the current folder."""
    shutil.copytree(SAMPLES, tmp_path / "drafts")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LACPLAN_DRAFTS", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.fixture
def lacplan(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line and return its exit status and what it wrote."""
    from lacplan.cli.app import run

    def call(*words: str) -> Result:
        monkeypatch.setattr("sys.argv", ["lacplan", *words])
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            run()
        return Result(int(left.value.code or 0), *capsys.readouterr())

    return call
