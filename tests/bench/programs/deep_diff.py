"""Print how many seconds of CPU deepdiff takes on two drafts that PyYAML has loaded.

usage: python deep_diff.py OLD NEW [--by-position]

Elements of a list are matched by id, as whoever wants to see what happened to an item would have
it: by position, as without options, everything behind an insertion is told as changed.
"""

import sys
from pathlib import Path
from time import process_time
from typing import Any

from deepdiff import DeepDiff
from deepdiff.helper import CannotCompare
from yaml import CSafeLoader, load


def main() -> None:
    """Measure."""
    by_position = "--by-position" in sys.argv
    files = (word for word in sys.argv[1:] if word != "--by-position")
    old, new = (load(Path(file).read_text(encoding="utf-8"), CSafeLoader) for file in files)
    began = process_time()
    DeepDiff(old, new, iterable_compare_func=None if by_position else _by_id)
    print(process_time() - began)


def _by_id(one: Any, other: Any, level: Any = None) -> bool:
    """Tell whether two elements are one item, as deepdiff's manual proposes it."""
    if isinstance(one, dict) and isinstance(other, dict) and "id" in one and "id" in other:
        return bool(one["id"] == other["id"])
    raise CannotCompare from None


main()
