import re
from collections.abc import Iterable, Iterator

from lacplan.model.finding import Finding
from lacplan.validate.draft import Draft
from lacplan.validate.quoted import quoted
from lacplan.validate.rule import Rule

_CODE = re.compile(
    r"(?<![\w.])"  # 2.1 in v2.1 or in 1.2.1 is no code of its own
    r"(?:[A-Z]|[0-9]{1,3})(?:\.[1-9][0-9]{0,2}[a-z]?){1,7}"  # no years, and neither 1.0 nor 2.05
    r"(?!\.?\w)"
)
_DOTTED = re.compile(r"\.[1-9]")
"""What every code that is looked for holds, and most texts don't: much faster to find."""

_AND = re.compile(r"\s?[,;/–-]?\s?(?:(?:and|or|to|y|e|o|u|a|al|et|ou|à)\s)?")
_ELSEWHERE = re.compile(
    r"\s?[%‰°€$]|\s(?:of|del?|d[aou]s?|des)\b"  # objective 1.4 of the plan before
    r"|\s(?:km|ha|m[²2]|mil\w*|bill?i\w+|thousand|per ?cent|por c\w+|pour cent)\b"
)

_SEE = (
    "see",
    "see also",
    "cf",
    "cf.",
    "véase",
    "vease",
    "véanse",
    "ver",
    "vea",
    "veja",
    "vide",
    "voir",
)
_THINGS = (
    *("area", "objective", "project", "item", "action", "activity", "activities"),
    *("área", "objetivo", "proyecto", "ítem", "acción", "acciones", "actividad", "actividades"),
    *("projeto", "ação", "ações", "atividade", "objectif", "projet", "activité"),
)
_LONGEST_WORD = 80
"""Of the labels of levels that announce a code, in characters."""

_MOST_NAMED = 12
"""Of the codes that a hint offers."""

_WRAPPING = ' \t\n\u00a0([*_“"«'


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
        labels = (level.label.casefold() for level in draft.plan.levels)
        words = (*_SEE, *_THINGS, *(each for each in labels if 0 < len(each) <= _LONGEST_WORD))
        for passage in draft.passages:
            if passage.is_prose and _DOTTED.search(passage.text):
                where = None
                for match in _quoted(passage.text, words):
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


def _quoted(text: str, words: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Yield each code that *text* quotes."""
    for run in _runs(text):
        if _announced(text, run[0].start(), words) and not _ELSEWHERE.match(text, run[-1].end()):
            yield from run


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the codes in *text*, those together that are listed together, as in “4.3 and 4.5”."""
    run: list[re.Match[str]] = []
    for match in _CODE.finditer(text):
        if run and not _AND.fullmatch(text, run[-1].end(), match.start()):
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _announced(text: str, at: int, words: tuple[str, ...]) -> bool:
    before = text[max(0, at - 2 * _LONGEST_WORD) : at].rstrip(_WRAPPING).casefold()
    before = " ".join(before.split())
    for form in (before, before.removesuffix("s")):
        for word in words:
            if form.endswith(word) and not form.removesuffix(word)[-1:].isalnum():
                return True
    return False
