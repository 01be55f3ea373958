"""A change log in Markdown, for GitHub and for any renderer of CommonMark, and for minutes.

Words that are gone stand in ``<del>``, new ones in ``<ins>``. Inline HTML is part of CommonMark,
GitHub shows both tags, struck and underlined, and they say aloud what they are. The marks ``~~``
and ``**`` would be lighter, but ``~~`` is no CommonMark, and neither of them works around a comma,
or between letters of Chinese, where no space stands beside it.
"""

import re
from collections.abc import Iterator
from itertools import chain
from textwrap import indent

from lacplan.diff.change import Change, Class, Diff, Kind, Mark
from lacplan.diff.tokens import is_unspaced
from lacplan.model.encode import Json
from lacplan.model.types import Text
from lacplan.render import escape, prose
from lacplan.render.changes.catalogue import Spoken, Words
from lacplan.render.changes.names import Names, Side, labelled
from lacplan.render.changes.outline import Outline, Section, Shift, Subject, outline
from lacplan.render.changes.told import (
    Listed,
    Reordered,
    Runs,
    Swap,
    abridged,
    lost,
    shortened,
    told,
)
from lacplan.render.changes.told import Words as Worded
from lacplan.render.changes.voice import entries, field_of
from lacplan.render.escape import literal

_REACH = 80
"""How many characters of unchanged text are shown beside a change."""

_SHORT = 60
"""Entries of a list that are no longer, in characters, stand in one line."""

_TITLES = frozenset({"id", "code", "title"})
_TIMES = frozenset({"start", "end"})


def render(diff: Diff, *, old: Side, new: Side) -> str:
    """Return *diff* as a page of Markdown, ending in a newline.

    The page speaks the language of the new draft. Each section tells of the substantive changes
    first, and then of the editorial ones in a list of their own.
    """
    log = _Log(diff, old, new)
    blocks = chain(_front(log, diff), *(_section(each, log) for each in log.outline.sections))
    if log.words.page.right_to_left:
        blocks = chain(['<div dir="rtl">'], blocks, ["</div>"])
    return "\n\n".join(blocks) + "\n"


class Redline:
    """Changes between two drafts as a list for a page, some of them at a time.

    Args:
        old: The old draft.
        new: The new one, whose language the list speaks.
    """

    def __init__(self, old: Side, new: Side) -> None:
        self._log = _Log(Diff(()), old, new)

    def of(self, changes: tuple[Change, ...]) -> str:
        """Return *changes* as bullets, item by item, with struck and added words."""
        log = self._log
        log.outline = outline(Diff(changes))
        lines: list[str] = []
        for section in log.outline.sections:
            for subject in (*((section.own,) if section.own else ()), *section.subjects):
                lines += _subject(subject, log, own=False)
                lines += _asides(subject, log, own=False)
            lines += (_shift(shift, log) for shift in section.shifts)
        return "\n".join(lines)


