"""Comments on an item that was split: they meet what carries it on, and none is lost."""

import json

import pytest

from tests.git.conftest import draft

PLAN = "drafts/lac-2030/plan.yaml"
ONE = '      - {id: voices, code: "1.1", title: New voices}\n'
TWO = (
    '      - {id: young, code: "1.2", title: Young voices, replaces: [voices]}\n'
    '      - {id: afar, code: "1.3", title: Voices from afar, replaces: [voices]}\n'
)
THREE = (
    TWO.replace("id: young", "id: youth")
    .replace("[voices]", "[young]", 1)
    .replace("Young", "Younger")
)


@pytest.fixture
def split(repo, do):
    """draft-02 splits the one item of draft-01, of which two comments speak."""

    repo.commit("start", {PLAN: draft()})
    do("version", "create", "lac-2030")
    do("consult", "open", "lac-2030", "--version", "draft-01", "--opens", "2026-01-01",
       "--closes", "2099-01-31")  # fmt: skip
    words = (("More young people", "1.1"), ("Mais longe", "New voices"))
    ids = [do("consult", "add", "lac-2030", text, "--item", on).split()[0] for text, on in words]
    do("consult", "link", "lac-2030", *ids, "two", "--title", "Two kinds", "--item", "voices")
    do("consult", "answer", "lac-2030", "two", "accepted", "--change", "voices@draft-02")
    repo.commit("split", {PLAN: draft().replace(ONE, TWO)})
    do("version", "create", "lac-2030")
    repo.first = ids[0]
    return repo


def test_the_check_shows_the_split_and_finds_nothing_amiss(split, lacplan):
    done = lacplan("consult", "check", "lac-2030")
    assert done.status == 0
    assert "✔ voices in draft-02" in done.out
    assert "Young voices" in done.out
    assert "Voices from afar" in done.out
    told = json.loads(lacplan("consult", "check", "lac-2030", "--format", "json").out)
    assert (told["findings"], told["dispositions"]) == ([], {"accepted": 2})
    assert [each["kind"] for each in told["proofs"][0]["changes"]] == ["split", "split"]


def test_the_report_leads_from_the_item_to_its_heirs(split, lacplan):
    page = lacplan("consult", "report", "lac-2030").out
    assert "### 1.1 New voices → 1.2 Young voices, 1.3 Voices from afar" in page
    told = json.loads(lacplan("consult", "report", "lac-2030", "--format", "json").out)
    assert told["counts"]["comments"] == 2
    (part,) = told["items"]
    assert (part["item"], part["comments"]) == ("voices", 2)
    assert part["carried_on_by"] == ["young", "afar"]


def test_status_and_show_tell_what_became_of_the_item(split, lacplan):
    out = lacplan("consult", "status", "lac-2030").out
    assert "1.1 New voices → 1.2 Young voices, 1.3 Voices from         2           ·\nafar" in out
    for id in (split.first, "two"):
        out = lacplan("consult", "show", "lac-2030", id).out
        assert "young: 1.2 Young voices" in out
        assert "afar: 1.3 Voices from afar" in out


def test_heirs_of_heirs_are_found_over_the_versions(split, lacplan):
    split.write({PLAN: draft().replace(ONE, THREE)})
    out = lacplan("consult", "show", "lac-2030", "two").out
    assert "youth: 1.2 Younger voices" in out
    assert "afar: 1.3 Voices from afar" in out
    assert "young:" not in out


def test_who_comes_later_still_finds_the_item_that_was_asked_about(split, lacplan):
    added = lacplan("consult", "add", "lac-2030", "Late, but welcome", "--item", "1.1")
    assert "about voices" in added.out
    told = json.loads(lacplan("consult", "report", "lac-2030", "--format", "json").out)
    assert told["items"][0]["comments"] == 3


def test_an_item_that_is_not_split_is_told_as_ever(split, lacplan):
    split.git("checkout", "--quiet", "HEAD~1", "--", PLAN)
    assert "which is now" not in lacplan("consult", "show", "lac-2030", "two").out
    assert "→" not in lacplan("consult", "status", "lac-2030").out
