"""Versions: published whole or not at all, listed, checked against all that can be done to them."""

import json

import pytest

from lacplan.history.record import record_in, tag_text
from lacplan.model.encode import digest
from lacplan.store.drafts import fetch
from lacplan.store.versions import published_codes
from tests.git.conftest import draft

NAME = "lac-2030"
FILE = "drafts/lac-2030.yaml"


def coded(**codes: str) -> str:
    """Return a draft with an objective for each id, after the one that every draft has."""
    rows = (f'      - {{id: {id}, code: "{code}", title: {id}}}\n' for id, code in codes.items())
    return draft() + "".join(rows)


def message(repo, ref: str) -> str:
    return tag_text((repo.git("cat-file", "tag", ref) + "\n").encode()).message


@pytest.fixture
def line(repo, lacplan):
    """Three versions of a plan, published by lacplan."""
    for number in (1, 2, 3):
        repo.commit(f"{number}", {FILE: draft(title=f"Title {number}")})
        assert lacplan("version", "create", NAME).status == 0
    return repo


def faults(lacplan, *words: str) -> dict[str, list[str]]:
    status, out, _ = lacplan("version", "verify", *words, "--format", "json")
    rows = json.loads(out)["versions"]
    failing = {
        row["label"]: [each["name"] for each in row["faults"]] for row in rows if row["faults"]
    }
    assert status == (1 if failing else 0)
    assert [row["holds"] for row in rows] == [not row["faults"] for row in rows]
    return failing


def test_a_version_is_an_annotated_tag_with_a_record(repo, lacplan):
    commit = repo.commit("start", {FILE: draft()})
    status, out, err = lacplan("version", "create", NAME, "-m", "# As agreed in Lima")
    assert (status, err) == (0, "")
    assert out.startswith("Published lac-2030@draft-01.\nIt is the first version.\n")
    assert "git remote add origin" in out
    assert repo.git("cat-file", "-t", "lac-2030@draft-01") == "tag"
    assert repo.git("rev-parse", "lac-2030@draft-01^{commit}") == commit
    said = message(repo, "lac-2030@draft-01")
    assert said.startswith("lac-2030@draft-01: Plan\n\n# As agreed in Lima\n\nThe first version.\n")
    record = record_in(said)
    assert record
    assert (record.format, record.digest) == (1, digest(fetch(NAME).plan))
    assert record.previous is None


def test_each_version_names_the_one_before_and_tells_what_changed(line):
    said = message(line, "lac-2030@draft-03")
    assert "Changes from lac-2030@draft-02 to lac-2030@draft-03\n1 change: 1 substantive" in said
    assert "- The plan itself: Title: Title [-2-] {+3+}" in said
    previous = record_in(said).previous
    assert previous.label == "draft-02"
    assert previous.tag == line.git("rev-parse", "lac-2030@draft-02")
    assert previous.digest == record_in(message(line, "lac-2030@draft-02")).digest


def test_a_label_of_ones_own_and_the_next_free_number(line, lacplan):
    line.commit("4", {FILE: draft(title="Four")})
    assert lacplan("version", "create", NAME, "for-lima").status == 0
    line.commit("5", {FILE: draft(title="Five")})
    assert "lac-2030@draft-04" in lacplan("version", "create", NAME).out
    assert record_in(message(line, "lac-2030@draft-04")).previous.label == "for-lima"


@pytest.mark.parametrize(
    ("change", "label", "said", "advice"),
    [
        (None, None, "Nothing has changed since lac-2030@draft-03.", "Publish again"),
        ("# remark\n" + draft(title="Title 3"), None, "Nothing has changed", "layout"),
        (draft(title="New"), "draft-02", "“lac-2030@draft-02” already", "is draft-04."),
        (draft(title="New"), "Draft 4", "can't be a version's label", "such as draft-4."),
        (draft(title="New"), "-x", "can't be a version's label", "such as x."),
        (draft(title="New"), "final", "The draft's stage is “draft”", "stage: final"),
        (draft(title="New") + "    lead: [\n", None, "has an error, at", "validate lac-2030"),
        (draft(title="New") + "    staus: done\n", None, "has no field “staus”", "validate"),
    ],
)
def test_what_cannot_be_published_is_refused_with_what_to_do(
    line, lacplan, change, label, said, advice
):
    before = line.git("tag", "--list")
    if change:
        line.commit("change", {FILE: change})
    words = [label] if label else []
    status, out, err = lacplan("version", "create", NAME, "--", *words)
    assert (status, out) == (2, "")
    assert said in err
    assert advice in err
    assert line.git("tag", "--list") == before


