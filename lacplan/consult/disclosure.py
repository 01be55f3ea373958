"""Hiding small numbers in a table whose totals are known, so that nobody can compute them.

Hiding the small cells alone is not enough: one hidden cell in a row is the row's total less the
others. So further cells are hidden until each small one could be another number just as well.
"""

from collections.abc import Iterator, Sequence

LEAST = 5
"""Cells under it are hidden: fewer people than that may be recognised."""

Cells = Sequence[Sequence[int]]
Place = tuple[int, int]
"""Row and column, counted from 0."""

Hidden = dict[Place, range]
"""The hidden cells, and which numbers a reader may think of in each."""

Shown = tuple[tuple[int | None, ...], ...]


def protected(cells: Cells) -> Shown | None:
    """Return *cells* with ``None`` for what must not be told.

    The totals of rows and columns are taken to be known. A row or column without anybody is shown:
    its total tells it anyway, and tells of nobody.

    Returns:
        The cells; ``None`` where even hiding all of them would not keep one from being computed.
    """
    rows = [sum(row) for row in cells]
    columns = [sum(column) for column in zip(*cells, strict=True)]
    most = sum(rows)
    inner = {
        (row, column): cells[row][column]
        for row in range(len(rows))
        for column in range(len(columns))
        if rows[row] and columns[column]
    }
    small = [place for place, number in inner.items() if 0 < number < LEAST]
    hidden = {place: range(LEAST) for place, number in inner.items() if number < LEAST}
    while told := next((each for each in small if not _could_differ(each, cells, hidden)), None):
        more = _next_to_hide(told, inner, hidden)
        if more is None:
            return None
        hidden[more] = range(LEAST, most + 1)
    return tuple(
        tuple(None if (row, column) in hidden else number for column, number in enumerate(line))
        for row, line in enumerate(cells)
    )


def _next_to_hide(told: Place, inner: dict[Place, int], hidden: Hidden) -> Place | None:
    """Return the smallest cell that helps to hide *told*, ``None`` where all are hidden.

    First another one in its row, then one in its column, then one that closes the circle.
    """
    row, column = told
    in_row = {each[1] for each in hidden if each[0] == row and each != told}
    in_column = {each[0] for each in hidden if each[1] == column and each != told}

    def rank(place: Place) -> tuple[bool, int, Place]:
        if not in_row:
            helps = place[0] == row
        elif not in_column:
            helps = place[1] == column
        else:
            helps = place[0] in in_column and place[1] in in_row
        return not helps, inner[place], place

    return min((place for place in inner if place not in hidden), key=rank, default=None)


def _could_differ(place: Place, cells: Cells, hidden: Hidden) -> bool:
    """Tell whether another table has the same totals and shown cells, and differs at *place*.

    In such a table some hidden cells are greater and some smaller by one, in turn around a circle
    of rows and columns. The search goes from the row of *place* to its column, or back.
    """
    row, column = place
    number = cells[row][column]
    up = number + 1 in hidden[place] and _leads(
        ("column", column), ("row", row), place, cells, hidden
    )
    return up or (
        number - 1 in hidden[place]
        and _leads(("row", row), ("column", column), place, cells, hidden)
    )


Node = tuple[str, int]


def _leads(start: Node, goal: Node, but: Place, cells: Cells, hidden: Hidden) -> bool:
    """Tell whether hidden cells other than *but* lead from *start* to *goal*.

    From a row to a column over a cell that may be greater by one, from a column to a row over one
    that may be smaller by one.
    """
    seen, waiting = {start}, [start]
    while waiting:
        for node in _next(waiting.pop(), but, cells, hidden):
            if node == goal:
                return True
            if node not in seen:
                seen.add(node)
                waiting.append(node)
    return False


def _next(node: Node, but: Place, cells: Cells, hidden: Hidden) -> Iterator[Node]:
    side, at = node
    for place, numbers in hidden.items():
        row, column = place
        if place == but:
            continue
        if side == "row" and row == at and cells[row][column] + 1 in numbers:
            yield "column", column
        elif side == "column" and column == at and cells[row][column] - 1 in numbers:
            yield "row", row
