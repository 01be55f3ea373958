"""Opening a draft for a command that is not about its faults."""

from pathlib import Path
from typing import TYPE_CHECKING

from lacplan.cli.console import warn

if TYPE_CHECKING:
    from lacplan.store.drafts import Source


def open_draft(ref: str, drafts: Path | None) -> "Source":
    """Return the draft that *ref* names, with a word on standard error where it has faults.

    Raises:
        LacplanError: There is no such draft, or it does not parse.
    """
    from lacplan.store.drafts import fetch

    source = fetch(ref, drafts)
    _ = source.plan
    faults = len(source.document.faults) + len(source.decoded.faults)
    if faults:
        word = "fault" if faults == 1 else "faults"
        warn(
            f"{source.where} has {faults} {word}, and what is faulty may be missing here; "
            f"“lacplan validate {ref}” tells more."
        )
    return source
