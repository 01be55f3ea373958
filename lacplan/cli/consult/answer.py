"""``lacplan consult answer``."""

from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli import console
from lacplan.cli.options import Drafts, InConsultation, Name
from lacplan.errors import LacplanError, nearest
from lacplan.model.issues import CHANGING, DISPOSITIONS, ISSUES_FILE, OPEN, SATISFACTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lacplan.document.values import Value
    from lacplan.model.issues import Claim, Issue
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
    with folder.files.writing():
        _want(folder, issue, disposition, satisfaction)
        before = folder.ledger.issue_by_id[issue]
        said = {
            "reason": reason,
            "satisfaction": satisfaction,
            "blocking": blocking,
            "duplicate-of": _duplicate_of(folder, issue, disposition, duplicate_of),
        }
        fields, less = _fields(said)
        fields["disposition"] = disposition
        if decided := _decided({"by": by, "on": on, "minutes": minutes}, before):
            fields["decided"] = decided
        if response:
            said_now = dict(map(_response, response))
            _remind_of_language(said_now, folder.consultation.languages)
            answers = {**dict(before.response), **said_now}
            fields, less = _with(fields, less, "response", {k: v for k, v in answers.items() if v})
        claims = [_change(folder, each, drafts) for each in change or ()]
        if without_changes:
            less.append("changes")
        more: dict[str, list[Value]] = {
            "changes": _new(claims, () if without_changes else before.changes),
            "arguments-for": _cleaned(argument_for),
            "arguments-against": _cleaned(argument_against),
        }
        document = with_answer(
            issues_document(folder, name),
            issue,
            fields,
            more={key: values for key, values in more.items() if values},
            less=less,
        )
        save(folder, ISSUES_FILE, document)
    count = len(folder.ledger.comments_of(issue))
    console.answer(f"“{issue}” is {disposition}, for {count} comment{'s' * (count != 1)}.\n")
    has_change = bool(claims) or bool(before.changes and not without_changes)
    after = before._replace(
        disposition=disposition,
        reason=before.reason if reason is None else reason,
        duplicate_of=duplicate_of or before.duplicate_of,
    )
    _remind(after, has_change=has_change)
    words = {"reason": (before.reason, reason), "response": (before.response, response)}
    kept = [key for key, (was, said) in words.items() if was and said is None]
    _remind_of_kept(before.disposition, disposition, kept)


def _fields(said: "Mapping[str, str | None]") -> "tuple[dict[str, Value], list[str]]":
    """Return the fields that are set, and those that are taken away since nothing is said."""
    fields: dict[str, Value] = {}
    less: list[str] = []
    for key, text in said.items():
        if text is not None:
            fields, less = _with(fields, less, key, _clean(text))
    return fields, less


def _with(
    fields: "dict[str, Value]", less: list[str], key: str, value: "Value"
) -> "tuple[dict[str, Value], list[str]]":
    """Return *fields* and *less* with *key* set, or taken away where *value* is empty."""
    return ({**fields, key: value}, less) if value else (fields, [*less, key])


def _decided(said: "Mapping[str, str | None]", before: "Issue") -> "dict[str, Value]":
    """Return what is known of the decision, as it was and with what is *said* now.

    Raises:
        LacplanError: The day is none.
    """
    from lacplan.model.date import PartialDate

    given = {key: _clean(text) for key, text in said.items() if text}
    if not given:
        return {}
    if "on" in given:
        try:
            PartialDate.parse(given["on"])
        except ValueError:
            hint = "Write a day, a month or a year: --on 2027-04-11."
            raise LacplanError(f"“{given['on']}” is no date.", hint=hint) from None
    decided = before.decided
    known = {"by": decided.by, "on": decided.on, "minutes": decided.minutes} if decided else {}
    found = {key: str(value) for key, value in known.items() if value} | given
    return {key: found[key] for key in ("by", "on", "minutes") if key in found}


