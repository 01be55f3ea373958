"""YAML text -> `Document`: what is wrong with it is collected, never raised."""

from collections.abc import Iterable
from re import finditer
from typing import Any

from lacplan.collector import paused
from lacplan.document.characters import character_faults, value_faults
from lacplan.document.conflicts import conflict_faults
from lacplan.document.encoding import decode
from lacplan.document.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    Refused,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    events,
    has_c_parser,
)
from lacplan.document.fault import Fault, Span
from lacplan.document.graph import MAX_DEPTH, alias_faults
from lacplan.document.line import after_spaces, line_end, lines, without_break
from lacplan.document.marks import after_mark, after_start, behind_properties, body_depth, header
from lacplan.document.syntax import syntax_fault
from lacplan.document.tree import Alias, Document, Mapping, Node, Scalar, Sequence, head, leaves

MAX_BYTES = 64 * 1024 * 1024
"""The largest draft that is read, in bytes: some hundred times the longest plan known."""

_ON_MARKS = frozenset(("", "'", '"'))
"""The styles of scalars that stand right where the parser's marks say."""

_NO_KEYS = frozenset(("<<", ""))

_STYLES = {"'": "'", '"': '"', "|": "|", ">": ">"}


@paused()
def parse(text: str, *, pure: bool = False) -> Document:
    """Read *text* into a tree.

    Args:
        text: The whole draft; a byte-order mark before it is remembered.
        pure: Whether to use the parser written in Python even where the one in C is there.

    Returns:
        The document. Its `root` is ``None`` where *text* holds nothing, or a fault past which
        nothing could be read.
    """
    bom = text.startswith("\ufeff")
    body = text[1:] if bom else text
    faults = [*conflict_faults(body), *character_faults(body)]
    if any(fault.kind != "bidi-override" for fault in faults):
        return Document(body, bom=bom, root=None, faults=tuple(faults))
    root, found = _built(body, pure=pure or not has_c_parser())
    faults += found
    if root is not None:
        faults += value_faults(body, (leaf for leaf in leaves(root) if isinstance(leaf, Scalar)))
    faults.sort(key=lambda fault: fault.span.start)
    return Document(body, bom=bom, root=root, faults=tuple(faults))


def parse_bytes(raw: bytes) -> Document:
    """Read *raw*, which should be UTF-8, into a tree."""
    if len(raw) > MAX_BYTES:
        fault = Fault(
            kind="file-too-large",
            span=Span(0, 0),
            message=f"The file has more than {MAX_BYTES:,} bytes, the most that is read.",
            hint="Part the plan into several drafts.",
        )
        return Document("", bom=False, root=None, faults=(fault,))
    text, fault_found = decode(raw)
    if fault_found:
        return Document(text, bom=False, root=None, faults=(fault_found,))
    return parse(text)


def _built(body: str, *, pure: bool) -> tuple[Node | None, list[Fault]]:
    """Return the top node of *body*, and what is wrong with it as YAML."""
    builder = _Builder(body)
    try:
        return builder.read(events(body, pure=pure)), builder.faults
    except Refused as refused:
        return None, [*builder.faults, syntax_fault(body, refused)]


