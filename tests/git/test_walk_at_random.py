"""Random histories with branches, merges, renamings and drafts that come and go."""

import os
from collections.abc import Iterator
from random import Random

import pytest

from lacplan.history.commit import State

from .conftest import Repo
from .test_walk import walked

SEEDS = range(300 if os.environ.get("LACPLAN_LONG") else 8)
FILE = "drafts/p.yaml"
NAMES = (FILE, "drafts/p/plan.yaml", "drafts/q.yaml")
TEXTS = tuple(f"{number}\n" + "filler\n" * 20 for number in range(4))

Left = tuple[str, str] | None
"""The path and the text of the draft, if there is one."""


def histories(random: Random, names: tuple[str, ...]) -> Iterator[tuple[list[int], Left]]:
    """Yield commits: the numbers of their parents, and what they left."""
    lefts: list[Left] = []
    for number in range(random.randint(2, 14)):
        parents: dict[int, None] = {}
        while number and (not parents or random.random() < 0.35):
            near = not parents and random.random() < 0.6
            parents[number - 1 if near else random.randrange(number)] = None
        lefts.append(left(random, names, [lefts[each] for each in parents]))
        yield [*parents], lefts[-1]


def left(random: Random, names: tuple[str, ...], befores: list[Left]) -> Left:
    """Return what a commit leaves: what a parent had, nothing, or something else."""
    before = befores[0] if befores else None
    if random.random() < 0.15:
        return before
    if random.random() < 0.08:
        return None
    if len(befores) > 1 and random.random() < 0.6:
        return random.choice(befores)
    path = before[0] if before and random.random() < 0.75 else random.choice(names)
    return path, before[1] if before and random.random() < 0.2 else random.choice(TEXTS)


def imported(random: Random, names: tuple[str, ...]) -> Iterator[str]:
    """Yield what ``git fast-import`` reads; some clocks are wrong."""
    for number, (parents, draft) in enumerate(histories(random, names)):
        when = 1_700_000_000 + number * 60 + random.choice((0, 0, 0, 0, -90, 90))
        yield f"commit refs/heads/main\nmark :{number + 1}\ncommitter A <a@b> {when} +0000\n"
        yield f"data {len(str(number))}\n{number}\n"
        yield from (f"from :{parent + 1}\n" for parent in parents[:1])
        yield from (f"merge :{parent + 1}\n" for parent in parents[1:])
        yield f"deleteall\nM 100644 inline other\ndata {len(str(number))}\n{number}\n"
        if draft is not None:
            yield f"M 100644 inline {draft[0]}\ndata {len(draft[1])}\n{draft[1]}\n"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("names", [NAMES[:1], NAMES], ids=["one-name", "names"])
def test_every_commit_found_what_those_before_it_had_left(
    repo: Repo, seed: int, names: tuple[str, ...]
) -> None:
    random = Random(f"{seed} {len(names)}")
    repo.git("fast-import", "--quiet", "--force", text="".join(imported(random, names)))
    there = repo.git("ls-tree", "-r", "--name-only", "HEAD", "drafts").splitlines()
    found = walked(repo, there[0] if there else FILE)
    places = {commit.id: place for place, commit in enumerate(found.commits)}
    for commit in found.commits:
        for before in commit.befores:
            if before.commit is not None:
                source = found.commits[places[before.commit]]
                assert places[source.id] > places[commit.id]
                assert before.state in (None, source.after)
            else:
                assert before.state is None
    if there:
        blob = repo.git("rev-parse", f"HEAD:{there[0]}")
        assert found.commits[0].after == State(there[0], blob)
    if names == NAMES[:1]:
        assert set(places) == set(repo.git("log", "--format=%H", "--", *NAMES[:2]).split())
