from lacplan.model.types import Word
from lacplan.validate.mend import Broken, Mend
from lacplan.validate.rule import FaultRule


class UnknownWord(FaultRule):
    """A field that takes one of a few words takes one of those.

    Why:
        Progress can only be counted when all who write call the same state by the same word.

    Fails:
        status: ongoing

    Passes:
        status: active

    Mends:
        status: On hold
    """

    code = "FORM008"
    name = "unknown-word"

    def mend(self, broken: Broken) -> Mend | None:
        """Return the word that was meant, where only capitals and the joining differ."""
        said = "-".join(broken.value.casefold().replace("_", " ").replace("-", " ").split())
        is_known = isinstance(broken.type, Word) and said in broken.type.words
        return Mend(said) if is_known else None
