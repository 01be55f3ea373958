"""Print how many seconds of CPU deepdiff takes on two drafts that PyYAML has loaded.

usage: python deep_diff.py OLD NEW
"""

import sys
from pathlib import Path
from time import process_time

from deepdiff import DeepDiff
from yaml import CSafeLoader, load


def main() -> None:
    """Measure."""
    old, new = (load(Path(file).read_text(encoding="utf-8"), CSafeLoader) for file in sys.argv[1:])
    began = process_time()
    DeepDiff(old, new)
    print(process_time() - began)


main()
