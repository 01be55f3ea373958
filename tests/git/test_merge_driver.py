"""Drafts that both sides changed, merged by the real git with lacplan on, broken and missing."""

import shlex
import sys
from collections.abc import Callable

import pytest

from lacplan.merge.engine import merge
from tests.git.conftest import Repo

PLAN = """\
format: 1
name: lac
title: Plan
language: en
areas:
  - id: politics
    code: "1"
    title: Politics
    objectives:
      - id: voices
        code: "1.1"
        title: New voices
        lead: ICANN
        end: 2025
      - id: treaty
        code: "1.2"
        title: The treaty
  - id: capacity
    code: "2"
    title: Capacity
"""
FILE = "drafts/lac.yaml"
TREATY = PLAN[PLAN.index("      - id: treaty") : PLAN.index("  - id: capacity")]

EDITED = PLAN.replace("lead: ICANN", "lead: LACNIC")
RETITLED = PLAN.replace("end: 2025", "end: 2026")
"""On the next line: to git's own merge a conflict with `EDITED`."""
BOTH = EDITED.replace("end: 2025", "end: 2026")
MOVED = PLAN.replace(TREATY, "") + "    objectives:\n" + TREATY
OTHER = PLAN.replace("lead: ICANN", "lead: LACTLD")

LACPLAN = f"{shlex.quote(sys.executable)} -P -m lacplan"
PROGRAMS = {
    "on": LACPLAN,
    "missing": "/nowhere/lacplan",
    "not installed whole": f"{shlex.quote(sys.executable)} -c 'import nothing_of_this_name' --",
    "killed": "sh -c 'kill -9 $$' --",
    "at fault": "sh -c 'exit 70' --",
}


@pytest.fixture
def drafting(repo: Repo, lacplan: Callable[..., object]) -> Repo:
    """A plan on ``main``, where git merges with lacplan."""
    repo.commit("plan", {FILE: PLAN})
    lacplan("setup", "git")
    repo.commit("attributes")
    return repo


def start(repo: Repo, program: str) -> None:
    """Have git start *program* where it would start lacplan."""
    value = repo.git("config", "merge.lacplan.driver")
    repo.git("config", "merge.lacplan.driver", value.replace(LACPLAN, program))


def branch(repo: Repo, text: str, name: str = "theirs", start_at: str = "main") -> None:
    """Commit *text* on a new branch."""
    repo.git("checkout", "-q", "-b", name, start_at)
    repo.commit(name, {FILE: text})
    repo.git("checkout", "-q", "main")


def text(repo: Repo) -> str:
    return (repo.folder / FILE).read_text()


def is_unmerged(repo: Repo) -> bool:
    return bool(repo.git("ls-files", "--unmerged"))


# What each of git's ways to join two sides comes to


def by_merge(repo: Repo, ours: str, theirs: str) -> None:
    branch(repo, theirs)
    repo.commit("ours", {FILE: ours})
    repo.git("merge", "-q", "theirs", check=False)


def by_rebase(repo: Repo, ours: str, theirs: str) -> None:
    branch(repo, theirs)  # what is rebased is theirs, to a driver
    repo.commit("ours", {FILE: ours})
    repo.git("rebase", "-q", "main", "theirs", check=False)


def by_cherry_pick(repo: Repo, ours: str, theirs: str) -> None:
    branch(repo, theirs)
    repo.commit("ours", {FILE: ours})
    repo.git("cherry-pick", "theirs", check=False)


def by_stash(repo: Repo, ours: str, theirs: str) -> None:
    repo.write({FILE: theirs})
    repo.git("stash", "-q")
    repo.commit("ours", {FILE: ours})
    repo.git("stash", "pop", "-q", check=False)


def by_revert(repo: Repo, ours: str, theirs: str) -> None:
    """Revert a commit that led from theirs to the plan, after ours."""
    repo.commit("theirs", {FILE: theirs})
    repo.commit("back", {FILE: PLAN})
    repo.commit("ours", {FILE: ours})
    repo.git("revert", "--no-edit", "HEAD~1", check=False)


WAYS = {
    "merge": by_merge,
    "rebase": by_rebase,
    "cherry-pick": by_cherry_pick,
    "stash pop": by_stash,
    "revert": by_revert,
}
each_way = pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
each_program = pytest.mark.parametrize("program", PROGRAMS.values(), ids=PROGRAMS)


@each_way
def test_what_git_alone_would_ask_about_is_merged(drafting: Repo, way) -> None:
    way(drafting, EDITED, RETITLED)
    assert not is_unmerged(drafting)
    assert text(drafting) == BOTH


