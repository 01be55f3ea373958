"""What every test may ask for."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a text with a file under ``tests/golden``, or renew the file (LACPLAN_RENEW=1)."""

    def assert_golden(name: str, text: str) -> None:
        file = Path(__file__).parent / "golden" / name
        if os.environ.get("LACPLAN_RENEW"):
            file.write_bytes(text.encode())
        assert file.read_bytes().decode() == text

    return assert_golden
