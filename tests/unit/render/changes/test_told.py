"""What an edit did is told in the form that reads best."""

import pytest

from lacplan.diff.change import Change, Class, Kind, Mark, Run, Weight
from lacplan.diff.words import words
from lacplan.render.changes.told import (
    Listed,
    Reordered,
    Swap,
    Words,
    abridged,
    shortened,
    told,
)

KEPT, GONE, COME = Mark.KEPT, Mark.DELETED, Mark.ADDED


def edit(field, old, new):
    runs = words(old, new) if isinstance(old, str) and isinstance(new, str) else ()
    weight = Weight(Class.SUBSTANTIVE, "it changed")
    return Change(
        kind=Kind.EDITED,
        weight=weight,
        field=field,
        old=old,
        new=new,
        words=runs if field in ("title", "description", "lead") else (),
    )


@pytest.mark.parametrize(
    ("field", "old", "new", "said"),
    [
        ("end", "2015-08", "2016-08", Swap("2015-08", "2016-08")),
        ("target", "60", "75", Swap("60", "75")),
        ("budget", {"amount": "1", "currency": "USD"}, {"amount": "2", "currency": "USD"},
         Swap("1 USD", "2 USD")),
        ("period", {"start": "2013"}, {"start": "2013", "end": "2016"},
         Swap("2013 – …", "2013 – 2016")),
        ("lead", "LACNIC", "ICANN", Swap("LACNIC", "ICANN")),
        ("lead", None, "ICANN", Words((Run(COME, "ICANN"),))),
        ("end", "2015-08", None, Words((Run(GONE, "2015-08"),))),
        ("organization", {"name": "A"}, {"name": "B", "url": "u"}, Swap("A", "B, u")),
        ("x-own", "1", ["2", "3"],
         Listed(((Run(COME, "2"),), (Run(COME, "3"),), (Run(GONE, "1"),)))),
        ("countries", None, ["UY"], Listed(((Run(COME, "UY"),),))),
        ("countries", ["UY"], ["CL"], Listed(((Run(COME, "CL"),), (Run(GONE, "UY"),)))),
        ("partners", ["A", "B"], ["B", "A"], Reordered(("B", "A"))),
        ("tags", ["a", "a"], ["a"], Listed(((Run(GONE, "a"),),))),
        ("levels", {"a": "Area"}, {"a": "Area", "b": "Project"},
         Listed(((Run(COME, "b: Project"),),))),
        ("frameworks", {"f": {"title": "F", "codes": {"A": "x"}}}, {"f": {"title": "F"}},
         Listed(((Run(GONE, "f:A: x"),),))),
        ("stakeholders", [{"name": "N"}], [{"name": "N", "role": "r"}],
         Listed(((Run(COME, "N (r)"),), (Run(GONE, "N"),)))),
        ("measurements", None, [{"start": "2014", "target": "5", "actual": "3"}],
         Listed(((Run(COME, "2014 – …: target 5, actual 3"),),))),
    ],
)  # fmt: skip
def test_a_value_is_told_as(field, old, new, said):
    assert told(edit(field, old, new)) == said


def test_long_text_is_told_word_by_word():
    found = told(edit("description", "We may go to the sea.", "We must go to the sea."))
    assert found == Words(
        (Run(KEPT, "We "), Run(GONE, "may"), Run(COME, "must"), Run(KEPT, " go to the sea."))
    )


def test_a_reworded_entry_of_a_list_is_told_word_by_word():
    old = ["Prices fall all over the region.", "Cables come."]
    new = ["Something new.", "Cables come.", "Prices rise all over the region."]
    found = told(edit("opportunities", old, new))
    assert isinstance(found, Listed)
    assert [[run.mark for run in entry] for entry in found.entries] == [
        [COME],
        [KEPT, GONE, COME, KEPT],
    ]


def test_a_long_list_that_is_all_new_takes_no_time():
    old = [f"Entry {n} of the old list" for n in range(5000)]
    new = [f"Entry {n} of the list now" for n in range(5000)]
    found = told(edit("opportunities", old, new))
    assert isinstance(found, Listed)
    assert len(found.entries) == 10000


LONG = "one two three four five six seven eight nine ten"


def test_the_inside_of_what_was_kept_is_left_out():
    runs = (
        Run(KEPT, LONG + " "),
        Run(GONE, LONG),
        Run(KEPT, f" {LONG} "),
        Run(COME, "x"),
        Run(KEPT, f" {LONG}"),
    )
    assert shortened(runs, 10) == (
        Run(KEPT, "… nine ten "),
        Run(GONE, LONG),
        Run(KEPT, " one two … nine ten "),
        Run(COME, "x"),
        Run(KEPT, " one two …"),
    )


def test_what_is_short_or_all_that_there_is_stays_whole():
    runs = (Run(COME, "x"), Run(KEPT, " one two three four "), Run(COME, "y"))
    assert shortened(runs, 10) == runs
    assert shortened((Run(KEPT, LONG),), 10) == (Run(KEPT, LONG),)


def test_abridged_leaves_out_the_inside_of_new_words_too():
    assert abridged((Run(COME, LONG),), 10) == (Run(COME, "one two … nine ten"),)


def test_a_script_without_spaces_is_cut_anywhere():
    runs = (Run(KEPT, "每" * 50), Run(COME, "新"))
    assert shortened(runs, 10)[0].text == "…" + "每" * 10
