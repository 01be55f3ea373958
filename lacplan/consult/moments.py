"""Moments as people give them on a command line: a day, or a day and a time."""

import re
from datetime import datetime, time

from lacplan.errors import LacplanError
from lacplan.model.consultation import CONSULTATION_FILE, Consultation
from lacplan.model.date import PartialDate

_LAST = time(23, 59, 59)


def moment(said: str, now: datetime, *, ends: bool = False) -> str:
    """Return the moment that *said* names, RFC 3339.

    Args:
        said: RFC 3339, or a day with or without a time; what it does not say of the offset is
            *now*'s.
        now: The present, with its offset.
        ends: Whether a day alone means its last second, not its first.

    Raises:
        LacplanError: It names none.
    """
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", said):
            day = PartialDate.parse(said).first
            found = datetime.combine(day, _LAST if ends else time(0))
        else:
            found = datetime.fromisoformat(said)
    except ValueError:
        raise LacplanError(
            f"“{said}” is no moment.",
            hint="Write a day, 2027-04-11, or a time with its offset, 2027-04-11T23:59:00-03:00.",
        ) from None
    return (found if found.tzinfo else found.replace(tzinfo=now.tzinfo)).isoformat()


def opening(consultation: Consultation) -> datetime:
    """Return when *consultation* opens.

    Raises:
        LacplanError: What its file says is no moment with an offset.
    """
    return _recorded(consultation.opens, "“opens”")


def closing(consultation: Consultation) -> datetime:
    """Return when *consultation* closes, the last extension counted.

    Raises:
        LacplanError: What its file says is no moment with an offset.
    """
    where = "the last extension" if consultation.extensions else "“closes”"
    return _recorded(consultation.end, where)


def _recorded(said: str, where: str) -> datetime:
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        example = "a time with its offset, such as 2027-04-11T23:59:59-03:00"
        hint = f"Mend {where} in {CONSULTATION_FILE}: {example}."
        raise LacplanError(f"“{said}” is no moment.", hint=hint)
    return found
