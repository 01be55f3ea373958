"""A plan as a page of Markdown, for GitHub and for any renderer of CommonMark with tables."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from textwrap import indent

from lacplan.model.plan import Extra, Indicator, Item, Plan, Stakeholder
from lacplan.render import catalogue, escape, gantt, prose
from lacplan.render.alignment import matrices, meanings
from lacplan.render.catalogue import Catalogue
from lacplan.render.escape import literal
from lacplan.render.table import table_without_gaps


def render(plan: Plan, *, ref: str, digest: str, version: str | None = None) -> str:
    """Return *plan* as Markdown, ending in a newline.

    A page is a chain of blocks (a heading, a paragraph, a list, a table) with a blank line between
    each two.

    Args:
        plan: What to render.
        ref: The draft reference that it was loaded from, such as ``lac-2013@draft-01``.
        digest: SHA-256 of the draft's canonical content, as hex digits.
        version: The label that the draft was published under, or else the commit that it stands in;
            None for a working draft.
    """
    page = _Page.of(plan)
    blocks = chain(
        _front(page, version),
        _items(plan.items, page, depth=0),
        _back(page),
        _colophon(page, ref, digest),
    )
    if page.words.right_to_left:
        blocks = chain(['<div dir="rtl">'], blocks, ["</div>"])
    return "\n\n".join(blocks) + "\n"


@dataclass(frozen=True, slots=True)
class _Page:
    """What every part of a page may need to know of the whole."""

    plan: Plan
    words: Catalogue
    meanings: Mapping[str, str]
    """What each ``framework:code`` stands for."""

    innermost: int
    """The depth of the innermost level, whose items stand in tables."""

    @classmethod
    def of(cls, plan: Plan) -> "_Page":
        innermost = max(len(plan.levels), _depth(plan.items)) - 1
        return cls(plan, catalogue.of(plan.language), meanings(plan), innermost)


def _depth(items: tuple[Item, ...]) -> int:
    return 1 + max(_depth(item.items) for item in items) if items else 0


def _front(page: _Page, version: str | None) -> Iterator[str]:
    plan, words = page.plan, page.words
    yield f"# {literal(plan.title or plan.name)}"
    yield _status(page, version)
    yield from _contents(page)
    for name, block in (
        ("summary", prose.render(plan.summary or "")),
        ("vision", prose.render(plan.vision or "")),
        ("mission", prose.render(plan.mission or "")),
        ("values", "\n".join(f"- {prose.line(value)}" for value in plan.values)),
    ):
        if block:
            yield f"## {words[name]}"
            yield block


def _status(page: _Page, version: str | None) -> str:
    plan, words = page.plan, page.words
    period, body = plan.period, plan.organization
    return table_without_gaps(
        [words["stage"], words["period"], words["organization"], words["version"]],
        [
            [
                literal(words.stage(plan.stage)),
                words.time(period.start, period.end) if period else "",
                escape.to_web(body.name, body.url) if body else "",
                literal(version or words["working draft"]),
            ]
        ],
    )


def _contents(page: _Page) -> Iterator[str]:
    """Yield what the levels are called, and a list of the items of the outer two."""
    if page.plan.items:
        yield f"## {page.words['contents']}"
        if page.plan.levels:
            yield " › ".join(map(literal, page.words.labels(page.plan.levels)))
        yield "\n".join(
            f"{'  ' * depth}- {escape.to_anchor(_label(item), item.id)}"
            for area in page.plan.items
            for depth, item in ((0, area), *((1, child) for child in area.items))
        )


def _items(items: tuple[Item, ...], page: _Page, *, depth: int) -> Iterator[str]:
    if depth and depth == page.innermost:
        yield from _rows(items, page)
        return
    for item in items:
        yield f"{'#' * min(depth + 2, 6)} {_titled(item)}"
        yield from _parts(item, page, PARTS)
        yield from _items(item.items, page, depth=depth + 1)


def _rows(items: tuple[Item, ...], page: _Page) -> Iterator[str]:
    """Yield the items of the innermost level as a table, and below it what they say besides."""
    if not items:
        return
    yield _row_table(items, page)
    for item in items:
        if blocks := list(_parts(item, page, PARTS_BESIDE_THE_ROW)):
            block = "\n\n".join([f"**{literal(_label(item))}**", *blocks])
            yield f"- {indent(block, '  ')[2:]}"


def _row_table(items: tuple[Item, ...], page: _Page) -> str:
    words = page.words
    label = words.labels(page.plan.levels)[page.innermost : page.innermost + 1]
    title = literal(label[0]) if label else words["title"]
    return table_without_gaps(
        [words["code"], title, words["lead"], words["period"], words["status"]],
        [
            [
                literal(item.code or ""),
                literal(item.title or item.id),
                literal(item.lead or ""),
                words.time(item.start, item.end),
                literal(words.status(item.status or "")),
            ]
            for item in items
        ],
        marks=[escape.anchor(item.id) for item in items],
    )


def _parts(item: Item, page: _Page, parts: "tuple[Part, ...]") -> Iterator[str]:
    return chain.from_iterable(part(item, page) for part in parts)


def _standing(item: Item, page: _Page) -> Iterator[str]:
    """Yield one line: Lead: ICANN · August 2014 – August 2015 · planned."""
    words = page.words
    said = (
        f"*{words['lead']}{words.colon}* {literal(item.lead)}" if item.lead else "",
        words.time(item.start, item.end),
        literal(words.status(item.status or "")),
    )
    if any(said):
        yield escape.line_head(" · ".join(each for each in said if each))


def _description(item: Item, _: _Page) -> Iterator[str]:
    if written := prose.render(item.description or ""):
        yield written


def _rationale(item: Item, page: _Page) -> Iterator[str]:
    return _labelled(page.words["rationale"], prose.render(item.rationale or ""))


def _opportunities(item: Item, page: _Page) -> Iterator[str]:
    return _labelled(page.words["opportunities"], _entries(item.opportunities))


def _challenges(item: Item, page: _Page) -> Iterator[str]:
    return _labelled(page.words["challenges"], _entries(item.challenges))


INDICATOR = ("indicator", "unit", "baseline", "target", "due", "verification")


def _indicators(item: Item, page: _Page) -> Iterator[str]:
    words = page.words
    if item.indicators:
        yield table_without_gaps(
            [words[key] for key in INDICATOR],
            [
                [
                    literal(each.title or each.id),
                    literal(each.unit or ""),
                    words.number(each.baseline),
                    words.number(each.target),
                    words.date(each.due) if each.due else "",
                    escape.source(each.verification or ""),
                ]
                for each in item.indicators
            ],
            marks=[escape.anchor(each.id) for each in item.indicators],
        )


def _measurements(item: Item, page: _Page) -> Iterator[str]:
    words = page.words
    rows = [
        [
            literal(indicator.title or indicator.id),
            words.time(each.start, each.end),
            words.number(each.target),
            words.number(each.actual),
        ]
        for indicator in item.indicators
        for each in indicator.measurements
    ]
    if rows:
        head = [words[key] for key in ("measurements", "period", "target", "actual")]
        yield table_without_gaps(head, rows)


def _facts(item: Item, page: _Page) -> Iterator[str]:
    """Yield what can be said in a line each, as one list."""
    facts = [(page.words[key], fact(item, page)) for key, fact in FACTS]
    lines = [f"- *{label}{page.words.colon}* {text}" for label, text in facts if text]
    lines += _extras(item.extra)
    for each in item.indicators:
        lines += _extras(each.extra, of=each)
    if lines:
        yield "\n".join(lines)


def _notes(item: Item, page: _Page) -> Iterator[str]:
    return _labelled(page.words["notes"], prose.render(item.notes or ""))


Part = Callable[[Item, _Page], Iterator[str]]
"""Yields the blocks of a page that say one thing of an item, or none."""

PARTS_BESIDE_THE_ROW: tuple[Part, ...] = (
    _description,
    _rationale,
    _opportunities,
    _challenges,
    _indicators,
    _measurements,
    _facts,
    _notes,
)

PARTS: tuple[Part, ...] = (_standing, *PARTS_BESIDE_THE_ROW)
"""An item's part of the page at a glance."""


