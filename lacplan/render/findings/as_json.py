"""Findings as JSON: the shape that ``lacplan validate --format json`` promises."""

from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring as _quoted

from lacplan.model.finding import LocatedFinding, Place, Summary
from lacplan.render.json_text import escaped


def render(found: Sequence[LocatedFinding]) -> str:
    """Return *found* as JSON, ending in a newline.

    Written out by hand, because ``json.dumps`` with an indent leaves its C encoder and takes three
    times as long over thousands of findings. The layout is the same.
    """
    summary = Summary.of(tuple(found))
    text = f"""\
{{
  "version": 1,
  "findings": {_array(map(_finding, found), pad="  ")},
  "summary": {{
    "errors": {summary.errors},
    "warnings": {summary.warnings},
    "infos": {summary.infos}
  }}
}}
"""
    return escaped(text)


def _finding(each: LocatedFinding) -> str:
    finding, place = each.finding, each.place
    return f"""{{
      "code": {_quoted(finding.code)},
      "name": {_quoted(finding.name)},
      "severity": {_quoted(finding.severity)},
      "message": {_quoted(finding.message)},
      "hint": {_optional(finding.hint)},
      "file": {_quoted(place.file)},
      "line": {place.line},
      "column": {place.column},
      "end_line": {place.end_line},
      "end_column": {place.end_column},
      "item": {_optional(each.item)},
      "field": {_optional(each.field)},
      "related": {_array((_related(*one) for one in each.related), pad="      ")}
    }}"""


def _related(place: Place, message: str) -> str:
    return f"""{{
          "file": {_quoted(place.file)},
          "line": {place.line},
          "column": {place.column},
          "message": {_quoted(message)}
        }}"""


def _optional(text: str | None) -> str:
    return "null" if text is None else _quoted(text)


def _array(objects: Iterable[str], *, pad: str) -> str:
    """Return *objects* as an array that is closed under *pad*."""
    inside = f",\n{pad}  ".join(objects)
    return f"[\n{pad}  {inside}\n{pad}]" if inside else "[]"
