import pytest

from lacplan.diff.change import Class, Weight
from lacplan.diff.weigh import weigh_list, weigh_text

EDITORIAL = [
    ("The plan, as agreed.", "The plan as agreed", "punctuation"),
    ("She said “yes”", 'She said "yes"', "punctuation"),
    ("*bold* move", "bold move", "punctuation"),
    ("an e-mail", "an email", "punctuation"),
    ("the 5 - 10 best", "the 5–10 best", "punctuation"),
    ("-5 degrees", "−5 degrees", "punctuation"),
    ("l'État", "l’État", "punctuation"),
    ("see icann.org.", "see icann.org", "punctuation"),
    ("参加会议。", "参加会议", "punctuation"),
    ("¿Qué?", "Qué?", "punctuation"),
    ("n.º 5", "nº 5", "punctuation"),
    ("in May", "in may", "case"),
    ("IPV6", "IPv6", "case"),
    ("solo", "sólo", "accents"),
    ("façade", "facade", "accents"),
    ("São Paulo", "Sao Paulo", "accents"),
    ("über", "uber", "accents"),
    ("كِتَاب", "كتاب", "accents"),
    ("Organización", "organizacion", "case and accents"),
    ("The Plan, à jour.", "the plan a jour", "case, accents and punctuation"),
    ("a b", "a  b\n", "white space"),
    ("A 5.\n\nB.", "A 5. B.", "white space"),
    ("cannot", "can not", "white space"),
    ("multi stakeholder", "multistakeholder", "white space"),
    ("50%", "50 %", "white space"),
    ("1 000", "1\u00a0000", "white space"),
    ("café", "cafe\u0301", "encoding"),
    ("the same", "the same", "nothing changed"),
    (None, "", "nothing changed"),
]
NUMBER = "a number changed"
BINDS = "a word that binds or negates changed"
WORDED = "words changed"
LINKED = "a link changed"
SUBSTANTIVE = [
    # numbers, and what belongs to them
    ("15", "1.5", NUMBER),
    ("-5", "5", NUMBER),
    ("+5", "5", NUMBER),
    ("50%", "50", NUMBER),
    ("50%", "50‰", NUMBER),
    ("<5", ">5", NUMBER),
    ("≤5", "<5", NUMBER),
    ("$5", "€5", NUMBER),
    ("1,000", "1.000", NUMBER),
    ("1 000", "1000", NUMBER),
    ("4.3.1", "4.3.2", NUMBER),
    ("10:30", "1030", NUMBER),
    ("2014-08-31", "2014-08-30", NUMBER),
    ("2013-2016", "2013, 2016", NUMBER),
    ("5-10", "5 -10", NUMBER),
    ("IPv4", "IPv6", NUMBER),
    ("G20", "G8", NUMBER),
    ("المادة ٥", "المادة ٦", NUMBER),
    ("有5%的人", "有6%的人", NUMBER),
    ("5 goals and 6 aims", "6 goals and 5 aims", NUMBER),
    ("5 goals must stand", "6 goals may stand", NUMBER),
    # words that bind or negate
    ("You must go", "You may go", BINDS),
    ("You must go", "You must not go", BINDS),
    ("Members vote", "Only members vote", BINDS),
    ("They cannot vote", "They can vote", BINDS),
    ("They can't vote", "They can vote", BINDS),
    ("They didn’t vote", "They did vote", BINDS),
    ("may be", "maybe", BINDS),
    ("not able", "notable", BINDS),
    ("A must go, B may go", "A may go, B must go", BINDS),
    ("El grupo deberá votar", "El grupo podrá votar", BINDS),
    ("Se votará", "No se votará", BINDS),
    ("con excepción", "sin excepción", BINDS),
    ("Os membros devem votar", "Os membros podem votar", BINDS),
    ("O plano prevê", "O plano não prevê", BINDS),
    ("Il ne peut pas voter", "Il peut voter", BINDS),
    ("Il n’est jamais là", "Il est là", BINDS),
    ("Il n’a voix", "Il a voix", BINDS),
    ("يجب الحضور", "يمكن الحضور", BINDS),
    ("هذا ولا ذاك", "هذا أو ذاك", BINDS),
    ("وهو يعمل", "وهو لا يعمل", BINDS),
    ("必须参加", "可以参加", BINDS),
    ("参加", "不参加", BINDS),
    ("参加できる", "参加すべき", BINDS),
    # sentences
    ("Train them.", "Train them. Pay them.", "a sentence was added"),
    ("Train them.", "Train them. They must be paid 5.", "a sentence was added"),
    ("Train them.\n\nPay them.", "Train them.", "a sentence was dropped"),
    ("Train them. Pay them.", "Pay them. Train them.", "a sentence was moved"),
    ("这是计划。", "这是计划。请参加。", "a sentence was added"),
    # all or nothing
    (None, "Some 5 words", "text added"),
    (" ", "Some words", "text added"),
    ("Some words", "", "text removed"),
    # links
    ("see https://a.org/C", "see https://a.org/c", LINKED),
    ("see https://a.org/b", "see https://a.org/b/", LINKED),
    ("see icann.org", "see icannorg", LINKED),
    ("write to a@b.org", "write to a@B.org", LINKED),
    # anything else
    ("el ano", "el año", WORDED),
    ("Åland", "Aland", WORDED),
    ("Growth", "Growth and jobs", WORDED),
    ("this and/or that", "this and or that", WORDED),
    ("R&D", "RD", WORDED),
    ("कि", "की", WORDED),
    ("नन", "नं", WORDED),
    ("กา", "กี", WORDED),
    ("ばす", "はす", WORDED),
    ("נשׁ", "נשׂ", WORDED),
    ("أن", "ان", WORDED),
    ("йод", "иод", WORDED),
    ("ό", "ο", WORDED),
]
LISTS = [
    ([], [], Class.EDITORIAL, "nothing changed"),
    (["a", "b"], ["b", "a"], Class.EDITORIAL, "order"),
    (["Train them", "Pay"], ["Pay.", "Train them"], Class.EDITORIAL, "order and punctuation"),
    (["Train them"], ["train them."], Class.EDITORIAL, "case and punctuation"),
    (["a", "b"], ["a", "b", "c"], Class.SUBSTANTIVE, "text added"),
    (["a", "b"], ["b"], Class.SUBSTANTIVE, "text removed"),
    (["a", "a"], ["a"], Class.SUBSTANTIVE, "text removed"),
    (["x", "Train 5 experts"], ["Train 6 experts", "x"], Class.SUBSTANTIVE, NUMBER),
    (["Train experts", "Pay 5"], ["Train them", "Pay 6"], Class.SUBSTANTIVE, NUMBER),
    (["Train 5", "A portal"], ["A portal, too", "Train 5 too"], Class.SUBSTANTIVE, WORDED),
    (["Peru", "Chile"], ["Cuba", "Haiti"], Class.SUBSTANTIVE, WORDED),
]


