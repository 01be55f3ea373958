"""``lacplan consult answer``."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from lacplan.cli import console
from lacplan.cli.options import Drafts, InConsultation, Name
from lacplan.errors import LacplanError, nearest
from lacplan.model.issues import CHANGING, DISPOSITIONS, ISSUES_FILE, REASONED, SATISFACTIONS

if TYPE_CHECKING:
    from lacplan.document.values import Value
    from lacplan.store.consultations import ConsultationFolder


def answer(
    name: Name,
    issue: Annotated[str, typer.Argument(help="The issue.", metavar="ISSUE")],
    disposition: Annotated[
        str, typer.Argument(help="What becomes of it, such as accepted.", metavar="DISPOSITION")
    ],
    reason: Annotated[str | None, typer.Option(help="Why.", metavar="TEXT")] = None,
    response: Annotated[
        list[str] | None,
        typer.Option(help="The answer in one language: es=…", metavar="TAG=TEXT"),
    ] = None,
    change: Annotated[
        list[str] | None,
        typer.Option(
            help="A change made because of it: registrars.description@draft-02; the field may be "
            "left out.",
            metavar="ITEM[.FIELD]@VERSION",
        ),
    ] = None,
    without_changes: Annotated[
        bool, typer.Option("--without-changes", help="Take back the changes claimed so far.")
    ] = False,
    argument_for: Annotated[
        list[str] | None, typer.Option("--for", help="What speaks for it.", metavar="TEXT")
    ] = None,
    argument_against: Annotated[
        list[str] | None, typer.Option("--against", help="What speaks against it.", metavar="TEXT")
    ] = None,
    duplicate_of: Annotated[
        str | None, typer.Option(help="The issue that says the same.", metavar="ISSUE")
    ] = None,
    by: Annotated[str | None, typer.Option(help="Who decided.", metavar="TEXT")] = None,
    on: Annotated[str | None, typer.Option(help="When.", metavar="DATE")] = None,
    minutes: Annotated[
        str | None, typer.Option(help="Where it is written.", metavar="TEXT")
    ] = None,
    satisfaction: Annotated[
        str | None,
        typer.Option(help=f"Of the commenters: {', '.join(SATISFACTIONS)}.", metavar="WORD"),
    ] = None,
    blocking: Annotated[
        str | None,
        typer.Option(help="Whose objection blocks a final version; empty: none.", metavar="TEXT"),
    ] = None,
    consultation: InConsultation = None,
    drafts: Drafts = None,
) -> None:
    """Give an issue its disposition, and with it every comment that belongs to the issue.

    “lacplan consult check” then proves by the diff that what was accepted was changed.
    """
    from lacplan.cli.consult.opened import opened
    from lacplan.cli.consult.writing import issues_document, save
    from lacplan.consult.desk import with_answer

    folder = opened(name, consultation, drafts)
    _want(folder, issue, disposition, satisfaction)
    fields: dict[str, Value] = {"disposition": disposition}
    given = {"reason": reason, "duplicate-of": duplicate_of, "satisfaction": satisfaction}
    fields.update((key, text) for key, text in given.items() if text is not None)
    if blocking is not None:
        fields["blocking"] = blocking
    decided: dict[str, Value] = {
        key: text for key, text in (("by", by), ("on", on), ("minutes", minutes)) if text
    }
    if decided:
        fields["decided"] = decided
    before = folder.ledger.issue_by_id[issue]
    if response:
        fields["response"] = {**dict(before.response), **dict(map(_response, response))}
    more: dict[str, list[Value]] = {
        "changes": [_change(each) for each in change or ()],
        "arguments-for": [*(argument_for or ())],
        "arguments-against": [*(argument_against or ())],
    }
    document = with_answer(
        issues_document(folder, name),
        issue,
        fields,
        more={key: values for key, values in more.items() if values},
        less=("changes",) if without_changes else (),
    )
    save(folder, ISSUES_FILE, document)
    count = len(folder.ledger.comments_of(issue))
    console.answer(f"“{issue}” is {disposition}, for {count} comment{'s' * (count != 1)}.\n")
    claims = change or (() if without_changes else before.changes)
    _remind(disposition, reason or before.reason, has_change=bool(claims))


def _want(
    folder: "ConsultationFolder", issue: str, disposition: str, satisfaction: str | None
) -> None:
    known = folder.ledger.issue_by_id
    for what, said, words in (
        ("issue", issue, known),
        ("disposition", disposition, DISPOSITIONS),
        ("satisfaction", satisfaction, SATISFACTIONS),
    ):
        if said is not None and said not in words:
            guess = nearest(said, words)
            listed = ", ".join(words) or "none yet; “lacplan consult link” begins one"
            hint = f"Did you mean “{guess}”?" if guess else f"There are: {listed}."
            raise LacplanError(f"There is no {what} “{said}”.", hint=hint)


def _response(said: str) -> tuple[str, str]:
    from lacplan.vocab.languages import language_fault

    tag, sign, text = said.partition("=")
    if not sign or language_fault(tag) is not None:
        hint = "Write the language first: es=Gracias, se cambió."
        raise LacplanError(f"“{said}” is no answer in a language.", hint=hint)
    return tag, text


def _change(said: str) -> Any:
    """Return the claim that ``ITEM.FIELD@VERSION`` makes."""
    import re

    from lacplan.model.fields import ITEM, LABEL, PLAN

    place, sign, version = said.rpartition("@")
    if not sign or not re.fullmatch(LABEL.pattern, version):
        hint = "Write the item, its field and the version: registrars.description@draft-02."
        raise LacplanError(f"“{said}” names no change.", hint=hint)
    item, _, field = place.rpartition(".")
    if field not in ITEM.by_key and field not in PLAN.by_key:
        item, field = place, ""  # an id may hold points, too
    claim = {"item": item, "field": field, "in": version}
    return {key: text for key, text in claim.items() if text}


def _remind(disposition: str, reason: str | None, *, has_change: bool) -> None:
    if disposition in REASONED and not reason:
        console.warn(f"“{disposition}” owes the commenters a reason: --reason TEXT.")
    if disposition in CHANGING and not has_change:
        console.warn(f"“{disposition}” promises a change: --change ITEM.FIELD@VERSION.")
