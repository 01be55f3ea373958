"""Saving: one plan's files, nothing else, and what to do where git says no."""

import pytest

from tests.git.conftest import draft

NAME = "lac-2030"
FILE = "drafts/lac-2030.yaml"


@pytest.fixture
def begun(repo):
    repo.commit("start", {FILE: draft(title="One"), "notes.txt": "a\n"})
    return repo


@pytest.fixture
def shared(begun, tmp_path, new_repo):
    """The same, with a remote that has its branch."""
    new_repo("hub.git", "--bare")
    begun.git("remote", "add", "origin", str(tmp_path / "hub.git"))
    begun.git("push", "--quiet", "--set-upstream", "origin", "main")
    return begun


def committed(repo, revision: str = "HEAD") -> set[str]:
    return set(repo.git("show", "--format=", "--name-only", "--no-renames", revision).splitlines())


def test_what_changed_is_shown_and_makes_the_subject(begun, lacplan):
    begun.write({FILE: draft(title="Two").replace("New voices", "Old voices")})
    status, out, err = lacplan("save", NAME)
    assert (status, err) == (0, "")
    assert "[-New-]{+Old+} voices" in out
    assert "Saved drafts/lac-2030.yaml on main as " in out
    assert begun.git("log", "-1", "--format=%s") == "lac-2030: reworded 2"
    assert begun.git("status", "--porcelain") == ""


def test_a_message_of_ones_own_is_the_commits(begun, lacplan):
    begun.write({FILE: draft(title="Two")})
    assert lacplan("save", NAME, "-m", "# As agreed\n\n# in Lima\n").status == 0
    assert begun.git("log", "-1", "--format=%B") == "# As agreed\n\n# in Lima\n"


def test_nothing_but_the_plans_files_is_committed(begun, lacplan):
    begun.write({FILE: draft(title="Two"), "notes.txt": "b\n", "staged.txt": "c\n"})
    begun.write({"drafts/other.yaml": draft("other")})
    begun.git("add", "staged.txt", "notes.txt")
    begun.write({"notes.txt": "d\n"})
    assert lacplan("save", NAME).status == 0
    assert committed(begun) == {FILE}
    assert begun.git("diff", "--cached", "--name-only").split() == ["notes.txt", "staged.txt"]
    assert begun.git("show", ":notes.txt") == "b"
    assert "?? drafts/other.yaml" in begun.git("status", "--porcelain")


def test_all_that_lies_beside_a_plan_in_its_folder_is_its_own(repo, lacplan):
    folder = "drafts/lac-2030"
    repo.commit("start", {f"{folder}/plan.yaml": draft(), f"{folder}/gone.yaml": "a: 1\n"})
    (repo.folder / folder / "gone.yaml").unlink()
    repo.write({f"{folder}/i18n/es.yaml": "a: 1\n", f"{folder}/.plan.yaml.123.new": "litter\n"})
    repo.write({"drafts/lac-2030-b.yaml": draft("lac-2030-b")})
    assert lacplan("save", NAME).status == 0
    assert committed(repo) == {f"{folder}/gone.yaml", f"{folder}/i18n/es.yaml"}
    assert repo.git("log", "-1", "--format=%s") == (
        f"lac-2030: {folder}/gone.yaml, {folder}/i18n/es.yaml"
    )


def test_a_plan_that_became_a_folder_is_saved_as_one_move(begun, lacplan):
    begun.git("rm", "-q", "--cached", FILE)
    (begun.folder / "drafts/lac-2030").mkdir()
    (begun.folder / FILE).rename(begun.folder / "drafts/lac-2030/plan.yaml")
    out = lacplan("save", NAME).out
    assert "drafts/lac-2030/plan.yaml: moved from drafts/lac-2030.yaml; it says what it" in out
    assert begun.git("log", "-1", "--format=%s") == "lac-2030: moved into its folder"
    assert committed(begun) == {FILE, "drafts/lac-2030/plan.yaml"}
    assert begun.git("status", "--porcelain") == ""


def test_the_first_commit_of_all(repo, lacplan):
    repo.write({FILE: draft()})
    status, out, _ = lacplan("save", NAME)
    assert status == 0
    assert out.startswith("New: drafts/lac-2030.yaml: 1 areas, 1 objectives\n")
    assert committed(repo) == {FILE}


def test_comments_and_layout_alone_are_said_to_be_so(begun, lacplan):
    begun.write({FILE: "# A remark\n" + draft(title="One")})
    assert "comments or layout alone" in lacplan("save", NAME).out
    assert begun.git("log", "-1", "--format=%s") == "lac-2030: comments and layout"


@pytest.mark.parametrize("command", ["save", "version create"])
@pytest.mark.parametrize("name", [FILE, "../x", "-", "Lac", "lac-2030@HEAD"])
def test_only_a_plans_name_will_do(begun, lacplan, command, name):
    begun.write({FILE: draft(title="Two")})
    status, out, err = lacplan(*command.split(), "--", name)
    assert (status, out) == (2, "")
    assert ("That is “lac-2030”." in err) == (name == FILE)


