"""What lies beside a draft of a commit: read from that commit, whatever the working tree holds."""

import io
import json

import pytest

from tests.git.conftest import draft

PLAN = "drafts/lac-2030/plan.yaml"
ROUND = "drafts/lac-2030/consultations/draft-01"
REWORDED = draft().replace("New voices", "New and young voices")


@pytest.fixture
def then(repo, do):
    """A consultation with one accepted comment in draft-02; the working tree has ruined it since.

    There, a second comment has no answer, the first one's line is damaged, and the answer claims
    what never changed.
    """

    repo.commit("start", {PLAN: draft()})
    do("version", "create", "lac-2030")
    do("consult", "open", "lac-2030", "--version", "draft-01", "--opens", "2026-01-01",
       "--closes", "2099-01-31")  # fmt: skip
    one = do("consult", "add", "lac-2030", "More young people", "--item", "1.1").split()[0]
    do("consult", "link", "lac-2030", one, "young", "--title", "Young people")
    do("consult", "answer", "lac-2030", "young", "accepted", "--change", "voices.title@draft-02")
    repo.commit("second", {PLAN: REWORDED})
    do("version", "create", "lac-2030")
    do("consult", "add", "lac-2030", "Who pays?")
    shard = repo.folder / ROUND / "comments/0001.jsonl"
    shard.write_text(shard.read_text().replace('"id"', '"di"', 1))
    issues = repo.folder / ROUND / "issues.yaml"
    issues.write_text(issues.read_text().replace("voices", "politics"))
    return repo


def codes(result):
    return {each["code"] for each in json.loads(result.out)["findings"]}


def test_validate_judges_what_the_commit_has(then, lacplan):
    words = ("--select", "CONSULT", "--format", "json")
    assert codes(lacplan("validate", "lac-2030", *words)) >= {"CONSULT006", "CONSULT023"}
    for ref in ("lac-2030@draft-02", "lac-2030@HEAD"):
        done = lacplan("validate", ref, *words)
        assert (done.status, codes(done)) == (0, set())


def test_a_version_from_before_the_consultation_has_none(then, lacplan):
    assert lacplan("validate", "lac-2030@draft-01").status == 0
    done = lacplan("consult", "check", "lac-2030@draft-01")
    assert (done.status, done.out) == (2, "")
    assert "“lac-2030@draft-01” has no consultation in commit" in done.err


def test_a_faulty_consultation_of_a_commit_is_found_at_its_line(then, lacplan):
    then.commit("ruined")
    good, ruined = (
        lacplan("validate", f"lac-2030@{rev}", "--format", "json", "--select", "CONSULT")
        for rev in ("HEAD~1", "HEAD")
    )
    assert (good.status, ruined.status) == (0, 1)
    (found,) = (each for each in json.loads(ruined.out)["findings"] if each["code"] == "CONSULT006")
    assert (found["file"], found["line"]) == (f"{ROUND}/comments/0001.jsonl", 1)


def test_a_check_of_a_commit_proves_what_it_claimed(then, lacplan):
    here, there = (lacplan("consult", "check", ref) for ref in ("lac-2030", "lac-2030@draft-02"))
    assert (here.status, there.status) == (1, 0)
    assert "consultation “draft-01”, as of draft-02\n" in there.out
    assert "✔ voices.title in draft-02" in there.out
    told = json.loads(lacplan("consult", "check", "lac-2030@HEAD", "--format", "json").out)
    assert (told["comments"], told["dispositions"]) == (1, {"accepted": 1})


def test_a_report_of_a_commit_is_that_of_a_clean_working_tree(then, lacplan):
    of_commit = lacplan("consult", "report", "lac-2030@HEAD")
    assert (of_commit.status, of_commit.err) == (0, "")
    ruined = lacplan("consult", "report", "lac-2030")
    assert ruined.out != of_commit.out
    then.git("checkout", "--quiet", "--", "drafts")
    assert lacplan("consult", "report", "lac-2030").out == of_commit.out
    assert lacplan("consult", "report", "lac-2030@draft-02").out == of_commit.out


def test_a_later_version_changes_nothing_that_is_said_of_a_commit(then, lacplan):
    then.git("checkout", "--quiet", "--", "drafts")
    commit = then.git("rev-parse", "HEAD")
    before = lacplan("consult", "report", f"lac-2030@{commit}").out
    issues = then.folder / ROUND / "issues.yaml"
    issues.write_text(issues.read_text().replace("in: draft-02", "in: draft-03"))
    then.commit("third", {PLAN: REWORDED.replace("young", "younger")})
    assert lacplan("version", "create", "lac-2030").status == 0
    assert lacplan("consult", "report", f"lac-2030@{commit}").out == before
    assert lacplan("consult", "report", "lac-2030").out != before
    words = ("--select", "CONSULT021", "--format", "json")
    assert codes(lacplan("validate", "lac-2030@draft-03", *words)) == set()


