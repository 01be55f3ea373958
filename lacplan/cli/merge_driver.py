"""``lacplan merge-driver``: what git calls to merge a draft that both sides changed."""

from pathlib import Path
from typing import Annotated

import typer

from lacplan.cli.console import say
from lacplan.cli.printable import printable
from lacplan.errors import Exit


def merge_driver(
    base: Annotated[Path, typer.Argument(help="What both sides come from (%O).", metavar="BASE")],
    ours: Annotated[
        Path, typer.Argument(help="Ours; the result takes its place (%A).", metavar="OURS")
    ],
    theirs: Annotated[Path, typer.Argument(help="Theirs (%B).", metavar="THEIRS")],
    size: Annotated[int, typer.Argument(help="Of a conflict marker (%L).", metavar="SIZE")] = 7,
    path: Annotated[
        str | None, typer.Argument(help="What git calls the draft (%P).", metavar="PATH")
    ] = None,
) -> None:
    """Merge a draft that both sides changed, by meaning, called as git calls a merge driver.

    “lacplan setup git” has git call it. Conflicts stand in OURS as git's markers. Exit with 1 if
    there are any. What can't be merged by meaning is merged line by line, as git does.
    """
    from lacplan.cli.merging import companion_in, merge_drafts
    from lacplan.store.files import read, write

    raw = [read(file) for file in (base, ours, theirs)]
    if path is not None and path.endswith((".jsonl", ".csv")):
        _merge_records(raw, ours, path, outermost=size == _OUTERMOST)
        return
    kind = companion_in(Path(path), raw[1]) if path else None
    found = merge_drafts(raw[0], raw[1], raw[2], marker=size, kind=kind)
    if found.raw != raw[1]:
        write(ours, found.raw)
    if size == _OUTERMOST and found.is_worth_a_word:  # of a merge of bases nobody wants to hear
        from lacplan.cli.conflicts_table import report

        for line in report(found, printable(path or str(ours))):
            say(line)
    raise typer.Exit(Exit.CLEAN if found.is_clean else Exit.FOUND)


def _merge_records(raw: list[bytes], ours: Path, path: str, *, outermost: bool) -> None:
    """Merge files of comments or of links line by line, which never conflicts."""
    from lacplan.merge.records import MERGES
    from lacplan.store.files import write

    merge = next(merge for end, merge in MERGES if path.endswith(end))
    found = merge(*(each.decode(errors="surrogateescape") for each in raw))
    after = found.text.encode(errors="surrogateescape")
    if after != raw[1]:
        write(ours, after)
    if found.doubled and outermost:
        ids = ", ".join(map(printable, found.doubled[:_MOST_NAMED]))
        more = ", …" if found.doubled[_MOST_NAMED:] else ""
        say(f"{printable(path)}: two lines each for {ids}{more}; both are kept.")
        say("  “lacplan consult check” tells where they stand.")


_MOST_NAMED = 5

_OUTERMOST = 7
"""How many characters git's markers have; of merges of bases they have more."""
