"""``lacplan item``: what is shown, what is written, and what is refused."""

import io
import sys

import pytest


@pytest.fixture
def draft(workspace):
    return workspace / "drafts" / "lac-2013.yaml"


def test_an_item_is_added_and_shown(lacplan, draft):
    before = draft.read_text()
    status, out, err = lacplan("item", "add", "lac-2013", "4.5", "--title", "Index of disputes")
    assert status == 0
    assert "Index of disputes" in out
    assert "1 change: 1 added" in out
    assert "Its id is “index-of-disputes”." in err
    assert "lacplan renumber lac-2013" in err
    assert "          - id: index-of-disputes\n" in draft.read_text()
    assert len(draft.read_text().splitlines()) == len(before.splitlines()) + 2


def test_a_dry_run_shows_the_same_and_writes_nothing(lacplan, draft):
    before = draft.read_text()
    words = ("item", "set", "lac-2013", "registrars", "lead=LACNIC")
    status, out, err = lacplan(*words, "--dry-run")
    assert (status, draft.read_text()) == (0, before)
    assert err == "Nothing was written.\n"
    assert lacplan(*words) == (0, out, "Wrote drafts/lac-2013.yaml.\n")
    assert lacplan(*words) == (0, "", "Nothing to change.\n")


def test_what_would_be_an_error_is_refused(lacplan, draft):
    before = draft.read_text()
    status, out, err = lacplan("item", "set", "lac-2013", "4.3.1", "end=2012")
    assert (status, out, draft.read_text()) == (2, "", before)
    assert "Nothing was changed, since it would be an error: " in err
    assert "ends (2012) before it starts (2014-08)" in err


def test_standard_input_is_written_to_standard_output(lacplan, draft, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(draft.read_bytes())))
    status, out, _ = lacplan("item", "set", "-", "4.3.1", "lead=LACNIC")
    assert status == 0
    assert out == draft.read_text().replace(
        "            start: 2014-08\n", "            lead: LACNIC\n            start: 2014-08\n", 1
    )


def test_a_move_says_what_goes_along_and_what_its_codes_want(lacplan, draft):
    status, out, err = lacplan("item", "move", "lac-2013", "4.3", "--under", "political", "--first")
    assert status == 0
    assert "moved from 4 Economic issues to 1 Political issues" in " ".join(out.split())
    assert "Moving “4.3 Accreditation of registrars” with 5 items under it." in err
    assert "CODE002" in err
    assert "“lacplan renumber lac-2013”" in err


def test_a_move_behind_a_sibling_needs_no_parent(lacplan, draft):
    assert lacplan("item", "move", "lac-2013", "4.3.1", "--after", "4.3.3").status == 0
    text = draft.read_text()
    assert text.index("accreditation-fast-track") < text.index("id: liaison-office")
    status, _, err = lacplan(
        "item", "move", "lac-2013", "4.3.1", "--under", "4", "--after", "4.3.3"
    )
    assert status == 2
    assert "does not stand there" in err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("4.3.1",), "Where to?"),
        (("4.3", "--under", "4.3.1"), "can't lie under itself"),
        (("4.3", "--under", "1.1"), "can't become one of “projects”"),
        (("4.3.1", "--after", "4.3.1"), "can't follow itself"),
        (("4.3.1", "--after", "4.3.2", "--first"), "can't both hold"),
    ],
)
def test_a_move_that_can_not_be_is_refused(lacplan, draft, words, told):
    before = draft.read_text()
    status, _, err = lacplan("item", "move", "lac-2013", *words)
    assert (status, draft.read_text()) == (2, before)
    assert told in err


def test_a_removal_says_what_goes_along_what_is_lost_and_who_refers_to_it(lacplan, draft):
    text = draft.read_text().replace(
        "          - id: dispute-study\n", "          # in doubt\n          - id: dispute-study\n"
    )
    draft.write_text(text)
    lacplan("item", "set", "lac-2013", "registrars", "description=See 4.5.1 first.")
    heir = draft.with_name("lac-2018.yaml")
    lacplan("item", "set", "lac-2018", "1", "replaces=lac-2013#dispute-study")
    assert "lac-2013#dispute-study" in heir.read_text()
    status, out, err = lacplan("item", "remove", "lac-2013", "dispute-study")
    assert status == 0
    assert "1 removed" in out
    assert "Taking away “4.5.1 " in err
    assert "Lost: # in doubt\n" in err
    assert "CODE005: “4.5.1” in the description of “Accreditation of registrars”" in err
    assert "of lac-2018 says that it carries on “4.5.1 " in err


def test_the_nearest_name_is_offered(lacplan, draft):
    status, _, err = lacplan("item", "remove", "lac-2013", "registrar")
    assert status == 2
    assert "Did you mean “registrars”?" in err


def test_a_past_draft_is_not_edited(lacplan, draft):
    status, _, err = lacplan("item", "set", "lac-2013@HEAD", "registrars", "lead=X")
    assert status == 2
    assert "Edit the draft of the working tree: lac-2013." in err


def test_a_field_that_goes_takes_its_comment_along_and_that_is_told(lacplan, draft):
    lacplan("item", "set", "lac-2013", "4.3.1", "notes=A")
    text = draft.read_text().replace("            notes: A\n", "            notes: A  # why\n")
    draft.write_text(text)
    status, _, err = lacplan("item", "set", "lac-2013", "4.3.1", "notes=")
    assert status == 0
    assert "Lost: # why\n" in err


def test_a_draft_in_the_canonical_layout_stays_in_it_and_another_keeps_its_own(lacplan, draft):
    words = ("item", "set", "lac-2013", "registrars", f"notes=One. Two. Then {'word ' * 30}")
    assert lacplan(*words).status == 0
    assert "        notes: >-\n          One.\n          Two.\n" in draft.read_text()
    assert lacplan("fmt", "--check", "lac-2013").status == 0
    loose = draft.read_text().replace("stage: final", "stage:   final")
    draft.write_text(loose)
    assert lacplan("item", "set", "lac-2013", "registrars", "lead=LACNIC").status == 0
    assert "stage:   final\n" in draft.read_text()


def test_what_lies_beside_a_plan_is_told_of_and_refuses_nothing(lacplan, workspace):
    lacplan("new", "p-2030", "--group", "--contributions")
    beside = workspace / "drafts" / "p-2030" / "contributions.yaml"
    beside.write_text(
        "format: 1\ncontributions:\n  - id: c-01\n    kind: concern\n    by: m-01\n"
        "    date: 2027-02\n    text: Few are visited.\n"
        "    reflected-in: [{item: welcome-visits, how: adapted}]\n    outcome: reflected\n"
    )
    status, _, err = lacplan("item", "remove", "p-2030", "welcome-visits")
    assert status == 0
    assert "warning: drafts/p-2030/contributions.yaml: CONTRIB003: " in err
    assert "Wrote drafts/p-2030/plan.yaml." in err
