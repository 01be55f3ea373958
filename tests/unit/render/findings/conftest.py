"""One finding to start from; a test replaces what it is about."""

import pytest

from lacplan.model.finding import Finding, LocatedFinding, Place, Severity


@pytest.fixture
def duplicate() -> LocatedFinding:
    """An id that two items share."""
    return LocatedFinding(
        finding=Finding(
            code="ITEM003",
            name="duplicate-id",
            severity=Severity.ERROR,
            message="“registrars” is the id of two items.",
            hint="Give one of them another id.",
        ),
        place=_place(line=41),
        item="registrars",
        field="id",
        related=((_place(line=12), "first here"),),
    )


def _place(*, line: int) -> Place:
    return Place(
        file="drafts/lac-2013.yaml",
        line=line,
        column=9,
        end_line=line,
        end_column=19,
        text="  - id: registrars",
    )
