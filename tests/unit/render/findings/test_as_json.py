"""The JSON keeps the shape that programs were promised."""

import json

import pytest

from lacplan.model.finding import LocatedFinding, Severity
from lacplan.render.findings.as_json import render

HOSTILE = [
    '"quoted"',
    "back\\slash",
    "line\nbreak",
    "\x1b[31mred",
    "\x9b31m",
    "\u202egnp",
    "Ñ日本👩",
]


def test_a_finding_has_every_promised_key(duplicate: LocatedFinding) -> None:
    """The shape of format.md, and the keys added to it."""
    assert json.loads(render([duplicate])) == {
        "version": 1,
        "findings": [
            {
                "code": "ITEM003",
                "name": "duplicate-id",
                "severity": "error",
                "message": "“registrars” is the id of two items.",
                "hint": "Give one of them another id.",
                "file": "drafts/lac-2013.yaml",
                "line": 41,
                "column": 9,
                "end_line": 41,
                "end_column": 19,
                "item": "registrars",
                "field": "id",
                "related": [
                    {
                        "file": "drafts/lac-2013.yaml",
                        "line": 12,
                        "column": 9,
                        "message": "first here",
                    }
                ],
            }
        ],
        "summary": {"errors": 1, "warnings": 0, "infos": 0},
    }


def test_what_is_not_known_is_null(duplicate: LocatedFinding) -> None:
    """A key is never left out."""
    bare = duplicate._replace(item=None, field=None, finding=duplicate.finding._replace(hint=None))
    [told] = json.loads(render([bare]))["findings"]
    assert (told["item"], told["field"], told["hint"]) == (None, None, None)


def test_nothing_found_is_an_empty_list() -> None:
    """A program needs no case of its own for a clean draft."""
    assert json.loads(render([])) == {
        "version": 1,
        "findings": [],
        "summary": {"errors": 0, "warnings": 0, "infos": 0},
    }


def test_the_summary_counts_each_severity(duplicate: LocatedFinding) -> None:
    """Three of one, two of another, one of the last."""
    severities = [Severity.INFO] * 3 + [Severity.WARNING] * 2 + [Severity.ERROR]
    found = [
        duplicate._replace(finding=duplicate.finding._replace(severity=severity))
        for severity in severities
    ]
    assert json.loads(render(found))["summary"] == {"errors": 1, "warnings": 2, "infos": 3}


def test_the_layout_is_that_of_the_standard_library(duplicate: LocatedFinding) -> None:
    """Written by hand for speed, it can't be told from ``json.dumps``."""
    unrelated = duplicate._replace(item=None, related=())
    twice_related = duplicate._replace(related=duplicate.related * 2)
    for found in ([], [duplicate], [unrelated, duplicate, twice_related]):
        text = render(found)
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_text_comes_back_as_it_was(duplicate: LocatedFinding, text: str) -> None:
    """Whatever a draft holds, a program reads it unchanged."""
    odd = duplicate._replace(item=text, finding=duplicate.finding._replace(message=text))
    [told] = json.loads(render([odd]))["findings"]
    assert (told["message"], told["item"]) == (text, text)


def test_letters_stay_letters(duplicate: LocatedFinding) -> None:
    """Spanish is to be read in the JSON too, not only by programs."""
    spanish = duplicate._replace(finding=duplicate.finding._replace(message="Capacitación"))
    assert '"message": "Capacitación"' in render([spanish])


@pytest.mark.parametrize(
    "steering", ["\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u2028", "\udc80"]
)
def test_nothing_in_it_steers_a_terminal(duplicate: LocatedFinding, steering: str) -> None:
    """JSON is read by people as well, and must be encodable."""
    odd = duplicate._replace(finding=duplicate.finding._replace(message=f"a{steering}b"))
    text = render([odd])
    assert steering not in text
    assert json.loads(text.encode())["findings"][0]["message"] == f"a{steering}b"
