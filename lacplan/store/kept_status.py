"""What was counted of a consultation, kept beside it so that it need not be counted again."""

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from lacplan.errors import LacplanError
from lacplan.store.comments import keep_private
from lacplan.store.files import write

FORM = 1
"""The version of what is kept; other ones are counted again."""


def kept(folder: Path, files: Iterable[Path], count: Callable[[], Any]) -> Any:
    """Return what *count* gives, from ``private/status.json`` while *files* are what they were.

    Args:
        folder: The consultation's.
        files: All that is counted from. Their size, time of change and inode tell whether they are
            what they were, as they do for git.
        count: Counts; gives what JSON can hold.
    """
    path = folder / "private" / "status.json"
    stamps = [_stamp(file) for file in sorted(files)]
    with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        said = json.loads(path.read_bytes())
        if said["form"] == FORM and said["stamps"] == stamps:
            return said["value"]
    value = count()
    with suppress(OSError, LacplanError):
        keep_private(path.parent)
        write(path, json.dumps({"form": FORM, "stamps": stamps, "value": value}).encode())
    return value


def _stamp(file: Path) -> list[Any]:
    try:
        stat = file.stat()
    except FileNotFoundError:
        return [str(file), None]
    return [str(file), stat.st_size, stat.st_mtime_ns, stat.st_ino]
