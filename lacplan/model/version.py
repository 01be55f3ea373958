"""A version: a draft that was published under a label."""

from collections.abc import Callable
from datetime import date
from functools import cached_property

from lacplan.model.plan import Plan


class Version:
    """A draft that was published under a label. It is read when it is first asked for.

    Args:
        label: Such as ``draft-01``.
        published: The day on which it was published.
        read: Reads the plan; ``None`` where it can't be read.
    """

    def __init__(self, label: str, published: date, read: Callable[[], Plan | None]) -> None:
        self.label = label
        self.published = published
        self._read = read

    @cached_property
    def plan(self) -> Plan | None:
        """The plan as it was published; ``None`` where it can't be read."""
        return self._read()


Versions = Callable[[], tuple[Version, ...] | None]
"""Gives the versions of a plan, the oldest first; ``None`` where there is no history to read."""

Lacking = Callable[[], str | None]
"""Tells what to fetch where versions that were published may be missing here; else ``None``."""
