"""What lies beside a plan: begun by ``new``, judged by ``validate``, explained by ``fields``."""

import json

import pytest


@pytest.fixture
def plan(lacplan, tmp_path, monkeypatch):
    """A plan with a group and contributions beside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LACPLAN_DRAFTS", raising=False)
    assert lacplan("new", "lac-2030").status == 0
    assert lacplan("new", "lac-2030", "--group", "--contributions").status == 0
    return tmp_path / "drafts" / "lac-2030"


def findings(result):
    return [
        (each["code"], each["file"], each["line"], each["column"], each["item"])
        for each in json.loads(result.out)["findings"]
    ]


def test_what_new_begins_validates_clean(lacplan, plan):
    assert sorted(each.name for each in plan.iterdir()) == [
        "contributions.yaml",
        "group.yaml",
        "plan.yaml",
    ]
    assert findings(lacplan("validate", "--strict", "--format", "json")) == []


def test_the_line_for_editors_leads_to_the_schema_from_the_folder(lacplan, plan):
    for name, schema in (("plan", ""), ("group", ".group"), ("contributions", ".contributions")):
        line = (plan / f"{name}.yaml").read_text().splitlines()[0]
        assert line == f"# yaml-language-server: $schema=../.lacplan{schema}.schema.json"
        assert (plan.parent / f".lacplan{schema}.schema.json").is_file()


def test_a_single_file_is_moved_as_it_is_but_for_that_line(lacplan, workspace):
    before = (workspace / "drafts" / "lac-2018.yaml").read_bytes()
    assert lacplan("new", "lac-2018", "--group").status == 0
    assert not (workspace / "drafts" / "lac-2018.yaml").exists()
    assert (workspace / "drafts" / "lac-2018" / "plan.yaml").read_bytes() == before
    assert lacplan("show", "lac-2018").status == 0


def test_what_is_there_is_never_written_over(lacplan, plan):
    (plan / "group.yaml").write_text("format: 1\n")
    status, _, err = lacplan("new", "lac-2030", "--group")
    assert status == 2
    assert "group.yaml” is there already" in err
    assert (plan / "group.yaml").read_text() == "format: 1\n"


def test_nothing_is_begun_where_one_of_two_is_there(lacplan, plan):
    (plan / "contributions.yaml").unlink()
    assert lacplan("new", "lac-2030", "--group", "--contributions").status == 2
    assert not (plan / "contributions.yaml").exists()


def test_a_new_plan_with_a_group_is_a_folder_from_the_start(lacplan, plan):
    status, out, _ = lacplan("new", "lac-2031", "--group")
    assert status == 0
    assert "Wrote drafts/lac-2031/plan.yaml" in out
    assert "Moved" not in out
    assert sorted(each.name for each in (plan.parent / "lac-2031").iterdir()) == [
        "group.yaml",
        "plan.yaml",
    ]


def test_findings_carry_the_file_line_and_column_of_what_they_are_about(lacplan, plan):
    (plan / "group.yaml").write_text(
        "format: 1\nmembers:\n"
        "  - {id: m-01, name: A member, country: XX}\n"
        "  - id: m-01\n    name: Another\n"
    )
    (plan / "contributions.yaml").write_text(
        "format: 1\ncontributions:\n"
        "  - id: c-01\n    kind: concern\n    by: m-99\n    text: Few registrars.\n"
        "    reflected-in: [{item: nothing}]\n    outcome: reflected\n"
    )
    result = lacplan("validate", "lac-2030", "--format", "json")
    assert result.status == 1
    assert findings(result) == [
        ("FORM009", "drafts/lac-2030/group.yaml", 3, 41, "m-01"),
        ("GROUP001", "drafts/lac-2030/group.yaml", 4, 9, "m-01"),
        ("CONTRIB002", "drafts/lac-2030/contributions.yaml", 5, 9, "c-01"),
        ("CONTRIB003", "drafts/lac-2030/contributions.yaml", 7, 27, "c-01"),
    ]


def test_they_are_selected_by_family(lacplan, plan):
    (plan / "group.yaml").write_text("format: 1\nmembers: [{id: m-01, name: A, country: XX}]\n")
    assert findings(lacplan("validate", "--select", "GROUP", "--format", "json")) == []
    assert len(findings(lacplan("validate", "--select", "FORM", "--format", "json"))) == 1


def test_a_companion_may_be_named_itself(lacplan, plan):
    (plan / "group.yaml").write_text("format: 1\nmembers: []\n")
    path = "drafts/lac-2030/contributions.yaml"
    found = findings(lacplan("validate", path, "--format", "json"))
    assert [(code, file) for code, file, *_ in found] == [("CONTRIB002", path)]


def test_one_that_does_not_parse_is_an_error_found(lacplan, plan):
    (plan / "group.yaml").write_text("members: [")
    result = lacplan("validate", "--format", "json")
    assert result.status == 1
    assert findings(result)[0][:2] == ("READ003", "drafts/lac-2030/group.yaml")


def test_a_comment_ignores_a_finding_there_too(lacplan, plan):
    (plan / "contributions.yaml").write_text(
        "format: 1\ncontributions:\n"
        "  # lacplan: ignore[CONTRIB010] it was called into the room\n"
        "  - {id: c-01, kind: concern, text: Few registrars.}\n"
    )
    assert findings(lacplan("validate", "--strict", "--format", "json")) == []


def test_fields_and_schema_know_them(lacplan, plan):
    assert "affiliations" in lacplan("fields", "member").out
    assert "reflected-in" in lacplan("fields", "contribution").out
    assert json.loads(lacplan("schema", "--of", "group").out)["title"] == "lacplan group"
    assert lacplan("schema", "lac-2030", "--of", "group").status == 2
