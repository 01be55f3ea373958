"""What a check found: symbolic where it is made, with line and column once it is shown.

Named tuples, since they cost a fifth of a dataclass at every start and are made by the thousand.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from lacplan.document.fault import Span


class Severity(StrEnum):
    """How much it weighs: an error always fails, a warning with ``--strict``, an info never."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(NamedTuple):
    """One fault of a draft, at a stretch of its text; line and column come when it is shown."""

    code: str
    """The rule's lasting code, such as ``ITEM003``."""

    name: str
    """The rule's lasting name, such as ``duplicate-id``."""

    severity: Severity
    message: str
    hint: str | None = None
    at: Span = Span(0, 0)
    related: tuple[tuple[Span, str], ...] = ()
    """Other places that belong to it, such as the first of two equal ids, and what stands there."""


class Place(NamedTuple):
    """Where in a file something stands. Lines and columns count from 1, columns in characters."""

    file: str
    """Relative to the repository, or to the current folder; ``-`` for standard input."""

    line: int
    column: int
    end_line: int
    end_column: int
    """The first column after it, on *end_line*."""

    text: str
    """The whole of *line*, without its line break."""


class LocatedFinding(NamedTuple):
    """A finding as it is shown."""

    finding: Finding
    place: Place
    item: str | None = None
    """The id of the item or indicator that it is about, where there is one."""

    field: str | None = None
    related: tuple[tuple[Place, str], ...] = ()


class Summary(NamedTuple):
    """How many findings there are of each severity."""

    errors: int
    warnings: int
    infos: int

    @classmethod
    def of(cls, found: "Iterable[LocatedFinding]") -> "Summary":
        """Count *found*."""
        severities = [each.finding.severity for each in found]
        return cls(
            severities.count(Severity.ERROR),
            severities.count(Severity.WARNING),
            severities.count(Severity.INFO),
        )
