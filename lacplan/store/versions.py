"""The versions of plans, read again: what their tags say, and the drafts that they lead to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from lacplan.document.parse import parse_bytes
from lacplan.errors import LacplanError, nearest
from lacplan.history.chain import Seen, Signature
from lacplan.history.codes import together
from lacplan.history.record import Record, TagText, record_in, tag_text
from lacplan.model.decode import decode
from lacplan.model.encode import digest
from lacplan.model.plan import Plan
from lacplan.store.commit import Place, open_place
from lacplan.store.follow import former_versions
from lacplan.store.past import Past, open_past
from lacplan.store.repository import GitRefusal, NoRepository, Repository
from lacplan.store.tags import VersionTag, version_tags
from lacplan.store.workspace import check_name

_NOBODY = TagText(name="", by="", email="", message="", signed=False)

_UNKNOWN = ('Good "git" signature', "NO_PUBKEY", "allowedSignersFile needs", "cannot run")
"""What git says of a signature where it can't tell whose it is."""


class Version(NamedTuple):
    """A version: its tag, what that says, and the draft that it leads to."""

    tag: VersionTag
    text: TagText
    record: Record | None
    """``None`` where lacplan did not make the tag."""

    blob: str | None
    """The object id of the draft; ``None`` where there is none in its commit."""

    @property
    def ref(self) -> str:
        """The draft reference, which is also the tag's name."""
        return self.tag.ref


def read_versions(place: Place, name: str | None = None) -> tuple[Version, ...]:
    """Return the versions of the plan *name*, or of all plans, each after the one before it.

    Lightweight tags that are named like versions are among them; they are none.

    Raises:
        LacplanError: *name* can't name a plan.
    """
    if name is not None:
        check_name(name)
    return _read(place, version_tags(place.repository, name or "*"))


class Readable(NamedTuple):
    """A version whose draft can be read."""

    version: Version
    plan: Plan


def newest(place: Place, versions: Sequence[Version]) -> Readable | None:
    """Return the newest of a plan's *versions* that a next one can follow.

    It is an annotated tag, and its draft can be read.
    """
    for version in reversed(versions):
        if version.tag.annotated:
            with suppress(LacplanError):
                return Readable(version, plan_of(place, version))
    return None


def none_of(place: Place, name: str | None) -> LacplanError:
    """Return the error that tells that the plan *name*, or any plan, has no version here."""
    of = f" of “{name}”" if name else ""
    plans = {tag.name for tag in version_tags(place.repository, "*")}
    guess = nearest(name, plans) if name else None
    hint = f"Publish one: lacplan version create {name or 'NAME'}. In a clone: git fetch --tags"
    return LacplanError(
        f"No version{of} has been published here.",
        hint=f"Did you mean “{guess}”?" if guess else hint,
    )


def plan_of(place: Place, version: Version) -> Plan:
    """Return the plan as it was published.

    Raises:
        LacplanError: Its draft is not there, or can't be read.
    """
    if version.blob is None:
        where = f"commit {version.tag.commit[:12]}" if version.tag.commit else "what it names"
        raise LacplanError(f"There is no draft of “{version.tag.name}” in {where}.")
    document = parse_bytes(place.repository.read(version.blob))
    decoded = decode(document)
    if decoded.plan is None:
        fault = (*document.faults, *decoded.faults)[0]
        line, _ = document.position(fault.span.start)
        raise LacplanError(f"Its draft does not parse: line {line}: {fault.message}")
    return decoded.plan


def published_codes(name: str, drafts: Path | None = None) -> Mapping[str, frozenset[str]]:
    """Return for each code that a version of the plan *name* published the ids that bore it.

    Args:
        name: The plan's.
        drafts: The folder of drafts, where the user named one.

    Returns:
        Nothing where there is no repository, or no version. Versions that the plan had under other
        names are among them; one whose draft can't be read tells of no codes.
    """
    try:
        with open_place(drafts) as place:
            tags = (*former_versions(place, name), *version_tags(place.repository, name))
            annotated = [tag for tag in tags if tag.annotated]
            with open_past(place.repository, name) as past:
                return together(_codes(past, _blobs(place, annotated)))
    except NoRepository:
        return {}


def see(place: Place, version: Version) -> Seen:
    """Return *version* with its draft's digest taken anew, and its signature looked at by git."""
    taken, unread = None, None
    try:
        taken = digest(plan_of(place, version))
    except LacplanError as error:
        unread = str(error)
    signature, said = _signature(place.repository, version)
    return Seen(
        plan=version.tag.name,
        label=version.tag.label,
        tag=version.tag.id,
        called=version.text.name if version.tag.annotated else None,
        record=version.record,
        digest=taken,
        unread=unread,
        signature=signature,
        said=said,
    )


def _blobs(place: Place, tags: Sequence[VersionTag]) -> Iterator[str | None]:
    """Yield the object id of each tag's draft; one process of git tells them all."""
    places = [
        (tag.commit or tag.id, place.path(*names))
        for tag in tags
        for names in ((f"{tag.name}.yaml",), (tag.name, "plan.yaml"))
    ]
    found = place.repository.follow_all(places)
    yield from (one or other for one, other in zip(found[::2], found[1::2], strict=True))


def _read(place: Place, tags: Sequence[VersionTag]) -> tuple[Version, ...]:
    return tuple(map(partial(_version, place.repository), tags, _blobs(place, tags)))


def _version(repository: Repository, tag: VersionTag, blob: str | None) -> Version:
    text = tag_text(repository.read(tag.id)) if tag.annotated else _NOBODY
    return Version(tag, text, record_in(text.message), blob)


def _codes(past: Past, blobs: Iterable[str | None]) -> Iterator[Mapping[str, frozenset[str]]]:
    for blob in filter(None, blobs):
        with suppress(LacplanError):
            yield past.codes(blob)


def _signature(repository: Repository, version: Version) -> tuple[Signature, str]:
    """Return what git says of the signature of *version*, and where it is not good, its words."""
    if not version.text.signed:
        return Signature.NONE, ""
    try:
        repository.run("verify-tag", "--raw", version.tag.id)
    except GitRefusal as refusal:
        lines = refusal.said.replace("[GNUPG:] ", "").strip().splitlines() or [str(refusal)]
        known = [line for line in lines if any(sign in line for sign in _UNKNOWN)]
        return (Signature.UNKNOWN, known[0]) if known else (Signature.BAD, lines[-1])
    return Signature.GOOD, ""
