"""The trace of contributions through the versions of a real repository."""

import json

import pytest

from tests.git.conftest import draft

PLAN = "drafts/lac-2030/plan.yaml"
GROUP = "drafts/lac-2030/group.yaml"
FILE = "drafts/lac-2030/contributions.yaml"
MEMBERS = "format: 1\nmembers: [{id: m-01, name: Member one}]\n"
INDUSTRY = "    objectives: [{id: industry, title: An industry of its own}]\n"
BROUGHT = """\
format: 1
contributions:
  - id: c-01
    kind: goal
    by: m-01
    date: 2026-01-05
    text: The industry is recognised.
    reflected-in: [{item: industry, since: SINCE}]
    outcome: reflected
"""


@pytest.fixture
def removed(repo):
    """A plan that had an item in ``draft-01`` and lost it in ``draft-02``."""
    repo.commit("begin", {PLAN: draft(more=INDUSTRY), GROUP: MEMBERS})
    repo.tag("lac-2030@draft-01")
    repo.commit("drop", {PLAN: draft(), FILE: BROUGHT.replace("SINCE", "draft-01")})
    repo.tag("lac-2030@draft-02")
    return repo


def read(result):
    assert result.status == 0, result.err
    return json.loads(result.out)


def codes(result):
    return [(each["code"], each["line"]) for each in json.loads(result.out)["findings"]]


def test_it_was_there_and_was_removed_later(removed, lacplan):
    told = read(lacplan("trace", "lac-2030", "--member", "m-01", "--format", "json"))
    (place,) = told["contributions"][0]["reflected-in"]
    assert told["states"] == ["draft-01", "draft-02", None]
    assert (place["standing"], place["removed_in"]) == ("removed", "draft-02")
    assert place["present"] == [True, False, False]
    out = lacplan("trace", "lac-2030", "--member", "m-01").out
    assert "What Member one brought in" in out
    assert "✖ removed in draft-02" in out


def test_a_version_knows_of_none_after_it(removed, lacplan):
    told = read(lacplan("trace", "lac-2030@draft-02", "--format", "json"))
    assert told["states"] == ["draft-01", "draft-02"]


def test_validate_looks_into_the_version_that_is_named(removed, lacplan):
    assert codes(lacplan("validate", "lac-2030", "--select", "CONTRIB", "--format", "json")) == [
        ("CONTRIB008", 8)
    ]
    for since, code in (("draft-02", "CONTRIB003"), ("draft-3", "CONTRIB004")):
        removed.write({FILE: BROUGHT.replace("SINCE", since)})
        result = lacplan("validate", "lac-2030", "--select", "CONTRIB", "--format", "json")
        assert codes(result) == [(code, 8)]


def test_without_a_repository_no_version_is_unknown(lacplan, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for path, text in ((PLAN, draft(more=INDUSTRY)), (GROUP, MEMBERS)):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    (tmp_path / FILE).write_text(BROUGHT.replace("SINCE", "draft-01"))
    result = lacplan("validate", "lac-2030", "--select", "CONTRIB", "--format", "json")
    assert codes(result) == []
    told = read(lacplan("trace", "lac-2030", "--format", "json"))
    assert told["states"] == [None]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--member", "m-1"), "Did you mean “m-01”?"),
        (("--item", "industri"), "Did you mean “industry”?"),
        (("--member", "m-01", "--orphans"), "Ask for one of them at a time."),
    ],
)
def test_what_cannot_be_answered_is_refused(removed, lacplan, words, said):
    status, out, err = lacplan("trace", "lac-2030", *words)
    assert (status, out) == (2, "")
    assert said in err


def test_no_contributions_is_said_with_what_to_do(removed, lacplan):
    status, _, err = lacplan("trace", "lac-2030@draft-01")
    assert status == 2
    assert "There is no contributions.yaml beside “lac-2030@draft-01”" in err


@pytest.mark.parametrize("format", ["table", "markdown", "json", "csv"])
@pytest.mark.parametrize("words", [(), ("--item", "industry"), ("--orphans",)])
def test_every_format_tells_it(removed, lacplan, format, words):
    status, out, err = lacplan("trace", "lac-2030", *words, "--format", format)
    assert (status, err) == (0, "")
    assert "c-01" in out