def test_nothing_to_save_is_said(begun, lacplan):
    head = begun.git("rev-parse", "HEAD")
    status, out, err = lacplan("save", NAME)
    assert (status, out, err) == (0, "Nothing to save: lac-2030 is as in the last commit.\n", "")
    assert begun.git("rev-parse", "HEAD") == head


def test_a_draft_that_git_ignores_is_not_passed_over(begun, lacplan):
    begun.commit("ignore", {".gitignore": "drafts/new.yaml\n"})
    begun.write({"drafts/new.yaml": draft("new")})
    status, out, err = lacplan("save", "new")
    assert (status, out) == (2, "")
    assert "ignore “drafts/new.yaml”" in err


@pytest.mark.parametrize("wrong", ["    staus: done\n", "    lead: [\n", "<<<<<<< ours\n"])
def test_a_draft_with_errors_is_not_saved(begun, lacplan, wrong):
    begun.write({FILE: draft(title="Two", more=wrong)})
    status, _, err = lacplan("save", NAME)
    assert status == 2
    assert "error" in err
    assert "lacplan validate lac-2030" in err
    assert begun.git("log", "--format=%s") == "start"


def test_hooks_run_as_they_do_for_git_and_what_they_say_is_shown(begun, lacplan):
    hook = begun.folder / ".git/hooks/commit-msg"
    hook.write_text('#!/bin/sh\necho "ñ $(git ls-files "drafts/*" | wc -l)" >&2\n'
                    'echo "Reviewed-by: hook" >> "$1"\n')  # fmt: skip
    hook.chmod(0o755)
    begun.write({FILE: draft(title="Two")})
    status, _, err = lacplan("save", NAME)
    assert (status, err) == (0, "ñ 1\n")
    assert begun.git("log", "-1", "--format=%B").endswith("\nReviewed-by: hook\n")


def test_a_hook_that_says_no_leaves_all_as_it_was(begun, lacplan):
    hook = begun.folder / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\necho not today >&2\nexit 1\n")
    hook.chmod(0o755)
    begun.write({"drafts/new.yaml": draft("new")})
    before = begun.git("status", "--porcelain")
    status, _, err = lacplan("save", "new")
    assert status == 2
    assert "not today" in err
    assert begun.git("status", "--porcelain") == before


def test_a_detached_head_is_refused_with_a_way_out(begun, lacplan):
    begun.git("checkout", "--quiet", "--detach")
    begun.write({FILE: draft(title="Two")})
    status, _, err = lacplan("save", NAME)
    assert status == 2
    assert "git switch -c" in err


