"""``lacplan render``: formats, files and drafts that can't be rendered."""

import csv
import io
import json

from lacplan.model.encode import digest
from lacplan.store.drafts import fetch


def test_markdown_goes_to_standard_output(lacplan, workspace):
    status, out, err = lacplan("render", "lac-2013")
    assert (status, err) == (0, "")
    assert out.startswith("# Latin American and Caribbean Regional Strategic Plan\n")
    assert digest(fetch("lac-2013").plan) in out


def test_a_file_is_written_whole(lacplan, workspace):
    status, out, err = lacplan("render", "lac-2013", "-o", "page.md")
    assert (status, out) == (0, "")
    assert "page.md" in err
    assert (workspace / "page.md").read_text() == lacplan("render", "lac-2013").out
    assert [each.name for each in workspace.iterdir() if each.name.startswith(".")] == []


def test_a_folder_that_is_not_there_is_2(lacplan, workspace):
    status, _, err = lacplan("render", "lac-2013", "-o", "nowhere/page.md")
    assert status == 2
    assert "nowhere/page.md" in err


def test_json_is_the_whole_draft(lacplan, workspace):
    plan = json.loads(lacplan("render", "lac-2013", "--format", "json").out)
    assert [area["code"] for area in plan["areas"]] == ["1", "2", "3", "4"]
    assert plan["areas"][3]["objectives"][2]["projects"][0]["start"] == "2014-08"


def test_csv_is_a_row_an_item(lacplan, workspace):
    rows = [*csv.DictReader(io.StringIO(lacplan("render", "lac-2013", "--format", "csv").out))]
    assert len(rows) == 4 + 23 + 12
    assert rows[1]["parent"] == "political"


def test_a_draft_that_does_not_parse_is_2_with_its_place(lacplan, workspace):
    (workspace / "broken.yaml").write_text("title: x\ntitle: [")
    status, out, err = lacplan("render", "./broken.yaml")
    assert (status, out) == (2, "")
    assert "broken.yaml:2:" in err


def test_a_draft_with_faults_is_rendered_with_a_warning(lacplan, workspace):
    draft = workspace / "drafts" / "lac-2018.yaml"
    draft.write_text(draft.read_text() + "colour: green\n")
    status, out, err = lacplan("render", "lac-2018")
    assert status == 0
    assert out.startswith("# ")
    assert "1 fault" in err


def test_no_page_takes_the_place_of_a_draft(lacplan, workspace):
    draft = workspace / "drafts" / "lac-2018.yaml"
    before = draft.read_bytes()
    for ref in ("lac-2018", "lac-2013", "./drafts/lac-2018.yaml"):
        status, _, err = lacplan("render", ref, "-o", "drafts/lac-2018.yaml")
        assert status == 2
        assert "is a draft" in err
    assert draft.read_bytes() == before


def test_a_dash_is_standard_output(lacplan, workspace):
    assert lacplan("render", "lac-2018", "-o", "-") == lacplan("render", "lac-2018")
    assert not (workspace / "-").exists()
