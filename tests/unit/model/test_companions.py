"""The files beside a plan are read by the same means as the plan, from tables of their own."""

from decimal import Decimal
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from lacplan.document.parse import parse
from lacplan.model import contribution, group, issues
from lacplan.model.companions import (
    CONSULTATION,
    CONSULTED,
    CONTRIBUTIONS,
    EVERY_KIND,
    GROUP,
    ISSUES,
    Companion,
)
from lacplan.model.consultation import Consultation, Extension, Question
from lacplan.model.contribution import Contribution, Reflection
from lacplan.model.date import PartialDate
from lacplan.model.decode import Read, decode_record
from lacplan.model.describe import describe
from lacplan.model.encode import encode_record
from lacplan.model.group import Attendance, Charter, Member, Target
from lacplan.model.issues import Claim, Decision, Inquiry, Issue
from lacplan.model.schema import companion_schema
from lacplan.model.types import Record

GROUP_TEXT = """\
format: 1
title: The working group
charter:
  area: "419"
  seats: 14
  quorum: 8
  targets:
    - {dimension: subregion, value: "029", min: 3, max-share: 40, note: Minutes}
constituencies: {GAC: government}
regions: {GY: "029"}
members:
  - id: m-01
    name: A member
    affiliations: [GAC, LACRALO]
    country: GY
    languages: [en, pt-BR]
    role: chair
    attendance: [{date: 2013-02-06, mode: remote}]
    from: 2012-10
    to: 2013-04-10
    x-seat: 4
"""

CONTRIBUTIONS_TEXT = """\
format: 1
contributions:
  - id: c-01
    kind: concern
    aspect: challenge
    by: m-01
    on-behalf-of: LACTLD
    date: 2013-02
    language: es
    text: |
      Pocos registradores.

      Muy pocos.
    reflected-in: [{item: registrars, since: draft-01, how: adapted, note: In part}]
    outcome: partly
    reason: The rest is for the registries.
"""

CONSULTATION_TEXT = f"""\
format: 1
version: draft-01
digest: "{"0a" * 32}"
title: The first round
state: analysing
opens: 2013-03-26T00:00:00-03:00
closes: 2013-04-11T23:59:00-03:00
extensions: [{{until: "2013-04-20T23:59:00-03:00", on: 2013-04-10, why: Holidays}}]
languages: [es, pt-BR]
questions: [{{id: who, text: {{es: "¿Quién?", pt-BR: "Quem?"}}}}]
channels: [mail, a meeting]
late: refuse
public: [organization, country]
report-due: 2013-05
inquiry-days: 15
notes: |
  One.

  Two.
x-room: 4
"""

ISSUES_TEXT = """\
format: 1
issues:
  - id: few-registrars
    title: Registrars are few
    item: registrars
    arguments-for: [There are three.]
    arguments-against: [There were two.]
    disposition: accepted-in-part
    reason: The rest is for the market.
    response: {es: Gracias., pt-BR: Obrigado.}
    changes: [{item: registrars, field: description, in: draft-02, note: A programme}]
    duplicate-of: dear-registrars
    decided: {by: The group, on: 2013-04-20, minutes: Meeting 4}
    satisfaction: pending
    blocking: "GAC: see its letter"
    inquiries: [{on: 2013-05-02, text: "Is it?", answer: It is.}]
    notes: Ask again.
    x-room: 4
editorial: [{in: draft-02, field: title}]
"""

TEXTS = {
    GROUP: GROUP_TEXT,
    CONTRIBUTIONS: CONTRIBUTIONS_TEXT,
    CONSULTATION: CONSULTATION_TEXT,
    ISSUES: ISSUES_TEXT,
}

each_kind = pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.name)


def read(kind: Companion, text: str) -> Read:
    return decode_record(parse(text), kind.record)


def kinds(found: Read) -> list[str]:
    return [fault.kind for fault in found.faults]


def test_a_group_is_read_whole() -> None:
    found = read(GROUP, GROUP_TEXT)
    assert found.faults == ()
    target = Target("subregion", "029", Decimal(3), Decimal(40), "Minutes")
    assert found.value.charter == Charter(None, "419", Decimal(14), Decimal(8), (target,))
    assert found.value.constituencies == (("GAC", "government"),)
    assert found.value.regions == (("GY", "029"),)
    assert found.value.members == (
        Member(
            id="m-01",
            name="A member",
            affiliations=("GAC", "LACRALO"),
            country="GY",
            languages=("en", "pt-BR"),
            role="chair",
            attendance=(Attendance(PartialDate(2013, 2, 6), "remote"),),
            from_=PartialDate(2012, 10),
            to=PartialDate(2013, 4, 10),
            extra={"x-seat": "4"},
        ),
    )


