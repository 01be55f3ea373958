"""What the public may know of authors: the fields that are listed, and the kind; no more."""

from itertools import combinations

import pytest

from lacplan.consult.publicity import public_part
from lacplan.model.comment import Author, Comment, Target
from lacplan.model.consultation import AUTHOR_FIELDS, Consultation
from lacplan.model.issues import Issue, Issues, Link
from lacplan.model.ledger import Ledger

ANA = Author("person", "Ana", "LACTLD", "technical-community", "UY")
LUIS = Author("person", "Luis", "ITU", "government", "AR")


def comment(id: str, **fields) -> Comment:
    given = {"seq": 1, "received": "2013-04-01T00:00:00Z", "channel": "csv", "text": "Yes."}
    return Comment(id=id, submission=id, **given, **fields)


COMMENTS = (
    comment("a", author=ANA, signatories=(LUIS, ANA), target=Target("x"), position="oppose"),
    comment("b", author=LUIS, split_from="a", answers={"q": "No."}, moderated="insults"),
    comment("c"),
)


def ledger(public: tuple[str, ...]) -> Ledger:
    return Ledger(
        id="round-1",
        consultation=Consultation(public=public),
        issues=Issues(issues=(Issue(id="i", title="I"),)),
        links=[Link("a", "i"), Link("c", "i")],
        comments=COMMENTS,
    )


some_fields = pytest.mark.parametrize(
    "public", [each for size in range(5) for each in combinations(AUTHOR_FIELDS, size)], ids=str
)


@some_fields
def test_of_people_only_what_is_listed_is_left(public: tuple[str, ...]) -> None:
    for before, after in zip(COMMENTS, public_part(ledger(public)).by_id.values(), strict=True):
        whole = (before.author, *before.signatories)
        for was, now in zip(whole, (after.author, *after.signatories), strict=True):
            assert now._asdict() == {
                field: value if field in ("kind", *public) else None
                for field, value in was._asdict().items()
            }


@some_fields
def test_all_else_is_as_it_was(public: tuple[str, ...]) -> None:
    whole, part = ledger(public), public_part(ledger(public))
    for before, after in zip(COMMENTS, part.by_id.values(), strict=True):
        assert after._replace(author=before.author, signatories=before.signatories) == before
    assert (part.links, part.split, part.issues) == (whole.links, whole.split, whole.issues)
    assert [each.id for each in part.comments] == [each.id for each in whole.comments]
    assert [each.id for each in part.comments_of("i")] == ["c"]
