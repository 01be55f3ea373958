"""What the public may know of those who commented."""

from collections.abc import Callable
from operator import itemgetter

from lacplan.model.comment import Author, Comment
from lacplan.model.consultation import AUTHOR_FIELDS
from lacplan.model.ledger import Ledger

_AUTHOR = Comment._fields.index("author")
_BEHIND = Comment._fields.index("signatories") + 1
assert _BEHIND == _AUTHOR + 2  # noqa: S101  # nothing stands between them


def public_part(ledger: Ledger) -> Ledger:
    """Return *ledger* with no more of its authors than the consultation makes public."""
    hidden = {field for field in AUTHOR_FIELDS if field not in ledger.consultation.public}
    if not hidden:
        return ledger
    shown = _shown(hidden)
    return Ledger(
        id=ledger.id,
        consultation=ledger.consultation,
        issues=ledger.issues,
        links=ledger.links.values(),
        comments=tuple(_with(each, shown) for each in ledger.by_id.values()),
    )


def _shown(hidden: set[str]) -> Callable[[Author], Author]:
    """Return what takes the *hidden* fields from an author.

    It and `_with` put tuples together from their places: by names it takes thrice as long, and
    there are a hundred thousand.
    """
    nothing = len(Author._fields)
    places = (nothing if each in hidden else at for at, each in enumerate(Author._fields))
    kept = itemgetter(*places)
    return lambda author: Author._make(kept((*author, None)))


def _with(comment: Comment, shown: Callable[[Author], Author]) -> Comment:
    """Return *comment* with its people as they are *shown*."""
    people = shown(comment.author), tuple(map(shown, comment.signatories))
    return Comment._make((*comment[:_AUTHOR], *people, *comment[_BEHIND:]))
