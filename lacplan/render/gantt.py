"""The dated items of a plan as Mermaid charts, which GitHub, GitLab and others draw.

Source: Mermaid's grammar of Gantt charts, ``gantt.jison``. It tries its rules in the order in which
they stand there, so a task whose name begins with one of its own words is lost, and so is one with
``#``, ``;``, ``:`` or ``%`` in its name. Entity codes such as ``#58;`` are put in before it reads.
"""

import re
from collections.abc import Iterable, Iterator

from lacplan.model.plan import Item, Plan
from lacplan.render.catalogue import Catalogue
from lacplan.render.escape import one_line

LONGEST = 40_000
"""In characters, give or take a few lines. Mermaid draws no chart of more than 50,000."""

_SETTINGS = (
    "    dateFormat YYYY-MM-DD",
    "    inclusiveEndDates",
    "    axisFormat %Y-%m",
    "    todayMarker off",  # a page says the same on every day
)

_GRAMMAR = re.compile(r"[#;:%<>&]")
_KEYWORD = re.compile(
    r"\ufeff|gantt|dateFormat|inclusiveEndDates|topAxis|axisFormat|tickInterval|includes|excludes"
    r"|todayMarker|weekday|weekend|title|acc(Title|Descr)|section|click|call|href|displayMode"
    r"|\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)

_TAGS = {"done": "done, ", "active": "active, "}
_SET_ASIDE = ("on-hold", "dropped")
"""The statuses that a bar has no colour for, so that its name says them."""


_LONGEST_NAME = 60
"""In characters; the whole title stands elsewhere on the page."""

Placed = tuple[str | None, Item]
"""An item with the section of the chart that it belongs to."""


def charts(plan: Plan, words: Catalogue) -> Iterator[str]:
    """Yield the charts of *plan*, without a fence: one or more for each area that has dates.

    A plan of one level has no areas to speak of, and gets its charts as a whole.
    """
    if any(item.items for item in plan.items):
        for area in plan.items:
            yield from _split(_text(_label(area)), [(None, area), *_placed(area)], words)
    else:
        yield from _split(_text(plan.title), ((None, item) for item in plan.items), words)


def _placed(area: Item) -> Iterator[Placed]:
    """Yield what lies under *area*, in sections where it is more than one level deep."""
    if any(item.items for item in area.items):
        for item in area.items:
            section = _text(item.code or item.title or item.id)
            yield from ((section, each) for each in item.walk())
    else:
        yield from ((None, item) for item in area.items)


def _split(title: str, placed: Iterable[Placed], words: Catalogue) -> Iterator[str]:
    """Yield as many charts as it takes to keep each one short enough."""
    lines: list[str] = []
    length, current = 0, None
    for section, item in placed:
        task = _task(item, words)
        if not task:
            continue
        if length > LONGEST:
            yield _chart(title, lines)
            lines, length, current = [], 0, None
        if section != current:
            lines.append(f"    section {section}")
            current = section
        lines.append(f"    {_name(item)}{task}")
        length += len(lines[-1]) + 1
    if lines:
        yield _chart(title, lines)


def _chart(title: str, lines: list[str]) -> str:
    return "\n".join(("gantt", f"    title {title}", *_SETTINGS, *lines))


def _task(item: Item, words: Catalogue) -> str:
    """Return what follows the name: a bar, or a milestone where one bound is not known.

    Nothing where no bound is known, or where the end comes first, which no chart can show.
    """
    start = item.start and item.start.first
    end = item.end and item.end.last
    aside = f" ({words.status(item.status)})" if item.status in _SET_ASIDE else ""
    if start and end:
        tag = _TAGS.get(item.status or "", "")
        return f"{aside} :{tag}{start}, {end}" if start <= end else ""
    bound = start or end
    which = words["begins"] if start else words["ends"]
    return f"{aside} ({which}) :milestone, {bound}, 0d" if bound else ""


def _name(item: Item) -> str:
    """Return the name of a task: one that begins like a word of the grammar has that disarmed."""
    name = _text(_label(item))
    return f"{_entity(name[0])}{name[1:]}" if _KEYWORD.match(name) else name


def _label(item: Item) -> str:
    return f"{item.code or ''} {item.title or item.id}"


def _text(text: str) -> str:
    """Return *text* as the rest of a line, whatever stands in it."""
    line = one_line(text) or "…"
    if len(line) > _LONGEST_NAME:
        line = f"{line[: _LONGEST_NAME - 1].rstrip()}…"
    return _GRAMMAR.sub(lambda match: _entity(match[0]), line)


def _entity(character: str) -> str:
    return f"#{ord(character)};"
