"""Committing one plan's files and nothing else, and pushing where asked to."""

from collections.abc import Sequence
from typing import NamedTuple

from lacplan.errors import LacplanError
from lacplan.store.commit import Place
from lacplan.store.publish import branch_of
from lacplan.store.repository import GitRefusal, Repository
from lacplan.store.workspace import check_name
from lacplan.store.worktree import Pending, literal, pending


class Saved(NamedTuple):
    """A commit that was made."""

    commit: str
    """Its id, whole."""

    said: str
    """What hooks had to say."""


def branch_for(repository: Repository) -> str:
    """Return the branch that a commit would go to.

    Raises:
        LacplanError: None is checked out, so that the commit would soon be out of sight.
    """
    branch = branch_of(repository)
    if branch is None:
        raise LacplanError(
            "No branch is checked out, so that what is saved would soon be out of sight.",
            hint="Make one, then save: git switch -c NAME",
        )
    return branch


def unsaved(place: Place, name: str) -> tuple[Pending, ...]:
    """Return the files of the plan *name* that differ from the last commit.

    They are its draft, ``NAME.yaml``, and everything under ``NAME/``.

    Raises:
        LacplanError: *name* is none, or git was told to ignore the draft.
    """
    check_name(name)
    found = pending(place.repository, place.path(f"{name}.yaml"), place.path(name))
    drafts = place.path(f"{name}.yaml"), place.path(name, "plan.yaml")
    ignored = () if found else pending(place.repository, *drafts, ignored=True)
    if ignored:
        raise LacplanError(
            f"Git was told to ignore “{ignored[0].path}”.",
            hint="Take it out of .gitignore; this names the line: git check-ignore -v PATH",
        )
    return found


def save(repository: Repository, files: Sequence[Pending], message: str) -> Saved:
    """Commit *files* as they stand, and nothing else: what is staged besides stays staged.

    Git's hooks run as they do for ``git commit``.

    Raises:
        GitRefusal: Git, or a hook, did not make it.
    """
    new = [literal(each.path) for each in files if each.is_new]
    if new:
        repository.act("add", "--intent-to-add", "--", *new)
    try:
        words = ("commit", "--quiet", "--only", "--cleanup=whitespace", "--file=-", "--")
        paths = (literal(each.path) for each in files)
        said = repository.act(*words, *paths, text=message.encode())
    except GitRefusal:
        if new:
            repository.ask("rm", "--cached", "--quiet", "--", *new)
        raise
    return Saved(repository.run("rev-parse", "HEAD").decode().strip(), said)


def push(repository: Repository) -> str:
    """Push the branch that is checked out where git is told to, and return what was said.

    Raises:
        GitRefusal: It was not taken.
    """
    return repository.act("push")
