"""Which items serve which codes of a framework, as one table a framework."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lacplan.model.plan import Framework, Item, Plan
from lacplan.render.catalogue import Catalogue
from lacplan.render.escape import literal, to_anchor
from lacplan.render.table import table

_WIDEST = 8
"""How many areas may stand side by side; where there are more, their items share one column."""

Cells = Mapping[str, Mapping[int, Sequence[Item]]]
"""The items by code and by column."""


def meanings(plan: Plan) -> dict[str, str]:
    """Return what each declared ``framework:code`` stands for, where a framework says it."""
    return {
        f"{framework.id}:{code}": meaning
        for framework in plan.frameworks
        for code, meaning in framework.codes
        if meaning
    }


def matrices(plan: Plan, words: Catalogue) -> Iterator[str]:
    """Yield a heading and a table for each framework, those that are not declared last.

    Every declared code has a row and every area a column, so that a gap can be seen.
    """
    aside = len(plan.items) <= _WIDEST
    aligned = _aligned(plan, aside=aside)
    declared = {framework.id: framework for framework in plan.frameworks}
    for id in dict.fromkeys((*declared, *aligned)):
        framework = declared.get(id) or Framework(id=id, title=id)
        yield f"### {literal(framework.title or id)}"
        columns = [_heading(area) for area in plan.items] if aside else [words["items"]]
        yield from _matrix(framework, aligned.get(id, {}), columns, words)


def _aligned(plan: Plan, *, aside: bool) -> Mapping[str, Cells]:
    """Return the items that align with something, by framework, code and column."""
    found: dict[str, dict[str, dict[int, list[Item]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for number, area in enumerate(plan.items):
        for item in area.walk():
            for alignment in dict.fromkeys(item.aligns):
                framework, _, code = alignment.partition(":")
                found[framework][code][number if aside else 0].append(item)
    return found


def _matrix(
    framework: Framework, cells: Cells, columns: Sequence[str], words: Catalogue
) -> Iterator[str]:
    declared = dict(framework.codes)
    rows = dict.fromkeys((*declared, *cells), "") | declared
    if not rows:
        yield words["no alignment"]
        return
    yield table(
        [words["code"], *columns],
        (
            [literal(f"{code} {meaning}"), *_row(cells.get(code, {}), len(columns))]
            for code, meaning in rows.items()
        ),
    )


def _row(cells: Mapping[int, Sequence[Item]], width: int) -> list[str]:
    return [
        ", ".join(to_anchor(item.code or item.title or item.id, item.id) for item in found)
        for found in (cells.get(column, ()) for column in range(width))
    ]


def _heading(area: Item) -> str:
    return to_anchor(f"{area.code or ''} {area.title or area.id}", area.id)
