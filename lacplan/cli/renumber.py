"""``lacplan renumber``."""

from typing import TYPE_CHECKING

from lacplan.cli.console import console, tell, warn
from lacplan.cli.item import DryRun, Name, opened
from lacplan.cli.options import Drafts

if TYPE_CHECKING:
    from lacplan.edit.numbering import NewCode
    from lacplan.edit.renumber import Quote


def renumber(name: Name, dry_run: DryRun = False, drafts: Drafts = None) -> None:
    """Give codes where they are missing, borne twice, or not under the parent's.

    A code that is right stays, whatever gaps there are, and what lies under an item goes along with
    it. No code is given that another item bears, or bore in a version that was published. Codes
    that the prose quotes (“see 4.3”) are mended.
    """
    from lacplan.cli.editing import finish
    from lacplan.edit.renumber import renumbered
    from lacplan.store.versions import published_codes

    source, places = opened(name, drafts)
    found = renumbered(
        source.document, places, published_codes(source.name or source.plan.name, drafts)
    )
    if found.codes and (source.path is not None or dry_run):
        _show(found.codes)
    finish(source, found.document, dry_run=dry_run, spared=("CODE",), shown=True)
    _tell(found.quotes)


def _show(codes: "tuple[NewCode, ...]") -> None:
    from rich.table import Table

    from lacplan.cli.printable import printable

    table = Table(box=None, padding=(0, 1), header_style="bold")
    for column in ("Old", "New"):
        table.add_column(column, no_wrap=True)
    table.add_column("Item")
    table.add_column("Why")
    for each in codes:
        old = printable(each.old or "·")
        title = printable(each.place.title or each.place.id)
        table.add_row(old, f"→ {each.new}", title, printable(each.why))
    console().print(table)


def _tell(quotes: "tuple[Quote, ...]") -> None:
    """Tell which quoted codes were mended, and of which it is not sure what they mean."""
    mended = [each for each in quotes if each.new]
    for each in mended:
        tell(f"Quoted in {_where(each)}: {each.old} → {each.new}")
    for each in quotes:
        if not each.new:
            warn(
                f"“{each.old}” in {_where(each)} stays as it is: several items bore that code, "
                "and it may mean any of them."
            )


def _where(quote: "Quote") -> str:
    return f"the {quote.field} of {quote.place or 'the plan'}"
