"""The commits that touched a draft, on the real git."""

from pathlib import Path

from lacplan.history.commit import Commit
from lacplan.store.repository import open_repository
from lacplan.store.walk import Walk, walk

from .conftest import Repo, draft

FILE = "drafts/lac-2030.yaml"
FOLDER = "drafts/lac-2030/plan.yaml"


def walked(repo: Repo, path: str = FILE, revision: str = "HEAD") -> Walk:
    repository = open_repository(repo.folder)
    try:
        return walk(repository, repo.git("rev-parse", revision), path)
    finally:
        repository.close()


def subjects(found: Walk) -> list[str]:
    return [commit.subject for commit in found.commits]


def named(found: Walk, subject: str) -> Commit:
    return next(commit for commit in found.commits if commit.subject == subject)


def is_a_chain(found: Walk) -> bool:
    """Tell whether each commit found what the next older one had left."""
    olders = {each.id: each for each in found.commits}
    return all(
        before.state == olders[before.commit].after
        for each in found.commits
        for before in each.befores
        if before.commit
    )


def test_each_commit_comes_with_what_it_found_and_left(life: Repo) -> None:
    life.commit("another file", {"README": "x"})
    found = walked(life)
    assert subjects(found) == ["third", "second", "start"]
    assert is_a_chain(found)
    third, _, start = found.commits
    assert third.after == (FILE, life.git("rev-parse", f"HEAD:{FILE}"))
    assert [before.state for before in start.befores] == [None]
    assert (third.author, third.email) == ("Ana Pérez", "ana@example.org")


def test_a_draft_is_followed_through_every_renaming(repo: Repo) -> None:
    repo.commit("start", {"plans/old.yaml": draft("old")})
    repo.move("plans/old.yaml", "drafts/old.yaml", "to drafts")
    repo.move("drafts/old.yaml", FOLDER, "new name, in a folder")
    repo.commit("edit", {FOLDER: draft(title="Edited")})
    repo.move(FOLDER, FILE, "out of the folder")
    found = walked(repo)
    told = ["out of the folder", "edit", "new name, in a folder", "to drafts", "start"]
    assert subjects(found) == told
    assert found.paths == (FILE, FOLDER, "drafts/old.yaml", "plans/old.yaml")
    assert is_a_chain(found)


def test_out_of_a_folder_and_rewritten_it_is_still_the_same_draft(repo: Repo) -> None:
    repo.commit("start", {FOLDER: draft()})
    (repo.folder / FOLDER).unlink()
    repo.commit("rewritten", {FILE: "title: not a word in common\n"})
    assert subjects(walked(repo)) == ["rewritten", "start"]
    assert is_a_chain(walked(repo))


def test_a_name_that_was_another_plans_before_is_not_mixed_up(repo: Repo) -> None:
    repo.commit("start", {FILE: draft(title="The other one")})
    repo.move(FILE, "drafts/lac-2020.yaml", "make room")
    repo.commit("ours", {"drafts/new.yaml": draft("new", title="Ours", more="    notes: so\n")})
    repo.move("drafts/new.yaml", FILE, "take the name")
    assert subjects(walked(repo)) == ["take the name", "ours"]
    assert subjects(walked(repo, "drafts/lac-2020.yaml")) == ["make room", "start"]


def test_a_name_given_away_and_taken_back(repo: Repo) -> None:
    repo.commit("start", {FILE: draft()})
    repo.move(FILE, "drafts/other.yaml", "away")
    repo.move("drafts/other.yaml", FILE, "back")
    assert subjects(walked(repo)) == ["back", "away", "start"]


def test_a_draft_taken_away_is_told_of_and_so_is_its_return(repo: Repo) -> None:
    repo.commit("start", {FILE: draft(), "README": "x"})
    repo.git("rm", "--quiet", FILE)
    repo.commit("away")
    assert subjects(walked(repo)) == ["away", "start"]
    assert walked(repo).commits[0].after is None
    repo.commit("again", {FILE: draft(title="Again")})
    again, away, _ = walked(repo).commits
    assert [(before.commit, before.state) for before in again.befores] == [(away.id, None)]


def branched(repo: Repo) -> None:
    """Make two branches that each change another part of the draft."""
    filler = "".join(f"    # {number}\n" for number in range(9))
    repo.commit("start", {FILE: draft(more=filler + "    notes: so\n")})
    repo.git("switch", "--quiet", "--create", "side")
    repo.commit("side", {FILE: draft(more=filler + "    notes: otherwise\n")})
    repo.git("switch", "--quiet", "main")
    repo.commit("main", {FILE: draft(title="Other", more=filler + "    notes: so\n")})


