"""The files beside a plan as rules see them: its group, and what members brought in."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from lacplan.document.fault import Span
from lacplan.document.tree import Document, Mapping, head, resolve
from lacplan.model.contribution import Contribution, Contributions, Reflection
from lacplan.model.decode import Read
from lacplan.model.group import Attendance, Group, Member, Target
from lacplan.model.lineage import Lineage
from lacplan.model.plan import Plan
from lacplan.model.version import Lacking, Version, Versions
from lacplan.validate.judged import Judged, blocks

T = TypeVar("T")


class Identified(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """A lasting name; empty where none was given."""


HasId = TypeVar("HasId", bound=Identified)


class Seen(Generic[T]):
    """A thing where it stands in its file."""

    __slots__ = ("node", "thing")

    def __init__(self, thing: T, node: Mapping) -> None:
        self.thing = thing
        self.node = node

    def span(self, key: str | None = None) -> Span:
        """Return where the value of *key* stands; of the whole thing, its first line."""
        return head((self.node.get(key) if key else None) or self.node)


class GroupFile(Judged):
    """The group that writes a plan, as it stands in ``group.yaml``."""

    def __init__(self, document: Document, read: Read) -> None:
        super().__init__(document, read.faults)
        self.group: Group = read.value or Group()

    @cached_property
    def members(self) -> tuple[Seen[Member], ...]:
        """Every member, in the order of the file."""
        return seen(self.group.members, self.root, "members")

    @cached_property
    def targets(self) -> tuple[Seen[Target], ...]:
        """Every target of the charter, in the order of the file."""
        below = self.root.get("charter") if self.root else None
        charter = resolve(below) if below else None
        holder = charter if isinstance(charter, Mapping) else None
        return seen(self.group.charter.targets, holder, "targets")

    def attendances(self, member: Seen[Member]) -> tuple[Seen[Attendance], ...]:
        """Return each meeting that *member* is said to have attended or missed."""
        return seen(member.thing.attendance, member.node, "attendance")


class ContributionsFile(Judged):
    """What members brought in, as it stands in ``contributions.yaml``.

    Args:
        document: The text and its tree.
        read: What of it could be read.
        members: The ids of the group's members; ``None`` where no group is known.
        plan: The plan that it lies beside; ``None`` where that can't be read.
        versions: Gives the versions of that plan.
        lacking: Tells what to fetch where some of them may be missing here.
    """

    def __init__(
        self,
        document: Document,
        read: Read,
        *,
        members: frozenset[str] | None = None,
        plan: Plan | None = None,
        versions: Versions = lambda: None,
        lacking: Lacking = lambda: None,
    ) -> None:
        super().__init__(document, read.faults)
        self.value: Contributions = read.value or Contributions()
        self.member_ids = members
        self.plan = plan
        self._versions = versions
        self._lacking = lacking
        self._ids: dict[str | None, frozenset[str] | None] = {}

    @cached_property
    def contributions(self) -> tuple[Seen[Contribution], ...]:
        """Every contribution, in the order of the file."""
        return seen(self.value.contributions, self.root, "contributions")

    def reflections(self, contribution: Seen[Contribution]) -> tuple[Seen[Reflection], ...]:
        """Return each place in the plan where *contribution* is said to be found again."""
        return seen(contribution.thing.reflected_in, contribution.node, "reflected-in")

    @cached_property
    def versions(self) -> tuple[Version, ...] | None:
        """The versions of the plan, the oldest first; ``None`` where there is no history."""
        return self._versions()

    @cached_property
    def lacks(self) -> str | None:
        """What to fetch, where a contribution is reflected since a version that may be missing."""
        labels = {None, *(each.label for each in self.versions or ())}
        named = {each.since for seen in self.contributions for each in seen.thing.reflected_in}
        return self._lacking() if self.versions is not None and named - labels else None

    def is_carried_on(self, id: str) -> bool:
        """Tell whether the plan has the item *id*, or one that carries it on."""
        now = self.ids(None) or frozenset()
        return id in now or bool(self._lineage.heirs(id, now))

    def ids(self, label: str | None) -> frozenset[str] | None:
        """Return the ids of the version called *label*, or else of the plan itself.

        ``None`` where there is no such version, or where it can't be read.
        """
        if label not in self._ids:
            version = self.version(label) if label else None
            plan = version.plan if version else None if label else self.plan
            self._ids[label] = plan.ids() if plan else None
        return self._ids[label]

    @cached_property
    def _lineage(self) -> Lineage:
        plans = [each.plan for each in self.versions or ()]
        return Lineage(plan for plan in (*plans, self.plan) if plan)

    def version(self, label: str | None) -> Version | None:
        """Return the version called *label*, where there is one."""
        return next((each for each in self.versions or () if each.label == label), None)

    def before(self, version: Version) -> Version | None:
        """Return the version that was published before *version*."""
        versions = self.versions or ()
        at = versions.index(version)
        return versions[at - 1] if at else None


def seen(things: tuple[T, ...], holder: Mapping | None, key: str) -> tuple[Seen[T], ...]:
    """Return *things*, read from the list under *key* of *holder*, where they stand there."""
    if holder is None or not things:
        return ()
    return tuple(map(Seen, things, blocks(holder, key)))


def repeated(all: Iterable[Seen[HasId]]) -> Iterator[tuple[Seen[HasId], Seen[HasId]]]:
    """Yield each bearer of an id but the first, with the first."""
    first: dict[str, Seen[HasId]] = {}
    for each in all:
        id = each.thing.id
        if id and first.setdefault(id, each) is not each:
            yield each, first[id]
