"""Values in brackets, and texts on one line: merged by what they say, and written on one line."""

from collections.abc import Sequence as Several
from typing import NamedTuple

from lacplan.document.scalars import fits_brackets, written
from lacplan.document.tree import Alias, Mapping, Node, Scalar, Sequence
from lacplan.document.values import Bare, Value, flow
from lacplan.merge.decision import Unsure
from lacplan.merge.kinds import NUMBERS, Kind, kind_by_shape
from lacplan.merge.same import name_of, same
from lacplan.merge.sequence import merge_order
from lacplan.merge.side import Side


class Versions(NamedTuple):
    """A value as the base, ours and theirs have it; ``None`` where one has none."""

    base: Node | None
    ours: Node | None
    theirs: Node | None


class Lines(NamedTuple):
    """A merged value as it is written in brackets, once for each side that may be chosen."""

    ours: str | None
    theirs: str | None


def value_of(node: Node, key: str = "") -> Value:
    """Return *node* as a plain value.

    Raises:
        Unsure: It holds an anchor or an alias.
    """
    if node.anchor is not None or isinstance(node, Alias):
        raise Unsure("an anchor or an alias stands where a list is written anew")
    match node:
        case Scalar():
            bare = node.style == "" and (key in NUMBERS or node.is_null)
            return Bare(node.value or "null") if bare else node.value.rstrip("\n")
        case Sequence(items=items):
            return [value_of(each) for each in items]
        case Mapping(entries=entries):
            return {name_of(name): value_of(below, name_of(name)) for name, below in entries}


def source(side: Side, node: Node, key: str = "") -> str:
    """Return *node* as it may stand in brackets: as it is written, where that is on one line."""
    text = side.text[node.start : node.end]
    if isinstance(node, Alias):
        return text
    if isinstance(node, Scalar) and node.style == "" and not fits_brackets(text):
        return flow(value_of(node, key))
    on_lines = node.style in ("|", ">") if isinstance(node, Scalar) else not node.flow
    if on_lines or "\n" in text or "\r" in text:
        return flow(value_of(node, key))
    return text


class Inline:
    """Merges values and writes them in brackets."""

    def __init__(self, ours: Side, theirs: Side) -> None:
        self.ours = ours
        self.theirs = theirs

    def merged(self, found: Versions, kind: Kind | None, key: str = "") -> Lines:
        """Return *found* as one value; two where a person must choose."""
        base, ours, theirs = found
        mine = source(self.ours, ours, key) if ours else None
        yours = source(self.theirs, theirs, key) if theirs else None
        if same(ours, theirs, key) or same(base, theirs, key):
            return Lines(mine, mine)
        if same(base, ours, key):
            return Lines(yours, yours)
        if ours is None or theirs is None:
            return Lines(mine, yours)
        return self._met(found, kind or kind_by_shape(*found), Lines(mine, yours))

    def _met(self, found: Versions, kind: Kind, otherwise: Lines) -> Lines:
        base, ours, theirs = found
        lists = Kind.WORDS, Kind.TEXTS, Kind.RECORDS
        if any(node is not None and node.anchor for node in found):
            return otherwise
        if kind in lists and isinstance(ours, Sequence) and isinstance(theirs, Sequence):
            return self._lists(base, ours, theirs, kind)
        if kind is Kind.MAP and isinstance(ours, Mapping) and isinstance(theirs, Mapping):
            return self._maps(base, ours, theirs)
        if kind is Kind.PROSE and all(isinstance(node, Scalar) for node in found):
            texts = [node.value.strip() for node in found if isinstance(node, Scalar)]
            from lacplan.merge.prose import merge_prose

            merged = merge_prose(*texts)
            if merged.is_clean:
                line = written(merged.ours, in_brackets=True)
                return Lines(line, line)
        return otherwise

    def _lists(self, base: Node | None, ours: Sequence, theirs: Sequence, kind: Kind) -> Lines:
        entries = three_lists(base, ours, theirs, kind)
        lines = {key: self.merged(each, entry_kind(kind)) for key, each in entries.items()}
        order = entry_order(entries)
        both = [
            [
                line
                for key, side in order
                if side in ("", world) and (line := getattr(lines[key], world)) is not None
            ]
            for world in ("ours", "theirs")
        ]
        return Lines(*(bracketed(self.ours, ours, each) for each in both))

    def _maps(self, base: Node | None, ours: Mapping, theirs: Mapping) -> Lines:
        was = base if isinstance(base, Mapping) else Mapping(0, None, True)
        pairs: list[tuple[str, Lines]] = []
        for name in key_order(ours, theirs):
            found = Versions(was.get(name), ours.get(name), theirs.get(name))
            pairs.append((written(name, in_brackets=True), self.merged(found, None, name)))
        both = [
            [
                f"{name}: {line}"
                for name, lines in pairs
                if (line := getattr(lines, world)) is not None
            ]
            for world in ("ours", "theirs")
        ]
        return Lines(*(bracketed(self.ours, ours, each) for each in both))


def entry_kind(kind: Kind) -> Kind:
    """Return how an entry of a list of *kind* is merged."""
    return {Kind.TEXTS: Kind.PROSE, Kind.RECORDS: Kind.MAP}.get(kind, Kind.ATOM)


