"""The consultations of a plan: the folders ``consultations/ID/`` beside ``plan.yaml``."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from lacplan.errors import LacplanError, nearest
from lacplan.model.comment_line import Line
from lacplan.model.companions import CONSULTATION, ISSUES, Companion
from lacplan.model.consultation import CONSULTATION_FILE, Consultation
from lacplan.model.issues import DISPOSITIONS, ISSUES_FILE, LINKS_FILE, Issues, Link, LinkLine
from lacplan.model.ledger import Ledger, comments_now
from lacplan.store.beside import Beside, FolderHere
from lacplan.store.comments import CommentFiles, read_lines
from lacplan.store.companions import CompanionFile
from lacplan.store.files import write
from lacplan.store.tags import LABEL

LINK_COLUMNS = ("comment", "issue", "disposition", "note")


class Consulted:
    """One consultation, to be read: as it lies in the working tree or in a commit.

    Args:
        beside: The folder of the plan.
        id: The name of its folder in ``consultations/``.
    """

    def __init__(self, beside: Beside, id: str) -> None:
        self.beside = beside
        self.id = id

    def read(self, file: str) -> bytes | None:
        """Return what one of its files holds, such as ``links.csv``; ``None`` without the file.

        Raises:
            LacplanError: It can't be read.
        """
        return self.beside.read(self._path(file))

    def shown(self, file: str) -> str:
        """Return one of its files as people and programs see it."""
        return self.beside.shown(self._path(file))

    @cached_property
    def consultation_file(self) -> CompanionFile:
        """What was asked.

        Raises:
            LacplanError: There is no such file, or it can't be read.
        """
        found = self._file(CONSULTATION)
        if found is None:
            hint = "Take it back from git; a new one is begun with “lacplan consult open”."
            raise LacplanError(f"There is no file “{self.shown(CONSULTATION_FILE)}”.", hint=hint)
        return found

    @cached_property
    def issues_file(self) -> CompanionFile | None:
        """What was made of the answers; ``None`` where there is no such file yet."""
        return self._file(ISSUES)

    @property
    def consultation(self) -> Consultation:
        """What was asked.

        Raises:
            LacplanError: It can't be read.
        """
        value: Consultation = self.consultation_file.value
        return value

    @property
    def issues(self) -> Issues:
        """What was made of the answers so far.

        Raises:
            LacplanError: It can't be read.
        """
        value: Issues = self.issues_file.value if self.issues_file else Issues()
        return value

    @cached_property
    def link_lines(self) -> tuple[LinkLine, ...]:
        """Every line of ``links.csv`` but the first, damaged ones with their fault."""
        raw = self.read(LINKS_FILE)
        return tuple(_links(raw)) if raw is not None else ()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line of the comments' files."""
        return tuple(line for each in self.shards for line in read_lines(each, self._texts(each)))

    @cached_property
    def shards(self) -> tuple[str, ...]:
        """The names of the comments' files, in order."""
        names = self.beside.files(self._path("comments"))
        return tuple(name for name in names if name.endswith(".jsonl"))

    def shard(self, name: str) -> str:
        """Return all that stands in one of the comments' files."""
        raw = self.beside.read_whole(self._path(f"comments/{name}"))
        return raw.decode(errors="surrogateescape")

    def tracked(self) -> tuple[str, ...]:
        """Return the names of the files in ``private/`` that git has."""
        return self.beside.tracked(self._path("private"))

    @cached_property
    def ledger(self) -> Ledger:
        """All of it, joined; damaged lines are left out.

        Raises:
            LacplanError: What was asked, or what was made of the answers, can't be read.
        """
        return self._joined(self.consultation, self.issues)

    @cached_property
    def readable(self) -> Ledger:
        """As `ledger`, with nothing in place of what can't be read."""
        asked: Consultation = self.consultation_file.read.value or Consultation()
        return self._joined(asked, self.readable_issues)

    @property
    def readable_issues(self) -> Issues:
        """As `issues`, with none in place of a file that can't be read."""
        value: Issues | None = self.issues_file.read.value if self.issues_file else None
        return value or Issues()

    def _joined(self, consultation: Consultation, issues: Issues) -> Ledger:
        return Ledger(
            id=self.id,
            consultation=consultation,
            issues=issues,
            links=[line.link for line in self.link_lines if line.link],
            comments=comments_now(line.record for line in self.lines if line.record),
        )

    def sums(self) -> Iterator[tuple[str, str]]:
        """Yield the name and the SHA-256, in hexadecimal, of each of its files that are shared.

        Lines end in LF for it, whatever git makes of line ends in this clone.
        """
        there = self.beside.files(self._path(""))
        names = [each for each in (CONSULTATION_FILE, ISSUES_FILE, LINKS_FILE) if each in there]
        for name in (*names, *(f"comments/{each}" for each in self.shards)):
            raw = self.beside.read_whole(self._path(name))
            yield name, sha256(raw.replace(b"\r\n", b"\n")).hexdigest()

    def _texts(self, shard: str) -> Iterable[str]:
        """Return the lines of one of the comments' files."""
        return self.shard(shard).split("\n")

    def _file(self, kind: Companion) -> CompanionFile | None:
        raw = self.read(kind.file)
        return CompanionFile(kind, self.shown(kind.file), raw) if raw is not None else None

    def _path(self, file: str) -> str:
        return f"consultations/{self.id}/{file}".rstrip("/")


_Any = TypeVar("_Any", bound=Consulted)


