"""Small plans for property tests, over pools so small that equal ids and texts really meet."""

from typing import Any

from hypothesis import strategies as st

from lacplan.model.fields import DEFAULT_LEVELS
from lacplan.model.plan import Indicator, Item, Plan

IDS = tuple("abcdefghijkl")

words = st.sampled_from(
    ["shall", "train", "registrars", "the", "region", "3", "2.5 %", "not", "año", "ano", "Mesa"]
)
texts = st.lists(words, min_size=1, max_size=6).map(" ".join)
prose = st.lists(texts.map(lambda text: f"{text}."), min_size=1, max_size=3).map(" ".join)
codes = st.sampled_from(["1", "2", "1.1", "1.2", "1.10", "2.1", "a"])


@st.composite
def plans(draw: st.DrawFn, *, replaces: bool = False) -> Plan:
    """Return a plan whose ids are unique, with up to 12 items and indicators."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=len(IDS)))

    def items(level: int) -> tuple[Item, ...]:
        count = draw(st.integers(0, 3)) if level < len(DEFAULT_LEVELS) else 0
        # What lies under an item takes ids too, so they may run out on the way.
        return tuple(item(ids.pop(), level) for _ in range(count) if ids)

    def item(id: str, level: int) -> Item:
        fields: dict[str, Any] = {
            "title": draw(texts),
            "code": draw(st.none() | codes),
            "description": draw(st.none() | prose),
            "opportunities": tuple(draw(st.lists(texts, max_size=2))),
            "tags": tuple(draw(st.lists(words.map(str.strip), max_size=2))),
            "status": draw(st.none() | st.sampled_from(["planned", "done"])),
        }
        if replaces:
            others = st.sampled_from([each for each in IDS if each != id])
            fields["replaces"] = tuple(draw(st.lists(others, max_size=2, unique=True)))
        indicators = []
        if ids and draw(st.booleans()):
            indicators.append(Indicator(id=ids.pop(), title=draw(texts), unit=draw(texts)))
        below = items(level + 1)
        return Item(id=id, level=level, indicators=tuple(indicators), items=below, **fields)

    return Plan(
        format=1,
        name="plan",
        title=draw(texts),
        language="es",
        summary=draw(st.none() | prose),
        levels=DEFAULT_LEVELS,
        items=items(0),
    )
