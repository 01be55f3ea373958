"""``lacplan new``: a draft to begin with."""

import json

import pytest


def test_the_first_draft_validates_clean(lacplan, workspace):
    assert lacplan("new", "lac-2030").status == 0
    status, out, _ = lacplan("validate", "lac-2030", "--strict", "--format", "json")
    assert status == 0
    assert json.loads(out)["findings"] == []


def test_a_workspace_is_made_where_there_is_none(lacplan, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LACPLAN_DRAFTS", raising=False)
    assert lacplan("new", "2030", "--language", "es").status == 2
    assert lacplan("new", "plan-2030", "--language", "es").status == 0
    text = (tmp_path / "drafts" / "plan-2030.yaml").read_text()
    assert text.startswith("# yaml-language-server: $schema=.lacplan.schema.json\n")
    assert "\nlanguage: es\n" in text
    assert json.loads((tmp_path / "drafts" / ".lacplan.schema.json").read_text())["$defs"]


def test_what_the_commands_in_its_head_do_stands_in_one_column(lacplan, workspace):
    lacplan("new", "lac-2030")
    lines = (workspace / "drafts" / "lac-2030.yaml").read_text().splitlines()[3:6]
    words = ("tells", "explains", "makes")
    assert {line.index(word) for line, word in zip(lines, words, strict=True)} == {33}


@pytest.mark.parametrize("name", ["lac-2013", "Lac 2013", "-x", "../out", "a--b"])
def test_what_is_there_or_no_name_is_refused(lacplan, workspace, name):
    before = sorted(workspace.rglob("*"))
    assert lacplan("new", "--", name).status == 2
    assert sorted(workspace.rglob("*")) == before


def test_a_language_that_is_none_is_refused(lacplan, workspace):
    status, _, err = lacplan("new", "lac-2030", "--language", "klingon!")
    assert status == 2
    assert "pt-BR" in err


@pytest.mark.parametrize(
    ("tag", "area", "begins"),
    [
        ("es-UY", "Área", "# El grupo que escribe el plan."),
        ("pt", "Área", "# O grupo que escreve o plano."),
        ("fr", "Domaine", "# Le groupe qui écrit le plan."),
        ("ar", "Area", "# The group that writes the plan."),
    ],
)
def test_the_files_begin_in_the_language_of_the_plan(lacplan, workspace, tag, area, begins):
    assert lacplan("new", "mi-plan", "--language", tag, "--group").status == 0
    assert lacplan("new", "mi-plan", "--contributions").status == 0
    folder = workspace / "drafts" / "mi-plan"
    assert f"\n  areas: {area}\n" in (folder / "plan.yaml").read_text()
    assert f"\n{begins}" in (folder / "group.yaml").read_text()
    brought = (folder / "contributions.yaml").read_text()
    assert ("in the words of whoever said it" in brought) is (tag == "ar")
    status, out, _ = lacplan("validate", "mi-plan", "--strict", "--format", "json")
    assert (status, json.loads(out)["findings"]) == (0, [])
    assert lacplan("fmt", "--check", "mi-plan").status == 0


def test_a_plan_that_can_not_be_read_gets_a_group_in_english(lacplan, workspace):
    lacplan("new", "mi-plan", "--language", "es")
    draft = workspace / "drafts" / "mi-plan.yaml"
    draft.write_text(draft.read_text() + "x: [\n")
    assert lacplan("new", "mi-plan", "--group").status == 0
    assert "The group that writes" in (workspace / "drafts/mi-plan/group.yaml").read_text()
