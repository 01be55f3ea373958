from collections.abc import Iterator

from lacplan.model.comment import Target
from lacplan.model.finding import Finding
from lacplan.model.plan import Plan
from lacplan.validate.consultation import CommentsFile
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule
from lacplan.validate.texts import Texts


class QuoteNotFound(Rule):
    """The words that a comment quotes stand in what it is about.

    Why:
        A quote is evidence of what its author read. It is found exactly, white space aside, or it
        is an orphan; which words were meant is never guessed.

        It is looked for in the field that the comment names, else in all texts of the item; in
        those of the plan itself where it names no item.

    Fails:
        {"id": "s1.1", "text": "Why?", "target": {"item": "registrars", "quote": "hundreds of"}}

    Passes:
        {"id": "s1.1", "text": "Why?", "target": {"item": "registrars", "quote": "Few"}}
    """

    code = "CONSULT012"
    name = "quote-not-found"
    judges = CommentsFile

    def check(self, draft: CommentsFile) -> Iterator[Finding]:
        """Yield each quote that does not stand in its target."""
        asked = draft.proceedings.asked
        if asked is None:
            return
        texts = Texts(asked)
        for line, comment in draft.comments:
            quote, target = comment.target.quote, comment.target
            if quote and not _elsewhere(target, asked) and not texts.hold(quote, target):
                where = quoted(target.item) if target.item else "the plan itself"
                message = f"{quoted(quote)} is quoted, and does not stand in {where}: an orphan."
                hint = (
                    "It may quote another item, another field or another language; ask its author."
                )
                yield self.finding(draft.line_span(line.number, quote), message, hint)


def _elsewhere(target: Target, asked: Plan) -> bool:
    """Tell whether the words that were read are not the plan's own, but a translation's."""
    language = (target.language or asked.language).partition("-")[0].lower()
    return language != asked.language.partition("-")[0].lower()
