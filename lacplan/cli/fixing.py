"""Mending drafts before they are judged, for ``lacplan validate --fix``."""

from dataclasses import replace
from typing import TYPE_CHECKING

from lacplan.cli.console import answer, tell
from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lacplan.document.tree import Document
    from lacplan.model.finding import Finding
    from lacplan.store.drafts import Source
    from lacplan.validate.draft import Draft


def want_fix(refs: "Sequence[str] | None", *, fix: bool, diff: bool) -> None:
    """Refuse the options that do not go together."""
    if diff and not fix:
        raise LacplanError("--diff shows what --fix would do.", hint="Add --fix.")
    if fix and refs and "-" in refs and len(refs) > 1:
        message = "What is mended on standard input goes to standard output, and nothing else."
        raise LacplanError(message, hint="Name it alone.")


def fixed(
    ref: str, drafts: "Path | None", chosen: frozenset[str] | None, *, diff: bool
) -> "Source":
    """Return the draft that *ref* names, mended and saved; with *diff*, only shown.

    Args:
        ref: The draft.
        drafts: The folder of drafts, where the user named one.
        chosen: The codes of the rules whose findings are mended; ``None`` for all.
        diff: Whether nothing is written.
    """
    from lacplan.cli.checking import draft_of
    from lacplan.cli.editing import line_diff, open_for_edit, save
    from lacplan.document.tree import unparse
    from lacplan.edit.format import kept_formatted
    from lacplan.model.companions import kind_of
    from lacplan.validate.every_rule import EVERY_RULE
    from lacplan.validate.fix import fix

    source = open_for_edit(ref, drafts)
    if kind_of(source.path):
        return source  # what lies beside a plan is judged, and mended by hand

    def judged(document: "Document") -> "Draft":
        return draft_of(replace(source, raw=unparse(document).encode()))

    codes = chosen if chosen is not None else frozenset(rule.code for rule in EVERY_RULE)
    document, mended = fix(judged, source.document, codes)
    document = kept_formatted(source.document, document)
    if diff:
        answer(line_diff(source, document))
    elif mended or source.path is None:
        save(source, document)
    if mended:
        tell(f"{source.file}: {'would mend' if diff else 'mended'} {_counted(mended)}.")
    return replace(source, raw=unparse(document).encode()) if mended else source


def _counted(mended: "Sequence[Finding]") -> str:
    """Return such as "2 of FORM009 unknown-country, 1 of TEXT002 empty-text"."""
    counts: dict[str, int] = {}
    for each in mended:
        name = f"{each.code} {each.name}"
        counts[name] = counts.get(name, 0) + 1
    return ", ".join(f"{number:,} of {name}" for name, number in sorted(counts.items()))
