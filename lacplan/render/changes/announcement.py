"""The message of a version's tag: a subject, and the change log in plain words."""

from collections import Counter
from collections.abc import Iterator

from lacplan.diff.change import Change, Class, Diff, Kind, Mark
from lacplan.model.plan import Plan
from lacplan.render import catalogue
from lacplan.render.changes.catalogue import Spoken, Words
from lacplan.render.changes.names import Names, Side, labelled
from lacplan.render.changes.told import Listed, Reordered, Runs, Swap, abridged, told
from lacplan.render.changes.told import Words as Worded
from lacplan.render.escape import one_line

_MOST = 500
"""How many changes are told in a line each; further ones are counted."""

_REACH = 60
"""How many characters of unchanged text are shown beside a change."""

_LONGEST = 400
"""A line's length in characters, at the most."""


def announcement(plan: Plan, ref: str, *, note: str | None = None) -> str:
    """Return the message of a first version: what it is, and how much is in it.

    Args:
        plan: What is published.
        ref: What it is published as.
        note: What whoever publishes it has to say.
    """
    words = Words(plan.language)
    counts = Counter(item.level for item in plan.walk())
    labels = catalogue.of(plan.language).labels(plan.levels)
    told = [f"- {one_line(label)}: {counts[at]}" for at, label in enumerate(labels)]
    return _paragraphs(_subject(plan, ref), note, "\n".join([words["first version"], *told]))


def changes_announced(diff: Diff, *, old: Side, new: Side, note: str | None = None) -> str:
    """Return the message of a version that follows another.

    It speaks the plan's language, counts all changes, and tells the substantive ones in a line
    each. Every line of what comes from the drafts begins with a mark of lacplan's own, so that
    none can pass for something else.

    Args:
        diff: What changed.
        old: The version before.
        new: What is published.
        note: What whoever publishes it has to say.
    """
    log = _Log(old, new)
    heading = log.words["changes from"].format(old.ref, new.ref)
    weighty = [each for each in diff.changes if each.weight.cls is Class.SUBSTANTIVE]
    lines = [f"- {_cut(log.line(change))}" for change in weighty[:_MOST]]
    if len(weighty) > _MOST:
        lines.append(f"- {log.words['more'].format(len(weighty) - _MOST)}")
    return _paragraphs(
        _subject(new.plan, new.ref),
        note,
        f"{heading}\n{log.words.summary(diff.changes)}",
        "\n".join(lines),
    )


def _subject(plan: Plan, ref: str) -> str:
    return _cut(f"{ref}: {one_line(plan.title)}")


def _paragraphs(*texts: str | None) -> str:
    return "\n\n".join(text.strip() for text in texts if text and text.strip()) + "\n"


def _cut(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


class _Log:
    """What every line may need to know of the whole."""

    def __init__(self, old: Side, new: Side) -> None:
        self.words = Words(new.plan.language)
        self.names = Names(old.plan, new.plan)
        self.voice = Spoken(self.words, self.names, old.plan, new.plan)

    def line(self, change: Change) -> str:
        """Return what is told of one change, with what it is about."""
        words = self.words
        match change.kind:
            case Kind.ADDED | Kind.REMOVED:
                return words[change.kind.value].format(self._placed(change))
            case Kind.MOVED:
                old, new = self._parent(change.old, old=True), self._parent(change.new)
                said = words["moved"].format(old, new)
            case Kind.REORDERED if change.new:
                said = words["now after"].format(self._parent(change.new))
            case Kind.REORDERED:
                said = words["now first"]
            case Kind.RENAMED:
                said = f"{words['id']}: {change.old}{words.arrow}{change.new}"
            case Kind.SPLIT | Kind.MERGED:
                said = words.lineage(change, self.names, one_line)
            case Kind.RENUMBERED | Kind.EDITED:
                said = f"{one_line(words.field(change.field or ''))}: {self._edit(change)}"
        return f"{self._subject(change)}: {said}"

    def _subject(self, change: Change) -> str:
        if change.item is None:
            return self.words["the plan itself"]
        name = one_line(labelled(change.code, change.title or change.item))
        holder = self.names.holder(change.item)
        if holder is None:
            return name
        where = one_line(holder.code or holder.title)
        return f"{where} · {self.words['indicator']}: {name}"

    def _placed(self, change: Change) -> str:
        name = self._subject(change)
        if change.code or not change.parent or self.names.holder(change.item or ""):
            return name
        old = change.kind is Kind.REMOVED
        return self.words["under"].format(name, self._parent(change.parent, old=old))

    def _parent(self, key: object, *, old: bool = False) -> str:
        if key is None:
            return self.words["the top"]
        return one_line(self.names.old_label(str(key)) if old else self.names.label(str(key)))

    def _edit(self, change: Change) -> str:
        match told(change, self.voice):
            case Worded(runs=runs):
                return _marked(runs)
            case Swap(old=old, new=new):
                return f"{one_line(old)}{self.words.arrow}{one_line(new)}"
            case Listed(entries=listed):
                return "; ".join(map(_marked, listed))
            case Reordered(entries=now):
                return self.words["order"].format(one_line("; ".join(now)))


def _marked(runs: Runs) -> str:
    """Return *runs* as one line, with what is gone in ``[-…-]`` and what is new in ``{+…+}``."""
    return one_line("".join(_pieces(runs)))


def _pieces(runs: Runs) -> Iterator[str]:
    gone = False
    for run in abridged(runs, _REACH):
        before = " " if run.text[:1].isspace() or (gone and run.mark is Mark.ADDED) else ""
        after = " " if run.text[-1:].isspace() else ""
        body = run.text.strip()
        gone = run.mark is Mark.DELETED
        match run.mark:
            case Mark.KEPT:
                yield run.text
            case Mark.DELETED:
                yield f"{before}[-{body}-]{after}" if body else " "
            case Mark.ADDED:
                yield f"{before}{{+{body}+}}{after}" if body else " "
