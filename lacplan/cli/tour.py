"""``lacplan tour``."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, NamedTuple

import typer

from lacplan.cli.console import answer, console
from lacplan.cli.started import started_with
from lacplan.errors import Exit, LacplanError, OwnFault

DRAFT = Path("drafts", "lac-2013.yaml")
PLAN = Path("drafts", "lac-2013", "plan.yaml")
"""Where the draft lies once there is something beside it."""

ROUND = "consultations/draft-01"


class Step(NamedTuple):
    """One step of the tour."""

    see: str
    """What happens and what to see, in a sentence."""

    command: str
    """As a person types it in the folder."""

    day: str = "2013-04-10"
    """What git takes for today, where it makes something."""

    draft: Callable[[], bytes] | None = None
    """What somebody wrote into the draft before, where somebody did."""

    beside: tuple[str, ...] = ()
    """The files that somebody filled in beside the draft before: synthetic ones."""

    brought: str | None = None
    """A file that somebody sent before, which lies at the top: a synthetic one."""

    ends: Exit = Exit.CLEAN
    """The exit status that the command has."""


def _first() -> bytes:
    """Return the draft of March 2013, under the name that the plan bears for years."""
    from lacplan.store.samples import sample

    return sample("lac-2013-draft").replace(b"\nname: lac-2013-draft\n", b"\nname: lac-2013\n")


def _without_1_4() -> bytes:
    """Return the draft of March 2013 without the objective that was dropped."""
    from lacplan.document.edit import remove
    from lacplan.document.parse import parse_bytes
    from lacplan.document.tree import unparse

    return unparse(remove(parse_bytes(_first()), ("areas", 0, "objectives", 3))).encode()


def _final() -> bytes:
    from lacplan.store.samples import sample

    return sample("lac-2013")


def _synthetic(file: str) -> bytes:
    from lacplan.store.samples import synthetic

    return synthetic(file)


STEPS = (
    Step("A plan lives in a plain git repository.", "git init --quiet --initial-branch=main"),
    Step(
        "March 2013: the working group has written a first draft. Every rule is asked.",
        "lacplan validate lac-2013",
        draft=_first,
    ),
    Step("Git takes the draft in,", "git add drafts", day="2013-03-20"),
    Step(
        "and keeps who wrote it, and when.",
        "git commit --quiet --message 'The first draft'",
        day="2013-03-20",
    ),
    Step(
        "It goes out for consultation: a version is an annotated tag, which any forge can show.",
        "lacplan version create lac-2013 --message 'For consultation'",
        day="2013-03-26",
    ),
    Step(
        "The community is consulted on that version, which its digest fixes; the plan becomes a "
        "folder, and git follows it.",
        "lacplan consult open lac-2013 --version draft-01 --opens 2013-03-26 --closes 2013-04-05 "
        "--language en --language es --language pt --language fr",
        day="2013-03-26",
    ),
    Step(
        "What comes back is a table from Excel. These comments are made up, and nobody's.",
        "lacplan consult import lac-2013 comments.csv --channel synthetic",
        day="2013-04-08",
        brought="comments.csv",
    ),
    Step(
        "Four of them raise one issue;",
        "lacplan consult link lac-2013 syn-01 syn-02 syn-03 syn-04 dns-industry "
        "--title 'Does the recognition of the DNS industry belong here?' --item dns-industry",
        day="2013-04-08",
    ),
    Step(
        "it gets one answer, and says which change it claims.",
        "lacplan consult answer lac-2013 dns-industry accepted --change dns-industry@draft-02 "
        "--reason 'What 1.4 asks for is said better by 4.3.' --response 'en=1.4 was dropped.' "
        "--response 'es=Se retiró 1.4.'",
        day="2013-04-08",
    ),
    Step("The time is over.", "lacplan consult close lac-2013", day="2013-04-08"),
    Step(
        "The secretariat has answered the others likewise: from whom, on what, how far?",
        "lacplan consult status lac-2013",
        day="2013-04-08",
        beside=(f"{ROUND}/issues.yaml", f"{ROUND}/links.csv"),
    ),
    Step(
        "Saving is for those who would rather not know git: all that lies beside the plan goes in, "
        "but never how people can be reached.",
        "lacplan save lac-2013 --message 'What the community said'",
        day="2013-04-08",
    ),
    Step(
        "Objective 1.4 is dropped. It is told as removed, and 1.5 not as renamed: it is the same.",
        "lacplan diff lac-2013",
        draft=_without_1_4,
    ),
    Step(
        "What is saved is checked, shown and committed.",
        "lacplan save lac-2013 --message 'Drop objective 1.4'",
        day="2013-04-09",
    ),
    Step(
        "The second draft is published:",
        "lacplan version create lac-2013 --message 'After the consultation'",
        day="2013-04-09",
    ),
    Step(
        "and every answer is proved by what really changed. 1.4 is gone, as was promised; but 3.1 "
        "reads as before, though a change of it was accepted; and one quote is in no text.",
        "lacplan consult check lac-2013",
        day="2013-04-09",
        ends=Exit.FOUND,
    ),
    Step(
        "So that answer is taken back, honestly.",
        "lacplan consult answer lac-2013 ipv6-universities deferred --without-changes "
        "--reason 'The projects under 3.1 will name the universities.' "
        "--response 'en=The projects will.' --response 'es=Lo harán los proyectos.' "
        "--response 'pt=Os projetos as citarão.' --response 'fr=Les projets le feront.'",
        day="2013-04-09",
    ),
    Step(
        "The public report: what was said, what became of it, and the words that changed.",
        "lacplan consult report lac-2013 -o report.md",
        day="2013-04-09",
    ),
    Step(
        "The plan as presented in Beijing: what changed since the second draft, area by area.",
        "lacplan diff lac-2013 --stat",
        draft=_final,
    ),
    Step(
        "Git alone does as well, for those who know it.",
        "git commit --quiet --all --message 'The plan as presented'",
    ),
    Step(
        "The plan says of itself that it is final, so this is the label it gets.",
        "lacplan version create lac-2013 final",
    ),
    Step("Three versions; the last has 30 substantive changes.", "lacplan version list lac-2013"),
    Step(
        "Each is read again: a tag that was moved or rewritten since would not hold.",
        "lacplan version verify lac-2013",
    ),
    Step("Of each commit, what it meant.", "lacplan log lac-2013"),
    Step(
        "The whole life of one objective, the one that was 1.4.",
        "lacplan history lac-2013 dns-industry",
    ),
    Step(
        "Who answers for what 1.5 says, whatever became of its layout.",
        "lacplan blame lac-2013 1.5",
    ),
    Step("Git itself can speak so, in this clone:", "lacplan setup git"),
    Step(
        "the commit that dropped 1.4 is one line now.",
        "git show --ext-diff --format='%h %s%n' HEAD~1",
    ),
    Step(
        "A version becomes a page for readers, which says what it was made from.",
        "lacplan render lac-2013@final -o plan.md",
    ),
    Step(
        "Who writes the plan, and what they brought in, lies beside it, too.",
        "lacplan new lac-2013 --group --contributions",
    ),
    Step(
        "Nobody below is a person. Who is in the group on the day of the final version, and who is "
        "not?",
        "lacplan balance lac-2013 --at final",
        beside=("group.yaml", "contributions.yaml"),
    ),
    Step(
        "A member asks: where is what I brought in? One was there, and was removed.",
        "lacplan trace lac-2013 --member m-04",
    ),
    Step(
        "What lies beside the plan is saved with it.",
        "lacplan save lac-2013 --message 'Who writes it, and what was brought in'",
        day="2013-04-11",
    ),
)
"""The tour, in order. Each command is run as it stands."""


def tour(
    folder: Annotated[
        Path | None,
        typer.Argument(
            help="Where to make the repository, and leave it to play in; a throw-away folder "
            "where it is left out.",
            metavar="[DIR]",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Replay the life of a plan in a repository, and walk through it command by command.

    It is the Latin American and Caribbean Regional Strategic Plan, from the draft that went out in
    March 2013 to the plan presented in April. The day on which 1.4 was dropped is ours, and so are
    the comments and those who write the plan: nobody below is a person. Nothing outside the folder
    is touched.
    """
    if shutil.which("git") is None:
        hint = "Install git; what needs only files works without."
        raise LacplanError("Git is not installed, or not on the PATH.", hint=hint)
    with _place(folder) as place:
        for step in STEPS:
            _walk(step, place)
    if folder:
        answer(f"The repository is yours to play in: cd {shlex.quote(str(folder))}\n")
    else:
        answer("The repository is gone again; “lacplan tour DIR” leaves it to play in.\n")


