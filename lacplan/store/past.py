"""The drafts in git's history: what each is, and what changed between two of them.

What was worked out once is kept (`lacplan.store.cache`): drafts are named by the ids of their
blobs, so it never goes stale.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lacplan.diff.change import Change
from lacplan.errors import LacplanError
from lacplan.history.codes import bearers
from lacplan.model.plan import Plan
from lacplan.store.cache import Cache, open_cache
from lacplan.store.repository import Repository

if TYPE_CHECKING:
    from lacplan.model.rereading import Rereading

_PARSED = 4
"""How many parsed drafts are held: a commit's and its parents'."""


class Facts(NamedTuple):
    """What is told of a draft without looking into its items."""

    digest: str
    """`lacplan.model.encode.digest`."""

    name: str
    title: str
    stage: str
    items: int
    indicators: int


class Past:
    """The drafts of one plan, by the ids of their blobs."""

    def __init__(self, repository: Repository, cache: Cache) -> None:
        self._repository = repository
        self._cache = cache
        self._parsed = lru_cache(maxsize=_PARSED)(self._parse)
        self._rereading: Rereading | None = None
        self._compared = {blob: key for key in cache if ".." in key for blob in key.split("..")}
        """By drafts that were compared, so that they can be read: the key of what came of it."""

    def plan(self, blob: str) -> Plan:
        """Return the plan in *blob*.

        Raises:
            LacplanError: It can't be read.
        """
        found = self._parsed(blob)
        if isinstance(found, str):
            raise LacplanError(found)
        return found

    def fault(self, blob: str) -> str | None:
        """Return why the draft in *blob* can't be read; ``None`` where it can."""
        if self._compared.get(blob, "") in self._cache:
            return None
        kept = self._cache.get(f"fault:{blob}")
        if isinstance(kept, str):
            return kept
        found = self._parsed(blob)
        return found if isinstance(found, str) else None

    def facts(self, blob: str) -> Facts:
        """Return what the draft in *blob* is.

        Raises:
            LacplanError: It can't be read.
        """
        kept = self._cache.get(f"facts:{blob}")
        if isinstance(kept, list) and len(kept) == len(Facts._fields):
            return Facts(*kept)
        facts = _facts(self.plan(blob))
        self._cache.put(f"facts:{blob}", facts)
        return facts

    def codes(self, blob: str) -> Mapping[str, frozenset[str]]:
        """Return for each code in the draft in *blob* the ids that bear it.

        Raises:
            LacplanError: It can't be read.
        """
        kept = self._cache.get(f"codes:{blob}")
        if not isinstance(kept, dict):
            kept = {code: sorted(ids) for code, ids in bearers(self.plan(blob)).items()}
            self._cache.put(f"codes:{blob}", kept)
        return {code: frozenset(ids) for code, ids in kept.items()}

    def changes(self, old: str, new: str) -> tuple[Change, ...]:
        """Return what changed between the drafts in two blobs.

        Raises:
            LacplanError: One of them can't be read.
        """
        from lacplan.diff.kept import from_kept, to_kept

        if old == new:
            return ()
        kept = from_kept(self._cache.get(f"{old}..{new}"))
        if kept is not None:
            return kept
        from lacplan.diff.compare import diff

        found = diff(self.plan(old), self.plan(new)).changes
        key = f"{old}..{new}"
        self._cache.put(key, to_kept(found))
        self._compared |= {old: key, new: key}
        return found

    def _parse(self, blob: str) -> Plan | str:
        """Return the plan in *blob*, or why it can't be read."""
        from lacplan.document.parse import parse_bytes
        from lacplan.model.decode import decode
        from lacplan.model.rereading import Rereading

        try:
            raw = self._repository.read(blob)
        except LacplanError as error:
            return " ".join(filter(None, (str(error), error.hint)))  # it may be fetched later
        self._rereading = self._rereading or Rereading()
        plan = self._rereading.plan(raw)
        if plan is not None:
            return plan
        document = parse_bytes(raw)
        decoded = decode(document)
        if decoded.plan is not None:
            return decoded.plan
        fault = (*document.faults, *decoded.faults)[0]
        line, _ = document.position(fault.span.start)
        why = f"Line {line}: {fault.message}"
        self._cache.put(f"fault:{blob}", why)
        return why


@contextmanager
def open_past(repository: Repository, name: str) -> Iterator[Past]:
    """Give the drafts of the plan *name* in *repository*, and keep what was worked out."""
    with open_cache(repository, name) as cache:
        yield Past(repository, cache)


def _facts(plan: Plan) -> Facts:
    from lacplan.model.encode import digest

    items = [*plan.walk()]
    indicators = sum(len(item.indicators) for item in items)
    return Facts(digest(plan), plan.name, plan.title, plan.stage, len(items), indicators)