class _Log:
    """What every part of a change log may need to know of the whole."""

    def __init__(self, diff: Diff, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        self.outline: Outline = outline(diff)
        self.words = Words(new.plan.language)
        self.names = Names(old.plan, new.plan)
        self.voice = Spoken(self.words, self.names, old.plan, new.plan)

    def name(self, subject: Subject) -> str:
        """Return what the item of *subject* is called."""
        if subject.item is None:
            return self.words["the plan itself"]
        holder = self.names.holder(subject.item or "")
        title = subject.title or subject.item or ""
        if holder is None:
            return literal(labelled(subject.code, title))
        label = f"{self.words['indicator']}{self.words.page.colon}"
        return literal(f"{holder.code or holder.title} · {label} {title}")

    def parent(self, key: Json, *, old: bool = False) -> str:
        """Return what the item that *key* names is called; ``None`` is the top."""
        if key is None:
            return self.words["the top"]
        label = self.names.old_label(str(key)) if old else self.names.label(str(key))
        return literal(label)


def _front(log: _Log, diff: Diff) -> Iterator[str]:
    refs = (escape.code(side.ref) for side in (log.old, log.new))
    yield f"# {log.words['changes from'].format(*refs)}"
    if log.new.plan.title:
        yield literal(log.new.plan.title)
    if not diff.changes:
        yield log.words["none"]
        return
    yield log.words.summary(diff.changes)
    yield log.words["explained"]


def _section(section: Section, log: _Log) -> Iterator[str]:
    heading = log.words["the plan itself"] if section.area is None else section.heading or "…"
    yield f"## {literal(heading)}"
    subjects = (*((section.own,) if section.own else ()), *section.subjects)
    bullets = [
        bullet
        for subject in subjects
        for bullet in _subject(subject, log, own=subject is section.own)
    ]
    if bullets:
        yield "\n".join(bullets)
    asides = [
        aside for subject in subjects for aside in _asides(subject, log, own=subject is section.own)
    ] + [_shift(shift, log) for shift in section.shifts]
    if asides:
        yield f"*{log.words['editorial']}*"
        yield "\n".join(asides)


def _subject(subject: Subject, log: _Log, *, own: bool) -> Iterator[str]:
    """Yield the bullets that tell of the substantive changes of one item."""
    changes = [change for change in subject.changes if _is_main(change, subject)]
    if not changes:
        return
    name = f"**{log.name(subject)}**"
    if len(changes) == 1 and changes[0].kind in (Kind.ADDED, Kind.REMOVED):
        yield _bullet(*_whole(changes[0], name, log))
    elif own:
        yield from (_bullet(*_told(change, log)) for change in changes)
    elif len(changes) == 1:
        first, *others = _told(changes[0], log)
        yield _bullet(f"{name} — {first}", *others)
    else:
        yield _bullet(name, *(_bullet(*_told(change, log)) for change in changes))


def _asides(subject: Subject, log: _Log, *, own: bool) -> Iterator[str]:
    """Yield a line for each editorial change of one item."""
    for change in subject.changes:
        if not _is_main(change, subject):
            said = _sentence(change, log, brief=True)
            name = "" if own else f"{log.name(subject)} — "
            yield f"- {name}{said} {escape.code(change.fingerprint)}"


def _is_main(change: Change, subject: Subject) -> bool:
    """Tell whether a change is told in full; a new code is, where the item has a new place."""
    if change.kind is Kind.RENUMBERED:
        return any(each.kind is Kind.MOVED for each in subject.changes)
    return change.weight.cls is Class.SUBSTANTIVE


def _bullet(line: str, *below: str) -> str:
    """Return a list item: a line, and what belongs under it."""
    return "\n".join([f"- {line}", *(indent(block, "  ") for block in below)])


def _told(change: Change, log: _Log) -> Iterator[str]:
    """Yield the line that tells of a change, then the blocks that belong under it."""
    fingerprint = escape.code(change.fingerprint)
    if change.kind in (Kind.ADDED, Kind.REMOVED):
        yield from _whole(change, f"**{literal(labelled(change.code, change.title))}**", log)
        return
    listed = _list(change, log)
    if listed:
        yield f"{_label(change.field or '', log)} {fingerprint}"
        yield listed
        return
    yield f"{_sentence(change, log)} {fingerprint}"
    if change.kind in (Kind.SPLIT, Kind.MERGED):
        yield from _carried(change, log)
    elif _is_prose(change.field) and change.words:
        yield _before_after(str(change.old), str(change.new), log.words)


def _whole(change: Change, name: str, log: _Log) -> Iterator[str]:
    """Yield that an item is new or gone, and all that it says or said."""
    if not change.code and change.parent and not log.names.holder(change.item or ""):
        old = change.kind is Kind.REMOVED
        name = log.words["under"].format(name, log.parent(change.parent, old=old))
    said = log.words[change.kind.value].format(name)
    yield f"{said} {escape.code(change.fingerprint)}"
    value = change.new if change.kind is Kind.ADDED else change.old
    yield from _facts(value, log)


def _sentence(change: Change, log: _Log, *, brief: bool = False) -> str:
    """Return what is told of one change in a line."""
    words = log.words
    match change.kind:
        case Kind.ADDED | Kind.REMOVED:
            return words[change.kind.value].format(literal(labelled(change.code, change.title)))
        case Kind.MOVED:
            old, new = log.parent(change.old, old=True), log.parent(change.new)
            return words["moved"].format(old, new)
        case Kind.REORDERED:
            return (
                words["now after"].format(log.parent(change.new))
                if change.new
                else words["now first"]
            )
        case Kind.RENAMED:
            old, new = literal(str(change.old)), literal(str(change.new))
            return f"{words['id']}{words.page.colon} {old}{words.arrow}{new}"
        case Kind.SPLIT | Kind.MERGED:
            return words.lineage(change, log.names, literal)
        case Kind.RENUMBERED | Kind.EDITED:
            said = f"{_label(change.field or '', log)} {_edit(change, log, brief=brief)}"
            follows = log.outline.below.get(change.fingerprint)
            renumbered = change.kind is Kind.RENUMBERED and follows
            return words["below"].format(said) if renumbered else said


def _stays(change: Change) -> bool:
    """Tell whether a merged item was there before, under the same id."""
    return isinstance(change.old, list) and change.item in change.old


def _carried(change: Change, log: _Log) -> Iterator[str]:
    """Yield what a split or merged item says: what was carried over as it was, new words marked."""
    now = tuple(run for run in change.words if run.mark is not Mark.DELETED)
    if now:
        yield f"- {_label('description', log)} {_marked(now)}"
    content = change.content if isinstance(change.content, dict) and not _stays(change) else {}
    told = {"description", "replaces"}
    yield from _facts({key: each for key, each in content.items() if key not in told}, log)
    left = [_marked(abridged(runs, _REACH)) for runs in lost(change, log.voice)]
    if len(left) > 1:
        yield _bullet(log.words["lost"].format("").rstrip(), *(f"- {each}" for each in left))
    elif left:
        yield f"- {log.words['lost'].format(left[0])}"


def _edit(change: Change, log: _Log, *, brief: bool) -> str:
    """Return what became of a field, in one line."""
    match told(change, log.voice):
        case Worded(runs=runs):
            return _marked(abridged(runs, _REACH) if brief else shortened(runs, _REACH))
        case Swap(old=old, new=new):
            return f"{literal(old)}{log.words.arrow}{literal(new)}"
        case Listed(entries=listed):
            return ", ".join(_marked(abridged(runs, _REACH) if brief else runs) for runs in listed)
        case Reordered(entries=now):
            return log.words["order"].format(literal("; ".join(now)))


def _list(change: Change, log: _Log) -> str:
    """Return the changed entries of a list, each as a bullet; nothing where a line has room."""
    found = told(change, log.voice) if change.kind is Kind.EDITED else None
    if not isinstance(found, Listed):
        return ""
    length = sum(len(run.text) for runs in found.entries for run in runs)
    if len(found.entries) == 1 or length <= _SHORT:
        return ""
    return "\n".join(f"- {_marked(runs)}" for runs in found.entries)


def _before_after(old: str, new: str, words: Words) -> str:
    """Return both states of a text, to be copied into minutes."""
    blocks = (f"*{words['before']}*", prose.render(old), f"*{words['after']}*", prose.render(new))
    return indent("\n\n".join(blocks), "> ", predicate=lambda _: True).replace("> \n", ">\n")


def _facts(value: Json, log: _Log) -> Iterator[str]:
    """Yield a bullet for each field of a whole item but its title, and one for its time."""
    item = value if isinstance(value, dict) else {}
    for key, each in item.items():
        label = _label(key, log)
        if key in _TITLES or (key == "end" and "start" in item):
            continue
        if _is_prose(key):
            yield _prose_bullet(label, prose.render(str(each)))
        elif key in _TIMES:
            time = log.voice.time(item.get("start"), item.get("end"))
            yield f"- {_label('period', log)} {literal(time)}"
        else:
            yield _fact(label, entries(key, each, log.voice))


def _label(key: str, log: _Log) -> str:
    """Return what a field is called, and the colon behind it."""
    return f"{literal(log.words.field(key))}{log.words.page.colon}"


def _fact(label: str, said: list[str]) -> str:
    if len(said) == 1 or sum(map(len, said)) <= _SHORT:
        return f"- {label} {literal('; '.join(said))}"
    return _bullet(label, *(f"- {literal(each)}" for each in said))


def _prose_bullet(label: str, block: str) -> str:
    marker = block.partition(" ")[0]
    if "\n" in block or marker == "*" or (marker[:-1].isdecimal() and marker[-1] in ".)"):
        return f"- {label}\n\n{indent(block, '  ')}\n"
    return f"- {label} {block}"


def _is_prose(key: str | None) -> bool:
    field = field_of(key or "")
    return field is not None and field.type == Text(prose=True)


def _marked(runs: Runs) -> str:
    """Return *runs* as one line, with what is gone and what is new in their tags."""
    marked: list[str] = []
    for run in runs:
        text = " ¶ ".join(re.split(r"\s*\n\s*\n\s*", run.text))
        body = escape.inert(escape.one_line(text))
        before = " " if run.text[:1].isspace() else ""
        after = " " if run.text[-1:].isspace() and body else ""
        if run.mark is Mark.ADDED and not before and marked and marked[-1].endswith("</del>"):
            before = "" if is_unspaced(run.text) else " "
        marked.append(f"{before}{_tagged(run.mark, body)}{after}")
    return "".join(marked).strip()


def _tagged(mark: Mark, text: str) -> str:
    match mark:
        case Mark.KEPT:
            return text
        case Mark.DELETED:
            return f"<del>{text}</del>" if text else ""
        case Mark.ADDED:
            return f"<ins>{text}</ins>" if text else ""


def _shift(shift: Shift, log: _Log) -> str:
    """Return the line that tells of codes that shifted alike."""
    words = log.words
    old, new = (
        literal(first if first == last else words["to"].format(first, last))
        for first, last in (shift.old, shift.new)
    )
    said = words["became"].format(old, new)
    line = words["below"].format(said) if shift.below else said
    return f"- {line} {escape.code(shift.change.fingerprint)}"