def three_lists(
    base: Node | None, ours: Node | None, theirs: Node | None, kind: Kind
) -> dict[str, Versions]:
    """Return the entries of three lists, those that are one together."""
    from lacplan.merge.lists import paired

    was, one, other = (
        each.items if isinstance(each, Sequence) else [] for each in (base, ours, theirs)
    )
    found = {f"b{place}": Versions(node, None, None) for place, node in enumerate(was)}
    mine = _unlike_others(paired(was, one, kind), was, one, other)
    yours = _unlike_others(paired(was, other, kind), was, other, one)
    for place, node in enumerate(one):
        key = f"b{mine[place]}" if place in mine else f"o{place}"
        found[key] = found.get(key, Versions(None, None, None))._replace(ours=node)
    new = [place for place in range(len(one)) if place not in mine]
    fresh = [place for place in range(len(other)) if place not in yours]
    twins = paired([one[place] for place in new], [other[place] for place in fresh], kind)
    for number, place in enumerate(fresh):
        if number in twins and _is_twin(one[new[twins[number]]], other[place], kind):
            yours[place] = -1 - new[twins[number]]
    for place, node in enumerate(other):
        at = yours.get(place)
        key = f"t{place}" if at is None else f"b{at}" if at >= 0 else f"o{-1 - at}"
        found[key] = found.get(key, Versions(None, None, None))._replace(theirs=node)
    return found


def _unlike_others(
    found: dict[int, int], was: Several[Node], side: Several[Node], other: Several[Node]
) -> dict[int, int]:
    """Return those of *found* that are no new entry which the other side has put in, too."""
    from lacplan.merge.lists import says

    known = {says(node) for node in was}
    new = {told for node in other if (told := says(node)) not in known}
    return {place: old for place, old in found.items() if says(side[place]) not in new}


def entry_names(
    base: Node | None, ours: Node | None, theirs: Node | None, kind: Kind
) -> tuple[list[str], list[str], list[str]]:
    """Return what the entries of three lists are called, by their positions; one name for one."""
    names: tuple[dict[int, str], dict[int, str], dict[int, str]] = ({}, {}, {})
    for key, found in three_lists(base, ours, theirs, kind).items():
        for turn, node in enumerate(found):
            if node is not None:
                names[turn][id(node)] = key
    lists = [each.items if isinstance(each, Sequence) else [] for each in (base, ours, theirs)]
    told = [[names[turn][id(node)] for node in nodes] for turn, nodes in enumerate(lists)]
    return told[0], told[1], told[2]


def entry_rank(node: Node | None, otherwise: str) -> tuple[str, str]:
    """Return what orders two entries that were put into one place."""
    from lacplan.merge.lists import says

    text = says(node) if node else otherwise
    return text.casefold(), text


def _is_twin(one: Node, other: Node, kind: Kind) -> bool:
    """Tell whether two new entries are one: both say the same, or are two wordings of one."""
    from lacplan.diff.passage import Text
    from lacplan.merge.lists import name_in, says
    from lacplan.merge.prose import are_twins

    if says(one) == says(other):
        return True
    if kind is Kind.TEXTS and isinstance(one, Scalar) and isinstance(other, Scalar):
        return are_twins(Text(one.value).keys, Text(other.value).keys)
    return bool(name_in(one)) and name_in(one) == name_in(other)


def entry_order(entries: dict[str, Versions]) -> tuple[tuple[str, str], ...]:
    """Return the order of the merged entries, each with the side that alone has it there."""
    orders = [_in_order(entries, turn) for turn in range(3)]
    members = [key for key, each in entries.items() if is_there(each)]

    ranks = {key: entry_rank(each.ours or each.theirs, key) for key, each in entries.items()}
    return merge_order(orders[0], orders[1], orders[2], members, ranks.__getitem__).places


def _in_order(entries: dict[str, Versions], turn: int) -> list[str]:
    """Return which entries one side has, in its order."""
    there = [(node.start, key) for key, each in entries.items() if (node := each[turn])]
    return [key for _, key in sorted(there)]


def is_there(found: Versions) -> bool:
    """Tell whether an entry is in the merged list, at least if one side is chosen."""
    base, ours, theirs = found
    if ours is not None and theirs is not None:
        return True
    one = ours or theirs
    return one is not None and (base is None or not same(base, one))


def key_order(ours: Mapping, theirs: Mapping) -> list[str]:
    """Return the keys of ours, and each that only theirs has after what it follows there."""
    names = [name_of(key) for key, _ in ours.entries]
    last: str | None = None
    for key, _ in theirs.entries:
        name = name_of(key)
        if name not in names:
            names.insert(names.index(last) + 1 if last is not None else len(names), name)
        last = name
    return names


def bracketed(side: Side, node: Sequence | Mapping, entries: list[str]) -> str:
    """Return *entries* in the brackets that *node* is written in, or would be."""
    marks = "[]" if isinstance(node, Sequence) else "{}"
    space = (
        " " if node.flow and side.text[node.start + 1 : node.start + 2] == " " and entries else ""
    )
    return f"{marks[0]}{space}{', '.join(entries)}{space}{marks[1]}"
