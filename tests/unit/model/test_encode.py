"""The JSON form of a plan, and the digest over it."""

import json
from decimal import Decimal

import pytest

from lacplan.document.parse import parse
from lacplan.model.decode import decode
from lacplan.model.encode import decimal_text, digest, encode
from lacplan.model.plan import Plan

DRAFT = """\
format: 1
name: lac-2013
title: Plan de la región
language: es
areas:
  - id: political
    code: "1"
    title: Political issues
    indicators: [{id: seats, title: Seats, unit: "%", baseline: 20, target: 60.50}]
    stakeholders: [LACNIC, {name: LACTLD, role: host}]
    budget: {amount: 1000, currency: USD}
    x-own: {deep: [a, ~]}
"""


def plan(text: str) -> Plan:
    found = decode(parse(text))
    assert found.faults == ()
    assert found.plan is not None
    return found.plan


def test_the_json_form_bears_the_formats_keys() -> None:
    area = encode(plan(DRAFT))["areas"][0]  # type: ignore[index]
    assert area == {
        "id": "political",
        "code": "1",
        "title": "Political issues",
        "indicators": [
            {"id": "seats", "title": "Seats", "unit": "%", "baseline": "20", "target": "60.5"}
        ],
        "stakeholders": [{"name": "LACNIC"}, {"name": "LACTLD", "role": "host"}],
        "budget": {"amount": "1000", "currency": "USD"},
        "x-own": {"deep": ["a", None]},
    }


def test_the_json_form_is_json() -> None:
    assert json.loads(json.dumps(encode(plan(DRAFT)))) == encode(plan(DRAFT))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Political issues", '"Political issues"'),
        ("60.50", "60.5"),
        ("id: political\n    code:", "id: political  # a comment\n\n    code:"),
        ("title: Plan de la región", "title: >-\n  Plan de\n  la región"),
        ("región", "regio\u0301n"),
        ("[LACNIC, {name: LACTLD", "[{name: LACNIC}, {name: LACTLD"),
        (
            "language: es\n",
            "language: es\nlevels: {areas: Area, objectives: Objective, projects: Project}\n",
        ),
        ("budget: {amount: 1000, currency: USD}", "budget: {currency: USD, amount: 1000}"),
    ],
)
def test_reformatting_leaves_the_digest(old: str, new: str) -> None:
    assert old in DRAFT
    assert digest(plan(DRAFT.replace(old, new))) == digest(plan(DRAFT))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Political issues", "Political Issues"),
        ("60.50", "605"),
        ("[LACNIC, {name: LACTLD, role: host}]", "[{name: LACTLD, role: host}, LACNIC]"),
        ("[a, ~]", "[a, b]"),
        ("stakeholders: [LACNIC,", "partners: [LACNIC]\n    stakeholders: ["),
    ],
)
def test_every_other_change_alters_the_digest(old: str, new: str) -> None:
    assert old in DRAFT
    assert digest(plan(DRAFT.replace(old, new))) != digest(plan(DRAFT))


@pytest.mark.parametrize(
    ("number", "text"),
    [("20", "20"), ("20.0", "20"), ("0.50", "0.5"), ("-0", "0"), ("1000", "1000"), ("-2.0", "-2")],
)
def test_a_number_has_one_spelling(number: str, text: str) -> None:
    assert decimal_text(Decimal(number)) == text
