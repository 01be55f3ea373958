"""Unified diffs: as `diff -u` writes them, and as `patch` takes them."""

import subprocess
from pathlib import Path
from random import Random

import pytest

from lacplan.render.line_diff import render


def test_equal_texts_have_no_diff() -> None:
    assert render("f", "a\nb\n", "a\nb\n") == ""


def test_a_change_stands_between_three_lines_of_context() -> None:
    old = "".join(f"{number}\n" for number in range(1, 10))
    assert render("f", old, old.replace("5\n", "five\n")) == (
        "--- f\n+++ f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
    )


def test_a_missing_last_line_end_is_told() -> None:
    assert render("f", "a", "a\n") == (
        "--- f\n+++ f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"
    )


@pytest.mark.parametrize("seed", range(30))
def test_git_applies_it(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    old = [f"{random.randrange(12)}\n" for _ in range(random.randrange(60))]
    new = [line for line in old if random.random() < 0.8]
    for _ in range(random.randrange(8)):
        new.insert(random.randrange(len(new) + 1), f"{random.randrange(20)}\n")
    patch = render("f", "".join(old), "".join(new))
    (tmp_path / "f").write_text("".join(old))
    if patch and old and new:
        command = ["git", "apply", "-p0", "--unidiff-zero"]
        subprocess.run(command, input=patch, text=True, check=True, cwd=tmp_path)
        assert (tmp_path / "f").read_text() == "".join(new)
