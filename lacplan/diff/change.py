"""What a diff tells: changes, as values.

Named tuples, since they cost a fifth of a dataclass at every start and are made by the thousand.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from lacplan.model.encode import Json


class Kind(StrEnum):
    """What happened to an item, or to one of its fields.

    Source: Akoma Ntoso 1.0, ``TextualMods``, knows the same modifications of a legal text.
    """

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    """To another parent."""

    REORDERED = "reordered"
    """Among its siblings."""

    RENUMBERED = "renumbered"
    """Its code."""

    RENAMED = "renamed"
    """Its id: another id, the same item."""

    SPLIT = "split"
    MERGED = "merged"
    EDITED = "edited"
    """Any other field."""


class Class(StrEnum):
    """Whether a change can alter what anybody has to do."""

    EDITORIAL = "editorial"
    SUBSTANTIVE = "substantive"


class Matched(StrEnum):
    """How the two states of an item were found to be the same item's."""

    ID = "id"
    REPLACES = "replaces"
    LIKENESS = "likeness"


class Mark(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    DELETED = "deleted"
    ADDED = "added"


class Run(NamedTuple):
    """Words that stand together and share one fate, white space and punctuation included."""

    mark: Mark
    text: str


_LAYOUT = frozenset({"white space", "encoding", "white space and encoding", "nothing changed"})
"""Why an edit of text changes nothing that anybody reads."""


class Weight(NamedTuple):
    """How much a change weighs, and why, in a few words."""

    cls: Class
    why: str

    @property
    def is_layout(self) -> bool:
        """Whether the text reads as before: nothing but white space or its encoding changed."""
        return self.cls is Class.EDITORIAL and self.why in _LAYOUT


class Change(NamedTuple):
    """One change between an old draft and a new one."""

    kind: Kind
    weight: Weight
    item: str | None = None
    """The id of the item or indicator, the new one if it has two; ``None`` for the plan itself."""

    code: str | None = None
    """Its code in the new draft, or in the old one where it is gone."""

    title: str | None = None
    """Its title there."""

    area: str | None = None
    """The id of the outermost item that it lies under, there."""

    field: str | None = None
    old: Json = None
    """What stood there. Of a moved item its parent's id; of a reordered one the id of the sibling
    before it; of a removed one all its own fields; of a split one its id; of a merged one the ids
    that are carried on, its own among them if it stays."""

    new: Json = None
    """What stands there now, likewise; of a split one the ids that carry it on (a hundred at the
    most), its own among them if it stays; of a merged one its id."""

    content: Json = None
    """Of a split or merged item, all its own fields in the new draft; with the first such change
    only, where it has several."""

    after: str | None = None
    """Of an added or moved item, the id of the sibling before it; ``None`` where it comes first."""

    parent: str | None = None
    """Of an added or removed item, the id of its parent; ``None`` at the top."""

    matched: Matched | None = None
    """``None`` where only one draft has the item."""

    run: str | None = None
    """Of a renumbered item: the same for all that shifted alike."""

    words: tuple[Run, ...] = ()
    """Of edited text: what was kept, deleted and added. Of a split or merged item that is new, its
    description, with what it carries over kept; and, deleted, what nobody carries on."""

    fingerprint: str = ""
    """12 hexadecimal digits over kind, item, field, and the white-space-normalised values, without
    the code of an item that is new or gone."""

    lost: Json = None
    """Of a split or merged item: by the id of each old item that is gone, and by field, what no
    item says that carries it on; told with the first of these. Descriptions stand in *words*."""


class Diff(NamedTuple):
    """All changes between two drafts, in the order of the new one; the plan's own come first."""

    changes: tuple[Change, ...]
    areas: Mapping[str | None, str] = MappingProxyType({})
    """The heading of each area that a change names, by its id: its code and title."""
