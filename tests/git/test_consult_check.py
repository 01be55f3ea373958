"""A secretariat's whole path on a real repository, as far as it is checked."""

import json

import pytest
from consulted import line

from tests.git.conftest import draft

FOLDER = "drafts/lac-2030/consultations/draft-01"
PLAN = "drafts/lac-2030/plan.yaml"


@pytest.fixture
def answered(repo, lacplan):
    """A consultation with one comment that was accepted, and the change it is said to have made."""
    repo.commit("start", {"drafts/lac-2030.yaml": draft()})
    run = lacplan
    assert run("version", "create", "lac-2030").status == 0
    words = ("--version", "draft-01", "--opens", "2026-01-06", "--closes", "2099-01-31")
    assert run("consult", "open", "lac-2030", *words).status == 0
    added = run("consult", "add", "lac-2030", "Say young voices", "--item", "voices")
    comment = added.out.split()[0]
    run("consult", "link", "lac-2030", comment, "young", "--title", "Young voices")
    words = ("--change", "voices.title@draft-02", "--response", "en=Done.")
    assert run("consult", "answer", "lac-2030", "young", "accepted", *words).status == 0
    return repo


def publish(repo, lacplan, text):
    repo.commit("changed", {PLAN: text})
    assert lacplan("version", "create", "lac-2030").status == 0


def codes(done):
    return {each["code"] for each in json.loads(done.out)["findings"]}


def test_before_the_version_is_there_a_claim_is_a_reminder(answered, lacplan):
    done = lacplan("consult", "check", "lac-2030", "--format", "json")
    assert (done.status, codes(done)) == (0, {"CONSULT021"})
    assert lacplan("consult", "check", "lac-2030", "--strict").status == 1


def test_what_was_accepted_is_shown_with_its_words(answered, lacplan):
    publish(answered, lacplan, draft().replace("New voices", "New and young voices"))
    lacplan("consult", "close", "lac-2030", "--as", "responded")
    done = lacplan("consult", "check", "lac-2030")
    assert (done.status, done.err) == (0, "")
    assert "1 comment in 1 submission, all answered; 1 issue." in done.out
    assert "✔ voices.title in draft-02" in done.out
    assert "New {+and young+} voices" in done.out
    told = json.loads(lacplan("consult", "check", "lac-2030", "--format", "json").out)
    assert told["proofs"][0]["shown"] is True
    assert told["proofs"][0]["changes"][0]["new"] == "New and young voices"
    assert told["dispositions"] == {"accepted": 1}


def test_a_promise_that_was_not_kept_is_found_by_validate_too(answered, lacplan):
    publish(answered, lacplan, draft(title="Another plan"))
    for words in (("consult", "check", "lac-2030"), ("validate", "lac-2030")):
        done = lacplan(*words, "--format", "json")
        assert done.status == 1
        assert codes(done) == {"CONSULT023", "CONSULT024"}
    found = json.loads(done.out)["findings"][0]
    assert found["file"] == f"{FOLDER}/issues.yaml"
    assert "✖ voices.title in draft-02: nothing of it changed" in (
        lacplan("consult", "check", "lac-2030").out
    )


def test_one_file_of_a_consultation_is_judged_amid_the_others(answered, lacplan):
    publish(answered, lacplan, draft(title="Another plan"))
    done = lacplan("validate", f"{FOLDER}/issues.yaml", "--format", "json")
    assert codes(done) == {"CONSULT023", "CONSULT024"}
    assert lacplan("validate", f"{FOLDER}/consultation.yaml").status == 0


def test_a_tag_that_was_moved_is_found(answered, lacplan):
    answered.commit("another", {PLAN: draft(title="Another plan")})
    answered.git("tag", "--force", "--annotate", "--message", "moved", "lac-2030@draft-01")
    assert "CONSULT003" in codes(lacplan("consult", "check", "lac-2030", "--format", "json"))


def test_a_clone_without_tags_says_what_to_do(answered, lacplan):
    answered.git("tag", "--delete", "lac-2030@draft-01")
    done = lacplan("consult", "check", "lac-2030")
    assert done.status == 2
    assert "git fetch --tags" in " ".join(done.err.split())


def test_what_is_private_and_was_committed_by_force_is_found(answered, lacplan):
    private = answered.folder / FOLDER / "private"
    (private / "contacts.csv").write_text("submission,mail\ns1,a@example.org\n")
    answered.git("add", "--force", str(private / "contacts.csv"))
    done = lacplan("consult", "check", "lac-2030", "--format", "json")
    assert (done.status, "CONSULT005" in codes(done)) == (1, True)


def test_damaged_files_are_named_and_the_others_are_checked(answered, lacplan):
    comments = answered.folder / FOLDER / "comments" / "0001.jsonl"
    comments.write_bytes(comments.read_bytes() + b'{"id": "\xff\n' + b"\n" + b"[]\n")
    links = answered.folder / FOLDER / "links.csv"
    links.write_text(links.read_text() + "only-a-comment,\n")
    (answered.folder / FOLDER / "consultation.yaml").write_text("format: [")
    done = lacplan("validate", "lac-2030")
    assert done.status == 1
    for said in ("is not JSON,", "is not a JSON object", "names no comment or no issue"):
        assert said in " ".join(done.out.split())
    assert "CONSULT006" in done.out
    assert "READ" in done.out


