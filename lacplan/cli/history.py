"""``lacplan history``."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from lacplan.cli.console import answer, console, warn
from lacplan.cli.lifetime import Output, PlanRef, entries_of, subject, tell_gaps, versions
from lacplan.cli.options import Drafts
from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lacplan.history.life import Forebear, Life
    from lacplan.history.log import Entry
    from lacplan.history.subject import Subject
    from lacplan.model.encode import Json
    from lacplan.model.plan import Plan
    from lacplan.render.history.as_json import Versions
    from lacplan.store.lifetime import Lifetime


def history(
    ref: PlanRef,
    item: Annotated[
        str,
        typer.Argument(
            help="An item or indicator: its id, or a code. It need not exist any more.",
            metavar="ITEM",
            show_default=False,
        ),
    ],
    format: Annotated[Output, typer.Option(help="How to tell of it.")] = Output.TABLE,
    drafts: Drafts = None,
) -> None:
    """Tell the life of one item, oldest first: created, moved, reworded, split, merged, removed.

    It is followed through new ids, through renamings of the file, and by “replaces” into the plans
    before.
    """
    from lacplan.history.subject import find_subject, names
    from lacplan.store.lifetime import open_lifetime

    with open_lifetime(ref, drafts) as life:
        entries = entries_of(life)
        newest = _newest(life)
        found = find_subject(item, newest, entries)
        if found is None:
            tell_gaps(life, entries)
            raise _unknown(item, life, names(newest, entries))
        lived, missing = _lived(life, entries, found)
        if format is Output.JSON:
            answer(_as_json(life, found, lived))
        else:
            from lacplan.cli.history_table import report

            for part in report(found, lived, newest):
                console().print(part, crop=False)
        tell_gaps(life, entries)
    for forebear in missing:
        warn(f"It carries on “{forebear.plan}#{forebear.id}”, a plan that git knows nothing of.")


class Lived(NamedTuple):
    """The life of an item in one plan."""

    plan: str
    life: "Life"
    entries: "Sequence[Entry]"
    """Of that plan."""

    versions: "Versions"


def _newest(life: "Lifetime") -> "Plan | None":
    """Return the newest draft that can be read."""
    for commit in life.walk.commits:
        if commit.after is not None and life.past.fault(commit.after.blob) is None:
            return life.past.plan(commit.after.blob)
    return None


def _unknown(item: str, life: "Lifetime", known: "Iterable[str]") -> LacplanError:
    guess = nearest(item, known)
    hint = f"Did you mean “{guess}”?" if guess else f"“lacplan show {life.ref}” lists them."
    message = f"No item of “{life.name}” ever had the id or the code “{item}”."
    if life.is_cut:
        message = f"No item of “{life.name}” had the id or the code “{item}” in what is known here."
    return LacplanError(message, hint=hint)


def _lived(
    life: "Lifetime", entries: "Sequence[Entry]", found: "Subject"
) -> "tuple[list[Lived], list[Forebear]]":
    """Return the life of an item in each plan, the earliest first, and what was not found."""
    from lacplan.history.life import live

    lived: list[Lived] = []
    missing: list[Forebear] = []
    seen = {life.name}
    waiting = [(life, entries, frozenset({found.id, *found.indicators}))]
    while waiting:
        one, log, ids = waiting.pop()
        told = live(ids, log, one.past, plan=one.name)
        lived.insert(0, Lived(one.name, told, log, versions(one)))
        for plan, named in _by_plan(told.forebears).items():
            if plan in seen:
                continue
            seen.add(plan)
            before = life.of_plan(plan, named[-1].commit.id) or life.of_plan(plan, life.start)
            if before is None:
                missing += {each.id: each for each in named}.values()
            else:
                waiting.append((before, entries_of(before), frozenset(each.id for each in named)))
    return lived, missing


def _by_plan(forebears: "Iterable[Forebear]") -> "dict[str, list[Forebear]]":
    """Return forebears by their plan, those that the latest commit names first."""
    found: dict[str, list[Forebear]] = {}
    for each in forebears:
        found.setdefault(each.plan, []).append(each)
    return found


def _as_json(life: "Lifetime", found: "Subject", lived: "Sequence[Lived]") -> str:
    from lacplan.render.history import as_json

    about: dict[str, Json] = {"id": found.id, "code": found.code, "title": found.title}
    events = [
        (one.plan, event, one.versions) for one in lived for event in reversed(one.life.events)
    ]
    return as_json.life(subject(life), about, events)
