"""``lacplan rule``."""

from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, console
from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from lacplan.validate.page import Page
    from lacplan.validate.rule import Rule

_ROOMY = 90
"""The fewest cells in which the names of rules have a column of their own."""

_WIDEST = 100
"""Longer lines of prose, in characters, are hard to read."""


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
    answer(_page(found, page(found), console().width))


def _list(rules: "tuple[type[Rule], ...]") -> None:
    from rich.table import Table

    from lacplan.validate.page import page

    paper = console()
    table = Table(box=None, padding=(0, 1), header_style="bold")
    table.add_column("Code", no_wrap=True)
    table.add_column("Severity", no_wrap=True)
    if paper.width < _ROOMY:
        table.add_column("Name, and what it asks for")
        for each in rules:
            table.add_row(_marked(each), each.severity, f"{each.name}\n{page(each).summary}")
    else:
        table.add_column("Name", no_wrap=True)
        table.add_column("What it asks for")
        for each in rules:
            table.add_row(_marked(each), each.severity, each.name, page(each).summary)
    paper.print(table)
    paper.print("* “lacplan validate --fix” mends it where only one answer exists.")


def _marked(rule: "type[Rule]") -> str:
    """Return the code of *rule*, with a mark where some of what it finds can be mended."""
    from lacplan.validate.page import page

    return f"{rule.code}*" if page(rule).mends else rule.code


def _page(rule: "type[Rule]", page: "Page", width: int) -> str:
    parts = [
        f"{rule.code} {rule.name} ({rule.severity})",
        _wrapped(page.summary, width),
        f"Why:\n{_indented(_wrapped(page.why, width - 2))}",
        f"Fails:\n{_indented(page.fails)}",
        f"Passes:\n{_indented(page.passes)}",
    ]
    if page.mends:
        parts.append(f"Mended by “lacplan validate --fix”, as here:\n{_indented(page.mends)}")
    if page.source:
        parts.append(f"Source:\n{_indented(_wrapped(page.source, width - 2))}")
    return "\n\n".join(parts) + "\n"


def _wrapped(prose: str, width: int) -> str:
    """Return paragraphs in lines of at most *width* characters, so that people can read them."""
    from textwrap import fill

    return "\n\n".join(fill(each, min(width, _WIDEST)) for each in prose.split("\n\n"))


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.split("\n"))
