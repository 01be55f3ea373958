"""Where the files of a plan still name somebody who asked to be erased."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

SHORTEST = 4
"""How many letters a word must have to be looked for: shorter ones stand in other words."""


def mentions(plan: Path, words: Iterable[str]) -> Iterator[tuple[Path, int]]:
    """Yield each file in the folder *plan*, and line from 1, that holds one of *words*.

    Capitals and the composition of letters make no difference. What git ignores, ``private/``, is
    left out.
    """
    wanted = {_plain(each) for each in words if len(each.strip()) >= SHORTEST}
    if not wanted:
        return
    for file in sorted(plan.rglob("*")):
        if not file.is_file() or "private" in file.relative_to(plan).parts:
            continue
        text = _plain(file.read_text(encoding="utf-8", errors="replace"))
        if not any(each in text for each in wanted):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if any(each in line for each in wanted):
                yield file, number


def _plain(text: str) -> str:
    return normalize("NFC", text.strip()).casefold()
