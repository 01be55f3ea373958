"""Files are read within bounds, and written whole or not at all."""

import os
from pathlib import Path

import pytest

from lacplan.errors import LacplanError
from lacplan.store import files


def test_what_is_written_is_there_and_nothing_beside_it(tmp_path: Path) -> None:
    files.write(tmp_path / "a.yaml", b"one")
    files.write(tmp_path / "a.yaml", b"two")
    assert (tmp_path / "a.yaml").read_bytes() == b"two"
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]


def test_a_file_keeps_its_mode_and_a_link_stays_one(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_bytes(b"one")
    real.chmod(0o640)
    link.symlink_to(real)
    files.write(link, b"two")
    assert link.is_symlink()
    assert real.read_bytes() == b"two"
    assert real.stat().st_mode & 0o777 == 0o640


def test_nothing_is_written_over_where_that_is_not_wanted(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"one")
    with pytest.raises(LacplanError, match="there already"):
        files.write(tmp_path / "a.yaml", b"two", over=False)
    assert (tmp_path / "a.yaml").read_bytes() == b"one"
    assert len([*tmp_path.iterdir()]) == 1


def test_a_failed_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_bytes(b"one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LacplanError, match="No space left on device"):
        files.write(tmp_path / "a.yaml", b"two")
    assert (tmp_path / "a.yaml").read_bytes() == b"one"
    assert len([*tmp_path.iterdir()]) == 1


def test_what_is_no_file_is_not_written_over(tmp_path: Path) -> None:
    """Else the renaming would put a file in the place of a device, or of a pipe."""
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "."):
        with pytest.raises(LacplanError, match="is no file"):
            files.write(tmp_path / name, b"one")
    assert [each.name for each in tmp_path.iterdir()] == ["pipe"]
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("name", ["missing.yaml", ".", "a/b.yaml"])
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(LacplanError) as raised:
        files.read(tmp_path / name)
    assert raised.value.hint


def test_the_nearest_file_is_offered(tmp_path: Path) -> None:
    (tmp_path / "lac-2013.yaml").write_bytes(b"")
    with pytest.raises(LacplanError) as raised:
        files.read(tmp_path / "lac-2031.yaml")
    assert "lac-2013.yaml" in str(raised.value.hint)


def test_a_path_is_shown_from_the_repository_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / "repo" / "drafts").mkdir()
    monkeypatch.chdir(tmp_path / "repo" / "drafts")
    assert files.shown(Path("x.yaml")) == "drafts/x.yaml"
    assert files.shown(Path("../drafts/x.yaml")) == "drafts/x.yaml"
