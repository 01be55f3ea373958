"""The files that lie beside a plan, ``NAME/plan.yaml``: which there are, and what they hold."""

from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from lacplan.model.types import Record


class Companion(NamedTuple):
    """A kind of file that lies beside a plan.

    What it may hold is imported when it is first asked for: most plans have no companion.
    """

    name: str
    """What commands call it, such as ``group``."""

    file: str
    """What it is called, in the folder of the plan or of a consultation."""

    module: str
    """Where its ``RECORDS`` stand."""

    @property
    def record(self) -> Record:
        """What it holds, as a whole."""
        return self.records[0]

    @property
    def records(self) -> tuple[Record, ...]:
        """Everything that may stand in it, the whole first."""
        found: tuple[Record, ...] = import_module(self.module).RECORDS
        return found


GROUP = Companion("group", "group.yaml", "lacplan.model.group")
CONTRIBUTIONS = Companion("contributions", "contributions.yaml", "lacplan.model.contribution")

COMPANIONS = (GROUP, CONTRIBUTIONS)
"""Those in the folder of the plan, in the order in which they are judged and explained."""

CONSULTATION = Companion("consultation", "consultation.yaml", "lacplan.model.consultation")
ISSUES = Companion("issues", "issues.yaml", "lacplan.model.issues")

CONSULTED = (CONSULTATION, ISSUES)
"""Those in the folder of one consultation, ``consultations/ID/``."""

EVERY_KIND = (*COMPANIONS, *CONSULTED)
"""All of them, as they are explained."""


def kind_of(path: Path | None) -> Companion | None:
    """Return the kind of companion that a file is by its name; ``None`` where it is none."""
    if path is None:
        return None
    of_consultation = path.absolute().parent.parent.name == "consultations"
    kinds = CONSULTED if of_consultation else COMPANIONS
    return next((kind for kind in kinds if path.name == kind.file), None)
