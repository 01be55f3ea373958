"""The folders of consultations: found, read, joined, written."""

import pytest

from lacplan.errors import LacplanError
from lacplan.model.comment import Comment
from lacplan.model.issues import Link
from lacplan.store.consultations import consultations, find_consultation

CONSULTATION = """\
format: 1
version: draft-01
digest: {digest}
state: {state}
opens: 2013-03-26T00:00:00-03:00
closes: 2013-04-11T23:59:00-03:00
extensions: [{{until: "2013-04-20T23:59:00-03:00", why: Holidays}}]
"""
ISSUES = """\
format: 1
issues:
  - id: academia
    title: Academia is missing
    disposition: accepted
    changes: [{item: registrars, field: description, in: draft-02}]
editorial: [{item: ipv6, in: draft-02, note: A typing error}]
"""


@pytest.fixture
def plan(tmp_path):
    folder = tmp_path / "lac-2013"
    for id, state in (("round-1", "responded"), ("round-2", "open")):
        here = folder / "consultations" / id
        here.mkdir(parents=True)
        (here / "consultation.yaml").write_text(
            CONSULTATION.format(digest="ab" * 32, state=state), encoding="utf-8"
        )
    return folder


def test_the_one_at_work_is_meant_where_none_is_named(plan):
    assert [each.id for each in consultations(plan)] == ["round-1", "round-2"]
    assert find_consultation(plan).id == "round-2"
    assert find_consultation(plan, "round-1").id == "round-1"


def test_comments_without_what_was_asked_do_not_vanish(plan):
    asked = plan / "consultations" / "round-2" / "consultation.yaml"
    comments = asked.parent / "comments"
    comments.mkdir()
    (comments / "0001.jsonl").write_text("")
    asked.unlink()
    assert [each.id for each in consultations(plan)] == ["round-1", "round-2"]
    with pytest.raises(LacplanError, match=r"There is no file .*round-2/consultation\.yaml"):
        _ = consultations(plan)[1].ledger


def test_what_git_ignores_and_leaves_behind_is_no_consultation(plan):
    left = plan / "consultations" / "round-3" / "private"
    left.mkdir(parents=True)
    (left / "contacts.csv").write_text("submission,mail\n")
    assert [each.id for each in consultations(plan)] == ["round-1", "round-2"]


def test_what_is_not_there_is_met_with_the_nearest(plan, tmp_path):
    with pytest.raises(LacplanError, match="has no consultation “round-3”") as met:
        find_consultation(plan, "round-3")
    assert "round-" in met.value.hint
    with pytest.raises(LacplanError, match="has no consultation") as met:
        find_consultation(tmp_path / "lac-2018")
    assert "consult open lac-2018" in met.value.hint


def test_of_several_at_work_one_must_be_named(plan):
    file = plan / "consultations" / "round-1" / "consultation.yaml"
    file.write_text(file.read_text().replace("responded", "closed"))
    with pytest.raises(LacplanError, match="has 2 consultations") as met:
        find_consultation(plan)
    assert "--consultation: round-1, round-2" in met.value.hint


def test_a_consultation_ends_with_its_last_extension(plan):
    assert find_consultation(plan).consultation.end == "2013-04-20T23:59:00-03:00"


def test_all_is_joined(plan):
    found = find_consultation(plan)
    (found.folder / "issues.yaml").write_text(ISSUES, encoding="utf-8")
    found.files.add(
        [Comment(f"s{n}.1", f"s{n}", 1, "2013-03-27T12:00:00Z", "csv", "…") for n in (1, 2)]
    )
    found.write_links([Link("s2.1", "academia", "noted", "thanks"), Link("s1.1", "academia")])
    text = (found.folder / "links.csv").read_text()
    assert text == "comment,issue,disposition,note\ns1.1,academia,,\ns2.1,academia,noted,thanks\n"
    ledger = find_consultation(plan).ledger
    assert ledger.dispositions == {"accepted": 1, "noted": 1}
    assert ledger.issues.issues[0].changes[0].in_ == "draft-02"
    assert ledger.issues.editorial[0].note == "A typing error"


def test_damaged_links_are_named_and_the_others_live(plan):
    found = find_consultation(plan)
    (found.folder / "links.csv").write_bytes(
        b"\xef\xbb\xbfissue,comment,disposition\r\nacademia,s1.1,\r\n,s2.1\r\n\r\nssr,s3.1,maybe\r\n"
    )
    lines = found.link_lines
    assert lines[0].link == Link("s1.1", "academia")
    assert [line.number for line in lines] == [2, 3, 5]
    assert lines[1].fault == "names no comment or no issue"
    assert lines[2].fault.startswith("has the unknown disposition “maybe”; known are: accepted, ")


def test_links_without_names_of_columns_say_so(plan):
    found = find_consultation(plan)
    (found.folder / "links.csv").write_text("s1.1,academia\n")
    assert "does not name the columns" in found.link_lines[0].fault
