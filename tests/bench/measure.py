"""Runs programs and tells what they took.

Each measurement is a process of its own: this one stays small and leaves nothing behind that the
next one could profit or suffer from.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from resource import struct_rusage
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(__file__).parent / "programs"

Measure = Callable[[], float]


class Medians(NamedTuple):
    """What a row came to, in seconds or MB."""

    ours: float
    theirs: float | None

    @property
    def reached(self) -> float:
        """How many times *theirs* it is, or *ours* itself where there is nothing to compare."""
        return self.ours if self.theirs is None else self.ours / self.theirs


def cpu(program: str, *arguments: object) -> Measure:
    """Return a measure of the seconds of CPU that *program* takes, its start included."""

    def measured() -> float:
        _, took = _run(program, arguments)
        return took.ru_utime + took.ru_stime

    return measured


def cpu_of_git(*words: object) -> Measure:
    """Return a measure of the seconds of CPU that ``git WORDS`` takes."""

    def measured() -> float:
        _, took = _run_command(["git", *map(str, words)])
        return took.ru_utime + took.ru_stime

    return measured


def together(*measures: Measure) -> Measure:
    """Return a measure of what *measures* come to, one after the other."""
    return lambda: sum(measure() for measure in measures)


def after(prepare: Callable[[], None], measure: Measure) -> Measure:
    """Return *measure*, each time after *prepare*."""

    def measured() -> float:
        prepare()
        return measure()

    return measured


def printed(program: str, *arguments: object) -> Measure:
    """Return a measure that is the number that *program* prints."""
    return lambda: float(_run(program, arguments)[0])


def peak(program: str, *arguments: object) -> Measure:
    """Return a measure of the most memory that *program* holds, in MB.

    The kernel counts from before the program was loaded, when it still was a copy of this process:
    all the more reason for this process to stay small.
    """
    per_megabyte = 1e6 if sys.platform == "darwin" else 1e6 / 1024
    return lambda: _run(program, arguments)[1].ru_maxrss / per_megabyte


def medians(ours: Measure, theirs: Measure | None, runs: int) -> Medians:
    """Return the medians of *runs* measurements after a first one, turn and turn about."""
    pairs = [(ours(), theirs() if theirs else None) for _ in range(runs + 1)][1:]
    compared = [other for _, other in pairs if other is not None]
    return Medians(median(own for own, _ in pairs), median(compared) if compared else None)


def _run(program: str, arguments: tuple[object, ...]) -> tuple[bytes, struct_rusage]:
    """Run one of the programs, and return what it printed and what it took."""
    return _run_command([sys.executable, str(PROGRAMS / program), *map(str, arguments)])


def _run_command(command: list[str]) -> tuple[bytes, struct_rusage]:
    """Run *command*, and return what it printed and what it took, its own children included."""
    with subprocess.Popen(command, cwd=ROOT, env=_environment(), stdout=subprocess.PIPE) as process:
        said = process.stdout.read() if process.stdout else b""
        _, status, took = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} left with {process.returncode}")
    return said, took


def _environment() -> dict[str, str]:
    """Return an environment in which this checkout is imported, and byte code is kept."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return {**kept, "PYTHONPATH": str(ROOT), "COLUMNS": "80"}
