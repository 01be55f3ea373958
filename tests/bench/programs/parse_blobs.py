"""Print how many seconds of CPU it takes to parse every draft that a plan ever was.

usage: python parse_blobs.py REPOSITORY

From the bytes to the model. Each distinct blob counts once; reading them counts not at all.
"""

import subprocess
import sys
from time import process_time

from lacplan.document.parse import parse_bytes
from lacplan.model.decode import decode

FILE = "drafts/bench.yaml"


def main() -> None:
    """Measure."""
    git = ["git", "-C", sys.argv[1]]
    said = subprocess.check_output([*git, "log", "--raw", "--no-abbrev", "--format=", "--", FILE])
    blobs = dict.fromkeys(line.split()[3] for line in said.decode().splitlines())
    took = 0.0
    for blob in blobs:
        raw = subprocess.check_output([*git, "cat-file", "blob", blob])
        began = process_time()
        decode(parse_bytes(raw))
        took += process_time() - began
    print(took)


main()
