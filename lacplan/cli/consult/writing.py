"""Saving what a command edited of a consultation."""

from typing import TYPE_CHECKING

from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from lacplan.document.tree import Document
    from lacplan.store.companions import CompanionFile
    from lacplan.store.consultations import ConsultationFolder


def document_of(file: "CompanionFile") -> "Document":
    """Return the document of *file*, to be edited.

    Raises:
        LacplanError: It has faults of reading, so that an edit could lose something.
    """
    if file.document.faults:
        fault = file.document.faults[0]
        line, column = file.document.position(fault.span.start)
        raise LacplanError(f"{file.file}:{line}:{column}: {fault.message}", hint=fault.hint)
    return file.document


def issues_document(folder: "ConsultationFolder", name: str) -> "Document":
    """Return the document of ``issues.yaml``, begun where there is no such file yet."""
    from lacplan.document.parse import parse
    from lacplan.store.starter import issues_starter

    file = folder.issues_file
    return document_of(file) if file else parse(issues_starter(name, folder.consultation))


def save(folder: "ConsultationFolder", file: str, document: "Document") -> None:
    """Write *document* to *file* of the consultation, in the canonical layout if it was in it."""
    from lacplan.document.tree import unparse
    from lacplan.edit.format import kept_formatted
    from lacplan.model.companions import CONSULTATION
    from lacplan.store.files import write

    before = folder.consultation_file if file == CONSULTATION.file else folder.issues_file
    if before:
        document = kept_formatted(before.document, document, before.companion.record)
    write(folder.folder / file, unparse(document).encode())
