from lacplan.validate.rule import FaultRule


class UnknownCountry(FaultRule):
    """A country is named by its two-letter code.

    Why:
        A code means the same in Spanish, Portuguese, French and English; a misspelt one leaves a
        country out of every table.

    Fails:
        countries: [BRA, UY]

    Passes:
        countries: [BR, UY]

    Source:
        ISO 3166-1, alpha-2.
    """

    code = "FORM009"
    name = "unknown-country"
