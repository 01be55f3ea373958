"""From a draft reference to the life of its plan: its commits, and the drafts in them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from lacplan.errors import LacplanError
from lacplan.model.date import PartialDate
from lacplan.model.plan import Plan
from lacplan.store.commit import CommitDrafts, Place, find_place
from lacplan.store.drafts import is_path
from lacplan.store.follow import former_draft
from lacplan.store.past import Past, open_past
from lacplan.store.revision import resolve
from lacplan.store.walk import Walk, walk
from lacplan.store.workspace import check_name


class Lifetime(NamedTuple):
    """The life of a plan up to one commit."""

    ref: str
    """As the user named it."""

    name: str
    start: str
    """The id of the commit that it is looked at from."""

    place: Place
    walk: Walk
    past: Past

    @property
    def newest(self) -> Plan:
        """The draft that the newest commit left.

        Raises:
            LacplanError: It took the draft away, or left one that can't be read.
        """
        commit = self.walk.commits[0]
        where = f"“{self.name}” in commit {commit.id[:12]}"
        if commit.after is None:
            hint = f"Name a commit that has it: {self.name}@{commit.id[:12]}~1"
            raise LacplanError(f"{where} is gone: that commit took it away.", hint=hint)
        fault = self.past.fault(commit.after.blob)
        if fault is not None:
            hint = f"Start from an older commit, such as {self.name}@{commit.id[:12]}~1"
            raise LacplanError(f"{where} can't be read. {fault}", hint=hint)
        return self.past.plan(commit.after.blob)

    @property
    def is_cut(self) -> bool:
        """Whether older commits are missing, as in a shallow clone."""
        return any(commit.cut for commit in self.walk.commits)

    def since(self, text: str) -> frozenset[str]:
        """Return the ids of the commits since *text*: a date, a version's label, or a revision.

        Raises:
            LacplanError: It is none of them.
        """
        try:
            day = PartialDate.parse(text).first
        except ValueError:
            commit = self._since_what(text)
            said = self.place.repository.run("rev-list", self.start, f"^{commit}")
            return frozenset(said.decode().split())
        return frozenset(each.id for each in self.walk.commits if each.when.date() >= day)

    def _since_what(self, text: str) -> str:
        """Return the id of the commit that *text* names."""
        try:
            return resolve(self.place, self.name, text).commit
        except LacplanError as error:
            message = (
                f"“{text}” is neither a date such as 2013, 2013-04 or 2013-04-10, nor a version "
                f"of “{self.name}”, nor a revision that git knows."
            )
            raise LacplanError(message, hint=error.hint) from None

    def of_plan(self, name: str, commit: str) -> "Lifetime | None":
        """Return the life of another plan up to *commit*; ``None`` where git knows of none."""
        repository = self.place.repository
        path = _path(CommitDrafts(self.place, commit), name)
        found = walk(repository, commit, path)
        return self._replace(name=name, start=commit, walk=found) if found.commits else None


@contextmanager
def open_lifetime(ref: str, drafts: Path | None = None) -> Iterator[Lifetime]:
    """Give the life of the plan that *ref* names.

    Args:
        ref: ``NAME`` as of HEAD, ``NAME@LABEL`` or ``NAME@REVISION``. The plan need not be there
            any more.
        drafts: The folder of drafts, where the user named one.

    Raises:
        LacplanError: Nothing is called so, or there is no repository.
    """
    if is_path(ref):
        hint = "Name a plan: NAME, NAME@LABEL or NAME@REVISION."
        raise LacplanError(f"“{ref}” is no plan, and only plans have a history.", hint=hint)
    name, at, revision = ref.partition("@")
    check_name(name)
    place = find_place(drafts)
    try:
        start = _start(place, name, revision if at else None)
        found = walk(place.repository, start, _path(CommitDrafts(place, start), name))
        if not found.commits:
            raise _without_commits(place, name, start)
        with open_past(place.repository, name) as past:
            yield Lifetime(ref, name, start, place, found, past)
    finally:
        place.repository.close()


def _start(place: Place, name: str, revision: str | None) -> str:
    if revision is not None:
        return resolve(place, name, revision).commit
    commit = place.repository.commit_id("HEAD")
    if commit is None:
        hint = "Commit first: git add, git commit."
        raise LacplanError("The repository has no commit yet, so there is no history.", hint=hint)
    return commit


def _path(drafts: CommitDrafts, name: str) -> str:
    """Return where the draft of *name* lies in a commit, or would lie."""
    found = drafts.find(name) or former_draft(drafts, name)
    return found.path if found else drafts.place.path(f"{name}.yaml")


def _without_commits(place: Place, name: str, start: str) -> LacplanError:
    top = place.repository.top
    paths = [place.path(f"{name}.yaml"), place.path(name, "plan.yaml")]
    there = [path for path in paths if top and (top / path).is_file()]
    if there:
        hint = f"Commit it first: git add {there[0]}, git commit."
        return LacplanError(f"“{name}” was never committed, so it has no history.", hint=hint)
    return CommitDrafts(place, start).missing(name)