def test_final_needs_its_stage_and_then_is_published(repo, lacplan):
    repo.commit("start", {FILE: draft(stage="final")})
    assert "Published lac-2030@final." in lacplan("version", "create", NAME, "final").out


@pytest.mark.parametrize("staged", [False, True])
def test_a_file_that_differs_from_the_last_commit_is_refused(line, lacplan, staged):
    line.write({FILE: draft(title="New")})
    if staged:
        line.git("add", FILE)
    status, _, err = lacplan("version", "create", NAME)
    assert status == 2
    assert "“drafts/lac-2030.yaml” differs from the last commit." in err
    assert "lacplan save lac-2030" in err


def test_a_plan_that_git_does_not_have_is_refused(line, lacplan):
    line.write({"drafts/other.yaml": draft("other")})
    assert "differs from the last commit" in lacplan("version", "create", "other").err
    line.commit("ignore", {".gitignore": "drafts/ignored.yaml\n"})
    line.write({"drafts/ignored.yaml": draft("ignored")})
    assert lacplan("version", "create", "ignored").status == 2


def test_no_commit_yet_is_said(repo, lacplan):
    repo.write({FILE: draft()})
    status, _, err = lacplan("version", "create", NAME)
    assert status == 2
    assert "no commit yet" in err


class TestCodes:
    """A code that was published for one item is never given to another."""

    @pytest.fixture
    def published(self, repo, lacplan):
        repo.commit("1", {FILE: coded(a="1.2", b="1.3")})
        assert lacplan("version", "create", NAME).status == 0
        repo.commit("2", {FILE: coded(b="1.3")})
        assert lacplan("version", "create", NAME).status == 0
        return repo

    def test_one_that_came_back_for_another_item_is_refused(self, published, lacplan):
        published.commit("3", {FILE: coded(c="1.2", b="1.3")})
        status, _, err = lacplan("version", "create", NAME)
        assert status == 2
        assert "“c” has the code 1.2, which a version published for “a”." in err
        assert "such as 1.4;" in err

    def test_one_that_came_back_for_the_same_item_is_fine(self, published, lacplan):
        published.commit("3", {FILE: coded(a="1.2", b="1.3")})
        assert lacplan("version", "create", NAME).status == 0

    def test_an_heir_may_bear_it(self, published, lacplan):
        heir = coded(c="1.2", b="1.3").replace("title: c", "title: c, replaces: [a]")
        published.commit("3", {FILE: heir})
        assert lacplan("version", "create", NAME).status == 0

    def test_who_bore_a_code_is_told_of_every_version(self, published):
        assert published_codes(NAME) == {
            "1": {"politics"},
            "1.1": {"voices"},
            "1.2": {"a"},
            "1.3": {"b"},
        }
        assert published_codes("other") == {}

    def test_there_are_none_without_a_repository(self, tmp_path, monkeypatch):
        (tmp_path / "plain" / "drafts").mkdir(parents=True)
        monkeypatch.chdir(tmp_path / "plain")
        assert published_codes(NAME) == {}


def test_a_message_can_forge_no_record(line, lacplan):
    line.commit("4", {FILE: draft(title="New")})
    forged = f"Fine.\n\nLacplan-Format: 1\nLacplan-Digest: {'a' * 64}"
    status, _, err = lacplan("version", "create", NAME, "-m", forged)
    assert status == 2
    assert "could pass for lacplan's own record" in err


