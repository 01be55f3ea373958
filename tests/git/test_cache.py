"""What is kept under ``.git/lacplan/``, on the real git."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lacplan.store import cache as module
from lacplan.store.cache import open_cache
from lacplan.store.past import Past, open_past
from lacplan.store.repository import Repository, open_repository

from .conftest import Repo

Opened = Callable[[Path], Repository]
FILE = "drafts/lac-2030.yaml"


@pytest.fixture
def opened() -> Iterator[Callable[[Path], Repository]]:
    """Open repositories, and close them."""
    found: list[Repository] = []

    def open_one(folder: Path) -> Repository:
        found.append(open_repository(folder))
        return found[-1]

    yield open_one
    for each in found:
        each.close()


@pytest.fixture
def repository(life: Repo, opened: Opened) -> Repository:
    return opened(life.folder)


def kept(repository: Repository) -> Path:
    """Return the one file that is kept."""
    (file,) = (repository.common / "lacplan").iterdir()
    return file


def test_what_is_kept_is_there_next_time(repository: Repository) -> None:
    with open_cache(repository, "lac-2030") as cache:
        cache.put("a", ["é", None, {"b": "\ud800"}])
        assert cache.get("a") == ["é", None, {"b": "\ud800"}]
    with open_cache(repository, "lac-2030") as cache:
        assert cache.get("a") == ["é", None, {"b": "\ud800"}]
        assert cache.get("b") is None
    assert open_cache(repository, "lac-2031").get("a") is None


def test_what_is_added_later_is_appended(repository: Repository) -> None:
    for key in "abc":
        with open_cache(repository, "lac-2030") as cache:
            cache.put(key, key)
    assert [*open_cache(repository, "lac-2030")] == ["a", "b", "c"]


def test_every_damaged_byte_drops_its_entry_and_no_other(repository: Repository) -> None:
    with open_cache(repository, "lac-2030") as cache:
        cache.put("a", "first")
        cache.put("b", "second")
    whole = kept(repository).read_bytes()
    end = whole.index(b"\n", 1)
    for at in range(1, end):
        torn = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        kept(repository).write_bytes(torn)
        found = open_cache(repository, "lac-2030")
        assert (found.get("a"), found.get("b")) == (None, "second")


def test_a_torn_end_harms_neither_what_is_before_nor_after(repository: Repository) -> None:
    with open_cache(repository, "lac-2030") as cache:
        cache.put("a", "first")
        cache.put("b", "second")
    file = kept(repository)
    file.write_bytes(file.read_bytes()[:-5])
    with open_cache(repository, "lac-2030") as cache:
        cache.put("c", "third")
    found = open_cache(repository, "lac-2030")
    assert [found.get(key) for key in "abc"] == ["first", None, "third"]


@pytest.mark.parametrize("content", [b"", b"\0" * 4096, b"\n \n  \n", b"x y z\n", b"\xff\xfe"])
def test_a_file_that_is_something_else_is_nothing(repository: Repository, content: bytes) -> None:
    with open_cache(repository, "lac-2030") as cache:
        cache.put("a", 1)
    kept(repository).write_bytes(content)
    assert open_cache(repository, "lac-2030").get("a") is None


def test_a_sound_line_of_another_shape_is_worked_out_anew(life: Repo, opened: Opened) -> None:
    blobs = [life.git("rev-parse", f"{revision}:{FILE}") for revision in ("HEAD~1", "HEAD")]
    repository = opened(life.folder)
    with open_cache(repository, "lac-2030") as cache:
        cache.put("..".join(blobs), [["edited", "no weight"], 7])
        cache.put(f"facts:{blobs[0]}", ["too", "few"])
        cache.put(f"fault:{blobs[0]}", 7)
    with open_past(repository, "lac-2030") as past:
        (change,) = past.changes(*blobs)
        assert (change.field, change.old, change.new) == ("title", "Second", "Third")
        assert past.facts(blobs[0]).title == "Second"
        assert past.fault(blobs[0]) is None


def test_where_it_cannot_be_written_it_is_silently_off(life: Repo, opened: Opened) -> None:
    repository = opened(life.folder)
    (repository.common / "lacplan").write_text("a file where the folder should be")
    with open_past(repository, "lac-2030") as past:
        assert past.facts(life.git("rev-parse", f"HEAD:{FILE}")).title == "Third"
    assert (repository.common / "lacplan").is_file()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_no_fault(life: Repo, opened: Opened) -> None:
    repository = opened(life.folder)
    (repository.common / "lacplan").mkdir(mode=stat.S_IRUSR | stat.S_IXUSR)
    with open_cache(repository, "lac-2030") as cache:
        cache.put("a", 1)
    assert open_cache(repository, "lac-2030").get("a") is None


def test_a_link_is_not_followed_and_a_pipe_not_waited_for(
    repository: Repository, tmp_path: Path
) -> None:
    with open_cache(repository, "lac-2030") as cache:
        cache.put("a", 1)
    file, other = kept(repository), tmp_path / "other"
    other.write_bytes(file.read_bytes())
    before = other.read_bytes()
    for make in (lambda: file.symlink_to(other), lambda: os.mkfifo(file), file.mkdir):
        file.unlink()
        make()
        with open_cache(repository, "lac-2030") as cache:
            assert cache.get("a") is None
            cache.put("b", 2)
    assert other.read_bytes() == before


def test_two_at_once_lose_nothing(repository: Repository) -> None:
    with open_cache(repository, "lac-2030") as one, open_cache(repository, "lac-2030") as other:
        one.put("a", 1)
        other.put("b", 2)
    found = open_cache(repository, "lac-2030")
    assert (found.get("a"), found.get("b")) == (1, 2)


def test_its_size_is_bounded_and_the_newest_stay(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 2000)
    monkeypatch.setattr(module, "_AT_ONCE", 100)
    with open_cache(repository, "lac-2030") as cache:
        for number in range(200):
            cache.put(f"key-{number}", "x" * 20)
    assert kept(repository).stat().st_size <= 2000
    found = open_cache(repository, "lac-2030")
    assert found.get("key-199") == "x" * 20
    assert found.get("key-0") is None


def test_the_files_of_other_plans_go_when_all_are_too_large(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, name in enumerate(("old", "older")):
        with open_cache(repository, name) as cache:
            cache.put("a", "x" * 500)
        (file,) = (repository.common / "lacplan").glob(f"{name}.*")
        os.utime(file, (1000 - number, 1000 - number))
    monkeypatch.setattr(module, "MOST_IN_ALL", 1200)
    with open_cache(repository, "new") as cache:
        cache.put("a", "x" * 500)
    found = {file.name.partition(".")[0] for file in (repository.common / "lacplan").iterdir()}
    assert found == {"old", "new"}


def test_a_worktree_shares_it(life: Repo, opened: Opened) -> None:
    life.git("worktree", "add", "--quiet", "../beside")
    with open_cache(opened(life.folder.parent / "beside"), "lac-2030") as cache:
        cache.put("a", 1)
    assert open_cache(opened(life.folder), "lac-2030").get("a") == 1


# What is kept in it


def test_changes_are_the_same_cold_and_warm(life: Repo, opened: Opened) -> None:
    blobs = [life.git("rev-parse", f"HEAD~{back}:{FILE}") for back in (2, 0)]
    repository = opened(life.folder)
    with open_past(repository, "lac-2030") as past:
        cold = past.changes(*blobs), past.facts(blobs[0])
    repository.close()
    warm = Past(repository, open_cache(repository, "lac-2030"))
    repository.read = None  # type: ignore[assignment]  # nothing is read any more
    assert (warm.changes(*blobs), warm.facts(blobs[0])) == cold
    assert [warm.fault(blob) for blob in blobs] == [None, None]


def test_why_a_draft_cannot_be_read_is_kept(repo: Repo, opened: Opened) -> None:
    repo.commit("broken", {FILE: "title: [\n<<<<<<< HEAD\n"})
    blob = repo.git("rev-parse", f"HEAD:{FILE}")
    repository = opened(repo.folder)
    with open_past(repository, "lac-2030") as past:
        why = past.fault(blob)
    assert why is not None
    assert why.startswith("Line 2: ")
    assert open_cache(repository, "lac-2030").get(f"fault:{blob}") == why


def test_a_blob_that_is_not_there_is_said_and_not_kept(life: Repo, opened: Opened) -> None:
    repository = opened(life.folder)
    with open_past(repository, "lac-2030") as past:
        assert "is not in this repository" in str(past.fault("1" * 40))
    assert not (repository.common / "lacplan").exists()
