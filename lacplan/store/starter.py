"""The files that a plan, its group, its contributions and its consultations begin with."""

import re
from pathlib import Path
from string import Template

from lacplan.errors import LacplanError
from lacplan.model.companions import Companion
from lacplan.model.consultation import Consultation
from lacplan.model.fields import NAME

SCHEMA_FILE = ".lacplan.schema.json"
"""The JSON Schema that editors read, beside the drafts."""

_LANGUAGES = ("en", "es", "pt", "fr")
_FOLDER = Path(__file__).with_name("starters")


def schema_file(kind: Companion) -> str:
    """Return the name of the JSON Schema of files of this *kind*, beside the drafts."""
    return f".lacplan.{kind.name}.schema.json"


def starter(name: str, language: str) -> str:
    """Return the text of a new plan's first draft.

    Args:
        name: What the plan is to be called.
        language: BCP 47. In Spanish, Portuguese and French the text is in that language, in any
            other in English.

    Raises:
        LacplanError: *name* can't name a plan.
    """
    if not re.fullmatch(NAME.pattern, name):
        hint = f"Write it with {NAME.says}, such as lac-2030."
        raise LacplanError(f"“{name}” can't name a plan.", hint=hint)
    title = name.replace("-", " ").capitalize()
    return _starter(
        "plan",
        language,
        name=name,
        title=f'"{title}"' if title.isdigit() else title,
        language=language,
        schema=SCHEMA_FILE,
    )


def companion_starter(kind: Companion, name: str, language: str) -> str:
    """Return the text that a file of this *kind* begins with, beside the plan *name*.

    Args:
        kind: The group or the contributions.
        name: The plan.
        language: The plan's, as in `starter`.
    """
    return _starter(kind.name, language, name=name, schema=schema_file(kind))


def consultation_starter(name: str, consultation: Consultation) -> str:
    """Return the text of ``consultation.yaml`` for a new consultation of the plan *name*.

    It is in the first language of the consultation, as in `starter`.
    """
    said = consultation._asdict()
    values = {key: said[key] for key in ("version", "digest", "state", "opens", "closes", "late")}
    languages = ", ".join(consultation.languages)
    return _starter("consultation", _first(consultation), name=name, languages=languages, **values)


def issues_starter(name: str, consultation: Consultation) -> str:
    """Return the text of ``issues.yaml`` before the first issue, in the same language."""
    return _starter("issues", _first(consultation), name=name)


def _first(consultation: Consultation) -> str:
    return next(iter(consultation.languages), "en")


def _starter(kind: str, in_: str, **values: str) -> str:
    first = in_.split("-")[0].lower()
    language = first if first in _LANGUAGES else "en"
    text = (_FOLDER / f"{kind}.{language}.yaml").read_text(encoding="utf-8")
    return _in_columns(Template(text).substitute(values))


def _in_columns(text: str) -> str:
    """Return *text* with what stands behind tabs in one column."""
    lines = [line.partition("\t") for line in text.split("\n")]
    width = max(len(before) for before, tab, _ in lines if tab) + len("    ")
    return "\n".join(before.ljust(width) + after if tab else before for before, tab, after in lines)
