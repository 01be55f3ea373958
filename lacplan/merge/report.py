"""What was decided, gathered while the merged text is put together."""

from typing import TYPE_CHECKING

from lacplan.document.tree import Alias, Mapping, Node, Scalar, Sequence
from lacplan.merge.decision import Action, Decision
from lacplan.merge.same import name_of

if TYPE_CHECKING:
    from lacplan.model.encode import Json


def told(node: Node | None) -> "Json":
    """Return what *node* says, its scalars as text; an alias by its name."""
    match node:
        case None:
            return None
        case Alias():
            return f"*{node.name}"
        case Scalar():
            return None if node.is_null else node.value.strip()
        case Sequence(items=items):
            return [told(each) for each in items]
        case Mapping(entries=entries):
            return {name_of(key): told(below) for key, below in entries}


def did(base: Node | None, side: Node | None) -> str:
    """Return what a side did to a field, in a word."""
    if base is None:
        return "added" if side is not None else ""
    return "deleted" if side is None else "edited"


class Report:
    """Decisions, each once."""

    def __init__(self) -> None:
        self.decisions: dict[tuple[str | None, str | None], Decision] = {}
        self.notes: dict[str, None] = {}

    def note(self, text: str) -> None:
        """Note something that is worth a look."""
        self.notes.setdefault(text)

    def decide(self, decision: Decision) -> None:
        """Note a decision; a conflict stays one, whatever is told of the same field later."""
        at = (decision.item, decision.field)
        known = self.decisions.get(at)
        if known is None or known.action is not Action.CONFLICT:
            self.decisions[at] = decision
