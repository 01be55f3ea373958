"""Whether an edited text says what was meant: the old tree with a few changes, and its comments."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Sequence as Several

from lacplan.document.comments import comments
from lacplan.document.fault import Fault
from lacplan.document.tree import Alias, Document, Mapping, Node, Scalar, Sequence
from lacplan.document.values import Bare, Value
from lacplan.errors import LacplanError, OwnFault

Entry = Node | Value | tuple[Node | str, Node | Value]
"""What an edited collection holds: an old node or a new value; in a mapping, with its key."""

Changes = dict[int, str | Bare | Several[Entry]]
"""By the `id` of an old node: the text, or the entries, that an edit gives it."""

_LIMITS = ("alias-growth", "nested-too-deep")


def prove(before: Document, after: Document, changes: Changes, *, lost: Iterable[str] = ()) -> None:
    """Make sure that *after* is *before* with *changes*, and has all of its comments.

    Args:
        before: The document that was edited.
        after: What was read back.
        changes: What the edit was to change.
        lost: The comments that it was to take away.

    Raises:
        LacplanError: It can't be made: an alias would say something else, or a limit be passed.
        OwnFault: The text says something else than was meant.
    """
    _refuse_limits(after.faults)
    comparison = _Comparison(before, after, changes)
    same = after.root is not None and comparison.same(before.root, after.root)
    if not same or _comments(before) - Counter(lost) != _comments(after):
        raise OwnFault(
            "lacplan could not make this edit without changing something else.",
            hint="Edit the file by hand, and report the draft and the command.",
        )
    comparison.refuse_other_aliases()


def _comments(document: Document) -> Counter[str]:
    return Counter(comment.text.rstrip() for comment in comments(document))


def _refuse_limits(faults: Iterable[Fault]) -> None:
    for fault in faults:
        if fault.kind in _LIMITS:
            raise LacplanError(
                f"This would make a draft that can't be read. {fault.message}", hint=fault.hint
            )


class _Comparison:
    """Walks two trees side by side, through the changes that were meant."""

    def __init__(self, before: Document, after: Document, changes: Changes) -> None:
        self.changes = changes
        self.old_end = len(before.text)
        self.new_end = len(after.text)
        self.twins: dict[int, Node] = {}
        self.aliases: list[tuple[Scalar | Alias, Scalar | Alias]] = []

    def same(self, old: Node | None, new: Node) -> bool:
        """Tell whether *new* says what *old* does, or what it was to be changed to."""
        changed = self.changes.get(id(old))
        if old is None:
            return changed is not None and self._says(changed, new)
        if old.anchor != new.anchor:
            return False
        if old.anchor is not None:
            self.twins[id(old)] = new
        if changed is not None:
            kept = isinstance(old, Scalar | Alias) or type(old) is type(new)
            return kept and self._says(changed, new)
        match old, new:
            case ((Alias() | Scalar(style="*")), (Alias() | Scalar(style="*"))):
                self.aliases.append((old, new))
                return True
            case Scalar(), Scalar():
                return old.style == new.style and self._same_text(old, new)
            case Sequence(), Sequence():
                return self._says(old.items, new)
            case Mapping(), Mapping():
                return self._says(old.entries, new)
            case _:
                return False

    def refuse_other_aliases(self) -> None:
        """Raise an error where an alias would repeat another text than it did, or none."""
        for old, new in self.aliases:
            target = self.twins.get(id(old.target)) if isinstance(old, Alias) else None
            if isinstance(new, Scalar) and isinstance(old, Alias):
                raise LacplanError(
                    f"This would leave “*{old.name}” without the “&{old.name}” that it repeats.",
                    hint="Write the text out where it is repeated, then try again.",
                )
            if isinstance(new, Alias) and new.target is not target:
                raise LacplanError(
                    f"This would make “*{new.name}” repeat another text than it does.",
                    hint="Give each anchor a name of its own, or write the text out.",
                )

    def _same_text(self, old: Scalar, new: Scalar) -> bool:
        if old.value == new.value:
            return True
        # The end of the file may cut off the line end that a block scalar ends in.
        cut = (old.end == self.old_end and f"{old.value}\n" == new.value) or (
            new.end == self.new_end and f"{new.value}\n" == old.value
        )
        return cut and old.style in ("|", ">")

    def _says(self, meant: Value | Several[Entry], new: Node) -> bool:
        match meant, new:
            case str(), Scalar():
                return self._says_text(meant, new)
            case Bare(), Scalar():
                return (new.value, new.style) == (meant.text, "")
            case list(), Sequence():
                return len(meant) == len(new.items) and all(map(self._entry, meant, new.items))
            case list(), Mapping():
                return len(meant) == len(new.entries) and all(map(self._pair, meant, new.entries))
            case dict(), Mapping():
                return self._says(list(meant.items()), new)
            case _:
                return False

    def _entry(self, meant: Entry, new: Node) -> bool:
        if isinstance(meant, Scalar | Alias | Sequence | Mapping):
            return self.same(meant, new)
        return not isinstance(meant, tuple) and self._says(meant, new)

    def _pair(self, meant: Entry, new: tuple[Node, Node]) -> bool:
        return isinstance(meant, tuple) and all(map(self._entry, meant, new))

    def _says_text(self, meant: str, new: Scalar) -> bool:
        if new.value == meant:
            return not new.is_null
        # What becomes of the line end after a block scalar is for its header, and the file, to say.
        cut = new.end == self.new_end and f"{new.value}\n" == meant
        return new.style in ("|", ">") and (new.value == f"{meant}\n" or cut)