@each_way
def test_a_move_against_an_edit_is_merged(drafting: Repo, way) -> None:
    way(drafting, PLAN.replace("The treaty", "A treaty"), MOVED)
    assert not is_unmerged(drafting)
    assert text(drafting) == MOVED.replace("The treaty", "A treaty")


@each_way
def test_two_values_for_one_field_are_left_to_a_person(drafting: Repo, way) -> None:
    way(drafting, EDITED, OTHER)
    assert is_unmerged(drafting)
    assert text(drafting) == merge(PLAN, EDITED, OTHER).text
    assert "<<<<<<< ours\n        lead: LACNIC\n|||||||" in text(drafting)


@each_way
@pytest.mark.parametrize("program", ["missing", "not installed whole"])
def test_whatever_becomes_of_lacplan_the_file_is_never_worse_than_gits(
    drafting: Repo, way, program: str
) -> None:
    start(drafting, PROGRAMS[program])
    way(drafting, EDITED, OTHER)
    assert_in_conflict(drafting)


@each_program
def test_however_lacplan_fails_the_file_is_never_worse_than_gits(
    drafting: Repo, program: str
) -> None:
    start(drafting, program)
    by_merge(drafting, EDITED, OTHER)
    assert_in_conflict(drafting)


def assert_in_conflict(drafting: Repo) -> None:
    assert is_unmerged(drafting)
    found = text(drafting)
    assert found.count("<<<<<<<") == found.count(">>>>>>>") == 1
    assert "lead: LACNIC" in found
    assert "lead: LACTLD" in found


@each_program
def test_whatever_becomes_of_lacplan_what_git_can_merge_is_merged(
    drafting: Repo, program: str
) -> None:
    start(drafting, program)
    by_merge(drafting, EDITED, PLAN.replace("title: Capacity", "title: Capacities"))
    assert not is_unmerged(drafting)
    assert text(drafting) == EDITED.replace("title: Capacity", "title: Capacities")


def test_a_lacplan_that_writes_nothing_and_says_conflict_is_not_believed(drafting: Repo) -> None:
    start(drafting, "false")
    by_merge(drafting, EDITED, OTHER)
    assert "<<<<<<< ours" in text(drafting)


def test_where_nothing_was_set_up_git_merges_as_ever(drafting: Repo) -> None:
    for key in ("merge.lacplan.driver", "merge.lacplan.name"):
        drafting.git("config", "--unset", key)
    by_merge(drafting, EDITED, OTHER)
    assert "<<<<<<< HEAD" in text(drafting)


