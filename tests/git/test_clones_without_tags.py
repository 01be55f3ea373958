"""A clone without tags, or a shallow one, as CI makes it: what it lacks is no fault of a file."""

import json
from shutil import copytree

import pytest

from tests.git.conftest import draft

PLAN = "drafts/lac-2030/plan.yaml"
CONTRIBUTIONS = """\
format: 1
contributions:
  - id: c-01
    kind: idea
    by: m-01
    text: More voices.
    outcome: reflected
    reflected-in: [{item: voices, since: draft-01}, {item: voices, since: draft-02}]
"""
GROUP = "format: 1\nmembers: [{id: m-01, name: One}]\n"


@pytest.fixture
def origin(repo, do):
    """A plan with two versions, named by a contribution and by a consultation."""

    repo.commit("start", {PLAN: draft()})
    do("version", "create", "lac-2030")
    do("consult", "open", "lac-2030", "--version", "draft-01", "--opens", "2026-01-01",
       "--closes", "2099-01-31")  # fmt: skip
    one = do("consult", "add", "lac-2030", "More", "--item", "1.1").split()[0]
    do("consult", "link", "lac-2030", one, "more", "--title", "More voices")
    do("consult", "answer", "lac-2030", "more", "accepted", "--change", "voices.title@draft-02")
    do("consult", "close", "lac-2030", "--as", "responded")
    answered = f"{PLAN.rpartition('/')[0]}/consultations/draft-01/issues.yaml"
    text = (
        (repo.folder / answered)
        .read_text()
        .replace("accepted\n", "accepted\n    response: {en: Yes}\n")
    )
    beside = {"contributions.yaml": CONTRIBUTIONS, "group.yaml": GROUP}
    files = {f"drafts/lac-2030/{file}": text for file, text in beside.items()}
    repo.commit("second", {PLAN: draft().replace("New", "More"), answered: text})
    do("version", "create", "lac-2030")
    repo.commit("who brought what", files)
    repo.tag("lac-2030@draft-03")
    return repo


def clone(origin, monkeypatch, *words):
    origin.git("clone", "--quiet", *words, f"file://{origin.folder}", "../clone")
    monkeypatch.chdir(origin.folder.parent / "clone")


def told(done):
    found = json.loads(done.out)["findings"]
    return [each["code"] for each in found if each["severity"] != "info"]


def validate(lacplan, *words):
    return lacplan("validate", *words, "--format", "json")


def test_where_all_is_there_nothing_is_said(origin, lacplan, monkeypatch):
    clone(origin, monkeypatch)
    done = validate(lacplan, "lac-2030")
    assert (done.status, done.err, told(done)) == (0, "", [])


@pytest.mark.parametrize(
    ("words", "fetch"),
    [
        (("--no-tags",), "git fetch --tags"),
        (("--no-tags", "--depth", "1"), "git fetch --unshallow --tags"),
        (("--depth", "1"), "git fetch --unshallow --tags"),  # with the tag of its one commit
    ],
)
@pytest.mark.parametrize("ref", ["lac-2030", "lac-2030@HEAD"])
def test_what_to_fetch_is_said_once_and_nothing_is_called_wrong(
    origin, lacplan, monkeypatch, words, fetch, ref
):
    clone(origin, monkeypatch, *words)
    done = validate(lacplan, ref, "--strict")
    assert (done.status, told(done)) == (0, [])
    assert done.err.count("warning:") == 1
    assert fetch in " ".join(done.err.split())
    origin.git("-C", "../clone", *fetch.split()[1:], "--quiet")
    assert validate(lacplan, ref).err == ""


def test_a_check_in_such_a_clone_proves_nothing_and_says_so(origin, lacplan, monkeypatch):
    clone(origin, monkeypatch, "--no-tags", "--depth", "1")
    done = lacplan("consult", "check", "lac-2030")
    assert done.status == 2
    assert "there is nothing to compare with yet" in done.out
    assert "no findings" not in done.out
    assert "the diff shows" not in done.out
    assert "git fetch --unshallow --tags" in " ".join(done.err.split())


