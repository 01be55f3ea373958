"""The commits that touched a draft, newest first, through every renaming of its file.

One ``git log`` finds those of ``NAME.yaml`` and ``NAME/plan.yaml``. Where the draft appears, the
commit is asked whether it renamed another file, and one more ``git log`` goes on with that one.
History is simplified as git does it: of a merge that took one side's draft as it was, only that
side is told.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from lacplan.history.commit import Before, Commit, State
from lacplan.model.fields import NAME
from lacplan.store.repository import Repository, date
from lacplan.store.tags import VersionTag, version_tags

Pair = tuple[str, str]
"""The two paths that one draft may have: ``NAME.yaml`` and ``NAME/plan.yaml``."""

Key = tuple[Pair, str]
"""A commit's id, and as what it touched the draft."""

_HEAD = ("%x01%H", "%P", "%aN", "%aE", "%aI", "%ct", "%s")
_DRAFTS = ":(top,glob)**/*.yaml"


class Walk(NamedTuple):
    """The life of a draft up to one commit."""

    commits: tuple[Commit, ...]
    """Newest first; each stands before those that it came from."""

    versions: tuple[tuple[VersionTag, str], ...]
    """The versions, oldest first, each with the id of the commit that left the draft so."""

    first: dict[str, VersionTag]
    """By a commit's id: the oldest version that has it in it."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Where the draft has lain, newest first."""
        states = (each.after or before.state for each in self.commits for before in each.befores)
        return tuple(dict.fromkeys(state.path for state in states if state))


def walk(repository: Repository, start: str, path: str) -> Walk:
    """Return the commits at or before *start* that touched the draft at *path*.

    Args:
        repository: Where to look.
        start: The id of a commit.
        path: Where the draft lies there, or last lay, from the top of the repository, with ``/``.
    """
    return _Walk(repository).run(start, path)


class _Diff(NamedTuple):
    """What became of one path between a parent and a commit; ``None`` where it was not there."""

    old: str | None
    new: str | None


class _Node:
    """A commit as ``git log`` tells of it; without diffs where it merely bears a tag."""

    def __init__(self, pair: Pair, fields: Sequence[str]) -> None:
        id, parents, self.author, self.email, self.when, made, self.subject = fields
        self.id = id[1:]
        self.pair = pair
        self.parents = parents.split()
        self.made = int(made)
        """When it was committed, in seconds since 1970."""

        self.diffs: list[dict[str, _Diff]] = []
        """One for each parent, by path."""

    @property
    def after(self) -> State | None:
        """Where the draft lies after it; one that was there already before one that is new."""
        found = [
            (diff.old is None, self.pair.index(path), State(path, diff.new))
            for diffs in self.diffs
            for path, diff in diffs.items()
            if diff.new is not None
        ]
        return min(found)[2] if found else None

    @property
    def befores(self) -> list[State | None]:
        """Where the draft lay in each parent."""
        return [self._before(diffs) for diffs in self.diffs]

    @property
    def appears(self) -> list[int]:
        """The numbers, from 1, of the parents that had no draft while it has one."""
        if self.after is None:
            return []
        return [number for number, state in enumerate(self.befores, 1) if state is None]

    def _before(self, diffs: dict[str, _Diff]) -> State | None:
        after = self.after
        if after is not None:
            here = diffs.get(after.path, _Diff(after.blob, after.blob))
            if here.old is not None:
                return State(after.path, here.old)
        gone = (State(path, diff.old) for path, diff in diffs.items() if diff.old is not None)
        return next(gone, None)


