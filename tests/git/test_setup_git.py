"""``lacplan setup git``: what it writes, and what git says of drafts from then on."""

import shlex
import shutil
import sys

import pytest

from tests.git.conftest import draft

CONFLICT = "<<<<<<< ours\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs\n"


@pytest.fixture
def spoken(life, lacplan):
    """``life``, where git speaks lacplan."""
    assert lacplan("setup", "git").status == 0
    life.commit("attributes")
    return life


def lacplan_is(repo, program):
    """Have git start *program* where it would start lacplan."""
    for key in ("diff.lacplan.command", "diff.lacplan.textconv", "merge.lacplan.driver"):
        value = repo.git("config", key)
        repo.git(
            "config", key, value.replace(f"{shlex.quote(sys.executable)} -P -m lacplan", program)
        )


def test_it_says_what_it_wrote_and_writes_nothing_else(life, lacplan):
    life.git("config", "diff.lacplan.xfuncname", "mine")
    config = life.git("config", "--local", "--list").splitlines()
    life.commit("a file of others", {".gitattributes": "*.md text"})
    said = lacplan("setup", "git")
    assert said.status == 0
    assert said.out == (
        "Wrote to .gitattributes:\n"
        "  /drafts/*.yaml diff=lacplan merge=lacplan\n"
        "  /drafts/*/plan.yaml diff=lacplan merge=lacplan\n"
        "  /drafts/*/group.yaml merge=lacplan\n"
        "  /drafts/*/contributions.yaml merge=lacplan\n"
        "  /drafts/*/consultations/*/*.yaml merge=lacplan\n"
        "  /drafts/*/consultations/*/comments/*.jsonl merge=lacplan\n"
        "  /drafts/*/consultations/*/links.csv merge=lacplan\n"
        "Set in this clone's configuration:\n"
        "  diff.lacplan.command\n"
        "  diff.lacplan.textconv\n"
        "  merge.lacplan.name\n"
        "  merge.lacplan.driver\n"
        "Commit .gitattributes, so that others have it too; each runs “lacplan setup git” in a "
        "clone once.\n"
    )
    assert life.git("status", "--porcelain") == " M .gitattributes"
    added = {*life.git("config", "--local", "--list").splitlines()} - {*config}
    assert {line.split("=")[0] for line in added} == {
        "diff.lacplan.command",
        "diff.lacplan.textconv",
        "merge.lacplan.name",
        "merge.lacplan.driver",
    }


def test_done_again_it_writes_nothing_and_undone_nothing_is_left(life, lacplan):
    life.commit("a file of others", {".gitattributes": "*.md text"})
    before = life.git("config", "--local", "--list")
    lacplan("setup", "git")
    written = (life.folder / ".gitattributes").read_bytes()
    assert lacplan("setup", "git").out == "All of it is there already; nothing was written.\n"
    assert (life.folder / ".gitattributes").read_bytes() == written
    assert "Took out of .gitattributes:\n  /drafts/*.yaml" in lacplan("setup", "git", "--undo").out
    assert life.git("status", "--porcelain") == ""
    assert life.git("config", "--local", "--list") == before
    assert lacplan("setup", "git", "--undo").out == "Nothing of it was there.\n"


def test_a_file_of_its_own_goes_when_it_is_undone(life, lacplan):
    lacplan("setup", "git")
    lacplan("setup", "git", "--undo")
    assert not (life.folder / ".gitattributes").exists()


def test_undone_and_done_again_the_file_that_was_committed_is_back(life, lacplan):
    lacplan("setup", "git")
    life.commit("attributes")
    lacplan("setup", "git", "--undo")
    assert "missing" in lacplan("setup", "git", "--check").out
    assert "Wrote to .gitattributes" in lacplan("setup", "git").out
    assert life.git("status", "--porcelain") == ""


