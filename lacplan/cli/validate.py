"""``lacplan validate``."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, console, fail, progress
from lacplan.cli.options import Drafts, complete_ref
from lacplan.cli.selection import Ignore, Select, chosen_rules, fails
from lacplan.errors import Exit, LacplanError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lacplan.model.finding import LocatedFinding
    from lacplan.store.drafts import Source


class Output(StrEnum):
    """How findings are reported."""

    TABLE = "table"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def validate(
    refs: Annotated[
        list[str] | None,
        typer.Argument(
            help="Drafts to check: NAME, NAME@LABEL, NAME@REVISION, a path, or - for standard "
            "input. Every draft of the workspace where none is named.",
            metavar="[REF]...",
            autocompletion=complete_ref,
            show_default=False,
        ),
    ] = None,
    format: Annotated[Output, typer.Option(help="How to report.")] = Output.TABLE,
    select: Select = None,
    ignore: Ignore = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as errors.")] = False,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help="Mend first what has one answer only, as “lacplan rule” tells, and save the "
            "drafts; what comes from standard input goes to standard output, without a report.",
        ),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="With --fix: only show what would be mended.")
    ] = False,
    drafts: Drafts = None,
) -> None:
    """Check drafts against the rules. Exit with 1 if one breaks any.

    “lacplan rule CODE” explains a rule; “# lacplan: ignore[CODE] why”, above or beside a line of
    the draft, keeps one from judging that line.
    """
    from lacplan.cli.checking import warn_of_lacking
    from lacplan.cli.fixing import fixed, want_fix
    from lacplan.store.drafts import fetch, workspace_refs

    chosen = chosen_rules(select, ignore)
    want_fix(refs, fix=fix, diff=diff)

    def opened(ref: str) -> "Source":
        return fixed(ref, drafts, chosen, diff=diff) if fix else fetch(ref, drafts)

    unread: list[LacplanError] = []
    lacking: list[str | None] = []
    found = _checked(refs or workspace_refs(drafts), opened, chosen, unread, lacking)
    located = [finding for each in found.values() for finding in each]
    if found and not (diff or (fix and refs == ["-"])):
        _report(located, [*found], format, fold=None if select else 10)
    warn_of_lacking(lacking)
    for error in unread:
        fail(error)
    if unread:
        raise typer.Exit(max(error.exit for error in unread))
    raise typer.Exit(Exit.FOUND if not diff and fails(located, strict=strict) else Exit.CLEAN)


def _checked(
    refs: "Sequence[str]",
    opened: "Callable[[str], Source]",
    chosen: frozenset[str] | None,
    unread: list[LacplanError],
    lacking: list[str | None],
) -> "dict[str, Sequence[LocatedFinding]]":
    """Return what is found in each of *refs*.

    What can't be read goes to *unread*, and what to fetch for what can't be looked up to *lacking*.
    """
    found: dict[str, Sequence[LocatedFinding]] = {}
    with progress("Checking", len(refs) * 2) as step:
        for ref in refs:
            try:
                found[ref] = _check(opened(ref), chosen, step, lacking)
            except LacplanError as error:
                unread.append(error)
    return found


def _check(
    source: "Source",
    chosen: frozenset[str] | None,
    step: "Callable[[], None]",
    lacking: list[str | None],
) -> "Sequence[LocatedFinding]":
    from lacplan.cli.checking import check
    from lacplan.validate.locate import locate

    _ = source.document
    step()
    found: list[LocatedFinding] = []
    for file in check(source):
        wanted = [each for each in file.findings if chosen is None or each.code in chosen]
        found += locate(file.document, file.file, wanted)
        lacking.append(file.lacks)
    step()
    return found


def _report(
    found: "Sequence[LocatedFinding]",
    names: "Sequence[str]",
    format: Output,
    *,
    fold: int | None,
) -> None:
    match format:
        case Output.TABLE:
            from lacplan.cli.findings_table import report

            paper = console()
            for part in report(found, names=names, fold=fold):
                paper.print(part)
        case Output.JSON:
            from lacplan.render.findings import as_json

            answer(as_json.render(found))
        case Output.GITHUB:
            from lacplan.render.findings import github

            answer(github.render(found))
        case Output.SARIF:
            from lacplan.render.findings import sarif

            answer(sarif.render(found, summaries=_summaries()))


def _summaries() -> dict[str, str]:
    from lacplan.validate.every_rule import EVERY_RULE
    from lacplan.validate.page import page

    return {rule.code: page(rule).summary for rule in EVERY_RULE}
