"""Versions for people: at any width, and whatever a tag says of itself."""

import io
from datetime import UTC, datetime

import pytest
from rich.cells import cell_len
from rich.console import Console

from lacplan.cli.versions_table import judged, listed
from lacplan.history.chain import Fault, Signature, Verdict
from lacplan.history.listing import Listing

EVIL = "Mallory \x1b[31m\x1b]0;x\x07 \u202egnol\u202c"


def printed(parts, width: int, *, colour: bool = False) -> str:
    paper = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        paper.print(part)
    return paper.file.getvalue()


def listing(label: str, by: str = "Ana Pérez", **counts: int) -> Listing:
    return Listing(
        plan="lac-2013",
        label=label,
        when=datetime(2013, 3, 26, tzinfo=UTC),
        by=by,
        email="ana@example.org",
        tag="a" * 40,
        commit="b" * 40,
        signed=label == "final",
        digest="c" * 64,
        items=1028,
        previous="draft-01",
        counts=counts or None,
    )


LISTINGS = (
    listing("draft-01"),
    listing("draft-02", removed=1, substantive=1),
    listing("final", by=EVIL, added=1200, moved=3, edited=22, substantive=1230),
    listing("unread", by="")._replace(items=None),
)
VERDICTS = (
    Verdict("lac-2013", "draft-01", "a" * 40, Signature.GOOD, ()),
    Verdict("lac-2013", "draft-02", "b" * 40, Signature.NONE, (Fault("moved", EVIL, "Do. " * 40),)),
    Verdict("lac-2013", "draft-03", None, Signature.NONE, (Fault("missing", "It is gone."),)),
)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_list(golden, width):
    golden(f"versions/list-{width}.txt", printed(listed(LISTINGS, width=width), width))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_what_holds(golden, width):
    golden(f"versions/verify-{width}.txt", printed(judged(VERDICTS, compared=False), width))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_too_long_and_nothing_steers_the_terminal(width):
    out = printed(listed(LISTINGS, width=width), width)
    out += printed(judged(VERDICTS, compared=True), width)
    assert all(cell_len(line) <= width for line in out.splitlines())
    assert not {"\x1b", "\x07", "\u202e"} & {*out}


def test_status_is_told_without_colour():
    plain = printed(judged(VERDICTS, compared=True), 80)
    assert plain.count("✔ holds") == 1
    assert plain.count("✖ does not hold") == 2
    assert "\x1b[" in printed(judged(VERDICTS, compared=True), 80, colour=True)