def test_check_tells_what_is_missing_in_a_clone(spoken, lacplan, tmp_path, monkeypatch):
    assert lacplan("setup", "git", "--check").status == 0
    spoken.git("clone", "--quiet", ".", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    said = lacplan("setup", "git", "--check")
    assert said.status == 1
    assert said.out.splitlines() == [
        "✔ there      .gitattributes  /drafts/*.yaml diff=lacplan merge=lacplan",
        "✔ there      .gitattributes  /drafts/*/plan.yaml diff=lacplan merge=lacplan",
        "✔ there      .gitattributes  /drafts/*/group.yaml merge=lacplan",
        "✔ there      .gitattributes  /drafts/*/contributions.yaml merge=lacplan",
        "✔ there      .gitattributes  /drafts/*/consultations/*/*.yaml merge=lacplan",
        "✔ there      .gitattributes  /drafts/*/consultations/*/comments/*.jsonl merge=lacplan",
        "✔ there      .gitattributes  /drafts/*/consultations/*/links.csv merge=lacplan",
        "✖ missing    configuration   diff.lacplan.command",
        "✖ missing    configuration   diff.lacplan.textconv",
        "✖ missing    configuration   merge.lacplan.name",
        "✖ missing    configuration   merge.lacplan.driver",
    ]
    assert "“lacplan setup git” writes what is missing or stale." in said.err
    assert "drafts" not in lacplan("setup", "git").out


def test_a_lacplan_that_is_gone_is_stale_and_mended(spoken, lacplan):
    lacplan_is(spoken, "/nowhere/lacplan")
    said = lacplan("setup", "git", "--check")
    assert said.status == 1
    assert said.out.count("✖ stale ") == 3
    assert "diff.lacplan.command" in lacplan("setup", "git").out
    assert lacplan("setup", "git", "--check").status == 0


def test_another_lacplan_that_is_there_is_not_stale(spoken, lacplan):
    lacplan_is(spoken, shlex.quote(shutil.which("git")))
    assert lacplan("setup", "git", "--check").status == 0


def test_attributes_that_overrule_it_are_told(spoken, lacplan):
    spoken.write({"drafts/.gitattributes": "*.yaml -diff\n"})
    said = lacplan("setup", "git", "--check")
    assert said.status == 1
    assert "✖ overruled  .gitattributes  /drafts/*.yaml" in said.out
    assert "Other attributes overrule “/drafts/*.yaml”" in said.err
    assert lacplan("setup", "git").status == 1
    spoken.write({"drafts/.gitattributes": ""})
    assert lacplan("setup", "git").status == 0


def test_attributes_below_it_in_the_file_are_overruled_in_turn(spoken, lacplan):
    with (spoken.folder / ".gitattributes").open("a") as file:
        file.write("*.yaml -diff\n")
    assert lacplan("setup", "git", "--check").status == 1
    assert lacplan("setup", "git").status == 0
    assert lacplan("setup", "git", "--check").status == 0


def test_another_mans_rule_that_says_the_same_will_do(life, lacplan):
    rules = "*.yaml diff=lacplan merge=lacplan\n*.jsonl merge=lacplan\n*.csv merge=lacplan\n"
    life.write({".gitattributes": rules})
    assert ".gitattributes" not in lacplan("setup", "git").out
    assert (life.folder / ".gitattributes").read_text() == rules


@pytest.mark.parametrize("folder", ["a b/plans", 'odd "[x]*', "año", "."])
def test_any_folder_of_drafts_is_matched(repo, lacplan, folder):
    repo.commit("start", {f"{folder}/lac.yaml": draft("lac"), f"{folder}/x/plan.yaml": draft("x")})
    assert lacplan("setup", "git", "--drafts", folder).status == 0
    for file in ("lac.yaml", "x/plan.yaml"):
        assert repo.git("check-attr", "diff", "--", f"{folder}/{file}").endswith("diff: lacplan")
    assert "lacplan" not in repo.git("check-attr", "diff", "--", f"{folder}/x/group.yaml")
    assert lacplan("setup", "git", "--undo", "--drafts", folder).status == 0
    assert not (repo.folder / ".gitattributes").exists()


def test_two_folders_of_drafts_stand_side_by_side(repo, lacplan):
    repo.commit("start", {"a/lac.yaml": draft("lac"), "b/lac.yaml": draft("lac")})
    lacplan("setup", "git", "--drafts", "a")
    lacplan("setup", "git", "--drafts", "b")
    assert lacplan("setup", "git", "--check", "--drafts", "a").status == 0
    assert lacplan("setup", "git", "--check", "--drafts", "b").status == 0


def test_a_linked_worktree_shares_the_configuration(spoken, lacplan, tmp_path, monkeypatch):
    spoken.git("worktree", "add", "-q", str(tmp_path / "beside"))
    monkeypatch.chdir(tmp_path / "beside")
    assert lacplan("setup", "git", "--check").status == 0


def test_where_it_can_not_be_set_up_it_says_why(life, lacplan, tmp_path, monkeypatch):
    (life.folder / ".git" / "config.lock").touch()
    said = lacplan("setup", "git")
    assert said.status == 2
    assert "could not lock config file" in said.err
    assert "remove the file beside it that ends in “.lock”" in said.err
    (life.folder / ".git" / "config.lock").unlink()
    (life.folder / ".gitattributes").unlink()
    (life.folder / ".gitattributes").symlink_to("elsewhere")
    assert "is a symbolic link, which git does not read" in lacplan("setup", "git").err
    life.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    assert "This repository is bare: it has no working tree." in lacplan("setup", "git").err
    monkeypatch.chdir(life.folder)
    assert lacplan("setup", "git", "--undo", "--check").status == 2


def test_git_diff_tells_what_changed_in_meaning(spoken):
    spoken.write({"drafts/lac-2030.yaml": draft(title="Fourth")})
    said = spoken.git("diff")
    assert said.startswith("lacplan diff drafts/lac-2030.yaml\n")
    assert "title: Third → Fourth" in said
    assert "1 change: 1 edited; 1 substantive" in said
    assert "\x1b" not in said


def test_log_and_show_do_so_only_with_ext_diff(spoken):
    spoken.commit("fourth", {"drafts/lac-2030.yaml": draft(title="Fourth")})
    for words in (["show"], ["log", "-p", "-1"]):
        assert "title: Third → Fourth" in spoken.git(*words, "--ext-diff")
        plain = spoken.git(*words)
        assert "\n-title: Third\n+title: Fourth\n" in plain


def test_a_line_diff_shows_a_move_as_two_lists_and_a_new_layout_not_at_all(spoken):
    text = draft(more="    objectives_: x\n").replace("    objectives_: x\n", "")
    moved = (
        text.replace("voices,", "other,") + "      - {id: voices, code: '1.2', title: New voices}\n"
    )
    spoken.commit("added", {"drafts/lac-2030.yaml": moved})
    spoken.commit(
        "layout", {"drafts/lac-2030.yaml": moved.replace("title: Plan", '"title":   "Plan"')}
    )
    assert "@@" not in spoken.git("show")
    lines = [line for line in spoken.git("show", "HEAD~1").splitlines() if line[:1] in "+-"]
    assert "-politics.objectives: voices" in lines
    assert "+politics.objectives: other, voices" in lines


def test_new_deleted_renamed_and_unchanged_drafts_are_told(spoken):
    spoken.write({"drafts/new.yaml": draft("new")})
    spoken.git("add", ".")
    said = spoken.git("diff", "--cached")
    assert said.startswith("lacplan diff drafts/new.yaml (new)\n")
    assert "+ 1.1  New voices" in said
    spoken.commit("new")
    spoken.git("rm", "-q", "drafts/new.yaml")
    assert spoken.git("diff", "--cached").startswith("lacplan diff drafts/new.yaml (deleted)\n")
    spoken.commit("gone")
    spoken.git("mv", "drafts/lac-2030.yaml", "drafts/lac-2031.yaml")
    spoken.write({"drafts/lac-2031.yaml": draft("lac-2031", title="Third")})
    spoken.git("add", ".")
    said = spoken.git("diff", "--cached", "-M")
    assert said.startswith("lacplan diff drafts/lac-2030.yaml → drafts/lac-2031.yaml\n")
    assert "name: lac-2030 → lac-2031" in said
    spoken.commit("renamed")
    spoken.write({"drafts/lac-2031.yaml": "# A comment\n" + draft("lac-2031", title="Third")})
    assert "Nothing changed in meaning: layout or comments only." in spoken.git("diff")


def test_a_mode_that_changed_is_told(spoken):
    (spoken.folder / "drafts/lac-2030.yaml").chmod(0o755)
    assert "(mode 100644 → 100755)" in spoken.git("diff")


@pytest.mark.parametrize("text", ["title: [", CONFLICT, "\0", "", "- a list\n", "\xff\xfe"])
def test_an_unreadable_draft_is_shown_as_its_lines(spoken, text):
    path = spoken.folder / "drafts/lac-2030.yaml"
    path.write_bytes(text.encode("latin-1"))
    said = spoken.git("diff")
    assert said.startswith(
        "lacplan diff drafts/lac-2030.yaml\nThe new side can't be read as a draft"
    )
    assert "-title: Third" in said or "Binary files" in said
    spoken.commit("unreadable")
    shown = spoken.git("show")
    assert "-title: Third" in shown
    for line in text.splitlines():
        assert "\0" in line or not line.isascii() or f"+{line}" in shown
    spoken.commit("mended", {"drafts/lac-2030.yaml": draft()})
    assert "The old side can't be read" in spoken.git("show", "--ext-diff")


def test_a_draft_with_faults_is_told_with_a_warning(spoken):
    spoken.write({"drafts/lac-2030.yaml": draft(title="Fourth") + "colour: red\n"})
    said = spoken.git("diff")
    assert "The new side has 1 fault; what is faulty may be missing." in said
    assert "title: Third → Fourth" in said
    spoken.commit("faulty")
    assert "\n+colour: red\n" in spoken.git("show")


def test_two_sides_of_a_merge_are_told(spoken):
    spoken.git("checkout", "-qb", "other", "HEAD~1")
    spoken.commit("theirs", {"drafts/lac-2030.yaml": draft(title="Theirs")})
    spoken.git("checkout", "-q", "main")
    spoken.commit("ours", {"drafts/lac-2030.yaml": draft(title="Ours")})
    spoken.git("merge", "other", check=False)
    said = spoken.git("diff", "--ours")
    assert "drafts/lac-2030.yaml: two sides of a merge are still to be joined." in said


def test_colour_comes_only_where_git_says_so(spoken):
    spoken.write({"drafts/lac-2030.yaml": draft(title="Fourth")})
    assert "\x1b[1m" in spoken.git("-c", "color.diff=always", "diff")
    assert "\x1b" not in spoken.git("-c", "color.diff=never", "diff")
    spoken.write({"drafts/lac-2030.yaml": "title: ["})
    assert "\x1b[" in spoken.git("-c", "color.diff=always", "diff")


@pytest.mark.parametrize(
    "program", ["/nowhere/lacplan", "false", "sh -c 'exit 70' x", "sh -c 'kill -9 $$' x"]
)
def test_where_lacplan_is_missing_or_broken_something_is_shown(spoken, program):
    lacplan_is(spoken, program)
    spoken.write({"drafts/lac-2030.yaml": draft(title="Fourth"), "drafts/new.yaml": draft("new")})
    spoken.git("add", ".")
    said = spoken.git("diff", "--cached")
    assert "-title: Third\n+title: Fourth" in said
    assert "+name: new" in said
    spoken.commit("fourth")
    assert "-title: Third\n+title: Fourth" in spoken.git("show")


def test_names_that_look_like_options_are_only_names(repo, lacplan):
    repo.commit("start", {"drafts/-o.yaml": draft("o"), "drafts/--help.yaml": draft("h")})
    lacplan("setup", "git")
    repo.write(
        {"drafts/-o.yaml": draft("o", title="New"), "drafts/--help.yaml": draft("h", title="N")}
    )
    assert repo.git("diff", "--", "drafts").count("title: Plan → N") == 2


def test_text_that_would_steer_a_terminal_is_shown_as_text(spoken):
    evil = draft(title='"\\e]0;evil\\a \\u202Eback"')
    spoken.commit("evil", {"drafts/lac-2030.yaml": evil})
    for words in (["show", "--ext-diff"], ["show"]):
        said = spoken.git(*words)
        assert "evil" in said
        assert "\x1b" not in said
        assert "\u202e" not in said


def test_the_commands_that_git_calls_are_not_in_the_help(lacplan):
    said = lacplan("--help").out
    assert "diff-driver" not in said
    assert "textconv" not in said
    assert lacplan("diff-driver", "a", "b").status == 2
    assert lacplan("diff-driver", "a", "/dev/null", ".", ".", "/dev/null", ".", ".").status == 2
