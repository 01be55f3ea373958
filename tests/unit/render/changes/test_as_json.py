"""The JSON keeps the shape that programs were promised."""

import json

import pytest

from lacplan.diff.change import Change, Class, Diff, Kind, Mark, Matched, Run, Weight
from lacplan.model.plan import Plan
from lacplan.render.changes.as_json import render
from lacplan.render.changes.names import Side

EDIT = Change(
    kind=Kind.EDITED,
    weight=Weight(Class.SUBSTANTIVE, "a date changed"),
    item="registrars",
    code="4.3",
    title="Accreditation",
    area="economic",
    field="end",
    old="2015-08",
    new="2016-08",
    matched=Matched.ID,
    fingerprint="9f2c41d07ab3",
)
NONE = dict.fromkeys([*Kind, Class.EDITORIAL, Class.SUBSTANTIVE], 0)


def told(*changes: Change) -> dict:
    old, new = (
        Side(ref, Plan(format=1, name="p", title=title, language="en"))
        for ref, title in (("p@draft-01", "Plan"), ("p", "The plan"))
    )
    return json.loads(render(Diff(changes), old=old, new=new))


def test_a_change_has_every_promised_key():
    assert told(EDIT) == {
        "version": 1,
        "old": {"ref": "p@draft-01", "title": "Plan"},
        "new": {"ref": "p", "title": "The plan"},
        "changes": [
            {
                "kind": "edited",
                "class": "substantive",
                "why": "a date changed",
                "item": "registrars",
                "code": "4.3",
                "title": "Accreditation",
                "field": "end",
                "old": "2015-08",
                "new": "2016-08",
                "fingerprint": "9f2c41d07ab3",
                "matched": "id",
            }
        ],
        "summary": NONE | {"edited": 1, "substantive": 1},
    }


def test_nothing_changed_is_an_empty_list():
    assert told()["changes"] == []
    assert told()["summary"] == NONE


def test_the_plan_itself_is_item_null():
    [change] = told(EDIT._replace(item=None, code=None, title=None, matched=None))["changes"]
    assert (change["item"], change["code"], change["title"]) == (None, None, None)
    assert "matched" not in change


def test_words_are_marked_runs():
    runs = (Run(Mark.KEPT, "We "), Run(Mark.DELETED, "may"), Run(Mark.ADDED, "must"))
    [change] = told(EDIT._replace(words=runs))["changes"]
    assert change["words"] == [
        {"mark": "kept", "text": "We "},
        {"mark": "deleted", "text": "may"},
        {"mark": "added", "text": "must"},
    ]


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        (Kind.ADDED, {"parent", "after"}),
        (Kind.REMOVED, {"parent", "after"}),
        (Kind.SPLIT, {"parent", "after"}),
        (Kind.MERGED, {"parent", "after"}),
        (Kind.MOVED, {"after"}),
        (Kind.REORDERED, set()),
        (Kind.EDITED, set()),
    ],
)
def test_a_place_is_told_even_where_it_is_the_top_or_the_first(kind, keys):
    [change] = told(EDIT._replace(kind=kind))["changes"]
    assert {key for key in ("parent", "after") if key in change} == keys


def test_a_shift_names_its_run_and_a_split_its_content():
    shift = EDIT._replace(kind=Kind.RENUMBERED, run="1.5–1.9 → 1.4–1.8")
    lost = {"b": {"lead": "L"}}
    split = EDIT._replace(kind=Kind.SPLIT, content={"id": "a", "title": "A"}, lost=lost)
    first, second = told(shift, split)["changes"]
    assert first["run"] == "1.5–1.9 → 1.4–1.8"
    assert second["content"] == {"id": "a", "title": "A"}
    assert second["lost"] == lost


def test_real_changes_come_back_as_they_are(pair):
    diff, old, new = pair("en")
    changes = json.loads(render(diff, old=old, new=new))["changes"]
    assert [each["fingerprint"] for each in changes] == [each.fingerprint for each in diff.changes]
    assert [each["new"] for each in changes] == [each.new for each in diff.changes]
    assert sum("words" in each for each in changes) == sum(
        bool(each.words) for each in diff.changes
    )


@pytest.mark.parametrize("steering", ["\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\udc80"])
def test_nothing_in_it_steers_a_terminal(steering):
    side = Side("p", Plan(format=1, name="p", title="P", language="en"))
    text = render(Diff((EDIT._replace(new=f"a{steering}b"),)), old=side, new=side)
    assert steering not in text
    assert json.loads(text.encode())["changes"][0]["new"] == f"a{steering}b"


def test_letters_stay_letters():
    side = Side("p", Plan(format=1, name="p", title="Añil", language="es"))
    assert '"title": "Añil"' in render(Diff(()), old=side, new=side)
