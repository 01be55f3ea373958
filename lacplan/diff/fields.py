"""The fields of two states of one thing, compared one by one."""

from collections.abc import Callable, Iterator
from typing import Any

from lacplan.diff.change import Change, Class, Kind, Run, Weight
from lacplan.model.encode import Json, encode_value
from lacplan.model.types import Field, ListOf, Record, Text

_WHY = {
    "start": "a date changed",
    "end": "a date changed",
    "due": "a date changed",
    "period": "a date changed",
    "budget": "money changed",
    "status": "the status changed",
    "stage": "the stage changed",
    "lead": "the lead changed",
    "target": "a target changed",
    "baseline": "a baseline changed",
    "unit": "a unit changed",
    "measurements": "a measurement changed",
    "countries": "countries changed",
    "partners": "partners changed",
    "stakeholders": "stakeholders changed",
    "aligns": "an alignment changed",
    "replaces": "the lineage changed",
    "levels": "the plan's levels changed",
    "frameworks": "a framework changed",
    "organization": "the organization changed",
    "language": "the language changed",
    "name": "the plan's name changed",
    "format": "the format changed",
}
"""Why a change of a field matters, where the field alone says it."""

_EDITORIAL = {"tags": "tags", "notes": "notes"}
"""The fields whose changes are editorial whatever they say."""

Weigh = Callable[[Any, Any], Weight]


def field_changes(record: Record, old: Any, new: Any, *, skip: frozenset[str]) -> Iterator[Change]:
    """Yield a change for each field of *record* in which *old* and *new* differ.

    Only kind, weight, field, values and words are filled in.
    """
    for field in record.fields:
        before, after = getattr(old, field.key), getattr(new, field.key)
        if before != after and field.key not in skip:
            yield _field_change(field, before, after)
    if record.extra and old.extra != new.extra:
        for key in (*old.extra, *(key for key in new.extra if key not in old.extra)):
            before, after = old.extra.get(key), new.extra.get(key)
            if before != after:
                weight = Weight(Class.SUBSTANTIVE, "a field of your own changed")
                yield Change(kind=Kind.EDITED, weight=weight, field=key, old=before, new=after)


def _field_change(field: Field, before: Any, after: Any) -> Change:
    return Change(
        kind=Kind.EDITED,
        weight=_weight(field, before, after),
        field=field.key,
        old=_encoded(field, before),
        new=_encoded(field, after),
        words=_words(field, before, after),
    )


def _encoded(field: Field, value: Any) -> Json:
    return None if value is None or value == () else encode_value(field.type, value)


def _weight(field: Field, before: Any, after: Any) -> Weight:
    from lacplan.diff.weigh import weigh_list, weigh_text

    if field.key in _EDITORIAL:
        return Weight(Class.EDITORIAL, _EDITORIAL[field.key])
    weight = Weight(Class.SUBSTANTIVE, "it changed")
    match field.type:
        case Text(form=None):
            weight = weigh_text(before, after)
        case ListOf(of=Text(form=None)):
            weight = weigh_list(before, after)
        case ListOf() if sorted(map(repr, before)) == sorted(map(repr, after)):
            return Weight(Class.EDITORIAL, "order")
        case _:
            pass
    if weight.cls is Class.SUBSTANTIVE and field.key in _WHY:
        return Weight(Class.SUBSTANTIVE, _WHY[field.key])
    return weight


def _words(field: Field, before: Any, after: Any) -> tuple[Run, ...]:
    from lacplan.diff.words import words

    match field.type:
        case Text(form=None) if before and after:
            return words(before, after)
        case _:
            return ()
