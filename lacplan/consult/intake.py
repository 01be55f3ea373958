"""A table of comments, as people sent it -> comments, contacts, and what was noticed on the way."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple
from unicodedata import normalize

from lacplan.consult.cleaning import Cleaner
from lacplan.consult.columns import COMMENT, CONTACT_FIELDS, PART, STATE, Columns
from lacplan.consult.dates import Moments
from lacplan.consult.items import Items
from lacplan.consult.signed import attachments, signatories
from lacplan.consult.words import Words, country_of, field_of
from lacplan.model.comment import Attachment, Author, Comment, Target
from lacplan.model.consultation import Consultation
from lacplan.model.contacts import contacts, may_hold_contacts
from lacplan.model.plan import Plan
from lacplan.vocab import headings
from lacplan.vocab.languages import canonical_tag

_TEXTS = ("text", "proposed", "quote")
_NAMES = ("name", "organization")

_LEFT = re.compile(r"[(<\[]? *(?:\btel[a-zé]*[.:]*)? *[)>\]]? *$", re.IGNORECASE)
_AROUND = " \t<>()[],;:\"'-"
"""What is left of a name whose mail address or telephone number was taken out."""

_PLAIN = 32
"""How much is kept of a submission's id that has to be written otherwise."""

_OWN_ID = re.compile(r"\.([0-9]{1,9})((?:-[1-9][0-9]{0,6})*)")
"""What follows the submission in the id of a comment, or of a part of one."""

_SUBMISSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")

_LONGEST_GROUP = 60
"""How many characters the name of a stakeholder group may have."""


class Contact(NamedTuple):
    """How a person can be reached: never committed."""

    submission: str
    mail: str = ""
    telephone: str = ""
    address: str = ""


class Notice(NamedTuple):
    """Something about one row that whoever imports should know."""

    row: int
    """The line of the file, from 1."""

    kind: str
    """``empty``, ``refused``, ``unresolved``, ``unknown-word``, ``unknown-group``, ``no-date``,
    ``future``, ``kept-apart`` or ``nameless``."""

    says: str
    """As a sentence that goes on from the row."""


class Intake(NamedTuple):
    """What an import would bring in."""

    comments: tuple[Comment, ...]
    contacts: tuple[Contact, ...]
    notices: tuple[Notice, ...]
    cleaned: Mapping[str, int]
    """How many texts were cleaned of what, such as ``control characters``."""

    with_mail: tuple[int, ...]
    """The rows whose texts, which will be public, hold a mail address."""

    month_first: bool = False
    """Whether the dates of the table have the month before the day."""

    undated: int = 0
    """How many rows have no date that can be read, and so count as received when the table was."""


class Context(NamedTuple):
    """What rows are read against."""

    consultation: Consultation
    plan: Plan | None
    """The version that was consulted: items are resolved in it; ``None`` where none is named."""

    channel: str
    received: str
    """RFC 3339: when rows without a date came."""

    constituencies: tuple[str, ...] = ()
    """What the plan's group declares besides the stakeholder groups."""

    now: str = ""
    """RFC 3339: the present, to tell dates that are still to come; not told where left out."""

    prefix: str = ""
    """What is put before the ids of submissions that the table gives."""

    country_names: Callable[[], Mapping[str, str]] = dict
    """Gives the names of countries, plain (`headings.plain`), with their codes."""


def take_in(
    columns: Columns, rows: Iterable[tuple[int, Sequence[str]]], context: Context
) -> Intake:
    """Return what *rows* hold.

    Args:
        columns: What stands in which column.
        rows: Each the number of its line, and its cells.
        context: What they are read against.
    """
    return _Intake(columns, context).run(list(rows))


def corrected(
    comment: Comment, said: Mapping[str, str], context: Context
) -> tuple[Comment, tuple[Notice, ...]]:
    """Return *comment* with what *said* has of its fields, and what of it is not known.

    Args:
        comment: As it reads now.
        said: By field, one of `lacplan.consult.columns.FIELDS`, what its author now says; an empty
            text takes the field away.
        context: What it is read against.
    """
    intake = _Intake(Columns({}, {}, ()), context)
    cell = {field: intake.clean(text) for field, text in said.items()}
    target, author = intake.target(0, cell), intake.author(0, cell)
    about = {"item": target.item, "given": target.given} if "item" in cell else {}
    about |= {key: getattr(target, key) for key in ("field", "quote") if key in cell}
    who = {key: getattr(author, key) for key in Author._fields if key in cell}
    words = {key: intake.word(0, key, cell) for key in ("type", "position", "language")}
    own: dict[str, Any] = {key: word for key, word in words.items() if key in cell}
    own |= {key: cell[key] for key in ("text", "proposed") if key in cell}
    after = comment._replace(
        target=comment.target._replace(**about), author=comment.author._replace(**who), **own
    )
    return after, tuple(intake.notices)


