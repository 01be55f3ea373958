"""``lacplan show``, the board, and the pages that explain: rule, fields, schema."""

import json
import re

import pytest

from lacplan.validate.rules import RULES


def test_the_board_has_a_line_for_each_plan(lacplan, workspace):
    status, out, _ = lacplan()
    assert status == 0
    assert all(f"\n{name} " in out for name in ("lac-2013", "lac-2013-draft", "lac-2018"))
    assert "23" in out


def test_the_tree_names_every_item(lacplan, workspace):
    status, out, _ = lacplan("show", "lac-2013")
    assert status == 0
    assert "1.5 Accountability" in out
    assert "(objective-4-2)" in out or "objective-4-2" in out


@pytest.mark.parametrize("name", ["registrars", "4.3"])
def test_an_item_is_found_by_id_and_by_code(lacplan, workspace, name):
    status, out, _ = lacplan("show", "lac-2013", name)
    assert status == 0
    assert "Accreditation of registrars" in out
    assert "4.3.1" in out


def test_an_item_is_shown_with_what_it_aligns_with_and_what_is_wrong_with_it(lacplan, workspace):
    out = " ".join(lacplan("show", "lac-2013", "registrars").out.split())
    assert "icann-2012:C: Competition, consumer trust and consumer choice; ICANN" in out
    assert "findings none" in out
    out = " ".join(lacplan("show", "lac-2013", "gtld-workshops").out.split())
    assert "parent 4.3 Accreditation of registrars (registrars)" in out
    assert "CODE004 info" in out
    assert "ITEM002 warning" in out


def test_an_indicator_is_shown_with_its_parent(lacplan, workspace):
    lacplan("new", "lac-2030")
    out = " ".join(lacplan("show", "lac-2030", "new-organizations").out.split())
    assert "parent 1.1 Hear organisations that have not taken part so far (new-voices)" in out
    assert "target 20" in out
    assert "findings none" in out


def test_an_unknown_item_is_met_with_the_nearest(lacplan, workspace):
    status, _, err = lacplan("show", "lac-2013", "registrar")
    assert status == 2
    assert "Did you mean “registrars”?" in err
    assert "“lacplan show lac-2013” lists them." in lacplan("show", "lac-2013", "1.9").err


def test_markup_and_escapes_in_a_draft_do_nothing(lacplan, workspace):
    text = 'format: 1\nname: x\ntitle: "[red]\\u0007[/]"\nlanguage: en\nareas: []\n'
    (workspace / "x.yaml").write_text(text)
    _, out, _ = lacplan("show", "./x.yaml")
    assert "[red]" in out
    assert "\x07" not in out


def test_every_rule_is_listed_and_has_a_page(lacplan):
    listed = lacplan("rule").out
    for rule in RULES:
        assert rule.code in listed
        page = lacplan("rule", rule.code).out
        assert page.startswith(f"{rule.code} {rule.name} ({rule.severity})\n")
        assert "\nFails:\n" in page


@pytest.mark.parametrize("words", [("rule",), ("rule", "READ010"), ("fields",), ("--help",)])
def test_the_pages_that_explain_fit_sixty_columns(lacplan, monkeypatch, words):
    monkeypatch.setenv("COLUMNS", "60")
    status, out, _ = lacplan(*words)
    assert status == 0
    assert max(map(len, out.splitlines())) <= 60
    assert "…" not in out.replace("x-…", "")


def test_a_rule_is_found_by_name_and_the_nearest_is_offered(lacplan):
    assert "ITEM003" in lacplan("rule", "duplicate-id").out
    status, _, err = lacplan("rule", "duplicate-ids")
    assert status == 2
    assert "Did you mean ITEM003?" in err


def test_the_fields_of_an_item_are_explained(lacplan):
    out = lacplan("fields", "item").out
    assert "id*" in out
    assert "x-…" in out
    assert lacplan("fields", "itm").status == 2


def test_the_fields_of_every_block_are_explained(lacplan):
    blocks = lacplan("fields", "nothing").err.partition("There are: ")[2].rstrip(".\n")
    for block in re.split(r",\s+", re.sub(r"\s+", " ", blocks)):
        assert lacplan("fields", block).status == 0, block


def test_the_schema_knows_the_levels_of_a_named_draft(lacplan, workspace):
    assert "items.projects" in json.loads(lacplan("schema").out)["$defs"]
    own = json.loads(lacplan("schema", "lac-2021").out)["$defs"]
    assert [name for name in own if name.startswith("items.")] == [
        "items.areas",
        "items.goals",
        "items.outcomes",
        "items.activities",
    ]
