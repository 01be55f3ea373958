"""``lacplan renumber``: what versions published is kept, and what is printed is what is written."""

import io
import sys

import pytest

from tests.git.conftest import draft

NAME = "lac-2030"
FILE = "drafts/lac-2030.yaml"


def objectives(*rows: str) -> str:
    return draft(more="    notes: See 1.2 and 1.3.\n") + "".join(
        f"      - {{{row}}}\n" for row in rows
    )


@pytest.fixture
def published(repo, lacplan):
    """A plan of which a version has published 1.2 for `dropped` and 1.3 for `kept`."""
    rows = ('id: dropped, code: "1.2", title: Dropped', 'id: kept, code: "1.3", title: Kept')
    repo.commit("start", {FILE: objectives(*rows)})
    assert lacplan("version", "create", NAME).status == 0
    return repo


def test_a_code_that_a_version_published_is_not_given_to_another(published, lacplan):
    published.write({FILE: objectives("id: new, title: New", "id: kept, title: Kept")})
    status, out, err = lacplan("renumber", NAME)
    assert status == 0
    text = (published.folder / FILE).read_text()
    assert '{id: new, code: "1.4", title: New}' in text
    assert '{id: kept, code: "1.3", title: Kept}' in text
    assert [line.split()[:3] for line in out.splitlines()[1:]] == [
        ["·", "→", "1.4"],
        ["·", "→", "1.3"],
    ]
    assert "Wrote drafts/lac-2030.yaml." in err
    assert lacplan("renumber", NAME) == (0, "", "Nothing to change.\n")


def test_one_that_bears_it_all_the_same_gets_another(published, lacplan):
    published.write({FILE: objectives('id: new, code: "1.2", title: New')})
    status, out, err = lacplan("renumber", NAME)
    assert status == 0
    assert "“dropped” bore it in a version" in " ".join(out.split())
    text = (published.folder / FILE).read_text()
    assert '{id: new, code: "1.4", title: New}' in text
    assert "notes: See 1.4 and 1.3.\n" in text
    assert "Quoted in the notes of “1 Politics”: 1.2 → 1.4" in err


def test_a_dry_run_prints_the_same_and_writes_nothing(published, lacplan):
    text = objectives("id: new, title: New")
    published.write({FILE: text})
    status, out, err = lacplan("renumber", NAME, "--dry-run")
    assert (status, (published.folder / FILE).read_text()) == (0, text)
    assert "Nothing was written." in err
    assert lacplan("renumber", NAME).out == out


def test_standard_input_goes_to_standard_output(published, lacplan, monkeypatch):
    text = objectives("id: new, title: New")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    status, out, _ = lacplan("renumber", "-")
    assert status == 0
    assert out == text.replace("id: new, title", 'id: new, code: "1.4", title')


def test_without_a_repository_there_is_nothing_published(tmp_path, monkeypatch, lacplan):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    (tmp_path / FILE).write_text(objectives("id: new, title: New"))
    assert lacplan("renumber", NAME).status == 0
    assert 'id: new, code: "1.2"' in (tmp_path / FILE).read_text()


def test_a_quoted_code_that_may_mean_two_items_stays_and_is_told(published, lacplan):
    rows = ('id: kept, code: "1.3", title: Kept', 'id: new, code: "1.3", title: New')
    published.write({FILE: objectives(*rows)})
    status, _, err = lacplan("renumber", NAME)
    assert status == 0
    assert "“1.3” in the notes of “1 Politics” stays as it is" in err
    assert "See 1.2 and 1.3." in (published.folder / FILE).read_text()
