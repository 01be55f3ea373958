"""What makes git itself speak of drafts by their meaning: its attributes and its configuration.

``.gitattributes`` names a driver for the drafts; it is committed, so that every clone has it. What
the driver runs stands in each clone's own configuration, since git runs nothing that it got from
others. Where that is missing, git goes on as if lacplan were not there.
"""

import re
import shlex
import shutil
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from lacplan.errors import LacplanError
from lacplan.store.commit import Place
from lacplan.store.files import write
from lacplan.store.repository import Repository
from lacplan.store.worktree import top_of

ATTRIBUTES: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("*.yaml",): ("diff=lacplan", "merge=lacplan"),
    ("*", "plan.yaml"): ("diff=lacplan", "merge=lacplan"),
    ("*", "group.yaml"): ("merge=lacplan",),
    ("*", "contributions.yaml"): ("merge=lacplan",),
    ("*", "consultations", "*", "*.yaml"): ("merge=lacplan",),
    ("*", "consultations", "*", "comments", "*.jsonl"): ("merge=lacplan",),
    ("*", "consultations", "*", "links.csv"): ("merge=lacplan",),
}
"""What ``.gitattributes`` says of every draft, and of what lies beside it."""

SETTINGS: Mapping[str, str] = {
    "diff.lacplan.command": "f() { t=false; test -t 1 && t=true; c=never; "
    'test "$(git config --get-colorbool color.diff $t)" = true && c=always; '
    '{lacplan} diff-driver --color $c -- "$@" || test $# -lt 7 || '
    'git --no-pager diff --no-index --no-ext-diff --no-textconv --color=$c -- "$2" "$5"; '
    "exit 0; }; f",
    "diff.lacplan.textconv": 'f() { {lacplan} textconv -- "$1" || cat "$1"; }; f',
    "merge.lacplan.name": "drafts merged by their meaning",
    "merge.lacplan.driver": 'f() { {lacplan} merge-driver -- "$1" "$2" "$3" "$4" "$5"; r=$?; '
    "test $r -eq 0 && return 0; "
    'test $r -eq 1 && grep -q "^<<<<<<<" "$2" && return 1; '
    'git merge-file --marker-size="$4" -L ours -L base -L theirs "$2" "$1" "$3"; '
    "}; f %O %A %B %L %P",
}
"""What the clone's configuration says, by its key; ``{lacplan}`` is how lacplan is started.

Git hands them to a shell, with its own words behind. Whatever becomes of lacplan, they end well and
show something: a plain line diff, the file as it is. `Source:` gitattributes(5), git(1).
"""

_COMMENT = "# Drafts are compared by their meaning where this was run: lacplan setup git"


class State(StrEnum):
    """How one part of the setup stands."""

    THERE = "there"
    MISSING = "missing"
    STALE = "stale"
    """It is there, and would be written otherwise now, or starts a lacplan that is gone."""

    OVERRULED = "overruled"
    """It is there, and git's other attributes say otherwise."""


class Part(NamedTuple):
    """One part of the setup: a line of ``.gitattributes``, or a key of the configuration."""

    what: str
    value: str
    state: State
    in_attributes: bool


def check(place: Place, lacplan: str) -> tuple[Part, ...]:
    """Return every part of the setup, and how it stands.

    Args:
        place: The folder of drafts.
        lacplan: How lacplan is started, as a shell reads it.
    """
    return (*_attributes(place), *_settings(place.repository, lacplan))


def set_up(place: Place, lacplan: str) -> tuple[Part, ...]:
    """Write what is missing or stale and return that; nothing else is touched.

    Raises:
        LacplanError: Something could not be written; what was written before it stays.
    """
    changed: list[Part] = []
    parts = _attributes(place)
    file = _file(place.repository)
    before = _read(file)
    after = _with(before, {part.what: part.value for part in parts})
    if after != before and any(part.state is not State.THERE for part in parts):
        write(file, after.encode(errors="surrogateescape"))
        changed += parts
    for part in _settings(place.repository, lacplan):
        value = _filled(SETTINGS[part.what], lacplan)
        if part.value != value or part.state is not State.THERE:
            place.repository.run("config", "--local", "--replace-all", part.what, value)
            changed.append(part._replace(value=value))
    return tuple(changed)


def undo(place: Place) -> tuple[Part, ...]:
    """Take out again what `set_up` wrote, for whichever folder of drafts, and return that.

    Raises:
        LacplanError: Something could not be written.
    """
    repository = place.repository
    settings = [part for part in _settings(repository, "") if part.state is not State.MISSING]
    for part in settings:
        repository.run("config", "--local", "--unset-all", part.what)
    file = _file(repository)
    before = _read(file)
    after = _without(before)
    if before and not after:
        file.unlink()
    elif after != before:
        write(file, after.encode(errors="surrogateescape"))
    lines = (Part(*own, State.THERE, in_attributes=True) for own in _own_lines(before).items())
    return (*lines, *settings)


