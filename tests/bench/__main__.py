"""Measure lacplan side by side with what it is to be as fast as: ``python tests/bench``.

Prints the table of ratios in Markdown. Times are of CPU, and medians of several runs that took
turns after a warm-up, so that what else the machine does weighs on both sides. Nothing passes or
fails by them.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import medians
from plans import Plans
from report import Measured, amount, as_json, as_markdown, both_sides
from rows import ROWS, Row


def main() -> None:
    """Measure the rows that were asked for, and print the table."""
    asked = argparse.ArgumentParser(prog="python tests/bench", description=__doc__)
    asked.add_argument("--only", metavar="PATTERN", default="", help="rows whose first cell has it")
    asked.add_argument("--quick", action="store_true", help="three runs of each")
    asked.add_argument("--json", action="store_true", help="print JSON")
    given = asked.parse_args()
    rows = [row for row in ROWS if re.search(given.only, row.what, re.IGNORECASE)]
    if not rows:
        asked.error(f"no row says “{given.only}”")
    if given.quick:
        rows = [replace(row, runs=3) for row in rows]
    with TemporaryDirectory() as folder:
        measured = list(_measured(rows, Plans(Path(folder))))
    sys.stdout.write(as_json(measured) if given.json else as_markdown(measured))


def _measured(rows: Sequence[Row], plans: Plans) -> Iterator[Measured]:
    """Yield each row with its medians, and tell of it on standard error meanwhile."""
    for row in rows:
        found = medians(row.ours(plans), row.theirs and row.theirs(plans), row.runs)
        print(
            row.what,
            amount(row, found.reached),
            both_sides(row, found),
            file=sys.stderr,
            flush=True,
        )
        yield row, found


main()
