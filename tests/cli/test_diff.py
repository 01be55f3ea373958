"""``lacplan diff``: streams, formats, filters and exit statuses."""

import csv
import io
import json

import pytest

PAIR = ("lac-2013-draft", "lac-2013")


def test_the_table_tells_what_became_of_the_first_draft(lacplan, workspace):
    status, out, err = lacplan("diff", *PAIR)
    assert (status, err) == (0, "")
    assert " − 1.4    Recognition of the DNS industry" in out
    assert " + 4.3.1  Liaison office for the DNS industry · added" in out
    assert out.endswith("32 substantive, 4 editorial\n")


def test_no_differences_is_0_and_said(lacplan, workspace):
    assert lacplan("diff", "lac-2013", "lac-2013", "--exit-code") == (0, "No differences.\n", "")
    result = lacplan("diff", "lac-2013", "lac-2013", "--format", "json")
    assert json.loads(result.out)["changes"] == []


def test_exit_code_is_1_where_anything_is_left_to_tell(lacplan, workspace):
    assert lacplan("diff", *PAIR).status == 0
    assert lacplan("diff", *PAIR, "--exit-code").status == 1
    assert lacplan("diff", *PAIR, "--exit-code", "--class", "substantive").status == 1
    status, out, _ = lacplan(
        "diff", *PAIR, "--exit-code", "--class", "substantive", "--item", "operations"
    )
    assert (status, out) == (0, "No substantive differences.\n")


def test_json_is_for_programs(lacplan, workspace):
    told = json.loads(lacplan("diff", *PAIR, "--format", "json").out)
    assert told["old"]["ref"] == "lac-2013-draft"
    assert told["summary"]["added"] == 12
    assert told["summary"]["removed"] == 1


def test_markdown_is_for_readers(lacplan, workspace):
    status, out, _ = lacplan("diff", *PAIR, "--format", "markdown")
    assert status == 0
    assert out.startswith("# Changes from `lac-2013-draft` to `lac-2013`\n")
    assert "- Removed: **1.4 Recognition of the DNS industry as an industry of its own**" in out


@pytest.mark.parametrize("asked", ["dns-industry", "1.4"])
def test_an_item_is_asked_for_by_id_or_code(lacplan, workspace, asked):
    told = json.loads(lacplan("diff", *PAIR, "--item", asked, "--format", "json").out)
    assert [change["item"] for change in told["changes"]] == ["dns-industry"]


def test_an_unknown_item_is_met_with_the_nearest(lacplan, workspace):
    status, out, err = lacplan("diff", *PAIR, "--item", "registrar")
    assert (status, out) == (2, "")
    assert "Did you mean “registrars”?" in err


def test_stat_counts_area_by_area(lacplan, workspace):
    out = lacplan("diff", *PAIR, "--stat").out
    row = next(line for line in out.splitlines() if line.startswith("4 Economic issues"))
    assert row.split()[-4:] == ["11", "·", "2", "13"]


def test_side_by_side_names_both_drafts(lacplan, workspace):
    out = lacplan("diff", *PAIR, "--side-by-side").out
    assert out.split("\n")[0].split() == ["lac-2013-draft", "│", "lac-2013"]


def test_the_chart_in_three_forms(lacplan, workspace):
    assert "27 kept, 1 dropped; 12 new\n" in lacplan("diff", *PAIR, "--chart").out
    page = lacplan("diff", *PAIR, "--chart", "--format", "markdown").out
    assert "| dropped |" in page
    rows = list(
        csv.DictReader(io.StringIO(lacplan("diff", *PAIR, "--chart", "--format", "csv").out))
    )
    assert [row["old_id"] for row in rows if row["fate"] == "dropped"] == ["dns-industry"]


@pytest.mark.parametrize("pair", [("lac-2013", "lac-2018"), ("lac-2018", "lac-2021")])
def test_the_chart_says_where_no_lineage_is_told(lacplan, workspace, pair):
    out = lacplan("diff", *pair, "--chart").out
    assert "Nothing ties" in out
    assert "dropped" not in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "csv"], "Only the comparison chart has a CSV form."),
        (["--chart", "--format", "json"], "The chart has no JSON form."),
        (["--chart", "--stat"], "The chart is of whole plans"),
        (["--chart", "--exit-code"], "The chart is of whole plans"),
        (["--stat", "--format", "json"], "--stat is a form of its own."),
        (["--stat", "--side-by-side"], "--stat is a form of its own."),
        (["--side-by-side", "--format", "markdown"], "--side-by-side is a form of its own."),
    ],
)
def test_options_that_do_not_go_together_are_refused(lacplan, workspace, words, said):
    status, out, err = lacplan("diff", *PAIR, *words)
    assert (status, out) == (2, "")
    assert said in err
    assert "→" in err


def test_two_drafts_on_one_standard_input_are_refused(lacplan, workspace):
    status, _, err = lacplan("diff", "-", "-")
    assert status == 2
    assert "one draft, not two" in err


def test_a_missing_draft_is_2_with_the_nearest(lacplan, workspace):
    status, out, err = lacplan("diff", "lac-2013", "lac-2031")
    assert (status, out) == (2, "")
    assert "There is no plan “lac-2031”" in err


def test_a_draft_that_does_not_parse_is_2(lacplan, workspace):
    (workspace / "broken.yaml").write_text("title: [")
    assert lacplan("diff", "lac-2013", "./broken.yaml").status == 2
