"""Make a repository in which a plan is written over many commits.

usage: python make_history.py COMMITS ITEMS FOLDER

The plan is ``bench``, in ``drafts/bench.yaml``. A commit changes one to three things, as people do;
every tenth one is published as a version.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2]))

from generate import KEYS, Tree, _Author, generate, walk, write

NAME = "bench"
BEGAN = 1_767_600_000
"""5 January 2026, in seconds since 1970."""

DAY = 86_400


def main() -> None:
    """Make it."""
    commits, items, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", folder], check=True)
    with subprocess.Popen(
        ["git", "-C", folder, "fast-import", "--quiet"], stdin=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        for part in _stream(commits, items):
            process.stdin.write(part)
    subprocess.run(["git", "-C", folder, "gc", "--quiet"], check=True)
    subprocess.run(["git", "-C", folder, "reset", "--quiet", "--hard", "main"], check=True)


def _stream(commits: int, items: int) -> Iterator[bytes]:
    """Yield what ``git fast-import`` reads."""
    random = Random("history")
    author = _Author(random)
    plan = generate(items, seed=7)
    for number in range(commits):
        if number:
            for _ in range(random.randint(1, 3)):
                _change(plan, author, random)
        who = f"{random.choice(('Ana', 'Luis', 'Jo'))} <a@example.org> {BEGAN + number * DAY} +0000"
        yield f"commit refs/heads/main\nmark :{number + 1}\ncommitter {who}\n".encode()
        yield _data(f"change {number}")
        yield f"M 100644 inline drafts/{NAME}.yaml\n".encode() + _data(write(plan))
        if number % 10 == 9:
            yield f"tag {NAME}@draft-{number // 10 + 1:02}\nfrom :{number + 1}\n".encode()
            yield f"tagger {who}\n".encode() + _data(f"draft {number // 10 + 1}")


def _data(text: str) -> bytes:
    content = text.encode()
    return b"data %d\n%b\n" % (len(content), content)


def _change(plan: Tree, author: _Author, random: Random) -> None:
    """Change one thing: mostly words, at times a lead, a place, or what there is."""
    placed = random.choice([each for each in walk(plan) if each.level == len(KEYS) - 1])
    what = random.choices(("words", "lead", "move", "add", "remove"), (60, 20, 8, 7, 5))[0]
    siblings = placed.parent[KEYS[placed.level]]
    if what == "words":
        placed.item["description"] = author.reworded(placed.item["description"])
    elif what == "lead":
        placed.item["lead"] = f"Office {random.randint(1, 99)}"
    elif what == "move":
        other = random.choice([each for each in walk(plan) if each.level == len(KEYS) - 2])
        siblings.remove(placed.item)
        other.item[KEYS[placed.level]].append(placed.item)
    elif what == "add":
        item = author.item(placed.level)
        del item["code"]
        siblings.append(item)
    elif len(siblings) > 1:
        siblings.remove(placed.item)


main()
