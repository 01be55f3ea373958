"""Codes that the prose of a plan quotes, such as “see 4.3” or “objectives 4.3 and 4.5”."""

import re
from collections.abc import Iterator

from lacplan.model.plan import Level

PROSE = frozenset(
    {"summary", "vision", "mission", "description", "rationale", "notes"}
    | {"opportunities", "challenges", "values"}
)
"""The fields that are read as sentences, in which codes are looked for."""

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

_WRAPPING = ' \t\n\u00a0([*_“"«'


def announcing(levels: tuple[Level, ...]) -> tuple[str, ...]:
    """Return the words that announce a code in a plan with *levels*, in small letters."""
    labels = (level.label.casefold() for level in levels)
    return (*_SEE, *_THINGS, *(each for each in labels if 0 < len(each) <= _LONGEST_WORD))


def quoted_codes(text: str, words: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Yield each code that *text* quotes behind one of *words*, as `announcing` gives them."""
    if not _DOTTED.search(text):
        return
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
