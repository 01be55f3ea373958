"""How commenters can be reached: a file that stays on this machine, since git ignores it."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from lacplan.store.comments import keep_private
from lacplan.store.files import write

FIELDS = ("submission", "mail", "telephone", "address")


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


def keep_contacts(folder: Path, contacts: Iterable[Mapping[str, str]]) -> None:
    """Add *contacts* to those of the consultation in *folder*; newer ones win."""
    known = read_contacts(folder)
    before = dict(known)
    known.update((each["submission"], dict(each)) for each in contacts)
    if known != before:
        _write(folder, known)


def drop_contact(folder: Path, submission: str) -> bool:
    """Delete how whoever sent *submission* can be reached; tell whether anything was known."""
    known = read_contacts(folder)
    if known.pop(submission, None) is None:
        return False
    _write(folder, known)
    return True


def _write(folder: Path, contacts: Mapping[str, Mapping[str, str]]) -> None:
    keep_private(folder / "private")
    text = io.StringIO()
    writer = csv.DictWriter(text, FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(contacts[each] for each in sorted(contacts))
    write(contacts_file(folder), text.getvalue().encode())
