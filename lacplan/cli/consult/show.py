"""``lacplan consult show``."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lacplan.cli.console import answer, console
from lacplan.cli.options import Drafts, InConsultation, Ref
from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lacplan.cli.consult.whither import Whither
    from lacplan.model.comment import Amendment, Author, Comment, Record
    from lacplan.model.issues import Claim, Issue
    from lacplan.model.ledger import Ledger
    from lacplan.store.consultations import Consulted

_SHOWN = 20
"""How many comments of one issue are listed."""


class Output(StrEnum):
    """How it is told."""

    TABLE = "table"
    JSON = "json"


def show(
    ref: Ref,
    id: Annotated[str, typer.Argument(help="A comment, a submission or an issue.", metavar="ID")],
    format: Annotated[Output, typer.Option(help="How to tell it.")] = Output.TABLE,
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Show all that is known of a comment, of a submission's comments, or of an issue.

    NAME@LABEL or NAME@REVISION shows what was known in that commit.
    """
    from lacplan.cli.consult.opened import looked_at, warn_of_damage
    from lacplan.cli.consult.whither import Whither

    found, source = looked_at(ref, consultation, drafts)
    warn_of_damage(found, ref)
    comments, issue = _found(found.ledger, id, source.name or ref)
    match format:
        case Output.JSON:
            answer(_as_json(found, comments, issue))
        case Output.TABLE:
            whither = Whither(source, f"{source.name}@{found.consultation.version}")
            _print([(each.id, _comment(found, each, whither)) for each in comments])
            _print([(issue.id, _issue(found.ledger, issue, whither))] if issue else [])


def _found(ledger: "Ledger", id: str, name: str) -> "tuple[tuple[Comment, ...], Issue | None]":
    if id in ledger.by_id:
        return (ledger.by_id[id],), None
    if id in ledger.issue_by_id:
        return (), ledger.issue_by_id[id]
    if id in ledger.submissions:
        return ledger.submissions[id], None
    guess = nearest(id, [*ledger.issue_by_id, *ledger.by_id])
    listed = f"“lacplan consult export {name}” lists all comments."
    hint = f"Did you mean “{guess}”?" if guess else listed
    raise LacplanError(f"There is no comment, submission or issue “{id}”.", hint=hint)


def _print(parts: "list[tuple[str, Iterator[tuple[str, str]]]]") -> None:
    from rich.table import Table
    from rich.text import Text

    from lacplan.cli.printable import printable

    paper = console()
    for place, (heading, rows) in enumerate(parts):
        if place:
            paper.print()
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
        table.add_column(style="bold", no_wrap=True)
        table.add_column(overflow="fold")
        for key, value in rows:
            table.add_row(key, "\n".join(map(printable, value.split("\n"))))
        paper.print(Text(printable(heading), "bold"))
        paper.print(table)


def _as_json(found: "Consulted", comments: "Sequence[Comment]", issue: "Issue | None") -> str:
    """Return the comments, each with all that amends it, or the issue with its comments' ids."""
    from json import dumps, loads

    from lacplan.model.comment_line import encode_line
    from lacplan.model.encode import encode_record
    from lacplan.model.issues import ISSUE

    ledger = found.ledger
    told = []
    for comment in comments:
        lines: list[Record] = [comment, *_amendments(found, comment.id)]
        said, *later = [loads(encode_line(each)) for each in lines]
        for each in (said, *later):
            del each["digest"]
        link = ledger.links.get(comment.id)
        of = {"issue": link.issue if link else None, "disposition": ledger.disposition(comment)}
        told.append({**said, **of, "amendments": later})
    whole: dict[str, Any] = {"version": 1, "comments": told, "issue": None}
    if issue is not None:
        ids = [each.id for each in ledger.comments_of(issue.id)]
        whole["issue"] = {**encode_record(ISSUE, issue), "comments": ids}
    return dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _amendments(found: "Consulted", id: str) -> "list[Amendment]":
    """Return what amends the comment *id*, in the order in which it holds."""
    from lacplan.model.comment import Amendment

    records = (line.record for line in found.lines)
    those = [each for each in records if isinstance(each, Amendment) and each.amends == id]
    return sorted(those, key=lambda each: (each.received, each.id))


