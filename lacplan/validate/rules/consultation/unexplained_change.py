from collections.abc import Iterator

from lacplan.model.finding import Finding
from lacplan.validate.consultation import IssuesFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class UnexplainedChange(Rule):
    """What changed in the version that answers a consultation has a reason that people can look up.

    Why:
        Whoever commented will ask where a change comes from that nobody asked for.

        A reason is a change that an issue names, of this or another consultation of the plan, a
        contribution that is reflected since then, or a line under “editorial”. The version that
        answers is the last one that such a line names, else the first one after the consulted one.
        Editorial changes, such as order, numbering or punctuation, need none, nor does the plan's
        stage, which says how far all this has come. What changed after that is counted, unless
        another consultation asks about it.

    Fails:
        issues: []

    Passes:
        issues: []
        editorial: [{item: registrars, in: draft-02, note: The terms of the new policy.}]
    """

    code = "CONSULT024"
    name = "unexplained-change"
    judges = IssuesFile

    def check(self, draft: IssuesFile) -> Iterator[Finding]:
        """Yield each item with a substantive change that nothing explains."""
        answering = draft.proceedings.answering
        if answering is None or not draft.proceedings.knows_issues:
            return
        fields: dict[tuple[str | None, str | None], list[str]] = {}
        for change in draft.proceedings.unexplained():
            names = fields.setdefault((change.item, change.title), [])
            names.append(change.field or change.kind.value)
        for (item, title), names in fields.items():
            whose = quoted(f"{title} ({item})" if title else item) if item else "The plan itself"
            message = (
                f"{whose} changed ({', '.join(names)}) in {quoted(answering.label)}, and nothing "
                "says why."
            )
            hint = "Name it under the “changes” of an issue, or under “editorial” with a note."
            yield self.finding(draft.span("editorial"), message, hint)
        yield from self._since(draft, answering.label)

    def _since(self, draft: IssuesFile, answering: str) -> Iterator[Finding]:
        """Yield how many changes without a reason came after the version that answers."""
        since = len(draft.proceedings.unexplained_since)
        if since:
            newest = draft.proceedings.later[-1].label
            told = f"{since:,} changes" if since > 1 else "1 change"
            message = f"{told} from {quoted(answering)} to {quoted(newest)}, and nothing says why."
            hint = (
                "Name them under the “changes” of an issue or under “editorial”, or consult on one "
                "of these versions."
            )
            yield self.finding(draft.span("editorial"), message, hint)
