"""The log, the life of an item and blame as JSON: shapes that keys may be added to.

Each commit, event or field stands on a line of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from json.encoder import JSONEncoder
from typing import NamedTuple

from lacplan.history.blame import Line
from lacplan.history.commit import Commit
from lacplan.history.life import Event
from lacplan.history.log import Entry
from lacplan.model.encode import Json
from lacplan.render.changes.as_json import keys_of
from lacplan.render.json_text import escaped

_encoded = JSONEncoder(ensure_ascii=False).encode


class Subject(NamedTuple):
    """Whose history it is."""

    ref: str
    """As the user named it."""

    name: str
    is_cut: bool
    """Whether older commits are missing, as in a shallow clone."""


class Versions(NamedTuple):
    """Where the versions of a plan stand among its commits."""

    published: Mapping[str, tuple[str, ...]]
    """By a commit's id: the labels of the versions that have the draft as it left it."""

    first: Mapping[str, str]
    """By a commit's id: the label of the oldest version that has it in it."""


def log(subject: Subject, entries: Iterable[Entry], versions: Versions) -> str:
    """Return what commits meant, newest first.

    A commit's ``kind`` is ``begins``, ``ends``, ``unreadable``, ``merge``, ``layout`` or ``edits``;
    ``returns`` says whether it brought back a draft that had been taken away.
    """
    return _object(subject, "commits", (_entry(entry, versions) for entry in entries))


def life(
    subject: Subject, item: Mapping[str, Json], events: Iterable[tuple[str, Event, Versions]]
) -> str:
    """Return the life of an item, oldest first.

    Args:
        subject: The plan that it lives in.
        item: Its ``id``, ``code`` and ``title``.
        events: Each with the name of the plan that it belongs to, and the versions of that plan.
    """
    lines = (
        {
            "plan": plan,
            **_commit(event.commit),
            "first_version": versions.first.get(event.commit.id),
        }
        | {"changes": [dict(keys_of(change)) for change in event.changes]}
        for plan, event, versions in events
    )
    return _object(subject, "events", lines, item=dict(item))


def blame(subject: Subject, lines: Iterable[Line], versions: Versions) -> str:
    """Return who answers for each field; where history does not tell, the commit is null."""
    return _object(subject, "fields", (_line(line, versions) for line in lines))


def _object(subject: Subject, key: str, rows: Iterable[Mapping[str, Json]], **more: Json) -> str:
    head = {"version": 1, "draft": {"ref": subject.ref, "name": subject.name}, **more}
    head["shallow"] = subject.is_cut
    told = "".join(f'  "{name}": {_encoded(value)},\n' for name, value in head.items())
    listed = ",\n    ".join(map(_encoded, rows))
    return escaped(
        f'{{\n{told}  "{key}": [{f"{chr(10)}    {listed}{chr(10)}  " if listed else ""}]\n}}\n'
    )


def _entry(entry: Entry, versions: Versions) -> dict[str, Json]:
    commit = entry.commit
    return {
        **_commit(commit),
        "file": commit.after.path if commit.after else None,
        "renamed_from": entry.moved_from,
        "merge": commit.merges,
        "kind": entry.kind.value,
        "returns": entry.returns,
        "why": entry.fault,
        "versions": list(versions.published.get(commit.id, ())),
        "first_version": versions.first.get(commit.id),
        "changes": [dict(_briefly(keys_of(change))) for change in entry.changes],
    }


def _briefly(keys: Iterable[tuple[str, Json]]) -> Iterator[tuple[str, Json]]:
    """Yield what tells of a change, without the words, which ``lacplan diff`` tells."""
    return (pair for pair in keys if pair[0] not in ("words", "content"))


def _commit(commit: Commit) -> dict[str, Json]:
    return {
        "commit": commit.id,
        "author": commit.author,
        "email": commit.email,
        "date": commit.when.isoformat(),
        "subject": commit.subject,
    }


def _line(line: Line, versions: Versions) -> dict[str, Json]:
    commit = line.commit
    unknown: dict[str, Json] = dict.fromkeys(("commit", "author", "email", "date", "subject"))
    return {
        "item": line.item,
        "code": line.code,
        "title": line.title,
        "field": line.field,
        "value": line.value,
        **(_commit(commit) if commit else unknown),
        "first_version": versions.first.get(commit.id) if commit else None,
    }
