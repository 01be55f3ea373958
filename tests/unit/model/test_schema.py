"""The JSON Schema says what the decoder says."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from lacplan.document.parse import parse
from lacplan.model.decode import decode
from lacplan.model.schema import schema

SAMPLES = sorted((Path(__file__).parents[3] / "drafts").glob("*.yaml"))

HEAD = "format: 1\nname: x\ntitle: X\nlanguage: en\n"


class CoreLoader(yaml.SafeLoader):
    """Types plain scalars by YAML 1.2's core schema, which knows no dates."""

    yaml_implicit_resolvers = {  # noqa: RUF012  # PyYAML's own way
        first: [pair for pair in pairs if not pair[0].endswith(":timestamp")]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def faults(text: str) -> list[str]:
    """Return what the schema finds in *text*, typed by YAML's core schema as editors do."""
    plan = decode(parse(text)).plan
    assert plan is not None
    tree = yaml.load(text, CoreLoader)  # noqa: S506  # a SafeLoader with one type fewer
    validator = Draft202012Validator(schema(plan.levels))
    return [error.message for error in validator.iter_errors(tree)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_sample_drafts_obey_it(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


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
