"""Tables of GitHub Flavored Markdown."""

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table. The cells are Markdown already, without pipes and line breaks."""
    lines = (f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))
    return "\n".join(lines)


def table_without_gaps(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, marks: Sequence[str] = ()
) -> str:
    """Return a table without the columns that are empty in every row.

    Args:
        head: The heading of each column.
        rows: The cells of each row.
        marks: What goes before the first cell of each row that is left, such as its anchor.
    """
    kept = [at for at in range(len(head)) if any(row[at] for row in rows)] or [0]
    marked = zip(marks or [""] * len(rows), rows, strict=True)
    cells = ([mark + row[kept[0]], *(row[at] for at in kept[1:])] for mark, row in marked)
    return table([head[at] for at in kept], cells)
