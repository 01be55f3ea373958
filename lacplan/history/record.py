"""What a version's tag records of it: the trailers at the end of the tag's message.

Each record names the one before it, so that the versions of a plan form a chain: to change an
older one unseen, all later ones must be made anew.
"""

import re
from typing import NamedTuple

FORMAT = "Lacplan-Format"
DIGEST = "Lacplan-Digest"
PREVIOUS = "Lacplan-Previous"

_TRAILER = re.compile(r"(Lacplan-[A-Z][A-Za-z-]*): (.+)")
_DIGEST = re.compile("[0-9a-f]{64}")
_PREVIOUS = re.compile("([a-z0-9-]+) ([0-9a-f]{40}|[0-9a-f]{64}) ([0-9a-f]{64})")
_SIGNATURE = re.compile(
    "^-----BEGIN (?:PGP SIGNATURE|PGP MESSAGE|SIGNED MESSAGE|SSH SIGNATURE)-----", re.MULTILINE
)
_HEADER = re.compile("(tag|tagger) (.*)")
_TAGGER = re.compile(r"(.*?) ?<([^<>]*)> \d+ [+-]\d{4}")


class Previous(NamedTuple):
    """The version before, as a record names it."""

    label: str
    tag: str
    """The id of its tag object."""

    digest: str


class Record(NamedTuple):
    """What a version's tag records of it."""

    format: int
    """Version of the draft format, which says what the digest is taken over."""

    digest: str
    """Over the draft's canonical content, as `lacplan.model.encode.digest` makes it."""

    previous: Previous | None = None
    """``None`` in the record of a first version."""


class TagText(NamedTuple):
    """A tag object, read."""

    name: str
    """What it calls itself; a moved tag keeps the name that it was made with."""

    by: str
    """The name of whoever made it."""

    email: str
    message: str
    """Without the signature."""

    signed: bool


def written(record: Record) -> str:
    """Return *record* as the last paragraph of a tag's message, ending in a newline."""
    lines = [f"{FORMAT}: {record.format}", f"{DIGEST}: {record.digest}"]
    if record.previous:
        lines.append(f"{PREVIOUS}: {' '.join(record.previous)}")
    return "".join(f"{line}\n" for line in lines)


def record_in(message: str) -> Record | None:
    """Return the record in the last paragraph of a tag's *message*; ``None`` where there is none.

    Nothing else may stand in that paragraph, and nothing twice: words of a draft that end up in a
    message can pass for no record.
    """
    found: dict[str, str] = {}
    for line in message.rstrip("\n").rpartition("\n\n")[2].split("\n"):
        trailer = _TRAILER.fullmatch(line)
        if not trailer or trailer[1] in found:
            return None
        found[trailer[1]] = trailer[2]
    format, digest = found.get(FORMAT, ""), found.get(DIGEST, "")
    before = _PREVIOUS.fullmatch(found.get(PREVIOUS, ""))
    if not format.isascii() or not format.isdecimal() or not _DIGEST.fullmatch(digest):
        return None
    if before is None and PREVIOUS in found:
        return None
    return Record(int(format[:9]), digest, Previous(*before.groups()) if before else None)


def tag_text(raw: bytes) -> TagText:
    """Return what the tag object *raw* says."""
    head, _, body = raw.decode(errors="replace").partition("\n\n")
    headers = {found[1]: found[2] for line in head.split("\n") if (found := _HEADER.match(line))}
    who = _TAGGER.fullmatch(headers.get("tagger", ""))
    starts = [found.start() for found in _SIGNATURE.finditer(body)]
    return TagText(
        name=headers.get("tag", ""),
        by=who[1] if who else "",
        email=who[2] if who else "",
        message=body[: starts[-1]] if starts else body,  # git, too, takes the last one for it
        signed=bool(starts),
    )


def forges(text: str) -> str | None:
    """Return the first line of *text* that a reader of a tag might take for part of its record."""
    lines = (line for line in text.splitlines() if re.match("(?i)lacplan-|-----BEGIN ", line))
    return next(lines, None)
