from lacplan.model.vocabulary import vocabulary_fault
from lacplan.validate.mend import Broken, Mend
from lacplan.validate.rule import FaultRule


class UnknownCurrency(FaultRule):
    """A currency is named by its three-letter code.

    Why:
        “$” is the sign of a dozen currencies in the region, and they differ a thousandfold.

    Fails:
        budget: {amount: 250000, currency: US$}

    Passes:
        budget: {amount: 250000, currency: USD}

    Mends:
        budget: {amount: 250000, currency: usd}

    Source:
        ISO 4217, alphabetic codes.
    """

    code = "FORM010"
    name = "unknown-currency"

    def mend(self, broken: Broken) -> Mend | None:
        """Return the code in capitals, where there is one."""
        said = broken.value.upper()
        return None if vocabulary_fault("currency", said) else Mend(said)
