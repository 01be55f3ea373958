"""The tables of languages and the judgement of language tags."""

import string

import pytest
from babel import Locale

from lacplan.vocab.languages import LANGUAGES, LONGEST_TAG, language_fault


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "ES-mx",
        "es-419",
        "pt-BR",
        "pap-AN",
        "zh-hant-tw",
        "sr-Latn-RS",
        "ca-valencia",
        "sl-rozaj-biske-1994",
        "de-CH-1901-u-co-phonebk",
        "en-a-bbb-u-ca-islamic-x-a-a",
        "es-x-y",
        "x-lac-draft",
        "X-1",
    ],
)
def test_a_well_formed_tag_of_known_parts_has_no_fault(tag: str) -> None:
    """In small letters or capitals, as BCP 47 says."""
    assert language_fault(tag) is None


REGIONAL = "acf arn cab cak djk gcf gcr guc gug jam kek mam miq nah nhe pap qu quz srn tzh yua"


@pytest.mark.parametrize("code", REGIONAL.split())
def test_the_languages_of_the_region_are_known(code: str) -> None:
    """Indigenous and creole, whether CLDR names them or not."""
    assert language_fault(code) is None


@pytest.mark.parametrize(
    ("tag", "named"),
    [
        ("xx", "“xx” is not a known language"),
        ("Spanish", "“Spanish” is not a known language"),
        ("spa", "“spa” is not a known language"),
        ("qaa", "“qaa” is not a known language"),
        ("u-co-phonebk", "“u” is not a known language"),
        ("es-Ltan", "“Ltan” is not a known script"),
        ("es-XX", "“XX” is not a known region"),
        ("es-420", "“420” is not a known region"),
        ("es-MEX", "“MEX” is not a script, region or variant"),
        ("zh-yue", "“yue” is not a script, region or variant"),
        ("es-MX-Latn", "“Latn” is not a script, region or variant subtag, or is out of place"),
        ("es-MX-419", "“419” is not a script, region or variant subtag, or is out of place"),
        ("es-a123", "“a123” is not a script"),
        ("sl-nedis-NEDIS", "The variant “NEDIS” is given twice"),
        ("en-a-bb-A-cc", "The extension “A” is given twice"),
        ("en-u", "Nothing follows the extension “u”"),
        ("en-u-x-y", "Nothing follows the extension “u”"),
        ("es-x", "Nothing follows the extension “x”"),
        ("x", "Nothing follows the extension “x”"),
        ("i-klingon", "“i-klingon” is a grandfathered tag"),
        ("zh-Guoyu", "“zh-Guoyu” is a grandfathered tag"),
        ("es--MX", "“es--MX” has a part that is empty"),
        ("-es", "“-es” has a part that is empty"),
        ("es-abcdefghi", "“es-abcdefghi” has a part that is empty or longer than eight"),
        ("", "letters a to z, digits and hyphens"),
        ("-", "letters a to z, digits and hyphens"),
        ("es_MX", "letters a to z, digits and hyphens"),
        (" es", "letters a to z, digits and hyphens"),
        ("es\n", "letters a to z, digits and hyphens"),
        ("es-M\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "letters a to z, digits and hyphens"),
        ("es-\N{ARABIC-INDIC DIGIT FOUR}19", "letters a to z, digits and hyphens"),
    ],
)
def test_a_fault_names_what_is_wrong(tag: str, named: str) -> None:
    """One sentence, quoting the subtag as it was written."""
    fault = language_fault(tag)
    assert fault is not None
    assert named in fault
    assert fault.endswith(".")


def test_a_tag_has_a_longest_length() -> None:
    """A tag one character longer than the longest is refused, and not quoted."""
    longest = "x" + "-abcdef1" * 7 + "-abcdef"
    assert len(longest) == LONGEST_TAG
    assert language_fault(longest) is None
    assert language_fault(longest + "g") == "A language tag has at most 64 characters."


def test_every_two_letter_language_has_a_name_in_english() -> None:
    """ISO 639-1 has 183 codes; ``sh``, which it dropped, is still in CLDR."""
    two_letters = {code for code in LANGUAGES if len(code) == 2}
    assert len(two_letters) == 184
    assert set(Locale("en").languages) >= two_letters


def test_a_language_is_two_or_three_small_letters() -> None:
    """Nothing else slipped into the table by hand."""
    assert all(
        len(code) in (2, 3) and set(code) <= set(string.ascii_lowercase) for code in LANGUAGES
    )