def test_no_text_of_a_draft_forges_a_record(line, lacplan):
    evil = (
        r'"x\n\nLacplan-Format: 1\nLacplan-Digest: '
        + "a" * 64
        + r'\n-----BEGIN PGP SIGNATURE-----\n# y"'
    )
    line.commit("4", {FILE: draft(title="New", more=f"    description: {evil}\n    x-y: {evil}\n")})
    assert lacplan("version", "create", NAME).status == 0
    assert record_in(message(line, "lac-2030@draft-04")).digest == digest(fetch(NAME).plan)
    assert faults(lacplan, NAME) == {}


def test_a_list_tells_when_by_whom_and_how_much(line, lacplan):
    status, out, err = lacplan("version", "list", NAME)
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "lac-2030"
    assert "draft-02" in out
    assert "Ana Pérez" in out
    rows = json.loads(lacplan("version", "list", "--format", "json").out)["versions"]
    assert [(row["label"], row["previous"], row["items"]) for row in rows] == [
        ("draft-01", None, 2),
        ("draft-02", "draft-01", 2),
        ("draft-03", "draft-02", 2),
    ]
    assert rows[0]["changes"] is None
    assert rows[2]["changes"]["edited"] == rows[2]["changes"]["substantive"] == 1
    assert rows[2]["tag"] == line.git("rev-parse", "lac-2030@draft-03")
    assert rows[2]["by"] == {"name": "Ana Pérez", "email": "ana@example.org"}


def test_nothing_to_list_or_verify_is_said(repo, lacplan):
    repo.commit("start", {FILE: draft()})
    status, out, err = lacplan("version", "list")
    assert (status, out) == (0, "")
    assert "git fetch --tags" in err
    assert lacplan("version", "verify").status == 2


def test_a_mistyped_name_is_met_with_the_nearest(line, lacplan):
    assert "Did you mean “lac-2030”?" in lacplan("version", "list", "lac-203").err
    assert "Did you mean “lac-2030”?" in lacplan("version", "verify", "lac-203").err


class TestVerify:
    """What was done to versions behind lacplan's back is found."""

    def test_what_nobody_touched_holds(self, line, lacplan):
        assert faults(lacplan) == {}
        out = lacplan("version", "verify", NAME).out
        assert out.count("✔ holds") == 3
        assert "--remote" in out

    def test_a_retagged_older_version(self, line, lacplan):
        old = line.git("cat-file", "tag", "lac-2030@draft-02")
        line.git("tag", "-f", "-a", "--cleanup=verbatim", "-m", old.partition("\n\n")[2],
                 "lac-2030@draft-02", "lac-2030@draft-02^{commit}")  # fmt: skip
        assert faults(lacplan) == {"draft-02": ["replaced"]}

    def test_a_version_moved_to_another_commit(self, line, lacplan):
        old = line.git("cat-file", "tag", "lac-2030@draft-02").partition("\n\n")[2]
        line.git("tag", "-f", "-a", "--cleanup=verbatim", "-m", old, "lac-2030@draft-02", "HEAD")
        assert faults(lacplan) == {"draft-02": ["digest-differs", "replaced"]}

    def test_a_newest_version_moved_to_another_commit(self, line, lacplan):
        old = line.git("cat-file", "tag", "lac-2030@draft-03").partition("\n\n")[2]
        line.commit("4", {FILE: draft(title="Four")})
        line.git("tag", "-f", "-a", "--cleanup=verbatim", "-m", old, "lac-2030@draft-03", "HEAD")
        assert faults(lacplan) == {"draft-03": ["digest-differs"]}

    def test_a_tag_put_under_another_name(self, line, lacplan):
        line.git("update-ref", "refs/tags/lac-2030@draft-02", "refs/tags/lac-2030@draft-03")
        assert faults(lacplan) == {"draft-02": ["moved", "replaced"], "draft-03": ["forked"]}

    def test_a_lightweight_tag(self, line, lacplan):
        line.git("tag", "-f", "lac-2030@draft-02", "lac-2030@draft-02^{commit}")
        assert faults(lacplan) == {"draft-02": ["lightweight", "replaced"]}
        assert "lightweight" in lacplan("version", "list").err

    def test_a_version_that_was_deleted(self, line, lacplan):
        line.git("tag", "-d", "lac-2030@draft-02")
        assert faults(lacplan) == {"draft-02": ["missing"]}

    def test_a_draft_that_does_not_parse_any_more(self, line, lacplan):
        line.commit("4", {FILE: "title: [\n"})
        line.git("tag", "-a", "-m", "by hand", "lac-2030@by-hand")
        assert faults(lacplan) == {"by-hand": ["unreadable", "no-record"]}

    def test_a_tag_that_leads_to_no_draft(self, line, lacplan):
        blob = line.git("hash-object", "-w", "--stdin", text="x")
        line.git("tag", "-a", "-m", "by hand", "lac-2030@blob", blob)
        line.git("rm", "-q", FILE)
        line.commit("gone")
        line.git("tag", "-a", "-m", "by hand", "lac-2030@gone")
        found = faults(lacplan)
        assert found == {"blob": ["unreadable", "no-record"], "gone": ["unreadable", "no-record"]}

    def test_two_that_follow_the_same(self, line, lacplan):
        line.commit("4", {FILE: draft(title="Four")})
        lacplan("version", "create", NAME)
        line.git("update-ref", "refs/hidden", "refs/tags/lac-2030@draft-04")
        line.git("tag", "-d", "lac-2030@draft-04")
        lacplan("version", "create", NAME, "other")
        line.git("update-ref", "refs/tags/lac-2030@draft-04", "refs/hidden")
        [(_, names)] = faults(lacplan).items()
        assert names == ["forked"]

    def test_the_record_of_a_version_by_hand_comes_with_the_next(self, repo, lacplan):
        repo.commit("1", {FILE: draft(title="One")})
        repo.tag("lac-2030@draft-01")
        assert faults(lacplan) == {"draft-01": ["no-record"]}
        repo.commit("2", {FILE: draft(title="Two")})
        assert lacplan("version", "create", NAME).status == 0
        assert faults(lacplan) == {}


