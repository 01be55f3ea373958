"""What holds of every comparison of words."""

import os
import re
import subprocess
import sys
from itertools import accumulate, groupby, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from lacplan.diff.change import Class, Mark, Run
from lacplan.diff.tokens import sentences, tokens
from lacplan.diff.weigh import weigh_list, weigh_text
from lacplan.diff.words import carried, lost, words, words_among

each = settings(max_examples=5000 if os.environ.get("LACPLAN_LONG") else 60, deadline=None)

_PIECES = [
    *(
        "a",
        "the",
        "The",
        "dog",
        "Cat",
        "and",
        "of",
        "must",
        "not",
        "registrars",
        "l’État",
        "e-mail",
    ),
    *("-5", "1.5", "1 000", "50%", "$", "<", "2013-2016", "e.g.", "art.", "https://a.b/c"),
    *(",", ".", "?", "¿", "»", "(", ")", "字", "中", "。", "ไม่", "لا", "e\u0301", "\u200f", "👍🏽"),
    *("\n", "\n\n", "\n- ", "  ", "\t\n \n", "\u00a0"),
]
pieces = st.lists(st.sampled_from(_PIECES), max_size=20)


@st.composite
def texts(draw: st.DrawFn) -> str:
    return draw(st.sampled_from([" ", " ", ""])).join(draw(pieces))


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, str]:
    """Return a text, and another that shares much of it."""
    old = draw(pieces)
    new = [*old]
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(new)))
        new[at : at + draw(st.integers(0, 3))] = draw(
            st.lists(st.sampled_from(_PIECES), max_size=4)
        )
    joint = draw(st.sampled_from([" ", " ", ""]))
    return joint.join(old), joint.join(new)


def without(mark: Mark, runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs if run.mark is not mark)


def plainly_spaced(text: str) -> str:
    """Return *text* with one space, or one blank line, for each run of white space in it."""
    return re.sub(r"\s+", lambda m: "\n\n" if m[0].count("\n") > 1 else " ", text)


def told(runs: tuple[Run, ...]) -> list[tuple[Mark, str]]:
    """Return what *runs* tell, in whatever white space."""
    return [(run.mark, plainly_spaced(run.text)) for run in runs]


