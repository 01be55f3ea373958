"""``lacplan show``."""

from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import console
from lacplan.cli.drafts import open_draft
from lacplan.cli.options import Drafts, Ref
from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text
    from rich.tree import Tree

    from lacplan.model.plan import Indicator, Item, Plan


def show(
    ref: Ref,
    item: Annotated[
        str | None,
        typer.Argument(help="An item's id or code.", metavar="[ITEM]", show_default=False),
    ] = None,
    drafts: Drafts = None,
) -> None:
    """Show a draft's tree, or all that is known of one item."""
    plan = open_draft(ref, drafts).plan
    if item is None:
        console().print(_tree(plan))
        return
    found = plan.find(item)
    if found is not None:
        console().print(_item(found, plan))
        return
    indicator = next((each for each in _indicators(plan) if each.id == item), None)
    if indicator is None:
        raise _unknown(item, plan)
    console().print(_indicator(indicator))


def _indicators(plan: "Plan") -> "list[Indicator]":
    return [indicator for item in plan.walk() for indicator in item.indicators]


def _unknown(item: str, plan: "Plan") -> LacplanError:
    codes = [each.code for each in plan.walk() if each.code]
    guess = nearest(item, [*plan.ids(), *codes])
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


def _item(item: "Item", plan: "Plan") -> "Table":
    from lacplan.model.encode import encode_record
    from lacplan.model.fields import ITEM

    holders = [each for each in plan.walk() if any(below.id == item.id for below in each.items)]
    rows: list[tuple[str, object]] = [("level", plan.levels[item.level].label)]
    rows += [("parent", f"{holder.code or ''} {holder.title} ({holder.id})") for holder in holders]
    rows += encode_record(ITEM, item).items()
    if item.items:
        key = plan.levels[item.level + 1].key
        rows.append((key, [f"{each.code or ''} {each.title} ({each.id})" for each in item.items]))
    return _card(rows)


def _indicator(indicator: "Indicator") -> "Table":
    from lacplan.model.encode import encode_record
    from lacplan.model.fields import INDICATOR

    return _card(list(encode_record(INDICATOR, indicator).items()))


def _card(rows: list[tuple[str, object]]) -> "Table":
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
