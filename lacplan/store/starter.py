"""The draft that ``lacplan new`` begins a plan with."""

import re

from lacplan.errors import LacplanError
from lacplan.model.fields import NAME

SCHEMA_FILE = ".lacplan.schema.json"
"""The JSON Schema that editors read, beside the drafts."""

_TEXT = """\
# yaml-language-server: $schema={schema}
#
# A draft of a strategic plan. Overwrite what stands here; comments like this one stay yours.
#   lacplan validate {name}    tells what is wrong, and where
#   lacplan fields{pad}    explains every field
#   lacplan render {name}      makes a page for readers

format: 1
name: {name}                    # that of this file; it stays for years
title: {title}
language: {language}
stage: draft                    # draft, consultation, final, superseded
period: {{start: 2027, end: 2030}}

# Under “>-” two blank lines part paragraphs (YAML folds one away); under “|” one does.
summary: >-
  What the plan is about, for whom, and what will be otherwise once it is done.
  A paragraph or two.

# The levels of the tree. These are the ones in force where nothing is said; a plan may have
# one to eight of its own, outermost first.
levels:
  areas: Area
  objectives: Objective
  projects: Project

areas:
  - id: participation           # a lasting name: never reused, never renumbered
    code: "1"                   # the number that people quote; may have gaps
    title: Participation in the region
    opportunities:
      - What speaks for success, in a line.
    challenges:
      - What stands in the way, in a line.
    objectives:
      - id: new-voices
        code: "1.1"
        title: Hear organisations that have not taken part so far
        indicators:
          - id: new-organizations
            title: Organisations that take part for the first time in a year
            unit: organisations
            baseline: 0
            target: 20
            due: 2030
        projects:
          - id: welcome-visits
            code: "1.1.1"
            title: Visit organisations where they are
            lead: The working group
            start: 2027-03      # a year, a month or a day
            end: 2028           # the last day of what it names
            status: proposed    # proposed, planned, active, done, on-hold, dropped
"""


def starter(name: str, language: str) -> str:
    """Return the text of a new plan's first draft.

    Raises:
        LacplanError: *name* can't name a plan.
    """
    if not re.fullmatch(NAME.pattern, name):
        hint = f"Write it with {NAME.says}, such as lac-2030."
        raise LacplanError(f"“{name}” can't name a plan.", hint=hint)
    title = name.replace("-", " ").capitalize()
    return _TEXT.format(
        name=name,
        title=f'"{title}"' if title.isdigit() else title,
        language=language,
        schema=SCHEMA_FILE,
        pad=" " * (len(f"validate {name}") - len("fields")),
    )
