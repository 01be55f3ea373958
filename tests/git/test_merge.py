"""``lacplan merge`` over the history of a real repository."""

from tests.git.conftest import draft

FILE = "drafts/lac.yaml"


def two_branches(repo) -> None:
    repo.commit("base", {FILE: draft("lac")})
    repo.git("checkout", "-q", "-b", "other")
    repo.commit("theirs", {FILE: draft("lac").replace("New voices", "Newer voices")})
    repo.git("checkout", "-q", "main")
    repo.commit("ours", {FILE: draft("lac", title="Our plan")})


BOTH = draft("lac", title="Our plan").replace("New voices", "Newer voices")


def test_git_knows_what_two_branches_come_from(repo, lacplan):
    two_branches(repo)
    assert lacplan("merge", "lac@main", "lac@other") == (0, BOTH, "")
    assert lacplan("merge", "lac", "lac@other") == (0, BOTH, "")
    assert lacplan("merge", FILE, "lac@other") == (0, BOTH, "")
    assert repo.git("status", "--porcelain") == ""


def test_what_is_not_committed_comes_from_head(repo, lacplan):
    two_branches(repo)
    repo.write({FILE: draft("lac", title="Our better plan")})
    said = lacplan("merge", "lac", "lac@other", "-o", FILE)
    assert said.status == 0
    assert (repo.folder / FILE).read_text() == BOTH.replace("Our plan", "Our better plan")


def test_a_draft_that_both_added_has_an_empty_base(repo, lacplan):
    repo.commit("start", {"README": "x"})
    repo.git("checkout", "-q", "-b", "other")
    repo.commit("theirs", {FILE: draft("lac", title="Their plan")})
    repo.git("checkout", "-q", "main")
    repo.commit("ours", {FILE: draft("lac", title="Our plan")})
    said = lacplan("merge", "lac", "lac@other")
    assert said.status == 1
    assert said.out.count("<<<<<<< ours") == 1


def test_two_histories_with_nothing_in_common_need_a_base(repo, lacplan):
    repo.commit("ours", {FILE: draft("lac")})
    repo.git("checkout", "-q", "--orphan", "other")
    repo.commit("theirs", {FILE: draft("lac", title="Their plan")})
    said = lacplan("merge", "lac@main", "lac@other")
    assert said.status == 2
    assert "no commit in common" in said.err
    assert "--base" in said.err


def test_drafts_of_two_plans_are_not_merged_unasked(repo, lacplan):
    repo.commit("two plans", {FILE: draft("lac"), "drafts/west.yaml": draft("west")})
    repo.write({"drafts/new.yaml": draft("new")})
    for theirs in ("west", "west@main", "new"):
        said = lacplan("merge", "lac", theirs)
        assert (said.status, said.out) == (2, "")
        assert "are drafts of two plans" in said.err
        assert "--base" in said.err
    assert lacplan("merge", "lac", "west", "--base", "lac").status == 0


def test_several_bases_are_told(repo, lacplan):
    two_branches(repo)
    main, other = repo.git("rev-parse", "main"), repo.git("rev-parse", "other")
    repo.git("merge", "-q", "-s", "ours", "--no-edit", "other")
    repo.git("checkout", "-q", "other")
    repo.git("merge", "-q", "-s", "ours", "--no-edit", main)
    said = lacplan("merge", "lac@main", "lac@other")
    assert "The sides have 2 commits in common" in said.err
    assert any(commit[:12] in said.err for commit in (main, other))


def test_a_renamed_draft_is_found_in_the_base(repo, lacplan):
    repo.commit("base", {FILE: draft("lac")})
    repo.git("checkout", "-q", "-b", "other")
    repo.commit("theirs", {FILE: draft("lac").replace("New voices", "Newer voices")})
    repo.git("checkout", "-q", "main")
    repo.git("mv", FILE, "drafts/lac-2.yaml")
    repo.commit("renamed", {"drafts/lac-2.yaml": draft("lac-2")})
    said = lacplan("merge", "lac-2", "lac@other")
    assert said == (0, draft("lac-2").replace("New voices", "Newer voices"), "")
