"""Which entries of two lists are one."""

import pytest

from lacplan.document.parse import parse
from lacplan.document.tree import Mapping, Sequence
from lacplan.merge.kinds import Kind
from lacplan.merge.lists import paired, says


def entries(text: str):
    """Return the entries of a list, written as ``[a, b]``."""
    document = parse(f"x: {text}\n")
    assert document.faults == ()
    root = document.root
    assert isinstance(root, Mapping)
    found = root.get("x")
    assert isinstance(found, Sequence)
    return found.items


def pairs(old: str, new: str, kind: Kind = Kind.TEXTS) -> dict[int, int]:
    return dict(sorted(paired(entries(old), entries(new), kind).items()))


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("[a, b, c]", "[c, a]", {0: 2, 1: 0}),
        ("[a, a]", "[a, a, a]", {0: 0, 1: 1}),
        ("[]", "[a]", {}),
    ],
)
def test_entries_that_say_the_same_are_one_wherever_they_stand(old, new, found):
    assert pairs(old, new) == pairs(old, new, Kind.WORDS) == found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("[a, b, c]", "[a, x, c]", {0: 0, 1: 1, 2: 2}),  # between neighbours
        ("[b, c]", "[x, c]", {0: 0, 1: 1}),  # at the beginning
        ("[a, b]", "[a, x]", {0: 0, 1: 1}),  # at the end
        ("[b]", "[x]", {0: 0}),  # alone
        ("[a, b, c]", "[a, x, y, c]", {0: 0, 3: 2}),  # two for one: nobody knows which
        ("[a, b, d, c]", "[a, x, c]", {0: 0, 2: 3}),  # one for two
        ("[a, c]", "[a, x, c]", {0: 0, 2: 1}),  # nothing stood there
        ("[c, b, a]", "[a, x, c]", {0: 2, 2: 0}),  # the neighbours changed places
    ],
)
def test_what_stands_alone_between_the_same_neighbours_was_reworded(old, new, found):
    assert pairs(old, new) == found


def test_of_a_list_of_words_nothing_is_reworded():
    assert pairs("[a, b, c]", "[a, x, c]", Kind.WORDS) == {0: 0, 2: 2}


def test_texts_that_are_alike_are_one_though_they_moved():
    old = "[Small registrars pay more than they earn, b, c]"
    new = "[c, b, x, Small registrars pay more than they can earn]"
    assert pairs(old, new) == {0: 2, 1: 1, 3: 0}


def test_blocks_are_one_by_what_names_them():
    old = "[{name: Ana, role: chair}, {name: Luis}]"
    new = "[{name: Luis, role: chair}, {name: Ana}, {name: Eva}]"
    assert pairs(old, new, Kind.RECORDS) == {0: 1, 1: 0}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("[{a: 1, b: 2}]", "[{b: 2, a: 1}]", True),
        ("[{a: 1}]", "[{a: 2}]", False),
        ("[[a, b]]", "[[b, a]]", False),
        ("[~]", "['~']", False),
        ("[~]", "[null]", True),
        ("['a ']", "[a]", True),
        ("[&m a]", "[a]", False),
    ],
)
def test_what_nodes_say_is_the_same_where_they_say_the_same(one, other, same):
    assert (says(entries(one)[0]) == says(entries(other)[0])) is same
