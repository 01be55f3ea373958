"""What a consultation came to: who took part, what was decided on it, and what changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from lacplan.consult.disclosure import Shown, protected
from lacplan.consult.population import Counting
from lacplan.diff.answers import Answers, Proof
from lacplan.diff.change import Change
from lacplan.model.comment import Author, Comment
from lacplan.model.group import Group
from lacplan.model.issues import NOT_TAKEN_UP, OPEN, Issue, Link
from lacplan.model.ledger import UNANSWERED, Ledger
from lacplan.model.plan import Plan

Counts = tuple[tuple[str, int], ...]
"""Each value with how many comments it has."""


UNRESOLVED = "?"
"""What stands for an item that the version does not have."""


class Tally(NamedTuple):
    """How much came in: comments, in how many submissions, with how many different texts."""

    comments: int
    submissions: int
    texts: int


class Row(NamedTuple):
    """How much came from people of one value."""

    value: str | None
    """``None`` for those of whom it is not known."""

    tally: Tally


class Dimension(NamedTuple):
    """One respect in which those who took part are counted."""

    name: str
    """``stakeholder``, ``subregion``, ``country`` or ``language``."""

    rows: tuple[Row, ...]
    """The most submissions first."""


class Cross(NamedTuple):
    """Submissions by stakeholder group and country's region."""

    rows: tuple[str | None, ...]
    columns: tuple[str | None, ...]
    cells: Shown | None
    """``None`` in a cell that is hidden; ``None`` altogether where the table must be withheld."""


class Answered(NamedTuple):
    """An issue with the comments that raise it, and what was made of it."""

    issue: Issue
    comments: tuple[Comment, ...]
    tally: Tally
    positions: Counts
    otherwise: tuple[Link, ...]
    """The links of comments that got another disposition than the issue."""

    proofs: tuple[Proof, ...]


class Part(NamedTuple):
    """What was said of one item."""

    item: str | None
    """Its id; ``None`` for the plan as a whole, `UNRESOLVED` for what could not be found."""

    tally: Tally
    waiting: int
    """Comments without an answer."""

    issues: tuple[Answered, ...]
    heirs: tuple[str, ...] = ()
    """The ids of what carries the item on in the version that answers, where it was split."""


class Question(NamedTuple):
    """What was answered to a question of the consultation."""

    id: str
    text: Mapping[str, str]
    answers: Counts
    """Each different answer, the most frequent first."""


class File(NamedTuple):
    """A file that the report is made from."""

    name: str
    sha256: str


class Report(NamedTuple):
    """What a consultation came to, as far as its authors are public."""

    ledger: Ledger
    answers: Answers
    plan: Plan
    """The version that was consulted."""

    tally: Tally
    dispositions: Counts
    positions: Counts
    dimensions: tuple[Dimension, ...]
    cross: Cross | None
    """``None`` where groups or countries are not public."""

    questions: tuple[Question, ...]
    parts: tuple[Part, ...]
    """In the order of the plan; the plan as a whole first."""

    editorial: tuple[Proof, ...]
    unexplained: tuple[Change, ...]
    unexplained_since: tuple[Change, ...]
    """What changed without a reason after the version that answers."""

    unlinked: tuple[Comment, ...]
    """Comments that belong to no issue, and were not withdrawn."""

    unresolved: tuple[Comment, ...]
    late: tuple[Comment, ...]
    withdrawn: tuple[Comment, ...]
    moderated: tuple[Comment, ...]
    erased: tuple[Comment, ...]
    split: int
    files: tuple[File, ...]

    @property
    def issues(self) -> Iterator[Answered]:
        """Every issue, in the order of the parts."""
        for part in self.parts:
            yield from part.issues

    @property
    def refused(self) -> Iterator[Answered]:
        """The issues that were not taken up, or only in part.

        Of a duplicate, the issue that it names is told.
        """
        return (each for each in self.issues if each.issue.disposition in NOT_TAKEN_UP)