def _comment(
    found: "Consulted", comment: "Comment", whither: "Whither"
) -> "Iterator[tuple[str, str]]":
    ledger = found.ledger
    link = ledger.links.get(comment.id)
    parts = [each.id for each in ledger.comments if each.split_from == comment.id]
    said = {
        "received": f"{comment.received}, {comment.channel}{', late' if comment.late else ''}",
        "from": _author(comment.author),
        "signed by": "; ".join(map(_author, comment.signatories)),
        "about": _about(comment, whither),
        "which is now": _heirs(comment.target.item, whither),
        "quote": comment.target.quote,
        "type": comment.type,
        "position": comment.position,
        "language": comment.language,
        "text": comment.text,
        "proposed": comment.proposed,
        **{f"answer {question}": text for question, text in comment.answers.items()},
        "attachments": ", ".join(each.name or each.sha256 for each in comment.attachments),
        "part of": comment.split_from,
        "split into": ", ".join(parts),
        "withdrawn": "yes" if comment.withdrawn else "",
        "moderated": comment.moderated,
        "erased": comment.erased,
        "history": "\n".join(_history(found, comment)),
        "issue": link.issue if link else "",
        "note": link.note if link else "",
        "disposition": "" if parts else ledger.disposition(comment),
    }
    yield from ((key, text) for key, text in said.items() if text)


def _history(found: "Consulted", comment: "Comment") -> "Iterator[str]":
    """Yield what was done to *comment*, a line each, and what it said at first."""
    later = _amendments(found, comment.id)
    for each in later:
        what = f" ({', '.join(each.set)})" if each.set else ""
        yield f"{each.received[:10]} {each.action}{what}{f': {each.reason}' if each.reason else ''}"
    first = next(
        (each.record for each in found.lines if each.record and each.record.id == comment.id), None
    )
    text = getattr(first, "text", "")
    if later and text and text != comment.text:
        yield f"At first: “{text}”"


def _author(author: "Author") -> str:
    who = [author.name, author.organization, author.stakeholder, author.country]
    return ", ".join(each for each in who if each) or (author.kind or "not known")


def _about(comment: "Comment", whither: "Whither") -> str:
    target = comment.target
    if target.item is None:
        return f"“{target.given}”, which the version does not have" if target.given else "the plan"
    place = f"{target.item}.{target.field}" if target.field else target.item
    return _titled(place, target.item, whither)


def _heirs(item: str | None, whither: "Whither") -> str:
    """Return what carries an item on that was split, or that another one replaced."""
    heirs = whither.heirs(item) if item else ()
    return "\n".join(f"{each}: {whither.title(each)}" for each in heirs)


def _titled(place: str, item: str, whither: "Whither") -> str:
    """Return *place* with the title of *item*, where that is not told with what carries it on."""
    title = item if whither.heirs(item) else whither.title(item)
    return place if title == item else f"{place}: {title}"


def _issue(ledger: "Ledger", issue: "Issue", whither: "Whither") -> "Iterator[tuple[str, str]]":
    comments = ledger.comments_of(issue.id)
    listed = ", ".join(each.id for each in comments[:_SHOWN])
    decided = issue.decided
    said = {
        "title": issue.title,
        "item": _titled(issue.item, issue.item, whither) if issue.item else "",
        "which is now": _heirs(issue.item, whither),
        "for": "\n".join(f"• {each}" for each in issue.arguments_for),
        "against": "\n".join(f"• {each}" for each in issue.arguments_against),
        "disposition": issue.disposition,
        "reason": issue.reason,
        **{f"response {language}": text for language, text in issue.response},
        "changes": "\n".join(map(_claim, issue.changes)),
        "duplicate of": issue.duplicate_of,
        "decided": ", ".join(
            str(each) for each in (decided.by, decided.on, decided.minutes) if each
        )
        if decided
        else "",
        "satisfaction": issue.satisfaction,
        "blocking": issue.blocking,
        "inquiries": "\n".join(f"{each.text} — {each.answer or '…'}" for each in issue.inquiries),
        "comments": f"{len(comments)}: {listed}{', …' if comments[_SHOWN:] else ''}"
        if comments
        else "none",
    }
    yield from ((key, text) for key, text in said.items() if text)


def _claim(claim: "Claim") -> str:
    place = ".".join(each for each in (claim.item or "the plan", claim.field) if each)
    return f"{place} in {claim.in_}" + (f": {claim.note}" if claim.note else "")
