"""What every test may ask for."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

# A gate says the same of the same commit every time; the long runs go where chance leads.
BUSY = [HealthCheck.too_slow]  # a busy machine is no fault of a test
settings.register_profile("gate", derandomize=True, deadline=None, suppress_health_check=BUSY)
settings.register_profile("long", deadline=None, suppress_health_check=BUSY)
RENEW = bool(os.environ.get("LACPLAN_RENEW"))  # before a test may take it away

settings.load_profile("long" if os.environ.get("LACPLAN_LONG") else "gate")


class Result(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def lacplan(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line as a person would; return its exit status and what it wrote."""
    from lacplan.cli.app import run

    def call(*words: str) -> Result:
        monkeypatch.setattr("sys.argv", ["lacplan", *words])
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            run()
        return Result(int(left.value.code or 0), *capsys.readouterr())

    return call


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a text with a file under ``tests/golden``, or renew the file (LACPLAN_RENEW=1)."""

    def assert_golden(name: str, text: str) -> None:
        file = Path(__file__).parent / "golden" / name
        if RENEW:
            file.write_bytes(text.encode())
        assert file.read_bytes().decode() == text

    return assert_golden


@pytest.fixture
def completed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[str], list[str]]:
    """What a shell offers for the last word of a command line."""
    from lacplan.cli.app import run

    def offer(line: str) -> list[str]:
        monkeypatch.setenv("_LACPLAN_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(f"{line}.".split()) - 1))
        monkeypatch.setattr("sys.argv", ["lacplan"])
        capsys.readouterr()
        with pytest.raises(SystemExit):
            run()
        return capsys.readouterr().out.split()

    return offer
