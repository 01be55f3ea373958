"""The links between comments and issues, to be written anew."""

from typing import TYPE_CHECKING

from lacplan.cli.consult.opened import warn_of_damage
from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from lacplan.model.issues import Link
    from lacplan.store.consultations import ConsultationFolder


def readable_links(folder: "ConsultationFolder") -> "dict[str, list[Link]]":
    """Return every line of ``links.csv`` by its comment.

    A comment has several after a merge of two that linked it; the first counts until somebody
    says which is right.

    Raises:
        LacplanError: Some can't be read, and would be lost when the file is written anew.
    """
    if any(line.link is None for line in folder.link_lines):
        warn_of_damage(folder)
        hint = "Mend them first, so that nothing is lost when it is written anew."
        raise LacplanError("links.csv has lines that can't be read.", hint=hint)
    found: dict[str, list[Link]] = {}
    for line in folder.link_lines:
        if line.link:
            found.setdefault(line.link.comment, []).append(line.link)
    return found


def write_links(folder: "ConsultationFolder", links: "dict[str, list[Link]]") -> None:
    """Write ``links.csv`` anew, with every line of *links*."""
    folder.write_links(each for lines in links.values() for each in lines)
