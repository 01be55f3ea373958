"""What a rule needs to know of a place that breaks it, to say how that is mended."""

from typing import NamedTuple

from lacplan.document.path import Path
from lacplan.document.tree import Scalar
from lacplan.model import fields
from lacplan.model.types import ListOf, Type


class Mend(NamedTuple):
    """What takes the place of a text that breaks a rule."""

    text: str | None
    """``None`` takes the field, or the entry of a list, away."""

    bare: bool = False
    """Whether it is written without quotes, as numbers are."""


_TYPES: dict[str, Type] = {
    field.key: field.type
    for record in (*reversed(fields.RECORDS), fields.ITEM)
    for field in record.fields
}
"""What each field holds. Those of one name hold the same, whose fields they may be."""


class Broken(NamedTuple):
    """A text of a draft that breaks a rule."""

    scalar: Scalar
    path: Path
    """To the text."""

    @property
    def value(self) -> str:
        """What it says, without the white space around it."""
        return self.scalar.value.strip()

    @property
    def type(self) -> Type | None:
        """What the format expects there; ``None`` where the draft chooses the key."""
        *above, last = self.path
        if isinstance(last, str):
            is_free = bool(above) and above[-1] in ("levels", "frameworks", "codes")
            return None if is_free else _TYPES.get(last)
        listed = _TYPES.get(str(above[-1]))
        return listed.of if isinstance(listed, ListOf) else None
