from lacplan.validate.rule import FaultRule


class UnknownCurrency(FaultRule):
    """A currency is named by its three-letter code.

    Why:
        “$” is the sign of a dozen currencies in the region, and they differ a thousandfold.

    Fails:
        budget: {amount: 250000, currency: US$}

    Passes:
        budget: {amount: 250000, currency: USD}

    Source:
        ISO 4217, alphabetic codes.
    """

    code = "FORM010"
    name = "unknown-currency"
