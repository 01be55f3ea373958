"""The balance as JSON: the shape that ``lacplan balance --format json`` promises."""

from json import dumps

from lacplan.consult.balance import Balance, Cross, Dimension, Verdict, share
from lacplan.model.encode import Json, decimal_text


def render(balance: Balance, *, ref: str, title: str) -> str:
    """Return *balance* as JSON, ending in a newline; shares are percent, as decimal text."""
    populations = zip(balance.names, balance.totals, strict=True)
    told: dict[str, Json] = {
        "version": 1,
        "plan": {"ref": ref, "title": title},
        "on": balance.on.isoformat(),
        "area": balance.area,
        "populations": [{"name": name, "total": total} for name, total in populations],
        "without_seat": dict(balance.without_seat),
        "at_other_times": balance.at_other_times,
        "dimensions": [_dimension(each, balance.totals) for each in balance.dimensions],
        "targets": [_verdict(each) for each in balance.verdicts],
        "empty": {each.name: [*each.empty(0)] for each in balance.dimensions},
        "cross": [_cross(each) for each in balance.cross],
        "meetings": [
            {
                "date": str(each.date),
                "present": each.present,
                "seated": each.seated,
                "quorum": each.quorum,
            }
            for each in balance.meetings
        ],
    }
    return dumps(told, ensure_ascii=False, indent=2) + "\n"


def _dimension(dimension: Dimension, totals: tuple[int, ...]) -> Json:
    rows: list[Json] = []
    for row in dimension.rows:
        counts: list[Json] = [
            {"count": count, "share": decimal_text(share(count, total))}
            for count, total in zip(row.counts, totals, strict=True)
        ]
        rows.append({"value": row.value, "counts": counts})
    return {"name": dimension.name, "rows": rows}


def _verdict(verdict: Verdict) -> Json:
    return {
        "dimension": verdict.dimension,
        "value": verdict.value,
        "every": verdict.every,
        "bound": verdict.bound,
        "asked": decimal_text(verdict.asked),
        "have": verdict.have,
        "unknown": verdict.unknown,
        "state": str(verdict.state),
    }


def _cross(cross: Cross) -> Json:
    return {
        "population": cross.population,
        "rows": [*cross.rows],
        "columns": [*cross.columns],
        "cells": None if cross.cells is None else [[*line] for line in cross.cells],
        "row_totals": [*cross.row_totals],
        "column_totals": [*cross.column_totals],
    }
