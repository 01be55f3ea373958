"""``lacplan rule``."""

from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, console
from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from lacplan.validate.page import Page
    from lacplan.validate.rule import Rule


def rule(
    code: Annotated[
        str | None,
        typer.Argument(help="A rule's code or name.", show_default=False),
    ] = None,
) -> None:
    """Explain a rule: what it asks for, why, and an example. List all rules where none is named."""
    from lacplan.validate.every_rule import EVERY_RULE
    from lacplan.validate.page import page

    if code is None:
        _list(EVERY_RULE)
        return
    known = {each.code.lower(): each for each in EVERY_RULE} | {
        each.name: each for each in EVERY_RULE
    }
    found = known.get(code.lower())
    if found is None:
        guess = nearest(code.lower(), known)
        hint = f"Did you mean {known[guess].code}?" if guess else "“lacplan rule” lists them."
        raise LacplanError(f"There is no rule “{code}”.", hint=hint)
    answer(_page(found, page(found)))


def _list(rules: "tuple[type[Rule], ...]") -> None:
    from rich.table import Table

    from lacplan.validate.page import page

    table = Table(box=None, padding=(0, 1), header_style="bold")
    for column in ("Code", "Severity", "Name", "What it asks for"):
        table.add_column(column, no_wrap=column in ("Code", "Severity"))
    for each in rules:
        table.add_row(each.code, each.severity, each.name, page(each).summary)
    console().print(table)


def _page(rule: "type[Rule]", page: "Page") -> str:
    parts = [
        f"{rule.code} {rule.name} ({rule.severity})",
        page.summary,
        f"Why:\n{_indented(page.why)}",
        f"Fails:\n{_indented(page.fails)}",
        f"Passes:\n{_indented(page.passes)}",
    ]
    if page.source:
        parts.append(f"Source:\n{_indented(page.source)}")
    return "\n\n".join(parts) + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.split("\n"))
