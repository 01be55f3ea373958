"""``lacplan version verify``."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lacplan.cli.console import answer, console, progress
from lacplan.cli.options import Drafts, complete_ref
from lacplan.errors import Exit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lacplan.history.chain import Verdict


class Output(StrEnum):
    """How it is told what holds."""

    TABLE = "table"
    JSON = "json"


def verify(
    name: Annotated[
        str | None,
        typer.Argument(
            help="The plan's name; every plan where it is left out.",
            metavar="[NAME]",
            autocompletion=complete_ref,
            show_default=False,
        ),
    ] = None,
    remote: Annotated[
        bool, typer.Option("--remote", help="Compare with the tags of the branch's remote, too.")
    ] = False,
    remote_name: Annotated[
        str | None,
        typer.Option("--remote-name", help="Compare with those of this remote.", metavar="REMOTE"),
    ] = None,
    format: Annotated[Output, typer.Option(help="How to tell.")] = Output.TABLE,
    drafts: Drafts = None,
) -> None:
    """Read every version again, and tell whether it is what was published.

    Looked at are digests, the chain of records, the tags and their signatures. Exit with 1 where
    anything does not hold.
    """
    from lacplan.history.chain import judge
    from lacplan.store.commit import open_place
    from lacplan.store.publish import remote_of, remote_tags
    from lacplan.store.versions import none_of, read_versions, see

    compared = remote or remote_name is not None
    with open_place(drafts) as place:
        there = remote_of(place.repository, remote_name) if compared else None
        tags = remote_tags(place.repository, name, there) if there else None
        versions = read_versions(place, name)
        seen = []
        with progress("Reading", len(versions)) as step:
            for version in versions:
                seen.append(see(place, version))
                step()
        verdicts = judge(seen, tags)
        if not verdicts:
            raise none_of(place, name)
    _report(verdicts, format, compared=compared)
    raise typer.Exit(Exit.FOUND if any(each.faults for each in verdicts) else Exit.CLEAN)


def _report(verdicts: "Sequence[Verdict]", format: Output, *, compared: bool) -> None:
    match format:
        case Output.JSON:
            from lacplan.render.versions import verify_json

            answer(verify_json(verdicts))
        case Output.TABLE:
            from lacplan.cli.versions_table import judged

            paper = console()
            for part in judged(verdicts, compared=compared):
                paper.print(part)
