"""``lacplan validate --fix``: what is saved, what is only shown, and the exit statuses."""

import io
import sys

import pytest

FAULTY = """\
format: 1
name: faulty
title: A plan
language: en
summary:  # to come
vision:
period: {start: 2014-8, end: 2013/14}
"""
FIXED = FAULTY.replace("vision:\n", "").replace("2014-8", "2014-08")


@pytest.fixture
def faulty(workspace):
    draft = workspace / "drafts" / "faulty.yaml"
    draft.write_text(FAULTY)
    return draft


def test_what_can_be_mended_is_saved_and_the_rest_is_reported(lacplan, faulty):
    status, out, err = lacplan("validate", "--fix", "faulty")
    assert status == 1
    assert faulty.read_text() == FIXED
    assert "“2013/14” is not a date." in out
    assert "2014-8”" not in out
    assert err == (
        "drafts/faulty.yaml: mended 1 of FORM007 malformed-date, 1 of TEXT002 empty-text.\n"
    )
    before = faulty.stat().st_mtime_ns
    assert lacplan("validate", "--fix", "faulty") == (1, out, "")
    assert faulty.stat().st_mtime_ns == before


def test_diff_shows_it_and_writes_nothing(lacplan, faulty):
    status, out, err = lacplan("validate", "--fix", "--diff", "faulty")
    assert status == 0
    assert faulty.read_text() == FAULTY
    assert "\n-vision:\n" in out
    assert "would mend" in err


def test_only_what_is_selected_is_mended(lacplan, faulty):
    lacplan("validate", "--fix", "--select", "FORM", "faulty")
    assert faulty.read_text() == FAULTY.replace("2014-8", "2014-08")


def test_standard_input_goes_to_standard_output(lacplan, faulty, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FAULTY.encode())))
    status, out, _ = lacplan("validate", "--fix", "-")
    assert (status, out) == (1, FIXED)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--diff",), "Add --fix."),
        (("--fix", "-", "lac-2013"), "Name it alone."),
        (("--fix", "lac-2013@HEAD"), "Edit the draft of the working tree: lac-2013."),
    ],
)
def test_what_can_not_be_is_refused(lacplan, workspace, words, hint):
    status, _, err = lacplan("validate", *words)
    assert status == 2
    assert hint in err


def test_the_page_and_the_list_of_rules_say_what_is_mended(lacplan):
    assert "Mended by “lacplan validate --fix”" in lacplan("rule", "TEXT002").out
    assert "Mended" not in lacplan("rule", "TEXT001").out
    rows = [line.split()[:2] for line in lacplan("rule").out.splitlines()]
    assert ["TEXT002*", "warning"] in rows
    assert ["TEXT001", "warning"] in rows
