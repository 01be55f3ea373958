"""Opening what lies beside a draft, for a command that needs it."""

from typing import TYPE_CHECKING, Any

from lacplan.cli.console import warn
from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from lacplan.model.companions import Companion
    from lacplan.store.drafts import Source


def require(source: "Source", kind: "Companion") -> Any:
    """Return what the file of this *kind* beside the draft says.

    There is a word on standard error where it has faults.

    Raises:
        LacplanError: There is none, or it does not parse.
    """
    from lacplan.store.companions import companion
    from lacplan.store.drafts import is_path

    found = companion(source.beside, kind)
    name = source.name or source.ref
    if found is None:
        hint = f"Begin one with “lacplan new {name} --{kind.name}”."
        if source.commit:
            hint = "Name a later version, or the working draft."
        elif source.name is None or is_path(source.ref):
            hint = "It is looked for in the folder of a draft that is called plan.yaml."
        message = f"There is no {kind.file} beside “{source.ref}” ({source.file})."
        raise LacplanError(message, hint=hint)
    value = found.value
    faults = len(found.document.faults) + len(found.read.faults)
    if faults:
        word = "fault" if faults == 1 else "faults"
        warn(
            f"{found.file} has {faults} {word}, and what is faulty is not counted here; "
            f"“lacplan validate {source.ref}” tells more."
        )
    return value
