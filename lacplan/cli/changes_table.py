"""Changes for people: area by area, item by item, each with its fingerprint at the right margin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.segment import Segment

from lacplan.cli.paper import BOLD, COME, DIM, GONE, SIGNS, Note, Paper
from lacplan.cli.printable import printable
from lacplan.cli.wrap import Line, Piece, broken
from lacplan.diff.change import Change, Class, Diff, Kind, Mark
from lacplan.render.changes.names import Names, Side
from lacplan.render.changes.outline import Outline, Section, Shift, Subject, outline
from lacplan.render.changes.sentence import happened, label
from lacplan.render.changes.told import Listed, Reordered, Swap, Words, lost, shortened, told

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType

    from lacplan.model.plan import Plan

_RANK = {kind: rank for rank, kind in enumerate(SIGNS)}

_LONGEST_CODE = 11
_PLAN = "The plan itself"

_REACH = 60
"""How many characters of unchanged text are shown beside a change."""


def report(diff: Diff, old: Side, new: Side, *, side_by_side: bool) -> Iterator[RenderableType]:
    """Yield what a console is to print, top to bottom.

    Args:
        diff: The changes; there is at least one.
        old: The old draft.
        new: The new one.
        side_by_side: Whether old and new of an edited text stand next to each other.
    """
    yield _Table(diff, old, new, side_by_side=side_by_side)
    yield ""
    yield Note(summary(diff.changes))


def words(diff: Diff, old: Side, new: Side) -> RenderableType:
    """Return the changes of *diff* for a console, without the head of the table and a summary."""
    return _Table(diff, old, new, side_by_side=False, titled=False)


def summary(changes: Iterable[Change]) -> str:
    """Return such as "12 added, 1 removed, 3 edited: 14 substantive, 2 editorial"."""
    kinds = dict.fromkeys(Kind, 0)
    classes = {Class.SUBSTANTIVE: 0, Class.EDITORIAL: 0}
    for change in changes:
        kinds[change.kind] += 1
        classes[change.weight.cls] += 1
    total = sum(kinds.values())
    told = ", ".join(f"{number:,} {kind}" for kind, number in kinds.items() if number)
    weights = [f"{number:,} {cls}" for cls, number in classes.items() if number]
    if len(weights) == 1 and total > 1:
        weights = [f"all {cls}" for cls, number in classes.items() if number]
    return f"{_number(total, 'change')}: {told}; {', '.join(weights)}"


def of_items(diff: Diff, old: Plan, new: Plan, paper: Paper) -> Iterator[Segment]:
    """Yield what changed, item by item, without the headings of areas."""
    table = _Table(diff, Side("", old), Side("", new), side_by_side=False)
    for section in table.outline.sections:
        for subject in (*filter(None, (section.own,)), *section.subjects):
            yield from table.subject(subject, paper)


class _Table:
    """All changes.

    Its lines are laid out here, since ``rich.table`` takes many times as long over thousands.
    """

    def __init__(
        self, diff: Diff, old: Side, new: Side, *, side_by_side: bool, titled: bool = True
    ) -> None:
        self.titled = titled
        self.outline: Outline = outline(diff)
        self.names = Names(old.plan, new.plan)
        self.refs = old.ref, new.ref
        self.side_by_side = side_by_side
        lengths = [len(change.code) for change in diff.changes if change.code]
        self.code = min(_LONGEST_CODE, max(lengths, default=0))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        paper = Paper.of(console, options, self.code)
        if self.side_by_side:
            from lacplan.cli.side_by_side import head

            yield from head(*self.refs, paper)
        elif self.titled:
            yield from paper.head()
        for number, section in enumerate(self.outline.sections):
            if number:
                yield Segment("\n")
            yield from self._section(section, paper)

    def _section(self, section: Section, paper: Paper) -> Iterator[Segment]:
        heading = printable(section.heading or "…") if section.area is not None else _PLAN
        for line in broken([(heading, BOLD)], first=paper.width, rest=paper.width):
            yield from (Segment(*piece) for piece in [*line, ("\n", None)])
        if section.own:
            yield from self._changes(section.own, paper, sign=_sign(section.own))
        for subject in section.subjects:
            yield from self.subject(subject, paper)
        for shift in section.shifts:
            body = [(_shift(shift), None)]
            mark = shift.change.fingerprint
            yield from paper.row(body, kind=Kind.RENUMBERED, hang=2, fingerprint=mark)

    def subject(self, subject: Subject, paper: Paper) -> Iterator[Segment]:
        """Yield what is told of one item."""
        code, title = self._named(subject)
        only = subject.changes[0]
        if len(subject.changes) == 1 and only.kind in (Kind.ADDED, Kind.REMOVED):
            body = [(title, None), (f" · {self._happened(only)}", DIM)]
            yield from paper.row(body, kind=only.kind, code=code, fingerprint=only.fingerprint)
            return
        yield from paper.row([(title, None)], kind=_sign(subject), code=code)
        yield from self._changes(subject, paper)

    def _named(self, subject: Subject) -> tuple[str, str]:
        """Return the code and the title that *subject* is found by."""
        title = printable(subject.title or subject.item or "")
        if subject.code or subject.item is None:
            return printable(subject.code or ""), title
        holder = self.names.holder(subject.item)
        if holder is None:
            return "", title
        where = "" if holder.code else f" ({printable(holder.title or holder.id)})"
        return printable(holder.code or ""), f"indicator{where}: {title}"

    def _changes(
        self, subject: Subject, paper: Paper, *, sign: Kind | None = None
    ) -> Iterator[Segment]:
        for number, change in enumerate(subject.changes):
            kind, mark = None if number else sign, change.fingerprint
            if self.side_by_side and change.kind is Kind.EDITED and _is_worded(change):
                from lacplan.cli.side_by_side import columns

                yield from paper.row(
                    [(f"{printable(label(change))}:", None)], kind=kind, fingerprint=mark
                )
                yield from columns(change.words, paper)
            else:
                body = self._sentence(change, paper)
                yield from paper.row(body, kind=kind, hang=2, fingerprint=mark)

    def _sentence(self, change: Change, paper: Paper) -> Line:
        """Return what is told of one change, as pieces of a line."""
        match change.kind:
            case Kind.RENAMED:
                head = f"{printable(label(change))}: "
                return [(head, None), *_swap(str(change.old), str(change.new))]
            case Kind.ADDED | Kind.REMOVED | Kind.MOVED | Kind.REORDERED:
                return [(self._happened(change), None)]
            case Kind.SPLIT | Kind.MERGED:
                return [(self._happened(change), None), *_carried(change, paper)]
            case Kind.RENUMBERED | Kind.EDITED:
                return self._edit(change, paper)

    def _edit(self, change: Change, paper: Paper) -> Line:
        head: Piece = (f"{printable(label(change))}: ", None)
        match told(change):
            case Words(runs=runs):
                return [head, *paper.pieces(shortened(runs, _REACH))]
            case Swap(old=old, new=new):
                return [head, *_swap(old, new), (self._followers(change), None)]
            case Listed(entries=entries):
                return [head, *paper.entries([shortened(each, _REACH) for each in entries])]
            case Reordered(entries=now):
                return [head, (f"now {printable(', '.join(now))}", None)]

    def _followers(self, change: Change) -> str:
        below = self.outline.below.get(change.fingerprint, 0)
        if change.kind is not Kind.RENUMBERED or not below:
            return ""
        return f", and {_number(below, 'item')} below likewise"

    def _happened(self, change: Change) -> str:
        return printable(happened(change, self.names))


def _is_worded(change: Change) -> bool:
    return bool(change.words) and isinstance(told(change), Words)


def _carried(change: Change, paper: Paper) -> Line:
    """Return the description of a split or merged item, and what of the old ones is lost."""
    now = tuple(run for run in change.words if run.mark is not Mark.DELETED)
    left = [shortened(runs, _REACH) for runs in lost(change)]
    line = [("\ndescription: ", None), *paper.pieces(shortened(now, _REACH))] if now else []
    return [*line, ("\nnot carried on: ", None), *paper.entries(left)] if left else line


def _swap(old: str, new: str) -> Line:
    turned = any("\u0590" <= letter <= "\u08ff" for letter in old + new)
    arrow = "\u200e → \u200e" if turned else " → "  # else right-to-left letters turn it round
    return [(printable(old), GONE), (arrow, None), (printable(new), COME)]


def _shift(shift: Shift) -> str:
    old, new = (
        first if first == last else f"{first} to {last}" for first, last in (shift.old, shift.new)
    )
    below = f", and {_number(shift.below, 'item')} below likewise" if shift.below else ""
    return printable(f"{old} became {new}{below}")


def _sign(subject: Subject) -> Kind:
    return min((change.kind for change in subject.changes), key=_RANK.__getitem__)


def _number(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
