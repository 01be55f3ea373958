"""The measurements as a table in Markdown, and as JSON."""

import json
import os
import platform
from collections.abc import Iterable
from importlib.metadata import version

from measure import Medians
from rows import Row

PACKAGES = ("typer", "rich", "ruamel.yaml", "ruamel.yaml.clib", "PyYAML")

Measured = tuple[Row, Medians]


def machine() -> dict[str, str]:
    """Return what the figures depend on."""
    packages = {name: version(name) for name in PACKAGES}
    return {"Python": platform.python_version(), **packages, "cores": str(os.cpu_count())}


def as_markdown(measured: Iterable[Measured]) -> str:
    """Return the table, with the machine in a line below it."""
    lines = ["| what | against | at most | reached | met? |", "|---|---|---|---|---|"]
    for row, found in measured:
        cells = (row.what, row.against, amount(row, row.at_most), amount(row, found.reached))
        met = "yes" if found.reached <= row.at_most else "**no**"
        lines.append(f"| {' | '.join((*cells, met))} |")
    versions = machine()
    cores = versions.pop("cores")
    with_what = ", ".join(f"{name} {number}" for name, number in versions.items())
    return "\n".join([*lines, "", f"{with_what}; {platform.system()} with {cores} cores.", ""])


def as_json(measured: Iterable[Measured]) -> str:
    """Return the table for programs; *ours* and *theirs* are medians in seconds or MB."""
    rows = [
        {
            "what": row.what,
            "against": row.against,
            "at_most": row.at_most,
            "unit": row.unit,
            "reached": found.reached,
            "met": found.reached <= row.at_most,
            "ours": found.ours,
            "theirs": found.theirs,
            "runs": row.runs,
        }
        for row, found in measured
    ]
    return json.dumps({"version": 1, "rows": rows, "machine": machine()}, indent=2) + "\n"


def amount(row: Row, number: float) -> str:
    """Return *number* in the unit of *row*."""
    if row.unit != "x":
        return f"{number:.0f} MB"
    return f"{number:.3f} x" if row.at_most < 0.1 else f"{number:.2f} x"


def both_sides(row: Row, found: Medians) -> str:
    """Return both sides of a comparison; empty where there is but one."""
    if found.theirs is None:
        return ""
    if row.what.startswith("peak memory"):
        return f"({found.ours:.0f} MB : {found.theirs:.0f} MB)"
    return f"({found.ours * 1000:.0f} ms : {found.theirs * 1000:.0f} ms of CPU)"
