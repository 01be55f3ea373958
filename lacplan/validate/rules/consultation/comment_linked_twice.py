from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.model.issues import LinkLine
from lacplan.validate.consultation import LinksFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class CommentLinkedTwice(Rule):
    """A comment belongs to one issue.

    Why:
        It gets one answer and is counted once. What speaks of several things is split first, with
        “lacplan consult split”.

    Fails:
        comment,issue,disposition,note
        s1.1,few-registrars,,
        s1.1,few-registrars,noted,

    Passes:
        comment,issue,disposition,note
        s1.1,few-registrars,,
    """

    code = "CONSULT029"
    name = "comment-linked-twice"
    severity = Severity.ERROR
    judges = LinksFile

    def check(self, draft: LinksFile) -> Iterator[Finding]:
        """Yield each link of a comment but the first."""
        first: dict[str, LinkLine] = {}
        for line in draft.lines:
            if line.link and first.setdefault(line.link.comment, line) is not line:
                other = first[line.link.comment]
                issue = other.link.issue if other.link else ""
                message = f"{quoted(line.link.comment)} belongs to {quoted(issue)} already."
                hint = "Keep one of the two lines, or split the comment."
                related = ((draft.line_span(other.number), "first here"),)
                at = draft.line_span(line.number)
                yield self.finding(at, message, hint, related=related)
