from lacplan.validate.rule import FaultRule


class BidiOverride(FaultRule):
    r"""A text is read in the order in which it is stored.

    Why:
        An override shows letters in another order than they have, so that people agree to one text
        and programs keep another. (Below, \u202E turns what follows around: a reader sees LACNIC.)

    Fails:
        lead: \u202ECINCAL

    Passes:
        lead: LACNIC

    Source:
        Unicode Standard Annex 9, 2.1 to 2.5; CVE-2021-42574, “Trojan Source”.
    """

    code = "READ011"
    name = "bidi-override"
