"""The manual pages of rules, which are their docstrings."""

import re
from dataclasses import dataclass
from inspect import cleandoc
from textwrap import dedent

from lacplan.validate.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A rule's manual page, taken from its docstring."""

    summary: str
    why: str
    fails: str
    passes: str
    mends: str | None = None
    """An example whose mend is certain, so that ``validate --fix`` makes it."""

    source: str | None = None


_SECTION = re.compile(r"^(Why|Fails|Passes|Mends|Source):\n", re.MULTILINE)


def page(rule: type[Rule]) -> Page:
    """Return the manual page of *rule*."""
    summary, *rest = _SECTION.split(cleandoc(rule.__doc__ or ""))
    parts = {
        name: dedent(text).strip("\n") for name, text in zip(rest[::2], rest[1::2], strict=True)
    }
    return Page(
        summary=summary.strip(),
        why=parts["Why"],
        fails=parts["Fails"],
        passes=parts["Passes"],
        mends=parts.get("Mends"),
        source=parts.get("Source"),
    )
