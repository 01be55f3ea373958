"""The short name of a change, by which a decision about it can be quoted."""

from hashlib import sha256
from json import dumps

from lacplan.diff.change import Change
from lacplan.model.encode import Json


def sealed(change: Change) -> Change:
    """Return *change* with its fingerprint.

    Place and numbering are left out of it, so that it lasts until the words change again; of a
    split or merged item all that it says now is in it.
    """
    values = (change.old, change.new, *((change.content,) if change.content else ()))
    folded = (_folded(_uncoded(value)) for value in values)
    content = (change.kind, change.item, change.field, *folded)
    text = dumps(content, ensure_ascii=False, separators=(",", ":"))
    return change._replace(fingerprint=sha256(text.encode()).hexdigest()[:12])


def _uncoded(value: Json) -> Json:
    """Return the fields of a whole item without its code; any other value as it is."""
    if isinstance(value, dict) and "id" in value:
        return {key: below for key, below in value.items() if key != "code"}
    return value


def _folded(value: Json) -> Json:
    """Return *value* with every run of white space in its texts as one space."""
    match value:
        case str():
            return " ".join(value.split())
        case list():
            return [_folded(each) for each in value]
        case dict():
            return {key: _folded(below) for key, below in value.items()}
        case int() | None:
            return value
