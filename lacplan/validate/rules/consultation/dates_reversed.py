from collections.abc import Iterator
from datetime import datetime

from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import ConsultationFile
from lacplan.validate.rule import Rule


class DatesReversed(Rule):
    """A consultation opens, then closes, then closes later if it is extended, then is reported on.

    Why:
        What came in time is told by these dates; where they are reversed, everything is late.

    Fails:
        opens: 2027-04-30T00:00:00-03:00
        closes: 2027-04-01T23:59:59-03:00

    Passes:
        opens: 2027-04-01T00:00:00-03:00
        closes: 2027-04-30T23:59:59-03:00
    """

    code = "CONSULT001"
    name = "dates-reversed"
    severity = Severity.ERROR
    judges = ConsultationFile

    def check(self, draft: ConsultationFile) -> Iterator[Finding]:
        """Yield each date that lies before the one it should follow."""
        asked = draft.consultation
        last, name = _moment(asked.opens), "it opens"
        moments = [
            ("closes", asked.closes),
            *(("extensions", each.until) for each in asked.extensions),
        ]
        for key, said in moments:
            moment = _moment(said)
            if last and moment and moment <= last:
                message = f"It closes ({said}) before {name} ({last.isoformat()})."
                yield self.finding(draft.span(key), message, "Correct one of the two dates.")
            last, name = moment or last, "it closed otherwise"
        if asked.report_due and last and asked.report_due.last < last.date():
            message = f"The report is due ({asked.report_due}) before the consultation closes."
            yield self.finding(draft.span("report-due"), message, "Correct one of the two dates.")


def _moment(said: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return None
    return found if found.tzinfo else None
