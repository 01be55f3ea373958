"""What the public may know of those who commented."""

from lacplan.model.comment import Author
from lacplan.model.consultation import AUTHOR_FIELDS
from lacplan.model.ledger import Ledger


def public_part(ledger: Ledger) -> Ledger:
    """Return *ledger* with no more of its authors than the consultation makes public."""
    public = ledger.consultation.public
    hidden = dict.fromkeys(field for field in AUTHOR_FIELDS if field not in public)
    if not hidden:
        return ledger

    def shown(author: Author) -> Author:
        return author._replace(**hidden)

    return Ledger(
        id=ledger.id,
        consultation=ledger.consultation,
        issues=ledger.issues,
        links=ledger.links.values(),
        comments=tuple(
            each._replace(
                author=shown(each.author), signatories=tuple(map(shown, each.signatories))
            )
            for each in ledger.by_id.values()
        ),
    )
