"""The command line itself: its commands, each imported only when it is asked for."""

import os
import sys
from errno import EBADF, ENOSPC
from importlib import import_module
from io import FileIO, TextIOWrapper
from keyword import iskeyword
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from lacplan import __version__
from lacplan.cli.console import fail, say
from lacplan.errors import Exit, LacplanError

COMMANDS = {
    "validate": "Check drafts against the rules.",
    "render": "Render a draft for readers, or for programs.",
    "diff": "Tell what changed between two drafts.",
    "merge": "Merge two drafts by meaning.",
    "fmt": "Bring drafts into one canonical layout.",
    "balance": "Tell who is in the group that writes a plan, and who is not.",
    "trace": "Tell where in the plan each contribution is found again.",
    "item add": "Add an item or an indicator.",
    "item set": "Change the fields of an item or an indicator.",
    "item move": "Move an item or an indicator, with all that lies under it.",
    "item remove": "Take away an item or an indicator, with all that lies under it.",
    "renumber": "Give codes where they are missing, doubled or not the parent's.",
    "show": "Show a draft's tree, or all that is known of one item.",
    "save": "Show what changed in a plan, and commit its files and nothing else.",
    "version create": "Publish the draft of the last commit as a version.",
    "version list": "List the versions: when, by whom, how much changed.",
    "version verify": "Tell whether the versions are what was published.",
    "version restore": "Put an older draft back into the working tree.",
    "consult open": "Open the consultation of the community on a version.",
    "consult close": "Close a consultation, or say how far it has come.",
    "consult extend": "Let a consultation close later than was said.",
    "consult import": "Take comments in from tables.",
    "consult add": "Take in one comment, as it was made in a meeting.",
    "consult amend": "Correct, withdraw or moderate a comment.",
    "consult split": "Part a comment that says several things.",
    "consult erase": "Blank what a person could be known by, on request.",
    "consult status": "Tell what has come in, and what has no answer yet.",
    "consult show": "Show all that is known of a comment or an issue.",
    "consult link": "Say which issue comments belong to.",
    "consult answer": "Give an issue its disposition, and say what was changed.",
    "consult check": "Prove that what was accepted was changed, and check all else.",
    "consult report": "Write the public report: what was decided, and what changed.",
    "consult export": "Write the comments as a table, with what became of each.",
    "log": "Tell what each commit meant to a draft.",
    "history": "Tell the life of one item.",
    "blame": "Tell for each field who last changed its meaning.",
    "new": "Start a new plan from a commented draft.",
    "rule": "Explain a rule, or list all of them.",
    "fields": "Explain the fields of the draft format.",
    "schema": "Print the JSON Schema of the draft format.",
    "tour": "Replay the life of a plan in a throw-away repository.",
    "setup git": "Have git speak of drafts by their meaning.",
}
"""Each command with its line in the help. Its module, of the same name, holds its function.

A command of a group is called ``group command``; it is ``lacplan/cli/group/command.py``.
"""

PLUMBING = {
    "diff-driver": "Tell what changed in one draft, as git asks for it.",
    "merge-driver": "Merge a draft that both sides changed, as git asks for it.",
    "textconv": "Print a draft as a line a field, as git asks for it.",
}
"""Likewise, the commands that git calls: they work, and the help leaves them out."""

GROUPS: dict[str, str] = {
    "version": "Publish versions of a plan; list, check and restore them.",
    "setup": "Set up what works with lacplan.",
    "item": "Edit items and indicators, comments and layout kept.",
    "consult": "Consult the community: take comments in, answer them, report.",
}
"""Each group of commands with its line in the help."""


class _ReaderLeft(Exception):  # noqa: N818  # it says who did what
    """Whoever read our answer has closed the pipe."""