def _attributes(place: Place) -> tuple[Part, ...]:
    own = _own_lines(_read(_file(place.repository)))
    is_lost = _is_lost(place.repository)
    parts = []
    for pattern, example, said in _patterns(place):
        wanted, value = dict(each.split("=") for each in said), " ".join(said)
        if not is_lost and _said_of(place.repository, example, [*wanted]) == wanted:
            state = State.THERE
        elif pattern not in own:
            state = State.MISSING
        else:
            state = State.OVERRULED if own[pattern] == value else State.STALE
        parts.append(Part(pattern, value, state, in_attributes=True))
    return tuple(parts)


def _is_lost(repository: Repository) -> bool:
    """Tell whether the file is deleted and not yet committed so: git heeds the staged one."""
    file = _file(repository)
    return not file.exists() and bool(repository.ask("ls-files", "--cached", "--", str(file)))


def _patterns(place: Place) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each pattern of ``.gitattributes``, a path that it matches, and what is said of it."""
    folder = re.sub(r"([*?\[\\])", r"\\\1", place.folder)
    for names, said in ATTRIBUTES.items():
        pattern = "/".join(("", *([folder] if folder else []), *names))
        if re.search(r'[\s"]', pattern):
            inside = pattern.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            pattern = f'"{inside}"'
        yield pattern, place.path(*(name.replace("*", "x") for name in names)), said


def _said_of(repository: Repository, path: str, names: list[str]) -> dict[str, str]:
    """Return what git's attributes say of *path*, wherever they are written."""
    said = repository.run("check-attr", "-z", *names, "--", f"{repository.top}/{path}")
    parts = said.decode(errors="replace").split("\0")
    return dict(zip(parts[1::3], parts[2::3], strict=False))


def _settings(repository: Repository, lacplan: str) -> Iterator[Part]:
    for key, template in SETTINGS.items():
        said = repository.ask("config", "--local", "--null", "--get-all", key) or b""
        values = said.decode(errors="surrogateescape").split("\0")[:-1]
        if not values:
            value, state = _filled(template, lacplan), State.MISSING
        else:
            value = values[-1]
            state = State.THERE if len(values) == 1 and _starts(value, template) else State.STALE
        yield Part(key, value, state, in_attributes=False)


def _filled(template: str, lacplan: str) -> str:
    return template.replace("{lacplan}", lacplan)


def _starts(value: str, template: str) -> bool:
    """Tell whether *value* is *template* with a lacplan that is there."""
    if "{lacplan}" not in template:
        return value == template
    found = re.fullmatch("(.+)".join(map(re.escape, template.split("{lacplan}"))), value)
    try:
        program = shlex.split(found[1])[0] if found else ""
    except ValueError:
        return False
    return bool(program) and shutil.which(program) is not None


def _file(repository: Repository) -> Path:
    """Return the attributes' file.

    Raises:
        LacplanError: There can be none, or git would not read it.
    """
    file = top_of(repository) / ".gitattributes"
    if file.is_symlink():
        hint = "Put a file in its place."
        raise LacplanError(f"“{file}” is a symbolic link, which git does not read.", hint=hint)
    return file


def _read(file: Path) -> str:
    return file.read_bytes().decode(errors="surrogateescape") if file.exists() else ""


def _own_lines(text: str) -> dict[str, str]:
    """Return the lines that `set_up` wrote: pattern and attributes."""
    found = (_OWN.fullmatch(line) for line in text.split("\n"))
    return {match["pattern"]: match["says"] for match in found if match}


_OWN = re.compile(
    r"""
    (?P<pattern> "/(?:[^"\\]|\\.)*\.(?:yaml|jsonl|csv)" | /\S*\.(?:yaml|jsonl|csv) )
    \ (?P<says> \w+=lacplan (?:\ \w+=lacplan)* )
    \r?
    """,
    re.VERBOSE,
)


def _with(text: str, ours: dict[str, str]) -> str:
    """Return *text* with the lines *ours* at its end; those of other folders are kept."""
    lines = [_COMMENT, *(" ".join(each) for each in (_own_lines(text) | ours).items())]
    rest = _without(text)
    end = "\r\n" if "\r\n" in rest else "\n"
    if rest and not rest.endswith("\n"):
        return rest + end + end.join(lines)
    return rest + end.join(lines) + end


def _without(text: str) -> str:
    """Return *text* without what `set_up` wrote, down to the line end that it had to add."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    own = [line.rstrip("\r\n") == _COMMENT or bool(_own_lines(line)) for line in lines]
    rest = "".join(line for line, is_own in zip(lines, own, strict=True) if not is_own)
    if lines and own[-1] and not text.endswith("\n"):
        added = (
            "\r\n"
            if any(line.endswith("\r\n") for line, is_own in zip(lines, own, strict=True) if is_own)
            else "\n"
        )
        return rest.removesuffix(added)
    return rest
