"""What a secretariat does to the files: what is added is there, and all else stays as it stood."""

import pytest

from lacplan.consult.desk import with_answer, with_extension, with_issue, with_state
from lacplan.document.parse import parse
from lacplan.document.tree import Document
from lacplan.errors import LacplanError

ASKED = """\
# What the community is asked.
format: 1
state: open  # until the end of April
opens: 2027-04-01T00:00:00-03:00
closes: 2027-04-30T23:59:59-03:00
languages: [es]
"""

MADE = """\
format: 1
# The arguments, in the order in which they came up.
issues:
  - id: few
    title: Few  # as the GAC put it
    item: registrars
    arguments-for:
      - They are few.
  - id: dear
    title: Dear
editorial: []
"""


def text(document: Document) -> str:
    assert document.faults == ()
    return document.text


def test_a_state_is_set_and_the_remark_beside_it_stays():
    expected = ASKED.replace("state: open  #", "state: closed  #")
    assert text(with_state(parse(ASKED), "closed")) == expected


def test_extensions_stand_after_what_closes_in_the_order_they_came():
    first = with_extension(parse(ASKED), {"until": "2027-05-10T23:59:59-03:00", "why": "Asked"})
    second = with_extension(first, {"until": "2027-05-20T23:59:59-03:00"})
    told = text(second)
    assert told.index("closes:") < told.index("extensions:") < told.index("languages:")
    assert told.index("2027-05-10") < told.index("2027-05-20")
    assert "# What the community is asked." in told
    assert "# until the end of April" in told


def test_an_issue_is_added_behind_the_others():
    told = text(with_issue(parse(MADE), "rights", "Rights", None))
    assert told.replace("  - id: rights\n    title: Rights\n", "") == MADE
    assert told.index("id: dear") < told.index("id: rights") < told.index("editorial")
    assert "item: ipv6\n" in text(with_issue(parse(MADE), "ipv6", "IPv6", "ipv6"))


def test_the_first_issue_fills_an_empty_list():
    begun = text(with_issue(parse("format: 1\nissues: []\n"), "few", "Few", None))
    assert begun.count("id: few") == 1
    assert "[]" not in begun


def test_an_answer_stands_where_the_format_has_it_and_more_arguments_behind_the_old_ones():
    made = with_answer(
        parse(MADE),
        "few",
        {"disposition": "accepted", "reason": "They are."},
        more={"arguments-for": ["Prices.", "Distance."], "arguments-against": ["Costs."]},
    )
    told = text(made)
    order = ("They are few.", "Prices.", "Distance.", "Costs.", "accepted", "They are.", "id: dear")
    places = [told.index(each) for each in order]
    assert places == sorted(places)
    assert "# as the GAC put it" in told


def test_an_answer_that_is_given_anew_takes_the_place_of_the_old_one():
    once = with_answer(parse(MADE), "dear", {"disposition": "noted", "response": {"es": "Sí."}})
    response = {"es": "No.", "pt": "Não."}
    twice = with_answer(once, "dear", {"disposition": "deferred", "response": response})
    told = text(twice)
    assert told.count("disposition:") == told.count("response:") == 1
    assert "noted" not in told
    assert "Sí." not in told
    assert "Não." in told


def test_what_is_taken_away_is_gone_and_what_is_not_there_is_no_fault():
    made = with_answer(parse(MADE), "few", {}, less=("arguments-for", "reason"))
    assert text(made) == MADE.replace("    arguments-for:\n      - They are few.\n", "")


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (MADE, "There is no issue “fewer” in the file."),
        ("format: 1\nissues: none\n", "There is no issue “fewer” in the file."),
        ("- 1\n", "There is no issue “fewer” in the file."),
        ("", "There is no issue “fewer” in the file."),
    ],
)
def test_an_answer_to_nothing_is_refused(file: str, says: str):
    with pytest.raises(LacplanError, match=says):
        with_answer(parse(file), "fewer", {"disposition": "noted"})


def test_a_file_of_another_shape_is_refused_with_a_remedy():
    with pytest.raises(LacplanError, match="no block of “key: value” lines") as refused:
        with_state(parse("- open\n"), "closed")
    assert refused.value.hint
