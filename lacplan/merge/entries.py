"""One field or list entry as three drafts have it -> its lines in the merged text."""

from typing import NamedTuple

from lacplan.document.entries import size
from lacplan.document.layout import Layout
from lacplan.document.path import Step
from lacplan.document.tree import Mapping, Node, Scalar, Sequence
from lacplan.document.values import entry_lines, key_lines
from lacplan.merge.decision import Action, Decision
from lacplan.merge.elements import (
    Placed,
    Ref,
    Trio,
    behind,
    head,
    inserted_order,
    kept_banners,
    merged_around,
    merged_beside,
    placed,
    spaced,
)
from lacplan.merge.inline import Inline, Versions, entry_kind, entry_names, entry_rank
from lacplan.merge.kinds import Kind, kind_by_shape
from lacplan.merge.lookup import Lookup
from lacplan.merge.pieces import Piece, World, decided, region, shifted
from lacplan.merge.report import Report, did, told
from lacplan.merge.same import name_of, same
from lacplan.merge.segments import is_block, with_beside
from lacplan.merge.sequence import merge_order
from lacplan.merge.side import Side

_LISTS = frozenset({Kind.WORDS, Kind.TEXTS, Kind.RECORDS})


class At(NamedTuple):
    """Which entry it is, for the report, and how the text around it stands."""

    item: str | None
    title: str | None
    field: str
    kind: Kind | None
    """``None`` where the format does not say."""

    column: int
    """At which its dash or key is to stand."""

    world: World = "merged"
    is_contested: bool = False
    """Whether two values are a conflict even where they could be joined."""


