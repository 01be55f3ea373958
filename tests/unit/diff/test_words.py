"""What a reader sees of an edit. Deleted words stand as [-so-], and added ones as {+so+}."""

import pytest

from lacplan.diff.change import Mark, Run
from lacplan.diff.words import carried, likeness, lost, words

_FORMS = {Mark.KEPT: "{}", Mark.DELETED: "[-{}-]", Mark.ADDED: "{{+{}+}}"}


def told(runs: tuple[Run, ...]) -> str:
    return "".join(_FORMS[run.mark].format(run.text) for run in runs)


EDITS = {
    "a word": (
        "Capacity building for final users",
        "Capacity building for end users",
        "Capacity building for [-final-]{+end+} users",
    ),
    "a number is replaced as a whole": (
        "The target is 50% of registrars by 2015-08.",
        "The target is 60% of registrars by 2016-08.",
        "The target is [-50%-]{+60%+} of registrars by [-2015-08-]{+2016-08+}.",
    ),
    "an amount is replaced as a whole": (
        "The budget is US$ 1,500,000 for the four years.",
        "The budget is US$ 1,750,000 for the three years.",
        "The budget is US$ [-1,500,000-]{+1,750,000+} for the [-four-]{+three+} years.",
    ),
    "a link is replaced as a whole": (
        "See https://icann.org/a for details.",
        "See https://icann.org/b for details.",
        "See [-https://icann.org/a-]{+https://icann.org/b+} for details.",
    ),
    "a negation": ("Members may vote.", "Members may not vote.", "Members may {+not +}vote."),
    "a phrase": (
        "Corporations and organizations of the region are to be encouraged to take part.",
        "Corporations, small businesses and other organizations of the region should be encouraged "
        "to take an active part in ICANN.",
        "Corporations{+, small businesses+} and {+other +}organizations of the region "
        "[-are to-]{+should+} be encouraged to take {+an active +}part{+ in ICANN+}.",
    ),
    "an element of a list": (
        "The plan covers training, outreach and research.",
        "The plan covers training, outreach, translation and research.",
        "The plan covers training, outreach{+, translation+} and research.",
    ),
    "an element before a comma goes with its own comma": (
        "Train operators, universities.",
        "Train operators, registrars, universities.",
        "Train operators, {+registrars, +}universities.",
    ),
    "a whole phrase at the beginning, rather than two halves": (
        "the dog sleeps",
        "the cat the dog sleeps",
        "{+the cat +}the dog sleeps",
    ),
    "a whole phrase inside": (
        "I saw the dog.",
        "I saw the cat the dog.",
        "I saw {+the cat +}the dog.",
    ),
    "a whole phrase at the end": (
        "Implement it.",
        "Implement it and evaluate it.",
        "Implement it{+ and evaluate it+}.",
    ),
    "what was kept by chance goes with the changes around it": (
        "The first draft of the report is due.",
        "The first yearly summary for the steering committee is due.",
        "The first [-draft of the report-]{+yearly summary for the steering committee+} is due.",
    ),
    "a shuffled list": (
        "Governments, business, civil society and academia",
        "Civil society, academia, business and governments",
        "[-Governments, business, civil society and academia-]"
        "{+Civil society, academia, business and governments+}",
    ),
    "punctuation": ("as agreed, is final", "as agreed is final", "as agreed[-,-] is final"),
    "another title altogether": (
        "Creation of an observatory",
        "Observatory of registrars",
        "[-Creation of an observatory-]{+Observatory of registrars+}",
    ),
}
SENTENCES = {
    "added": (
        "The group meets twice a year. Members vote by mail.",
        "The group meets twice a year. It reports to the council. Members vote by mail.",
        "The group meets twice a year. {+It reports to the council. +}Members vote by mail.",
    ),
    "added at the end": ("One stays.", "One stays. Two is new.", "One stays.{+ Two is new.+}"),
    "dropped": (
        "Old things go. New things stay.",
        "New things stay.",
        "[-Old things go. -]New things stay.",
    ),
    "added between two that begin alike": (
        "ICANN will work with governments. ICANN will work with civil society.",
        "ICANN will work with governments. ICANN will work with business. "
        "ICANN will work with civil society.",
        "ICANN will work with governments. {+ICANN will work with business. +}"
        "ICANN will work with civil society.",
    ),
    "moved": (
        "The group meets twice a year. It reports to the council. Members vote by mail.",
        "It reports to the council. Members vote by mail. The group meets twice a year.",
        "[-The group meets twice a year. -]It reports to the council. Members vote by mail."
        "{+ The group meets twice a year.+}",
    ),
    "replaced by one that is unlike it": (
        "We will hold a workshop in each country.",
        "A regional meeting is planned instead.",
        "[-We will hold a workshop in each country.-]{+A regional meeting is planned instead.+}",
    ),
    "replaced by one with a few of its words": (
        "Hold a workshop in each country.",
        "Publish a report for each member.",
        "[-Hold a workshop in each country.-]{+Publish a report for each member.+}",
    ),
    "edited, beside one that was added": (
        "Promote the use of IDNs. The project will run until 2015.",
        "Promote the use of IDNs in many languages. A jury chooses pilots. "
        "The project will run until 2016.",
        "Promote the use of IDNs{+ in many languages+}. {+A jury chooses pilots. +}"
        "The project will run until [-2015-]{+2016+}.",
    ),
    "split in two": (
        "The group reviews the plan every year and publishes the result on its site.",
        "The group reviews the plan every year. It publishes the result on its site.",
        "The group reviews the plan every year[- and-]{+. It+} publishes the result on its site.",
    ),
    "two joined to one": (
        "Members are not paid. The secretariat covers travel.",
        "Members are not paid, but the secretariat covers their travel.",
        "Members are not paid[-. The-]{+, but the+} secretariat covers {+their +}travel.",
    ),
}
PARAGRAPHS = {
    "dropped": ("One.\n\nTwo goes.\n\nThree.", "One.\n\nThree.", "One.\n\n[-Two goes.\n\n-]Three."),
    "added": (
        "A small industry.\n\nIt needs help.",
        "A small but growing industry.\n\nA study showed it.\n\nIt needs help.",
        "A small {+but growing +}industry.\n\n{+A study showed it.\n\n+}It needs help.",
    ),
    "two are told as two runs": ("", "New text.\n\nAnd more.", "{+New text.\n\n+}{+And more.+}"),
    "two replaced are told in turn": (
        "Alpha beta gamma.\n\nOld words stood here.",
        "Totally new things.\n\nAnother thought replaces it.",
        "[-Alpha beta gamma.-]{+Totally new things.+}\n\n"
        "[-Old words stood here.-]{+Another thought replaces it.+}",
    ),
    "broken in two": (
        "One here. Two there.",
        "One here.\n\nTwo there.",
        "One here.[- -]{+\n\n+}Two there.",
    ),
    "items of a list": (
        "- build a portal\n- train registrars\n- report yearly",
        "- build a portal\n- train registrars and registries\n- hold a summit\n- report yearly",
        "- build a portal\n- train registrars{+ and registries+}\n{+- hold a summit\n+}"
        "- report yearly",
    ),
}
LANGUAGES = {
    "es": (
        "El grupo se reunirá dos veces al año. Podrá invitar a expertos.",
        "El grupo se reunirá cuatro veces al año y deberá invitar a expertos.",
        "El grupo se reunirá [-dos-]{+cuatro+} veces al año[-. Podrá-]{+ y deberá+} "
        "invitar a expertos.",
    ),
    "pt": (
        "O plano não prevê recursos para a tradução dos documentos.",
        "O plano prevê recursos para a tradução e a interpretação dos documentos.",
        "O plano [-não -]prevê recursos para a tradução {+e a interpretação +}dos documentos.",
    ),
    "fr": (
        "Le groupe se réunit deux fois par an à l’initiative de l’État hôte.",
        "Le groupe se réunit trois fois par an, à l’initiative du pays hôte.",
        "Le groupe se réunit [-deux-]{+trois+} fois par an{+,+} à l’initiative "
        "[-de l’État-]{+du pays+} hôte.",
    ),
    "ar": (
        "تجتمع المجموعة مرتين في السنة، وتقدم تقريرها إلى المجلس.",
        "تجتمع المجموعة أربع مرات في السنة، وتقدم تقريرها إلى المجلس والجمهور.",
        "تجتمع المجموعة [-مرتين-]{+أربع مرات+} في السنة، وتقدم تقريرها إلى المجلس{+ والجمهور+}.",
    ),
    "zh": (
        "工作组每年召开两次会议。成员必须参加会议。",
        "工作组每年召开四次会议。成员可以参加会议并投票。",
        "工作组每年召开[-两-]{+四+}次会议。成员[-必须-]{+可以+}参加会议{+并投票+}。",
    ),
    "ja": (
        "地域の組織との連携を強化する。",
        "地域の政府機関との連携をさらに強化する。",
        "地域の[-組織-]{+政府機関+}との連携を{+さらに+}強化する。",
    ),
    "th": (
        "แผนนี้สนับสนุนความปลอดภัยของระบบ",
        "แผนนี้ส่งเสริมความปลอดภัยของระบบ",
        "แผนนี้[-สนับสนุน-]{+ส่งเสริม+}ความปลอดภัยของระบบ",
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), EDITS.values(), ids=EDITS)
def test_an_edit_reads_well(old: str, new: str, expected: str) -> None:
    assert told(words(old, new)) == expected


