"""The texts of a plan, to find quotes in."""

from collections.abc import Iterator
from unicodedata import is_normalized, normalize

from lacplan.diff.flat import flatten, own_fields
from lacplan.model.comment import Target
from lacplan.model.encode import Json, encode_record
from lacplan.model.fields import PLAN
from lacplan.model.plan import Plan

_BETWEEN = "\x00"
"""What stands between two texts, so that no quote is found across them."""


class Texts:
    """The texts of *plan*, as quotes are looked for: in NFC, each white space a single space."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._rows = flatten(plan)
        self._found: dict[str | None, dict[str, str]] = {}

    def hold(self, quote: str, target: Target) -> bool:
        """Tell whether *quote* stands in what *target* names: its field, else any of them."""
        texts = self._of(target.item)
        words = _plain(quote)
        if target.field in texts:
            return words in texts[target.field or ""]
        return any(words in text for text in texts.values())

    def _of(self, item: str | None) -> dict[str, str]:
        """Return each field of the item, of the plan itself for ``None``, as one text."""
        if item not in self._found:
            row = self._rows.get(item or "")
            own = (
                encode_record(PLAN, self._plan) if item is None else own_fields(row) if row else {}
            )
            self._found[item] = {
                key: _BETWEEN.join(map(_plain, _leaves(value))) for key, value in own.items()
            }
        return self._found[item]


def _plain(text: str) -> str:
    composed = text if is_normalized("NFC", text) else normalize("NFC", text)
    return " ".join(composed.split())


def _leaves(value: Json) -> Iterator[str]:
    """Yield each text in the value of a field."""
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _leaves(each)
        case dict():
            for each in value.values():
                yield from _leaves(each)
        case _:
            pass