class Entries:
    """Merges entries.

    Args:
        ours: Ours, whose layout is kept.
        theirs: Theirs.
        lookup: Looks into blocks.
        report: Where decisions are noted.
    """

    def __init__(self, ours: Side, theirs: Side, lookup: Lookup, report: Report) -> None:
        self.report = report
        self.newline = ours.document.newline
        self.inline = Inline(ours, theirs)
        self.lookup = lookup

    def merged(self, trio: Trio, at: At) -> list[Piece] | None:
        """Return the lines of an entry; ``None`` where it is in no merged text."""
        base, ours, theirs = trio
        if ours is not None and theirs is not None:
            return self._both(base, ours, theirs, at)
        one = ours or theirs
        if one is None:
            return None
        if base is None and not at.is_contested:
            self._decide(trio, at, Action.OURS if ours else Action.THEIRS)
            return [one.lines(at.column, self.newline)]
        if base is not None and self._unchanged(base, one, at) and not at.is_contested:
            self._decide(trio, at, Action.THEIRS if ours else Action.OURS)
            return None
        self._decide(trio, at, Action.CONFLICT)
        return self._region(trio, at, ("", "", ""), whole=True)

    def _region(
        self, trio: Trio, at: At, texts: tuple[str, str, str], *, whole: bool = False
    ) -> list[Piece]:
        """Return the conflict of an entry: as it stands on each side, or as *texts* say."""
        given = list(texts)
        for place, ref in enumerate((trio.ours, trio.base, trio.theirs)):
            if ref is not None and not given[place]:
                given[place] = (ref.lines if whole else ref.core)(at.column, self.newline)
        return region(given[0], given[1], given[2], at.world)

    def _unchanged(self, base: Ref, one: Ref, at: At) -> bool:
        """Tell whether an entry is as it was, comments included."""
        return same(base.node, one.node, at.field) and base.comments() == one.comments()

    def _decide(self, trio: Trio, at: At, action: Action) -> None:
        base, ours, theirs = (ref.node if ref else None for ref in trio)
        self.report.decide(
            Decision(
                action=action,
                item=at.item,
                field=at.field,
                title=at.title,
                ours_did="" if action is Action.THEIRS else did(base, ours),
                theirs_did="" if action is Action.OURS else did(base, theirs),
                base=told(base),
                ours=told(ours),
                theirs=told(theirs),
            )
        )

    # What both sides have

    def _both(self, base: Ref | None, ours: Ref, theirs: Ref, at: At) -> list[Piece]:
        trio = Trio(base, ours, theirs)
        over, tail = merged_around(trio, at.column, self.newline)
        if ours.is_written_as(theirs):
            core: list[Piece] = [ours.core(at.column, self.newline)]
            if base is None or not same(base.node, ours.node, at.field):
                self._decide(trio, at, Action.SAME)
        elif at.is_contested and not same(ours.node, theirs.node, at.field):
            core = self._conflict(trio, at)
        elif is_block(ours.node) or is_block(theirs.node):
            core = self._block(trio, at)
        else:
            core = self._line(trio, at)
        return [*filter(None, (over,)), *core, *filter(None, (tail,))]

    def _conflict(self, trio: Trio, at: At, texts: tuple[str, str] = ("", "")) -> list[Piece]:
        self._decide(trio, at, Action.CONFLICT)
        return self._region(trio, at, (texts[0], "", texts[1]))

    # On lines that are no block

    def _line(self, trio: Trio, at: At) -> list[Piece]:
        base, ours, theirs = trio
        assert ours is not None and theirs is not None  # noqa: S101, PT018  # both have it
        was = base.node if base else None
        if same(ours.node, theirs.node, at.field):
            if not same(was, ours.node, at.field):
                self._decide(trio, at, Action.SAME)
            return self._noted(trio, ours, ours.element.core)
        if same(was, theirs.node, at.field):
            return self._noted(trio, ours, ours.element.core)
        if same(was, ours.node, at.field) and base is not None:
            self._decide(trio, at, Action.THEIRS)
            return self._taken(Trio(base, ours, theirs), at)
        return self._met(trio, at)

    def _noted(self, trio: Trio, ref: Ref, core: str, node: Node | None = None) -> list[Piece]:
        """Return the lines *core* of *ref* with the comment that belongs beside them."""
        note = merged_beside(trio)
        return [with_beside(core, node or ref.node, ref.beside, note, self.newline)]

    def _taken(self, trio: Trio, at: At) -> list[Piece]:
        """Return theirs' value, in ours' layout where one of the two was laid out anew."""
        base, ours, theirs = trio
        assert base is not None and ours is not None and theirs is not None  # noqa: S101, PT018
        was, one, other = base.node, ours.node, theirs.node
        if isinstance(was, Scalar) and isinstance(one, Scalar) and isinstance(other, Scalar):
            is_plain = not (one.anchor or other.anchor or one.is_null or other.is_null)
            is_as_it_was = base.is_written_as(ours) and other.style == was.style
            if is_plain and not is_as_it_was:
                return self._noted(trio, ours, self.reworded(ours, other.value))
        elif not base.is_written_as(ours) and not self._has_comment(ours, theirs):
            line = self.inline.merged(Versions(was, one, other), at.kind, at.field).ours
            if line is not None and not (one.anchor or other.anchor):
                return self._noted(trio, ours, self.rewritten(ours, line))
        return self._noted(trio, theirs, theirs.core(at.column, self.newline))

    def _met(self, trio: Trio, at: At) -> list[Piece]:
        """Return what becomes of two changes of one value."""
        base, ours, theirs = trio
        assert ours is not None and theirs is not None  # noqa: S101, PT018  # both have it
        nodes = Versions(base.node if base else None, ours.node, theirs.node)
        kind = at.kind or kind_by_shape(*nodes)
        if any(node is not None and node.anchor for node in nodes):
            return self._conflict(trio, at)
        if kind is Kind.PROSE and all(isinstance(node, Scalar) for node in nodes):
            return self._prose(trio, at)
        if (kind in _LISTS or kind is Kind.MAP) and not self._has_comment(ours, theirs):
            lines = self.inline.merged(nodes, kind, at.field)
            if lines.ours is not None and lines.theirs is not None:
                texts = [self.rewritten(ours, line) for line in (lines.ours, lines.theirs)]
                if texts[0] != texts[1]:
                    return self._conflict(trio, at, (texts[0], texts[1]))
                self._decide(trio, at, Action.BOTH)
                return self._noted(trio, ours, texts[0])
        return self._conflict(trio, at)

    def _has_comment(self, *refs: Ref) -> bool:
        return any(ref.side.comments_in(ref.node.start, ref.node.end) for ref in refs)

    def rewritten(self, ref: Ref, line: str) -> str:
        """Return the lines of *ref* with *line* in the place of its value."""
        core = ref.element.core
        start, end = ref.node.start - ref.start, ref.node.end - ref.start
        space = "" if core[start - 1 : start] in (" ", "\n", "\r") else " "
        return f"{core[:start]}{space}{line}{core[end:]}"

    def _prose(self, trio: Trio, at: At) -> list[Piece]:
        base, ours, theirs = trio
        assert base is not None and ours is not None and theirs is not None  # noqa: S101, PT018
        from lacplan.merge.prose import merge_prose

        was, one, other = (_text(ref) for ref in (base, ours, theirs))
        found = merge_prose(was, one, other)
        if found.joined:
            where = f"“{at.item}”, {at.field}" if at.item else f"the plan's {at.field}"
            self.report.note(
                f"{where}: both edited one sentence, and the words of both stand in it."
            )
        mine = ours.element.core if found.ours == one else self.reworded(ours, found.ours)
        if found.is_clean:
            self._decide(trio, at, Action.BOTH)
            return self._noted(trio, ours, mine)
        yours = (
            theirs.element.core if found.theirs == other else self.reworded(theirs, found.theirs)
        )
        column = theirs.element.column
        return self._conflict(trio, at, (mine, shifted(yours, column, at.column, self.newline)))

    def reworded(self, ref: Ref, text: str) -> str:
        """Return the lines of *ref* with *text* as its value, in the style that it has."""
        node = ref.node
        assert isinstance(node, Scalar)  # noqa: S101  # only texts are reworded
        if ref.element.is_inline:
            key = (
                name_of(ref.holder.entries[ref.element.place][0])
                if isinstance(ref.holder, Mapping)
                else ""
            )
            lines = key_lines(key, text, Layout()) if key else entry_lines(text, Layout())
            return "".join(line + self.newline for line in lines)
        from lacplan.document.texts import replacement

        step = Step(ref.holder, ref.element.place, node)
        splice = replacement(ref.side.document, [step], node, text)
        core = ref.element.core
        return core[: splice.start - ref.start] + splice.text + core[splice.end - ref.start :]

    # Blocks

    def _block(self, trio: Trio, at: At) -> list[Piece]:
        """Return an entry that is a block of lines, on one side at least."""
        base, ours, theirs = trio
        assert ours is not None and theirs is not None  # noqa: S101, PT018  # both have it
        if self._says_same(ours, theirs, at):
            if base is None or not self._says_same(base, ours, at):
                self._decide(trio, at, Action.SAME)
            return [ours.element.core]
        if base is not None and self._says_same(base, theirs, at):
            return [ours.element.core]
        if base is not None and base.is_written_as(ours):
            self._decide(trio, at, Action.THEIRS)
            return [theirs.core(at.column, self.newline)]
        nodes = Versions(base.node if base else None, ours.node, theirs.node)
        kind = at.kind or kind_by_shape(*nodes)
        if not any(node is not None and node.anchor for node in nodes):
            if kind is Kind.MAP and self._are_blocks(ours, theirs, Mapping):
                return self._inside(trio, self._map(trio, at))
            if kind in _LISTS and self._are_blocks(ours, theirs, Sequence):
                return self._inside(trio, self._list(trio, at, kind))
            if kind in _LISTS and self._are_lists(ours, theirs):
                return self._mixed(trio, at, kind)
        if base is not None and self._says_same(base, ours, at):
            self._decide(trio, at, Action.THEIRS)
            return [theirs.core(at.column, self.newline)]
        return self._conflict(trio, at)

    def _says_same(self, one: Ref, other: Ref, at: At) -> bool:
        """Tell whether two entries say the same, the comments inside them included."""
        return (
            same(one.node, other.node, at.field) and one.inner_comments() == other.inner_comments()
        )

    def _are_blocks(self, ours: Ref, theirs: Ref, kind: type[Mapping] | type[Sequence]) -> bool:
        """Tell whether theirs can be put, entry by entry, into the block that ours is."""
        one, other = ours.node, theirs.node
        if not (isinstance(one, kind) and isinstance(other, kind) and is_block(one)):
            return False
        return is_block(other) or (size(other) > 0 and not self._has_comment(theirs))

    def _are_lists(self, ours: Ref, theirs: Ref) -> bool:
        is_list = isinstance(ours.node, Sequence) and isinstance(theirs.node, Sequence)
        return is_list and not self._has_comment(ours, theirs)

    def _mixed(self, trio: Trio, at: At, kind: Kind) -> list[Piece]:
        """Return a list that one side has in brackets and the other on lines, in brackets."""
        base, ours, theirs = trio
        assert ours is not None and theirs is not None  # noqa: S101, PT018  # both have it
        nodes = Versions(base.node if base else None, ours.node, theirs.node)
        lines = self.inline.merged(nodes, kind, at.field)
        key = ours.side.text[ours.start : ours.element.mark].strip()
        texts = [f"{' ' * at.column}{key}: {line}{self.newline}" for line in lines]
        if texts[0] != texts[1]:
            return self._conflict(trio, at, (texts[0], texts[1]))
        self._decide(trio, at, Action.BOTH)
        return [texts[0]]

    def _inside(self, trio: Trio, pieces: list[Piece]) -> list[Piece]:
        """Return *pieces*, which stand for the block of an entry, behind its key or dash.

        A list of which one side took one half away and the other the rest is gone.
        """
        if not pieces:
            return []
        assert trio.ours is not None  # noqa: S101  # its layout is kept
        return behind(head(trio.ours, merged_beside(trio)), pieces, self.newline)

    def _map(self, trio: Trio, at: At) -> list[Piece]:
        """Return the merged entries of three mappings, at the column that ours has."""
        base, ours, theirs = (self.lookup.inside(ref) for ref in trio)
        assert ours is not None and theirs is not None  # noqa: S101, PT018  # both have it
        parts: list[Placed] = []
        keys = {*ours.keys, *theirs.keys}
        for key in inserted_order(ours.keys, theirs.keys, keys):
            found = Trio(*(block.ref(key) if block else None for block in (base, ours, theirs)))
            below = at._replace(field=f"{at.field}.{key}", kind=None, column=ours.column)
            parts += self._element(found, below)
        return spaced(parts)

    def _element(self, trio: Trio, at: At) -> list[Placed]:
        """Return an element of a block; nothing, where it is in no merged text."""
        if trio.any.element.place >= 0:
            pieces = self.merged(trio, at)
        elif kept_banners(trio):
            pieces = [trio.any.lines(at.column, self.newline)]
        else:
            pieces = None
        return [] if pieces is None else [placed(pieces, trio.any, self.newline)]

    def _list(self, trio: Trio, at: At, kind: Kind) -> list[Piece]:
        """Return the merged entries of three lists, at the column that ours has."""
        inner = [self.lookup.inside(ref) for ref in trio]
        nodes = [block.node if block else None for block in inner]
        names = entry_names(nodes[0], nodes[1], nodes[2], kind)
        blocks = [
            block.called(each) if block else None for block, each in zip(inner, names, strict=True)
        ]
        keys = [block.keys if block else [] for block in blocks]
        assert blocks[1] is not None  # noqa: S101  # ours has it
        below = at._replace(kind=entry_kind(kind), column=blocks[1].column)
        found = {}
        for key in dict.fromkeys((*keys[1], *keys[2])):
            each = Trio(*(block.ref(key) if block else None for block in blocks))
            found[key] = each, self._element(each, below)
        members = [key for key, (_, part) in found.items() if part]
        ranks = {key: entry_rank(each.any.element.node, key) for key, (each, _) in found.items()}
        parts: list[Placed] = []
        for key, side in merge_order(keys[0], keys[1], keys[2], members, ranks.__getitem__).places:
            parts += self._torn(found[key][1], side, at) if side else found[key][1]
        return spaced(parts)

    def _torn(self, parts: list[Placed], side: str, at: At) -> list[Placed]:
        """Return what only one side has in this place."""
        found = []
        for part in parts:
            ours = decided(part.pieces, "ours") if side == "ours" else ""
            theirs = decided(part.pieces, "theirs") if side == "theirs" else ""
            found.append(part._replace(pieces=region(ours, "", theirs, at.world)))
        return found


def _text(ref: Ref) -> str:
    return ref.node.value.strip() if isinstance(ref.node, Scalar) and not ref.node.is_null else ""
