"""The SARIF log has the shape of the standard, and fingerprints that last."""

import json
from typing import Any

import pytest

from lacplan import __version__
from lacplan.model.finding import LocatedFinding, Severity
from lacplan.render.findings.sarif import render

SUMMARIES = {"ITEM003": "Every id is used once."}


def test_a_finding_is_a_result(duplicate: LocatedFinding) -> None:
    """Every required property of SARIF 2.1.0, and the ones that GitHub asks for."""
    log = json.loads(render([duplicate], summaries=SUMMARIES))
    [run] = log.pop("runs")
    assert log.pop("$schema").endswith("/sarif-schema-2.1.0.json")
    assert log == {"version": "2.1.0"}
    [result] = run.pop("results")
    assert len(result.pop("partialFingerprints")["lacplanFinding/v1"]) == 32
    assert run == {
        "tool": {
            "driver": {
                "name": "lacplan",
                "semanticVersion": __version__,
                "rules": [
                    {
                        "id": "ITEM003",
                        "name": "duplicate-id",
                        "shortDescription": {"text": "Every id is used once."},
                        "defaultConfiguration": {"level": "error"},
                    }
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
    }
    text = "“registrars” is the id of two items. Give one of them another id."
    assert result == {
        "ruleId": "ITEM003",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": text},
        "locations": [physical(line=41)],
        "relatedLocations": [physical(line=12) | {"message": {"text": "first here"}}],
    }


def physical(*, line: int) -> dict[str, Any]:
    """The location of columns 9 to 18 of *line*."""
    region = {"startLine": line, "startColumn": 9, "endLine": line, "endColumn": 19}
    artifact = {"uri": "drafts/lac-2013.yaml"}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def test_nothing_found_is_an_empty_run() -> None:
    """GitHub closes its alerts on reading it, so it must be there."""
    assert run_of()["results"] == []
    assert render([], summaries={}).endswith("\n")


def test_each_rule_is_listed_once(duplicate: LocatedFinding) -> None:
    """And each result points at its own."""
    other = duplicate._replace(finding=duplicate.finding._replace(code="X001", name="other"))
    run = run_of(duplicate, other, duplicate)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["ITEM003", "X001"]
    assert [rules[each["ruleIndex"]] for each in run["results"]] == ["ITEM003", "X001", "ITEM003"]


def test_a_rule_without_a_summary_is_described_by_its_name(duplicate: LocatedFinding) -> None:
    """A description may not be empty."""
    [rule] = json.loads(render([duplicate], summaries={}))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["shortDescription"] == {"text": "duplicate-id"}


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")],
)
def test_each_severity_has_its_level(
    duplicate: LocatedFinding, severity: Severity, level: str
) -> None:
    """SARIF calls an info a note."""
    run = run_of(duplicate._replace(finding=duplicate.finding._replace(severity=severity)))
    assert run["results"][0]["level"] == level
    assert run["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": level}


def test_a_fingerprint_outlives_a_move(duplicate: LocatedFinding) -> None:
    """Lines inserted above, another file name, another hint: the same finding still."""
    place = duplicate.place._replace(file="drafts/x/plan.yaml", line=99, end_line=99, column=1)
    finding = duplicate.finding._replace(hint=None)
    moved = duplicate._replace(place=place, finding=finding, related=())
    assert fingerprint(moved) == fingerprint(duplicate)


def test_a_fingerprint_tells_findings_apart(duplicate: LocatedFinding) -> None:
    """By rule, item, field and message."""
    others = [
        duplicate._replace(item="other"),
        duplicate._replace(field=None),
        duplicate._replace(finding=duplicate.finding._replace(code="X001")),
        duplicate._replace(finding=duplicate.finding._replace(message="“x” is an id.")),
    ]
    assert len({fingerprint(each) for each in [duplicate, *others]}) == 5


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("drafts/año 2013.yaml", "drafts/a%C3%B1o%202013.yaml"),
        ("a:b#c?.yaml", "a%3Ab%23c%3F.yaml"),
        ("50%.yaml", "50%25.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
    ],
)
def test_a_file_is_a_relative_uri(duplicate: LocatedFinding, file: str, uri: str) -> None:
    """With nothing in it that a URI gives a meaning, and for any name that a file system has."""
    run = run_of(duplicate._replace(place=duplicate.place._replace(file=file)))
    [location] = run["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_text_of_a_draft_is_no_placeholder_and_no_link(duplicate: LocatedFinding) -> None:
    """Sections 3.11.5 and 3.11.6 of the standard give braces and brackets a meaning."""
    message = "“{0} [here](javascript:alert)” is odd."
    run = run_of(duplicate._replace(finding=duplicate.finding._replace(message=message, hint=None)))
    told = run["results"][0]["message"]["text"]
    assert told == "“{{0}} [here] (javascript:alert)” is odd."


def run_of(*found: LocatedFinding) -> Any:
    """The one run of *found*'s log."""
    [run] = json.loads(render(found, summaries=SUMMARIES))["runs"]
    return run


def fingerprint(found: LocatedFinding) -> Any:
    """What a service would recognise *found* by."""
    return run_of(found)["results"][0]["partialFingerprints"]["lacplanFinding/v1"]