@contextmanager
def _place(folder: Path | None) -> Iterator[Path]:
    """Yield an empty folder, which goes away again unless the user named it.

    Raises:
        LacplanError: Something stands there, or it can't be made.
    """
    if folder is None:
        # Windows may still hold a file of it open for a moment.
        with TemporaryDirectory(prefix="lacplan-tour-", ignore_cleanup_errors=True) as made:
            yield Path(made)
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = any(folder.iterdir())
    except OSError as error:
        message = f"“{folder}” can't be used: {error.strerror or error}."
        raise LacplanError(message, hint="Name a folder that is empty, or not there yet.") from None
    if taken:
        hint = "Name one that is empty, or not there yet."
        raise LacplanError(f"“{folder}” is not empty.", hint=hint)
    yield folder


def _walk(step: Step, place: Path) -> None:
    """Take one step: tell what to see, show the command, run it."""
    if step.draft:
        draft = place / (PLAN if (place / PLAN).exists() else DRAFT)
        draft.parent.mkdir(exist_ok=True)
        draft.write_bytes(step.draft())
    for file in step.beside:
        (place / PLAN.parent / file).write_bytes(_synthetic(Path(file).name))
    if step.brought:
        (place / step.brought).write_bytes(_synthetic(step.brought))
    answer(f"{step.see}\n")
    console().print(f"$ {step.command}", style="bold", soft_wrap=True)
    sys.stdout.flush()
    words = shlex.split(step.command)
    if words[0] == "lacplan":
        words[:1] = started_with()
    ran = subprocess.run(words, cwd=place, env=_environment(step.day), check=False)
    answer("\n")
    sys.stdout.flush()  # whoever has stopped reading is not the command's fault
    if ran.returncode != step.ends:
        hint = f"Its exit status is {ran.returncode}. Please report it."
        raise OwnFault(f"A command of the tour failed: {step.command}", hint=hint)


def _environment(day: str) -> dict[str, str]:
    """Return an environment that has nothing of the user's git in it, on *day*."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(_THEIRS)}
    who = ("LAC working group", "working-group@example.org")
    return {
        **ours,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_PAGER": "cat",
        **{f"GIT_{role}_DATE": f"{day}T12:00:00-03:00" for role in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{role}_NAME": who[0] for role in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{role}_EMAIL": who[1] for role in ("AUTHOR", "COMMITTER")},
    }


_THEIRS = ("GIT_", "LACPLAN_")
