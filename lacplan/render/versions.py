"""Versions as JSON: the shapes that ``lacplan version list`` and ``verify`` promise."""

from collections.abc import Iterable, Sequence
from json import dumps

from lacplan.diff.change import Class, Kind
from lacplan.history.chain import Verdict
from lacplan.history.listing import Listing
from lacplan.model.encode import Json


def list_json(listings: Iterable[Listing]) -> str:
    """Return *listings* as JSON, ending in a newline."""
    return _written({"version": 1, "versions": [*map(_listing, listings)]})


def verify_json(verdicts: Sequence[Verdict]) -> str:
    """Return *verdicts* as JSON, ending in a newline."""
    failing = sum(1 for each in verdicts if each.faults)
    return _written(
        {
            "version": 1,
            "versions": [*map(_verdict, verdicts)],
            "summary": {"versions": len(verdicts), "failing": failing},
        }
    )


def _listing(each: Listing) -> Json:
    counts: dict[str, Json] | None = None
    if each.counts is not None:
        counts = {name.value: each.counts.get(name.value, 0) for name in (*Kind, *Class)}
    return {
        "plan": each.plan,
        "label": each.label,
        "date": each.when.isoformat(),
        "by": {"name": each.by, "email": each.email},
        "items": each.items,
        "previous": each.previous,
        "changes": counts,
        "signed": each.signed,
        "digest": each.digest,
        "tag": each.tag,
        "commit": each.commit,
    }


def _verdict(each: Verdict) -> Json:
    return {
        "plan": each.plan,
        "label": each.label,
        "tag": each.tag,
        "holds": not each.faults,
        "signature": each.signature.value,
        "faults": [
            {"name": fault.name, "message": fault.message, "hint": fault.hint}
            for fault in each.faults
        ],
    }


def _written(value: Json) -> str:
    return dumps(value, indent=2) + "\n"  # in ASCII: nothing in it steers a terminal