def test_a_merge_that_joins_has_what_each_parent_had(repo: Repo) -> None:
    branched(repo)
    repo.git("merge", "--quiet", "--message", "join", "side")
    found = walked(repo)
    assert subjects(found)[0] == "join"
    assert sorted(subjects(found)[1:3]) == ["main", "side"]
    join = found.commits[0]
    assert join.merges
    assert [before.commit for before in join.befores] == [
        named(found, "main").id,
        named(found, "side").id,
    ]
    assert is_a_chain(found)


def test_a_merge_that_took_one_side_is_not_told_nor_is_the_other_side(repo: Repo) -> None:
    branched(repo)
    repo.git("merge", "--quiet", "--strategy=ours", "--message", "ours", "side")
    repo.tag("lac-2030@draft-01")
    found = walked(repo)
    assert subjects(found) == ["main", "start"]
    assert [(tag.label, id) for tag, id in found.versions] == [
        ("draft-01", named(found, "main").id)
    ]


def test_a_side_that_goes_on_under_the_old_name_is_joined(repo: Repo) -> None:
    branched(repo)
    repo.move(FILE, "drafts/lac-2031.yaml", "renamed")
    repo.git("merge", "--quiet", "--message", "join", "side")
    found = walked(repo, "drafts/lac-2031.yaml")
    assert sorted(subjects(found)) == ["join", "main", "renamed", "side", "start"]
    assert is_a_chain(found)
    join = found.commits[0]
    assert [before.state.path for before in join.befores if before.state] == [
        "drafts/lac-2031.yaml",
        FILE,
    ]


def test_versions_are_named_with_what_they_published(life: Repo) -> None:
    life.commit("another file", {"README": "x"})
    life.tag("lac-2030@final")
    life.git("tag", "lac-2030@light")
    life.tag("lac-2031@draft-01")
    found = walked(life)
    assert [(tag.label, id) for tag, id in found.versions] == [
        ("draft-01", named(found, "start").id),
        ("draft-02", named(found, "second").id),
        ("final", named(found, "third").id),
    ]
    assert [found.first[each.id].label for each in found.commits] == [
        "final",
        "draft-02",
        "draft-01",
    ]


def test_a_version_beside_the_way_counts_too(life: Repo) -> None:
    life.git("switch", "--quiet", "--create", "release")
    life.commit("beside", {FILE: draft(title="Released")})
    life.tag("lac-2030@final")
    life.git("switch", "--quiet", "main")
    found = walked(life)
    assert subjects(found) == ["third", "second", "start"]
    assert found.first[found.commits[0].id].label == "final"


def test_versions_under_a_former_name_are_the_older_ones(life: Repo) -> None:
    life.move(FILE, "drafts/lac-2031.yaml")
    life.tag("lac-2031@draft-01")
    found = walked(life, "drafts/lac-2031.yaml")
    told = ["lac-2030@draft-01", "lac-2030@draft-02", "lac-2031@draft-01"]
    assert [tag.ref for tag, _ in found.versions] == told
    assert [found.first[each.id].ref for each in found.commits] == [told[2], told[2], *told[1::-1]]


def test_a_shallow_clone_ends_where_it_was_cut(life: Repo) -> None:
    life.git("clone", "--quiet", "--depth=2", f"file://{life.folder}", "../shallow")
    shallow = Repo(life.folder.parent / "shallow")
    found = walked(shallow)
    assert subjects(found) == ["third", "second"]
    assert [each.cut for each in found.commits] == [False, True]


def test_it_works_in_a_bare_repository_and_from_any_revision(life: Repo) -> None:
    life.git("clone", "--quiet", "--bare", ".", "../bare")
    bare = Repo(life.folder.parent / "bare")
    assert subjects(walked(bare, revision="HEAD~1")) == ["second", "start"]


def test_what_people_configured_does_not_matter(life: Repo, home: Path) -> None:
    plain = walked(life)
    with (home / ".gitconfig").open("a") as file:
        file.write(
            "[log]\n showSignature = true\n decorate = full\n diffMerges = on\n follow = true\n"
            " excludeDecoration = refs/tags/*\n date = relative\n[diff]\n renames = copies\n"
            " noprefix = true\n[color]\n ui = always\n[core]\n quotePath = true\n"
        )
    assert walked(life) == plain


def test_odd_subjects_and_authors_are_only_text(repo: Repo) -> None:
    repo.git("config", "user.name", "Müller, \x01:100644 <\x07>")
    repo.commit(":100644 \x01 a\x1b[31m", {FILE: draft()})
    (commit,) = walked(repo).commits
    assert commit.subject == ":100644 \x01 a\x1b[31m"
