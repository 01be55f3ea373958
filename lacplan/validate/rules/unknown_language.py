from lacplan.validate.rule import FaultRule


class UnknownLanguage(FaultRule):
    """The language of a plan is named by its tag.

    Why:
        Translations, hyphenation and screen readers all go by it, and none of them knows a language
        by another name.

    Fails:
        language: spanish

    Passes:
        language: es

    Source:
        BCP 47 (RFC 5646).
    """

    code = "FORM011"
    name = "unknown-language"
