"""What happened beside a draft between two states of it: who joined, what came in, and so on."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from lacplan.model.comment import Comment
from lacplan.model.contribution import Contribution
from lacplan.model.group import Group
from lacplan.model.issues import OPEN
from lacplan.model.ledger import Ledger


class Kept(NamedTuple):
    """What lies beside a draft, in one state of it."""

    group: Group = Group()
    contributions: tuple[Contribution, ...] = ()
    consultations: Mapping[str, Ledger] = MappingProxyType({})
    """By their ids."""


class Step(NamedTuple):
    """One kind of thing that happened, and how often."""

    kind: str
    """Such as ``comments came in``: a key of `lacplan.render.community.progress.SAID`."""

    number: int = 1
    name: str = ""
    """The id of a consultation, where one is meant."""


def progress(before: Kept, after: Kept) -> Iterator[Step]:
    """Yield what happened from *before* to *after*, each kind once that happened at all."""
    for id, ledger in after.consultations.items():
        yield from _course(id, before.consultations.get(id), ledger)
    yield from _comments(before.consultations, after.consultations)
    yield from _issues(before.consultations, after.consultations)
    yield from _compared("members", before.group.members, after.group.members)
    group = after.group
    if before.group._replace(members=group.members, format=group.format) != group:
        yield Step("charter changed")
    yield from _compared("contributions", before.contributions, after.contributions)


def _course(id: str, before: Ledger | None, after: Ledger) -> Iterator[Step]:
    """Yield what became of a consultation itself."""
    asked = after.consultation
    if before is None:
        yield Step("consultation begun", name=id)
    elif before.consultation.state != asked.state:
        yield Step(f"consultation {asked.state}", name=id)
    elif len(before.consultation.extensions) < len(asked.extensions):
        yield Step("consultation extended", name=id)
    elif before.consultation != asked:
        yield Step("consultation changed", name=id)


def _comments(before: Mapping[str, Ledger], after: Mapping[str, Ledger]) -> Iterator[Step]:
    new = split = amended = erased = linked = 0
    for id, ledger in after.items():
        old = before.get(id)
        known = old.by_id if old else {}
        new += sum(_first(each, ledger).id not in known for each in ledger.comments)
        split += len((ledger.split & known.keys()) - (old.split if old else frozenset()))
        for comment in ledger.by_id.values():
            then = known.get(comment.id)
            if then is not None and then != comment:
                erased += comment.erased is not None and then.erased is None
                amended += comment.erased is None
        links = old.links if old else {}
        linked += sum(links.get(each) != link for each, link in ledger.links.items())
    counts = {"came in": new, "split": split, "amended": amended, "erased": erased}
    counts["linked"] = linked
    yield from (Step(f"comments {what}", count) for what, count in counts.items() if count)


def _first(comment: Comment, ledger: Ledger) -> Comment:
    """Return what *comment* came in as: itself, or what it is a part of, however often split."""
    parts = set()
    while comment.split_from in ledger.by_id and comment.id not in parts:
        parts.add(comment.id)  # a file that names parts of each other has an end, too
        comment = ledger.by_id[comment.split_from]
    return comment


def _issues(before: Mapping[str, Ledger], after: Mapping[str, Ledger]) -> Iterator[Step]:
    begun = answered = changed = removed = 0
    for id, ledger in after.items():
        known = before[id].issue_by_id if id in before else {}
        for issue in ledger.issues.issues:
            then = known.get(issue.id)
            if issue.disposition != OPEN and (then is None or then.disposition == OPEN):
                answered += 1
            elif then is None:
                begun += 1
            else:
                changed += then != issue
        removed += len(known.keys() - ledger.issue_by_id.keys())
    counts = {"answered": answered, "begun": begun, "changed": changed, "removed": removed}
    yield from (Step(f"issues {what}", count) for what, count in counts.items() if count)


def _compared(what: str, before: Iterable[Any], after: Iterable[Any]) -> Iterator[Step]:
    """Yield how many things with ids are new, others than they were, or gone."""
    old, new = ({each.id: each for each in those} for those in (before, after))
    counts = {
        "added": len(new.keys() - old.keys()),
        "changed": sum(old[id] != new[id] for id in old.keys() & new.keys()),
        "removed": len(old.keys() - new.keys()),
    }
    yield from (Step(f"{what} {how}", count) for how, count in counts.items() if count)
