"""Pairs of drafts: those under ``tests/golden/diff/plans``, and any that a test writes down."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from lacplan.diff.change import Diff
from lacplan.diff.compare import diff
from lacplan.document.parse import parse
from lacplan.model.decode import decode
from lacplan.model.plan import Plan
from lacplan.render.changes.names import Side

PLANS = Path(__file__).parents[3] / "golden" / "diff" / "plans"


class Pair(NamedTuple):
    """Two drafts, and what changed between them."""

    diff: Diff
    old: Side
    new: Side


@pytest.fixture
def pair() -> Callable[[str], Pair]:
    """Return the made pair in a language."""

    def made(language: str) -> Pair:
        old, new = (
            Side(f"plan@{name}", _plan((PLANS / f"{language}-{name}.yaml").read_text()))
            for name in ("old", "new")
        )
        return Pair(diff(old.plan, new.plan), old, new)

    return made


@pytest.fixture
def between() -> Callable[..., Pair]:
    """Return the pair of two plans in English, given their areas as YAML."""

    def made(old_areas: str, new_areas: str, *, head: str = "", language: str = "en") -> Pair:
        old, new = (
            Side(
                name,
                _plan(
                    f"format: 1\nname: p\ntitle: P\nlanguage: {language}\n{head}areas:\n{areas}\n"
                ),
            )
            for name, areas in (("old", old_areas), ("new", new_areas))
        )
        return Pair(diff(old.plan, new.plan), old, new)

    return made


def _plan(text: str) -> Plan:
    decoded = decode(parse(text))  # which may hold what no draft should, such as an override
    assert not decoded.faults
    assert decoded.plan is not None
    return decoded.plan