def _aligns(item: Item, page: _Page) -> str:
    said = ((page.meanings.get(each), each) for each in item.aligns)
    return _listed(f"{meaning} ({each})" if meaning else each for meaning, each in said)


def _stakeholder(each: Stakeholder) -> str:
    return f"{each.name} ({each.role})" if each.role else each.name


FACTS: tuple[tuple[str, Callable[[Item, _Page], str]], ...] = (
    ("partners", lambda item, _: _listed(item.partners)),
    ("stakeholders", lambda item, _: _listed(map(_stakeholder, item.stakeholders))),
    ("countries", lambda item, page: _listed(map(page.words.country, item.countries))),
    ("budget", lambda item, page: literal(page.words.money(item.budget)) if item.budget else ""),
    ("aligns", _aligns),
    ("replaces", lambda item, _: _listed(item.replaces)),
    ("tags", lambda item, _: _listed(item.tags)),
)
"""What is said in a line each, with the word in the catalogue that stands before it."""


def _extras(extra: Mapping[str, Extra], of: Indicator | None = None) -> list[str]:
    where = f" ({of.title or of.id})" if of else ""
    return [f"- *{literal(key + where)}:* {_extra(value)}" for key, value in extra.items()]


def _extra(value: Extra) -> str:
    match value:
        case None:
            return "—"
        case str():
            return literal(value)
        case _:
            return escape.code(json.dumps(value, ensure_ascii=False))


def _back(page: _Page) -> Iterator[str]:
    plan, words = page.plan, page.words
    for name, blocks in (
        ("alignment", matrices(plan, words)),
        ("timetable", (f"```mermaid\n{chart}\n```" for chart in gantt.charts(plan, words))),
        ("sources", _if_any("\n".join(f"- {escape.source(each)}" for each in plan.sources))),
        ("further", _if_any("\n".join(_extras(plan.extra)))),
    ):
        for number, block in enumerate(blocks):
            if number == 0:
                yield f"## {words[name]}"
            yield block


def _colophon(page: _Page, ref: str, digest: str) -> Iterator[str]:
    yield "---"
    yield page.words["made"].format(ref=escape.code(ref), digest=escape.code(digest))


def _label(item: Item) -> str:
    return f"{item.code or ''} {item.title or item.id}"


def _titled(item: Item) -> str:
    return f"{escape.anchor(item.id)}{literal(_label(item))}"


def _labelled(label: str, block: str) -> Iterator[str]:
    if block:
        yield f"*{label}*"
        yield block


def _entries(texts: Iterable[str]) -> str:
    """Return a list of lines. Its bullets tell it apart from the facts that may follow."""
    return "\n".join(f"* {prose.line(text)}" for text in texts)


def _listed(texts: Iterable[str]) -> str:
    return literal("; ".join(texts))


def _if_any(block: str) -> Iterator[str]:
    return iter([block] if block else [])
