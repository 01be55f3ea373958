import pytest

from lacplan.diff.tokens import sentences, tokens

WHOLE = {
    "a word with an apostrophe": "l’État",
    "a word with a straight apostrophe": "qu'une",
    "a word with a hyphen": "e-mail",
    "a word with combining marks": "e\u0301tat",
    "a name with a number": "COVID-19",
    "a code": "4.3.1",
    "a code with a letter": "A.4.2",
    "a decimal": "1.5",
    "a decimal with a comma": "1,5",
    "a decimal without its zero": ".5",
    "thousands": "1,000,000",
    "thousands set apart by no-break spaces": "1\u00a0000\u202f000",
    "thousands set apart by spaces": "1 000 000,50",
    "thousands in Switzerland": "1’000",
    "a negative number": "-5",
    "a negative number with a minus": "−5",
    "a percentage": "50%",
    "an amount": "US$5,000.00",
    "an amount with its sign behind": "5€",
    "a date": "2014-08-31",
    "a month": "2014-08",
    "a time": "10:30",
    "an ordinal": "5º",
    "Arabic digits": "٥٫٥٪",
    "an abbreviation": "e.g.",
    "an abbreviated country": "EE.UU.",
    "a link": "https://icann.org/a_(b)?x=1&y=2#z",
    "a link without its scheme": "www.icann.org",
    "a domain": "icann.org",
    "a mail address": "lac.plan@icann.org",
    "an Arabic word with its vowels": "كِتَابٌ",
    "a Hebrew word with its points": "שָׁלוֹם",
    "a Catalan word": "col·lecció",
    "a family of one glyph": "👩\u200d👩\u200d👧",
    "a flag": "🇦🇷",
}
APART = {
    "years of a period": ("2013-2016", ["2013", "-", "2016"]),
    "years of a period with a dash": ("2013–2016", ["2013", "–", "2016"]),
    "a year and a count": ("2013 100", ["2013", " ", "100"]),
    "a full stop after a number": ("in 2014.", ["in", " ", "2014", "."]),
    "punctuation": ("(a), b!?", ["(", "a", ")", ",", " ", "b", "!", "?"]),
    "punctuation after a link": ("(https://a.b/c).", ["(", "https://a.b/c", ")", "."]),
    "a comparison": ("<5", ["<", "5"]),
    "alternatives": ("and/or", ["and", "/", "or"]),
    "emphasis": ("_so_ **so**", ["_", "so", "_", " ", "*", "*", "so", "*", "*"]),
    "white space": ("a \n\tb", ["a", " \n\t", "b"]),
    "Chinese": ("有5%的人。", ["有", "5%", "的", "人", "。"]),
    "Japanese": ("テストが", ["テ", "ス", "ト", "が"]),
    "Thai, with marks on their letters": ("ที่นี่", ["ที่", "นี่"]),
}
ONE = [
    "It ends in 2014.",
    "See art. 5 and fig. 3.",
    "Goal 4.3.1 is met, e.g. by training.",
    "Dr. Smith met J. B. Postel.",
    "El Sr. Pérez (p. ej.) vino.",
    "Véase el n.º 5.",
    "It grew by 1.5 % to 3.5 %.",
    "OK... then.",
    "Read https://icann.org/a.b?c first.",
    "He asked “why?” and left.",
    "1. First item.",
]
SEVERAL = {
    "en": ["One. ", "Two? ", "Three! ", "“Four.” ", "Five"],
    "es": ["¿Qué es? ", "¡Esto! ", "Nada más… ", "¿Y EE.UU. también? ", "Sí."],
    "pt": ["O plano não muda. ", "A Sra. Silva o disse em 2014. ", "É tudo."],
    "fr": ["Il coûte 1,5 M€. ", "M. Dupont dit : « Oui. » ", "Puis non."],
    "ar": ["هل هذا؟ ", "نعم۔ ", "هذا د. أحمد. ", "ثم."],
    "zh": ["这是第一句。", "这是“第二句！”", "第三？", "完"],
    "ja": ["これは計画です。", "毎年見直す！", "終わり。"],
    "a blank line": ["No stop\n\n", "Next"],
    "a list": ["Intro:\n", "- one\n", "- two\n", "3. three. ", "Still three\n", "4) four"],
    "lines of one sentence": ["wrapped\nline. ", "Next"],
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_it_is_one_token_even_in_a_sentence(text: str) -> None:
    assert [*tokens(text)] == [text]
    assert text in tokens(f"See {text}, or not.")


@pytest.mark.parametrize(("text", "expected"), APART.values(), ids=APART)
def test_it_is_several_tokens(text: str, expected: list[str]) -> None:
    assert [*tokens(text)] == expected


@pytest.mark.parametrize("text", ONE)
def test_it_is_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("expected", SEVERAL.values(), ids=SEVERAL)
def test_it_is_several_sentences(expected: list[str]) -> None:
    assert sentences("".join(expected)) == expected


def test_nothing_has_no_tokens_and_no_sentences() -> None:
    assert [*tokens("")] == sentences("") == []