def test_standard_error_has_a_table_of_what_to_decide(drafting: Repo) -> None:
    import subprocess

    branch(drafting, OTHER.replace(TREATY, ""))
    drafting.commit("ours", {FILE: EDITED.replace("The treaty", "A treaty")})
    ran = subprocess.run(
        ["git", "merge", "theirs"], cwd=drafting.folder, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    told = [line.rstrip() for line in ran.stderr.splitlines()]
    assert told == [
        "drafts/lac.yaml: 2 conflicts to decide",
        "  Item    Field        Ours       Theirs",
        "  voices  lead         edited     edited",
        "  treaty  (all of it)  edited it  deleted",
    ]


def test_git_diff_of_what_is_left_open_shows_the_two_wordings_and_no_more(drafting: Repo) -> None:
    by_merge(drafting, EDITED, OTHER.replace("The treaty", "A treaty"))
    shown = drafting.git("diff").partition("@@@")[2].splitlines()[1:]
    assert [line for line in shown if not line.startswith("  ")] == [
        "++<<<<<<< ours",
        " +voices.lead: LACNIC",
        "++=======",
        "+ voices.lead: LACTLD",
        "++>>>>>>> theirs",
    ]


def test_a_side_that_does_not_parse_is_merged_by_lines_and_told(drafting: Repo) -> None:
    import subprocess

    branch(drafting, RETITLED + "x: [\n")
    drafting.commit("ours", {FILE: PLAN.replace("title: Politics", "title: Policies")})
    ran = subprocess.run(
        ["git", "merge", "-q", "theirs"],
        cwd=drafting.folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "merged line by line, not by meaning: theirs, line" in ran.stderr
    assert "title: Policies" in text(drafting)
    assert "x: [" in text(drafting)


# Where the bases are odd


def test_both_added_the_file(drafting: Repo) -> None:
    drafting.git("checkout", "-q", "-b", "theirs")
    drafting.commit("theirs", {"drafts/new.yaml": RETITLED.replace("name: lac", "name: new")})
    drafting.git("checkout", "-q", "main")
    drafting.commit("ours", {"drafts/new.yaml": EDITED.replace("name: lac", "name: new")})
    drafting.git("merge", "-q", "theirs", check=False)
    found = (drafting.folder / "drafts/new.yaml").read_text()
    assert is_unmerged(drafting)
    assert found.count("<<<<<<< ours") == 2
    assert (
        "<<<<<<< ours\n        lead: LACNIC\n||||||| base\n=======\n        lead: ICANN\n" in found
    )


def test_one_deleted_the_file_and_one_edited_it(drafting: Repo) -> None:
    drafting.git("checkout", "-q", "-b", "theirs")
    drafting.git("rm", "-q", FILE)
    drafting.commit("gone")
    drafting.git("checkout", "-q", "main")
    drafting.commit("ours", {FILE: EDITED})
    drafting.git("merge", "-q", "theirs", check=False)
    assert is_unmerged(drafting)
    assert text(drafting) == EDITED  # git asks itself; no driver runs


def test_one_renamed_the_file_and_both_edited_it(drafting: Repo) -> None:
    drafting.git("checkout", "-q", "-b", "theirs")
    drafting.git("mv", FILE, "drafts/lac-2.yaml")
    drafting.commit("theirs", {"drafts/lac-2.yaml": RETITLED})
    drafting.git("checkout", "-q", "main")
    drafting.commit("ours", {FILE: EDITED})
    drafting.git("merge", "-q", "theirs", check=False)
    assert not is_unmerged(drafting)
    assert (drafting.folder / "drafts/lac-2.yaml").read_text() == BOTH


def criss_cross(repo: Repo) -> None:
    """Let both sides merge each other's first commit, in conflict, and decide it each its way."""
    repo.git("checkout", "-q", "-b", "b")
    repo.commit("b1", {FILE: OTHER})
    repo.git("checkout", "-q", "main")
    repo.commit("a1", {FILE: EDITED})
    for name, other, decided in (("main", "b", EDITED), ("b", "main~0", OTHER)):
        at = repo.git("rev-parse", "main") if name == "main" else repo.git("rev-parse", "main^1")
        repo.git("checkout", "-q", name)
        repo.git("merge", "-q", "--no-ff", other if name == "main" else at, check=False)
        repo.commit(f"{name}2", {FILE: decided})


def test_a_criss_cross_merge_asks_again_where_the_bases_differ(drafting: Repo) -> None:
    criss_cross(drafting)
    drafting.commit("b3", {FILE: OTHER.replace("end: 2025", "end: 2026")})
    drafting.git("checkout", "-q", "main")
    drafting.commit("a3", {FILE: EDITED.replace("title: Capacity", "title: Capacities")})
    assert len(drafting.git("merge-base", "--all", "main", "b").split()) == 2
    drafting.git("merge", "-q", "b", check=False)
    assert is_unmerged(drafting)
    found = text(drafting)
    assert found.count("<<<<<<< ours") == 1
    assert "title: Capacities" in found
    assert "end: 2026" in found
    assert found.index("<<<<<<<") < found.index("lead: LACNIC") < found.index("lead: LACTLD")


def test_other_names_and_odd_paths_are_only_names(drafting: Repo, lacplan) -> None:
    names = ("drafts/-o.yaml", "drafts/a b;c.yaml", "drafts/$(touch evil).yaml", "drafts/año.yaml")
    drafting.commit("files", dict.fromkeys(names, PLAN))
    drafting.git("checkout", "-q", "-b", "theirs")
    drafting.commit("theirs", dict.fromkeys(names, RETITLED))
    drafting.git("checkout", "-q", "main")
    drafting.commit("ours", dict.fromkeys(names, EDITED))
    drafting.git("merge", "-q", "theirs", check=False)
    assert not is_unmerged(drafting)
    for name in names:
        assert (drafting.folder / name).read_text() == BOTH
    assert not (drafting.folder / "evil").exists()


def test_windows_line_ends_and_a_missing_last_one_are_kept(drafting: Repo) -> None:
    drafting.git("config", "core.autocrlf", "false")
    windows = EDITED.replace("\n", "\r\n").removesuffix("\r\n")
    branch(drafting, RETITLED)
    (drafting.folder / FILE).write_bytes(windows.encode())
    drafting.commit("ours")
    drafting.git("merge", "-q", "theirs", check=False)
    assert not is_unmerged(drafting)
    expected = BOTH.replace("\n", "\r\n").removesuffix("\r\n")
    assert (drafting.folder / FILE).read_bytes() == expected.encode()