@pytest.mark.parametrize(("old", "new", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_is_told_as_a_sentence(old: str, new: str, expected: str) -> None:
    assert told(words(old, new)) == expected


@pytest.mark.parametrize(("old", "new", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_a_change_ends_at_a_blank_line(old: str, new: str, expected: str) -> None:
    assert told(words(old, new)) == expected


@pytest.mark.parametrize(("old", "new", "expected"), LANGUAGES.values(), ids=LANGUAGES)
def test_other_languages_read_as_well(old: str, new: str, expected: str) -> None:
    assert told(words(old, new)) == expected


def test_wrapping_lines_anew_is_no_change_and_has_the_new_lines() -> None:
    assert words("one two\nthree  four\n", "one\ntwo three four") == (
        Run(Mark.KEPT, "one\ntwo three four"),
    )


def test_of_two_words_that_changed_places_the_same_one_is_kept_both_ways() -> None:
    assert told(words("yearly train", "train yearly")) == "{+train +}yearly[- train-]"
    assert told(words("train yearly", "yearly train")) == "[-train -]yearly{+ train+}"


def test_nothing_became_nothing() -> None:
    assert words("", "") == ()


def test_two_long_texts_of_one_sentence_each_are_told_as_a_whole() -> None:
    old = " ".join(f"a{k}" for k in range(5000))
    new = " ".join(f"a{k if k % 2 else -k}" for k in range(5000))
    assert [run.mark for run in words(old, new)] == [
        Mark.KEPT,
        Mark.DELETED,
        Mark.ADDED,
        Mark.KEPT,
    ]


CARRIED = (
    "Train registrars. Report yearly. Raise awareness of domain names through campaigns in schools."
)


def test_a_sentence_and_a_phrase_of_five_words_are_carried_over() -> None:
    new = "REPORT\nyearly. Then run campaigns. Awareness of domain names through posters."
    assert told(carried([CARRIED], new)) == (
        "REPORT\nyearly. {+Then run campaigns. +}Awareness of domain names through {+posters.+}"
    )


def test_a_phrase_of_four_words_is_not_carried_over() -> None:
    assert told(carried([CARRIED], "Awareness of domain names")) == "{+Awareness of domain names+}"


def test_what_no_heir_has_is_lost() -> None:
    heirs = ["Report yearly.", "Raise awareness of domain names through posters."]
    assert told(lost(CARRIED, heirs)) == (
        "[-Train registrars. -]Report yearly. Raise awareness of domain names through "
        "[-campaigns in schools.-]"
    )


def test_two_letters_of_chinese_count_as_a_word_that_is_carried_over() -> None:
    source = "本计划支持该地区的域名系统安全。"
    assert told(carried([source], "本计划支持该地区的域名系统安全与稳定。")) == (
        "本计划支持该地区的域名系统安全{+与稳定。+}"
    )
    assert told(carried([source], "域名系统安全")) == "{+域名系统安全+}"


def test_nothing_is_carried_over_from_nothing() -> None:
    assert told(carried([], "New.\n\nText.")) == "{+New.\n\n+}{+Text.+}"
    assert carried(["Old."], "") == ()
    assert told(lost("Old.", [])) == "[-Old.-]"


def test_likeness_is_of_words_in_any_order_and_case() -> None:
    assert likeness("Train the registrars", "the registrars train") == 1
    assert likeness("Train the registrars", "Hold a summit") == 0
    assert 0 < likeness("Train the registrars", "Train universities") < 1
