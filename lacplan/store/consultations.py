"""The consultations of a plan: the folders ``consultations/ID/`` beside ``plan.yaml``."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from lacplan.errors import LacplanError, nearest
from lacplan.model.comment_line import Line
from lacplan.model.companions import CONSULTATION, ISSUES, Companion
from lacplan.model.consultation import CONSULTATION_FILE, Consultation
from lacplan.model.issues import DISPOSITIONS, ISSUES_FILE, LINKS_FILE, Issues, Link, LinkLine
from lacplan.model.ledger import Ledger, comments_now
from lacplan.store.comments import CommentFiles
from lacplan.store.companions import CompanionFile
from lacplan.store.files import read, shown, write
from lacplan.store.tags import LABEL

LINK_COLUMNS = ("comment", "issue", "disposition", "note")


class ConsultationFolder:
    """One consultation, as it lies in its folder.

    Args:
        folder: ``NAME/consultations/ID``.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.id = folder.name
        self.plan = folder.parents[1]
        self.files = CommentFiles(folder)

    @cached_property
    def consultation_file(self) -> CompanionFile:
        """What was asked.

        Raises:
            LacplanError: There is no such file, or it can't be read.
        """
        return self._file(CONSULTATION)

    @cached_property
    def issues_file(self) -> CompanionFile | None:
        """What was made of the answers; ``None`` where there is no such file yet."""
        path = self.folder / ISSUES_FILE
        return self._file(ISSUES) if path.is_file() else None

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
        path = self.folder / LINKS_FILE
        return tuple(_links(path)) if path.is_file() else ()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line of the comments' files."""
        return tuple(self.files.lines())

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
        """Yield the name and the SHA-256, in hexadecimal, of each of its files that are shared."""
        names = (CONSULTATION_FILE, ISSUES_FILE, LINKS_FILE)
        for path in (*(self.folder / name for name in names), *self.files.shards()):
            if path.is_file():
                name = path.relative_to(self.folder).as_posix()
                yield name, sha256(path.read_bytes()).hexdigest()

    def write_links(self, links: Iterable[Link]) -> None:
        """Write ``links.csv`` anew, in the order of the comments' ids."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(LINK_COLUMNS)
        for link in sorted(links):
            writer.writerow(["" if cell is None else cell for cell in link])
        write(self.folder / LINKS_FILE, text.getvalue().encode())

    def _file(self, kind: Companion) -> CompanionFile:
        path = self.folder / kind.file
        return CompanionFile(kind, shown(path), read(path))


def consultations(plan: Path) -> tuple[ConsultationFolder, ...]:
    """Return the consultations of the plan in the folder *plan*, in the order of their ids."""
    found = plan.glob(f"consultations/*/{CONSULTATION_FILE}")
    return tuple(ConsultationFolder(path.parent) for path in sorted(found))


def find_consultation(plan: Path, id: str | None = None) -> ConsultationFolder:
    """Return the consultation *id* of the plan in the folder *plan*; its only one for ``None``.

    Of several, ``None`` means the one that is not responded yet, where there is just one.

    Raises:
        LacplanError: There is none, or there are several; the nearest is offered.
    """
    found = {each.id: each for each in consultations(plan)}
    if not found:
        raise LacplanError(
            f"“{plan.name}” has no consultation.",
            hint=f"Open one: lacplan consult open {plan.name} --version draft-01 --closes DATE",
        )
    if id is not None:
        if id in found:
            return found[id]
        guess = nearest(id, found)
        hint = f"Did you mean “{guess}”?" if guess else f"There are: {', '.join(found)}."
        raise LacplanError(f"“{plan.name}” has no consultation “{id}”.", hint=hint)
    at_work = [each for each in found.values() if each.consultation.state != "responded"]
    if len(found) == 1 or len(at_work) == 1:
        return (at_work or [*found.values()])[0]
    raise LacplanError(
        f"“{plan.name}” has {len(found)} consultations.",
        hint=f"Name one with --consultation: {', '.join(found)}.",
    )


def _links(path: Path) -> Iterator[LinkLine]:
    text = read(path).decode("utf-8-sig", errors="replace")
    rows = csv.reader(io.StringIO(text, newline=""))
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
