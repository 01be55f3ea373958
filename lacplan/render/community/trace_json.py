"""The trace as JSON: the shape that ``lacplan trace --format json`` promises."""

from collections.abc import Sequence
from json import dumps

from lacplan.consult.trace import Orphan, Place, Trace, Traced
from lacplan.model.contribution import CONTRIBUTION
from lacplan.model.encode import Json, encode_record


def render(trace: Trace, chosen: Sequence[Traced], *, ref: str, orphans: bool = False) -> str:
    """Return *chosen* contributions of *trace* as JSON, ending in a newline.

    Args:
        trace: All of it.
        chosen: The contributions that are wanted.
        ref: The draft reference of the plan.
        orphans: Whether only orphans are wanted; these are always told.
    """
    told: dict[str, Json] = {
        "version": 1,
        "plan": {"ref": ref, "title": trace.plan.title},
        "states": [state.label for state in trace.states],
        "contributions": [] if orphans else [_traced(each) for each in chosen],
        "orphans": {
            "items": [_orphan(each) for each in trace.orphans],
            "contributions": [each.contribution.id for each in trace.nowhere],
        },
        "summary": {
            "contributions": len(trace.contributions),
            "found": len(trace.contributions) - len(trace.nowhere),
        },
    }
    return dumps(told, ensure_ascii=False, indent=2) + "\n"


def _traced(traced: Traced) -> Json:
    encoded = encode_record(CONTRIBUTION, traced.contribution)
    encoded["outcome"] = traced.contribution.outcome
    encoded["reflected-in"] = [_place(place) for place in traced.places]
    encoded["found"] = traced.stands
    return encoded


def _place(place: Place) -> Json:
    return {
        "item": place.item,
        "code": place.code,
        "title": place.title,
        "since": place.since,
        "how": place.how,
        "note": place.note,
        "standing": str(place.standing),
        "present": [*place.present],
        "removed_in": place.removed_in,
        "carried_on_by": [*place.heirs],
        "claim": str(place.claim),
    }


def _orphan(orphan: Orphan) -> Json:
    item = orphan.item
    return {"id": item.id, "code": item.code, "title": item.title, "under": orphan.under}
