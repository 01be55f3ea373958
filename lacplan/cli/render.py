"""``lacplan render``."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, say
from lacplan.cli.drafts import open_draft
from lacplan.cli.options import Drafts, OutputFile, Ref
from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from lacplan.store.drafts import Source


class Output(StrEnum):
    """What a draft is rendered as."""

    MARKDOWN = "markdown"
    JSON = "json"
    CSV = "csv"


def render(
    ref: Ref,
    format: Annotated[Output, typer.Option(help="What to render it as.")] = Output.MARKDOWN,
    output: OutputFile = None,
    drafts: Drafts = None,
) -> None:
    """Render a draft for readers (Markdown), or for programs (JSON, CSV)."""
    source = open_draft(ref, drafts)
    text = _rendered(source, format)
    if output is None or str(output) == "-":
        answer(text)
        return
    spare_drafts(output, source)
    from lacplan.store.files import write

    # Spreadsheet programs take a CSV file for UTF-8 only where it begins with the mark.
    write(output, text.encode("utf-8-sig" if format is Output.CSV else "utf-8"))
    say(f"Wrote {output}.")


def spare_drafts(output: Path, source: "Source") -> None:
    """Refuse to write a page where a draft lies.

    Raises:
        LacplanError: *output* is the draft that is rendered, or one of the workspace.
    """
    drafts = [source.path] if source.path else []
    if source.workspace:
        drafts += [source.workspace.path(name) for name in source.workspace.names()]
    if any(draft.resolve() == output.resolve() for draft in drafts):
        message = f"“{output}” is a draft, and a page would take its place."
        raise LacplanError(message, hint="Name another file.")


def _rendered(source: "Source", format: Output) -> str:
    from lacplan.model.encode import digest, encode

    plan = source.plan
    match format:
        case Output.MARKDOWN:
            from lacplan.render.markdown import render as render_markdown

            return render_markdown(
                plan, ref=source.lasting_ref, digest=digest(plan), version=source.version
            )
        case Output.JSON:
            from json import dumps

            return dumps(encode(plan), ensure_ascii=False, indent=2) + "\n"
        case Output.CSV:
            from lacplan.render.spreadsheet import render as render_csv

            return render_csv(plan)
