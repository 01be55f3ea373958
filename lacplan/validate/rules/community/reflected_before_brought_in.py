from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.community import ContributionsFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class ReflectedBeforeBroughtIn(Rule):
    """No version reflects what was brought in after it was published.

    Why:
        The item was in the plan already, or one of the two dates is wrong.

    Fails:
        contributions:
          - id: c-01
            kind: concern
            by: m-01
            date: 2013-05
            text: Registrars are few.
            reflected-in: [{item: registrars, since: draft-01}]  # of 26 March 2013

    Passes:
        contributions:
          - id: c-01
            kind: concern
            by: m-01
            date: 2013-02
            text: Registrars are few.
            reflected-in: [{item: registrars, since: draft-01}]  # of 26 March 2013
    """

    code = "CONTRIB007"
    name = "reflected-before-brought-in"
    judges = ContributionsFile

    def check(self, draft: ContributionsFile) -> Iterator[Finding]:
        """Yield each place in a version older than the contribution."""
        for seen in draft.contributions:
            date = seen.thing.date
            for each in draft.reflections(seen) if date else ():
                version = draft.version(each.thing.since)
                if date and version and date.first > version.published:
                    message = (
                        f"It was brought in on {date}, and {quoted(version.label)} was published "
                        f"on {version.published}."
                    )
                    hint = "Name a later version, or correct the date."
                    yield self.finding(each.span("since"), message, hint)
