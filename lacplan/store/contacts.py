"""How commenters can be reached: a file that stays on this machine, since git ignores it."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lacplan.store.comments import keep_private
from lacplan.store.files import write

if TYPE_CHECKING:
    from lacplan.consult.intake import Contact

FIELDS = ("submission", "mail", "telephone", "address")
"""In the order of a `lacplan.consult.intake.Contact`."""


def contacts_file(folder: Path) -> Path:
    """Return where the contacts of the consultation in *folder* lie."""
    return folder / "private" / "contacts.csv"


def read_contacts(folder: Path) -> dict[str, dict[str, str]]:
    """Return the contacts of the consultation in *folder*, by the submission's id."""
    path = contacts_file(folder)
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        rows = [
            {key: row.get(key) or "" for key in FIELDS}
            for row in csv.DictReader(file, strict=False)
        ]
    return {row["submission"]: row for row in rows if row["submission"]}


def keep_contacts(folder: Path, contacts: "Iterable[Contact]") -> None:
    """Add *contacts* to those of the consultation in *folder*; newer ones win."""
    known = _rows(read_contacts(folder))
    before = dict(known)
    known.update((each.submission, each) for each in contacts)
    if known != before:
        _write(folder, known)


def drop_contact(folder: Path, submission: str) -> dict[str, str] | None:
    """Delete how whoever sent *submission* can be reached; return it, or ``None``."""
    known = read_contacts(folder)
    contact = known.pop(submission, None)
    if contact is not None:
        _write(folder, _rows(known))
    return contact


def _rows(contacts: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    return {id: tuple(each.values()) for id, each in contacts.items()}


def _write(folder: Path, rows: Mapping[str, tuple[str, ...]]) -> None:
    keep_private(folder / "private")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(FIELDS)
    writer.writerows(rows[each] for each in sorted(rows))
    write(contacts_file(folder), text.getvalue().encode())
