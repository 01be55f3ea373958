"""The garbage collector stands still while trees are built, and does not make up for it after."""

import gc
from collections.abc import Iterator

import pytest

from lacplan.collector import paused


@pytest.fixture(autouse=True)
def _running() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def _runs() -> int:
    """Return how many times the collector has run over young objects."""
    return gc.get_stats()[0]["collections"]


def _many() -> list[list[int]]:
    """Make more objects than the collector lets pass."""
    return [[each] for each in range(100_000)]


def test_the_collector_rests_inside_and_runs_again_after() -> None:
    with paused():
        assert not gc.isenabled()
        with paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with paused():
        pass
    assert not gc.isenabled()


def test_what_was_built_meanwhile_is_not_looked_through_after() -> None:
    with paused():
        built = _many()
    ran = _runs()
    few = [[each] for each in range(100)]
    assert _runs() == ran
    assert len(built) > len(few)


def test_what_went_round_in_circles_meanwhile_is_found_in_the_end() -> None:
    with paused():
        circle: list[object] = []
        circle.append(circle)
        del circle
    assert gc.collect() > 0


def test_what_somebody_else_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        with paused():
            pass
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