class _Walk:
    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self.nodes: dict[Key, _Node] = {}
        self.touching: dict[Key, tuple[Key, ...]] = {}
        """By each node: itself where it touches the draft, else the nearest before it that do."""

        self.tags: dict[Pair, list[VersionTag]] = {}
        """The versions under each name that the draft had, the newest name first."""

        self.renames: dict[Key, list[tuple[State, Key | None]]] = {}
        """By a commit that gave the draft its name: what its parents had under another one."""

        self.cut = frozenset(repository.shallow_ids())

    def run(self, start: str, path: str) -> Walk:
        entries = self._segment(start, _pair(path))
        made: dict[Key, tuple[Commit, tuple[Key, ...]]] = {}
        self._follow(entries, made)
        commits = tuple(self._ordered(entries, made))
        versions = tuple(self._versions(made))
        return Walk(
            commits=tuple({each.id: each for each in commits}.values()),
            versions=tuple((tag, key[1]) for tag, key in versions),
            first=_first_versions(versions, made),
        )

    def _segment(self, start: str, pair: Pair) -> tuple[Key, ...]:
        """Read what ``git log`` knows of *pair* from *start* on, and return where that begins."""
        nodes = self._log([start], pair)
        known = {node.id for node in nodes}
        self._add(nodes)
        beside = self._tagged(pair, known)
        if beside:
            more = self._log([start, *beside], pair, "--simplify-by-decoration")
            self._add([node for node in more if node.id not in known])
        for node in nodes:
            if node.appears and node.id not in self.cut:
                self._rename(node, [f"{node.id}^{number}" for number in node.appears])
        if any((pair, node.id) in self.renames for node in nodes):
            self._join(nodes)
        inner = {id for node in nodes for id in node.parents}
        tips = ((pair, node.id) for node in nodes if node.id not in inner)
        return tuple(dict.fromkeys(key for tip in tips for key in self.touching[tip]))

    def _tagged(self, pair: Pair, known: set[str]) -> list[str]:
        """Note the versions under the name of *pair*; return their commits that are not *known*."""
        tags = [
            tag
            for tag in version_tags(self.repository, _name(pair[0]))
            if tag.annotated and tag.commit
        ]
        self.tags.setdefault(pair, tags)
        return [tag.commit for tag in tags if tag.commit and tag.commit not in known]

    def _log(self, starts: Sequence[str], pair: Pair, *options: str) -> list[_Node]:
        """Return the commits that touched *pair*; by decoration, those also that bear a version."""
        paths = [f":(top,literal){path}" for path in pair]
        said = self.repository.run(
            "log", "-z", "--date-order", "--parents", "--no-renames", "--diff-merges=off",
            "--raw", "--no-abbrev", "--no-color", "--no-ext-diff", "--no-show-signature",
            "--encoding=UTF-8", f"--format={'%x00'.join(_HEAD)}", *options,
            f"--decorate-refs=refs/tags/{_name(pair[0])}@*", *starts, "--", *paths,
        )  # fmt: skip
        nodes = {node.id: node for node in _nodes(said.decode(errors="replace"), pair)}
        merges = [id for id, node in nodes.items() if not node.diffs]
        if merges:
            said = self.repository.run(
                "diff-tree", "--stdin", "-m", "--root", "-r", "-z", "--no-renames", "--", *paths,
                text="".join(f"{id}\n" for id in merges).encode(),
            )  # fmt: skip
            for id, diffs in _diffs(said.decode(errors="replace")):
                nodes[id].diffs.append(diffs)
        return [*nodes.values()]

    def _add(self, nodes: Sequence[_Node]) -> None:
        for node in reversed(nodes):  # so that those that it came from are known
            key = node.pair, node.id
            self.nodes[key] = node
            came = tuple(
                before for id in node.parents for before in self.touching.get((node.pair, id), ())
            )
            same = [each for each in came if self.nodes[each].after == node.after]
            if not node.diffs:
                self.touching[key] = tuple(dict.fromkeys(came))
            elif len(node.parents) > 1 and same:  # it took one side's draft, and bears a tag
                self.touching[key] = (same[0],)
            else:
                self.touching[key] = (key,)

    def _follow(
        self, entries: Iterable[Key], made: dict[Key, tuple[Commit, tuple[Key, ...]]]
    ) -> None:
        """Make the commits that are reached from *entries*."""
        left = [*entries]
        while left:
            key = left.pop()
            if key not in made:
                made[key] = self._commit(key)
                left += made[key][1]

    def _rename(self, node: _Node, parents: Iterable[str]) -> None:
        """Note which of *parents* had the draft under another name, and what it was there."""
        for parent in parents:
            said = self.repository.ask(
                "diff-tree", "-r", "-z", "-M", "--diff-filter=R", parent, node.id, "--", _DRAFTS
            )
            parts = (said or b"").decode(errors="replace").split("\0")
            for about, old, new in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
                if new in node.pair:
                    entries = self._segment(parent, _pair(old))
                    state = State(old, about.split(" ")[2])
                    found = self.renames.setdefault((node.pair, node.id), [])
                    found.append((state, entries[0] if entries else None))

    def _join(self, nodes: Sequence[_Node]) -> None:
        """Note which merges join a branch where the draft still had its old name.

        Git leaves out the parents that have nothing under the new one.
        """
        ids = "".join(f"{node.id}\n" for node in nodes)
        said = self.repository.run(
            "rev-list", "--no-walk", "--parents", "--stdin", text=ids.encode()
        )
        parents = {id: rest for id, *rest in map(str.split, said.decode().splitlines())}
        for node in nodes:
            if len(parents[node.id]) > len(node.diffs):
                self._rename(node, parents[node.id])

    def _commit(self, key: Key) -> tuple[Commit, tuple[Key, ...]]:
        """Return a commit, and the keys of those that it came from."""
        node = self.nodes[key]
        found = list(self._sources(node))
        renames = self.renames.get(key)
        if renames:  # they stand for the parents that had nothing under the new name
            found = [*(each for each in found if each[0] is not None), *renames]
        befores = tuple(Before(source and source[1], state) for state, source in found)
        commit = Commit(
            id=node.id,
            author=node.author,
            email=node.email,
            when=date(node.when),
            subject=node.subject,
            after=node.after,
            befores=befores,
            cut=node.id in self.cut,
        )
        return commit, tuple(dict.fromkeys(source for _, source in found if source))

    def _sources(self, node: _Node) -> Iterator[tuple[State | None, Key | None]]:
        """Yield what each parent of *node* had, and what left the draft so."""
        came = [self.touching.get((node.pair, id), ()) for id in node.parents]
        whole = len(came) == len(node.diffs)  # else git left some out, or took several as one
        left = list(dict.fromkeys(key for keys in came for key in keys))
        for number, state in enumerate(node.befores):
            keys = [*(came[number] if whole else ()), *left]
            same = (key for key in keys if self.nodes[key].after == state)
            source = next(same, keys[0] if keys and len(node.diffs) == 1 else None)
            if source in left:  # another parent with the same draft has rather another source
                left.remove(source)
                left.append(source)
            yield state, source

    def _ordered(
        self, entries: Iterable[Key], made: dict[Key, tuple[Commit, tuple[Key, ...]]]
    ) -> Iterator[Commit]:
        """Yield the commits newest first, each before those that it came from."""
        waiting = dict.fromkeys(made, 0)
        for _, came in made.values():
            for key in came:
                waiting[key] += 1
        order = {key: number for number, key in enumerate(made)}
        ready: list[tuple[int, int, Key]] = []
        for key in entries:
            if waiting[key] == 0:
                heappush(ready, (-self.nodes[key].made, order[key], key))
        while ready:
            _, _, key = heappop(ready)
            commit, came = made[key]
            yield commit
            for before in came:
                waiting[before] -= 1
                if waiting[before] == 0:
                    heappush(ready, (-self.nodes[before].made, order[before], before))

    def _versions(
        self, made: dict[Key, tuple[Commit, tuple[Key, ...]]]
    ) -> Iterator[tuple[VersionTag, Key]]:
        """Yield each version, oldest first, with the commit that left the draft so."""
        for pair, tags in reversed(self.tags.items()):
            for tag in tags:
                for key in self.touching.get((pair, tag.commit or ""), ())[:1]:
                    self._follow([key], made)
                    yield tag, key