def test_contributions_are_read_whole() -> None:
    found = read(CONTRIBUTIONS, CONTRIBUTIONS_TEXT)
    assert found.faults == ()
    assert found.value.contributions == (
        Contribution(
            id="c-01",
            kind="concern",
            aspect="challenge",
            by="m-01",
            on_behalf_of="LACTLD",
            date=PartialDate(2013, 2),
            language="es",
            text="Pocos registradores.\n\nMuy pocos.",
            reflected_in=(Reflection("registrars", "draft-01", "adapted", "In part"),),
            outcome="partly",
            reason="The rest is for the registries.",
        ),
    )


def test_a_consultation_is_read_whole() -> None:
    found = read(CONSULTATION, CONSULTATION_TEXT)
    assert found.faults == ()
    until = "2013-04-20T23:59:00-03:00"
    assert found.value == Consultation(
        format=1,
        version="draft-01",
        digest="0a" * 32,
        title="The first round",
        state="analysing",
        opens="2013-03-26T00:00:00-03:00",
        closes="2013-04-11T23:59:00-03:00",
        extensions=(Extension(until, PartialDate(2013, 4, 10), "Holidays"),),
        languages=("es", "pt-BR"),
        questions=(Question("who", (("es", "¿Quién?"), ("pt-BR", "Quem?"))),),
        channels=("mail", "a meeting"),
        late="refuse",
        public=("organization", "country"),
        report_due=PartialDate(2013, 5),
        inquiry_days=Decimal(15),
        notes="One.\n\nTwo.",
        extra={"x-room": "4"},
    )
    assert found.value.end == until


def test_issues_are_read_whole() -> None:
    found = read(ISSUES, ISSUES_TEXT)
    assert found.faults == ()
    assert found.value.issues == (
        Issue(
            id="few-registrars",
            title="Registrars are few",
            item="registrars",
            arguments_for=("There are three.",),
            arguments_against=("There were two.",),
            disposition="accepted-in-part",
            reason="The rest is for the market.",
            response=(("es", "Gracias."), ("pt-BR", "Obrigado.")),
            changes=(Claim("registrars", "description", "draft-02", "A programme"),),
            duplicate_of="dear-registrars",
            decided=Decision("The group", PartialDate(2013, 4, 20), "Meeting 4"),
            satisfaction="pending",
            blocking="GAC: see its letter",
            inquiries=(Inquiry(PartialDate(2013, 5, 2), "Is it?", "It is."),),
            notes="Ask again.",
            extra={"x-room": "4"},
        ),
    )
    assert found.value.editorial == (Claim(None, "title", "draft-02"),)


@pytest.mark.parametrize("kind", CONSULTED, ids=lambda kind: kind.name)
def test_the_texts_of_a_consultation_hold_every_field(kind: Companion) -> None:
    for record in kind.records:
        for field in record.fields:
            assert f"{field.key}:" in TEXTS[kind], f"{record.name}: {field.key}"


def test_values_are_encoded_by_the_keys_of_the_file() -> None:
    member = encode_record(group.MEMBER, read(GROUP, GROUP_TEXT).value.members[0])
    assert (member["from"], member["to"], member["x-seat"]) == ("2012-10", "2013-04-10", "4")
    found = read(CONTRIBUTIONS, CONTRIBUTIONS_TEXT).value.contributions[0]
    encoded = encode_record(contribution.CONTRIBUTION, found)
    assert encoded["on-behalf-of"] == "LACTLD"
    issue = encode_record(issues.ISSUE, read(ISSUES, ISSUES_TEXT).value.issues[0])
    assert (issue["duplicate-of"], issue["arguments-for"]) == (
        "dear-registrars",
        ["There are three."],
    )
    assert issue["changes"][0]["in"] == "draft-02"
    assert encoded["reflected-in"] == [
        {"item": "registrars", "since": "draft-01", "how": "adapted", "note": "In part"}
    ]


