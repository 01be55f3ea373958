"""Print how many seconds of CPU it takes to bring a draft into the canonical layout.

usage: python format.py DRAFT [TIMES]

From text to text, and the proof that nothing was lost. The mean of TIMES, after a draft of another
kind was formatted once.
"""

import sys
from pathlib import Path
from time import process_time

from lacplan.document.parse import parse
from lacplan.document.tree import unparse
from lacplan.edit.format import formatted

SAMPLE = Path(__file__).parents[3] / "drafts" / "lac-2013.yaml"


def main() -> None:
    """Measure."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    unparse(formatted(parse(SAMPLE.read_text(encoding="utf-8").replace('"', "'"))))
    began = process_time()
    for _ in range(times):
        unparse(formatted(parse(text)))
    print((process_time() - began) / times)


main()
