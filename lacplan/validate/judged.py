"""What every file that rules judge has: its text, its tree, its faults, its comments to ignore."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from lacplan.document.fault import Fault, Span
from lacplan.document.tree import Document, Mapping, Node, Scalar, Sequence, head, resolve
from lacplan.validate.suppress import Ignore, ignores


class Judged:
    """A file that rules judge.

    Args:
        document: The text and its tree.
        faults: What was wrong with it when it was read as what it should be.
    """

    def __init__(self, document: Document, faults: Iterable[Fault]) -> None:
        self.document = document
        self.faults: dict[str, list[Fault]] = {}
        for fault in (*document.faults, *faults):
            self.faults.setdefault(fault.kind, []).append(fault)

    @property
    def lacks(self) -> str | None:
        """What to fetch, where it names versions that may be missing here; else ``None``."""
        return None

    @cached_property
    def root(self) -> Mapping | None:
        """The top block of the file, where it has one."""
        found = resolve(self.document.root) if self.document.root else None
        return found if isinstance(found, Mapping) else None

    def found(self, find: Callable[[str], Iterable[Span]]) -> Iterator[Span]:
        """Yield what *find* finds in what people wrote into the file, where it stands there."""
        yield from find(self.document.text)

    @cached_property
    def ignores(self) -> tuple[Ignore, ...]:
        """The comments that ask for findings to be ignored."""
        return tuple(ignores(self.document))

    def span(self, *keys: str) -> Span:
        """Return where a field of the file itself stands, such as ``("period", "end")``.

        The nearest block around it stands for a field that it does not have.
        """
        return head(field_of(self.root, keys)) if self.root else Span(0, 0)


def field_of(node: Node, keys: tuple[str, ...]) -> Node:
    """Return the field that *keys* lead to from *node*, or the nearest block around it."""
    for key in keys:
        found = resolve(node)
        below = found.get(key) if isinstance(found, Mapping) else None
        if below is None:
            break
        node = below
    return node


def is_written(holder: Mapping, key: str) -> bool:
    """Tell whether something is written under *key*, though it may not be readable."""
    node = holder.get(key)
    found = resolve(node) if node else None
    if isinstance(found, Scalar):
        return not found.is_null and bool(found.value.strip())
    return found is not None


def blocks(holder: Mapping, key: str) -> list[Mapping]:
    """Return the entries of the list under *key* that are blocks, as those are that can be read."""
    node = holder.get(key)
    found = resolve(node) if node else None
    if not isinstance(found, Sequence):
        return []
    return [each for each in map(resolve, found.items) if isinstance(each, Mapping)]
