"""A plan under the names and in the places that its draft had before."""

from collections.abc import Iterator

from lacplan.store.commit import CommitDraft, CommitDrafts, Place
from lacplan.store.tags import VersionTag
from lacplan.store.walk import Walk, walk


def life(place: Place, name: str) -> Walk | None:
    """Return the commits that touched the draft of the plan *name*; ``None`` before the first."""
    repository = place.repository
    head = repository.commit_id("HEAD")
    if head is None:
        return None
    found = CommitDrafts(place, head).find(name)
    path = found.path if found else _renamed(place, name)
    return walk(repository, head, path or place.path(f"{name}.yaml"))


def former_draft(drafts: CommitDrafts, name: str) -> CommitDraft | None:
    """Return the draft of *drafts* that became that of the plan *name* later on, if one did."""
    lived = life(drafts.place, name)
    paths = lived.paths if lived else ()
    entries = drafts.place.repository.entries_at(drafts.commit, *paths)
    found = {each.path: each.id for each in entries if not each.is_folder and not each.is_link}
    return next((CommitDraft(path, found[path]) for path in paths if path in found), None)


def former_versions(place: Place, name: str) -> tuple[VersionTag, ...]:
    """Return the versions that the plan *name* had under other names, the oldest first."""
    lived = life(place, name)
    versions = (tag for tag, _ in lived.versions) if lived else ()
    return tuple(sorted((tag for tag in versions if tag.name != name), key=lambda tag: tag.when))


def _renamed(place: Place, name: str) -> str | None:
    """Return what the draft is called in HEAD, where its renaming is not committed yet."""
    if place.repository.top is None:
        return None
    ours = place.path(f"{name}.yaml"), place.path(name, "plan.yaml")
    said = place.repository.run("diff-index", "-z", "-M", "--diff-filter=R", "--cached", "HEAD")
    return next((old for old, new in _renames(said.decode(errors="replace")) if new in ours), None)


def _renames(said: str) -> Iterator[tuple[str, str]]:
    """Yield old and new path of each renaming that git told of."""
    parts = said.split("\0")
    yield from zip(parts[1::3], parts[2::3], strict=False)
