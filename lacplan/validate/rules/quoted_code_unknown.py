import re
from collections.abc import Iterable, Iterator

from lacplan.model.finding import Finding
from lacplan.model.quoted_code import announcing, quoted_codes
from lacplan.validate.draft import Draft
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule

_MOST_NAMED = 12
"""Of the codes that a hint offers."""


class QuotedCodeUnknown(Rule):
    """A code that the text refers to is borne by an item of the plan.

    Why:
        When objectives are numbered again, the references to them are what everybody forgets.

        Recognised are dotted codes after a word that announces one: “see 4.3”, “véase 4.3”,
        “objectives 4.3 and 4.5”, or the plan's own label of a level. Numbers with a unit and codes
        “of” something else are not meant, and a plan that uses no codes is not judged.

    Fails:
        areas:
          - id: economic
            code: "4"
            title: Economic issues
            description: Registrars of the region are the subject of objective 4.3.
            objectives:
              - id: registrars
                code: "4.2"
                title: Accreditation of registrars

    Passes:
        areas:
          - id: economic
            code: "4"
            title: Economic issues
            description: Registrars of the region are the subject of objective 4.2.
            objectives:
              - id: registrars
                code: "4.2"
                title: Accreditation of registrars
    """

    code = "CODE005"
    name = "quoted-code-unknown"

    def check(self, draft: Draft) -> Iterator[Finding]:
        """Yield each code that prose quotes and no item bears."""
        codes = {seen.item.code for seen in draft.items if seen.item.code}
        if not codes or draft.plan is None:
            return
        below = _below(codes)
        words = announcing(draft.plan.levels)
        for passage in draft.passages:
            if passage.is_prose:
                where = None
                for match in quoted_codes(passage.text, words):
                    if match.group() not in codes:
                        message = f"{quoted(match.group())} in {passage} is the code of no item."
                        where = where or draft.words(passage)
                        yield self.finding(where(*match.span()), message, _hint(match, below))


def _below(codes: Iterable[str]) -> dict[str, list[str]]:
    """Return the codes right under each code."""
    below: dict[str, list[str]] = {}
    for code in codes:
        below.setdefault(code.rpartition(".")[0], []).append(code)
    return below


def _hint(match: re.Match[str], below: dict[str, list[str]]) -> str:
    """Return a hint that names the codes beside the one that is quoted, where they are few."""
    parent = match.group().rpartition(".")[0]
    beside = sorted(below.get(parent, ()), key=lambda code: (len(code), code))
    if not beside or len(beside) > _MOST_NAMED:
        return "Quote the code that the item has now."
    return f"Quote the code that the item has now; under {parent} there are: {', '.join(beside)}."
