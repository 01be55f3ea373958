"""A claimed change, and what the diff says of it, for programs."""

from typing import Any

from lacplan.diff.answers import Proof
from lacplan.render.changes.as_json import keys_of


def proof_json(proof: Proof) -> dict[str, Any]:
    """Return *proof* as an object; its changes are those of ``lacplan diff --format json``."""
    return {
        "issue": proof.issue.id if proof.issue else None,
        "disposition": proof.issue.disposition if proof.issue else None,
        "item": proof.claim.item,
        "field": proof.claim.field,
        "in": proof.claim.in_,
        "note": proof.claim.note,
        "shown": bool(proof.changes),
        "undone": proof.undone,
        "changes": [dict(keys_of(each)) for each in proof.changes],
    }
