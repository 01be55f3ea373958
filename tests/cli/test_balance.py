"""``lacplan balance``: where the group comes from, which day is meant, and what is missing."""

import json

import pytest

GROUP = """\
format: 1
charter: {targets: [{dimension: subregion, value: "029", min: 1}]}
constituencies: {LACRALO: civil-society}
members:
  - {id: m-01, name: Member one, affiliations: [LACRALO], country: TT, from: 2027-01}
  - {id: m-02, name: Member two, country: UY, from: 2026-01, to: 2026-12}
"""


@pytest.fixture
def plan(lacplan, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LACPLAN_DRAFTS", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    assert lacplan("new", "lac-2030", "--group").status == 0
    folder = tmp_path / "drafts" / "lac-2030"
    (folder / "group.yaml").write_text(GROUP)
    return folder


def test_who_is_in_the_group_depends_on_the_day(lacplan, plan):
    for at, countries in (("2026", ["UY"]), ("2027-01", ["TT"]), ("2025-12-31", [])):
        status, out, err = lacplan("balance", "lac-2030", "--at", at, "--format", "json")
        assert (status, err) == (0, "")
        rows = json.loads(out)["dimensions"][2]["rows"]
        assert [row["value"] for row in rows if row["counts"][0]["count"]] == countries


def test_contributors_stand_beside_the_members(lacplan, plan):
    (plan / "contributions.yaml").write_text(
        "format: 1\ncontributions: [{id: c-01, kind: idea, by: m-01, text: An idea.}]\n"
    )
    _, out, _ = lacplan("balance", "lac-2030", "--at", "2027", "--format", "json")
    assert [each["name"] for each in json.loads(out)["populations"]] == ["members", "contributors"]


@pytest.mark.parametrize("format", ["table", "markdown"])
def test_the_targets_are_told(lacplan, plan, format):
    status, out, _ = lacplan("balance", "lac-2030", "--at", "2027", "--format", format)
    assert status == 0
    assert "Caribbean" in out
    assert "✔ met" in out


def test_no_group_is_said_with_what_to_do(lacplan, workspace):
    status, out, err = lacplan("balance", "lac-2013")
    assert (status, out) == (2, "")
    assert "There is no group.yaml beside “lac-2013”" in err
    assert "lacplan new lac-2013 --group" in err


def test_what_is_neither_day_nor_version_is_refused(lacplan, plan):
    status, _, err = lacplan("balance", "lac-2030", "--at", "yesterday")
    assert status == 2
    assert "“yesterday” is neither a date nor a version" in err


def test_a_group_that_does_not_parse_is_2_and_one_with_faults_is_counted(lacplan, plan):
    (plan / "group.yaml").write_text("members: [")
    status, _, err = lacplan("balance", "lac-2030")
    assert status == 2
    assert "group.yaml:1:" in err
    (plan / "group.yaml").write_text(GROUP.replace("country: TT", "country: XX"))
    status, _, err = lacplan("balance", "lac-2030", "--at", "2027")
    assert status == 0
    assert "group.yaml has 1 fault" in err
