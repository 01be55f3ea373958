"""Drafts of one plan, read one after the other: an item that is written as before is read once.

A draft is cut into its head and the items of its outermost level, an item into what it says itself
and the items under it, and so on. Each part is read for itself, and known by its text from then on.
That a part begins where it was cut is sure: what is left open before it, such as a quotation, keeps
the part before it from being read. Where anything is amiss, the draft has to be read as a whole.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple

from lacplan.document.encoding import decode as as_text
from lacplan.document.line import column
from lacplan.document.parse import MAX_BYTES, parse
from lacplan.document.tree import Document, Mapping, Sequence
from lacplan.model.decode import decode, decode_item
from lacplan.model.plan import Item, Level, Plan

_TOP = re.compile(r"\n(?=[^\s#-])")
"""Before a line that begins with a key of the plan itself."""

_DASH = re.compile(r"(?: *(?:#[^\n]*)?\n)*( *)- ")
"""The first entry of a list, with the blank lines and comments over it."""

_BLANK = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")
_FIRST_KEY = re.compile(r" *- +")
_KEY = re.compile(r"([^\s:]+):[ \t]*(?:(?<=[ \t])#[^\n]*)?\n")
"""A key that has something below it, on the line of the key nothing."""


class _Amiss(Exception):  # noqa: N818  # an answer, caught one call above
    """Something stands in a draft that it can't be cut around."""


class _Parts(NamedTuple):
    """An item, cut in two."""

    own: str
    below: tuple[str, ...] = ()
    """The entries of the list that it ends with; none where it is not cut."""

    margin: int = 0
    """The column of its keys."""


class Rereading:
    """Reads drafts, which are best much alike."""

    def __init__(self) -> None:
        self._has_begun = False
        self._levels: tuple[Level, ...] = ()
        self._heads: dict[tuple[str, str], Plan] = {}
        """The last head that was read, and the key after it."""

        self._items: dict[bytes, Item] = {}

    def plan(self, raw: bytes) -> Plan | None:
        """Return the plan in *raw*; ``None`` where only reading it as a whole can tell it.

        That is so wherever something is wrong with it as YAML, and for other manners of writing.
        The first draft is not cut, either: often there is but one.
        """
        if not self._has_begun:
            self._has_begun = True
            return None
        text, fault = as_text(raw)
        if fault or "\r" in text or len(raw) > MAX_BYTES:
            return None
        if len(self._items) > 500 + len(text) // 200:
            self._items.clear()  # more than a draft of that length has several times over
        try:
            return self._plan(text.removeprefix("\ufeff"))
        except _Amiss:
            return None

    def _plan(self, text: str) -> Plan:
        tops = [match.end() for match in _TOP.finditer(text)]
        key = _KEY.match(text, tops[-1]) if tops else None
        if key is None:
            raise _Amiss
        plan = self._head(text[: key.start()], key[1])
        if plan.levels != self._levels:
            self._items.clear()
            self._levels = plan.levels
        entries = _entries(text[key.end() :], 0)
        return plan._replace(items=tuple(self._item(each, 0) for each in entries))

    def _head(self, text: str, key: str) -> Plan:
        """Return the plan of *text*, which *key* is to go on with."""
        at = (text, key)
        if at not in self._heads:
            document = parse(text)
            plan = decode(document).plan
            if plan is None or document.faults or plan.levels[0].key != key:
                raise _Amiss
            _want_open(document, 0, key)
            self._heads = {at: plan}
        return self._heads[at]

    def _item(self, text: str, level: int) -> Item:
        """Return the item that is written as the one entry of a list in *text*."""
        key = blake2b(b"%d%b" % (level, text.encode()), digest_size=16).digest()
        found = self._items.get(key)
        if found is None:
            found = self._items[key] = self._read(text, level)
        return found

    def _read(self, text: str, level: int) -> Item:
        under = self._levels[level + 1].key if level + 1 < len(self._levels) else ""
        parts = _parted(text, under)
        document = parse(parts.own)
        match document.root:
            case Sequence(items=[Mapping() as node]) if not document.faults:
                item = decode_item(node, self._levels, level)
            case _:
                raise _Amiss
        if not parts.below:
            return item
        _want_open(document, parts.margin, under)
        return item._replace(items=tuple(self._item(each, level + 1) for each in parts.below))


def _parted(text: str, under: str) -> _Parts:
    """Cut the entry of a list in *text* before the list *under* that key, where it ends with it."""
    first = _FIRST_KEY.match(text)
    margin = first.end() if first else 0
    at = text.find(f"\n{' ' * margin}{under}:")
    key = _KEY.match(text, at + 1 + margin) if at >= 0 and under else None
    if key is None:
        return _Parts(text)
    try:
        return _Parts(text[: at + 1], tuple(_entries(text[key.end() :], margin)), margin)
    except _Amiss:
        return _Parts(text)


def _entries(text: str, margin: int) -> Iterator[str]:
    """Yield the entries of the list in *text*, each as a list of its own.

    Args:
        text: What stands below a key.
        margin: The column of that key.

    Raises:
        _Amiss: It is no list with dashes, or not that alone.
    """
    first = _DASH.match(text)
    if first is None or len(first[1]) < margin:
        raise _Amiss
    dash = f"\n{first[1]}- "
    if re.search(rf"\n(?!{first[1]}- ) {{0,{margin}}}[^ \n#]", text):
        raise _Amiss
    *entries, last = f"\n{text}".split(dash)[1:]
    for each in entries:
        yield f"{dash[1:]}{each}\n"
    yield dash[1:] + last


def _want_open(document: Document, margin: int, key: str) -> None:
    """Make sure that a line with *key* at column *margin* goes on with the mapping of *document*.

    Raises:
        _Amiss: It does not, or the mapping has that key.
    """
    root = document.root
    node = root.items[0] if isinstance(root, Sequence) else root
    if not isinstance(node, Mapping) or node.flow or node.anchor or node.get(key):
        raise _Amiss
    text = document.text
    if column(text, node.start) != margin or not _BLANK.fullmatch(text, node.end):
        raise _Amiss
