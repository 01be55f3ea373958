"""The public report of a consultation as JSON: the shape that ``consult report`` promises."""

from json import dumps
from typing import Any

from lacplan.consult.report import Answered, Cross, Dimension, Part, Question, Report, Tally
from lacplan.model.comment import Comment
from lacplan.model.comment_line import objects
from lacplan.model.issues import Issue
from lacplan.render.changes.as_json import keys_of
from lacplan.render.community.proof_json import proof_json
from lacplan.render.json_text import escaped

Told = dict[str, Any]


def render(report: Report) -> str:
    """Return *report* as JSON, ending in a newline."""
    asked, answering = report.ledger.consultation, report.answers.answering
    told: Told = {
        "version": 1,
        "plan": {"name": report.plan.name, "title": report.plan.title},
        "consultation": report.ledger.id,
        "consulted": {"version": asked.version, "digest": asked.digest},
        "answering": answering.label if answering else None,
        "state": asked.state,
        "opens": asked.opens,
        "closes": asked.closes,
        "extensions": [{"until": each.until, "why": each.why} for each in asked.extensions],
        "report_due": str(asked.report_due) if asked.report_due else None,
        "inquiry_days": str(asked.inquiry_days) if asked.inquiry_days else None,
        "late_policy": asked.late,
        "public": [*asked.public],
        "counts": {**report.tally._asdict(), "split": report.split},
        "dispositions": dict(report.dispositions),
        "positions": dict(report.positions),
        "people": [_dimension(each) for each in report.dimensions],
        "cross": _cross(report.cross) if report.cross else None,
        "questions": [_question(each) for each in report.questions],
        "items": [_part(each) for each in report.parts],
        "editorial": [proof_json(each) for each in report.editorial],
        "unexplained": [dict(keys_of(each)) for each in report.unexplained],
        "unexplained_since": [dict(keys_of(each)) for each in report.unexplained_since],
        "unlinked": [_comment(each) for each in report.unlinked],
        **{key: [each.id for each in getattr(report, key)] for key in _APART},
        "files": [{"name": each.name, "sha256": each.sha256} for each in report.files],
    }
    return escaped(dumps(told, ensure_ascii=False, indent=2)) + "\n"


_APART = ("late", "withdrawn", "moderated", "erased", "unresolved")
"""The comments that are told apart, each kind by its ids."""


def _tally(tally: Tally) -> Told:
    return tally._asdict()


def _dimension(dimension: Dimension) -> Told:
    rows = [{"value": row.value, **_tally(row.tally)} for row in dimension.rows]
    return {"name": dimension.name, "rows": rows}


def _cross(cross: Cross) -> Told:
    cells = None if cross.cells is None else [[*line] for line in cross.cells]
    return {"rows": [*cross.rows], "columns": [*cross.columns], "cells": cells}


def _question(question: Question) -> Told:
    return {
        "id": question.id,
        "text": dict(question.text),
        "answers": [{"text": text, "count": count} for text, count in question.answers],
    }


def _part(part: Part) -> Told:
    return {
        "item": part.item,
        "carried_on_by": [*part.heirs],
        **_tally(part.tally),
        "unanswered": part.waiting,
        "issues": [_answered(each) for each in part.issues],
    }


def _answered(answered: Answered) -> Told:
    return {
        **_issue(answered.issue),
        **_tally(answered.tally),
        "positions": dict(answered.positions),
        "otherwise": [
            {"comment": each.comment, "disposition": each.disposition, "note": each.note}
            for each in answered.otherwise
        ],
        "comment_ids": [each.id for each in answered.comments],
        "changes": [proof_json(each) for each in answered.proofs],
    }


def _issue(issue: Issue) -> Told:
    decided = issue.decided
    return {
        "id": issue.id,
        "title": issue.title,
        "disposition": issue.disposition,
        "reason": issue.reason,
        "arguments_for": [*issue.arguments_for],
        "arguments_against": [*issue.arguments_against],
        "response": dict(issue.response),
        "duplicate_of": issue.duplicate_of,
        "decided": {
            "by": decided.by,
            "on": str(decided.on) if decided.on else None,
            "minutes": decided.minutes,
        }
        if decided
        else None,
        "satisfaction": issue.satisfaction,
        "blocking": issue.blocking,
        "inquiries": [
            {"on": str(each.on) if each.on else None, "text": each.text, "answer": each.answer}
            for each in issue.inquiries
        ],
    }


def _comment(comment: Comment) -> Told:
    """Return a comment as far as it is public: the text of a moderated one is not."""
    hidden = comment.moderated is not None
    return {
        "id": comment.id,
        "item": comment.target.item,
        "author": objects(comment.author),
        "text": None if hidden else comment.text,
        "proposed": None if hidden else comment.proposed,
    }
