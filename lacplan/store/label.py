"""The labels that versions are published under."""

import re
from collections.abc import Collection

from lacplan.errors import LacplanError
from lacplan.store.tags import LABEL


def next_label(taken: Collection[str]) -> str:
    """Return the ``draft-NN`` that comes after those in *taken*."""
    found = (re.fullmatch("draft-([0-9]{1,9})", label) for label in taken)
    return f"draft-{max((int(each[1]) for each in found if each), default=0) + 1:02}"


def check_label(name: str, label: str, taken: Collection[str]) -> None:
    """Refuse a label that no version of the plan *name* can be published under.

    Raises:
        LacplanError: It is malformed, or in *taken*.
    """
    if not re.fullmatch(LABEL, label):
        proposed = re.sub("[^a-z0-9]+", "-", label.lower()).strip("-") or next_label(taken)
        raise LacplanError(
            f"“{label}” can't be a version's label.",
            hint=f"Write it with small letters, digits and single hyphens, such as {proposed}.",
        )
    if label in taken:
        raise LacplanError(
            f"There is a version “{name}@{label}” already, and none is ever changed.",
            hint=f"Choose another label; the next one free is {next_label(taken)}.",
        )
