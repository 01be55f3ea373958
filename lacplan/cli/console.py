"""The only writer to a terminal: answers to standard output, everything else to standard error."""

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, cast

from lacplan.errors import LacplanError

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

NARROWEST = 60
"""The fewest columns that tables are laid out for."""


def answer(text: str) -> None:
    """Write *text* to standard output as it is."""
    sys.stdout.write(text)


def say(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(f"{text}\n")


def tell(said: str) -> None:
    """Tell of something on standard error, as what another program, such as git, had to say."""
    for line in said.rstrip().splitlines():
        say(_printable(line))


@contextmanager
def telling(then: str = "") -> Iterator[None]:
    """Where git refuses for a reason that lacplan has no advice for, pass on all that was said.

    It may come from a hook of the user's, or from the other side of a push.

    Args:
        then: What to say besides, whatever the reason.
    """
    from lacplan.store.repository import GitRefusal

    try:
        yield
    except GitRefusal as refusal:
        if refusal.hint is None:
            tell(refusal.said)
        if then:
            say(then)
        raise


def fail(error: LacplanError) -> None:
    """Tell of an error: what is wrong, and what to do."""
    _say_laid_out("error:", str(error))
    if error.hint:
        _say_laid_out("  →", error.hint)


def warn(message: str) -> None:
    """Tell of something that the user should know, on standard error."""
    _say_laid_out("warning:", message)


def answer_raw(content: bytes) -> None:
    """Write *content* to standard output as it is, whatever bytes it holds."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


def console(*, colour: bool | None = None) -> "Console":
    """Return the console that tables are printed on, at least 60 columns wide.

    Rich fills lines up with spaces; whoever copies them, or compares two outputs, has no use for
    them, so they are left out.

    Args:
        colour: Whether it is coloured; as the terminal and its variables say where left out.
    """
    from rich.console import Console

    class Paper(Console):
        def on_broken_pipe(self) -> None:
            """Leave it to `lacplan.cli.app.run`: to Rich it is a failure, and 1 would say so."""
            raise BrokenPipeError

    def paper(width: int | None = None) -> Console:
        return Paper(
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=False,
            width=width,
            file=cast("IO[str]", _Trimmed()),
            force_terminal=colour,
            color_system="standard" if colour else "auto",
        )

    made = paper()
    return made if made.width >= NARROWEST else paper(NARROWEST)


class _Trimmed:
    """Standard output, without the spaces before a line's end."""

    def write(self, text: str) -> int:
        return sys.stdout.write(_PADDING.sub("\n", text))

    def __getattr__(self, name: str) -> Any:
        return getattr(sys.stdout, name)


_PADDING = re.compile(" +\n")


@contextmanager
def progress(label: str, total: int) -> Iterator["Callable[[], None]"]:
    """Show a bar on standard error once it has taken a second, if a person is watching.

    Yields:
        A function to call after each of the *total* steps.
    """
    began = time.monotonic()
    bar: Any = None
    done = 0

    def step() -> None:
        nonlocal bar, done
        done += 1
        if bar is None and sys.stderr.isatty() and time.monotonic() - began > 1:
            from rich.console import Console
            from rich.progress import Progress

            bar = Progress(console=Console(stderr=True), transient=True)
            bar.start()
            bar.add_task(label, total=total, completed=done)
        elif bar is not None:
            bar.advance(bar.task_ids[0])

    try:
        yield step
    finally:
        if bar is not None:
            bar.stop()


def _say_laid_out(label: str, text: str) -> None:
    """Say *text* behind its *label*; a person gets it in lines that break between words."""
    whole = f"{label} {_printable(text)}"
    if sys.stderr.isatty():
        whole = _broken(whole, hang="    " if label.startswith(" ") else "  ")
    say(whole if label.startswith(" ") else f"{_red(label)}{whole.removeprefix(label)}")


def _broken(text: str, *, hang: str) -> str:
    """Return *text* in lines that fit the terminal, those after the first behind *hang*."""
    from textwrap import fill

    try:
        width = os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except OSError:
        width = 80
    return fill(
        text,
        max(width, NARROWEST),
        subsequent_indent=hang,
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    )


def _red(word: str) -> str:
    coloured = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    return f"\x1b[1;31m{word}\x1b[0m" if coloured else word


def _printable(text: str) -> str:
    from lacplan.cli.printable import printable

    return printable(text)
