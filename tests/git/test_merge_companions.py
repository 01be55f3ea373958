"""Issues, group and contributions that two people worked on, merged by the real git."""

import pytest

from tests.git.conftest import draft

PLAN = "drafts/lac-2030/plan.yaml"
FOLDER = "drafts/lac-2030/consultations/draft-01"
GROUP = "format: 1\nmembers:\n  - {id: m-01, name: One}\n"
BROUGHT = "format: 1\ncontributions:\n  - {id: c-01, kind: idea, by: m-01, text: One.}\n"


@pytest.fixture
def desk(repo, do):
    """A consultation with four comments and two open issues on ``main``."""

    repo.commit("start", {PLAN: draft()})
    do("version", "create", "lac-2030")
    do("consult", "open", "lac-2030", "--version", "draft-01", "--opens", "2026-01-06",
       "--closes", "2099-01-31")  # fmt: skip
    ids = [do("consult", "add", "lac-2030", str(n), "--item", "1.1").split()[0] for n in range(4)]
    do("consult", "link", "lac-2030", ids[0], "one", "--title", "One")
    do("consult", "link", "lac-2030", ids[1], "two", "--title", "Two")
    do("setup", "git")
    beside = {"group.yaml": GROUP, "contributions.yaml": BROUGHT}
    repo.commit("opened", {f"drafts/lac-2030/{file}": text for file, text in beside.items()})
    repo.do, repo.ids = do, ids
    return repo


def on_both(repo, ours, theirs):
    """Do *theirs* on a branch and *ours* on ``main``, commit both and merge."""
    repo.git("switch", "--quiet", "--create", "theirs")
    theirs()
    repo.commit("theirs")
    repo.git("switch", "--quiet", "main")
    ours()
    repo.commit("ours")
    return repo.git("merge", "--no-edit", "theirs", check=False)


def answer(repo, issue, disposition, *words):
    repo.do("consult", "answer", "lac-2030", issue, disposition, *words)


def link(repo, number, issue):
    repo.do("consult", "link", "lac-2030", repo.ids[number], issue, "--title", issue.capitalize())


def conflicts(repo):
    return repo.git("diff", "--name-only", "--diff-filter=U")


def test_two_secretaries_answer_and_begin_issues_next_to_each_other(desk, lacplan):
    def ours():
        answer(desk, "one", "noted", "--response", "en=Yes")
        link(desk, 2, "three")

    def theirs():
        answer(desk, "two", "accepted", "--change", "voices.title@draft-02")
        link(desk, 3, "four")

    said = on_both(desk, ours, theirs)
    assert conflicts(desk) == "", said
    told = desk.do("consult", "status", "lac-2030", "--format", "json")
    for issue in ("one", "two", "three", "four"):
        assert issue in (desk.folder / FOLDER / "issues.yaml").read_text()
    assert '"accepted": 1' in told
    assert '"noted": 1' in told
    assert '"open": 2' in told
    assert desk.do("fmt", "--check", "lac-2030") == ""
    assert lacplan("validate", "lac-2030").status == 0


def test_git_alone_would_have_asked(desk):
    desk.do("setup", "git", "--undo")
    on_both(desk, lambda: link(desk, 2, "three"), lambda: link(desk, 3, "four"))
    assert f"{FOLDER}/issues.yaml" in conflicts(desk)


def test_one_issue_answered_twice_is_asked_about_and_named(desk):
    said = on_both(
        desk, lambda: answer(desk, "one", "noted"), lambda: answer(desk, "one", "accepted")
    )
    assert conflicts(desk) == f"{FOLDER}/issues.yaml", said
    text = (desk.folder / FOLDER / "issues.yaml").read_text()
    assert "<<<<<<< ours\n    disposition: noted\n" in text
    assert text.count("<<<<<<<") == 1


def test_members_and_contributions_of_both_sides_are_there(desk, lacplan):
    def more(number):
        return lambda: desk.write(
            {
                "drafts/lac-2030/group.yaml": f"{GROUP}  - {{id: m-0{number}, name: X}}\n",
                "drafts/lac-2030/contributions.yaml": (
                    f"{BROUGHT}  - {{id: c-0{number}, kind: goal, by: m-01, text: {number}.}}\n"
                ),
            }
        )

    said = on_both(desk, more(2), more(3))
    assert conflicts(desk) == "", said
    for file in ("group", "contributions"):
        text = (desk.folder / f"drafts/lac-2030/{file}.yaml").read_text()
        assert [text.count(f"-0{n}") for n in (2, 3)] == [1, 1]
    assert lacplan("validate", "lac-2030").status == 0


def test_both_open_the_same_consultation_differently_and_are_asked(desk):
    file = desk.folder / FOLDER / "consultation.yaml"
    text = file.read_text()
    on_both(
        desk,
        lambda: file.write_text(text.replace("state: open", "state: closed")),
        lambda: file.write_text(text.replace("late: mark", "late: refuse")),
    )
    assert conflicts(desk) == ""
    assert "state: closed" in file.read_text()
    assert "late: refuse" in file.read_text()


def test_a_plan_that_is_called_group_is_a_plan(repo, lacplan):
    lacplan("setup", "git")
    repo.commit("start", {"drafts/group.yaml": draft("group")})
    file = repo.folder / "drafts/group.yaml"
    text = file.read_text()
    on_both(
        repo,
        lambda: file.write_text(text.replace("title: Plan", "title: Our plan")),
        lambda: file.write_text(text.replace("language: en", "language: es")),
    )
    assert conflicts(repo) == ""
    assert "title: Our plan\nlanguage: es\n" in file.read_text()


def test_what_cannot_be_read_is_merged_by_lines_and_said_to_be(desk):
    file = desk.folder / FOLDER / "issues.yaml"
    on_both(
        desk,
        lambda: file.write_text(file.read_text() + "# a note\n"),
        lambda: file.write_text(file.read_text().replace("format: 1", "format: 1\nx: [")),
    )
    assert conflicts(desk) == ""
    assert "# a note" in file.read_text()
    assert "x: [" in file.read_text()
