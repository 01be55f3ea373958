"""What happened beside a draft, in a line: a part of a commit's subject."""

from collections.abc import Iterable

from lacplan.consult.progress import Step

SAID = {
    "consultation begun": "consultation “{name}” begun",
    "consultation planned": "consultation “{name}” planned again",
    "consultation open": "consultation “{name}” opened",
    "consultation closed": "consultation “{name}” closed",
    "consultation analysing": "consultation “{name}” being analysed",
    "consultation responded": "consultation “{name}” responded to",
    "consultation extended": "consultation “{name}” extended",
    "consultation changed": "consultation “{name}” changed",
    "charter changed": "charter changed",
    "comments came in": "{count} comment{s} came in",
    "comments split": "{count} split",
    "comments amended": "{count} amended",
    "comments erased": "{count} erased",
    "comments linked": "{count} linked to issues",
    "issues answered": "{count} issue{s} answered",
    "issues begun": "{count} issue{s} begun",
    "issues changed": "{count} issue{s} changed",
    "issues removed": "{count} issue{s} taken away",
    "members added": "{count} member{s} added",
    "members changed": "{count} member{s} changed",
    "members removed": "{count} member{s} taken away",
    "contributions added": "{count} contribution{s} added",
    "contributions changed": "{count} contribution{s} changed",
    "contributions removed": "{count} contribution{s} taken away",
}
"""By the kind of step."""


def brief(steps: Iterable[Step]) -> str:
    """Return such as “31 comments came in, 17 issues answered”; nothing where nothing happened."""
    return ", ".join(
        SAID[each.kind].format(
            name=each.name, count=f"{each.number:,}", s="" if each.number == 1 else "s"
        )
        for each in steps
    )
