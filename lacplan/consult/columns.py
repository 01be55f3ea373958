"""Which column of a table of comments holds what: guessed from its name, or named."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lacplan.errors import LacplanError, nearest
from lacplan.vocab import headings

FIELDS = tuple(headings.COLUMNS)
"""What a column may hold."""

CONTACT_FIELDS = ("mail", "telephone", "address")
"""What is kept apart from the comments, and never committed."""

_AUTHOR = ("kind", "name", "organization", "stakeholder", "country")
_OWN = {
    **{f"target.{field}": field for field in ("item", "field", "quote")},
    **{f"author.{field}": field for field in _AUTHOR},
    **{field: field for field in ("submission", "received", "language", "text", "proposed")},
}
"""The keys of lacplan's own lines, which go before what other names may mean."""

COMMENT = "comment id"
"""The field that lacplan's own tables have besides: the id of the comment itself."""


class Columns(NamedTuple):
    """What stands in which column, by its position from 0."""

    fields: Mapping[str, int]
    """By field, one of `FIELDS`."""

    answers: Mapping[str, int]
    """By the id of the question."""

    unused: tuple[str, ...]
    """The columns that are not taken over."""


def find_columns(
    columns: Sequence[str], named: Mapping[str, str], questions: Sequence[str] = ()
) -> Columns:
    """Return what stands in which of *columns*.

    Args:
        columns: Their names.
        named: By field or question, the name of the column that holds it; an empty one says that
            none does.
        questions: The ids of the consultation's questions; a column of that name has the answers.

    Raises:
        LacplanError: *named* has a field or column that is not there, or nothing can be found that
            holds the comments.
    """
    index: dict[str, int] = {}
    answers: dict[str, int] = {}
    for field, column in named.items():
        _want_field(field, questions)
        if column:
            (answers if field in questions else index)[field] = _position(columns, column)
    if {"id", "submission"} <= {*columns} and not {"submission", COMMENT} & named.keys():
        index[COMMENT] = columns.index("id")
    known = headings.words(headings.COLUMNS)
    plain = {column: known.get(headings.plain(column), "") for column in columns}
    for meant in (_OWN, plain):
        taken = {*index.values(), *answers.values()}
        for at, column in enumerate(columns):
            field = meant.get(column, "")
            if at in taken:
                continue
            if column in questions and column not in named:
                answers[column] = at
            elif field and field not in index and field not in named:
                index[field] = at
    if not ({"text", "proposed"} & index.keys() or answers):
        raise LacplanError(
            f"No column is known to hold the comments; there are: {', '.join(columns) or 'none'}.",
            hint="Name it: --column text=NAME.",
        )
    used = {*index.values(), *answers.values()}
    unused = tuple(name for at, name in enumerate(columns) if name and at not in used)
    return Columns(index, answers, unused)


def _want_field(field: str, questions: Sequence[str]) -> None:
    if field in FIELDS or field in questions:
        return
    guess = nearest(field, [*FIELDS, *questions])
    hint = f"Did you mean “{guess}”?" if guess else f"There are: {', '.join(FIELDS)}."
    raise LacplanError(f"A comment has no “{field}”.", hint=hint)


def _position(columns: Sequence[str], column: str) -> int:
    if column in columns:
        return columns.index(column)
    guess = nearest(column, columns)
    hint = f"Did you mean “{guess}”?" if guess else f"There are: {', '.join(columns)}."
    raise LacplanError(f"The table has no column “{column}”.", hint=hint)