def test_two_shards_with_one_id(answered, lacplan):
    twice = line(id="s1.1", text="One.")
    for shard in ("0002", "0003"):
        (answered.folder / FOLDER / f"comments/{shard}.jsonl").write_text(f"{twice}\n")
    found = json.loads(lacplan("consult", "check", "lac-2030", "--format", "json").out)["findings"]
    (doubled,) = [each for each in found if each["code"] == "CONSULT007"]
    assert doubled["file"].endswith("0003.jsonl")
    assert "0002.jsonl:1 already" in doubled["message"]


@pytest.mark.parametrize("width", [60, 100])
def test_the_check_fits_the_terminal(answered, lacplan, monkeypatch, width):
    publish(answered, lacplan, draft().replace("New voices", "New and young " * 20 + "voices"))
    monkeypatch.setenv("COLUMNS", str(width))
    out = lacplan("consult", "check", "lac-2030").out
    assert max(map(len, out.splitlines())) <= width


def test_nothing_is_final_while_a_comment_waits_or_an_objection_blocks(answered, lacplan):
    publish(answered, lacplan, draft().replace("New voices", "New and young voices"))
    added = lacplan("consult", "add", "lac-2030", "Who pays?")
    blocking = ("--blocking", "GAC: see its letter")
    assert lacplan("consult", "answer", "lac-2030", "young", "accepted", *blocking).status == 0
    final = draft(stage="final").replace("New voices", "New and young voices")
    answered.commit("final", {PLAN: final})
    refused = lacplan("version", "create", "lac-2030", "final")
    assert (refused.status, refused.out) == (2, "")
    assert "1 comment has no answer in the consultation “draft-01”" in refused.err
    assert "blocks a final version: GAC: see its letter" in refused.err
    assert answered.git("tag", "--list", "*final") == ""

    lacplan("consult", "link", "lac-2030", added.out.split()[0], "money", "--title", "Money")
    assert lacplan("consult", "answer", "lac-2030", "money", "noted").status == 0
    assert (
        lacplan("consult", "answer", "lac-2030", "young", "accepted", "--blocking", "").status == 0
    )
    refused = lacplan("version", "create", "lac-2030", "final")
    assert refused.status == 2, "what is not committed saves nothing"
    assert "is judged and published. Save first" in " ".join(refused.err.split())
    answered.commit("answered")
    assert lacplan("version", "create", "lac-2030", "final").status == 0


def test_nothing_is_final_while_a_line_of_comments_is_damaged(answered, lacplan):
    publish(answered, lacplan, draft().replace("New voices", "New and young voices"))
    shard = answered.folder / FOLDER / "comments/0001.jsonl"
    sound = shard.read_text()
    shard.write_text(sound + '{"id": "s9.1", "te\n')
    final = draft(stage="final").replace("New voices", "New and young voices")
    answered.commit("final", {PLAN: final})
    refused = lacplan("version", "create", "lac-2030", "final")
    assert refused.status == 2
    assert "1 line of comments in the consultation “draft-01” can't be read" in refused.err
    shard.write_text(sound)
    answered.commit("mended")
    assert lacplan("version", "create", "lac-2030", "final").status == 0


def test_what_is_not_committed_sinks_no_final_version(answered, lacplan):
    publish(answered, lacplan, draft().replace("New voices", "New and young voices"))
    final = draft(stage="final").replace("New voices", "New and young voices")
    answered.commit("final", {PLAN: final})
    lacplan("consult", "add", "lac-2030", "Who pays?")
    blocking = ("--blocking", "GAC: see its letter")
    assert lacplan("consult", "answer", "lac-2030", "young", "accepted", *blocking).status == 0
    done = lacplan("version", "create", "lac-2030", "final")
    said = " ".join(done.err.split())
    assert (done.status, done.out.partition("\n")[0]) == (0, "Published lac-2030@final.")
    assert f"{FOLDER}/comments/0001.jsonl, {FOLDER}/issues.yaml differ from the last commit" in said
    answered.git("checkout", "--quiet", "--", "drafts")
    assert lacplan("consult", "check", "lac-2030@final").status == 0


def test_the_report_is_the_same_wherever_and_whenever_it_is_made(answered, lacplan, monkeypatch):
    publish(answered, lacplan, draft().replace("New voices", "New and young voices"))
    first = lacplan("consult", "report", "lac-2030")
    assert (first.status, first.err) == (0, "")
    assert "<ins>and young</ins>" in first.out
    answered.commit("answered")
    for key, value in (("TZ", "Asia/Tokyo"), ("LANG", "pt_BR.UTF-8"), ("COLUMNS", "40")):
        monkeypatch.setenv(key, value)
    answered.git("clone", "--quiet", ".", "../elsewhere")
    monkeypatch.chdir(answered.folder.parent / "elsewhere")
    assert lacplan("consult", "report", "lac-2030").out == first.out
    told = lacplan("consult", "report", "lac-2030", "--format", "json")
    assert json.loads(told.out)["counts"]["comments"] == 1