class ConsultationFolder(Consulted):
    """One consultation in the working tree, where it can be written to.

    Args:
        folder: ``NAME/consultations/ID``.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(FolderHere(folder.parents[1]), folder.name)
        self.folder = folder
        self.plan = folder.parents[1]
        self.files = CommentFiles(folder)

    @cached_property
    def shards(self) -> tuple[str, ...]:
        """The names of the comments' files; what a crash left undone is finished first."""
        return tuple(each.name for each in self.files.shards())

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line of the comments' files."""
        return tuple(self.files.lines())

    def write_links(self, links: Iterable[Link]) -> None:
        """Write ``links.csv`` anew, in the order of the comments' ids."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(LINK_COLUMNS)
        for link in sorted(links):
            writer.writerow(["" if cell is None else cell for cell in link])
        write(self.folder / LINKS_FILE, text.getvalue().encode())


def consultations(plan: Path) -> tuple[ConsultationFolder, ...]:
    """Return the consultations of the plan in the folder *plan*, in the order of their ids."""
    beside = FolderHere(plan)
    ids = (id for id in beside.folders("consultations") if _is_consultation(beside, id))
    return tuple(ConsultationFolder(plan / "consultations" / id) for id in ids)


def consultations_beside(beside: Beside | None) -> tuple[Consulted, ...]:
    """Return the consultations in the folder of a plan, in the order of their ids.

    Args:
        beside: The folder; ``None`` of a plan that is a single file, which has none.
    """
    if beside is None:
        return ()
    if isinstance(beside, FolderHere):
        return consultations(beside.folder)
    there = (id for id in beside.folders("consultations") if _is_consultation(beside, id))
    return tuple(Consulted(beside, id) for id in there)


def _is_consultation(beside: Beside, id: str) -> bool:
    """Tell whether a folder is a consultation's, be it one that lacks the file of what was asked.

    What git ignores may stay behind where a consultation was, and makes none.
    """
    folder = f"consultations/{id}"
    shared = {CONSULTATION_FILE, ISSUES_FILE, LINKS_FILE}
    comments = beside.files(f"{folder}/comments")
    return not shared.isdisjoint(beside.files(folder)) or any(
        name.endswith(".jsonl") for name in comments
    )


def find_consultation(plan: Path, id: str | None = None) -> ConsultationFolder:
    """Return the consultation *id* of the plan in the folder *plan*; its only one for ``None``.

    Of several, ``None`` means the one that is not responded yet, where there is just one.

    Raises:
        LacplanError: There is none, or there are several; the nearest is offered.
    """
    found = consultations(plan)
    if not found:
        hint = f"Open one: lacplan consult open {plan.name} --version draft-01 --closes DATE"
        raise LacplanError(f"“{plan.name}” has no consultation.", hint=hint)
    return chosen(found, plan.name, id)


def chosen(consultations: Sequence[_Any], name: str, id: str | None) -> _Any:
    """Return the one of *consultations*, of which there are some, that `find_consultation` means.

    Args:
        consultations: Those of the plan.
        name: What errors call the plan.
        id: Which of them is meant.

    Raises:
        LacplanError: There is none, or there are several; the nearest is offered.
    """
    found = {each.id: each for each in consultations}
    if id is not None:
        if id in found:
            return found[id]
        guess = nearest(id, found)
        hint = f"Did you mean “{guess}”?" if guess else f"There are: {', '.join(found)}."
        raise LacplanError(f"“{name}” has no consultation “{id}”.", hint=hint)
    at_work = [each for each in found.values() if each.consultation.state != "responded"]
    if len(found) == 1 or len(at_work) == 1:
        return (at_work or [*found.values()])[0]
    raise LacplanError(
        f"“{name}” has {len(found)} consultations.",
        hint=f"Name one with --consultation: {', '.join(found)}.",
    )


def _links(raw: bytes) -> Iterator[LinkLine]:
    text = raw.decode("utf-8-sig", errors="replace")
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)  # spreadsheets write it as their country does
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = next(rows, list(LINK_COLUMNS))
        if not {"comment", "issue"} <= {*names}:
            yield LinkLine(1, None, "does not name the columns “comment” and “issue”")
            return
        places = [names.index(name) if name in names else len(names) for name in LINK_COLUMNS]
        for row in rows:
            row += [""] * (len(names) + 1 - len(row))
            cells = [row[place].strip() or None for place in places]
            if any(cells):
                yield _link(rows.line_num, *cells)
    except csv.Error as error:
        yield LinkLine(rows.line_num, None, f"is no line of CSV: {error}")


def _link(
    number: int, comment: str | None, issue: str | None, disposition: str | None, note: str | None
) -> LinkLine:
    if comment is None or issue is None:
        return LinkLine(number, None, "names no comment or no issue")
    if disposition is not None and disposition not in DISPOSITIONS:
        known = ", ".join(DISPOSITIONS)
        fault = f"has the unknown disposition “{disposition}”; known are: {known}"
        return LinkLine(number, None, fault)
    return LinkLine(number, Link(comment, issue, disposition, note))


def check_id(id: str) -> None:
    """Make sure that *id* can name a consultation, and so its folder.

    Raises:
        LacplanError: It can't.
    """
    if not re.fullmatch(LABEL, id):
        hint = "Write it in small letters and digits in groups joined by “-”, such as round-1."
        raise LacplanError(f"“{id}” can't name a consultation.", hint=hint)