def test_no_identity_is_met_with_how_to_set_it(begun, lacplan, home):
    (home / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n")
    begun.write({FILE: draft(title="Two")})
    status, _, err = lacplan("save", NAME)
    assert status == 2
    assert "git config --global user.name" in err


def test_a_lock_left_behind_is_named(begun, lacplan):
    (begun.folder / ".git/index.lock").touch()
    begun.write({FILE: draft(title="Two")})
    status, _, err = lacplan("save", NAME)
    assert status == 2
    assert ".git/index.lock" in err
    assert "remove the lock" in err


def test_a_merge_under_way_is_finished_with_git(begun, lacplan):
    begun.git("switch", "--quiet", "-c", "side")
    begun.commit("side", {"notes.txt": "side\n"})
    begun.git("switch", "--quiet", "main")
    begun.commit("main", {"notes.txt": "main\n"})
    begun.git("merge", "side", check=False)
    begun.write({FILE: draft(title="Two")})
    status, _, err = lacplan("save", NAME)
    assert status == 2
    assert "git status" in err


def test_a_bare_repository_has_nothing_to_save(new_repo, lacplan, monkeypatch):
    bare = new_repo("bare.git", "--bare")
    monkeypatch.chdir(bare.folder)
    status, _, err = lacplan("save", NAME)
    assert status == 2
    assert "bare" in err


class TestPush:
    def test_it_goes_to_the_branch_there(self, shared, lacplan):
        shared.write({FILE: draft(title="Two")})
        assert lacplan("save", NAME, "--push").status == 0
        assert shared.git("rev-parse", "origin/main") == shared.git("rev-parse", "HEAD")

    def test_what_was_saved_before_goes_too(self, shared, lacplan):
        shared.write({FILE: draft(title="Two")})
        lacplan("save", NAME)
        assert lacplan("save", NAME, "--push").status == 0
        assert shared.git("rev-parse", "origin/main") == shared.git("rev-parse", "HEAD")

    def test_no_remote_is_said_and_what_was_saved_is_saved(self, begun, lacplan):
        begun.write({FILE: draft(title="Two")})
        status, out, err = lacplan("save", NAME, "--push")
        assert status == 2
        assert "Saved drafts/lac-2030.yaml" in out
        assert "git remote add" in err

    def test_no_upstream_is_said(self, shared, lacplan):
        shared.git("switch", "--quiet", "-c", "side")
        shared.write({FILE: draft(title="Two")})
        status, _, err = lacplan("save", NAME, "--push")
        assert status == 2
        assert "git push --set-upstream origin HEAD" in err

    def test_others_who_pushed_first_are_told_of(self, shared, lacplan, tmp_path, new_repo):
        shared.git("clone", "--quiet", str(tmp_path / "hub.git"), str(tmp_path / "other"))
        other = type(shared)(tmp_path / "other")
        other.commit("first", {"notes.txt": "first\n"})
        other.git("push", "--quiet")
        shared.write({FILE: draft(title="Two")})
        status, _, err = lacplan("save", NAME, "--push")
        assert status == 2
        assert "git pull --rebase" in err


GROUP = "format: 1\nmembers:\n  - {id: m-01, name: One}\n  - {id: m-02, name: Two}\n"
BROUGHT = "format: 1\ncontributions:\n  - {id: c-01, kind: idea, by: m-01, text: One.}\n"


def subject(repo, lacplan):
    """Save, and return the commit's subject without the plan's name, which the summary has, too."""
    done = lacplan("save", NAME)
    assert done.status == 0, done.err
    made = repo.git("log", "-1", "--format=%s").removeprefix("lac-2030: ")
    assert made.rpartition("; ")[2] in " ".join(done.out.split())
    return made


def test_what_happens_beside_a_plan_is_told_in_a_line(begun, lacplan):
    def consult(*words):
        done = lacplan("consult", *words)
        assert done.status == 0, done.err
        return done.out.split()[0]

    begun.tag("lac-2030@draft-01")
    words = ("--version", "draft-01", "--opens", "2026-01-01", "--closes", "2099-01-31")
    consult("open", NAME, *words)
    assert subject(begun, lacplan) == "moved into its folder; consultation “draft-01” begun"

    ids = [consult("add", NAME, text, "--item", "1.1") for text in ("One", "Two", "Three")]
    consult("link", NAME, *ids[:2], "more", "--title", "More")
    assert subject(begun, lacplan) == ("3 comments came in, 2 linked to issues, 1 issue begun")

    consult("answer", NAME, "more", "noted", "--response", "en=Yes")
    consult("amend", NAME, ids[2], "--text", "3")
    consult("erase", NAME, ids[0].partition(".")[0])
    consult("close", NAME)
    assert subject(begun, lacplan) == (
        "consultation “draft-01” closed, 1 amended, 1 erased, 1 issue answered"
    )

    folder = "drafts/lac-2030"
    begun.write({f"{folder}/group.yaml": GROUP, f"{folder}/contributions.yaml": BROUGHT})
    begun.write({f"{folder}/plan.yaml": draft(title="Other")})
    assert subject(begun, lacplan) == (
        "reworded the plan's title; 2 members added, 1 contribution added"
    )

    begun.write({f"{folder}/group.yaml": GROUP.replace("Two", "Dos"), f"{folder}/x.txt": "x"})
    assert subject(begun, lacplan) == f"1 member changed, {folder}/x.txt"

    begun.write({f"{folder}/group.yaml": "# ours\n" + GROUP.replace("Two", "Dos")})
    assert subject(begun, lacplan) == f"{folder}/group.yaml"


def test_as_many_comments_came_in_as_the_status_counts(begun, lacplan):
    def consult(*words):
        done = lacplan("consult", *words)
        assert done.status == 0, done.err
        return done.out

    begun.tag("lac-2030@draft-01")
    words = ("--version", "draft-01", "--opens", "2026-01-01", "--closes", "2099-01-31")
    consult("open", NAME, *words)
    begun.commit("opened")
    one, two = (consult("add", NAME, text).split()[0] for text in ("One. Uno.", "Two. Dos."))
    consult("split", NAME, one, "One.", "Uno.")
    assert "3 comments in 2 submissions." in consult("status", NAME)
    assert subject(begun, lacplan) == "3 comments came in"

    consult("split", NAME, two, "Two.", "Dos.")
    assert subject(begun, lacplan) == "1 split"


def test_what_the_last_commit_lost_beside_a_plan_can_be_saved_again(begun, lacplan):
    begun.tag("lac-2030@draft-01")
    words = ("--version", "draft-01", "--opens", "2026-01-01", "--closes", "2099-01-31")
    assert lacplan("consult", "open", NAME, *words).status == 0
    begun.commit("opened")
    file = begun.folder / "drafts/lac-2030/consultations/draft-01/consultation.yaml"
    text = file.read_text()
    file.unlink()
    begun.commit("lost")
    file.write_text(text)
    assert subject(begun, lacplan) == "consultation “draft-01” begun"
