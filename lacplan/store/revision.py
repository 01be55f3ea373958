"""From what stands behind the ``@`` of a draft reference to a commit."""

from typing import NamedTuple

from lacplan.errors import LacplanError, nearest
from lacplan.store.commit import CommitDrafts, Place
from lacplan.store.follow import former_draft, former_versions
from lacplan.store.repository import Repository
from lacplan.store.tags import VersionTag, newest_version, version_tags


class Revision(NamedTuple):
    """A commit, and the version that it was named by."""

    commit: str
    """Its id, whole."""

    label: str | None = None
    """The label of the annotated tag, where one was meant."""


def resolve(place: Place, name: str, revision: str) -> Revision:
    """Return the commit that ``NAME@REVISION`` names: a version's, or else git's own word for one.

    A version counts also where it bears a name that the plan had before.

    Raises:
        LacplanError: It names none.
    """
    repository = place.repository
    versions = {tag.label: tag for tag in version_tags(repository, name)}
    if revision in versions:
        return _of_version(versions[revision])
    commit = repository.commit_id(revision)
    if commit:
        return Revision(commit)
    versions |= {tag.label: tag for tag in former_versions(place, name)}
    if revision in versions:
        return _of_version(versions[revision])
    raise _unresolved(repository, name, revision, [*versions])


class Base(NamedTuple):
    """What a draft is compared with where nothing else is named."""

    ref: str
    why: str
    """What it is, in words that end a sentence."""


def default_base(place: Place, name: str) -> Base:
    """Return the newest version of the plan *name*, or HEAD where there is none.

    Raises:
        LacplanError: Nor is the plan in HEAD.
    """
    newest = newest_version(place.repository, name) or max(
        former_versions(place, name), key=lambda tag: tag.when, default=None
    )
    if newest:
        return Base(newest.ref, f"its newest version here, of {newest.when:%Y-%m-%d}.")
    head = place.repository.commit_id("HEAD")
    committed = CommitDrafts(place, head) if head else None
    if not committed or not (committed.find(name) or former_draft(committed, name)):
        message = f"“{name}” is in no version and not in the last commit: nothing to compare with."
        raise LacplanError(message, hint=f"Save it first: lacplan save {name}")
    missing = what_is_missing(place.repository, name, [])
    return Base(f"{name}@HEAD", f"the last commit. {' '.join(missing)}")


def _of_version(version: VersionTag) -> Revision:
    if version.commit is None:
        hint = f"See what it holds: git show {version.ref}"
        raise LacplanError(f"The tag “{version.ref}” names no commit.", hint=hint)
    return Revision(version.commit, version.label if version.annotated else None)


def _unresolved(
    repository: Repository, name: str, revision: str, labels: list[str]
) -> LacplanError:
    tags = {tag.ref: tag for tag in version_tags(repository, "*")}
    said = repository.run("for-each-ref", "--count=9999", "--format=%(refname:lstrip=2)")
    refs = [ref for ref in said.decode(errors="replace").split() if ref not in tags]
    if not tags and not refs and repository.commit_id("HEAD") is None:
        return LacplanError(
            f"There is no “{name}@{revision}”, since the repository has no commit yet.",
            hint="Commit first: git add, git commit.",
        )
    plans = [tag.name for tag in tags.values() if tag.label == revision]
    guess, plan = nearest(revision, [*labels, *refs]), nearest(name, plans)
    advice = []
    if guess or plan:
        advice.append(f"Did you mean “{f'{name}@{guess}' if guess else f'{plan}@{revision}'}”?")
    elif labels:
        advice.append(f"Versions: {', '.join(labels[-5:])}.")
    advice += what_is_missing(repository, name, labels)
    what = f"a version of “{name}” (a tag called so)"
    message = f"“{name}@{revision}” is neither {what} nor a revision that git knows."
    if not revision:
        message = f"“{name}@” names no version: nothing stands behind the “@”."
    return LacplanError(message, hint=" ".join(advice) or "“git log” lists revisions.")


def what_is_missing(repository: Repository, name: str, labels: list[str]) -> list[str]:
    """Return what a clone may lack, and how to get it."""
    if not repository.run("remote").strip():
        return [] if labels else [f"No version of “{name}” has been tagged."]
    if repository.is_shallow:
        return ["This clone is shallow; the rest comes with: git fetch --unshallow --tags"]
    return [] if labels else [f"No version of “{name}” is here; tags come with: git fetch --tags"]