def submission_id(given: str) -> str:
    """Return the id of the submission that a table calls *given*: as it is, or written plainly.

    What can't stand in an id gives way to hyphens, with a sum so that no two become one; of a mail
    address nothing is left but the sum.
    """
    if _SUBMISSION.fullmatch(given):
        return given
    sum = sha256(given.encode(errors="surrogatepass")).hexdigest()
    letters = normalize("NFKD", given).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", letters).strip("-._")[:_PLAIN].rstrip("-._")
    return f"{plain}-{sum[:6]}" if plain and "@" not in given else f"s{sum[:12]}"


class _Intake:
    """What the steps of one import share."""

    def __init__(self, columns: Columns, context: Context) -> None:
        self.at = columns
        self.context = context
        self.clean = Cleaner()
        self.notices: list[Notice] = []
        self.with_mail: list[int] = []
        self.undated = 0
        self.seen: dict[str, int] = {}
        self.contacts: dict[str, Contact] = {}
        self.items = Items(context.plan)
        languages = Words(headings.words(headings.LANGUAGES), canonical_tag)
        self.words = {
            "position": Words(headings.words(headings.POSITIONS)),
            "type": Words(headings.words(headings.TYPES)),
            "stakeholder": Words(
                headings.words(headings.STAKEHOLDERS)
                | {headings.plain(each): each for each in context.constituencies}
            ),
            "kind": Words(headings.words(headings.AUTHOR_KINDS)),
            "field": Words(headings.words(headings.FIELDS), field_of),
            "language": languages,
            "target-language": languages,
            "country": Words({}, country_of, context.country_names),
        }

    def run(self, rows: list[tuple[int, Sequence[str]]]) -> Intake:
        said = self.at.fields.get("received")
        written = [] if said is None else [cells[said] for _, cells in rows]
        context = self.context
        self.moments = Moments(context.consultation, written, context.received, context.now)
        comments = [made for row, cells in rows if (made := self._comment(row, cells)) is not None]
        return Intake(
            tuple(comments),
            tuple(self.contacts.values()),
            tuple(self.notices),
            dict(self.clean.counts),
            tuple(dict.fromkeys(self.with_mail)),
            self.moments.month_first,
            self.undated,
        )

    def _comment(self, row: int, cells: Sequence[str]) -> Comment | None:
        cell = self._read(self.at.fields, cells)
        for field, at in self.at.otherwise:
            if field not in cell and cells[at]:
                cell[field] = self.clean(cells[at])
        answers = self._read(self.at.answers, cells)
        if any(cells[at].strip() for at in self.at.nameless):
            self._note(row, "nameless", "has words in a column without a name, which are left out")
        text = cell.get("text", "")
        if not (text or answers or "proposed" in cell or "position" in cell):
            self._note(row, "empty", "says nothing, so it is left out")
            return None
        received, late = self._received(row, cell.get("received"))
        if late and self.context.consultation.late == "refuse":
            self._note(row, "refused", f"came outside the window, at {received}, and is not taken")
            return None
        self._look_for_contacts(row, cell)
        submission = self._submission(cell.get("submission"), cells)
        id, seq, whole = self._identified(submission, cell)
        self._keep_contact(submission, cell)
        return Comment(
            id=id,
            submission=submission,
            seq=seq,
            received=received,
            channel=self.context.channel,
            text=text,
            late=late,
            target=self.target(row, cell),
            type=self.word(row, "type", cell),
            position=self.word(row, "position", cell),
            language=self.word(row, "language", cell),
            proposed=cell.get("proposed"),
            author=self.author(row, cell),
            signatories=signatories(cell["signatories"]) if "signatories" in cell else (),
            attachments=self._attachments(row, cell) if "attachments" in cell else (),
            split_from=whole,
            answers=answers,
            withdrawn=cell.get(STATE) in ("withdrawn", "true"),
        )

    def _read(self, columns: Mapping[str, int], cells: Sequence[str]) -> dict[str, str]:
        """Return what a row says in each of *columns*, cleaned; nothing where that is nothing."""
        said: dict[str, str] = {}
        for name, at in columns.items():
            text = cells[at]
            if text:
                # Most are clean, and to call would take longer than to look.
                is_clean = text.isascii() and text.isprintable()
                text = text.strip() if is_clean else self.clean(text)
                if text:
                    said[name] = text
        return said

    def _look_for_contacts(self, row: int, cell: dict[str, str]) -> None:
        """Keep apart how somebody can be reached that stands with a name; note it in texts."""
        for field in _TEXTS:
            if "@" in cell.get(field, "") and any(contacts(cell[field])):
                self.with_mail.append(row)
        for field in _NAMES:
            said = cell.get(field, "")
            for at in reversed([*contacts(said)] if may_hold_contacts(said) else []):
                found = said[at.start : at.end]
                kind = "mail" if "@" in found else "telephone"
                cell.setdefault(kind, found)
                said = f"{said[: at.start]} {said[at.end :]}"
                cell[field] = _LEFT.sub("", " ".join(said.split())).strip(_AROUND)
                what = "mail address" if kind == "mail" else "telephone number"
                self._note(row, "kept-apart", f"has a {what} for its {field}: it is kept apart")

    def _attachments(self, row: int, cell: Mapping[str, str]) -> tuple[Attachment, ...]:
        found = attachments(cell["attachments"])
        if found is None:
            self._note(row, "unknown-word", "has attachments without a SHA-256, which are left out")
        return found or ()

    def _identified(self, submission: str, cell: Mapping[str, str]) -> tuple[str, int, str | None]:
        """Return a comment's id, its place in its submission, and the id of what it is a part of.

        Lacplan's own tables have them; a prefix goes before all of them.
        """
        if COMMENT not in cell:
            seq = self._again(submission)
            return f"{submission}.{seq}", seq, None
        given = cell.get("submission", "")
        own, whole = (
            _OWN_ID.fullmatch(said, len(given)) if given and said.startswith(given) else None
            for said in (cell.get(COMMENT, ""), cell.get(PART, ""))
        )
        if own is None:
            seq = self._again(submission)
            return f"{submission}.{seq}", seq, None
        return f"{submission}{own[0]}", int(own[1]), f"{submission}{whole[0]}" if whole else None

    def _submission(self, given: str | None, cells: Sequence[str]) -> str:
        """Return the id of a row's submission: as it was given, or over all that it says."""
        if given:
            return submission_id(f"{self.context.prefix}{given}")
        said = sha256("\x1f".join(cells).encode(errors="surrogatepass"))
        key = said.hexdigest()
        number = self._again(key)
        if number > 1:  # the same words from somebody else count, too
            said.update(f"\x1f{number}".encode())
        return f"s{said.hexdigest()[:12]}"

    def _again(self, key: str) -> int:
        """Return how often *key* was met by now."""
        number = self.seen[key] = self.seen.get(key, 0) + 1
        return number

    def _received(self, row: int, said: str | None) -> tuple[str, bool]:
        found = self.moments.read(said) if said else None
        if found is None:
            self.undated += 1
            if said:
                self._note(row, "no-date", f"has “{said}” for a date, which is not known")
        elif self.moments.is_ahead(found):
            self._note(row, "future", f"has “{said}” for a date, which is still to come")
        return self.moments.placed(found)

    def target(self, row: int, cell: Mapping[str, str]) -> Target:
        given = cell.get("item")
        item = self.items.find(given) if given else None
        if given and item is None:
            self._note(row, "unresolved", f"is about “{given}”, which the version does not have")
        return Target(
            item=item,
            field=self.word(row, "field", cell),
            language=self.word(row, "target-language", cell)
            or (None if self.at.is_own else self.find("language", cell)),
            quote=cell.get("quote") or None,
            given=(given or None) if item is None else None,
        )

    def author(self, row: int, cell: Mapping[str, str]) -> Author:
        kind = self.word(row, "kind", cell)
        name, organization = _line(cell.get("name")), _line(cell.get("organization"))
        if kind is None and (name or organization):
            kind = "person" if name else "organization"
        return Author(
            kind=kind,
            name=name,
            organization=organization,
            stakeholder=self.group(row, cell),
            country=self.word(row, "country", cell),
        )

    def group(self, row: int, cell: Mapping[str, str]) -> str | None:
        """Return what a row says of its author's stakeholder group.

        One that is not known stays as it was given, since the plan's group may declare it later;
        until then it is counted among those that are not known.
        """
        said = cell.get("stakeholder")
        found = self.words["stakeholder"].find(said) if said else None
        said = None if found else _line(said)
        if not said:
            return found
        kept = len(said) <= _LONGEST_GROUP
        says = f"has “{said}” for its stakeholder, which is not known"
        self._note(row, "unknown-group", f"{says}; it is kept as it is" if kept else says)
        return said if kept else None

    def word(self, row: int, field: str, cell: Mapping[str, str]) -> str | None:
        """Return what a row says of *field*; there is a notice where that is not known."""
        said = cell.get(field)
        if not said:
            return None
        found = self.words[field].find(said)
        if found is None:
            self._note(row, "unknown-word", f"has “{said}” for its {field}, which is not known")
        return found

    def find(self, field: str, cell: Mapping[str, str]) -> str | None:
        """Return what a row says of *field*, where that is known."""
        said = cell.get(field)
        return self.words[field].find(said) if said else None

    def _keep_contact(self, submission: str, cell: Mapping[str, str]) -> None:
        said = {field: cell[field] for field in CONTACT_FIELDS if field in cell}
        if said and submission not in self.contacts:
            self.contacts[submission] = Contact(submission, **said)

    def _note(self, row: int, kind: str, says: str) -> None:
        self.notices.append(Notice(row, kind, says))


def _line(said: str | None) -> str | None:
    """Return *said* as one line; ``None`` where it says nothing."""
    return " ".join(said.split()) if said and "\n" in said else said or None
