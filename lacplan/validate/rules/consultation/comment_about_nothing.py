from collections.abc import Iterator

from lacplan.model.finding import Finding, Severity
from lacplan.validate.consultation import CommentsFile, is_field
from lacplan.validate.guess import Guesser
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule


class CommentAboutNothing(Rule):
    """A comment is about an item that the consulted version has, and a field that items can have.

    Why:
        Nobody finds again what is filed under nothing.

        What an author wrote for the item, and could not be resolved, stands under “given” and is no
        fault of this kind (CONSULT011).

    Fails:
        {"id": "s1.1", "text": "Registrars are few.", "target": {"item": "registrar"}}

    Passes:
        {"id": "s1.1", "text": "Registrars are few.", "target": {"item": "registrars"}}
    """

    code = "CONSULT010"
    name = "comment-about-nothing"
    severity = Severity.ERROR
    judges = CommentsFile

    def check(self, draft: CommentsFile) -> Iterator[Finding]:
        """Yield each target that the consulted version does not have."""
        asked = draft.proceedings.asked
        if asked is None:
            return
        ids = asked.ids()
        guesser = Guesser(sorted(ids))
        for line, comment in draft.comments:
            item, field = comment.target.item, comment.target.field
            if item is not None and item not in ids:
                message = (
                    f"{quoted(comment.id)} is about {quoted(item)}, which was not consulted on."
                )
                amend = draft.proceedings.command("amend", comment.id, "--item", "ITEM")
                hint = guesser.hint(item, f"Say which is meant: {amend}")
                yield self.finding(draft.line_span(line.number, item), message, hint)
            if field is not None and not is_field(field):
                message = (
                    f"{quoted(comment.id)} is about the field {quoted(field)}, which none has."
                )
                hint = "“lacplan fields item” lists them."
                yield self.finding(draft.line_span(line.number, field), message, hint)
