"""Files of comments and links that both sides changed, merged by the real git."""

import pytest
from consulted import line

from lacplan.model.comment import erased
from lacplan.model.comment_line import decode_line, encode_line
from tests.git.conftest import draft

FOLDER = "drafts/lac-2030/consultations/draft-01"
SHARD = f"{FOLDER}/comments/0001.jsonl"
LINKS = f"{FOLDER}/links.csv"
HEAD = "comment,issue,disposition,note\n"


@pytest.fixture
def both(repo, lacplan):
    """A consultation with one comment on ``main``, where git merges with lacplan."""
    repo.commit("start", {"drafts/lac-2030.yaml": draft()})
    assert lacplan("version", "create", "lac-2030").status == 0
    words = ("--version", "draft-01", "--opens", "2026-01-06", "--closes", "2099-01-31")
    assert lacplan("consult", "open", "lac-2030", *words).status == 0
    lacplan("setup", "git")
    first = line(id="s1.1", text="I am Ana")
    repo.commit("opened", {SHARD: f"{first}\n", LINKS: HEAD})
    return repo


def on_both(repo, ours, theirs):
    """Commit *theirs* on a branch and *ours* on ``main``, and merge; return what git says."""
    repo.git("switch", "--quiet", "--create", "theirs")
    repo.commit("theirs", theirs)
    repo.git("switch", "--quiet", "main")
    repo.commit("ours", ours)
    return repo.git("merge", "--no-edit", "theirs", check=False)


def shard(repo):
    return (repo.folder / SHARD).read_text().splitlines()


def test_an_erased_persons_line_meets_an_older_copy(both, lacplan):
    (first,) = shard(both)
    dead = encode_line(erased(decode_line(first), "2027-05-20"))
    amended = line(id="s1.1-a", amends="s1.1", action="amend", set={"text": "Ana is my name"})
    on_both(both, {SHARD: f"{dead}\n"}, {SHARD: f"{first}\n{amended}\n"})
    assert both.git("status", "--porcelain") == ""
    merged = shard(both)
    assert "Ana" not in "".join(merged)
    assert merged[0] == dead
    assert lacplan("consult", "check", "lac-2030").status == 0


def test_an_id_twice_after_a_merge_is_named_and_found(both, lacplan):
    (first,) = shard(both)
    ours, theirs = line(id="s2.1", text="Few"), line(id="s2.1", text="Many")
    said = on_both(both, {SHARD: f"{first}\n{ours}\n"}, {SHARD: f"{first}\n{theirs}\n"})
    assert both.git("status", "--porcelain") == ""
    assert shard(both) == [first, ours, theirs]
    assert "CONFLICT" not in said
    done = lacplan("consult", "check", "lac-2030")
    assert done.status == 1
    assert "CONSULT007" in done.out


def split_on_both(both, lacplan, ours, theirs):
    """Split a comment on each side, with these words, and merge."""
    both.commit("two", {SHARD: f"{shard(both)[0]}\n{line(id='s1.2', text='Few. Dear.')}\n"})
    both.git("switch", "--quiet", "--create", "theirs")
    lacplan("consult", "split", "lac-2030", *theirs)
    both.commit("theirs")
    both.git("switch", "--quiet", "main")
    lacplan("consult", "split", "lac-2030", *ours)
    both.commit("ours")
    both.git("merge", "--no-edit", "theirs")


def test_two_comments_of_one_submission_that_two_people_split_keep_all_their_parts(both, lacplan):
    split_on_both(both, lacplan, ("s1.1", "I am", "Ana"), ("s1.2", "Few.", "Dear."))
    parts = [decode_line(each) for each in shard(both)[2:]]
    assert [(each.id, each.split_from, each.text) for each in parts] == [
        ("s1.1-1", "s1.1", "I am"),
        ("s1.1-2", "s1.1", "Ana"),
        ("s1.2-1", "s1.2", "Few."),
        ("s1.2-2", "s1.2", "Dear."),
    ]
    assert lacplan("consult", "export", "lac-2030").out.count("\n") == 5
    assert lacplan("consult", "check", "lac-2030").status == 0


def test_a_comment_that_two_people_split_in_the_same_words_has_its_parts_once(both, lacplan):
    split_on_both(both, lacplan, ("s1.2", "Few.", "Dear."), ("s1.2", "Few.", "Dear."))
    assert len(shard(both)) == 4
    assert lacplan("consult", "check", "lac-2030").status == 0


def test_a_comment_that_two_people_split_in_other_words_is_found(both, lacplan):
    split_on_both(both, lacplan, ("s1.2", "Few.", "Dear."), ("s1.2", "Few.", "And dear."))
    done = lacplan("consult", "check", "lac-2030")
    assert (done.status, done.out.count("CONSULT007")) == (1, 1)
    assert "s1.2-2" in done.out


def test_links_that_both_sides_added_are_joined(both):
    on_both(both, {LINKS: f"{HEAD}s2.1,a,,\n"}, {LINKS: f"{HEAD}s1.1,b,,\n"})
    assert both.git("status", "--porcelain") == ""
    assert (both.folder / LINKS).read_text() == f"{HEAD}s1.1,b,,\ns2.1,a,,\n"


def test_links_that_a_spreadsheet_wrote_meet_those_with_commas(both):
    ours = "comment;issue;disposition;note\r\ns1.1;few;;a, b\r\n"
    on_both(both, {LINKS: ours}, {LINKS: f"{HEAD}s2.1,few,,\n"})
    assert (both.folder / LINKS).read_text() == f'{HEAD}s1.1,few,,"a, b"\ns2.1,few,,\n'


def test_shards_that_both_sides_began_are_joined(both):
    second = f"{FOLDER}/comments/0002.jsonl"
    ours, theirs = line(id="s2.1", text="Few"), line(id="s3.1", text="Many")
    on_both(both, {second: f"{ours}\n"}, {second: f"{theirs}\n"})
    assert (both.folder / second).read_text() == f"{ours}\n{theirs}\n"


def test_a_merge_without_the_driver_that_brings_an_erased_line_back_is_found(both, lacplan):
    (first,) = shard(both)
    dead = encode_line(erased(decode_line(first), "2027-05-20"))
    both.write({SHARD: f"{dead}\n{first}\n"})
    done = lacplan("consult", "check", "lac-2030")
    assert done.status == 1
    assert "CONSULT031" in done.out
    assert lacplan("consult", "erase", "lac-2030", "s1").status == 0
    assert "Ana" not in "".join(shard(both))
