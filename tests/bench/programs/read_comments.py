"""Print how many seconds of CPU it takes the standard library to read all lines of comments.

usage: python read_comments.py FOLDER
"""

import json
import sys
from pathlib import Path
from time import process_time


def main() -> None:
    """Measure."""
    began = process_time()
    comments = []
    for shard in sorted(Path(sys.argv[1]).glob("drafts/*/consultations/*/comments/*.jsonl")):
        with shard.open(encoding="utf-8") as file:
            comments += [json.loads(line) for line in file]
    print(process_time() - began)


main()
