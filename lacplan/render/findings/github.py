"""Findings as GitHub workflow commands, which the web shows as annotations beside the lines."""

from collections.abc import Sequence

from lacplan.model.finding import LocatedFinding, Place, Severity
from lacplan.render.escape import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(found: Sequence[LocatedFinding]) -> str:
    """Return one command a line; nothing at all where nothing was found.

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "".join(f"{_command(each)}\n" for each in found)


def _command(each: LocatedFinding) -> str:
    finding = each.finding
    properties = {**_where(each.place), "title": f"{finding.code} {finding.name}"}
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = f"{finding.message} {finding.hint}" if finding.hint else finding.message
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(text)}"


def _where(place: Place) -> dict[str, str | int]:
    lines: dict[str, str | int] = {
        "file": place.file,
        "line": place.line,
        "endLine": place.end_line,
    }
    if place.line != place.end_line:
        return lines  # GitHub takes columns only where both are of one line
    return lines | {"col": place.column, "endColumn": place.end_column}


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    """Escape *text* as GitHub's own toolkit does, so that it cannot start another command.

    A log obeys what steers a terminal, so that gets a visible stand-in.
    """
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
