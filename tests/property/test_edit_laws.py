"""What holds of every edit of a draft: nothing is lost, and done twice it is done once."""

import os
from collections import Counter
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from yaml_texts import Writer

from lacplan.document.comments import comments
from lacplan.document.parse import parse
from lacplan.document.tree import Document, unparse
from lacplan.edit import items
from lacplan.edit.format import formatted, obstacle
from lacplan.edit.places import Place, Places
from lacplan.edit.renumber import renumbered
from lacplan.errors import LacplanError, OwnFault
from lacplan.model.code import is_under, segments
from lacplan.model.decode import decode
from lacplan.model.fields import INDICATOR, ITEM, PLAN
from lacplan.validate.draft import Draft
from lacplan.validate.engine import validate
from lacplan.validate.every_rule import EVERY_RULE
from lacplan.validate.fix import fix

each = settings(max_examples=2000 if os.environ.get("LACPLAN_LONG") else 60, deadline=None)
seeds = st.integers(0, 2**32)

FIELDS = (*PLAN.by_key, *ITEM.by_key, *INDICATOR.by_key, "x-a")
ALL = frozenset(rule.code for rule in EVERY_RULE)


def some_draft(seed: int) -> Document:
    """Return a draft of a few items, with fields of all kinds written in all styles."""
    random = Random(seed)
    lines = ["areas:"]
    for number in range(random.randrange(1, 5)):
        code = random.choice(["", f"    code: {random.choice(['1', '2', '1.1', 'A', '3.'])}"])
        lines += [f"  - id: a{number}", f"    title: T{number}", *filter(None, [code])]
        lines += [f"    {line}" for line in fields(random)]
        if random.random() < 0.6:
            lines.append("    objectives:")
        for below in range(random.randrange(4) if lines[-1] == "    objectives:" else 0):
            code = random.choice(["", f", code: {random.choice(['1.1', '1.2', '2.1', '7'])}"])
            lines.append(f"      - {{id: o{number}-{below}, title: O{below}{code}}}")
    return parse("\n".join(lines) + "\n")


def fields(random: Random) -> list[str]:
    """Return the lines of a few fields of an item."""
    names = tuple(name for name in FIELDS if name not in ("id", "title", "code"))
    text = Writer(random, size=random.choice([1, 2, 4, 8]), names=names).text()
    lines = text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [line for line in lines if not line.startswith(("%", "---", "..."))]


def opened(document: Document) -> Places | None:
    plan = decode(document).plan if document.root else None
    return Places(document, plan.levels) if plan else None


def remarks(document: Document) -> Counter[str]:
    return Counter(each.text.rstrip() for each in comments(document))


def judged(document: Document) -> Draft:
    return Draft(document, decode(document), name="p", today=date(2014, 7, 1))


def findings(document: Document) -> Counter[tuple[str, str]]:
    return Counter((each.code, each.message) for each in validate(judged(document), EVERY_RULE))


@each
@given(seed=seeds)
def test_a_layout_breaks_no_rule_and_mends_none(seed: int) -> None:
    document = some_draft(seed)
    if opened(document) and obstacle(document) is None:
        assert findings(formatted(document)) == findings(document)


@each
@given(seed=seeds)
def test_what_is_mended_keeps_its_comments_and_is_mended_for_good(seed: int) -> None:
    document = some_draft(seed)
    once = fix(judged, document, ALL)
    assert remarks(once.document) == remarks(document)
    assert fix(judged, once.document, ALL).document is once.document
    assert sum(findings(once.document).values()) <= sum(findings(document).values())


@each
@given(seed=seeds)
def test_codes_are_numbered_for_good_each_once_and_under_its_parent(seed: int) -> None:
    document = some_draft(seed)
    places = opened(document)
    if places is None or any(is_block(place, "code") for place in places.all):
        return
    after = renumbered(document, places, {}).document
    again = opened(after)
    assert again is not None
    assert renumbered(after, again, {}).codes == ()
    codes = [place.code for place in again.all if place.code and place.level is not None]
    assert len({*codes}) == len(codes)
    for place in again.all:
        if place.code and place.parent and place.parent.code and place.level is not None:
            assert is_under(segments(place.code), segments(place.parent.code))
    assert remarks(after) == remarks(document)


def is_block(place: Place, key: str) -> bool:
    node = place.node.get(key)
    return node is not None and not hasattr(node, "style")


@each
@given(seed=seeds)
def test_what_moves_takes_all_along_and_leaves_all_else(seed: int) -> None:
    random = Random(seed)
    document = some_draft(seed)
    places = opened(document)
    if not places or not places.all:
        return
    place, parent = random.choice(places.all), random.choice(places.all)
    if parent is place or parent in places.under(place):
        return
    try:
        to = items.list_for(places, parent if place.level else None, indicator=place.level is None)
        if to[-1] != place.siblings[-1]:
            return
        after = items.relocate(document, places, place, to, random.randrange(4))
    except OwnFault:
        raise
    except LacplanError:
        return  # an alias, or brackets that can't hold it
    moved = opened(after)
    assert moved is not None
    assert Counter(each.id for each in moved.all) == Counter(each.id for each in places.all)
    assert remarks(after) == remarks(document)
    assert unparse(parse(unparse(after))) == unparse(after)
