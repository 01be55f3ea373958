"""Reading a draft part by part tells what reading it as a whole does, or nothing."""

import os
from pathlib import Path
from random import Random

import pytest
from generate import generate, write
from hypothesis import given, settings
from hypothesis import strategies as st

from lacplan.document.parse import parse_bytes
from lacplan.model.decode import decode
from lacplan.model.rereading import Rereading

SAMPLES = sorted((Path(__file__).parents[2] / "drafts").glob("*.yaml"))
DRAFTS = [each.read_text(encoding="utf-8") for each in SAMPLES] + [write(generate(20, seed=1))]

ODD = [
    *('"', "'", "|", ">", "|+", "&a ", "*a", "[", "]", "{", "}", "#", " # c", "- ", "-", ":", ": "),
    *("? ", "---", "...", "%YAML 1.2", "\t", "  ", " ", "", "<<: *a", "!t ", "\u202e", "\r"),
    *("areas:", '"areas":', "projects:", "goals: # c", "objectives: []", "  - id: x"),
]
"""What goes into a line, at one place or another."""


def changed(lines: list[str], random: Random) -> None:
    """Change some lines as no careful author would."""
    at = random.randrange(len(lines))
    line = lines[at]
    place = random.randrange(len(line) + 1)
    some = random.randrange(at, min(len(lines), at + 6) + 1)
    match random.randrange(7):
        case 0:
            lines[at:some] = []
        case 1:
            lines[at:at] = lines[random.randrange(len(lines)) :][:9]
        case 2:
            lines[at] = " " * random.randrange(4) + line
        case 3:
            lines[at] = line[random.randrange(4) :]
        case 4:
            lines[at] = line[:place] + random.choice(ODD) + line[place:]
        case 5:
            lines[at] = line + random.choice(ODD)
        case _:
            lines.insert(at, " " * random.randrange(14) + random.choice(ODD) + "title: t")


@settings(max_examples=20_000 if os.environ.get("LACPLAN_LONG") else 150, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_draft_read_part_by_part_says_what_it_does_as_a_whole(seed: int) -> None:
    random = Random(seed)
    rereading = Rereading()
    rereading.plan(b"")
    lines = random.choice(DRAFTS).split("\n")
    for _ in range(random.randint(1, 4)):
        for _ in range(random.randint(1, 3)):
            changed(lines or [""], random)
        raw = "\n".join(lines).encode()
        plan = rereading.plan(raw)
        assert plan is None or plan == decode(parse_bytes(raw)).plan


@pytest.mark.parametrize("draft", DRAFTS, ids=range(len(DRAFTS)))
def test_a_canonical_draft_can_be_read_part_by_part(draft: str) -> None:
    rereading = Rereading()
    rereading.plan(b"")
    assert rereading.plan(draft.encode()) == decode(parse_bytes(draft.encode())).plan
