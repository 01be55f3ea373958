"""What a user who may not read or write something is told, and that the rest goes on."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "drafts"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs the permissions of POSIX")


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that everybody may enter, with the sample drafts; it is the current folder."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    shutil.copytree(SAMPLES, folder / "drafts")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("LACPLAN_DRAFTS", raising=False)
    yield folder
    for path in folder.rglob("*"):
        path.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def as_anybody() -> Iterator[None]:
    """Give up root's rights, where there are any; what is to be imported is loaded by then."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_draft_that_may_not_be_read_stops_none_of_the_others(lacplan, shared):
    assert lacplan("validate", "lac-2031").status == 2
    assert lacplan("validate").status == 0
    (shared / "drafts" / "locked").mkdir()
    (shared / "drafts" / "locked" / "plan.yaml").write_text("format: 1\n")
    (shared / "drafts" / "locked").chmod(0)
    (shared / "drafts" / "lac-2013.yaml").chmod(0)
    with as_anybody():
        status, out, err = lacplan("validate")
    assert status == 2
    assert "in 3 drafts" in out
    assert "lac-2013.yaml” can't be read: Permission denied" in err
    assert "plan.yaml” can't be read: Permission denied" in err


def test_a_folder_that_may_not_be_written_to_stays_as_it_is(lacplan, shared):
    assert lacplan("render", "lac-2018", "-o", "page.md").status == 0
    (shared / "page.md").write_text("mine\n")
    shared.chmod(0o555)
    with as_anybody():
        status, out, err = lacplan("render", "lac-2018", "-o", "page.md")
    assert (status, out) == (2, "")
    assert "can't be written: Permission denied" in err
    assert [each.name for each in shared.iterdir() if each.is_file()] == ["page.md"]
    assert (shared / "page.md").read_text() == "mine\n"
    shared.chmod(0o755)
