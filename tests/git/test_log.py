"""``lacplan log``, ``history`` and ``blame`` on the real git."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Repo, draft

FILE = "drafts/lac-2030.yaml"
Run = Callable[..., object]


def area(id: str, code: str, title: str, more: str = "") -> str:
    return f'  - id: {id}\n    code: "{code}"\n    title: {title}\n{more}'


def plan(*areas: str, name: str = "lac-2030", more: str = "") -> str:
    return f"format: 1\nname: {name}\ntitle: Plan\nlanguage: en\n{more}areas:\n{''.join(areas)}"


@pytest.fixture
def story(repo: Repo) -> Repo:
    """A plan whose 1.4 was dropped, between two versions."""
    first = plan(area("a", "1", "Access"), area("d", "4", "Domain names"))
    repo.commit("First draft", {FILE: first})
    repo.tag("lac-2030@draft-01")
    repo.commit("As the meeting agreed", {FILE: plan(area("a", "1", "Access"))})
    repo.commit("Comments", {FILE: "# by the group\n" + plan(area("a", "1", "Access"))})
    more = area("a", "1", "Access for all", "    lead: Ana\n")
    repo.commit("Reworded", {FILE: plan(more, area("b", "2", "Budget"))})
    repo.tag("lac-2030@final")
    return repo


def commits(lacplan: Run, *words: str) -> list[dict[str, object]]:
    status, out, err = lacplan("log", *words, "--format", "json")
    assert (status, err) == (0, "")
    return json.loads(out)["commits"]


def test_the_log_tells_what_each_commit_meant(story: Repo, lacplan: Run, golden: Run) -> None:
    status, out, err = lacplan("log", "lac-2030")
    assert (status, err) == (0, "")
    golden("history/log.txt", out)


def test_at_60_columns_no_line_is_longer(story: Repo, lacplan: Run, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for words in (["log", "lac-2030"], ["history", "lac-2030", "a"], ["blame", "lac-2030"]):
        out = lacplan(*words).out
        assert max(map(len, out.splitlines())) <= 60


def test_the_log_as_json(story: Repo, lacplan: Run) -> None:
    told = commits(lacplan, "lac-2030")
    assert [each["kind"] for each in told] == ["edits", "layout", "edits", "begins"]
    assert [each["versions"] for each in told] == [["final"], [], [], ["draft-01"]]
    assert [each["first_version"] for each in told] == ["final", "final", "final", "draft-01"]
    assert [change["kind"] for change in told[0]["changes"]] == ["edited", "edited", "added"]
    assert told[0]["author"] == "Ana Pérez"


def test_from_a_version_or_a_revision_on(story: Repo, lacplan: Run) -> None:
    assert len(commits(lacplan, "lac-2030@draft-01")) == 1
    assert len(commits(lacplan, "lac-2030@HEAD~1")) == 3


def test_only_some_of_them(story: Repo, lacplan: Run) -> None:
    subjects = [each["subject"] for each in commits(lacplan, "lac-2030", "-n", "2")]
    assert subjects == ["Reworded", "Comments"]
    told = commits(lacplan, "lac-2030", "--class", "substantive")
    assert [each["subject"] for each in told] == [
        "Reworded",
        "As the meeting agreed",
        "First draft",
    ]
    assert [each["subject"] for each in commits(lacplan, "lac-2030", "--since", "draft-01")] == [
        "Reworded",
        "Comments",
        "As the meeting agreed",
    ]
    assert len(commits(lacplan, "lac-2030", "--since", "2026-01-05")) == 4
    assert commits(lacplan, "lac-2030", "--since", "2026-02") == []
    assert lacplan("log", "lac-2030", "--since", "2027").out == "No such commits.\n"


def test_since_something_that_is_nothing_is_2(story: Repo, lacplan: Run) -> None:
    status, out, err = lacplan("log", "lac-2030", "--since", "draft-02")
    assert (status, out) == (2, "")
    assert "neither a date such as" in err
    assert "Did you mean “lac-2030@draft-01”?" in err


def test_the_life_of_an_item(story: Repo, lacplan: Run, golden: Run) -> None:
    golden("history/life.txt", lacplan("history", "lac-2030", "a").out)
    told = json.loads(lacplan("history", "lac-2030", "1", "--format", "json").out)
    assert told["item"] == {"id": "a", "code": "1", "title": "Access for all"}
    assert [each["subject"] for each in told["events"]] == ["First draft", "Reworded"]
    words = next(change for change in told["events"][1]["changes"] if change["field"] == "title")
    assert {"mark": "added", "text": " for all"} in words["words"]


@pytest.mark.parametrize("name", ["d", "4"])
def test_an_item_that_exists_no_more_has_a_life_too(story: Repo, lacplan: Run, name: str) -> None:
    out = lacplan("history", "lac-2030", name).out
    assert out.startswith("4 Domain names (d), which is no longer in the plan\n")
    assert "− 4  Domain names · removed" in out


def test_an_item_that_never_was_is_met_with_the_nearest(story: Repo, lacplan: Run) -> None:
    story.commit("another", {FILE: plan(area("registrars", "3", "Registrars"))})
    story.commit("gone", {FILE: plan(area("a", "1", "Access"))})
    status, out, err = lacplan("history", "lac-2030", "registrar")
    assert (status, out) == (2, "")
    assert "Did you mean “registrars”?" in err
    status, _, err = lacplan("blame", "lac-2030", "b")
    assert status == 2
    assert "lacplan history lac-2030 b" in err


def test_blame_names_who_gave_each_field_its_meaning(
    story: Repo, lacplan: Run, golden: Run
) -> None:
    golden("history/blame.txt", lacplan("blame", "lac-2030").out)
    fields = json.loads(lacplan("blame", "lac-2030", "a", "--format", "json").out)["fields"]
    assert [(each["field"], each["subject"], each["first_version"]) for each in fields] == [
        ("title", "Reworded", "final"),
        ("lead", "Reworded", "final"),
    ]


def test_a_life_goes_on_into_the_plans_before(story: Repo, lacplan: Run) -> None:
    new = area("x", "1", "Connectivity", "    replaces: [lac-2030#a, lac-2010#z, lac-2030#d]\n")
    story.commit("next plan", {"drafts/lac-2040.yaml": plan(new, name="lac-2040")})
    story.commit("later", {FILE: plan(area("a", "1", "Told no more"))})
    status, out, err = lacplan("history", "lac-2040", "x", "--format", "json")
    told = [(each["plan"], each["subject"]) for each in json.loads(out)["events"]]
    assert told == [
        ("lac-2030", "First draft"),
        ("lac-2030", "As the meeting agreed"),
        ("lac-2030", "Reworded"),
        ("lac-2040", "next plan"),
    ]
    assert status == 0
    assert "“lac-2010#z”, a plan that git knows nothing of" in err
    out = lacplan("history", "lac-2040", "x").out
    assert "In lac-2030:" in out
    assert "In lac-2040:" in out


def test_all_is_the_same_without_the_cache(story: Repo, lacplan: Run) -> None:
    for words in (["log"], ["history", "a"], ["blame"]):
        command, *item = words
        for format in ("table", "json"):
            asked = (command, "lac-2030", *item, "--format", format)
            shutil.rmtree(story.folder / ".git" / "lacplan", ignore_errors=True)
            cold = lacplan(*asked)
            assert (story.folder / ".git" / "lacplan").is_dir()
            assert lacplan(*asked) == cold


def test_an_unreadable_commit_is_shown_and_the_walk_goes_on(story: Repo, lacplan: Run) -> None:
    whole = plan(area("a", "1", "Access for all", "    lead: Ana\n"), area("b", "2", "Budget"))
    half = whole.replace("title: Plan", "<<<<<<< HEAD\ntitle: Plan\n=======\ntitle: P\n>>>>>>> x")
    story.commit("conflict", {FILE: half})
    status, _, err = lacplan("blame", "lac-2030")
    assert status == 2
    assert "can't be read" in err
    story.commit("broken", {FILE: "title: ["})
    story.commit("mended", {FILE: whole.replace("title: Budget", "title: Money")})
    told = commits(lacplan, "lac-2030")
    assert [each["kind"] for each in told[:3]] == ["edits", "unreadable", "unreadable"]
    assert "A merge left two wordings here" in str(told[2]["why"])
    assert [change["item"] for change in told[0]["changes"]] == ["b"]
    out = lacplan("log", "lac-2030").out
    assert "unreadable: Line " in out
    for words in (["history", "lac-2030", "b"], ["blame", "lac-2030"]):
        status, _, err = lacplan(*words)
        assert status == 0
        assert "2 commits can't be read" in err


def test_a_merge_is_marked_and_not_told_twice(repo: Repo, lacplan: Run) -> None:
    gap = "".join(f"    # {number}\n" for number in range(6))
    one, two = area("a", "1", "Access", gap), area("b", "2", "Budget", gap)
    repo.commit("start", {FILE: plan(one, two)})
    repo.git("switch", "--quiet", "--create", "side")
    repo.commit("side", {FILE: plan(one, area("b", "2", "Money", gap))})
    repo.git("switch", "--quiet", "main")
    repo.commit("main", {FILE: plan(area("a", "1", "Reach", gap), two)})
    repo.git("merge", "--quiet", "--message", "join", "side")
    told = commits(lacplan, "lac-2030")
    assert (told[0]["kind"], told[0]["merge"], told[0]["changes"]) == ("merge", True, [])
    assert "merge: nothing of its own" in lacplan("log", "lac-2030").out
    fields = json.loads(lacplan("blame", "lac-2030", "b", "--format", "json").out)["fields"]
    assert [each["subject"] for each in fields] == ["side"]


# When things go wrong


def test_no_repository(tmp_path: Path, monkeypatch, lacplan: Run) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / FILE).write_text(draft())
    monkeypatch.chdir(tmp_path)
    status, out, err = lacplan("log", "lac-2030")
    assert (status, out) == (2, "")
    assert "lies in no git repository" in err


def test_no_commit_yet_and_a_draft_that_was_never_committed(repo: Repo, lacplan: Run) -> None:
    repo.write({FILE: draft()})
    assert "The repository has no commit yet" in lacplan("log", "lac-2030").err
    repo.commit("both", {"drafts/lac-2020.yaml": draft("lac-2020")})
    repo.write({"drafts/lac-2040.yaml": draft("lac-2040")})
    status, _, err = lacplan("blame", "lac-2040")
    assert status == 2
    assert "was never committed" in err
    assert "git add drafts/lac-2040.yaml" in err
    status, _, err = lacplan("log", "lac-2021")
    assert status == 2
    assert "Did you mean “lac-2020”?" in err


def test_a_path_and_an_odd_name_are_refused(story: Repo, lacplan: Run) -> None:
    assert "only plans have a history" in lacplan("log", FILE).err
    for name in ("--upload-pack=x", "-x@HEAD", "LAC", "*", "a b", "lac-2030@--all", "lac-2030@"):
        assert lacplan("log", "--", name).status == 2


def test_on_a_detached_head(story: Repo, lacplan: Run) -> None:
    story.git("checkout", "--quiet", "--detach", "HEAD~1")
    assert len(commits(lacplan, "lac-2030")) == 3


def test_a_shallow_clone_says_what_is_missing(story: Repo, lacplan: Run, monkeypatch) -> None:
    story.git("clone", "--quiet", "--depth=2", f"file://{story.folder}", "../shallow")
    monkeypatch.chdir(story.folder.parent / "shallow")
    status, out, err = lacplan("log", "lac-2030")
    assert status == 0
    assert "history is cut off here" in out
    assert "git fetch --unshallow" in err
    out = lacplan("blame", "lac-2030").out
    assert "not known" in out
    told = json.loads(lacplan("history", "lac-2030", "a", "--format", "json").out)
    assert told["shallow"] is True
    status, _, err = lacplan("history", "lac-2030", "d")
    assert status == 2
    assert "in what is known here" in err
    assert "git fetch --unshallow" in err


def test_a_partial_clone_fetches_or_says_what_it_lacks(
    story: Repo, lacplan: Run, monkeypatch
) -> None:
    story.git("config", "uploadpack.allowFilter", "true")
    whole = lacplan("log", "lac-2030").out
    source = f"file://{story.folder}"
    for name in ("partial", "alone"):
        story.git("clone", "--quiet", "--filter=blob:none", "--no-checkout", source, f"../{name}")
    monkeypatch.chdir(story.folder.parent / "partial")
    assert lacplan("log", "lac-2030").out == whole
    monkeypatch.chdir(story.folder.parent / "alone")
    story.folder.rename(story.folder.parent / "elsewhere")
    status, out, _ = lacplan("log", "lac-2030")
    assert status == 0
    assert out.count("unreadable: ") == 4
    for words in (["history", "lac-2030", "b"], ["blame", "lac-2030"]):
        assert "can't be read" in lacplan(*words).err
    assert "git fetch --refetch" in " ".join(out.split())
    (story.folder.parent / "elsewhere").rename(story.folder)
    assert lacplan("log", "lac-2030").out == whole


def test_in_a_bare_repository_a_worktree_and_a_submodule(
    story: Repo, new_repo: Callable[[str], Repo], lacplan: Run, monkeypatch
) -> None:
    whole = lacplan("log", "lac-2030").out
    story.git("clone", "--quiet", "--bare", ".", "../bare")
    story.git("worktree", "add", "--quiet", "../beside")
    outer = new_repo("outer")
    outer.git("submodule", "--quiet", "add", f"file://{story.folder}", "plans")
    for name in ("bare", "beside", "outer/plans"):
        monkeypatch.chdir(story.folder.parent / name)
        assert lacplan("log", "lac-2030").out == whole


def test_a_draft_that_was_taken_away_still_has_a_history(story: Repo, lacplan: Run) -> None:
    story.git("rm", "--quiet", FILE)
    story.commit("away", {"README": "x"})
    assert commits(lacplan, "lac-2030")[0]["kind"] == "ends"
    assert "· removed" in lacplan("history", "lac-2030", "b").out
    status, _, err = lacplan("blame", "lac-2030")
    assert status == 2
    assert "took it away" in err


def test_a_draft_that_came_back_is_said_to_have(story: Repo, lacplan: Run) -> None:
    whole = (story.folder / FILE).read_text()
    story.git("rm", "--quiet", FILE)
    story.commit("away", {"README": "x"})
    story.commit("back", {FILE: whole})
    told = commits(lacplan, "lac-2030", "--class", "substantive")
    assert [(each["kind"], each["returns"]) for each in told[:2]] == [
        ("layout", True),
        ("ends", False),
    ]
    assert "the draft came back; it reads as it did" in lacplan("log", "lac-2030").out
    assert lacplan("history", "lac-2030", "b").out.count("· added") == 2


def test_a_renamed_file_is_said_to_be_one(story: Repo, lacplan: Run) -> None:
    story.move(FILE, "drafts/lac-2030/plan.yaml")
    assert "file renamed from drafts/lac-2030.yaml" in lacplan("log", "lac-2030").out
    story.move("drafts/lac-2030/plan.yaml", "drafts/lac-2031.yaml")
    told = commits(lacplan, "lac-2031")
    assert len(told) == 6
    assert told[0]["renamed_from"] == "drafts/lac-2030/plan.yaml"
    assert told[1]["kind"] == "layout"
    assert [each["versions"] for each in told[2::3]] == [["lac-2030@final"], ["lac-2030@draft-01"]]
    assert len(commits(lacplan, "lac-2031@HEAD~2")) == 4


def test_without_git_it_says_so(story: Repo, lacplan_process) -> None:
    ran = lacplan_process("log", "lac-2030", cwd=story.folder, PATH="/nowhere")
    assert ran.returncode == 2
    assert "Git is not installed" in ran.stderr


def test_text_of_a_draft_steers_no_terminal(repo: Repo, lacplan: Run) -> None:
    repo.git("config", "user.name", "Ana \x1b[31m[bold]")
    repo.commit("\x1b]0;title\x07 [red]", {FILE: plan(area("a", "1", '"\\e[31m [red]"'))})
    for words in (["log", "lac-2030"], ["history", "lac-2030", "a"], ["blame", "lac-2030"]):
        out = lacplan(*words).out
        assert "\x1b" not in out
        assert "[bold]" in out
    assert "␛[31m [red]" in lacplan("history", "lac-2030", "a").out
