"""Lines of comments and links, merged one by one."""

import json

from consulted import line
from hypothesis import given
from hypothesis import strategies as st

from lacplan.merge.records import merge_comments, merge_links
from lacplan.model.comment import erased
from lacplan.model.comment_line import decode_line, encode_line, is_intact


def text(*lines: str) -> str:
    return "".join(f"{each}\n" for each in lines)


def comment(number: int, words: str = "") -> str:
    return line(id=f"s{number}.1", text=words or f"Comment {number}")


def tombstone(of: str, on: str = "2027-05-20") -> str:
    return encode_line(erased(decode_line(of), on))


def test_what_either_side_added_is_kept_in_the_order_of_base_ours_theirs():
    base = text(comment(5), comment(1))
    merged = merge_comments(base, base + text(comment(9), comment(3)), base + text(comment(2)))
    assert merged.text == base + text(comment(9), comment(3), comment(2))
    assert merged.doubled == ()


def test_amendments_of_both_sides_are_kept():
    base = text(comment(1))
    withdrawn = line(id="s1.1-a", amends="s1.1", action="withdraw")
    moderated = line(id="s1.1-b", amends="s1.1", action="moderate", reason="Rude")
    merged = merge_comments(base, base + text(withdrawn), base + text(moderated))
    assert merged.text == base + text(withdrawn, moderated)


def test_the_same_line_on_both_sides_is_one_line():
    assert merge_comments("", text(comment(1)), text(comment(1))).text == text(comment(1))


def test_one_id_with_two_bodies_is_kept_twice_and_named():
    ours, theirs = comment(1, "Few"), comment(1, "Many")
    merged = merge_comments(text(comment(2)), text(comment(2), ours), text(theirs, comment(2)))
    assert merged.text == text(comment(2), ours, theirs)
    assert merged.doubled == ("s1.1",)


def test_what_one_side_took_away_and_the_other_left_alone_is_gone():
    base = text(comment(1), comment(2))
    assert merge_comments(base, text(comment(2)), base + text(comment(3))).text == (
        text(comment(2), comment(3))
    )


def test_a_tombstone_wins_over_an_older_copy_on_either_side():
    alive, dead = comment(1), tombstone(comment(1))
    for ours, theirs in ((dead, alive), (alive, dead)):
        for base in ("", text(alive), text(dead)):
            assert merge_comments(base, text(ours), text(theirs)).text == text(dead)


def test_a_tombstone_takes_with_it_what_others_added_to_the_comment_meanwhile():
    alive = comment(1)
    amended = line(id="s1.1-a", amends="s1.1", action="amend", set={"text": "My name is Ana"})
    part = line(id="s1.2", text="I am Ana", **{"split-from": "s1.1"})
    merged = merge_comments(
        text(alive, comment(2)),
        text(tombstone(alive), comment(2)),
        text(alive, comment(2), amended, part),
    )
    assert "Ana" not in merged.text
    assert comment(2) in merged.text
    kept = [decode_line(each) for each in merged.text.splitlines()]
    assert [each.id for each in kept] == ["s1.1", "s2.1", "s1.1-a", "s1.2"]
    assert [bool(each.erased) for each in kept] == [True, False, True, True]
    assert all(map(is_intact, merged.text.splitlines()))


def test_two_tombstones_of_one_comment_are_one():
    alive = comment(1)
    ours, theirs = tombstone(alive, "2027-05-20"), tombstone(alive, "2027-05-21")
    assert merge_comments(text(alive), text(ours), text(theirs)).text == text(ours)


def test_damaged_lines_are_kept_as_they_are():
    base = text(comment(1))
    damaged = '{"id": "s9.1", '
    assert merge_comments(base, base + text(damaged), base + text(comment(2))).text == (
        base + text(damaged, comment(2))
    )


def test_a_file_without_a_last_line_end_gets_one():
    assert merge_comments("", comment(1), comment(2)).text == text(comment(1), comment(2))


