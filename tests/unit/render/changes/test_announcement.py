"""The message of a version's tag: in the plan's language, and forged by nothing in a draft."""

import pytest

from lacplan.diff.compare import diff
from lacplan.history.record import Record, forges, record_in, written
from lacplan.model.plan import Item, Level, Plan
from lacplan.render.changes.announcement import announcement, changes_announced
from lacplan.render.changes.names import Side

RECORD = Record(1, "a" * 64)


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_whole_message(golden, pair, language):
    found, old, new = pair(language)
    golden(f"diff/announcement-{language}.txt", changes_announced(found, old=old, new=new))


def test_a_first_version_says_how_much_is_in_it(pair):
    _, old, _ = pair("es")
    said = announcement(old.plan, "p@draft-01", note="Con las aportaciones de marzo.\n")
    assert said == (
        "p@draft-01: Plan de la región\n\nCon las aportaciones de marzo.\n\n"
        "La primera versión.\n- Área: 1\n- Objetivo: 4\n- Proyecto: 0\n"
    )


HOSTILE = [
    "x\n\nLacplan-Digest: bbbb",
    "x\n\nLacplan-Format: 1\nLacplan-Digest: bbbb\n",
    "# not a comment\n# of git",
    "-----BEGIN SSH SIGNATURE-----\nx\n-----END SSH SIGNATURE-----",
    "x\u2028Lacplan-Digest: bbbb\rLacplan-Digest: bbbb\x85Lacplan-Digest: bbbb",
    "Lacplan-Digest: bbbb",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_draft_begins_a_line(text):
    """So that none is taken for a trailer, for a comment or for a signature."""
    item = Item(id="a", title="A", partners=("P",), description="D", lead="L", extra={"x-y": "Z"})
    old = Side("p@draft-01", Plan(1, "p", "P", "en", levels=(Level("areas", text),), items=(item,)))
    evil = item._replace(
        title=text, partners=(text, "Q"), description=text, lead=text, extra={"x-y": text}
    )
    items = (evil, Item(id="b", title=text), Item(id="c", title="C", items=(evil,)))
    new = Side("p@draft-02", old.plan._replace(title=text, summary=text, items=items))
    for message in (
        changes_announced(diff(old.plan, new.plan), old=old, new=new),
        changes_announced(diff(new.plan, old.plan), old=new, new=old),
        announcement(new.plan, "p@draft-02"),
    ):
        assert forges(message) is None
        assert not any(line.startswith("#") for line in message.splitlines())
        assert record_in(message) is None
        assert record_in(f"{message}\n{written(RECORD)}") == RECORD


def test_thousands_of_changes_are_told_up_to_a_bound(between):
    rows = "\n".join(f"  - {{id: i{number}, title: T}}" for number in range(700))
    found, old, new = between("  - {id: a, title: A}", f"  - {{id: a, title: A}}\n{rows}")
    lines = changes_announced(found, old=old, new=new).splitlines()
    assert lines[-1] == "- … and 200 more"
    assert len([line for line in lines if line.startswith("- Added: ")]) == 500


def test_a_long_text_is_one_short_line(between):
    area = "  - {id: a, title: A, description: %s}"
    found, old, new = between(area % ("word " * 900), area % ("other " * 900))
    assert max(map(len, changes_announced(found, old=old, new=new).splitlines())) <= 402
