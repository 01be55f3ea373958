"""What has come in so far, and what has no answer."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from lacplan.consult.dates import Moments
from lacplan.consult.population import Counting
from lacplan.model.comment import Comment
from lacplan.model.group import Group
from lacplan.model.issues import OPEN
from lacplan.model.ledger import UNANSWERED, Ledger

UNKNOWN = "?"
"""What stands for a group, region, item or day that is not known."""

Counts = tuple[tuple[str, int], ...]
"""Each value with how many comments it has."""


class ItemCount(NamedTuple):
    """The comments on one item."""

    item: str
    """Its id; `UNKNOWN` for comments on the plan as a whole, or on what could not be found."""

    comments: int
    unanswered: int


class Status(NamedTuple):
    """What has come in so far; every number counts comments, split ones by their parts."""

    consultation: str
    version: str
    state: str
    opens: str
    end: str
    submissions: int
    comments: int
    late: int
    erased: int
    unresolved: int
    """Those whose item could not be found in the version."""

    days: Counts
    """By the day on which they came, in the offset that they were sent with."""

    groups: Counts
    regions: Counts
    """By UN M49: the smallest area that is known."""

    dispositions: Counts
    items: tuple[ItemCount, ...]
    unanswered: int
    """Those without a disposition: they belong to no issue, or to an open one."""

    without_issue: int
    open_issues: tuple[str, ...]
    blocking: tuple[str, ...]
    """The issues with an objection that blocks a final version."""


def status(ledger: Ledger, group: Group) -> Status:
    """Return what has come in for the consultation of *ledger*, counted as *group* counts."""
    comments = ledger.comments
    asked = ledger.consultation
    waiting = {each.id for each in comments if ledger.disposition(each) in (OPEN, UNANSWERED)}
    late = Moments(asked, (), asked.opens)
    return Status(
        consultation=ledger.id,
        version=asked.version,
        state=asked.state,
        opens=asked.opens,
        end=asked.end,
        submissions=len(ledger.submissions),
        comments=len(comments),
        late=sum(late.is_late(each.received) for each in comments),
        erased=sum(each.erased is not None for each in comments),
        unresolved=sum(each.target.given is not None for each in comments),
        days=tuple(sorted(Counter(each.received[:10] for each in comments).items())),
        groups=_ranked(_people(comments, group, lambda who: who[0])),
        regions=_ranked(_people(comments, group, lambda who: who[1])),
        dispositions=_ranked(map(ledger.disposition, comments)),
        items=_items(comments, waiting),
        unanswered=len(waiting),
        without_issue=ledger.dispositions[UNANSWERED],
        open_issues=tuple(each.id for each in ledger.issues.issues if each.disposition == OPEN),
        blocking=tuple(each.id for each in ledger.issues.issues if each.blocking),
    )


def _people(
    comments: Iterable[Comment],
    group: Group,
    told: Callable[[tuple[str | None, str | None]], str | None],
) -> Iterable[str]:
    """Yield what is *told* of each comment's author: the stakeholder group, or the region."""
    counting = Counting(group)
    known: dict[tuple[str | None, str | None], str] = {}
    for each in comments:
        who = (each.author.stakeholder, each.author.country)
        if who not in known:
            counted = counting.person(stakeholder=who[0], country=who[1])
            known[who] = told((counted.stakeholder, counted.region)) or UNKNOWN
        yield known[who]


def _items(comments: Iterable[Comment], waiting: set[str]) -> tuple[ItemCount, ...]:
    counts: Counter[str] = Counter()
    unanswered: Counter[str] = Counter()
    for each in comments:
        item = each.target.item or UNKNOWN
        counts[item] += 1
        unanswered[item] += each.id in waiting
    return tuple(ItemCount(item, count, unanswered[item]) for item, count in _ranked_of(counts))


def _ranked(values: Iterable[str]) -> Counts:
    return _ranked_of(Counter(values))


def _ranked_of(counts: Counter[str]) -> Counts:
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def days_left(status: Status, now: datetime) -> int | None:
    """Return how many whole days a consultation has left at *now*; ``None`` once it is over."""
    try:
        left = (datetime.fromisoformat(status.end) - now).days
    except (ValueError, TypeError):
        return None
    return left if left >= 0 else None
