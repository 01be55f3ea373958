"""Which column of a table of comments holds what: guessed from its name, or named."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lacplan.errors import LacplanError, nearest
from lacplan.vocab import headings

FIELDS = tuple(headings.COLUMNS)
"""What a column may hold."""

CONTACT_FIELDS = ("mail", "telephone", "address")
"""What is kept apart from the comments, and never committed."""

_AUTHOR = ("kind", "name", "organization", "stakeholder", "country", *CONTACT_FIELDS)
_OWN = {
    **{f"target.{field}": field for field in ("item", "field", "quote")},
    "target.language": "target-language",
    **{f"author.{field}": field for field in _AUTHOR},
    **{field: field for field in ("submission", "received", "language", "text", "proposed")},
    **{field: field for field in ("signatories", "attachments")},
}
"""The keys of lacplan's own lines, which go before what other names may mean."""

_ELSE = {"target.given": "item", **{field: field for field in FIELDS}}
"""The keys of JSON lines that say a field where the line has it under no better one."""

COMMENT = "comment id"
"""The field that lacplan's own tables have besides: the id of the comment itself."""

PART = "part of"
"""As `COMMENT`: the id of the comment that it was a part of."""

STATE = "state"
"""As `COMMENT`: whether it was withdrawn."""

_KEPT = {"id": COMMENT, "split-from": PART, "split from": PART}
_KEPT_WHOLE = {**_KEPT, "withdrawn": STATE, "state": STATE}
"""The columns of those fields; some mean so only in a table that lacplan wrote."""

_WRITTEN = {"id", "submission", "received", "channel"}
"""The columns of each table that lacplan wrote."""

_FOUND_ANEW = ("seq", "channel", "late", "issue", "disposition", "moderated", "erased", "digest")
"""What lacplan's own tables say of a comment that is not the author's: nothing to be told of."""


class Columns(NamedTuple):
    """What stands in which column, by its position from 0."""

    fields: Mapping[str, int]
    """By field, one of `FIELDS`."""

    answers: Mapping[str, int]
    """By the id of the question."""

    unused: tuple[str, ...]
    """The columns that are not taken over."""

    nameless: Sequence[int] = ()
    """The columns without a name, of which none is taken over."""

    otherwise: Sequence[tuple[str, int]] = ()
    """Fields with further columns that have them where those before are empty."""

    is_own: bool = False
    """Whether lacplan wrote the table, so that it says all that is known."""


def find_columns(
    columns: Sequence[str],
    named: Mapping[str, str],
    questions: Mapping[str, str] | None = None,
) -> Columns:
    """Return what stands in which of *columns*.

    Of several columns that may hold a field, that with the plainest name does.

    Args:
        columns: Their names.
        named: By field or question, the name of the column that holds it; an empty one says that
            none does.
        questions: What the consultation's questions are called, plain (`headings.plain`), with
            their ids; a column that is called so has the answers.

    Raises:
        LacplanError: *named* has a field or column that is not there, or nothing can be found that
            holds the comments.
    """
    questions = questions or {}
    ids = [*dict.fromkeys(questions.values())]
    index: dict[str, int] = {}
    answers: dict[str, int] = {}
    for field, column in named.items():
        _want_field(field, ids)
        if column:
            (answers if field in ids else index)[field] = _position(columns, column)
    is_own = {*columns} >= _WRITTEN and "submission" not in named
    if {"id", "submission"} <= {*columns} and "submission" not in named:
        kept = _KEPT_WHOLE if is_own else _KEPT
        index |= {kept[name]: columns.index(name) for name in columns if name in kept}
    for at, column in enumerate(columns):
        question = questions.get(headings.plain(column.removeprefix("answers.")))
        if question and question not in named and at not in index.values():
            answers.setdefault(question, at)
    otherwise: list[tuple[str, int]] = []
    for field, at in _meant(columns):
        if field not in named and at not in {*index.values(), *answers.values()}:
            if field not in index:
                index[field] = at
            elif columns[at] in {*_ELSE} - {*columns[:at]} and (field, at) not in otherwise:
                otherwise.append((field, at))
    if not ({"text", "proposed"} & index.keys() or answers or is_own):
        raise LacplanError(
            "No column is known to hold the comments; there are: "
            f"{', '.join(filter(None, columns)) or 'none'}.",
            hint="Name it: --column text=NAME.",
        )
    used = {*index.values(), *answers.values(), *(at for _, at in otherwise)}
    unused = tuple(
        f"{name} (again)" if name in columns[:at] else name
        for at, name in enumerate(columns)
        if name and at not in used and not (is_own and name in _FOUND_ANEW)
    )
    nameless = [at for at, name in enumerate(columns) if not name and at not in used]
    return Columns(index, answers, unused, nameless, otherwise, is_own)


def is_heading(
    row: Sequence[str], named: Mapping[str, str], questions: Mapping[str, str] | None = None
) -> bool:
    """Tell whether *row* names the columns of comments, and is no row of them; see `find_columns`.

    A row of one word among several cells names none.
    """
    try:
        found = find_columns(row, named, questions)
    except LacplanError:
        return False
    said = sum(map(bool, row))
    return said == 1 or len({*found.fields.values(), *found.answers.values()}) > 1


def _meant(columns: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield what each of *columns* may hold, lacplan's own names first, then the plainest."""
    yield from ((_OWN[column], at) for at, column in enumerate(columns) if column in _OWN)
    yield from ((_ELSE[column], at) for at, column in enumerate(columns) if column in _ELSE)
    plain = ((headings.plain(column), at) for at, column in enumerate(columns))
    known = sorted((_RANKS[word], at, _WORDS[word]) for word, at in plain if word in _WORDS)
    yield from ((field, at) for _, at, field in known)


_WORDS = headings.words(headings.COLUMNS)
_RANKS = {word: rank for rank, word in enumerate(_WORDS)}


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
