"""The merged plan as lines: ours' own, with what theirs did in its place."""

from functools import cached_property
from typing import TYPE_CHECKING

from lacplan.document.entries import size
from lacplan.document.tree import Mapping, Node, Scalar, Sequence
from lacplan.merge.decision import Action, Decision, Unsure
from lacplan.merge.elements import (
    Block,
    Placed,
    Ref,
    Trio,
    behind,
    comment_lines,
    head,
    inserted_order,
    kept_banners,
    merged_around,
    merged_beside,
    placed,
    spaced,
)
from lacplan.merge.entries import At, Entries
from lacplan.merge.kinds import kind_of
from lacplan.merge.numbering import Code, code_of
from lacplan.merge.pieces import Piece, World, decided, region, shifted_pieces
from lacplan.merge.plan import MergedPlan
from lacplan.merge.same import name_of
from lacplan.merge.segments import element, is_block, with_beside
from lacplan.merge.side import Place, Side

if TYPE_CHECKING:
    from lacplan.merge.braces import Braces


class Composer:
    """Puts the merged text together.

    Args:
        plan: Who is where in the merged plan, and what it is called there.
        entries: Merges what is no item.
    """

    def __init__(self, plan: MergedPlan, entries: Entries) -> None:
        self.plan = plan
        self.lookup = plan.lookup
        self.entries = entries
        self.report = entries.report
        self.newline = entries.newline

    @cached_property
    def braces(self) -> "Braces":
        """What writes items in braces."""
        from lacplan.merge.braces import Braces

        return Braces(self.plan, self.entries)

    def text(self) -> list[Piece]:
        """Return the whole merged text."""
        sides = self.plan.sides
        blocks = [self.lookup.root(side) if side else None for side in sides]
        before = _three([side.text[: side.begin] if side else "" for side in sides], "begins")
        after = self._after(
            [_after(side, block) for side, block in zip(sides, blocks, strict=True)]
        )
        return [
            *filter(None, (before,)),
            *self._fields(None, blocks, "merged", is_shared=True),
            *filter(None, (after,)),
        ]

    def _after(self, texts: list[str]) -> str:
        """Return what stands after the last field: blank lines, comments, a ``...``."""
        if all(line.strip()[:1] in ("", "#") for text in texts for line in text.splitlines()):
            return comment_lines(texts, 0, self.newline)
        return _three(texts, "ends")

    # Items

    def thing(self, key: str, world: World) -> tuple[int, list[Piece]]:
        """Return the lines of an item, with all that lies under it, and their column."""
        host, other = self.plan.hosts(key, world)
        ref = self.lookup.thing(host, key)
        column = ref.element.column
        if world == "merged" and self.plan.is_plain(key):
            return column, [ref.lines(column, ref.side.document.newline)]
        if is_block(ref.node) and self._is_framed(key, host, other):
            return column, self._framed(key, ref, world)
        trio = self._trio(key, host, other)
        over, tail = ref.element.over, ref.element.tail
        if other is not None:
            over, tail = merged_around(trio, column, self.newline)
        if is_block(ref.node):
            blocks = [self.lookup.inside(each) for each in trio]
            fields = self._fields(key, blocks, world, is_shared=other is not None)
            core = behind(head(ref), fields, self.newline)
        else:
            core = self._in_braces(key, trio, ref, world)
        return column, [*filter(None, (over,)), *core, *filter(None, (tail,))]

    def _is_framed(self, key: str, host: Side, other: Side | None) -> bool:
        """Tell whether an item stands as its host wrote it, but for what lies under it."""
        thing = host.things[key]
        code = self.plan.codes.get(key)
        return (
            name_of(thing.node.entries[0][0]) not in host.list_keys(thing)
            and (other is None or self.plan.is_as_it_was(key, other))
            and (code is None or (code.is_clean and code.ours == code_of(thing)))
            and all(
                is_block(thing.node.get(name)) or not self.plan.order((key, name))
                for name in host.list_keys(thing)
            )
        )

    def _framed(self, key: str, ref: Ref, world: World) -> list[Piece]:
        """Return the lines of an item as they are, with the merged lists of items in them."""
        side, node = ref.side, ref.node
        assert isinstance(node, Mapping)  # noqa: S101  # it is an item
        pieces: list[Piece] = [ref.element.over]
        at = ref.start
        for place, (name, below) in enumerate(node.entries):
            if name_of(name) not in self.plan.list_keys(side.things[key]) or not is_block(below):
                continue
            found = Ref(side, node, element(side.document, node, place))
            bare = found._replace(element=found.element._replace(over="", tail=""))
            trio = Trio(None, bare, None) if side is self.plan.ours else Trio(None, None, bare)
            field = self._at(key, name_of(name), found.element.column, world)
            pieces += [
                side.text[at : found.start],
                *(self._things((key, field.field), trio, field) or ()),
            ]
            at = found.element.end
        pieces += [side.text[at : ref.element.end], ref.element.tail]
        return [piece for piece in pieces if piece]

    def _trio(self, key: str, host: Side, other: Side | None) -> Trio:
        """Return an item as the base, ours and theirs have it, as far as they have a say."""
        count = [side for side in (self.plan.base, host, other) if side and key in side.things]
        return Trio(
            *(self.lookup.thing(side, key) if side in count else None for side in self.plan.sides)
        )

    # Fields

    def _fields(
        self, key: str | None, blocks: list[Block | None], world: World, *, is_shared: bool
    ) -> list[Piece]:
        """Return the merged fields of an item, or of the plan itself, at the host's column."""
        _, ours, theirs = blocks
        host = ours or theirs
        if host is None or (is_shared and (ours is None or theirs is None)):
            raise Unsure(f"“{key}” is written in braces on one side, and in lines on the other")
        names = {*(ours.keys if ours else ()), *(theirs.keys if theirs else ())}
        parts: list[Placed] = []
        for name in inserted_order(host.keys, theirs.keys if theirs else [], names):
            trio = Trio(*(block.ref(name) if block else None for block in blocks))
            pieces: list[Piece] | None
            if trio.any.element.place < 0:
                pieces = self._banner(trio, host.column, is_shared=is_shared)
            else:
                pieces = self._field(key, name, trio, host.column, world, is_shared=is_shared)
            if pieces:
                parts.append(placed(pieces, trio.any, self.newline))
        return spaced(parts)

    def _banner(self, trio: Trio, column: int, *, is_shared: bool) -> list[Piece]:
        stands = kept_banners(trio) or not is_shared
        return [trio.any.lines(column, self.newline)] if stands else []

    def _field(
        self,
        key: str | None,
        name: str,
        trio: Trio,
        column: int,
        world: World,
        *,
        is_shared: bool,
    ) -> list[Piece] | None:
        """Return the lines of one field; ``None`` where it is in no merged text."""
        thing = self.plan.thing(key)
        at = self._at(key, name, column, world)
        if name in self.plan.list_keys(thing):
            return self._things((key, name), trio, at)
        if name == "code" and key in self.plan.codes:
            return self._code(key, trio, at)
        if not is_shared:
            return [trio.any.lines(column, self.newline)]
        return self.entries.merged(trio, at)

    def _at(self, key: str | None, name: str, column: int, world: World) -> At:
        thing = self.plan.thing(key)
        return At(
            item=self.plan.id(key),
            title=self.plan.title(key),
            field=name,
            kind=kind_of(self.plan.ours.record(thing), name),
            column=column,
            world=world,
            is_contested=(key, name) in self.plan.contested,
        )

    # Codes

    def _code(self, key: str, trio: Trio, at: At) -> list[Piece] | None:
        """Return the line of a code, which follows the item's place."""
        code = self.plan.codes[key]
        if code.is_clean and code.ours == _written(trio.ours) == _written(trio.theirs):
            return self.entries.merged(trio, at)
        if trio.ours and trio.theirs and code.is_clean:
            trio = trio._replace(ours=self._commented(trio, at.column))
        mine = self._coded(trio.ours or trio.theirs, code.ours, at.column)
        if not code.is_clean:
            yours = self._coded(trio.theirs or trio.ours, code.theirs, at.column)
            was = trio.base.core(at.column, self.newline) if trio.base else ""
            if key not in self.plan.torn:
                self._tell_code(Action.CONFLICT, code, trio, at)
            return region(mine, was, yours, at.world)
        if code.mended:
            told = sorted({f"“{each}”" for ref in trio[1:] if (each := _written(ref))})
            was = " and ".join(told)
            self.report.note(f"“{at.item}”: its code {was} became “{code.ours}”, by its place.")
            self._tell_code(Action.MENDED, code, trio, at)
        elif code.ours == _written(trio.theirs) and trio.ours:
            self._tell_code(Action.THEIRS, code, trio, at)
        return [mine] if mine else None

    def _commented(self, trio: Trio, column: int) -> Ref:
        """Return ours with the comments that both sides have around it and beside it."""
        ours = trio.ours
        assert ours is not None  # noqa: S101  # both have it
        over, tail = merged_around(trio, column, self.newline)
        core, note = ours.element.core, merged_beside(trio)
        if note != ours.beside:
            core = with_beside(core, ours.node, ours.beside, note, self.newline)
        return ours._replace(element=ours.element._replace(over=over, core=core, tail=tail))

    def _coded(self, ref: Ref | None, code: str | None, column: int) -> str:
        """Return the line of *ref* with *code* in it."""
        if ref is None or code is None:
            return ""
        if _written(ref) != code:
            ref = ref._replace(element=ref.element._replace(core=self.entries.reworded(ref, code)))
        return ref.lines(column, self.newline)

    def _tell_code(self, action: Action, code: Code, trio: Trio, at: At) -> None:
        self.report.decide(
            Decision(
                action=action,
                item=at.item,
                field="code",
                title=at.title,
                ours_did="" if action is Action.THEIRS else "renumbered",
                theirs_did="renumbered",
                base=_written(trio.base),
                ours=code.ours if action is Action.CONFLICT else _written(trio.ours),
                theirs=code.theirs if action is Action.CONFLICT else _written(trio.theirs),
            )
        )

    # Lists of items

    def _things(self, place: Place, trio: Trio, at: At) -> list[Piece] | None:
        """Return the field that holds a list of items or indicators."""
        members = tuple(
            (key, side)
            for key, side in self.plan.order(place)
            if at.world == "merged" or side in ("", at.world)
        )
        if not members:
            return self._emptied(trio, at)
        host = trio.ours or trio.theirs
        if (
            host is not None
            and isinstance(host.node, Sequence)
            and host.node.flow
            and host.node.items
        ):
            lines = self.braces.list(host.side, host.node, members)
            return self._on_one_line(host, trio, lines, at)
        frame = next((ref for ref in trio[1:] if ref and is_block(ref.node)), None)
        if frame is None or not isinstance(frame.node, Sequence):
            raise Unsure(f"“{place[1]}” is written in brackets on one side")
        inside = element(frame.side.document, frame.node, 0)
        column = at.column + inside.column - frame.element.column
        parts = [self._member(place, member, column, at.world) for member in members]
        return self._headed(frame, trio, parts, at)

    def _headed(self, frame: Ref, trio: Trio, parts: list[Placed], at: At) -> list[Piece]:
        """Return *parts* behind the key of their list, with the comments around that."""
        element = frame.element
        if trio.ours is not None and trio.theirs is not None:
            over, tail = merged_around(trio, at.column, self.newline)
            top = head(frame, merged_beside(trio)).text
            element = element._replace(core=top)
        else:
            over, tail = element.over, element.tail
            element = element._replace(core=head(frame).text)
        bare = frame._replace(element=element).core(at.column, self.newline)
        return [*filter(None, (over,)), bare, *spaced(parts), *filter(None, (tail,))]

    def _emptied(self, trio: Trio, at: At) -> list[Piece] | None:
        """Return a list that nothing is left in, if it is to stand at all."""
        if trio.base is not None and (trio.ours is None or trio.theirs is None):
            return None
        empty = next((ref for ref in trio[1:] if ref and _is_empty(ref.node)), None)
        if empty is not None:
            return [empty.lines(at.column, self.newline)]
        ref = trio.any
        key = ref.side.text[ref.start : ref.element.mark].strip(" -")
        core = f"{' ' * ref.element.column}{key}: []{self.newline}"
        return [
            ref._replace(element=ref.element._replace(core=core)).lines(at.column, self.newline)
        ]

    def _member(self, place: Place, member: tuple[str, str], column: int, world: World) -> Placed:
        """Return an item or a banner of a list at *column*."""
        key, side = member
        if key[:1] == "#":
            blocks = [self.lookup.list_at(each, place) for each in self.plan.sides[1:] if each]
            ref = next(found for block in blocks if block and (found := block.ref(key)))
            return placed([ref.lines(column, self.newline)], ref, self.newline)
        host = self.plan.hosts(key, "theirs" if side == "theirs" else "ours")[0]
        if world == "merged" and (side or key in self.plan.clashes):
            pieces = self._torn(place, key, side, column)
        else:
            pieces = self._moved(key, world, column)
        return placed(pieces, self.lookup.thing(host, key), self.newline)

    def _moved(self, key: str, world: World, column: int) -> list[Piece]:
        start, pieces = self.thing(key, world)
        host = self.plan.hosts(key, world)[0]
        if host.document.newline != self.newline:
            return shifted_pieces(pieces, start, column, self.newline, always=True)
        return shifted_pieces(pieces, start, column, self.newline)

    def _torn(self, place: Place, key: str, side: str, column: int) -> list[Piece]:
        """Return an item that is here only if one side is chosen, or is another one then."""
        ours = decided(self._moved(key, "ours", column), "ours") if side != "theirs" else ""
        theirs = decided(self._moved(key, "theirs", column), "theirs") if side != "ours" else ""
        base = self.plan.base
        was = base.things.get(key) if base else None
        before = ""
        if base is not None and was is not None and was.place == place:
            before = self.lookup.thing(base, key).lines(column, self.newline)
        self._tell_torn(key)
        return region(ours, before, theirs, "merged")

    def _tell_torn(self, key: str) -> None:
        plan = self.plan
        holders = [
            side.things[key].holder if side and key in side.things else None for side in plan.sides
        ]
        base, ours, theirs = (holder.id if holder else None for holder in holders)
        ours_did, theirs_did = plan.did(key, plan.ours), plan.did(key, plan.theirs)
        why = plan.why(key)
        is_told = why in (f"ours {ours_did}", f"theirs {theirs_did}")
        self.report.decide(
            Decision(
                action=Action.CONFLICT,
                item=plan.id(key),
                title=plan.title(key),
                ours_did=ours_did,
                theirs_did=theirs_did,
                base=base,
                ours=ours,
                theirs=theirs,
                why=None if is_told else why,
            )
        )

    # In brackets

    def _in_braces(self, key: str, trio: Trio, ref: Ref, world: World) -> list[Piece]:
        """Return an item that is written in braces."""
        at = self._at(key, "", ref.element.column, world)
        return self._on_one_line(ref, trio, self.braces.thing(key), at, core=True)

    def _on_one_line(
        self, ref: Ref, trio: Trio, lines: tuple[str, str], at: At, *, core: bool = False
    ) -> list[Piece]:
        """Return *ref* with one of *lines* as its value, or with both as a conflict."""
        texts = []
        for line in lines:
            element = ref.element._replace(core=self.entries.rewritten(ref, line))
            made = ref._replace(element=element)
            texts.append((made.core if core else made.lines)(at.column, self.newline))
        if texts[0] == texts[1]:
            return [texts[0]]
        was = trio.base.core(at.column, self.newline) if trio.base else ""
        return region(texts[0], was, texts[1], at.world)


def _is_empty(node: Node) -> bool:
    return not isinstance(node, Sequence | Mapping) or not size(node)


def _written(ref: Ref | None) -> str | None:
    """Return the code that stands in *ref*."""
    if ref is None or not isinstance(ref.node, Scalar) or ref.node.is_null:
        return None
    return ref.node.value.strip()


def _after(side: Side | None, block: Block | None) -> str:
    """Return what stands after the last field of a plan."""
    if side is None or block is None or not block.elements:
        return ""
    last = block.elements[-1]
    return side.text[last.end + len(last.tail) :]


def _three(texts: list[str], what: str) -> str:
    base, ours, theirs = texts
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    raise Unsure(f"both sides changed how the file {what}")
