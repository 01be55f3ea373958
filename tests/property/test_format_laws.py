"""What holds of the canonical layout, over texts in all the styles that YAML has."""

import os
from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from trees import says
from yaml_texts import NAMES, Writer

from lacplan.diff.compare import diff
from lacplan.document.comments import comments
from lacplan.document.parse import parse
from lacplan.document.tree import Document, unparse
from lacplan.edit.format import formatted, obstacle
from lacplan.edit.spelling import by_sentence
from lacplan.model.companions import EVERY_KIND
from lacplan.model.decode import decode, decode_record
from lacplan.model.fields import INDICATOR, ITEM, PLAN
from lacplan.model.types import Record

each = settings(max_examples=5000 if os.environ.get("LACPLAN_LONG") else 150, deadline=None)
seeds = st.integers(0, 2**32)

FIELDS = (*PLAN.by_key, *ITEM.by_key, *INDICATOR.by_key, "areas", "objectives", "x-a")


def drafts(seed: int) -> list[Document]:
    """Return a draft of the format's own fields, and one of mostly unknown ones."""
    found = []
    for names in (FIELDS, NAMES):
        random = Random(seed)
        text = Writer(random, size=random.choice([2, 4, 8, 16, 40]), names=names).text()
        document = parse(text)
        if obstacle(document) is None and decode(document).plan is not None:
            found.append(document)
    return found


def companions(seed: int) -> list[tuple[Document, Record]]:
    """Return a file of each kind that lies beside a plan, of its own fields."""
    found = []
    for kind in EVERY_KIND:
        random = Random(f"{seed} {kind.name}")
        names = tuple(key for record in kind.records for key in record.by_key)
        text = Writer(random, size=random.choice([2, 4, 8, 16]), names=(*names, "x-a")).text()
        document = parse(text)
        if obstacle(document) is None and decode_record(document, kind.record).value is not None:
            found.append((document, kind.record))
    return found


def unordered(said: object) -> object:
    """Return what `says` returns, with the entries of each mapping in an order of their own."""
    match said:
        case list():
            found = [unordered(one) for one in said]
            is_mapping = any(isinstance(one, tuple) for one in said)
            return sorted(found, key=repr) if is_mapping else found
        case (key, value):
            return (repr(unordered(key)), unordered(value))
        case _:
            return said


@each
@given(seed=seeds)
def test_formatting_twice_is_formatting_once(seed: int) -> None:
    for document in drafts(seed):
        once = formatted(document)
        assert unparse(formatted(parse(unparse(once)))) == unparse(once)


@each
@given(seed=seeds)
def test_it_says_the_same_and_there_is_nothing_to_tell(seed: int) -> None:
    for document in drafts(seed):
        before, after = decode(document), decode(formatted(document))
        assert after.plan == before.plan
        assert after.plan is not None
        assert before.plan is not None
        assert diff(before.plan, after.plan).changes == ()


@each
@given(seed=seeds)
def test_every_value_and_every_comment_survives(seed: int) -> None:
    for document in drafts(seed):
        after = formatted(document)
        assert unordered(says(document.root)) == unordered(says(after.root))
        kept = [Counter(each.text.rstrip() for each in comments(one)) for one in (document, after)]
        assert kept[0] == kept[1]


@each
@given(seed=seeds)
def test_of_what_lies_beside_a_plan_every_value_and_every_comment_survives(seed: int) -> None:
    for document, record in companions(seed):
        after = formatted(document, record)
        assert formatted(parse(unparse(after)), record).text == after.text
        assert decode_record(after, record).value == decode_record(document, record).value
        assert unordered(says(document.root)) == unordered(says(after.root))
        kept = [Counter(each.text.rstrip() for each in comments(one)) for one in (document, after)]
        assert kept[0] == kept[1]


@each
@given(
    words=st.lists(
        st.sampled_from(["A", "b.", "c!", "«", "»", "?", "1.", "Sr.", "計画。", "-", "#"])
    )
)
def test_lines_of_sentences_are_the_text_again(words: list[str]) -> None:
    text = " ".join(words) or "x"
    lines = by_sentence(text, 40)
    assert " ".join(lines) == text
    assert all(line == line.strip() for line in lines)
