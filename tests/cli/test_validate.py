"""``lacplan validate``: streams, formats and exit statuses."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def test_the_sample_drafts_hold_no_error(lacplan, workspace):
    status, out, err = lacplan("validate", "--format", "json")
    assert (status, err) == (0, "")
    assert json.loads(out)["summary"]["errors"] == 0


def test_an_error_is_1_with_its_place(lacplan, workspace):
    draft = workspace / "drafts" / "lac-2013.yaml"
    draft.write_text(draft.read_text().replace('code: "1.5"', 'code: "2.5"'))
    status, out, _ = lacplan("validate", "lac-2013", "--format", "json")
    found = [each for each in json.loads(out)["findings"] if each["severity"] == "error"]
    line = draft.read_text().splitlines().index('        code: "2.5"') + 1
    assert status == 1
    assert {each["code"] for each in found} == {"CODE001", "CODE002"}
    assert {(each["file"], each["line"], each["field"]) for each in found} >= {
        ("drafts/lac-2013.yaml", line, "code")
    }


def test_warnings_count_only_with_strict(lacplan, workspace):
    assert lacplan("validate", "lac-2018").status == 0
    assert lacplan("validate", "lac-2018", "--strict").status == 1


def test_rules_are_selected_and_ignored_by_code_and_family(lacplan, workspace):
    assert lacplan("validate", "lac-2018", "--strict", "--ignore", "ITEM001").status == 0
    assert lacplan("validate", "lac-2018", "--strict", "--select", "READ,FORM").status == 0
    assert lacplan("validate", "lac-2018", "--strict", "--select", "ITEM").status == 1


def test_an_unknown_rule_is_met_with_the_nearest(lacplan, workspace):
    status, _, err = lacplan("validate", "--select", "ITEM01")
    assert status == 2
    assert "Did you mean ITEM001?" in err


def test_a_draft_that_does_not_parse_is_an_error_found(lacplan, workspace):
    (workspace / "broken.yaml").write_text("title: [")
    status, out, _ = lacplan("validate", "./broken.yaml", "--format", "json")
    assert status == 1
    assert json.loads(out)["findings"][0]["code"] == "READ003"


def test_a_missing_draft_is_2_with_the_nearest(lacplan, workspace):
    status, out, err = lacplan("validate", "lac-2031")
    assert (status, out) == (2, "")
    assert "There is no plan “lac-2031”" in err
    assert "Did you mean" in err


def test_standard_input_is_a_draft(lacplan, workspace, monkeypatch):
    raw = (workspace / "drafts" / "lac-2018.yaml").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    status, out, _ = lacplan("validate", "-", "--format", "json")
    assert status == 0
    assert {each["file"] for each in json.loads(out)["findings"]} == {"-"}


@pytest.mark.parametrize("format", ["table", "github", "sarif"])
def test_every_format_tells_of_the_same_findings(lacplan, workspace, format):
    status, out, _ = lacplan("validate", "lac-2018", "--format", format)
    assert status == 0
    assert "ITEM001" in out
    assert "sector" in out.lower()


def test_two_drafts_of_one_name_are_refused(lacplan, workspace):
    (workspace / "drafts" / "lac-2013").mkdir()
    (workspace / "drafts" / "lac-2013" / "plan.yaml").write_text("format: 1\n")
    status, _, err = lacplan("validate", "lac-2013")
    assert status == 2
    assert "two drafts of “lac-2013”" in err


def test_no_workspace_is_said_with_what_to_do(lacplan, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LACPLAN_DRAFTS", raising=False)
    status, _, err = lacplan("validate")
    assert status == 2
    assert "lacplan new NAME" in err


def test_a_comment_ignores_a_finding_for_its_line_only(lacplan, workspace):
    draft = workspace / "drafts" / "lac-2018.yaml"
    text = draft.read_text()
    first = text.index("  - id: sector-balance")
    comment = "  # lacplan: ignore[ITEM001] the contents list tells no more\n"
    draft.write_text(text[:first] + comment + text[first:])
    _, out, _ = lacplan("validate", "lac-2018", "--format", "json")
    assert [each["item"] for each in json.loads(out)["findings"]] == [
        "policy-focus",
        "identifier-systems",
        "dns-innovation",
    ]


@pytest.mark.parametrize("file", ["LAC.yaml", "lac_2018.yaml", "x.yml", "Odd/plan.yaml"])
def test_a_draft_with_an_odd_name_is_not_passed_over(lacplan, workspace, file):
    path = workspace / "drafts" / file
    path.parent.mkdir(exist_ok=True)
    path.write_text("format: 1\nname: other\ntitle: X\nlanguage: en\n")
    status, out, _ = lacplan("validate", "--format", "json")
    assert status == 1
    found = [each for each in json.loads(out)["findings"] if each["file"] == f"drafts/{file}"]
    assert [each["code"] for each in found] == ["FORM013"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("name", ["pipe.yaml", "pipe.yml", "Pipe.yaml", "pipe/plan.yml"])
def test_a_pipe_among_the_drafts_is_none_and_keeps_nobody_waiting(workspace, name):
    path = workspace / "drafts" / name
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    for command in ([], ["validate", "--format", "json"]):
        ran = subprocess.run(
            [sys.executable, "-m", "lacplan", *command], timeout=60, env=environment, check=False
        )
        assert ran.returncode == 0


def test_a_level_without_a_label_hides_nothing_under_it(lacplan, workspace):
    text = "levels: {goals: , outcomes: Outcome}\ngoals: [{id: a, title: A, outcomes: [{id: a}]}]\n"
    path = workspace / "x.yaml"
    path.write_text("format: 1\nname: x\ntitle: X\nlanguage: en\n" + text)
    status, out, _ = lacplan("validate", "./x.yaml", "--format", "json")
    codes = {each["code"] for each in json.loads(out)["findings"]}
    assert status == 1
    assert codes >= {"TEXT002", "FORM001", "ITEM003"}


def test_what_stands_under_a_misspelt_framework_is_judged_too(lacplan, workspace):
    text = "frameworks: {icann 2012: {titel: X, codes: [A, B]}}\n"
    (workspace / "x.yaml").write_text("format: 1\nname: x\ntitle: X\nlanguage: en\n" + text)
    _, out, _ = lacplan("validate", "./x.yaml", "--format", "json")
    codes = [each["code"] for each in json.loads(out)["findings"]]
    assert {"FORM001", "FORM002", "FORM003", "FORM017"} <= {*codes}


def test_what_cannot_be_read_stops_none_of_the_others(lacplan, workspace):
    """A name that is there twice, a dangling link: told after the findings of the rest."""
    drafts = workspace / "drafts"
    (drafts / "lac-2018").mkdir()
    (drafts / "lac-2018" / "plan.yaml").write_text("format: 1\n")
    (drafts / "lac-2013.yaml").unlink()
    (drafts / "lac-2013.yaml").symlink_to("lac-2013.yaml")
    status, out, err = lacplan("validate")
    assert status == 2
    assert "in 2 drafts" in out
    assert "two drafts of “lac-2018”" in err
    assert "lac-2013.yaml” can't be read" in err
    status, out, _ = lacplan("validate", "lac-2031", "lac-2021", "--format", "json")
    assert (status, json.loads(out)["summary"]["errors"]) == (2, 0)


def test_a_replaced_item_of_a_plan_that_does_not_parse_cannot_be_looked_up(lacplan, workspace):
    (workspace / "drafts" / "old.yaml").write_text("format: [")
    (workspace / "x.yaml").write_text(
        "format: 1\nname: x\ntitle: X\nlanguage: en\n"
        "levels: {goals: Goal}\ngoals: [{id: a, title: A, replaces: [old#b]}]\n"
    )
    status, out, err = lacplan("validate", "./x.yaml")
    assert (status, err) == (1, "")
    assert "“old” can't be read" in out
