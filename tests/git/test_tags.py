"""The version tags of a plan, as real git keeps them."""

from pathlib import Path

import pytest

from lacplan.store.repository import open_repository
from lacplan.store.tags import newest_version, version_tags


def labels(repo, name="lac-2030"):
    return [tag.label for tag in version_tags(open_repository(repo.folder), name)]


def test_versions_are_listed_from_the_oldest_with_their_commits(life):
    first, second = version_tags(open_repository(life.folder), "lac-2030")
    assert (first.ref, second.ref) == ("lac-2030@draft-01", "lac-2030@draft-02")
    assert first.id == life.git("rev-parse", "lac-2030@draft-01")
    assert first.commit == life.git("rev-parse", "lac-2030@draft-01^{commit}")
    assert first.annotated
    assert first.when.isoformat() == "2026-01-05T11:00:00+00:00"


def test_other_plans_and_odd_tags_are_no_versions_of_a_plan(life):
    for name in ("lac@draft-01", "lac-2030@Draft", "lac-2030@a/b", "lac-2030@é", "v1", "x@"):
        life.tag(name)
    assert labels(life) == ["draft-01", "draft-02"]
    assert labels(life, "lac") == ["draft-01"]
    assert labels(life, "lac*") == labels(life, "--help") == labels(life, "") == []
    every = version_tags(open_repository(life.folder), "*")
    assert [tag.ref for tag in every] == [
        "lac@draft-01",
        "lac-2030@draft-01",
        "lac-2030@draft-02",
    ]


def test_a_version_comes_after_the_one_it_names_whatever_the_clock_said(life):
    life.hours = -48
    life.tag("lac-2030@final", "Final\n\nLacplan-Previous: draft-02 0123456 sha256:00\n")
    assert labels(life) == ["draft-01", "draft-02", "final"]
    newest = newest_version(open_repository(life.folder), "lac-2030")
    assert newest is not None
    assert (newest.label, newest.previous) == ("final", "draft-02")


def test_tags_of_one_second_are_told_apart_by_their_labels(repo):
    repo.commit("start")
    for label in ("draft-10", "draft-9", "final"):
        repo.hours = 1
        repo.tag(f"lac@{label}")
    assert labels(repo, "lac") == ["draft-9", "draft-10", "final"]


def test_a_circle_of_previous_versions_ends(repo):
    repo.commit("start")
    repo.tag("lac@a", "A\n\nLacplan-Previous: b\n")
    repo.tag("lac@b", "B\n\nLacplan-Previous: a\n b\n")
    repo.tag("lac@c", "C\n\nLacplan-Previous: c\n")
    assert sorted(labels(repo, "lac")) == ["a", "b", "c"]


def test_a_lightweight_tag_and_one_of_no_commit_are_told_but_never_newest(life):
    life.git("tag", "lac-2030@draft-03")
    life.tag("lac-2030@draft-04", revision="HEAD:drafts/lac-2030.yaml")
    life.tag("lac-2030@draft-05", revision="lac-2030@draft-01")
    found = {tag.label: tag for tag in version_tags(open_repository(life.folder), "lac-2030")}
    assert not found["draft-03"].annotated
    assert found["draft-03"].id == found["draft-03"].commit == life.git("rev-parse", "HEAD")
    assert found["draft-04"].commit is None
    assert found["draft-05"].commit == found["draft-01"].commit
    newest = newest_version(open_repository(life.folder), "lac-2030")
    assert newest is not None
    assert newest.label == "draft-05"


@pytest.mark.parametrize("commits", [0, 1])
def test_a_repository_without_versions_has_no_newest(repo, commits):
    for _ in range(commits):
        repo.commit("start")
    assert newest_version(open_repository(Path()), "lac") is None
