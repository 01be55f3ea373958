"""What a list of versions tells of each."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple


class Listing(NamedTuple):
    """A published version."""

    plan: str
    label: str
    when: datetime
    by: str
    """The name of whoever published it."""

    email: str
    tag: str
    """The id of the tag's object, hexadecimal."""

    commit: str | None
    """The id of the commit that it names; ``None`` where it names none."""

    signed: bool
    """Whether the tag bears a signature, be it good or not."""

    digest: str | None = None
    """Over the draft; ``None`` where that can't be read, as in what follows."""

    items: int | None = None
    previous: str | None = None
    """The label of the version that it is compared with; ``None`` where it is the first."""

    counts: Mapping[str, int] | None = None
    """How many changes since that one, by kind and by class."""
