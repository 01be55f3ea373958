from collections.abc import Iterator

from lacplan.errors import nearest
from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import LinksFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class LinkToNothing(Rule):
    """A link leads from a comment that is there, and was not split, to an issue that is there.

    Why:
        A comment whose link leads nowhere has no answer.

    Fails:
        comment,issue,disposition,note
        s1.1,registrars-few,,

    Passes:
        comment,issue,disposition,note
        s1.1,few-registrars,,
    """

    code = "CONSULT028"
    name = "link-to-nothing"
    severity = Severity.ERROR
    judges = LinksFile

    def check(self, draft: LinksFile) -> Iterator[Finding]:
        """Yield each end of a link that is not there."""
        proceedings = draft.proceedings
        ledger = proceedings.ledger
        for line in draft.lines:
            link = line.link
            if link is None:
                continue
            if link.comment not in ledger.by_id and not proceedings.has_damage:
                message = f"There is no comment {quoted(link.comment)}."
                hint = "Correct it; “lacplan consult export” lists the comments."
                yield self.finding(draft.line_span(line.number, link.comment), message, hint)
            elif link.comment in ledger.split:
                message = f"{quoted(link.comment)} was split, so it counts no more."
                yield self.finding(
                    draft.line_span(line.number, link.comment), message, "Link its parts instead."
                )
            if link.issue not in ledger.issue_by_id and proceedings.knows_issues:
                message = f"There is no issue {quoted(link.issue)}."
                guess = nearest(link.issue, ledger.issue_by_id)
                words = (link.comment, link.issue, "--title", "TEXT")
                begin = proceedings.command("link", *words)
                hint = f"Did you mean “{guess}”?" if guess else f"Begin it: {begin}"
                yield self.finding(draft.line_span(line.number, link.issue), message, hint)
