"""Which item of a plan somebody means: by its id, its code or its title, and never by a guess."""

import re

from lacplan.model.plan import Plan
from lacplan.vocab import headings

_LEADING_CODE = re.compile(
    r"[^0-9A-Za-z]*(?:[^\W\d]+\.?\s+)?([A-Za-z]?[0-9]+(?:\.[A-Za-z0-9]+)*)\b"
)
"""A code at the beginning, with at the most a word before it: ``4.3 Registrars``, ``Obj. 4.3``."""

_AND_ANOTHER = re.compile(
    r"\s*(?:[,;/&+\u2013\u2014-]|(?:y|e|and|et|a|to|al?)\b)\s*[A-Za-z]?[0-9]", re.IGNORECASE
)
"""What goes on after a code so that it is not the only one: ``4.3, 4.5``, ``4.3-4.5``, ``4,3``."""


class Items:
    """The items of one plan, by all that they can be called.

    Args:
        plan: The plan; ``None`` for one without items.
    """

    def __init__(self, plan: Plan | None) -> None:
        self._names = _names(plan) if plan else {}

    def find(self, given: str) -> str | None:
        """Return the id of the item or indicator that *given* names; ``None`` for none, or two."""
        if given in self._names:
            return self._names[given]
        found = self._names.get(headings.plain(given))
        if found is None and (code := _LEADING_CODE.match(given)):
            alone = not _AND_ANOTHER.match(given, code.end())
            found = self._names.get(code[1]) if alone else None
        self._names[given] = found  # the same words come again and again
        return found


def _names(plan: Plan) -> dict[str, str | None]:
    """Return each id, code and plain title with the id; what names two items names none."""
    names: dict[str, str | None] = {}
    for item in plan.walk():
        for name in {headings.plain(item.title), *((item.code,) if item.code else ())}:
            if name:
                names[name] = None if name in names else item.id
    names.update((id, id) for id in plan.ids())
    return names
