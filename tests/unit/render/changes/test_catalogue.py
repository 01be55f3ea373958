"""Every word is there in every language."""

import re

import pytest

from lacplan.diff.change import Class, Kind
from lacplan.diff.chart import Fate
from lacplan.model.fields import INDICATOR, ITEM, PLAN
from lacplan.render.catalogue import LANGUAGES
from lacplan.render.changes.catalogue import _COUNTS, _WORDS, Words

each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_language
def test_every_field_has_a_name(language):
    words = Words(language)
    for record in (PLAN, ITEM, INDICATOR):
        for field in record.fields:
            assert words.field(field.key)[0].isupper()


def test_a_field_of_the_drafts_own_stands_for_itself():
    assert Words("es").field("x-cost") == "x-cost"


@each_language
def test_every_kind_class_and_fate_has_a_word(language):
    words = Words(language)
    for counted in (*Kind, *Class, "change"):
        assert words.count(counted, 1).startswith("1 ")
        assert words.count(counted, 2).startswith("2 ")
    assert all(map(words.fate, Fate))


@pytest.mark.parametrize("key", _WORDS)
def test_a_sentence_has_the_same_gaps_in_every_language(key):
    assert len(_WORDS[key]) == len(LANGUAGES)
    assert len({len(re.findall("{}", each)) for each in _WORDS[key]}) == 1


@pytest.mark.parametrize("key", _COUNTS)
def test_a_count_has_one_gap_in_every_language(key):
    assert len(_COUNTS[key]) == len(LANGUAGES)
    assert all(form.count("{}") == 1 for forms in _COUNTS[key] for form in forms)


def test_a_language_without_a_catalogue_falls_back_to_english():
    assert Words("sw")["editorial"] == "Editorial changes"


@pytest.mark.parametrize(
    ("texts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a y b"), (["a", "b", "c"], "a, b y c")],
)
def test_a_list_is_said_as_people_say_it(texts, said):
    assert Words("es").joined(texts) == said