class LazyGroup(TyperGroup):
    """A group whose commands are imported when they run: start-up is felt on every save."""

    prefix = ""
    """What stands before the names of its commands in `COMMANDS`."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = dict.fromkeys(self._lines())  # type: ignore[assignment]  # names to suggest

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of all commands, in the order of the help."""
        return list(self._lines())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command *cmd_name*, ``None`` where there is none."""
        if not self.prefix and cmd_name in GROUPS:
            return _group(cmd_name)
        if f"{self.prefix}{cmd_name}" not in COMMANDS | PLUMBING:
            return None
        module = import_module(f"lacplan.cli.{self.prefix.replace(' ', '.')}{_python(cmd_name)}")
        made = typer.Typer(add_completion=False, rich_markup_mode=None)
        made.command(cmd_name)(getattr(module, _python(cmd_name)))
        return typer.main.get_command(made)

    def invoke(self, ctx: Any) -> Any:
        """Run a command. Typer would make a closed pipe 1, which says that something was found."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise _ReaderLeft from None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands' lines of the help, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._lines().items()))

    def _lines(self) -> dict[str, str]:
        """Return each command of this group with its line in the help."""
        if not self.prefix:
            return {**{name: says for name, says in COMMANDS.items() if " " not in name}, **GROUPS}
        return {
            name.removeprefix(self.prefix): says
            for name, says in COMMANDS.items()
            if name.startswith(self.prefix)
        }


def _python(name: str) -> str:
    """Return the name of the module and function of a command."""
    return name.replace("-", "_") + ("_" if iskeyword(name) else "")


def _group(name: str) -> Any:
    """Return the group of commands *name*."""
    of_group = type("OfGroup", (LazyGroup,), {"prefix": f"{name} "})
    made = typer.Typer(
        cls=of_group, add_completion=False, rich_markup_mode=None, no_args_is_help=True
    )
    made.callback(help=GROUPS[name])(_nothing)
    command = typer.main.get_command(made)
    command.name = name
    return command


def _nothing() -> None:
    """Do what a group of commands does by itself."""


app = typer.Typer(
    cls=LazyGroup,
    # Rich help pages cost a quarter of a second more, on every --help.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"lacplan {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def lacplan(
    ctx: typer.Context,
    drafts: Annotated[
        str | None,
        typer.Option(help="The folder of drafts.", metavar="DIR", envvar="LACPLAN_DRAFTS"),
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Validate, compare, publish and render the drafts of a strategic plan.

    Without a command: the board of the workspace.
    """
    if drafts is not None:
        os.environ["LACPLAN_DRAFTS"] = drafts  # so that --drafts may stand on either side
    if ctx.invoked_subcommand is None:
        from lacplan.cli.board import board

        board(Path(drafts) if drafts else None)


def run() -> None:
    """Run the command line, and turn every error into a message and an exit status."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        typer.main.get_command(app)(prog_name="lacplan")
    except LacplanError as error:
        fail(error)
        raise SystemExit(error.exit) from None
    except (BrokenPipeError, _ReaderLeft):
        # Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        # Not 0 either: nobody has seen the whole answer.
        raise SystemExit(Exit.UNABLE) from None
    except OSError as error:
        fail(_of_system(error))
        if error.errno in (EBADF, ENOSPC):  # what is still to be flushed would fail again
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(Exit.UNABLE) from None
    except Exception as error:
        _own_fault(error)


def _open_closed_streams() -> None:
    """Open standard output and error where a caller closed them, since Python has no streams then.

    What is said on standard error goes nowhere, and the exit status stays what it is. An answer on
    standard output can't be given, and writing it fails. Either number would else be that of the
    next file that is opened.
    """
    for number, name in ((1, "stdout"), (2, "stderr")):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_RDONLY if name == "stdout" else os.O_WRONLY)
            if handle != number:
                os.dup2(handle, number)
                os.close(handle)
            raw = FileIO(number, "w", closefd=False)
            setattr(sys, name, TextIOWrapper(raw, write_through=True))  # to fail now, not at exit


def _of_system(error: OSError) -> LacplanError:
    """Return what the operating system refused, as an error for people."""
    if error.errno == EBADF and error.filename is None:
        hint = "Let it lead somewhere, or name a file with “-o” where a command takes one."
        return LacplanError("Standard output is closed.", hint=hint)
    if error.errno == ENOSPC:
        return LacplanError("The disk is full.", hint="Make room, then run it again.")
    what = f"“{error.filename}”" if error.filename else "A file"
    message = f"{what} can't be used: {error.strerror or error}."
    return LacplanError(message, hint="Check the name and the permissions.")


def _own_fault(error: Exception) -> NoReturn:
    """Tell of a fault of lacplan's own, and leave."""
    if os.environ.get("LACPLAN_DEBUG"):
        raise error
    say(f"lacplan itself is at fault: {type(error).__name__}: {error}")
    say("  Nothing was written. Run it again with LACPLAN_DEBUG=1 and report what it prints.")
    raise SystemExit(Exit.BUG) from None