def test_status_show_and_export_tell_of_the_commit(then, lacplan):
    told = json.loads(lacplan("consult", "status", "lac-2030@HEAD", "--format", "json").out)
    assert (told["comments"], told["unanswered"]) == (1, 0)
    assert "as of" in lacplan("consult", "status", "lac-2030@HEAD").out
    assert "voices.title in draft-02" in lacplan("consult", "show", "lac-2030@HEAD", "young").out
    rows = lacplan("consult", "export", "lac-2030@draft-02").out.splitlines()
    assert len(rows) == 2
    assert "More young people" in rows[1]


def test_what_only_a_working_tree_can_take_is_refused_of_a_commit(then, lacplan):
    done = lacplan("consult", "answer", "lac-2030@HEAD", "young", "noted")
    assert (done.status, done.out) == (2, "")
    assert "lies in git's history" in done.err
    assert "Name the plan alone, to work on it as it is now: lac-2030" in " ".join(done.err.split())


def test_balance_counts_commenters_of_the_commit_on_its_day(then, lacplan):
    then.git("checkout", "--quiet", "--", "drafts")
    group = "format: 1\nmembers:\n  - {id: m-01, name: One, from: 2026-01, to: 2026-01}\n"
    then.commit("group", {"drafts/lac-2030/group.yaml": group})
    words = ("--at", "2099-01-01", "--format", "json")
    told = json.loads(lacplan("balance", "lac-2030@HEAD", *words).out)
    assert [(each["name"], each["total"]) for each in told["populations"]] == [
        ("members", 0),
        ("commenters", 1),
        ("accepted", 1),
    ]
    told = json.loads(lacplan("balance", "lac-2030@HEAD", "--format", "json").out)
    assert told["on"] == then.git("show", "-s", "--format=%cs", "HEAD")
    assert told["populations"][0]["total"] == 1


def test_balance_at_a_version_counts_who_had_commented_by_then(then, lacplan):
    then.git("checkout", "--quiet", "--", "drafts")
    group = "format: 1\nmembers:\n  - {id: m-01, name: One}\n"
    then.commit("group", {"drafts/lac-2030/group.yaml": group})
    then.tag("lac-2030@draft-00", revision="HEAD~2")  # on 2026-01-05, before the comment came
    totals = {}
    for label in ("draft-00", "draft-02"):
        told = json.loads(lacplan("balance", "lac-2030", "--at", label, "--format", "json").out)
        totals[label] = {each["name"]: each["total"] for each in told["populations"]}
    assert totals == {
        "draft-00": {"members": 1},
        "draft-02": {"members": 1, "commenters": 1, "accepted": 1},
    }


def test_a_server_judges_what_is_pushed(then, lacplan, monkeypatch):
    then.commit("ruined")
    then.git("clone", "--quiet", "--bare", ".", "../bare")
    monkeypatch.chdir(then.folder.parent / "bare")
    assert lacplan("validate", "lac-2030@HEAD~1").status == 0
    assert lacplan("validate", "lac-2030").status == 1
    assert lacplan("consult", "check", "lac-2030").status == 1


def test_files_of_a_commit_may_be_links_to_files_of_it(then, lacplan):
    then.git("checkout", "--quiet", "--", "drafts")
    shard = then.folder / ROUND / "comments/0001.jsonl"
    shard.rename(then.folder / "kept.jsonl")
    shard.symlink_to("../../../../../kept.jsonl")
    then.commit("linked")
    told = json.loads(lacplan("consult", "check", "lac-2030@HEAD", "--format", "json").out)
    assert told["comments"] == 1


def test_a_private_file_in_a_commit_is_found(then, lacplan):
    then.git("checkout", "--quiet", "--", "drafts")
    then.write({f"{ROUND}/private/contacts.csv": "submission,mail\ns,a@example.org\n"})
    then.git("add", "--force", f"{ROUND}/private/contacts.csv")
    then.commit("leaked")
    then.git("rm", "--quiet", "--cached", f"{ROUND}/private/contacts.csv")
    then.commit("taken out")
    words = ("--select", "CONSULT005", "--format", "json")
    assert codes(lacplan("validate", "lac-2030@HEAD~1", *words)) == {"CONSULT005"}
    assert codes(lacplan("validate", "lac-2030@HEAD", *words)) == set()


def test_standard_input_has_no_consultation(then, lacplan, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(draft().encode())))
    done = lacplan("consult", "check", "-")
    assert (done.status, done.out) == (2, "")
    assert "What comes from standard input has no consultation" in done.err
