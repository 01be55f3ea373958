"""A commit as the life of one draft sees it."""

from datetime import datetime
from typing import NamedTuple


class State(NamedTuple):
    """Where a draft lay, and what it held."""

    path: str
    """From the top of the repository, with ``/``."""

    blob: str
    """The object id of its content, hexadecimal."""


class Before(NamedTuple):
    """What a commit found: one for each of its parents."""

    commit: str | None
    """The id of the commit that had left it so; ``None`` where history does not reach it."""

    state: State | None
    """``None`` where there was no draft."""


class Commit(NamedTuple):
    """A commit that touched a draft."""

    id: str
    """Hexadecimal, whole."""

    author: str
    email: str
    when: datetime
    """When its author made it."""

    subject: str
    """The first line of its message."""

    after: State | None
    """``None`` where it took the draft away."""

    befores: tuple[Before, ...]
    """What each parent had; several make it a merge, none or a stateless one a beginning."""

    cut: bool = False
    """Whether a shallow clone ends here, so that what was before is not known."""

    @property
    def merges(self) -> bool:
        """Whether it has several parents, and differs from what each of them had."""
        return len(self.befores) > 1
