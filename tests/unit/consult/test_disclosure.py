"""What is hidden in a table can't be computed from its totals."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lacplan.consult.disclosure import LEAST, Shown, protected


def lines(*texts: str) -> list[list[int]]:
    return [[int(number) for number in text.split()] for text in texts]


def shown(*texts: str) -> list[str] | None:
    """Return the protected table as text, ``x`` for what is hidden."""
    found = protected(lines(*texts))
    if found is None:
        return None
    return [" ".join("x" if cell is None else str(cell) for cell in line) for line in found]


def test_large_cells_are_all_shown() -> None:
    assert shown("9 8", "7 6") == ["9 8", "7 6"]


def test_one_small_cell_takes_others_with_it() -> None:
    """Alone, it would be its row's total less the rest."""
    assert shown("3 20 30", "40 50 60", "70 80 90") == ["x x 30", "x x 60", "70 80 90"]


def test_a_row_without_anybody_is_shown() -> None:
    assert shown("0 0 0", "3 4 9", "2 1 9") == ["0 0 0", "x x 9", "x x 9"]


def test_a_table_whose_totals_tell_everything_is_withheld() -> None:
    assert shown("3 0", "9 0") is None
    assert shown("3", "9") is None


def test_cells_that_the_rule_itself_would_tell_are_hidden_better() -> None:
    """Two hidden cells that come to 8 would both be 4, as each must be under 5."""
    found = shown("4 4 20", "4 4 20", "20 20 20")
    assert found is None or found[0].count("x") == 3


def test_nobody_at_all_is_no_secret() -> None:
    assert shown("0 0", "0 0") == ["0 0", "0 0"]


tables = st.integers(2, 3).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 7), min_size=width, max_size=width), min_size=2, max_size=3
    )
)


@given(cells=tables)
def test_another_table_has_the_same_totals_and_shown_cells(cells: list[list[int]]) -> None:
    """For each cell of 1 to 4 people there is a table in which it is another number."""
    found = protected(cells)
    if found is None:
        return
    for row, column in product(range(len(cells)), range(len(cells[0]))):
        number, cell = cells[row][column], found[row][column]
        assert cell in (None, number)
        if 0 < number < LEAST:
            assert cell is None
            assert any(made[row][column] != number for made in alike(cells, found))


def alike(cells: list[list[int]], found: Shown) -> Iterator[list[list[int]]]:
    """Yield every table with the totals of *cells* and the cells that *found* shows."""
    rows = [sum(row) for row in cells]
    columns = [sum(column) for column in zip(*cells, strict=True)]

    def fill(places: list[tuple[int, int]], made: list[list[int]]) -> Iterator[list[list[int]]]:
        if not places:
            ends = [sum(column) for column in zip(*made, strict=True)]
            if [sum(row) for row in made] == rows and ends == columns:
                yield made
            return
        row, column = places[0]
        most = rows[row] - sum(made[row])
        last = not any(each[0] == row for each in places[1:])
        for number in range(most if last else 0, most + 1):
            if sum(line[column] for line in made) + number > columns[column]:
                break
            line = [*made[row]]
            line[column] = number
            yield from fill(places[1:], [*made[:row], line, *made[row + 1 :]])

    hidden = [
        (row, column)
        for row, line in enumerate(found)
        for column, cell in enumerate(line)
        if cell is None
    ]
    yield from fill(hidden, [[cell or 0 for cell in line] for line in found])


@pytest.mark.parametrize("size", [1, 9])
def test_large_tables_are_protected_too(size: int) -> None:
    cells = [[(3 * row + 5 * column) % (4 + size) for column in range(5)] for row in range(10)]
    found = protected(cells)
    assert found is None or all(
        cell is None or cell == 0 or cell >= LEAST for line in found for cell in line
    )
