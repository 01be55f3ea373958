"""Publishing a draft: an annotated tag, made whole or not at all, and shared where asked to."""

import re
from collections.abc import Iterable

from lacplan.errors import LacplanError, OwnFault, nearest
from lacplan.history.chain import Remote
from lacplan.history.record import Record, record_in, tag_text
from lacplan.model.fields import NAME
from lacplan.store.commit import Place
from lacplan.store.complaint import UNSIGNED
from lacplan.store.repository import GitRefusal, Repository
from lacplan.store.tags import LABEL

FINAL = "final"
"""The label of the version that ends the drafting."""


def publish(
    place: Place, ref: str, commit: str, message: str, *, record: Record, sign: bool
) -> str:
    """Tag *commit* as the version *ref*, and return the id of the tag's object.

    Git makes the tag's object first and its name last, in one transaction that fails where
    another has taken the name: there is the whole version, or none.

    Args:
        place: Where.
        ref: ``NAME@LABEL``.
        commit: The id of the commit whose draft is published.
        message: What the tag says, with *record* as its last paragraph.
        record: What it must be found to record.
        sign: Whether git signs it.

    Raises:
        GitRefusal: Git did not make it, or not sign it.
    """
    repository = place.repository
    # Git would leave out lines that begin with “#”, and the user's editor has no part in it.
    words = ("tag", "--sign" if sign else "--annotate", "--cleanup=verbatim", "--file=-")
    repository.act(*words, "--", ref, commit, text=message.encode())
    tag = repository.run("rev-parse", "--verify", f"refs/tags/{ref}").decode().strip()
    text = tag_text(repository.read(tag))
    if sign and not text.signed:
        # Git 2.39 makes the tag all the same where the file of an SSH key is missing.
        repository.run("update-ref", "-d", f"refs/tags/{ref}", tag)
        raise GitRefusal("Git did not sign it, so nothing is published.", hint=UNSIGNED)
    if record_in(text.message) != record:
        raise OwnFault(
            f"The tag “{ref}” does not record what it should.", hint=f"Remove it: git tag -d {ref}"
        )
    return tag


def share(repository: Repository, ref: str, remote: str) -> str:
    """Push the tag *ref* to *remote*, and return what was said on the way.

    Raises:
        GitRefusal: It was not taken.
    """
    return repository.act("push", "--", remote, f"refs/tags/{ref}:refs/tags/{ref}")


def remote_tags(repository: Repository, name: str | None, remote: str) -> Remote:
    """Return the version tags that *remote* has of the plan *name*, or of all plans.

    Raises:
        GitRefusal: It can't be reached.
    """
    said = repository.run(
        "ls-remote", "--tags", "--refs", "--", remote, f"refs/tags/{name or '*'}@*"
    )
    lines = (line.split("\t") for line in said.decode(errors="replace").splitlines())
    found = {ref.removeprefix("refs/tags/"): id for id, ref in lines}
    return Remote(remote, {ref: id for ref, id in found.items() if is_version(ref)})


def remote_of(repository: Repository, asked: str | None = None) -> str:
    """Return the remote that versions are shared with.

    Args:
        repository: The one here.
        asked: The remote that the user named; else that of the branch, or the only one, or
            ``origin``.

    Raises:
        LacplanError: There is none.
    """
    known = repository.run("remote").decode(errors="replace").split()
    if asked is None:
        said = repository.ask("config", f"branch.{branch_of(repository)}.remote")
        of_branch = said.decode(errors="replace").strip() if said else ""
        candidates = (of_branch, *(known if len(known) == 1 else ()), "origin")
        found: str | None = next((remote for remote in candidates if remote in known), None)
        if found is None:
            raise LacplanError("It is not told which remote is meant.", hint=_remotes(known))
        return found
    if asked not in known:
        guess = nearest(asked, known)
        hint = f"Did you mean “{guess}”?" if guess else _remotes(known)
        raise LacplanError(f"There is no remote “{asked}”.", hint=hint)
    return asked


def branch_of(repository: Repository) -> str | None:
    """Return the branch that is checked out; ``None`` where none is."""
    said = repository.ask("symbolic-ref", "--quiet", "--short", "HEAD")
    return said.decode(errors="replace").strip() if said else None


def is_version(ref: str) -> bool:
    """Tell whether *ref* is one that a version could have."""
    name, at, label = ref.partition("@")
    return bool(at and re.fullmatch(NAME.pattern, name) and re.fullmatch(LABEL, label))


def _remotes(known: Iterable[str]) -> str:
    names = ", ".join(known)
    return f"There are: {names}." if names else "Name one: git remote add origin ADDRESS"