def _first_versions(
    versions: Iterable[tuple[VersionTag, Key]], made: dict[Key, tuple[Commit, tuple[Key, ...]]]
) -> dict[str, VersionTag]:
    """Return for each commit the oldest version that has it in it."""
    first: dict[str, VersionTag] = {}
    seen: set[Key] = set()
    for tag, start in versions:
        left = [start]
        while left:
            key = left.pop()
            if key not in seen:
                seen.add(key)
                first.setdefault(key[1], tag)
                left += made[key][1]
    return first


def _nodes(said: str, pair: Pair) -> Iterator[_Node]:
    """Yield the commits that ``git log`` told of; a merge is told without its diffs."""
    parts = said.split("\0")
    at = 0
    while at + len(_HEAD) <= len(parts):
        node = _Node(pair, parts[at : at + len(_HEAD)])
        diffs, at = _raw(parts, at + len(_HEAD))
        if diffs:
            node.diffs.append(diffs)
        yield node


def _diffs(said: str) -> Iterator[tuple[str, dict[str, _Diff]]]:
    """Yield what ``git diff-tree`` told: a commit's id and its diff, one for each parent."""
    parts = said.split("\0")
    at = 0
    while parts[at]:
        id = parts[at]
        diffs, at = _raw(parts, at + 1)
        yield id, diffs


def _raw(parts: Sequence[str], at: int) -> tuple[dict[str, _Diff], int]:
    """Return the diffs that stand in *parts* from *at* on, by path, and where they end."""
    diffs: dict[str, _Diff] = {}
    while at < len(parts) and parts[at].lstrip("\n").startswith(":"):
        _, _, old, new, _ = parts[at].split(" ")
        diffs[parts[at + 1]] = _Diff(_there(old), _there(new))
        at += 2
    return diffs, at


def _there(id: str) -> str | None:
    return id if id.strip("0") else None


def _pair(path: str) -> Pair:
    """Return the two forms that the draft at *path* may have."""
    if path.endswith("/plan.yaml"):
        return path.removesuffix("/plan.yaml") + ".yaml", path
    return path, re.sub(r"(\.ya?ml)?$", "/plan.yaml", path, count=1)


def _name(path: str) -> str:
    """Return the name of the plan whose draft lies at *path*; empty where it is none."""
    name = re.sub(r"(/plan)?\.ya?ml$", "", path).rpartition("/")[2]
    return name if re.fullmatch(NAME.pattern, name) else ""