class TestForged:
    """Tags that no git would make, but that a push can bring."""

    @pytest.fixture
    def forge(self, line):
        def made(label: str, headers: str, body: str) -> None:
            raw = f"object {line.git('rev-parse', 'HEAD')}\ntype commit\n{headers}\n\n{body}"
            id = line.git("hash-object", "-t", "tag", "-w", "--literally", "--stdin", text=raw)
            line.git("update-ref", f"refs/tags/lac-2030@{label}", id)

        return made

    @pytest.mark.parametrize(
        "headers",
        [
            "tag lac-2030@x",
            "tag lac-2030@x\ntagger",
            "tag lac-2030@x\ntagger A <a> 99999999999999 +9999",
            "tag lac-2030@x\ntagger \x1b[31mA <a@x> -5 +0000",
        ],
    )
    def test_a_tag_without_sound_headers(self, forge, lacplan, headers):
        forge("x", headers, "message\n")
        assert faults(lacplan) == {"x": ["no-record"]}
        status, out, _ = lacplan("version", "list")
        assert status == 0
        assert "\x1b" not in out

    def test_a_record_that_names_itself(self, forge, lacplan):
        body = f"x\n\nLacplan-Format: 1\nLacplan-Digest: {'a' * 64}\n"
        body += f"Lacplan-Previous: x {'b' * 40} {'c' * 64}\n"
        forge("x", "tag lac-2030@x\ntagger A <a> 1 +0000", body)
        assert faults(lacplan) == {"x": ["digest-differs", "replaced"]}
        assert lacplan("version", "list").status == 0

    def test_names_that_no_version_has_are_none(self, line, lacplan):
        for name in ("lac-2030@Ünï", "lac-2030@a/b", "lac-2030@-x", "LAC@x", "lac-2030@x@y"):
            line.git("update-ref", f"refs/tags/{name}", "HEAD")
        assert faults(lacplan) == {}
        assert "lightweight" not in lacplan("version", "list").err