def test_the_report_is_written_to_a_file_and_never_over_a_draft(answered, lacplan):
    publish(answered, lacplan, draft().replace("New voices", "New and young voices"))
    done = lacplan("consult", "report", "lac-2030", "-o", "report.md")
    assert (done.status, done.out, done.err) == (0, "", "Wrote report.md.\n")
    assert (answered.folder / "report.md").read_text().startswith("# Report on the consultation")
    assert lacplan("consult", "report", "lac-2030", "-o", PLAN).status == 2


def test_the_counts_of_the_report_are_those_of_the_files(answered, lacplan):
    for text in ("One", "Two", "Two"):
        lacplan("consult", "add", "lac-2030", text, "--channel", "mail", "--name", text)
    lines = (answered.folder / FOLDER / "comments/0001.jsonl").read_text().splitlines()
    told = json.loads(lacplan("consult", "report", "lac-2030", "--format", "json").out)
    assert told["counts"]["comments"] == len(lines) == sum(told["dispositions"].values())
    assert {each["name"] for each in told["files"]} >= {"comments/0001.jsonl", "links.csv"}


def test_a_report_is_the_same_where_git_writes_other_line_ends(answered, lacplan):
    answered.git("add", "--all")
    answered.git("commit", "--quiet", "--message", "answered")
    before = lacplan("consult", "report", "lac-2030").out
    answered.git("config", "core.autocrlf", "true")
    answered.git("rm", "--quiet", "-r", "--cached", ".")
    answered.git("reset", "--quiet", "--hard")
    assert b"\r\n" in (answered.folder / FOLDER / "issues.yaml").read_bytes()
    assert lacplan("consult", "report", "lac-2030").out == before


def test_status_and_check_agree_on_what_belongs_to_no_issue(answered, lacplan):
    links = answered.folder / FOLDER / "links.csv"
    links.write_text(links.read_text().replace(",young,", ",yung,"))
    assert (
        "1 without an answer: 1 belong to no issue" in lacplan("consult", "status", "lac-2030").out
    )
    lacplan("consult", "close", "lac-2030")
    checked = " ".join(lacplan("consult", "check", "lac-2030").out.split())
    assert "1 belong to no issue" in checked


def test_of_what_has_no_answer_only_what_there_is_is_told(answered, lacplan):
    def told():
        status, check = (lacplan("consult", each, "lac-2030").out for each in ("status", "check"))
        return " ".join(status.split()), " ".join(check.split())

    lacplan("consult", "close", "lac-2030")
    one = lacplan("consult", "add", "lac-2030", "Who pays?", "--received", "2026-01-07")
    status, check = told()
    assert "✖ 1 without an answer: 1 belong to no issue." in status
    assert "have no answer yet: 1 belong to no issue." in check
    lacplan("consult", "link", "lac-2030", one.out.split()[0], "money", "--title", "Money")
    status, check = told()
    assert "✖ 1 without an answer: 1 belong to open issues." in status
    assert "have no answer yet: 1 belong to one that is open." in check
    lacplan("consult", "add", "lac-2030", "And when?", "--received", "2026-01-07")
    status, check = told()
    assert "✖ 2 without an answer: 1 belong to no issue, the others to open ones." in status
    assert "yet: 1 belong to no issue, 1 belong to one that is open." in check


def test_where_nobody_has_spoken_nobody_was_answered(repo, lacplan):
    repo.commit("start", {"drafts/lac-2030.yaml": draft()})
    assert lacplan("version", "create", "lac-2030").status == 0
    words = ("--version", "draft-01", "--closes", "2099-01-31")
    assert lacplan("consult", "open", "lac-2030", *words).status == 0
    told = lacplan("consult", "status", "lac-2030").out
    assert "No comment has come in." in told
    assert "Every comment" not in told


def test_the_rules_of_a_check_can_be_chosen(answered, lacplan):
    publish(answered, lacplan, draft(title="Another plan"))
    words = ("consult", "check", "lac-2030", "--format", "json")
    assert codes(lacplan(*words)) == {"CONSULT023", "CONSULT024"}
    assert codes(lacplan(*words, "--select", "CONSULT023")) == {"CONSULT023"}
    assert codes(lacplan(*words, "--ignore", "CONSULT023")) == {"CONSULT024"}
    assert lacplan(*words, "--select", "CONSULT02X").status == 2


def test_without_the_tag_of_what_was_consulted_the_report_says_how_to_get_it(answered, lacplan):
    answered.git("tag", "--delete", "lac-2030@draft-01")
    status, out, err = lacplan("consult", "report", "lac-2030")
    assert (status, out) == (2, "")
    assert "The version that was consulted, “lac-2030@draft-01”, is not here." in err
    assert "git fetch --tags" in err
