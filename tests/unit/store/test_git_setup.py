"""What is written into ``.gitattributes`` can be taken out again to the last byte."""

from hypothesis import given
from hypothesis import strategies as st

from lacplan.store.git_setup import _own_lines, _with, _without

LINES = st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=20)
OTHERS = st.lists(LINES | st.just("*.md text\r"), max_size=5).map("\n".join)
PATTERNS = st.sampled_from(["/drafts/*.yaml", "/a/*.yaml", '"/a b/*/plan.yaml"', '"/q\\"/*.yaml"'])
OURS = st.dictionaries(
    PATTERNS, st.sampled_from(["diff=lacplan", "diff=lacplan merge=lacplan"]), min_size=1
)


@given(OTHERS, OURS)
def test_what_was_added_is_taken_out_to_the_last_byte(text, ours):
    assert _without(_with(text, ours)) == text


@given(OTHERS, OURS, OURS)
def test_adding_again_changes_nothing_and_the_newest_word_counts(text, first, second):
    once = _with(_with(text, first), second)
    assert _own_lines(once) == first | second
    assert _with(once, second) == once
    assert _without(once) == text
