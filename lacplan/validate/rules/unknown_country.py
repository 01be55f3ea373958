from lacplan.model.vocabulary import vocabulary_fault
from lacplan.validate.mend import Broken, Mend
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

    Mends:
        countries: [br, UY]

    Source:
        ISO 3166-1, alpha-2.
    """

    code = "FORM009"
    name = "unknown-country"

    def mend(self, broken: Broken) -> Mend | None:
        """Return the code in capitals, where there is one."""
        said = broken.value.upper()
        return None if vocabulary_fault("country", said) else Mend(said)