def test_a_check_without_a_repository_proves_nothing_and_says_so(
    origin, lacplan, monkeypatch, tmp_path_factory
):
    copy = tmp_path_factory.mktemp("copy")
    copytree(origin.folder / "drafts", copy / "drafts")
    monkeypatch.chdir(copy)
    status, out, err = check(lacplan)
    assert (status, "? voices.title in draft-02" in out) == (2, True)
    assert "no findings" not in out
    assert "the diff shows" not in out
    assert err.startswith("warning: The versions of the plan can't be looked up, since there is no")
    assert lacplan("consult", "check", "lac-2030", "--format", "json").status == 2


def check(lacplan):
    done = lacplan("consult", "check", "lac-2030")
    return done.status, " ".join(done.out.split()), " ".join(done.err.split())


@pytest.fixture
def without_one(origin, lacplan):
    """A clone with the tags of draft-01 and draft-03 alone; draft-02 is the one that answers."""
    origin.git("tag", "--delete", "lac-2030@draft-03")
    origin.commit("third", {PLAN: draft().replace("New", "Many more")})
    assert lacplan("version", "create", "lac-2030", "draft-03").status == 0
    origin.git("tag", "--delete", "lac-2030@draft-02")
    return origin


def test_where_one_tag_is_missing_another_version_is_not_offered(without_one, lacplan):
    status, out, _ = check(lacplan)
    assert (status, "CONSULT021" in out, "Did you mean" in out) == (1, True, False)
    assert out.count("or its tag may be missing here: git fetch --tags") == 2  # CONSULT023, too
    issues = without_one.folder / PLAN.replace("plan.yaml", "consultations/draft-01/issues.yaml")
    issues.write_text(issues.read_text().replace("draft-02", "darft-3"))
    assert "Did you mean “draft-03”?" in check(lacplan)[1]


def test_where_one_tag_is_missing_the_report_warns_of_the_claim(without_one, lacplan):
    done = lacplan("consult", "report", "lac-2030")
    assert (done.status, done.err.count("warning:")) == (0, 1)
    said = " ".join(done.err.split())
    assert "1 change is claimed of “draft-02”, which can't be read here." in said
    assert "git fetch --tags" in said


@pytest.mark.parametrize(
    ("words", "fetch"),
    [
        (("--no-tags",), "git fetch --tags"),
        (("--depth", "1"), "git fetch --unshallow --tags"),
    ],
)
def test_what_is_published_in_such_a_clone_is_warned_of(origin, lacplan, monkeypatch, words, fetch):
    origin.commit("final", {PLAN: draft(stage="final").replace("New", "Yet more")})
    clone(origin, monkeypatch, *words)
    done = lacplan("version", "create", "lac-2030", "final")
    assert (done.status, done.out.partition("\n")[0]) == (0, "Published lac-2030@final.")
    said = " ".join(done.err.split())
    assert said.startswith("warning: Versions that were published may be missing in this clone.")
    assert said.count(fetch) == 1
    origin.git("-C", "../clone", *fetch.split()[1:], "--quiet")
    origin.git("-C", "../clone", "tag", "--delete", "lac-2030@final")
    assert lacplan("version", "create", "lac-2030", "final").err == ""


def test_where_tags_are_there_a_wrong_label_is_wrong(origin, lacplan):
    wrong = CONTRIBUTIONS.replace("draft-02", "draft-2")
    origin.write({"drafts/lac-2030/contributions.yaml": wrong})
    done = validate(lacplan, "lac-2030")
    assert (done.status, told(done), done.err) == (1, ["CONTRIB004"], "")


def test_a_plan_that_was_never_published_says_so_once(repo, lacplan):
    files = {"contributions.yaml": CONTRIBUTIONS, "group.yaml": GROUP}
    repo.commit(
        "start",
        {PLAN: draft(), **{f"drafts/lac-2030/{file}": text for file, text in files.items()}},
    )
    done = validate(lacplan, "lac-2030")
    assert (done.status, told(done)) == (0, [])
    assert "No version of “lac-2030” has been tagged. Where" in " ".join(done.err.split())
