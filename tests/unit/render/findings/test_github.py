"""GitHub gets one command a finding, and no other."""

import pytest

from lacplan.model.finding import LocatedFinding, Severity
from lacplan.render.findings.github import render


def test_a_finding_is_one_command(duplicate: LocatedFinding) -> None:
    """Place and title are properties, message and hint the text."""
    assert render([duplicate]) == (
        "::error file=drafts/lac-2013.yaml,line=41,endLine=41,col=9,endColumn=19,"
        "title=ITEM003 duplicate-id"
        "::“registrars” is the id of two items. Give one of them another id.\n"
    )


def test_nothing_found_is_no_command() -> None:
    """Even an empty line would be noise in a log."""
    assert render([]) == ""


@pytest.mark.parametrize(
    ("severity", "command"),
    [
        (Severity.ERROR, "::error "),
        (Severity.WARNING, "::warning "),
        (Severity.INFO, "::notice "),
    ],
)
def test_each_severity_has_its_command(
    duplicate: LocatedFinding, severity: Severity, command: str
) -> None:
    """GitHub calls an info a notice."""
    found = duplicate._replace(finding=duplicate.finding._replace(severity=severity))
    assert render([found]).startswith(command)


def test_columns_are_left_out_of_a_finding_over_several_lines(duplicate: LocatedFinding) -> None:
    """GitHub takes columns only on one line."""
    found = duplicate._replace(place=duplicate.place._replace(end_line=43))
    assert ",line=41,endLine=43,title=" in render([found])


def test_without_a_hint_the_message_stands_alone(duplicate: LocatedFinding) -> None:
    """No space is left behind."""
    found = duplicate._replace(finding=duplicate.finding._replace(hint=None))
    assert render([found]).endswith("::“registrars” is the id of two items.\n")


@pytest.mark.parametrize("line_break", ["\n", "\r", "\r\n"])
def test_text_of_a_draft_starts_no_command(duplicate: LocatedFinding, line_break: str) -> None:
    """A line break in a message would let the draft's author speak to the runner."""
    attack = f"x{line_break}::add-mask::secret"
    found = duplicate._replace(
        place=duplicate.place._replace(file=attack),
        finding=duplicate.finding._replace(message=attack, hint=attack),
    )
    assert len(render([found]).splitlines()) == 1


def test_marks_of_the_command_language_are_escaped(duplicate: LocatedFinding) -> None:
    """In a property more of them than in the text, and the escape's own mark in both."""
    found = duplicate._replace(
        place=duplicate.place._replace(file="a,b:c%.yaml"),
        finding=duplicate.finding._replace(message="50% of a,b:c.", hint=None),
    )
    assert "file=a%2Cb%3Ac%25.yaml," in render([found])
    assert render([found]).endswith("::50%25 of a,b:c.\n")


def test_nothing_steers_the_log(duplicate: LocatedFinding) -> None:
    """A draft, or its name, may hold what would colour a log or turn its words round."""
    finding = duplicate.finding._replace(message="A\x1b[31mB\u202eC\nD")
    place = duplicate.place._replace(file="x\x1b.yaml")
    (line,) = render([duplicate._replace(finding=finding, place=place)]).splitlines()
    assert "A⟨U+001B⟩[31mB⟨U+202E⟩C%0AD" in line
    assert "file=x⟨U+001B⟩.yaml," in line
