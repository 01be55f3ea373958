"""``lacplan show``."""

from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import console
from lacplan.cli.drafts import open_draft
from lacplan.cli.options import Drafts, Ref
from lacplan.errors import LacplanError, nearest
from lacplan.model.fields import INDICATOR, ITEM

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text
    from rich.tree import Tree

    from lacplan.model.plan import Indicator, Item, Plan
    from lacplan.model.types import Record
    from lacplan.store.drafts import Source

    Row = tuple[str, object]
    """A field's name, and its value in the JSON form."""


def show(
    ref: Ref,
    item: Annotated[
        str | None,
        typer.Argument(help="An item's id or code.", metavar="[ITEM]", show_default=False),
    ] = None,
    drafts: Drafts = None,
) -> None:
    """Show a draft's tree, or all that is known of one item."""
    source = open_draft(ref, drafts)
    plan = source.plan
    if item is None:
        console().print(_tree(plan))
        return
    found = plan.find(item)
    if found is not None:
        rows = [*_item(found, plan), *_findings(found.id, source)]
    else:
        holder, indicator = _indicator(item, plan)
        rows = [*_parent(holder), *_fields(INDICATOR, indicator), *_findings(item, source)]
    console().print(_card(rows))


def _indicator(id: str, plan: "Plan") -> "tuple[Item, Indicator]":
    """Return the indicator that bears *id*, and the item that it belongs to."""
    for item in plan.walk():
        for indicator in item.indicators:
            if indicator.id == id:
                return item, indicator
    raise _unknown(id, plan)


def _unknown(item: str, plan: "Plan") -> LacplanError:
    is_code = item[:1].isdigit()  # of these, every one is near to some other
    guess = None if is_code else nearest(item, sorted(plan.ids()))
    hint = f"Did you mean “{guess}”?" if guess else f"“lacplan show {plan.name}” lists them."
    return LacplanError(f"No item of “{plan.name}” has the id or the code “{item}”.", hint=hint)


def _tree(plan: "Plan") -> "Tree":
    from rich.text import Text
    from rich.tree import Tree

    def grow(branch: "Tree", items: "tuple[Item, ...]") -> None:
        for item in items:
            grow(branch.add(_label(item)), item.items)

    top = Tree(Text.assemble((_clean(plan.title), "bold"), f"  {plan.name}, {plan.stage}"))
    grow(top, plan.items)
    return top


def _label(item: "Item") -> "Text":
    from rich.text import Text

    return Text.assemble(
        (f"{_clean(item.code)} " if item.code else "", "bold"),
        _clean(item.title),
        (f"  {item.id}", "dim"),
    )


def _item(item: "Item", plan: "Plan") -> "list[Row]":
    """Return all that the plan says of *item*."""
    holders = [each for each in plan.walk() if any(below is item for below in each.items)]
    rows: list[Row] = [("level", plan.levels[item.level].label)]
    for holder in holders:
        rows += _parent(holder)
    rows += [
        (name, _aligned(item, plan) if name == "aligns" else value)
        for name, value in _fields(ITEM, item)
    ]
    if item.items:
        rows.append((plan.levels[item.level + 1].key, [_named(each) for each in item.items]))
    return rows


def _parent(holder: "Item") -> "list[Row]":
    return [("parent", _named(holder))]


def _named(item: "Item") -> str:
    return f"{item.code or ''} {item.title} ({item.id})".strip()


def _fields(record: "Record", value: "Item | Indicator") -> "list[Row]":
    from lacplan.model.encode import encode_record

    return [*encode_record(record, value).items()]


def _aligned(item: "Item", plan: "Plan") -> list[str]:
    """Return what *item* aligns with: what each code stands for, and in which framework."""
    frameworks = {each.id: each for each in plan.frameworks}
    told = []
    for aligned in item.aligns:
        id, _, code = aligned.partition(":")
        framework = frameworks.get(id)
        meaning = dict(framework.codes).get(code) if framework else None
        title = framework.title if framework else "a framework that the plan does not declare"
        told.append(f"{aligned}: {meaning}; {title}" if meaning else f"{aligned}: {title}")
    return told


def _findings(id: str, source: "Source") -> "list[Row]":
    """Return what the rules find in the item or indicator that bears *id*."""
    from lacplan.cli.checking import check_draft
    from lacplan.validate.locate import locate

    told = [
        f"{found.finding.code} {found.finding.severity}, {found.place.line}:{found.place.column}: "
        f"{found.finding.message}"
        for found in locate(source.document, source.file, check_draft(source))
        if found.item == id
    ]
    return [("findings", told or "none")]


def _card(rows: "list[Row]") -> "Table":
    from rich.table import Table
    from rich.text import Text

    card = Table(box=None, show_header=False, padding=(0, 1))
    card.add_column(style="bold", no_wrap=True)
    card.add_column(overflow="fold")
    for name, value in rows:
        card.add_row(name, Text(_clean(_said(value))))
    return card


def _said(value: object) -> str:
    """Return a value of the JSON form as lines for people."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_said(below)}" for key, below in value.items())
    if isinstance(value, list):
        return "\n".join(f"• {_said(each)}" for each in value)
    return "" if value is None else str(value).strip()


def _clean(text: str | None) -> str:
    from lacplan.cli.printable import printable

    return "\n".join(map(printable, (text or "").split("\n")))
