"""Print how many seconds of CPU a diff of two drafts takes.

usage: python diff.py OLD NEW [TIMES] [--loaded]

The mean of TIMES, from the texts on, or with --loaded from the loaded plans on; after two drafts of
another kind were compared once.
"""

import sys
from pathlib import Path
from time import process_time

from lacplan.diff.compare import diff
from lacplan.document.parse import parse
from lacplan.model.decode import decode
from lacplan.model.plan import Plan

SAMPLES = Path(__file__).parents[3] / "drafts"


def read(text: str) -> Plan:
    """Load a draft."""
    plan = decode(parse(text)).plan
    assert plan is not None
    return plan


def main() -> None:
    """Measure."""
    loaded = "--loaded" in sys.argv
    old, new, *times = (word for word in sys.argv[1:] if word != "--loaded")
    count = int(times[0]) if times else 1
    texts = [Path(file).read_text(encoding="utf-8") for file in (old, new)]
    names = ("lac-2013-draft.yaml", "lac-2013.yaml")
    diff(*(read((SAMPLES / name).read_text(encoding="utf-8")) for name in names))
    plans = [read(text) for text in texts] if loaded else []
    began = process_time()
    for _ in range(count):
        diff(*(plans or map(read, texts)))
    print((process_time() - began) / count)


main()
