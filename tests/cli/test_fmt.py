"""``lacplan fmt``: what it writes, what it only shows, and its exit statuses."""

import io
import subprocess
import sys

import pytest


@pytest.fixture
def untidy(workspace):
    """A draft of which one field stands out of order."""
    draft = workspace / "drafts" / "untidy.yaml"
    draft.write_text("title: A plan # of ours\nformat: 1\nname: untidy\nlanguage: en\n")
    return draft


TIDY = "format: 1\nname: untidy\ntitle: A plan  # of ours\nlanguage: en\n"


def test_a_draft_is_written_anew_and_then_left_alone(lacplan, untidy):
    assert lacplan("fmt", "untidy") == (0, "drafts/untidy.yaml\n", "1 draft formatted\n")
    assert untidy.read_text() == TIDY
    before = untidy.stat().st_mtime_ns
    said = "0 drafts formatted, 1 laid out so already\n"
    assert lacplan("fmt", "untidy") == (0, "", said)
    assert untidy.stat().st_mtime_ns == before


def test_check_names_the_files_exits_with_1_and_writes_nothing(lacplan, untidy):
    text = untidy.read_text()
    status, out, err = lacplan("fmt", "--check", "untidy")
    assert (status, out) == (1, "drafts/untidy.yaml\n")
    assert err == "1 draft would be formatted\n"
    assert untidy.read_text() == text
    untidy.write_text(TIDY)
    assert lacplan("fmt", "--check", "untidy").status == 0


def test_diff_shows_a_patch_and_writes_nothing(lacplan, untidy):
    text = untidy.read_text()
    status, out, err = lacplan("fmt", "--diff", "untidy")
    assert (status, err) == (0, "")
    assert out.startswith("--- drafts/untidy.yaml\n+++ drafts/untidy.yaml\n@@ ")
    assert untidy.read_text() == text
    subprocess.run(["git", "apply", "-p0"], input=out, text=True, check=True)
    assert untidy.read_text() == TIDY


def test_standard_input_goes_to_standard_output(lacplan, untidy, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(untidy.read_bytes())))
    assert lacplan("fmt", "-") == (0, TIDY, "")


def test_without_a_name_the_whole_workspace_is_formatted_and_what_can_not_be_is_told(
    lacplan, workspace, untidy
):
    (workspace / "drafts" / "broken.yaml").write_text("title: [\n")
    status, out, err = lacplan("fmt")
    assert status == 2
    assert "drafts/untidy.yaml\n" in out
    assert "drafts/broken.yaml:" in err
    assert "1 refused" in err
    assert untidy.read_text() == TIDY
    assert lacplan("fmt", "--check", "lac-2013", "lac-2018").status == 0


def test_a_draft_that_does_not_parse_is_refused_with_the_place(lacplan, workspace):
    (workspace / "two.yaml").write_text("title: A\n---\ntitle: B\n")
    status, out, err = lacplan("fmt", "./two.yaml")
    assert (status, out) == (2, "")
    assert "two.yaml:2:1: " in err
    assert (workspace / "two.yaml").read_text() == "title: A\n---\ntitle: B\n"


def test_a_past_version_is_refused_with_a_hint(lacplan, workspace):
    status, _, err = lacplan("fmt", "lac-2013@draft-01")
    assert status == 2
    assert "Edit the draft of the working tree: lac-2013." in err


@pytest.fixture
def beside(workspace):
    """A plan with a group and the issues of a consultation; in both, a field is out of order."""
    folder = workspace / "drafts" / "region"
    files = {
        "plan.yaml": "format: 1\nname: region\ntitle: A plan\nlanguage: en\n",
        "group.yaml": "members: []\nformat: 1  # of ours\n",
        "contributions.yaml": "format: 1\ncontributions: []\n",
        "consultations/draft-01/issues.yaml": "issues: [{title: T, id: t}]\nformat: 1\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def test_what_lies_beside_a_plan_is_formatted_with_it(lacplan, beside):
    status, out, err = lacplan("fmt", "--check", "region")
    assert status == 1
    assert out == "drafts/region/group.yaml\ndrafts/region/consultations/draft-01/issues.yaml\n"
    assert err == "2 files would be formatted, 2 laid out so already\n"
    assert lacplan("fmt", "region").status == 0
    assert (beside / "group.yaml").read_text() == "format: 1  # of ours\nmembers: []\n"
    issues = (beside / "consultations/draft-01/issues.yaml").read_text()
    assert issues == "format: 1\nissues: [{id: t, title: T}]\n"
    assert lacplan("fmt", "--check", "region").status == 0


def test_a_file_beside_a_plan_may_be_named_by_its_path(lacplan, beside):
    done = lacplan("fmt", "drafts/region/group.yaml")
    assert done == (0, "drafts/region/group.yaml\n", "1 file formatted\n")
    assert lacplan("fmt", "--check", "drafts/region/group.yaml").status == 0


def test_a_faulty_file_beside_a_plan_is_refused_and_the_others_are_formatted(lacplan, beside):
    (beside / "group.yaml").write_text("members: [\n")
    status, out, err = lacplan("fmt", "region")
    assert (status, out) == (2, "drafts/region/consultations/draft-01/issues.yaml\n")
    assert "drafts/region/group.yaml:" in err
    assert "1 refused" in err
    assert (beside / "group.yaml").read_text() == "members: [\n"


def test_what_lacplan_begins_is_laid_out_so_already(lacplan, workspace):
    assert lacplan("new", "ours", "--group", "--contributions").status == 0
    assert lacplan("fmt", "--check", "ours").status == 0
