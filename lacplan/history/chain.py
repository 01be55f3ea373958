"""Whether the versions of a plan are what they were when they were published."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from lacplan.history.record import Record
from lacplan.model.fields import FORMAT


class Signature(StrEnum):
    """What git says of a tag's signature."""

    NONE = "none"
    GOOD = "good"
    BAD = "bad"
    UNKNOWN = "unknown"
    """There is one, and this machine can't tell whose it is."""


class Seen(NamedTuple):
    """A version's tag, and what it leads to, read again."""

    plan: str
    label: str
    tag: str
    """The id of the tag's object; of its commit where it is lightweight."""

    called: str | None
    """What the tag object calls itself; ``None`` where the tag is lightweight."""

    record: Record | None = None
    digest: str | None = None
    """Over the draft that it leads to, taken anew."""

    unread: str | None = None
    """Why that draft could not be read."""

    signature: Signature = Signature.NONE
    said: str = ""
    """What git said of a signature that is not good."""

    @property
    def ref(self) -> str:
        """The draft reference, which is also the tag's name."""
        return f"{self.plan}@{self.label}"


class Fault(NamedTuple):
    """Something about a version that does not hold."""

    name: str
    message: str
    hint: str | None = None


class Verdict(NamedTuple):
    """What there is to say of one version."""

    plan: str
    label: str
    tag: str | None
    """``None`` where there is no such tag here."""

    signature: Signature
    faults: tuple[Fault, ...]


class Remote(NamedTuple):
    """The version tags of another repository."""

    name: str
    tags: Mapping[str, str]
    """By draft reference, the id of each tag's object."""


def judge(versions: Sequence[Seen], remote: Remote | None = None) -> tuple[Verdict, ...]:
    """Return what holds of *versions*, which stand in their order; missing ones come last.

    A chain can't show that its newest version was replaced: nothing names that one. *remote* can.
    """
    next_to = _followers(versions)
    rows = [_verdict(each, next_to, remote) for each in versions]
    return (*rows, *_missing(versions, next_to, remote))


_Followers = Mapping[str, Sequence[Seen]]
"""By draft reference, the versions whose records name it; by plan, those that name none."""


def _followers(versions: Sequence[Seen]) -> _Followers:
    found: dict[str, list[Seen]] = {}
    for each in versions:
        if each.record:
            before = each.record.previous
            key = f"{each.plan}@{before.label}" if before else each.plan
            found.setdefault(key, []).append(each)
    return found


def _verdict(each: Seen, next_to: _Followers, remote: Remote | None) -> Verdict:
    faults = (*_own(each, next_to), *_chain(each, next_to), *_there(each, next_to, remote))
    return Verdict(each.plan, each.label, each.tag, each.signature, faults)


def _own(each: Seen, next_to: _Followers) -> Iterator[Fault]:
    """Yield what the version itself shows."""
    if each.called is None:
        yield Fault(
            "lightweight",
            "It is a lightweight tag: it records nothing, and anybody may move it.",
            f"Remove it, and publish with “lacplan version create”: git tag -d {each.ref}",
        )
        return
    if each.called != each.ref:
        yield Fault("moved", f"The tag was made as “{each.called}”, and put here later.", _AGAIN)
    if each.unread:
        yield Fault("unreadable", each.unread)
    yield from _recorded(each, next_to)
    yield from _signed(each)


def _recorded(each: Seen, next_to: _Followers) -> Iterator[Fault]:
    if each.record is None:
        named = [_named_by(after) for after in next_to.get(each.ref, ())]
        if each.tag not in named:
            yield Fault(
                "no-record",
                "It was made by hand and records no digest, so nothing vouches for it.",
                None if named else "Where it is the newest, “lacplan version create” records it.",
            )
    elif each.record.format > FORMAT:
        yield Fault(
            "newer-format",
            f"Its record is of format {each.record.format}, which this lacplan can't check.",
            "Bring lacplan up to date.",
        )
    elif each.digest and each.digest != each.record.digest:
        yield Fault(
            "digest-differs",
            f"The draft's digest is {each.digest[:12]}…, and the tag records "
            f"{each.record.digest[:12]}….",
            _AGAIN,
        )


def _signed(each: Seen) -> Iterator[Fault]:
    match each.signature:
        case Signature.BAD:
            yield Fault("bad-signature", f"Its signature is not good: {each.said}", _AGAIN)
        case Signature.UNKNOWN:
            yield Fault(
                "unknown-signature",
                f"Whose its signature is can't be told here: {each.said}",
                "Get the signer's key; for keys of SSH, name it in the file that git's "
                "gpg.ssh.allowedSignersFile names.",
            )
        case Signature.GOOD | Signature.NONE:
            pass


def _chain(each: Seen, next_to: _Followers) -> Iterator[Fault]:
    """Yield where a version does not fit between those before and after it."""
    for after in next_to.get(each.ref, ()):
        if _named_by(after) != each.tag:
            yield Fault(
                "replaced",
                f"{after.label} was built on another {each.label}: tag {_named_by(after)[:12]}, "
                f"and here is {each.tag[:12]}.",
                _AGAIN,
            )
            break
    if each.record is None:
        return
    before = each.record.previous
    first, *_ = next_to[f"{each.plan}@{before.label}" if before else each.plan]
    if first is not each:
        what = f"follows {before.label}" if before else "names no version before it"
        yield Fault(
            "forked",
            f"It {what}, and so does {first.label}: of two that do, later versions name only one.",
            "Ask who published them, and which of the two was meant.",
        )


def _there(each: Seen, next_to: _Followers, remote: Remote | None) -> Iterator[Fault]:
    """Yield where *remote* has another tag than this repository."""
    if remote is None:
        return
    there = remote.tags.get(each.ref)
    if there is None:
        share = f"Share it: git push {remote.name} {each.ref}"
        yield Fault("not-shared", f"{remote.name} does not have it.", share)
    elif there != each.tag:
        hint = "Ask who published which: one of the two took the other's place."
        for after in next_to.get(each.ref, ()):
            if _named_by(after) == there:
                take = f"git fetch --force {remote.name} tag {each.ref}"
                hint = f"It is the one that {after.label} was built on. Take it back: {take}"
        yield Fault(
            "remote-differs",
            f"{remote.name} has another one: tag {there[:12]}, and here is {each.tag[:12]}.",
            hint,
        )


def _missing(
    versions: Sequence[Seen], next_to: _Followers, remote: Remote | None
) -> Iterator[Verdict]:
    """Yield the versions that are named, and are not here."""
    here = {each.ref for each in versions}
    absent = {
        ref: Fault("missing", f"{after[0].label} was built on it; there is no such tag here.", _GET)
        for ref, after in next_to.items()
        if "@" in ref
    }
    if remote:
        get = f"Get it: git fetch {remote.name} tag"
        for ref in remote.tags:
            absent[ref] = Fault("only-there", f"Only {remote.name} has it.", f"{get} {ref}")
    for ref, fault in absent.items():
        if ref not in here:
            plan, _, label = ref.partition("@")
            yield Verdict(plan, label, None, Signature.NONE, (fault,))


def _named_by(after: Seen) -> str:
    """Return the id of the tag that the record of *after* names as the one before."""
    return after.record.previous.tag if after.record and after.record.previous else ""


_AGAIN = "Compare with what others have: lacplan version verify --remote"
_GET = "Get it: git fetch --tags"
