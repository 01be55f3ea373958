"""What holds of every merge of issues that two people worked on."""

import os
import re
from collections import Counter
from random import Random
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from lacplan.document.parse import parse
from lacplan.merge.decision import Merged
from lacplan.merge.engine import merge
from lacplan.merge.kinds import form_of
from lacplan.model.companions import ISSUES
from lacplan.model.decode import decode_record
from lacplan.model.issues import DISPOSITIONS, Issues

LONG = bool(os.environ.get("LACPLAN_LONG"))
each = settings(max_examples=3000 if LONG else 60, deadline=None)
seeds = st.integers(0, 10**9)

Told = dict[str, dict[str, Any]]


def text_of(issues: Told, *, inline: bool) -> str:
    """Return the file that holds *issues*; each begins with a comment, unless all are in braces."""
    lines = ["format: 1", "issues:" if issues else "issues: []"]
    for id, fields in issues.items():
        said = {"id": id, **fields}
        if inline:
            lines.append("  - {" + ", ".join(f"{key}: {flow(v)}" for key, v in said.items()) + "}")
            continue
        lines.append(f"  # on {id}")
        for number, (key, value) in enumerate(said.items()):
            lines.append(f"  {' ' if number else '-'} {key}: {flow(value)}")
    return "\n".join([*lines, "editorial: []", ""])


def flow(value: Any) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(flow, value)) + "]"
        case _:
            return str(value)


class Person:
    """Somebody who works on issues; each word that they write is theirs alone."""

    def __init__(self, issues: Told, who: str, seed: int, spared: frozenset[str]) -> None:
        self.issues: Told = {id: dict(fields) for id, fields in issues.items()}
        self.random = Random(f"{who} {seed}")
        self.who = who
        self.written = 0
        self.spared = spared

    def work(self) -> Told:
        for _ in range(self.random.randint(1, 5)):
            edits = (self.begin, self.answer, self.respond, self.claim, self.remove, self.retitle)
            self.random.choice(edits)()
        return self.issues

    def word(self) -> str:
        self.written += 1
        return f"{self.who}{self.written}"

    def one(self) -> dict[str, Any]:
        ids = [id for id in self.issues if id not in self.spared]
        return self.issues[self.random.choice(ids)] if ids else {}

    def begin(self) -> None:
        at = self.random.randint(0, len(self.issues))
        pairs = [*self.issues.items()]
        pairs.insert(at, (f"{self.who}-{self.word()}".lower(), {"title": self.word()}))
        self.issues = dict(pairs)

    def answer(self) -> None:
        found = self.one()
        found["disposition"] = self.random.choice(DISPOSITIONS)
        found["reason"] = f"Since {self.word()} is so."

    def respond(self) -> None:
        found = self.one()
        language = self.random.choice(("en", "es", "pt"))
        found["response"] = {**found.get("response", {}), language: self.word()}

    def claim(self) -> None:
        found = self.one()
        change = {"item": self.word().lower(), "in": "draft-02"}
        found["changes"] = [*found.get("changes", []), change]

    def remove(self) -> None:
        ids = [id for id in self.issues if id not in self.spared]
        if ids:
            del self.issues[self.random.choice(ids)]

    def retitle(self) -> None:
        self.one()["title"] = f"Titled {self.word()} now"


class Case(NamedTuple):
    base: Told
    ours: Told
    theirs: Told
    inline: bool

    def merged(self) -> Merged:
        texts = (text_of(side, inline=self.inline) for side in self[:3])
        return merge(*texts, form=form_of(ISSUES.record))


def case(seed: int, *, apart: bool = False) -> Case:
    """Return a case for each seed; *apart*, the two touch no issue both."""
    random = Random(seed)
    ids = [f"i-{n}" for n in range(random.randint(0, 6))]
    base: Told = {id: {"title": f"The title of {id}", "disposition": "open"} for id in ids}
    mine = frozenset(id for id in ids if random.random() < 0.5) if apart else frozenset()
    yours = frozenset(ids) - mine if apart else frozenset()
    ours = Person(base, "Ana", seed, yours).work()
    theirs = Person(base, "Bob", seed, mine).work()
    return Case(base, ours, theirs, inline=seed % 3 == 0)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"(?:Ana|Bob|ana|bob)\d+", text))


def read(text: str) -> Issues:
    found: Issues = decode_record(parse(text), ISSUES.record).value
    return found


@each
@given(seed=seeds)
def test_no_word_of_either_is_lost_or_doubled(seed: int) -> None:
    made = case(seed)
    found = made.merged()
    there = words(found.text)
    for side in (made.ours, made.theirs):
        for word, count in words(text_of(side, inline=made.inline)).items():
            assert there[word] >= count, word
            assert found.conflicts or there[word] == count, word


@each
@given(seed=seeds)
def test_work_on_different_issues_is_joined_without_a_question(seed: int) -> None:
    made = case(seed, apart=True)
    found = made.merged()
    assert found.conflicts == ()
    wanted: Told = {}
    for id in {**made.base, **made.ours, **made.theirs}:
        was, one, other = (side.get(id) for side in made[:3])
        kept = other if one == was else one
        if kept is not None:
            wanted[id] = kept
    expected = {each.id: each for each in read(text_of(wanted, inline=False)).issues}
    assert {each.id: each for each in read(found.text).issues} == expected


@each
@given(seed=seeds)
def test_from_either_side_the_same_comes_of_it(seed: int) -> None:
    made = case(seed)
    one = made.merged()
    other = made._replace(ours=made.theirs, theirs=made.ours).merged()
    told = [sorted((c.item or "", c.field or "") for c in each.conflicts) for each in (one, other)]
    assert told[0] == told[1]
    if not one.conflicts:
        values = [{issue.id: issue for issue in read(each.text).issues} for each in (one, other)]
        assert values[0].keys() == values[1].keys()
        for id, issue in values[0].items():
            other_one = values[1][id]
            assert issue._replace(response=(), changes=()) == other_one._replace(
                response=(), changes=()
            )
            assert {*issue.response} == {*other_one.response}
            assert {*issue.changes} == {*other_one.changes}
