"""A folder of drafts to run lacplan in."""

import shutil
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "drafts"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample drafts in it; it is the current folder."""
    shutil.copytree(SAMPLES, tmp_path / "drafts")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LACPLAN_DRAFTS", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path