class _Builder:
    """Builds the tree from a parser's events, and notes what plans may not hold."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[Fault] = []
        self.anchors: dict[str, Node] = {}
        self.open: set[int] = set()
        self.has_aliases = False

    def read(self, stream: Iterable[Any]) -> Node | None:
        """Return the top node of the first document in *stream*.

        Raises:
            Refused: The parser gave up.
        """
        root = self._read(stream)
        if root is not None and self.has_aliases and not self.faults:
            self.faults.extend(alias_faults(root))
        return None if any(f.kind in _UNREADABLE for f in self.faults) else root

    def _read(self, stream: Iterable[Any]) -> Node | None:
        top: list[Node] = []
        current = top  # the children of the innermost open collection
        stack: list[tuple[Sequence | Mapping, list[Node]]] = []
        documents = 0
        for event in stream:
            kind = type(event)
            if kind is ScalarEvent:
                style, value = event.style, event.value
                if style in _ON_MARKS and (style or value) and event.anchor is event.ctag is None:
                    start, end = event.start_mark.index, event.end_mark.index
                    current.append(Scalar(start, end, None, value, style))
                else:
                    current.append(self._scalar(event, stack[-1][0] if stack else None, current))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(stack) == MAX_DEPTH:
                    self._too_deep(event)
                    return None
                node = self._collection(event)
                current.append(node)
                stack.append((node, current))
                current = []
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node, outer = stack.pop()
                self._close(node, current, event)
                current = outer
            elif kind is AliasEvent:
                current.append(self._alias(event))
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._several_documents(event, top)
                    break
        return top[0] if top else None

    def _scalar(self, event: Any, parent: Node | None, before: list[Node]) -> Scalar:
        style = _STYLES.get(event.style, "")
        start, end = event.start_mark.index, event.end_mark.index
        anchor = event.anchor
        if style in ("|", ">"):
            after_properties = behind_properties(self.text, start, end)
            end = _block_scalar_end(self.text, after_properties, end, event.value)
        elif event.value == "" and style == "" and anchor is None and event.tag is None:
            start = end = self._empty_place(parent, before, end)
        node = Scalar(start, end, anchor, event.value, style)
        if anchor is not None:
            self.anchors[anchor] = node
        if event.tag is not None:
            self._tag(event)
        return node

    def _empty_place(self, parent: Node | None, before: list[Node], limit: int) -> int:
        """Return where an empty value stands: right after the ``:`` or ``-`` before *limit*."""
        if parent is None:
            return after_start(self.text)
        after = before[-1].end if before else behind_properties(self.text, parent.start, limit)
        mark = "-" if isinstance(parent, Sequence) else ":"
        return after_mark(self.text, after, mark)

    def _collection(self, event: Any) -> Sequence | Mapping:
        make = Mapping if type(event) is MappingStartEvent else Sequence
        node = make(event.start_mark.index, event.anchor, bool(event.flow_style))
        if event.anchor is not None:
            self.anchors[event.anchor] = node
            self.open.add(id(node))
        if event.tag is not None:
            self._tag(event)
        return node

    def _close(self, node: Sequence | Mapping, below: list[Node], event: Any) -> None:
        node.end = below[-1].end if below else node.start
        if node.flow:
            end = event.end_mark.index
            if self.text[end - 1 : end] in ("]", "}"):
                node.end = end
        if isinstance(node, Sequence):
            node.items = below
        else:
            node.entries = list(zip(below[::2], below[1::2], strict=True))
            names = [key.value for key in below[::2] if isinstance(key, Scalar)]
            once = set(names)
            if len(once) < len(names) or not once.isdisjoint(_NO_KEYS):
                self._check_keys(node.entries)
        if node.anchor is not None:
            self.open.discard(id(node))

    def _check_keys(self, entries: list[tuple[Node, Node]]) -> None:
        first: dict[str, Scalar] = {}
        for key, value in entries:
            if not isinstance(key, Scalar):
                continue
            if key.value == "<<" and key.style == "":
                self._merge_key(key, value)
            elif key.value == "" and key.start == key.end:
                self._empty_key(key)
            elif key.value in first:
                self._duplicate_key(key, first[key.value])
            first.setdefault(key.value, key)

    def _alias(self, event: Any) -> Alias | Scalar:
        start, end, name = event.start_mark.index, event.end_mark.index, event.anchor
        target = self.anchors.get(name)
        if target is not None and id(target) not in self.open:
            self.has_aliases = True
            return Alias(start, end, name, target)
        self.faults.append(
            Fault(
                kind="undefined-alias",
                span=Span(start, end),
                message=f"“*{name}” stands inside what it repeats."
                if target
                else f"No “&{name}” stands before this alias.",
                hint="Write out what is meant.",
            )
        )
        return Scalar(start, end, None, "", "*")

    def _note(
        self,
        kind: str,
        span: Span,
        message: str,
        hint: str,
        related: tuple[tuple[Span, str], ...] = (),
    ) -> None:
        self.faults.append(Fault(kind=kind, span=span, message=message, hint=hint, related=related))

    def _tag(self, event: Any) -> None:
        start = event.start_mark.index
        written = next((word for word in self.text[start : start + 80].split() if "!" in word), "!")
        self._note(
            "yaml-tag",
            Span(start, max(event.end_mark.index, start)),
            f"A draft holds no YAML tags, and “{written}” is one.",
            "Take the “!…” away; where it belongs to the text, put the text in quotes.",
        )

    def _too_deep(self, event: Any) -> None:
        at = event.start_mark.index
        self._note(
            "nested-too-deep",
            Span(at, at + 1),
            f"Lists and mappings nest deeper than {MAX_DEPTH} here.",
            "Look for brackets or dashes that were not meant.",
        )

    def _several_documents(self, event: Any, top: list[Node]) -> None:
        at = event.start_mark.index
        place = after_start(self.text)
        first = head(top[0]) if top else Span(place, place)
        self._note(
            "several-documents",
            Span(at, min(at + 3, len(self.text))),
            "A second YAML document begins here; a file holds one draft.",
            "Take the “---” away, or move what follows into a file of its own.",
            ((first, "the first one"),),
        )

    def _merge_key(self, key: Scalar, value: Node) -> None:
        merged = value.items if isinstance(value, Sequence) else [value]
        targets = [each.target for each in merged if isinstance(each, Alias)]
        self._note(
            "merge-key",
            Span(key.start, key.end),
            "A draft holds no merge keys, and “<<” is one.",
            "Write the fields out, or give a whole value an anchor and repeat it with an alias.",
            tuple((head(target), "what it merges") for target in targets),
        )

    def _empty_key(self, key: Scalar) -> None:
        self._note(
            "yaml-syntax",
            Span(key.start, key.end),
            "A key is missing before this “:”.",
            "Name the field that the value belongs to, or take the “:” away.",
        )

    def _duplicate_key(self, key: Scalar, first: Scalar) -> None:
        self._note(
            "duplicate-key",
            Span(key.start, key.end),
            f"“{key.value}” stands twice in one block.",
            "Keep one of them, or join the two.",
            ((Span(first.start, first.end), "first here"),),
        )


_UNREADABLE = frozenset({"yaml-syntax", "tab-indentation", "nested-too-deep", "alias-growth"})
"""The faults past which the tree says nothing that could be relied on."""


def _block_scalar_end(text: str, start: int, end: int, value: str) -> int:
    """Return where the content of a block scalar ends, without its last line end.

    Blank lines after it are content only where the header says ``+``, and lines of spaces only
    where they go on deeper than the text does.
    """
    body = text[start:end]
    last = value.rstrip("\n").rpartition("\n")[2]
    if "+" in body[:3] and header(body, 0).chomping == "+":
        if end < after_spaces(text, end) == len(text):
            return len(text)  # a last line of spaces, without a line end, is blank too
        kept = len(body)
    elif last.strip(" "):
        return min(line_end(text, start + len(body.rstrip(" \r\n"))), end)
    else:
        kept = _end_of_spaces(body, value)
    return start + without_break(body, kept)


def _end_of_spaces(body: str, value: str) -> int:
    """Return where the last line of *body* ends that holds more than its layout's spaces."""
    end = line_end(body, 0)
    deep = body_depth(lines(body)[1:], value)
    if deep is not None:
        for match in finditer(rf"(?<=[\r\n]) {{{deep}}}[^\r\n]+", body):
            end = match.end()
    return end
