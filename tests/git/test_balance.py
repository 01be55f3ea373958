"""The balance of a group as it stood in a commit, and on the day of a version."""

import json
import re

from tests.git.conftest import draft

GROUP = "format: 1\nmembers:\n  - {{id: m-01, name: A member, country: {}, from: 2026-01-05}}\n"
PLAN = "drafts/lac-2030/plan.yaml"
FILE = "drafts/lac-2030/group.yaml"


def countries(result):
    assert result.status == 0, result.err
    return [row["value"] for row in json.loads(result.out)["dimensions"][2]["rows"]]


def test_a_version_has_the_group_of_its_time(repo, lacplan):
    repo.commit("begin", {PLAN: draft(), FILE: GROUP.format("UY")})
    repo.tag("lac-2030@draft-01")
    repo.commit("move", {FILE: GROUP.format("TT")})
    assert countries(lacplan("balance", "lac-2030@draft-01", "--format", "json")) == ["UY"]
    assert countries(lacplan("balance", "lac-2030", "--format", "json")) == ["TT"]


def test_the_day_may_be_that_of_a_version(repo, lacplan):
    repo.commit("begin", {PLAN: draft(), FILE: GROUP.format("UY")})
    repo.tag("lac-2030@draft-01")
    result = lacplan("balance", "lac-2030", "--at", "draft-01", "--format", "json")
    assert json.loads(result.out)["on"] == "2026-01-05"
    status, _, err = lacplan("balance", "lac-2030", "--at", "draft-1")
    assert status == 2
    assert "Did you mean “draft-01”?" in err


def test_commenters_and_accepted_comments_stand_beside_the_members(repo, lacplan):
    repo.commit("begin", {PLAN: draft(), FILE: GROUP.format("UY")})
    repo.tag("lac-2030@draft-01")
    words = ("--version", "draft-01", "--opens", "2026-01-06", "--closes", "2026-12-31")
    assert lacplan("consult", "open", "lac-2030", *words).status == 0
    for country in ("MX", "TT"):
        said = lacplan("consult", "add", "lac-2030", "Yes", "--country", country)
        assert said.status == 0, said.err
    id = said.out.split()[0]
    assert lacplan("consult", "link", "lac-2030", id, "voices", "--title", "Voices").status == 0
    done = lacplan("consult", "answer", "lac-2030", "voices", "accepted", "--response", "en=Yes")
    assert done.status == 0, done.err
    told = json.loads(lacplan("balance", "lac-2030", "--format", "json").out)
    assert told["populations"] == [
        {"name": "members", "total": 1},
        {"name": "commenters", "total": 2},
        {"name": "accepted", "total": 1},
    ]


def test_in_public_no_more_is_told_of_commenters_than_their_consultation_makes_public(
    repo, lacplan
):
    repo.commit("begin", {PLAN: draft(), FILE: GROUP.format("UY")})
    repo.tag("lac-2030@draft-01")
    words = ("--version", "draft-01", "--opens", "2026-01-06", "--closes", "2026-12-31")
    assert lacplan("consult", "open", "lac-2030", *words).status == 0
    who = ("--country", "MX", "--stakeholder", "academia")
    assert lacplan("consult", "add", "lac-2030", "Yes", *who).status == 0
    asked = repo.folder / "drafts/lac-2030/consultations/draft-01/consultation.yaml"
    text = asked.read_text()
    hidden = re.sub("(?m)^public: .*$", "public: [stakeholder]", text)
    assert hidden != text
    asked.write_text(hidden)
    ours = lacplan("balance", "lac-2030", "--format", "json")
    theirs = lacplan("balance", "lac-2030", "--public", "--format", "json")
    assert countries(ours) == ["UY", "MX"]
    assert countries(theirs) == ["UY", None]
    rows = json.loads(theirs.out)["dimensions"][0]["rows"]
    assert [row["counts"][1]["count"] for row in rows if row["value"] == "academia"] == [1]
