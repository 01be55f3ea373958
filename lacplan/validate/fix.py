"""Mends what the rules find, as far as only one answer exists."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lacplan.document.edit import Bare, remove_all, replace_all
from lacplan.document.entries import entry
from lacplan.document.path import Path, steps
from lacplan.document.tree import Document, Mapping, Scalar
from lacplan.model.finding import Finding
from lacplan.validate.draft import Draft
from lacplan.validate.engine import validate
from lacplan.validate.every_rule import EVERY_RULE
from lacplan.validate.locate import Paths
from lacplan.validate.mend import Broken, Mend

_RULES = {rule.code: rule for rule in EVERY_RULE}


_MOST_ROUNDS = 64
"""Each round takes away every other one of neighbours at the least, so few are needed."""


class Fixed(NamedTuple):
    """A draft after it was mended."""

    document: Document
    mended: tuple[Finding, ...]
    """What was found and is no more, the findings of each round in the order of its text."""


class _Mended(NamedTuple):
    """A place, what was found there, and what mends it."""

    path: Path
    place: int
    """Its position in the list or mapping that it is an entry of."""

    finding: Finding
    mend: Mend


def fix(judged: Callable[[Document], Draft], document: Document, codes: frozenset[str]) -> Fixed:
    """Mend what the rules with *codes* find, until nothing is left that can be.

    What an anchor or an alias repeats is left alone, and so is what would be taken away and has a
    comment that belongs to it.

    Args:
        judged: Makes of a document what rules judge.
        document: The draft.
        codes: The rules whose findings are mended.
    """
    mended: list[Finding] = []
    for _ in range(_MOST_ROUNDS):
        found = [*_mends(judged(document), codes)]
        after, done = _applied(document, found) if found else (document, [])
        if after is document:
            break
        document = after
        mended += (each.finding for each in done)
    return Fixed(document, tuple(mended))


def _applied(document: Document, found: list[_Mended]) -> tuple[Document, list[_Mended]]:
    """Return *document* with as many mends of *found* as can be made at one go, and these."""
    by_path = {each.path: each for each in found}
    changed = [each for each in by_path.values() if each.mend.text is not None]
    gone = _apart([each for each in by_path.values() if each.mend.text is None])
    texts = {each.path: _written(each.mend) for each in changed}
    document = remove_all(replace_all(document, texts), [each.path for each in gone])
    return document, [*changed, *gone]


def _written(mend: Mend) -> str | Bare:
    text = mend.text or ""
    return Bare(text) if mend.bare else text


def _mends(draft: Draft, codes: frozenset[str]) -> Iterator[_Mended]:
    """Yield what in *draft* can be mended, in the order of the text."""
    document = draft.document
    if document.root is None:
        return
    paths = Paths(document)
    for finding in validate(draft, EVERY_RULE):
        steps_there = [*paths.to(finding.at.start)] if finding.code in codes else []
        node = steps_there[-1].node if steps_there else None
        if not isinstance(node, Scalar) or node.anchor is not None:
            continue
        path = tuple(step.place if step.key is None else step.key for step in steps_there)
        mend = _RULES[finding.code]().mend(Broken(node, path))
        if mend and (mend.text is not None or not _holds_more(document, path)):
            yield _Mended(path, steps_there[-1].place, finding, mend)


def _holds_more(document: Document, path: Path) -> bool:
    """Tell whether a comment belongs to the entry at *path*, or an alias may repeat its key."""
    *_, (holder, index, _) = steps(document, path)
    if isinstance(holder, Mapping) and holder.entries[index][0].anchor is not None:
        return True
    if holder.flow:
        return "#" in document.text[holder.start : holder.end]
    here = entry(document, holder, index)
    return "#" in document.text[here.start : here.end]


def _apart(found: list[_Mended]) -> list[_Mended]:
    """Return as many of *found* as may go at one go: of neighbours only every other one."""
    chosen: list[_Mended] = []
    taken: dict[Path, int] = {}
    for each in found:
        if taken.get(each.path[:-1], -2) != each.place - 1:
            taken[each.path[:-1]] = each.place
            chosen.append(each)
    return chosen
