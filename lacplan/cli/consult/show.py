"""``lacplan consult show``."""

from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import console
from lacplan.cli.options import Drafts, InConsultation, Ref
from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lacplan.cli.consult.whither import Whither
    from lacplan.model.comment import Author, Comment
    from lacplan.model.issues import Claim, Issue
    from lacplan.model.ledger import Ledger

_SHOWN = 20
"""How many comments of one issue are listed."""


def show(
    ref: Ref,
    id: Annotated[str, typer.Argument(help="A comment, a submission or an issue.", metavar="ID")],
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Show all that is known of a comment, of a submission's comments, or of an issue.

    NAME@LABEL or NAME@REVISION shows what was known in that commit.
    """
    from rich.table import Table
    from rich.text import Text

    from lacplan.cli.consult.opened import looked_at, warn_of_damage
    from lacplan.cli.consult.whither import Whither
    from lacplan.cli.printable import printable

    found, source = looked_at(ref, consultation, drafts)
    warn_of_damage(found, ref)
    paper = console()
    whither = Whither(source, f"{source.name}@{found.consultation.version}")
    for heading, rows in _found(found.ledger, id, whither):
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
        table.add_column(style="bold", no_wrap=True)
        table.add_column(overflow="fold")
        for key, value in rows:
            table.add_row(key, printable(value))
        paper.print(Text(printable(heading), "bold"))
        paper.print(table)


def _found(
    ledger: "Ledger", id: str, whither: "Whither"
) -> "list[tuple[str, list[tuple[str, str]]]]":
    if id in ledger.by_id:
        return [(id, [*_comment(ledger, ledger.by_id[id], whither)])]
    if id in ledger.issue_by_id:
        return [(id, [*_issue(ledger, ledger.issue_by_id[id], whither)])]
    if id in ledger.submissions:
        return [(each.id, [*_comment(ledger, each, whither)]) for each in ledger.submissions[id]]
    known = [*ledger.issue_by_id, *ledger.by_id]
    guess = nearest(id, known)
    hint = f"Did you mean “{guess}”?" if guess else "“lacplan consult export” lists all comments."
    raise LacplanError(f"There is no comment, submission or issue “{id}”.", hint=hint)


def _comment(
    ledger: "Ledger", comment: "Comment", whither: "Whither"
) -> "Iterator[tuple[str, str]]":
    link = ledger.links.get(comment.id)
    parts = [each.id for each in ledger.comments if each.split_from == comment.id]
    said = {
        "received": f"{comment.received}, {comment.channel}{', late' if comment.late else ''}",
        "from": _author(comment.author),
        "signed by": "; ".join(map(_author, comment.signatories)),
        "about": _about(comment),
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
        "issue": link.issue if link else "",
        "note": link.note if link else "",
        "disposition": "" if parts else ledger.disposition(comment),
    }
    yield from ((key, text) for key, text in said.items() if text)


def _author(author: "Author") -> str:
    who = [author.name, author.organization, author.stakeholder, author.country]
    return ", ".join(each for each in who if each) or (author.kind or "not known")


def _about(comment: "Comment") -> str:
    target = comment.target
    if target.item is None:
        return f"“{target.given}”, which the version does not have" if target.given else "the plan"
    return f"{target.item}.{target.field}" if target.field else target.item


def _heirs(item: str | None, whither: "Whither") -> str:
    """Return what carries an item on that was split, or that another one replaced."""
    heirs = whither.heirs(item) if item else ()
    return "\n".join(f"{each}: {whither.title(each)}" for each in heirs)


def _issue(ledger: "Ledger", issue: "Issue", whither: "Whither") -> "Iterator[tuple[str, str]]":
    comments = ledger.comments_of(issue.id)
    listed = ", ".join(each.id for each in comments[:_SHOWN])
    decided = issue.decided
    said = {
        "title": issue.title,
        "item": issue.item,
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