def turned(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return *runs* with deleted and added exchanged, and what is deleted before what is added."""
    marks = {
        Mark.KEPT: Mark.KEPT,
        Mark.DELETED: Mark.ADDED,
        Mark.ADDED: Mark.DELETED,
    }
    exchanged = [Run(marks[run.mark], run.text) for run in runs]
    sorted_runs: list[Run] = []
    for _, group in groupby(exchanged, lambda run: run.mark is Mark.KEPT):
        sorted_runs += sorted(group, key=lambda run: run.mark is Mark.ADDED)
    return tuple(sorted_runs)


@each
@given(text=texts())
def test_the_tokens_and_the_sentences_of_a_text_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text
    assert "".join(sentences(text)) == text
    assert all([*tokens(text), *sentences(text)])


@each
@given(text=st.text())
def test_the_tokens_and_the_sentences_of_any_characters_are_these(text: str) -> None:
    assert "".join(tokens(text)) == text
    assert "".join(sentences(text)) == text


@each
@given(edit=edits())
def test_kept_and_added_are_the_new_text(edit: tuple[str, str]) -> None:
    assert without(Mark.DELETED, words(*edit)) == edit[1]


@each
@given(edit=edits())
def test_kept_and_deleted_are_the_old_text_but_for_white_space(edit: tuple[str, str]) -> None:
    was = without(Mark.ADDED, words(*edit))
    assert plainly_spaced(was).strip() == plainly_spaced(edit[0]).strip()


@each
@given(edit=edits())
def test_kept_and_deleted_are_the_old_text_where_white_space_is_plain(
    edit: tuple[str, str],
) -> None:
    old, new = (plainly_spaced(text).strip() for text in edit)
    assert without(Mark.ADDED, words(old, new)) == old


@each
@given(edit=edits())
def test_backwards_deleted_and_added_are_exchanged(edit: tuple[str, str]) -> None:
    old, new = (text.strip() for text in edit)
    assert told(words(new, old)) == told(turned(words(old, new)))


@each
@given(text=texts())
def test_a_text_is_kept_by_itself_in_one_run(text: str) -> None:
    assert words(text, text) == ((Run(Mark.KEPT, text),) if text else ())


@each
@given(text=texts())
def test_other_white_space_between_the_words_is_no_change(text: str) -> None:
    wrapped = re.sub(r"\s+", lambda m: m[0] if m[0].count("\n") > 1 else "\n", text)
    assert all(run.mark is Mark.KEPT for run in words(text, wrapped))


@each
@given(edit=edits())
def test_no_run_is_empty_and_none_could_be_joined_with_the_next(edit: tuple[str, str]) -> None:
    runs = words(*edit)
    assert all(run.text for run in runs)
    for run, following in pairwise(runs):
        split = run.mark is not Mark.KEPT and run.text[len(run.text.rstrip()) :].count("\n") > 1
        assert run.mark is not following.mark or split


@each
@given(edit=edits())
def test_what_is_deleted_stands_before_what_is_added(edit: tuple[str, str]) -> None:
    for run, following in pairwise(words(*edit)):
        assert (run.mark, following.mark) != (Mark.ADDED, Mark.DELETED)


@each
@given(edit=edits())
def test_no_change_goes_on_beyond_a_blank_line(edit: tuple[str, str]) -> None:
    for run in words(*edit):
        if run.mark is not Mark.KEPT:
            assert "\n\n" not in plainly_spaced(run.text).removesuffix("\n\n")


@each
@given(edit=edits())
def test_no_word_and_no_number_is_cut(edit: tuple[str, str]) -> None:
    old, new = (text.strip() for text in edit)
    runs = words(old, new)
    for mark in (Mark.ADDED, Mark.DELETED):
        cuts = accumulate(len(run.text) for run in runs if run.mark is not mark)
        ends = accumulate(map(len, tokens(without(mark, runs))))
        assert {*cuts} <= {*ends}


@each
@given(edit=edits())
def test_what_is_carried_over_and_what_is_new_are_the_new_text(edit: tuple[str, str]) -> None:
    old, new = edit
    assert without(Mark.DELETED, carried([old], new)) == new
    assert without(Mark.ADDED, lost(old, [new])) == old
    assert all(run.mark is Mark.KEPT for run in carried([old, new], new))


@each
@given(edit=edits(), other=edits())
def test_what_became_of_a_text_among_others_is_the_new_text(
    edit: tuple[str, str], other: tuple[str, str]
) -> None:
    old, new = edit
    sources, heirs = [other[0]], [other[1]]
    told = words_among(old, new, sources=sources, heirs=heirs)
    assert without(Mark.DELETED, told) == new
    assert not any(run.text == "" for run in told)
    alone = words_among(old, new, sources=[], heirs=[])
    assert "".join(without(Mark.ADDED, alone).split()) == "".join(
        without(Mark.ADDED, words(old, new)).split()
    )
    taken = words_among(old, new, sources=[new], heirs=[old])
    assert all(run.mark is Mark.KEPT for run in taken if run.text.strip())


@each
@given(edit=edits())
def test_backwards_a_change_weighs_the_same(edit: tuple[str, str]) -> None:
    old, new = edit
    forth, back = weigh_text(old, new), weigh_text(new, old)
    assert forth.cls is back.cls
    if not re.search("added|dropped|removed", forth.why + back.why):
        assert forth == back


@each
@given(edit=edits())
def test_white_space_alone_is_editorial(edit: tuple[str, str]) -> None:
    if plainly_spaced(edit[0]).split() == plainly_spaced(edit[1]).split():
        assert weigh_text(*edit).cls is Class.EDITORIAL


@each
@given(edit=edits())
def test_a_list_of_one_weighs_what_its_text_does(edit: tuple[str, str]) -> None:
    assert weigh_list([edit[0]], [edit[1]]) == weigh_text(*edit)


@each
@given(
    one=st.lists(texts(), max_size=4).flatmap(
        lambda one: st.tuples(st.just(one), st.permutations(one))
    )
)
def test_another_order_of_a_list_is_editorial(one: tuple[list[str], list[str]]) -> None:
    assert weigh_list(*one).cls is Class.EDITORIAL


def test_it_does_not_depend_on_the_seed_of_hashes() -> None:
    code = (
        "from lacplan.diff.words import words;"
        "a = 'One two three four. ' * 3 + 'Five six seven. The dog. A cat. Eight nine ten.';"
        "b = 'Eight nine. ' + 'One three four two. ' * 2 + 'The cat. Five seven six. A dog ten.';"
        "print(words(a, b))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1
