"""What an edit did to a field, in the form that reads best."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lacplan.diff.change import Change, Mark, Run
from lacplan.model.types import ListOf, Text
from lacplan.render.changes.voice import PLAIN, Plain, entries, field_of

_ALIKE = 0.4
"""From which likeness on, of 0 to 1, an entry of a list is said to be another one reworded."""

_SHORT = 40
"""Two texts that are no longer, in characters, and have no word in common, are two values."""

_MOST_PAIRS = 400
"""How many pairs of entries are compared; with more, none are paired."""

Runs = tuple[Run, ...]


class Words(NamedTuple):
    """Text of which some words changed, or that was set or taken away."""

    runs: Runs


class Swap(NamedTuple):
    """One short value in the place of another."""

    old: str
    new: str


class Listed(NamedTuple):
    """A list: the entries that changed, each by itself."""

    entries: tuple[Runs, ...]


class Reordered(NamedTuple):
    """A list whose entries have another order: how they stand now."""

    entries: tuple[str, ...]


Told = Words | Swap | Listed | Reordered


def told(change: Change, voice: Plain = PLAIN) -> Told:
    """Return what the edit *change* did to its field."""
    key = change.field or ""
    if change.words:
        return _worded(change)
    old, new = entries(key, change.old, voice), entries(key, change.new, voice)
    if len(old) <= 1 and len(new) <= 1 and not isinstance(change.old or change.new, list | dict):
        return Swap(old[0], new[0]) if old and new else Words((*_gone(old), *_come(new)))
    if len(old) == len(new) == 1 and not _is_list(key):
        return Swap(old[0], new[0])
    if Counter(old) == Counter(new):
        return Reordered(tuple(new))
    return Listed(tuple(_listed(old, new, of_text=_is_text_list(key))))


def _worded(change: Change) -> Words | Swap:
    old, new = str(change.old), str(change.new)
    replaced = all(run.mark is not Mark.KEPT for run in change.words)
    short = len(old) <= _SHORT and len(new) <= _SHORT
    return Swap(old, new) if replaced and short else Words(change.words)


def _is_list(key: str) -> bool:
    field = field_of(key)
    return field is not None and isinstance(field.type, ListOf)


def _is_text_list(key: str) -> bool:
    field = field_of(key)
    return field is not None and field.type == ListOf(Text())


def _listed(old: Sequence[str], new: Sequence[str], *, of_text: bool) -> Iterator[Runs]:
    """Yield each entry that changed: in the order of the new list, then what is gone."""
    gone = _without(old, new)
    come = _without(new, old)
    became = _reworded(gone, come) if of_text else {}
    for entry in come:
        if entry in became:
            yield _words(became[entry], entry)
        else:
            yield (Run(Mark.ADDED, entry),)
    yield from ((Run(Mark.DELETED, entry),) for entry in gone if entry not in became.values())


def _without(these: Sequence[str], those: Sequence[str]) -> list[str]:
    left = Counter(those)
    missing = []
    for each in these:
        if left[each]:
            left[each] -= 1
        else:
            missing.append(each)
    return missing


def _reworded(gone: Sequence[str], come: Sequence[str]) -> dict[str, str]:
    """Return for each new entry that is an old one reworded what it was."""
    from lacplan.diff.words import likeness

    if len(gone) * len(come) > _MOST_PAIRS:
        return {}
    pairs = ((likeness(was, now), was, now) for was in gone for now in come)
    became: dict[str, str] = {}
    taken: set[str] = set()
    for alike, was, now in sorted(pairs, key=lambda pair: -pair[0]):
        if alike >= _ALIKE and was not in taken and now not in became:
            became[now] = was
            taken.add(was)
    return became


def _words(old: str, new: str) -> Runs:
    from lacplan.diff.words import words

    return words(old, new)


def _gone(texts: Sequence[str]) -> Iterator[Run]:
    return (Run(Mark.DELETED, text) for text in texts)


def _come(texts: Sequence[str]) -> Iterator[Run]:
    return (Run(Mark.ADDED, text) for text in texts)


def lost(change: Change, voice: Plain = PLAIN) -> list[Runs]:
    """Return what a split or merge carries on no more: sentences, then fields with their names."""
    words: list[Runs] = [(run,) for run in change.words if run.mark is Mark.DELETED]
    for fields in change.lost.values() if isinstance(change.lost, dict) else ():
        for key, value in fields.items() if isinstance(fields, dict) else ():
            said = "; ".join(entries(key, value, voice))
            words.append((Run(Mark.KEPT, f"{voice.field(key)}: "), Run(Mark.DELETED, said)))
    return words


def shortened(runs: Runs, reach: int) -> Runs:
    """Return *runs* with the inside of long kept ones left out, for “…”.

    Args:
        runs: What became of a text.
        reach: How many characters beside a change stay in view, at the most.
    """
    last = len(runs) - 1
    return tuple(
        run
        if run.mark is not Mark.KEPT
        else Run(run.mark, _cut(run.text, reach * (place > 0), reach * (place < last)))
        for place, run in enumerate(runs)
    )


def abridged(runs: Runs, reach: int) -> Runs:
    """Return *runs* with the inside of every long one left out, as `shortened` does."""
    return tuple(Run(run.mark, _cut(run.text, reach, reach)) for run in shortened(runs, reach))


def _cut(text: str, head: int, tail: int) -> str:
    """Return at most *head* and *tail* characters of *text*; all of it where little would go."""
    if head + tail == 0 or len(text) <= (head + tail) * 3 // 2:
        return text
    return f"{_head(text, head)}…{_tail(text, tail)}"


def _head(text: str, size: int) -> str:
    """Return the beginning of *text*, up to a space where there is one."""
    cut = text[:size]
    at = max(cut.rfind(" "), cut.rfind("\n"))
    return cut[: at + 1] if at > size // 2 else cut


def _tail(text: str, size: int) -> str:
    """Return the end of *text*, from a space on where there is one."""
    cut = text[-size:] if size else ""
    at = min((place for place in (cut.find(" "), cut.find("\n")) if place >= 0), default=size)
    return cut[at:] if at < size // 2 else cut