def _duplicate_of(
    folder: "ConsultationFolder", issue: str, disposition: str, said: str | None
) -> str | None:
    """Return what ``duplicate-of`` is to say: nothing where *disposition* is another.

    Raises:
        LacplanError: The issue that is *said* can't have the answer.
    """
    known = folder.ledger.issue_by_id
    if disposition != "duplicate":
        if said:
            hint = f"Write: lacplan consult answer {folder.plan.name} {issue} duplicate"
            raise LacplanError(f"“{disposition}” is no duplicate.", hint=hint)
        return "" if known[issue].duplicate_of else None
    if not said:
        return None
    other = known.get(said)
    if other is None or said == issue:
        guess = nearest(said, [each for each in known if each != issue])
        hint = f"Did you mean “{guess}”?" if guess else "Name the issue whose answer holds."
        message = f"“{said}” is the issue itself." if other else f"There is no issue “{said}”."
        raise LacplanError(message, hint=hint)
    if other.disposition == "duplicate":
        hint = f"Name the issue whose answer holds: {other.duplicate_of or 'another one'}."
        raise LacplanError(f"“{said}” is a duplicate itself.", hint=hint)
    return said


def _new(claims: "list[dict[str, str]]", before: "Sequence[Claim]") -> "list[Value]":
    """Return those of *claims* that nobody made yet, each once."""
    known = [(each.item, each.field, each.in_) for each in before]
    fresh: list[Value] = []
    for claim in claims:
        what = (claim.get("item"), claim.get("field"), claim["in"])
        if what not in known:
            known.append(what)
            fresh.append({**claim})
    return fresh


def _cleaned(texts: list[str] | None) -> "list[Value]":
    return [text for each in texts or () if (text := _clean(each))]


def _clean(text: str) -> str:
    """Return *text* without what has no place in a text."""
    from lacplan.consult.cleaning import Cleaner

    return Cleaner()(text)


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
    from lacplan.vocab.languages import canonical_tag

    tag, sign, text = said.partition("=")
    language = canonical_tag(tag) if sign else None
    if language is None:
        hint = "Write the language first: es=Gracias, se cambió."
        raise LacplanError(f"“{said}” is no answer in a language.", hint=hint)
    return language, _clean(text)


def _change(folder: "ConsultationFolder", said: str, drafts: Drafts) -> dict[str, str]:
    """Return the claim that ``ITEM.FIELD@VERSION`` makes.

    Raises:
        LacplanError: It names no change, or none that can be an answer.
    """
    import re

    from lacplan.cli.consult.naming import item_named
    from lacplan.model.fields import INDICATOR, ITEM, LABEL, PLAN

    place, sign, version = said.rpartition("@")
    if not sign or not place or not re.fullmatch(LABEL.pattern, version):
        hint = "Write the item, its field and the version: registrars.description@draft-02."
        raise LacplanError(f"“{said}” names no change.", hint=hint)
    if version == folder.consultation.version:
        hint = "Name the version that has the change; it may be published later."
        raise LacplanError(f"“{version}” is what was consulted, so no answer to it.", hint=hint)
    item, _, field = place.rpartition(".")
    if not any(field in each.by_key for each in (ITEM, PLAN, INDICATOR)):
        item, field = place, ""  # an id may hold points, too
    about = item_named(folder, item, drafts, version=version) if item else ""
    claim = {"item": about, "field": field, "in": version}
    return {key: text for key, text in claim.items() if text}


def _remind_of_kept(before: str, now: str, kept: list[str]) -> None:
    """Tell which words still stand that were said of another disposition."""
    if kept and before not in (OPEN, now):
        those = " and its ".join(kept)
        options = " and ".join(f"--{key}" for key in kept)
        console.warn(f"Its {those} are still those of “{before}”: {options} say others.")


def _remind_of_language(answers: "Mapping[str, str]", asked: "Sequence[str]") -> None:
    spoken = {tag.partition("-")[0].lower() for tag in asked}
    for tag, text in answers.items():
        if text and spoken and tag.partition("-")[0].lower() not in spoken:
            languages = ", ".join(asked)
            console.warn(f"“{tag}” is none of the languages that were asked in: {languages}.")


def _remind(issue: "Issue", *, has_change: bool) -> None:
    if issue.owes_reason and issue.disposition == "duplicate":
        console.warn("“duplicate” of which issue? --duplicate-of ISSUE, or --reason TEXT.")
    elif issue.owes_reason:
        console.warn(f"“{issue.disposition}” owes the commenters a reason: --reason TEXT.")
    if issue.disposition in CHANGING and not has_change:
        console.warn(f"“{issue.disposition}” promises a change: --change ITEM.FIELD@VERSION.")
