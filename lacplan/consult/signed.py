"""Who else signed a comment, and what came with it, as tables say it."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lacplan.model.comment import Attachment, Author
from lacplan.model.consultation import SHA256


def signatories(said: str) -> tuple[Author, ...]:
    """Return those who signed: a list in JSON, or names parted by semicolons or line ends."""
    found = _list(said)
    if found is None:
        names = map(str.strip, re.split(r"[;\n]", said))
        return tuple(Author(kind="person", name=name) for name in names if name)
    return tuple(_authors(found))


def attachments(said: str) -> tuple[Attachment, ...] | None:
    """Return what came with a comment, a list in JSON; ``None`` where some have no SHA-256."""
    made = []
    for each in _list(said) or [None]:
        sum = str(each.get("sha256", "")).lower() if isinstance(each, dict) else ""
        if not re.fullmatch(SHA256.pattern, sum):
            return None
        name = each.get("name")
        made.append(Attachment(sum, name if isinstance(name, str) else None))
    return tuple(made)


def _authors(found: list[Any]) -> Iterator[Author]:
    for each in found:
        if isinstance(each, str) and each.strip():
            yield Author(kind="person", name=each.strip())
        elif isinstance(each, dict):
            texts = {
                key: text
                for key in Author._fields
                if isinstance(text := each.get(key), str) and text
            }
            if texts:
                yield Author(**texts)


def _list(said: str) -> list[Any] | None:
    """Return the JSON list that *said* is; ``None`` where it is none."""
    try:
        found = json.loads(said)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, list) else None
