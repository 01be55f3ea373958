"""What a secretariat does to the files of a consultation: edits that keep comments and layout."""

from collections.abc import Mapping, Sequence

from lacplan.document import edit
from lacplan.document.tree import Document, Scalar, resolve
from lacplan.document.tree import Mapping as Block
from lacplan.document.tree import Sequence as List
from lacplan.document.values import Value
from lacplan.errors import LacplanError
from lacplan.model.consultation import CONSULTATION
from lacplan.model.issues import ISSUE, ISSUES
from lacplan.model.types import Record


def with_state(document: Document, state: str) -> Document:
    """Return ``consultation.yaml`` with another state."""
    return _with_field(document, (), CONSULTATION, "state", state)


def with_extension(document: Document, extension: Mapping[str, str]) -> Document:
    """Return ``consultation.yaml`` with one more extension: ``until``, ``on`` and ``why``."""
    entry: dict[str, Value] = {**extension}
    return _with_entries(document, (), CONSULTATION, "extensions", [entry])


def with_issue(document: Document, id: str, title: str, item: str | None) -> Document:
    """Return ``issues.yaml`` with one more issue, which is open."""
    issue: dict[str, Value] = {"id": id, "title": title}
    if item:
        issue["item"] = item
    return _with_entries(document, (), ISSUES, "issues", [issue])


def with_answer(
    document: Document,
    id: str,
    fields: Mapping[str, Value],
    *,
    more: Mapping[str, Sequence[Value]] | None = None,
    less: Sequence[str] = (),
) -> Document:
    """Return ``issues.yaml`` with other fields of the issue *id*.

    Args:
        document: The file.
        id: The issue's.
        fields: Each field that is set anew, with what it then says.
        more: Each list that gets more entries, with those.
        less: The fields that are taken away before.
    """
    path = ("issues", _position(document, id))
    for key in less:
        if _block(document, path).get(key) is not None:
            document = edit.remove(document, (*path, key))
    for key, value in fields.items():
        document = _with_field(document, path, ISSUE, key, value)
    for key, values in (more or {}).items():
        document = _with_entries(document, path, ISSUE, key, values)
    return document


def _position(document: Document, id: str) -> int:
    """Return the place of the issue *id* in the file, from 0."""
    root = resolve(document.root) if document.root else None
    below = root.get("issues") if isinstance(root, Block) else None
    issues = resolve(below) if below else None
    for place, node in enumerate(issues.items if isinstance(issues, List) else ()):
        issue = resolve(node)
        said = issue.get("id") if isinstance(issue, Block) else None
        if isinstance(said, Scalar) and said.value == id:
            return place
    raise LacplanError(f"There is no issue “{id}” in the file.", hint="Begin it first.")


def _with_field(
    document: Document, path: edit.Path, record: Record, key: str, value: Value
) -> Document:
    block = _block(document, path)
    found = block.get(key)
    if found is None:
        return edit.insert_key(document, path, _place(block, record, key), key, value)
    if isinstance(found, Scalar) and isinstance(value, str):
        return edit.replace(document, (*path, key), value)
    place = _names(block).index(key)
    return edit.insert_key(edit.remove(document, (*path, key)), path, place, key, value)


def _with_entries(
    document: Document, path: edit.Path, record: Record, key: str, values: Sequence[Value]
) -> Document:
    block = _block(document, path)
    found = block.get(key)
    if found is None:
        return edit.insert_key(document, path, _place(block, record, key), key, list(values))
    node = resolve(found)
    at = len(node.items) if isinstance(node, List) else 0
    for offset, value in enumerate(values):
        document = edit.insert(document, (*path, key), at + offset, value)
    return document


def _block(document: Document, path: edit.Path) -> Block:
    node = document.root if not path else edit.find(document, path)
    found = resolve(node) if node else None
    if isinstance(found, Block):
        return found
    raise LacplanError(
        "The file is no block of “key: value” lines, so it can't be edited.",
        hint="Mend first what “lacplan validate” shows.",
    )


def _place(block: Block, record: Record, key: str) -> int:
    """Return where *key* belongs among the keys that *block* has, in the order of *record*."""
    order = [field.key for field in record.fields]
    names = _names(block)
    before = (names.index(each) + 1 for each in order[: order.index(key)] if each in names)
    return max(before, default=0)


def _names(block: Block) -> list[str]:
    return [name.value if isinstance(name, Scalar) else "" for name, _ in block.entries]
