"""Forty everyday cases: what lacplan makes of them, and what git's own merge does.

Of six of them git is silently wrong: it says that all is well, and the draft is not what anybody
meant.
"""

from typing import NamedTuple

import pytest
from plans_to_merge import PLAN, TREATY, changed

from lacplan.cli.judging import judge
from lacplan.document.parse import parse
from lacplan.merge.engine import merge
from lacplan.model.decode import decode
from lacplan.model.encode import digest
from lacplan.store.repository import merge_lines


class Case(NamedTuple):
    """Two edits of one text, and what is to come of them."""

    ours: str
    theirs: str
    conflicts: frozenset[tuple[str | None, str | None]] = frozenset()
    base: str = PLAN
    git_is_wrong: bool = False


def case(
    ours: tuple[str, str], theirs: tuple[str, str], *conflicts: tuple[str | None, str | None]
) -> Case:
    return Case(changed(ours), changed(theirs), frozenset(conflicts))


def moved(lines: str, text: str = PLAN) -> str:
    return text.replace(lines, "").rstrip("\n") + "\n" + lines


def new(id: str, code: str, title: str) -> str:
    return f'      - id: {id}\n        code: "{code}"\n        title: {title}\n'


GROUPS = new("groups", "1.3", "Interest groups")
SCHOOLS = new("schools", "2.1", "Schools")
AREA = PLAN[PLAN.index("  - id: capacity") :]
LEAD = ("lead: ICANN", "lead: LACNIC")
END = ("end: 2025", "end: 2026")
TITLE = ("title: Schools", "title: All schools")
LAST = "          - The treaty is open for signature\n"
ALIASED = changed(
    ("lead: ICANN  # who else", "lead: &lead ICANN"),
    ("        title: Interest groups\n", "        title: Interest groups\n        lead: *lead\n"),
)
ANCHORED = changed(("lead: ICANN  # who else", "lead: &lead ICANN"))


def area(name: str, number: int) -> str:
    return f'  - id: {name}\n    code: "{number}"\n    title: The area {name}\n    lead: Nobody\n'


def areas(*names: str) -> str:
    """Return a plan whose areas are numbered by position."""
    told = "".join(area(name, number) for number, name in enumerate(names, 1))
    return f"format: 1\nname: p\ntitle: P\nlanguage: en\nareas:\n{told}"


TORN = ("treaty", None)

