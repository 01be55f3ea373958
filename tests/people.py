"""A group of synthetic people, and the plan that they write."""

from lacplan.document.parse import parse
from lacplan.model.companions import CONTRIBUTIONS, GROUP
from lacplan.model.contribution import Contribution
from lacplan.model.decode import decode, decode_record
from lacplan.model.group import Group
from lacplan.model.plan import Plan

HEAD = """\
format: 1
constituencies: {GAC: government, LACRALO: civil-society, LACNIC: technical-community}
"""


def group(*members: str, charter: str = "{}", more: str = "") -> Group:
    """Return a group; each member is written without id and name."""
    lines = [
        f"  - {{id: m-{number:02}, name: Member {number}{', ' if each else ''}{each}}}"
        for number, each in enumerate(members, 1)
    ]
    text = f"{HEAD}charter: {charter}\n{more}members:\n" + "\n".join(lines or ["  []"])
    read = decode_record(parse(text), GROUP.record)
    assert read.faults == ()
    assert isinstance(read.value, Group)
    return read.value


def contributions(*each: str) -> tuple[Contribution, ...]:
    """Return contributions; each is written without id, kind and text."""
    lines = [
        f"  - {{id: c-{number:02}, kind: idea, text: Idea {number}{', ' if one else ''}{one}}}"
        for number, one in enumerate(each, 1)
    ]
    read = decode_record(
        parse("format: 1\ncontributions:\n" + "\n".join(lines or ["  []"])), CONTRIBUTIONS.record
    )
    assert read.faults == ()
    found: tuple[Contribution, ...] = read.value.contributions
    return found


def plan(items: str, *, language: str = "en") -> Plan:
    """Return a plan with *items*, in YAML."""
    text = f"format: 1\nname: lac\ntitle: A plan\nlanguage: {language}\nareas:\n{items}"
    found = decode(parse(text)).plan
    assert found is not None
    return found
