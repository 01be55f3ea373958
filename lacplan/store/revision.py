"""From what stands behind the ``@`` of a draft reference to a commit."""

from typing import NamedTuple

from lacplan.errors import LacplanError, nearest
from lacplan.store.repository import Repository
from lacplan.store.tags import VersionTag, version_tags


class Revision(NamedTuple):
    """A commit, and the version that it was named by."""

    commit: str
    """Its id, whole."""

    label: str | None = None
    """The label of the annotated tag, where one was meant."""


def resolve(repository: Repository, name: str, revision: str) -> Revision:
    """Return the commit that ``NAME@REVISION`` names: a version's, or else git's own word for one.

    Raises:
        LacplanError: It names none.
    """
    versions = {tag.label: tag for tag in version_tags(repository, name)}
    version = versions.get(revision)
    if version:
        return _of_version(version)
    commit = repository.commit_id(revision)
    if commit is None:
        raise _unresolved(repository, name, revision, [*versions])
    return Revision(commit)


def _of_version(version: VersionTag) -> Revision:
    if version.commit is None:
        hint = f"See what it holds: git show {version.ref}"
        raise LacplanError(f"The tag “{version.ref}” names no commit.", hint=hint)
    return Revision(version.commit, version.label if version.annotated else None)


def _unresolved(
    repository: Repository, name: str, revision: str, labels: list[str]
) -> LacplanError:
    said = repository.run("for-each-ref", "--count=9999", "--format=%(refname:lstrip=2)")
    refs = said.decode(errors="replace").split()
    if not refs and repository.commit_id("HEAD") is None:
        return LacplanError(
            f"There is no “{name}@{revision}”, since the repository has no commit yet.",
            hint="Commit first: git add, git commit.",
        )
    guess = nearest(revision, [*labels, *refs])
    advice = []
    if guess:
        advice.append(f"Did you mean “{name}@{guess}”?")
    elif labels:
        advice.append(f"Versions: {', '.join(labels[-5:])}.")
    advice += _what_is_missing(repository, name, labels)
    what = f"a version of “{name}” (a tag called so)"
    message = f"“{name}@{revision}” is neither {what} nor a revision that git knows."
    return LacplanError(message, hint=" ".join(advice) or "“git log” lists revisions.")


def _what_is_missing(repository: Repository, name: str, labels: list[str]) -> list[str]:
    """Return what a clone may lack, and how to get it."""
    if not repository.run("remote").strip():
        return [] if labels else [f"No version of “{name}” has been tagged."]
    if repository.is_shallow:
        return ["This clone is shallow; the rest comes with: git fetch --unshallow --tags"]
    return [] if labels else [f"No version of “{name}” is here; tags come with: git fetch --tags"]
