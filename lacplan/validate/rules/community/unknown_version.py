from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.community import ContributionsFile
from lacplan.validate.guess import Guesser
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class UnknownVersion(Rule):
    """A contribution is reflected since a version that was published.

    Why:
        “Since draft-01” can be checked by anybody, as long as there is a draft-01.

        Where there is no git repository, no version can be looked up and none is unknown; in a
        clone that may lack tags (a shallow one, or one without any) what to fetch is told instead.
        What only the working draft has is written without “since”.

    Fails:
        contributions:
          - id: c-01
            kind: concern
            by: m-01
            text: Registrars are few.
            reflected-in: [{item: registrars, since: draft-1}]

    Passes:
        contributions:
          - id: c-01
            kind: concern
            by: m-01
            text: Registrars are few.
            reflected-in: [{item: registrars, since: draft-01}]
    """

    code = "CONTRIB004"
    name = "unknown-version"
    severity = Severity.ERROR
    judges = ContributionsFile

    def check(self, draft: ContributionsFile) -> Iterator[Finding]:
        """Yield each version that was not published."""
        places = [each for seen in draft.contributions for each in draft.reflections(seen)]
        if not any(each.thing.since for each in places) or draft.versions is None:
            return
        if draft.lacks:
            return
        labels = [version.label for version in draft.versions]
        guesser = Guesser(labels)
        there_are = f"There are: {', '.join(labels)}." if labels else "None has been published."
        for each in places:
            since = each.thing.since
            if since and since not in labels:
                message = f"The plan has no version {quoted(since)}."
                hint = guesser.hint(since, f"{there_are} Fetch the tags, or leave “since” out.")
                yield self.finding(each.span("since"), message, hint)