@each_kind
@pytest.mark.parametrize(
    ("text", "kinds_told"),
    [
        ("", ["wrong-type"]),
        ("# a comment\n", ["wrong-type"]),
        ("- a list\n", ["wrong-type"]),
        ("a text\n", ["wrong-type"]),
        ("{}\n", ["missing-field"]),
        ("format: 2\n", ["unknown-format"]),
        ("format: 1\ncolour: green\n", ["unknown-field"]),
    ],
)
def test_what_it_is_not_is_told(kind: Companion, text: str, kinds_told: list[str]) -> None:
    required = [each.key for each in kind.record.fields if each.required and each.key != "format"]
    missing = ["missing-field"] * len(required) if ":" in text or "{" in text else []
    assert sorted(kinds(read(kind, text))) == sorted(kinds_told + missing)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("regions: {XX: '029'}", "unknown-country"),
        ("regions: {GY: '999'}", "unknown-region"),
        ("constituencies: {GAC: governments}", "unknown-word"),
        ("charter: {area: LAC}", "unknown-region"),
        ("charter: {seats: many}", "wrong-type"),
        ("members: {m-01: A member}", "wrong-type"),
        ("members: [A member]", "wrong-type"),
        ("members: [{id: m-01}]", "missing-field"),
        ("members: [{id: m-01, name: A, email: a@example.org}]", "unknown-field"),
        ("members: [{id: m-01, name: A, languages: [spanish]}]", "unknown-language"),
        ("members: [{id: m-01, name: A, from: 10/2012}]", "malformed-date"),
        ("members: [{id: m-01, name: A, attendance: [{mode: remote}]}]", "missing-field"),
    ],
)
def test_faults_of_a_group_are_those_of_a_draft(line: str, kind: str) -> None:
    assert kinds(read(GROUP, f"format: 1\n{line}\n")) == [kind]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("digest: abc", "malformed-text"),
        ("state: begun", "unknown-word"),
        ("opens: 2013-03-26", "malformed-date"),
        ("languages: [spanish]", "unknown-language"),
        ("public: [mail]", "unknown-word"),
        ("inquiry-days: many", "wrong-type"),
        ("extensions: [{why: Holidays}]", "missing-field"),
        ("questions: [{id: who, text: {spanish: Who?}}]", "unknown-language"),
    ],
)
def test_faults_of_a_consultation_are_those_of_a_draft(line: str, kind: str) -> None:
    key = line.partition(":")[0]
    sound = [each for each in CONSULTATION_TEXT.splitlines() if not each.startswith(f"{key}:")]
    assert kinds(read(CONSULTATION, "\n".join([*sound, line]))) == [kind]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("issues: [{id: a}]", "missing-field"),
        ("issues: [{id: a, title: A, disposition: maybe}]", "unknown-word"),
        ("issues: [{id: a, title: A, response: Thanks}]", "wrong-type"),
        ("issues: [{id: a, title: A, changes: [{item: b}]}]", "missing-field"),
        ("issues: [{id: a, title: A, decided: {on: soon}}]", "malformed-date"),
        ("issues: {a: A}", "wrong-type"),
        ("editorial: [{item: b, in: Draft 2}]", "malformed-reference"),
    ],
)
def test_faults_of_issues_are_those_of_a_draft(line: str, kind: str) -> None:
    assert kinds(read(ISSUES, f"format: 1\n{line}\n")) == [kind]


def faults(kind: Companion, text: str) -> list[str]:
    """Return what the schema finds in *text*, as an editor would."""
    tree = yaml.load(text.replace("2013-02-06", '"2013-02-06"'), yaml.BaseLoader)  # noqa: S506
    return [
        e.message for e in Draft202012Validator(companion_schema(kind)).iter_errors(typed(tree))
    ]


def typed(tree: Any) -> Any:
    """Return *tree* with the numbers that the schema asks for."""
    if isinstance(tree, dict):
        numbers = {"format", "seats", "quorum", "min", "max-share", "inquiry-days"}
        return {key: int(v) if key in numbers else typed(v) for key, v in tree.items()}
    return [typed(each) for each in tree] if isinstance(tree, list) else tree


@each_kind
def test_the_schema_is_one_and_says_what_the_decoder_says(kind: Companion) -> None:
    Draft202012Validator.check_schema(companion_schema(kind))
    assert faults(kind, TEXTS[kind]) == []
    assert faults(kind, TEXTS[kind] + "colour: green\n")


def test_the_schema_knows_the_vocabularies() -> None:
    issue = "format: 1\nissues: [{id: a, title: A, response: {LANGUAGE: Thanks}}]\n"
    assert faults(ISSUES, issue.replace("LANGUAGE", "pt-BR")) == []
    assert faults(ISSUES, issue.replace("LANGUAGE", "in Spanish"))
    assert faults(GROUP, "format: 1\nregions: {XX: '029'}\n")
    assert faults(GROUP, "format: 1\nregions: {GY: '999'}\n")
    assert faults(GROUP, "format: 1\nconstituencies: {GAC: governments}\n")


@pytest.mark.parametrize(
    "record", [each for kind in EVERY_KIND for each in kind.records], ids=lambda r: r.name
)
def test_every_field_is_explained(record: Record) -> None:
    for field in record.fields:
        assert field.says.endswith(".")
        assert describe(field.type)
        assert field.name.isidentifier()
        assert hasattr(record.make, field.name)
