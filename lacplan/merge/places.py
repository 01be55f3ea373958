"""Who is there, and where: what each side did to the tree, and what can't be joined of it."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from lacplan.merge.decision import Unsure
from lacplan.merge.side import Place, Side, Thing

Touched = Callable[[str, Side], bool]
"""Whether a side changed an item's own fields, place and lists aside."""


class Where(NamedTuple):
    """Where something is once every conflict is decided for one side; ``None`` where it is gone."""

    ours: Place | None
    theirs: Place | None

    @property
    def is_clean(self) -> bool:
        """Whether it is the same whatever is decided."""
        return self.ours == self.theirs


class Places:
    """Where everything is in the merged plan.

    Args:
        base: The base; ``None`` where both sides began from nothing.
        ours: Ours, its things called by the base's keys.
        theirs: Theirs, likewise.
        touched: Tells whether a side changed the own fields of an item.
        contested: The keys whose being there is a conflict if the sides differ, and why.
    """

    def __init__(
        self,
        base: Side | None,
        ours: Side,
        theirs: Side,
        *,
        touched: Touched,
        contested: Mapping[str, str],
    ) -> None:
        self.base = base.things if base else {}
        self.ours, self.theirs = ours.things, theirs.things
        self.touched = touched
        self.contested = contested
        self.where: dict[str, Where] = {}
        self.why: dict[str, str] = {}
        """Why there is a conflict about something's being there or its place."""
        self._find(ours, theirs)

    def _find(self, ours: Side, theirs: Side) -> None:
        for key in dict.fromkeys((*self.base, *self.ours, *self.theirs)):
            self.where[key] = self._where(key)
        for key, why in self.contested.items():
            if key not in self.base and (key in self.ours) != (key in self.theirs):
                self._set(key, None, mine=key in self.theirs)
                self.why[key] = why
        self._contest(ours, self.theirs, mine=True)
        self._contest(theirs, self.ours, mine=False)
        self._untie()
        self._settle()

    def _where(self, key: str) -> Where:
        was, one, other = self.base.get(key), self.ours.get(key), self.theirs.get(key)
        if one is None or other is None:
            found = one or other
            place = None if was is not None or found is None else found.place
            return Where(place, place)
        if one.place == other.place:
            return Where(one.place, one.place)
        if was is not None and one.place == was.place:
            return Where(other.place, other.place)
        if was is not None and other.place == was.place:
            return Where(one.place, one.place)
        self.why[key] = "both moved it" if was else "both added it, each in another place"
        return Where(one.place, other.place)

    def _contest(self, side: Side, others: dict[str, Thing], *, mine: bool) -> None:
        """Find what the other side deleted and *side* still wants."""
        gone = {key for key in side.things if key in self.base and key not in others}
        if not gone:
            return
        below: dict[str, list[str]] = {}
        for key, thing in side.things.items():
            if thing.holder is not None:
                below.setdefault(thing.holder.key, []).append(key)
        wanted: dict[str, str] = {}
        for key in reversed(side.things):  # in the order of the text: what lies under comes first
            if key in gone:
                why = self._wants(key, side, gone, below.get(key, ()), wanted)
                if why:
                    wanted[key] = why
        for key, thing in side.things.items():
            self._keep(key, thing, gone, wanted, mine=mine)

    def _wants(
        self, key: str, side: Side, gone: set[str], below: Iterable[str], wanted: dict[str, str]
    ) -> str:
        thing, was = side.things[key], self.base[key]
        title = f"“{key}”"
        if key in self.contested:
            return self.contested[key]
        if thing.place != was.place:
            return f"{side.name} moved it"
        if self.touched(key, side):
            return f"{side.name} edited it"
        for each in below:
            if each in gone:
                if each in wanted:
                    return (
                        f"below it, {wanted[each].replace(' it', f' “{each}”', 1)}"
                        if not wanted[each].startswith("below")
                        else wanted[each]
                    )
            elif each not in self.base:
                return f"{side.name} added “{each}” below it"
            else:
                return f"{side.name} moved “{each}” below {title}"
        return ""

    def _keep(
        self, key: str, thing: Thing, gone: set[str], wanted: dict[str, str], *, mine: bool
    ) -> None:
        """Note what is wanted as being there if *side* is chosen, with all that lies under it."""
        if key in wanted:
            self.why.setdefault(key, wanted[key])
        holder = thing.holder.key if thing.holder else None
        is_below = holder in gone and self._at(holder, mine=mine) is not None
        if key in gone:
            if key in wanted or is_below:
                self._set(key, thing.place, mine=mine)
        elif is_below:
            other = (self.theirs if mine else self.ours).get(key)
            if other is None:
                self._set(key, thing.place, mine=mine)
                self._set(key, None, mine=not mine)
            else:
                self._set(key, thing.place, mine=mine)
                self._set(key, other.place, mine=not mine)
                self.why.setdefault(key, "it was moved into something that was deleted")

    def _at(self, key: str | None, *, mine: bool) -> Place | None:
        where = self.where[key] if key is not None else None
        return None if where is None else where.ours if mine else where.theirs

    def _set(self, key: str, place: Place | None, *, mine: bool) -> None:
        where = self.where[key]
        self.where[key] = where._replace(ours=place) if mine else where._replace(theirs=place)

    def _untie(self) -> None:
        """Make a conflict of every circle of moves."""
        for mine in (True, False):
            for key in list(self.where):
                for each in self._circle(key, mine=mine):
                    one, other = self.ours.get(each), self.theirs.get(each)
                    if one is not None and other is not None and one.place != other.place:
                        self.where[each] = Where(one.place, other.place)
                        self.why[each] = "the moves of both sides make a circle"

    def _circle(self, key: str, *, mine: bool) -> list[str]:
        """Return what lies in a circle with *key*, if that does."""
        way: list[str] = []
        at: str | None = key
        while at is not None and at not in way:
            way.append(at)
            place = self._at(at, mine=mine)
            at = place[0] if place else None
        return way if at == key else []

    def _settle(self) -> None:
        """Take what is only there if one side is chosen out of what is there if the other is.

        Raises:
            Unsure: Something would be nowhere.
        """
        for mine in (True, False):
            standing: dict[str | None, bool] = {None: True}
            for key in list(self.where):
                self._settle_one(key, standing, mine=mine)

    def _settle_one(self, key: str, standing: dict[str | None, bool], *, mine: bool) -> None:
        place = self._at(key, mine=mine)
        if place is None or self._stands(place[0], standing, mine=mine):
            return
        standing.clear()
        standing[None] = True
        if key in self.ours and key in self.theirs:
            own = (self.ours if mine else self.theirs)[key].place
            if own == place or not self._stands(own[0], standing, mine=mine):
                raise Unsure(f"“{key}” would be nowhere")
            self._set(key, own, mine=mine)
            self.why.setdefault(key, "it was moved into something that is in conflict")
            return
        if key not in self.base and self._at(key, mine=not mine) is None:
            raise Unsure(f"“{key}” would be nowhere")
        self._set(key, None, mine=mine)

    def _stands(self, key: str | None, standing: dict[str | None, bool], *, mine: bool) -> bool:
        """Tell whether *key* is there, and all that it lies under."""
        found = standing.get(key)
        if found is None:
            place = self._at(key, mine=mine)
            standing[key] = False  # what lies in a circle stands nowhere
            found = place is not None and self._stands(place[0], standing, mine=mine)
            standing[key] = found
        return found
