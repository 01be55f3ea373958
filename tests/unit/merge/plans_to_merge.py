"""A small plan, and changes of it as people make them."""

from lacplan.merge.decision import Merged
from lacplan.merge.engine import merge

PLAN = """\
# Agreed in Montevideo.
format: 1
name: plan
title: Regional plan
language: en
period: {start: 2020, end: 2026}
frameworks:
  icann: {title: ICANN, codes: {A: Security, B: Operations}}
areas:
  # Nobody doubts this one.
  - id: political
    code: "1"
    title: Political issues
    description: >-
      The office trains thirty registrars of the region. Costs are shared by all
      members. A report is due each year.
    tags: [policy, region]
    objectives:
      - id: organizations
        code: "1.1"
        title: Regional organizations
        lead: ICANN  # who else
        start: 2021
        end: 2025
        opportunities:
          - Ministries have begun to listen
          - The treaty is open for signature
        indicators:
          - {id: meetings, title: Meetings held, unit: meetings, baseline: 2, target: 6}
      - id: treaty
        code: "1.2"
        title: The treaty
        projects:
          - id: signing
            code: "1.2.1"
            title: Signing of the treaty

      # What follows came late.

      - id: groups
        code: "1.3"
        title: Interest groups
  - id: capacity
    code: "2"
    title: Capacity building
    objectives:
      - id: schools
        code: "2.1"
        title: Schools
        indicators:
          - id: pupils
            title: Pupils reached
            unit: people
            target: 100
"""


def changed(*pairs: tuple[str, str], text: str = PLAN) -> str:
    """Return *text* with each first of a pair, which it has, replaced by the second."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def part(first: str, after: str | None = None, text: str = PLAN) -> str:
    """Return the lines from the one that has *first* to before the one that has *after*."""
    lines = text.splitlines(keepends=True)
    start = next(k for k, line in enumerate(lines) if first in line)
    end = len(lines)
    if after:
        end = next(k for k in range(start, len(lines)) if after in lines[k])
    return "".join(lines[start:end])


def clean(ours: str, theirs: str, base: str = PLAN) -> str:
    """Return the merged text, which has no conflict whichever side is ours."""
    found = merge(base, ours, theirs)
    assert not found.conflicts, found.conflicts
    assert not merge(base, theirs, ours).conflicts
    assert "<<<<<<<" not in found.text
    return found.text


def torn(ours: str, theirs: str, base: str = PLAN) -> Merged:
    """Return what was merged, which is in conflict whichever side is ours."""
    found = merge(base, ours, theirs)
    assert found.conflicts
    assert merge(base, theirs, ours).conflicts
    assert found.text.count("<<<<<<< ours\n") == found.text.count(">>>>>>> theirs\n") > 0
    return found


def sides(merged: Merged) -> list[tuple[str, str, str]]:
    """Return what ours, the base and theirs have in each conflict of the text."""
    found = []
    for piece in merged.text.split("<<<<<<< ours\n")[1:]:
        ours, rest = piece.split("||||||| base\n")
        base, rest = rest.split("=======\n")
        found.append((ours, base, rest.split(">>>>>>> theirs\n")[0]))
    return found


TREATY = part("- id: treaty", "# What follows").rstrip("\n") + "\n"
"""The lines of one objective, with the project below it."""
