"""Print how many seconds of CPU a merge of three drafts takes.

usage: python merge.py BASE OURS THEIRS [TIMES]

The mean of TIMES, from the texts on, the rules included; after drafts of another kind were merged.
"""

import sys
from pathlib import Path
from time import process_time

from lacplan.cli.judging import judge
from lacplan.merge.engine import merge

SAMPLE = Path(__file__).parents[3] / "drafts" / "lac-2013.yaml"


def main() -> None:
    """Measure."""
    base, ours, theirs, *times = sys.argv[1:]
    count = int(times[0]) if times else 1
    texts = [Path(file).read_text(encoding="utf-8") for file in (base, ours, theirs)]
    sample = SAMPLE.read_text(encoding="utf-8")
    others = sample.replace("title: ", "title: A ", 1), sample.replace("end: 2016", "end: 2017")
    merge(sample, *others, judge=judge)
    began = process_time()
    for _ in range(count):
        merge(*texts, judge=judge)
    print((process_time() - began) / count)


main()
