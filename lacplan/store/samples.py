"""The sample drafts, wherever lacplan is installed."""

from pathlib import Path

import lacplan
from lacplan.errors import LacplanError


def sample(name: str) -> bytes:
    """Return the text of the sample draft *name*.

    A wheel has the samples inside the package, a checkout beside it.

    Raises:
        LacplanError: They were not installed.
    """
    package = Path(lacplan.__file__).parent
    for folder in (package / "drafts", package.parent / "drafts"):
        file = folder / f"{name}.yaml"
        if file.is_file():
            return file.read_bytes()
    hint = "Install lacplan anew; its wheel holds them."
    raise LacplanError(f"The sample draft “{name}” is not installed.", hint=hint)


def synthetic(file: str) -> bytes:
    """Return a file that lies beside a plan, such as ``group.yaml``: made up, and of no person."""
    return (Path(__file__).with_name("synthetic") / file).read_bytes()
