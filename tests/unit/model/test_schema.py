"""The JSON Schema says what the decoder says."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from lacplan.document.parse import parse
from lacplan.model import fields
from lacplan.model.decode import decode
from lacplan.model.plan import Level
from lacplan.model.schema import schema

SAMPLES = sorted((Path(__file__).parents[3] / "drafts").glob("*.yaml"))

HEAD = "format: 1\nname: x\ntitle: X\nlanguage: en\n"


class CoreLoader(yaml.CSafeLoader):
    """Types plain scalars by YAML 1.2's core schema, which knows no dates."""

    yaml_implicit_resolvers = {  # noqa: RUF012  # PyYAML's own way
        first: [pair for pair in pairs if not pair[0].endswith(":timestamp")]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def faults(text: str, *, of_its_levels: bool = True) -> list[str]:
    """Return what the schema finds in *text*, typed by YAML's core schema as editors do."""
    plan = decode(parse(text)).plan
    assert plan is not None
    tree = yaml.load(text, CoreLoader)  # noqa: S506  # a SafeLoader with one type fewer
    validator = validator_of(plan.levels if of_its_levels else None)
    return [error.message for error in validator.iter_errors(tree)]


@cache
def validator_of(levels: tuple[Level, ...] | None) -> Draft202012Validator:
    return Draft202012Validator(schema(levels))


def errors(text: str) -> list[str]:
    """Return what the decoder finds in *text* that is more than an empty field to warn of."""
    return [each.message for each in decode(parse(text)).faults if each.kind != "empty-text"]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("of_its_levels", [True, False])
def test_the_sample_drafts_obey_it(path: Path, of_its_levels: bool) -> None:
    assert faults(path.read_text(encoding="utf-8"), of_its_levels=of_its_levels) == []


@pytest.mark.parametrize(
    "line",
    [
        "colour: green",
        "stage: finished",
        "period: {start: March 2013}",
        "areas: [{id: A, title: Capital}]",
        "areas: [{title: No id}]",
        "areas: [{id: a, title: A, projects: []}]",
        "areas: [{id: a, title: A, countries: [XX]}]",
        "areas: [{id: a, title: A, budget: {amount: many, currency: USD}}]",
        "areas: [{id: a, title: A, indicators: [{id: i, title: I, target: '60'}]}]",
    ],
)
def test_what_the_decoder_refuses_the_schema_refuses(line: str) -> None:
    text = HEAD + line + "\n"
    assert decode(parse(text)).faults
    assert faults(text)


@pytest.mark.parametrize(
    "line",
    [
        "title2: x",
        "x-own: {anything: [1, true]}",
        "summary: 1.10",
        "areas: [{id: a, code: 1.1, title: 2030, tags: [no]}]",
        "period: {start: 2013, end: 2016-12-31}",
        "levels: {goals: Goal}\ngoals: [{id: a, title: A}]",
    ],
)
def test_both_agree_on_what_may_stand_plain(line: str) -> None:
    text = HEAD + line + "\n"
    assert bool(decode(parse(text)).faults) == bool(faults(text))


VALUES = [
    *("null", '""', '"  "', "5", "-5", "1.5", "2014", "20145", "0", "true", "[]", "{}", "[null]"),
    *('"2014-02-28"', '"2014-02-29"', '"2016-02-29"', '"1900-02-29"', '"2000-02-29"'),
    *('"2014-02-30"', '"2014-04-31"', '"2014-13"', '"2014-00"', '"2014-12-31"', '"0000"', '"2014"'),
    *('"x"', '" x "', '"X"', '"x y"', '"x\\ny"', '"a:b"', '"a: b"', '"a#b"', '"a.b"', '"4.3"'),
    *('"es"', '"pt-BR"', '"es-419"', '"e"', '"es_MX"', '"draft"', '"done"', '"USD"', '"UY"'),
    *('["x"]', '["x", ""]', '["X y"]', '["a:b"]', '["a#b"]', '["UY"]', "[5]", "[[]]", "[{}]"),
    *('{"x": "y"}', '{"name": "x"}', '[{"name": "x"}]', '[{"name": ""}]', '[{"role": "x"}]'),
    *('{"start": "2014"}', '{"start": null}', '{"end": "2014-02-30"}', '{"amount": 5}'),
    *('{"amount": "5", "currency": "USD"}', '{"amount": 5, "currency": "USD"}'),
    *('{"amount": 5, "currency": "usd"}', '{"amount": null, "currency": "USD"}'),
    *('[{"id": "x", "title": "X"}]', '[{"id": "x"}]', '[{"start": "2014", "actual": 1}]'),
    *('{"f": {"title": "F"}}', '{"f": {"title": "F", "codes": {"A": "", "": "x"}}}', '{"f": {}}'),
    *('{"f": null}', '{"f g": {"title": "F"}}', '{"f": {"title": "F", "codes": {"A": [1]}}}'),
    *('{"areas": "Area"}', '{"areas": ""}', '{"tags": "Tag"}', '{"x-y": "Y"}', '{"a b": "A"}'),
    json.dumps({f"l{number}": "L" for number in range(8)}),
    json.dumps({f"l{number}": "L" for number in range(9)}),
]
"""Values of all kinds, as JSON, which is YAML too."""


@pytest.mark.parametrize("field", [field.key for field in fields.PLAN.fields])
def test_the_schema_takes_what_validate_takes_in_a_field_of_the_plan(field: str) -> None:
    lines = {"format": "1", "name": "x", "title": "X", "language": "en"}
    for value in VALUES:
        text = "\n".join(f"{key}: {said}" for key, said in {**lines, field: value}.items()) + "\n"
        told = errors(text)
        if "is not a known language subtag" in "".join(told):
            continue  # which languages there are, no schema says
        assert bool(faults(text, of_its_levels=False)) == bool(told), text


@pytest.mark.parametrize("field", [field.key for field in fields.ITEM.fields])
def test_so_it_does_in_a_field_of_an_item(field: str) -> None:
    for value in VALUES:
        item = ", ".join(
            f"{key}: {said}" for key, said in {"id": "a", "title": "A", field: value}.items()
        )
        text = f"{HEAD}areas: [{{{item}}}]\n"
        assert bool(faults(text, of_its_levels=False)) == bool(errors(text)), text
        own = f"{HEAD}levels: {{goals: Goal}}\ngoals: [{{{item}}}]\n"
        assert bool(faults(own, of_its_levels=False)) == bool(errors(own)), own


@pytest.mark.parametrize("field", [field.key for field in fields.INDICATOR.fields])
def test_and_in_a_field_of_an_indicator(field: str) -> None:
    for value in VALUES:
        item = ", ".join(
            f"{key}: {said}" for key, said in {"id": "i", "title": "I", field: value}.items()
        )
        text = f"{HEAD}areas: [{{id: a, title: A, indicators: [{{{item}}}]}}]\n"
        assert bool(faults(text, of_its_levels=False)) == bool(errors(text)), text


@pytest.mark.parametrize(
    ("lines", "sound"),
    [
        ("levels: {goals: Goal}\ngoals: [{id: a, title: A}]", True),
        ("levels: {goals: Goal, ends: End}\ngoals: [{id: a, title: A, ends: []}]", True),
        ("levels: {goals: Goal}\ngoals: [{id: a, title: A, colour: green}]", False),
        ("levels: {goals: Goal}\ngoals: [{id: A, title: A}]", False),
        ("goals: [{id: a, title: A}]", False),
        ("areas: [{id: a, title: A, goals: []}]", False),
        ("areas: [{id: a, title: A, objectives: [{id: b, title: B, projects: }]}]", True),
        ("levels: {areas: A, objectives: B, projects: C}\nobjectives: []", False),
        ("levels: {areas: A, objectives: B, projects: C}\nareas: []", True),
        ("levels:\nareas: []", True),
        ("levels:\ngoals: []", False),
    ],
)
def test_a_schema_for_all_drafts_takes_the_levels_that_a_draft_names(
    lines: str, sound: bool
) -> None:
    text = f"{HEAD}{lines}\n"
    assert bool(errors(text)) is not sound
    assert bool(faults(text, of_its_levels=False)) is not sound


def test_every_property_is_described() -> None:
    def undescribed(node: Any, path: str) -> list[str]:
        found = []
        for name, below in node.get("properties", {}).items():
            if not below.get("description"):
                found.append(f"{path}.{name}")
        for name, below in node.get("$defs", {}).items():
            found += undescribed(below, name)
        return found

    assert undescribed(schema(), "plan") == []