@pytest.mark.parametrize(("old", "new", "why"), EDITORIAL)
def test_it_is_editorial_both_ways(old: str | None, new: str | None, why: str) -> None:
    assert weigh_text(old, new) == weigh_text(new, old) == Weight(Class.EDITORIAL, why)


@pytest.mark.parametrize(("old", "new", "why"), SUBSTANTIVE)
def test_it_is_substantive_both_ways(old: str | None, new: str | None, why: str) -> None:
    turned = {
        "a sentence was added": "a sentence was dropped",
        "a sentence was dropped": "a sentence was added",
        "text added": "text removed",
        "text removed": "text added",
    }
    assert weigh_text(old, new) == Weight(Class.SUBSTANTIVE, why)
    assert weigh_text(new, old) == Weight(Class.SUBSTANTIVE, turned.get(why, why))


@pytest.mark.parametrize(("old", "new", "cls", "why"), LISTS)
def test_a_list_weighs_as_much_as_its_heaviest_change(
    old: list[str], new: list[str], cls: Class, why: str
) -> None:
    assert weigh_list(old, new) == Weight(cls, why)


def test_of_long_lists_what_is_left_over_is_paired_by_position() -> None:
    old = [f"alpha {chr(97 + k)}x" for k in range(25)]
    new = [f"beta {chr(97 + k)}y" for k in range(25)]
    assert weigh_list(old, new) == Weight(Class.SUBSTANTIVE, WORDED)