HEAD = "comment,issue,disposition,note\n"


def test_links_are_merged_row_by_row():
    base = f"{HEAD}s1.1,few,,\ns2.1,few,,\n"
    ours = f'{HEAD}s1.1,few,,\ns2.1,few,noted,"A note, with\na break"\n'
    theirs = f"{HEAD}s1.1,dear,,\ns2.1,few,,\ns3.1,few,,\n"
    merged = merge_links(base, ours, theirs)
    assert merged.text == (
        f'{HEAD}s1.1,dear,,\ns2.1,few,noted,"A note, with\na break"\ns3.1,few,,\n'
    )
    assert merged.doubled == ()


def test_a_comment_that_both_sides_linked_elsewhere_has_both_links_and_is_named():
    base = f"{HEAD}s1.1,few,,\n"
    merged = merge_links(base, f"{HEAD}s1.1,dear,,\n", f"{HEAD}s1.1,rare,,\n")
    assert merged.text == f"{HEAD}s1.1,dear,,\ns1.1,rare,,\n"
    assert merged.doubled == ("s1.1",)


def test_links_of_a_file_that_both_sides_began_are_joined():
    assert merge_links("", f"{HEAD}s2.1,few,,\n", f"{HEAD}s1.1,few,,\n").text == (
        f"{HEAD}s1.1,few,,\ns2.1,few,,\n"
    )


numbers = st.integers(1, 6)
one = st.builds(
    lambda number, words, dead: tombstone(comment(number)) if dead else comment(number, words),
    numbers,
    st.sampled_from(["Few", "Many"]),
    st.booleans(),
)
living = st.lists(st.builds(comment, numbers), max_size=6, unique=True).map(
    lambda lines: text(*lines)
)
sides = st.lists(one, max_size=6, unique=True).map(lambda lines: text(*lines))


@given(base=sides, ours=sides, theirs=sides)
def test_nothing_that_a_side_added_is_lost_and_nothing_erased_comes_back(base, ours, theirs):
    merged = {*merge_comments(base, ours, theirs).text.splitlines()}
    dead = {
        json.loads(each)["id"]
        for side in (ours, theirs)
        for each in side.splitlines()
        if "erased" in json.loads(each)
    }
    for side, other in ((ours, theirs), (theirs, ours)):
        for each in side.splitlines():
            if each in base.splitlines() and each not in other.splitlines():
                continue
            assert each in merged or json.loads(each)["id"] in {
                json.loads(line)["id"] for line in merged if "erased" in json.loads(line)
            }
    assert not [
        each
        for each in merged
        if json.loads(each)["id"] in dead and "erased" not in json.loads(each)
    ]


@given(base=living, ours=sides)
def test_whoever_stood_still_does_not_undo_the_other(base, ours):
    once = merge_comments(ours, ours, ours).text  # an erased one takes its older copies with it
    assert {*merge_comments(base, ours, base).text.splitlines()} == {*once.splitlines()}
    assert {*merge_comments(base, base, ours).text.splitlines()} == {*once.splitlines()}


@given(base=sides, ours=sides, theirs=sides)
def test_from_either_side_the_same_lines_are_there(base, ours, theirs):
    here, there = merge_comments(base, ours, theirs), merge_comments(base, theirs, ours)
    assert {*here.text.splitlines()} == {*there.text.splitlines()}


def test_the_names_of_columns_are_ours_also_where_there_was_no_file_before():
    ours, theirs = "comment,issue\ns1.1,few\n", "comentario,tema\ns2.1,few\n"
    assert merge_links("", ours, theirs).text == "comment,issue\ns1.1,few\ns2.1,few\n"
    assert merge_links("c,i\n", ours, theirs).text == "comment,issue\ns1.1,few\ns2.1,few\n"
    assert merge_links("c,i\n", "", theirs).text == "comentario,tema\ns2.1,few\n"
