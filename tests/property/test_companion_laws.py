"""Whatever stands in a plan's group and contributions is judged and told, and nothing breaks."""

import os
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from people import plan

from lacplan.consult.balance import balance
from lacplan.consult.population import contributors
from lacplan.consult.trace import Trace
from lacplan.document.parse import parse
from lacplan.model.companions import CONTRIBUTIONS, GROUP
from lacplan.model.decode import decode_record
from lacplan.model.version import Version
from lacplan.render.community import (
    balance_json,
    balance_markdown,
    trace_csv,
    trace_json,
    trace_markdown,
    words,
)
from lacplan.render.community.told import Told
from lacplan.validate.community import ContributionsFile, GroupFile
from lacplan.validate.engine import validate
from lacplan.validate.every_rule import EVERY_RULE
from lacplan.validate.judged import Judged
from lacplan.validate.locate import locate

each = settings(max_examples=3000 if os.environ.get("LACPLAN_LONG") else 60, deadline=None)

DAY = date(2027, 6, 1)

GROUP_LINES = """\
format: 1
charter:
  area: "419"
  seats: 3
  quorum: 2
  targets:
    - {dimension: stakeholder, value: government, min: 1, max-share: 60}
    - {dimension: subregion, min: 1}
    - {dimension: language, value: pt-BR, max-share: 10}
constituencies: {GAC: government}
regions: {GY: "029"}
members:
  - {id: m-01, name: One, affiliations: [GAC], country: UY, languages: [es, pt]}
  - {id: m-02, name: Two, country: GY, region: "005", role: chair, from: 2026, to: 2027-06}
  - id: m-03
    name: Three
    stakeholder: academia
    role: staff
    attendance: [{date: 2027-02-06, mode: remote}]
""".splitlines()

CONTRIBUTIONS_LINES = """\
format: 1
contributions:
  - id: c-01
    kind: concern
    by: m-01
    date: 2027-02
    text: Few registrars.
    reflected-in: [{item: registrars, since: draft-01, how: adapted, note: In part}]
    outcome: reflected
  - {id: c-02, kind: goal, on-behalf-of: GAC, text: A goal., reflected-in: [{item: industry}]}
  - {id: c-03, kind: idea, aspect: challenge, by: m-02, text: An idea., outcome: not, reason: No.}
""".splitlines()

PLAN = plan(
    "  - {id: registrars, title: R, replaces: [industry]}\n"
    "  - {id: other, title: O, indicators: [{id: i, title: I}]}\n"
)
VERSION = Version("draft-01", date(2027, 1, 1), lambda: PLAN)

ODD = [
    "null",
    "[]",
    "{}",
    '"x"',
    "-1",
    "2013-02-31",
    "~",
    "*a",
    "&a",
    "-",
    "1e9",
    "{a:b}",
    "[1,{x:y}]",
    "m-01",
    '""',
    "registrars",
    "stakeholder",
    "\u202e",
    "😀",
    "<b>",
    "|",
    ":",
    ",",
]


@st.composite
def bent(draw: st.DrawFn, lines: list[str]) -> str:
    """A file with a few lines taken away, doubled, or with something else in them."""
    made = [*lines]
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(made) - 1))
        match draw(st.integers(0, 3)):
            case 0 if len(made) > 1:
                del made[at]
            case 1:
                made.insert(at, made[draw(st.integers(0, len(made) - 1))])
            case _:
                words = made[at].split(" ")
                words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(ODD))
                made[at] = " ".join(words)
    return "\n".join(made)


def is_judged(file: Judged) -> None:
    for found in locate(file.document, "file", validate(file, EVERY_RULE)):
        assert found.place.line >= 1
        assert found.finding.message


@each
@given(group_text=bent(GROUP_LINES), brought_text=bent(CONTRIBUTIONS_LINES))
def test_whatever_stands_there_is_judged_and_told(group_text: str, brought_text: str) -> None:
    document, other = parse(group_text), parse(brought_text)
    group = decode_record(document, GROUP.record)
    brought = decode_record(other, CONTRIBUTIONS.record)
    is_judged(GroupFile(document, group))
    is_judged(
        ContributionsFile(
            other,
            brought,
            members=frozenset({"m-01"}),
            plan=PLAN,
            versions=lambda: (VERSION,),
        )
    )
    contributions = brought.value.contributions if brought.value else ()
    if group.value:
        populations = [contributors(group.value, contributions, DAY)]
        for public in (False, True):
            made = balance(group.value, populations, on=DAY, public=public)
            assert balance_json.render(made, ref="lac", title="A plan")
            assert "<b>" not in balance_markdown.render(made, plan=PLAN)
    trace = Trace(contributions, PLAN, (VERSION,))
    told = Told(trace, words.of("es"), {})
    assert trace_json.render(trace, trace.contributions, ref="lac")
    assert trace_csv.render(trace, trace.contributions)
    assert "<b>" not in trace_markdown.render(told, trace.contributions)
    assert "<b>" not in trace_markdown.render_orphans(told)


@each
@given(text=bent(GROUP_LINES))
def test_every_member_with_a_seat_is_counted_once(text: str) -> None:
    """Each table but that of languages adds up to the members; so does the cross table."""
    group = decode_record(parse(text), GROUP.record).value
    if group is None:
        return
    made = balance(group, (), on=DAY)
    for table in made.dimensions:
        if table.name != "language":
            assert sum(row.counts[0] for row in table.rows) == made.totals[0]
    for cross in made.cross:
        assert sum(cross.row_totals) == sum(cross.column_totals) == made.totals[0]