def report(
    answers: Answers,
    plan: Plan,
    group: Group,
    *,
    late: Callable[[str], bool],
    files: Sequence[File],
) -> Report:
    """Return what the consultation of *answers* came to.

    Args:
        answers: The consultation, with no more of its authors than is public.
        plan: The version that was consulted.
        group: What says which constituency belongs to which stakeholder group, and which country
            to which region.
        late: Tells whether a comment that was received then (RFC 3339) came outside the window.
        files: What all of it is read from.
    """
    ledger = answers.ledger
    comments = ledger.comments
    proofs = answers.proofs
    people = _People(ledger, group)
    became = [*map(ledger.disposition, comments)]
    waiting = {
        each.id for each, said in zip(comments, became, strict=True) if said in (OPEN, UNANSWERED)
    }
    return Report(
        ledger=ledger,
        answers=answers,
        plan=plan,
        tally=tally(comments),
        dispositions=ranked(became),
        positions=ranked(each.position for each in comments if each.position),
        dimensions=tuple(people.dimensions()),
        cross=people.cross(),
        questions=tuple(_questions(ledger)),
        parts=tuple(_parts(answers, plan, proofs, waiting)),
        editorial=tuple(each for each in proofs if each.issue is None),
        unexplained=answers.unexplained(),
        unexplained_since=answers.unexplained_since,
        unlinked=tuple(
            each for each, said in zip(comments, became, strict=True) if said == UNANSWERED
        ),
        unresolved=tuple(each for each in comments if each.target.given and not each.target.item),
        late=tuple(each for each in comments if late(each.received)),
        withdrawn=tuple(each for each in comments if each.withdrawn),
        moderated=tuple(each for each in comments if each.moderated is not None),
        erased=tuple(each for each in comments if each.erased),
        split=len(ledger.split),
        files=tuple(files),
    )


def tally(comments: Sequence[Comment]) -> Tally:
    """Return how much *comments* come to; those of which the text was erased have none."""
    return _together([_crowd(comments)])


class _Sort(NamedTuple):
    """What comments are counted by."""

    stakeholder: str | None
    country: str | None
    language: str | None


class _Crowd(NamedTuple):
    """Comments that are told apart no more."""

    comments: int
    submissions: set[str]
    texts: set[str]


def _crowd(comments: Sequence[Comment]) -> _Crowd:
    texts = {each.text for each in comments}
    texts.discard("")
    return _Crowd(len(comments), {each.submission for each in comments}, texts)


def _together(crowds: Sequence[_Crowd]) -> Tally:
    return Tally(
        sum(each.comments for each in crowds),
        len(set().union(*(each.submissions for each in crowds))),
        len(set().union(*(each.texts for each in crowds))),
    )


def ranked(values: Iterable[str]) -> Counts:
    """Return each of *values* with how often it is there, the most frequent first."""
    counts = Counter(values)
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