CASES = {
    # fields
    "two fields on adjacent lines": case(("start: 2021", "start: 2022"), END),
    "two fields far apart": case(TITLE, LEAD),
    "one field, alike": case(LEAD, LEAD),
    "one field, unlike": case(LEAD, ("lead: ICANN", "lead: LACTLD"), ("organizations", "lead")),
    "a field put in beside one that is edited": case(
        ("        start: 2021\n", "        start: 2021\n        status: active\n"), END
    ),
    "a field taken away beside one that is edited": case(("        start: 2021\n", ""), END),
    "a field taken away and edited": case(
        ("        start: 2021\n", ""), ("start: 2021", "start: 2022"), ("organizations", "start")
    ),
    "title and code of one item": case(("The treaty\n", "A treaty\n"), ('"1.3"', '"1.4"')),
    "the plan's title and its period": case(("Regional plan", "The plan"), ("2026}", "2027}")),
    "budgets of unlike currency": Case(
        changed(("end: 2025", "end: 2025\n        budget: {amount: 5, currency: USD}")),
        changed(("end: 2025", "end: 2025\n        budget: {amount: 5, currency: UYU}")),
        frozenset({("organizations", "budget")}),
    ),
    # lists
    "both append to a list in brackets": case(
        ("region]", "region, law]"), ("region]", "region, net]")
    ),
    "both append to a list on lines": case(
        (LAST, f"{LAST}          - Students ask for it\n"),
        (LAST, f"{LAST}          - Donors have been found\n"),
    ),
    "an entry put in, another taken away": case(
        (LAST, f"{LAST}          - Students ask for it\n"),
        ("          - Ministries have begun to listen\n", ""),
    ),
    "two entries reworded": case(("begun to listen", "begun to act"), ("open for", "closed for")),
    "one entry reworded twice": case(
        ("begun to listen", "begun to act"), ("begun to listen", "begun to sleep"),
        ("organizations", "opportunities"),
    ),
    # prose
    "two sentences of one paragraph": case(("thirty", "forty"), ("due each year", "due in June")),
    "two sentences side by side on one line": case(
        ("the region. Costs", "the islands. Costs"), ("Costs are shared", "Costs are borne")
    ),
    "a paragraph wrapped anew and edited": case(
        ("of the region. Costs are shared by all\n      members.",
         "of the\n      region. Costs are shared by all members."),
        ("thirty", "forty"),
    ),
    "the same words of a sentence": case(
        ("thirty", "forty"), ("thirty", "fifty"), ("political", "description")
    ),
    "both append to a paragraph": case(
        ("each year.", "each year. It is public."), ("each year.", "each year. Maps follow.")
    ),
    # items
    "both add an item at the end": Case(
        PLAN + new("teachers", "2.2", "Teachers"), PLAN + new("libraries", "2.3", "Libraries")
    ),
    "an item added where another is edited": Case(
        changed((GROUPS, GROUPS + new("unions", "1.4", "Unions"))),
        changed(("Interest groups", "Interested groups")),
    ),
    "an item moved and edited": Case(changed(("The treaty\n", "A treaty\n")), moved(TREATY)),
    "an item moved, what is below it edited": Case(
        changed(("Signing of the treaty", "Ratification")), moved(TREATY)
    ),
    "an item moved, another added where it was": Case(
        changed((GROUPS, GROUPS + new("unions", "1.4", "Unions"))), moved(TREATY)
    ),
    "an item deleted, another edited beside it": Case(PLAN.replace(TREATY, ""), changed(END)),
    "an item deleted and edited": Case(
        PLAN.replace(TREATY, ""), changed(("The treaty\n", "A treaty\n")), frozenset({TORN})
    ),
    "an item deleted, what is below it edited": Case(
        PLAN.replace(TREATY, ""), changed(("Signing of the", "Signing a")), frozenset({TORN})
    ),
    "areas in another order, one edited": Case(
        PLAN.replace(AREA, "").replace("areas:\n", f"areas:\n{AREA}"), changed(TITLE)
    ),
    "an id renamed, the item edited": Case(
        changed(
            ("- id: treaty", "- id: pact"),
            ("The treaty\n", "The treaty\n        replaces: [treaty]\n"),
        ),
        changed(("Signing of the", "Signing a")),
    ),
    "an area added on each side": Case(
        areas("a", "b", "c"), areas("a", "b", "d"), base=areas("a", "b")
    ),
    # layout and comments
    "quotes on one side, an edit on the other": case(("title: Schools", 'title: "Schools"'), END),
    "a comment over an edited field": case(
        ("        end: 2025", "        # To be agreed.\n        end: 2025"), END
    ),
    "two comments over one item": case(
        ("      - id: schools", "      # Ours.\n      - id: schools"),
        ("      - id: schools", "      # Theirs.\n      - id: schools"),
    ),
    # where git is silently wrong
    "renumbered on one side, added to on the other": Case(
        areas("a", "c", "d", "e"), areas("a", "b", "c", "d", "e", "f"),
        base=areas("a", "b", "c", "d", "e"), git_is_wrong=True,
    ),
    "the same new code in two places": Case(
        areas("a", "b", "c", "d", "e").replace("  - id: b\n", area("x", 6) + "  - id: b\n"),
        areas("a", "b", "c", "d", "e") + area("y", 6),
        base=areas("a", "b", "c", "d", "e"), git_is_wrong=True,
    ),
    "the same new id in two places": Case(
        changed((TREATY, TREATY + new("law", "1.2b", "A model law"))),
        PLAN + new("law", "2.2", "Lawyers for the poor"),
        frozenset({("law", None)}), git_is_wrong=True,
    ),
    "an item that both moved": Case(
        moved(TREATY.replace('"1.2', '"2.2'), PLAN.replace(TREATY, "")),
        PLAN.replace(TREATY, "").replace(SCHOOLS, TREATY.replace('"1.2', '"2.0') + SCHOOLS),
        git_is_wrong=True,
    ),
    "an alias left without its anchor": Case(
        ANCHORED.replace("        lead: &lead ICANN\n", ""),
        ANCHORED.replace("title: Schools\n", "title: Schools\n        lead: *lead\n"),
        frozenset({("organizations", "lead"), ("schools", "lead")}),
        base=ANCHORED, git_is_wrong=True,
    ),
    "an item that was cherry-picked to another place": Case(
        PLAN.replace(TREATY, TREATY + new("maps", "1.4", "Maps of the region")),
        PLAN + new("maps", "1.4", "Maps of the region"),
        frozenset({("maps", None)}), git_is_wrong=True,
    ),
    "an end before its start": Case(
        changed(("start: 2021", "start: 2024"), ("lead: ICANN", "lead: A")),
        changed(("        opportunities:", "        notes: Shorter.\n        opportunities:")),
    ),
}  # fmt: skip

each = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


def says(text: str) -> str | None:
    plan = decode(parse(text)).plan
    return digest(plan) if plan else None


@each
def test_lacplan_asks_what_a_person_must_decide_and_nothing_else(case: Case) -> None:
    merged = merge(case.base, case.ours, case.theirs, judge=judge)
    turned = merge(case.base, case.theirs, case.ours, judge=judge)
    assert {(each.item, each.field) for each in merged.conflicts} == case.conflicts
    assert {(each.item, each.field) for each in turned.conflicts} == case.conflicts
    if not case.conflicts:
        assert says(merged.text) == says(turned.text) is not None


def by_git(case: Case) -> str | None:
    """Return what git's own merge makes of a case; ``None`` where it asks."""
    texts = [text.encode() for text in (case.base, case.ours, case.theirs)]
    merged = merge_lines(*texts, marker=7)
    return None if merged.conflicts else merged.text.decode()


def test_git_alone_is_silently_wrong_in_some_and_asks_needlessly_in_many() -> None:
    wrong, needless = set(), set()
    for name, case in CASES.items():
        found = by_git(case)
        ours = merge(case.base, case.ours, case.theirs, judge=judge)
        if found is None:
            needless |= set() if case.conflicts else {name}
        elif case.conflicts or says(found) != says(ours.text) or ours.notes:
            wrong.add(name)
    assert wrong >= {name for name, case in CASES.items() if case.git_is_wrong}
    assert len(wrong) >= 6
    assert len(needless) >= 10
    assert len(CASES) >= 40
