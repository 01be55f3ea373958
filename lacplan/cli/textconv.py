"""``lacplan textconv``: what git calls for the line diffs of ``git log -p`` and ``git show``."""

from pathlib import Path
from typing import Annotated

import typer

from lacplan.cli.console import answer, answer_raw
from lacplan.cli.printable import printable


def textconv(
    file: Annotated[Path, typer.Argument(help="A file that holds a draft.", metavar="FILE")],
) -> None:
    """Print a draft as a line a field, so that a line diff of it is easily read.

    “lacplan setup git” has git call it. What can't be read as a draft is printed as it is.
    """
    from lacplan.document.parse import parse_bytes
    from lacplan.render.field_lines import render
    from lacplan.store.files import read

    raw = read(file)
    lines = render(parse_bytes(raw))
    if lines is None:
        answer_raw(raw)
    else:
        answer("".join(f"{printable(line)}\n" for line in lines))