class _People:
    """Counts those who took part, as far as their group and country are public."""

    def __init__(self, ledger: Ledger, group: Group) -> None:
        self.public = ledger.consultation.public
        self.comments = ledger.comments
        self.counting = Counting(group)
        self.known: dict[tuple[str | None, str | None], tuple[str | None, str | None]] = {}

    def dimensions(self) -> Iterator[Dimension]:
        """Yield the comments by group, region, country and language."""
        if "stakeholder" in self.public:
            yield self._by("stakeholder", lambda each: self._place(*each[:2])[0])
        if "country" in self.public:
            yield self._by("subregion", lambda each: self._place(*each[:2])[1])
            yield self._by("country", lambda each: each.country)
        yield self._by("language", lambda each: each.language)

    def cross(self) -> Cross | None:
        """Return the submissions by group and region, small cells hidden."""
        if not {"stakeholder", "country"} <= {*self.public}:
            return None
        first: dict[str, Author] = {}
        for each in self.comments:
            first.setdefault(each.submission, each.author)
        counts: Counter[tuple[str | None, str | None]] = Counter()
        alike = Counter((author.stakeholder, author.country) for author in first.values())
        for who, number in alike.items():
            counts[self._place(*who)] += number
        rows = sorted({row for row, _ in counts}, key=_last)
        columns = sorted({column for _, column in counts}, key=_last)
        cells = [[counts[row, column] for column in columns] for row in rows]
        return Cross(tuple(rows), tuple(columns), protected(cells) if cells else ())

    def _by(self, name: str, value: Callable[[_Sort], str | None]) -> Dimension:
        found: dict[str | None, list[_Crowd]] = {}
        for sort, crowd in self._crowds.items():
            found.setdefault(value(sort), []).append(crowd)
        rows = [Row(value, _together(crowds)) for value, crowds in found.items()]
        rows.sort(key=lambda row: (row.value is None, -row.tally.submissions, row.value or ""))
        return Dimension(name, tuple(rows))

    @cached_property
    def _crowds(self) -> dict[_Sort, _Crowd]:
        """The comments by their sorts: there are few, and every dimension counts them anew."""
        found: dict[_Sort, list[Comment]] = {}
        for each in self.comments:
            found.setdefault(_sort(each), []).append(each)
        return {sort: _crowd(those) for sort, those in found.items()}

    def _place(self, stakeholder: str | None, country: str | None) -> tuple[str | None, str | None]:
        """Return the stakeholder group and the region of such an author."""
        who = (stakeholder, country)
        if who not in self.known:
            person = self.counting.person(stakeholder=stakeholder, country=country)
            self.known[who] = person.stakeholder, person.region
        return self.known[who]


def _sort(comment: Comment) -> _Sort:
    author = comment.author
    return _Sort(author.stakeholder, author.country, comment.language or comment.target.language)


def _last(value: str | None) -> tuple[bool, str]:
    """Sort what is not known behind all else."""
    return value is None, value or ""


def _questions(ledger: Ledger) -> Iterator[Question]:
    asked = ledger.consultation.questions
    given: dict[str, list[str]] = {each.id: [] for each in asked}
    for comment in ledger.comments:
        for id, text in comment.answers.items():
            if id in given and comment.moderated is None and not comment.withdrawn:
                given[id].append(text)
    for each in asked:
        yield Question(each.id, dict(each.text), ranked(given[each.id]))


def _parts(
    answers: Answers, plan: Plan, proofs: Sequence[Proof], waiting: set[str]
) -> Iterator[Part]:
    ledger = answers.ledger
    comments: dict[str | None, list[Comment]] = {}
    for comment in ledger.comments:
        target = comment.target
        about = UNRESOLVED if target.given and not target.item else target.item
        comments.setdefault(about, []).append(comment)
    issues: dict[str | None, list[Issue]] = {}
    for issue in ledger.issues.issues:
        issues.setdefault(issue.item, []).append(issue)
    shown: dict[str, list[Proof]] = {}
    for proof in proofs:
        if proof.issue is not None:
            shown.setdefault(proof.issue.id, []).append(proof)
    for item in _order(plan, {*comments, *issues}):
        those = comments.get(item, [])
        answered = [
            _answered(each, ledger, shown.get(each.id, ())) for each in issues.get(item, ())
        ]
        yield Part(
            item,
            tally(those),
            sum(each.id in waiting for each in those),
            tuple(answered),
            answers.heirs(item) if item else (),
        )


def _order(plan: Plan, items: set[str | None]) -> Iterator[str | None]:
    """Yield *items*: the plan first, then what it has in its order, then the others."""
    ids = [id for item in plan.walk() for id in (item.id, *(each.id for each in item.indicators))]
    yield from (each for each in (None, *ids) if each in items)
    others = sorted(each for each in items - {None, UNRESOLVED, *ids} if each is not None)
    yield from (*others, *({UNRESOLVED} & items))


def _answered(issue: Issue, ledger: Ledger, proofs: Sequence[Proof]) -> Answered:
    comments = ledger.comments_of(issue.id)
    links = (ledger.links[each.id] for each in comments)
    return Answered(
        issue=issue,
        comments=comments,
        tally=tally(comments),
        positions=ranked(each.position for each in comments if each.position),
        otherwise=tuple(
            link for link in links if link.disposition not in (None, issue.disposition)
        ),
        proofs=tuple(proofs),
    )
