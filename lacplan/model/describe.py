"""The types of fields, in words for people."""

from lacplan.model import consultation, fields
from lacplan.model.types import (
    Code,
    Date,
    FormatVersion,
    ListOf,
    MapOf,
    NameOr,
    Number,
    RecordOf,
    Text,
    Type,
    Word,
)

_FORMS = {
    fields.NAME: "name",
    fields.ID: "id",
    fields.CODE: "code",
    fields.ALIGNMENT: "framework:code",
    fields.REPLACED: "id or plan#id",
    fields.WORD: "word",
    fields.LABEL: "version",
    consultation.MOMENT: "day, time and offset",
    consultation.SHA256: "SHA-256 digest",
}


def describe(type: Type) -> str:
    """Return what a field of *type* takes, in a few words."""
    match type:
        case Text(form=form, prose=prose):
            return _FORMS[form] if form else "prose" if prose else "text"
        case Number():
            return "number"
        case Date():
            return "date"
        case Word(words=words):
            return ", ".join(words)
        case Code(vocabulary=vocabulary):
            return f"{vocabulary} code"
        case ListOf(of=of):
            return f"list of {describe(of)}"
        case RecordOf(record=record):
            return record.name.split(" ", 1)[1]
        case NameOr(record=record):
            return f"name or {record.name.split(' ', 1)[1]}"
        case MapOf(of=of):
            return f"key: {describe(of)}"
        case FormatVersion():
            return str(fields.FORMAT)
