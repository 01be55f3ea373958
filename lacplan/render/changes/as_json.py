"""Changes as JSON: the shape that ``lacplan diff --format json`` promises."""

from collections.abc import Iterable, Iterator
from json.encoder import JSONEncoder

from lacplan.diff.change import Change, Class, Diff, Kind, Run
from lacplan.model.encode import Json
from lacplan.render.changes.names import Side
from lacplan.render.json_text import escaped

_encoded = JSONEncoder(ensure_ascii=False).encode

_PLACED = {
    Kind.ADDED: ("parent", "after"),
    Kind.REMOVED: ("parent", "after"),
    Kind.SPLIT: ("parent", "after"),
    Kind.MERGED: ("parent", "after"),
    Kind.MOVED: ("after",),
}
"""The kinds whose place is told; there ``null`` says: at the top, or first."""


def render(diff: Diff, *, old: Side, new: Side) -> str:
    """Return *diff* as JSON, ending in a newline.

    Written out by hand, a line for each key of a change, because ``json.dumps`` with an indent
    leaves its C encoder and takes many times as long over thousands of changes.
    """
    changes = ",\n    ".join(map(_change, diff.changes))
    counts = ",\n    ".join(f'"{name}": {number}' for name, number in _summary(diff.changes))
    text = f"""\
{{
  "version": 1,
  "old": {_side(old)},
  "new": {_side(new)},
  "changes": [{f"{chr(10)}    {changes}{chr(10)}  " if changes else ""}],
  "summary": {{
    {counts}
  }}
}}
"""
    return escaped(text)


def _side(side: Side) -> str:
    told = {"ref": side.ref, "title": side.plan.title}
    return _encoded({**told, "commit": side.commit} if side.commit else told)


def _change(change: Change) -> str:
    inside = ",\n      ".join(f'"{key}": {_encoded(value)}' for key, value in keys_of(change))
    return f"{{\n      {inside}\n    }}"


def keys_of(change: Change) -> Iterator[tuple[str, Json]]:
    """Yield the keys of one change; those that not every change has only where they say a thing."""
    yield "kind", change.kind
    yield "class", change.weight.cls
    yield "why", change.weight.why
    yield "item", change.item
    yield "code", change.code
    yield "title", change.title
    yield "field", change.field
    yield "old", change.old
    yield "new", change.new
    yield "fingerprint", change.fingerprint
    if change.matched is not None:
        yield "matched", change.matched
    if change.words:
        yield "words", [*map(_run, change.words)]
    if change.run is not None:
        yield "run", change.run
    for key in _PLACED.get(change.kind, ()):
        yield key, change.parent if key == "parent" else change.after
    if change.content is not None:
        yield "content", change.content
    if change.lost is not None:
        yield "lost", change.lost


def _run(run: Run) -> Json:
    return {"mark": run.mark, "text": run.text}


def _summary(changes: Iterable[Change]) -> list[tuple[str, int]]:
    counts = dict.fromkeys((*Kind, *(Class.EDITORIAL, Class.SUBSTANTIVE)), 0)
    for change in changes:
        counts[change.kind] += 1
        counts[change.weight.cls] += 1
    return [(name.value, number) for name, number in counts.items()]
