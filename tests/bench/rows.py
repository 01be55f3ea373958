"""What is measured, against what, and how much it may come to at most."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from measure import Measure, after, cpu, cpu_of_git, peak, printed, together
from plans import Plans


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    what: str
    against: str = ""
    at_most: float
    """Times *theirs*; in MB where there is nothing to compare."""

    ours: Callable[[Plans], Measure]
    theirs: Callable[[Plans], Measure] | None = None
    runs: int = 7

    @property
    def unit(self) -> str:
        """What *at_most* counts."""
        return "x" if self.theirs else "MB"


def _pair(plans: Plans, items: int) -> tuple[Path, Path]:
    """Return a draft and a changed, renumbered copy."""
    return plans.base(items), plans.new(items, "--renumber")


def _of_history(plans: Plans, *words: str, commits: int = 1000) -> tuple[object, ...]:
    """Return *words* for the drafts of a repository of so many commits."""
    return *words, "--drafts", plans.history(commits) / "drafts"


def _forget(plans: Plans, commits: int) -> None:
    """Remove what lacplan keeps in a repository."""
    rmtree(plans.history(commits) / ".git" / "lacplan", ignore_errors=True)


def _cold_log(plans: Plans, commits: int, measure: Callable[..., Measure]) -> Measure:
    arguments = _of_history(plans, "log", "bench", commits=commits)
    return after(lambda: _forget(plans, commits), measure("lacplan_command.py", *arguments))


def _git_log_and_starts(plans: Plans) -> Measure:
    """Return what no command about history can do without."""
    folder = plans.history(1000)
    return together(
        cpu_of_git("-C", folder, "log", "--format=%H", "--", "drafts/bench.yaml"),
        cpu("lacplan_command.py", "--version"),
        cpu("import_git.py"),
    )


def _warm_row(what: str, *words: str) -> Row:
    return Row(
        what=what,
        against="`git log --format=%H -- FILE`, plus the start of `lacplan --version` and of "
        "`import git`",
        at_most=3.0,
        ours=lambda plans: cpu("lacplan_command.py", *_of_history(plans, *words)),
        theirs=_git_log_and_starts,
    )


def _report(folder: Path) -> Measure:
    words = ("--drafts", folder / "drafts", "consult", "report", "lac-2013")
    return cpu("lacplan_command.py", *words)


def _three(plans: Plans, items: int) -> tuple[Path, Path, Path]:
    """Return a draft and two changed copies."""
    copies = (plans.new(items, f"--change-seed={seed}") for seed in (1, 2))
    return plans.base(items), *copies


ROWS = (
    Row(
        what="`lacplan --version`, process start included",
        against="a two-command program of the same Typer",
        at_most=1.15,
        ours=lambda _: cpu("lacplan_command.py", "--version"),
        theirs=lambda _: cpu("two_commands.py", "greet", "world"),
        runs=40,
    ),
    Row(
        what="`lacplan validate` of one sample draft, process start included",
        against="a program that imports the same Typer, rich.table and ruamel.yaml "
        "and prints one table",
        at_most=1.3,
        ours=lambda _: cpu("lacplan_command.py", "validate", "lac-2013"),
        theirs=lambda _: cpu("two_commands_yaml_and_table.py", "greet", "world"),
        runs=40,
    ),
    Row(
        what="the same with `--format json`",
        against="a program that imports the same Typer and ruamel.yaml",
        at_most=1.35,
        ours=lambda _: cpu("lacplan_command.py", "validate", "lac-2013", "--format", "json"),
        theirs=lambda _: cpu("two_commands_and_yaml.py", "greet", "world"),
        runs=40,
    ),
    Row(
        what="validate 10,000 items, all rules, from text to findings",
        against="PyYAML's CSafeLoader merely loading the file",
        at_most=1.0,
        ours=lambda plans: printed("validate.py", plans.base(10_000)),
        theirs=lambda plans: printed("load_yaml.py", plans.base(10_000)),
    ),
    Row(
        what="growth from 1,000 to 10,000 items",
        against="linear: 10 x",
        at_most=11.0,
        ours=lambda plans: printed("validate.py", plans.base(10_000)),
        theirs=lambda plans: printed("validate.py", plans.base(1_000), 10),
    ),
    Row(
        what="peak memory, validate 10,000 items (7 MB)",
        at_most=250,
        ours=lambda plans: peak("validate.py", plans.base(10_000)),
    ),
    Row(
        what="diff of two 10,000-item drafts (1 % reworded, 1 % moved, renumbered), "
        "loading included",
        against="PyYAML's CSafeLoader merely loading both",
        at_most=0.8,
        ours=lambda plans: printed("diff.py", *_pair(plans, 10_000)),
        theirs=lambda plans: printed("load_yaml.py", *_pair(plans, 10_000)),
    ),
    Row(
        what="the same, given the loaded data",
        against="deepdiff on the loaded data, matching by id (`iterable_compare_func`)",
        at_most=0.02,
        ours=lambda plans: printed("diff.py", *_pair(plans, 10_000), "--loaded"),
        theirs=lambda plans: printed("deep_diff.py", *_pair(plans, 10_000)),
        runs=3,  # deepdiff takes its time
    ),
    Row(
        what="the same once more",
        against="deepdiff without options: by position, so it tells some 8,000 changes for 1,500",
        at_most=0.02,
        ours=lambda plans: printed("diff.py", *_pair(plans, 10_000), "--loaded"),
        theirs=lambda plans: printed("deep_diff.py", *_pair(plans, 10_000), "--by-position"),
        runs=3,
    ),
    Row(
        what="everything moved and renumbered, 10,000 items, from the loaded data on",
        against="the same draft with 1 % moved",
        at_most=3.0,
        ours=lambda plans: printed(
            "diff.py",
            plans.base(10_000),
            plans.new(10_000, "--renumber", "--everything-moved"),
            "--loaded",
        ),
        theirs=lambda plans: printed("diff.py", *_pair(plans, 10_000), "--loaded"),
    ),
    Row(
        what="growth of diff from 1,000 to 10,000 items, loading included",
        against="linear: 10 x",
        at_most=11.0,
        ours=lambda plans: printed("diff.py", *_pair(plans, 10_000)),
        theirs=lambda plans: printed("diff.py", *_pair(plans, 1_000), 10),
    ),
    Row(
        what="`lacplan diff` of two sample drafts, process start included",
        against="a program that imports the same Typer, rich.table and ruamel.yaml "
        "and prints one table",
        at_most=1.3,
        ours=lambda _: cpu("lacplan_command.py", "diff", "lac-2013-draft", "lac-2013"),
        theirs=lambda _: cpu("two_commands_yaml_and_table.py", "greet", "world"),
        runs=40,
    ),
    Row(
        what="`fmt` of 10,000 items, from text to text, proof included",
        against="PyYAML's CSafeLoader merely loading the file",
        at_most=3.0,
        ours=lambda plans: printed("format.py", plans.base(10_000)),
        theirs=lambda plans: printed("load_yaml.py", plans.base(10_000)),
    ),
    Row(
        what="growth of `fmt` from 1,000 to 10,000 items",
        against="linear: 10 x",
        at_most=11.0,
        ours=lambda plans: printed("format.py", plans.base(10_000)),
        theirs=lambda plans: printed("format.py", plans.base(1_000), 10),
    ),
    Row(
        what="import of 100,000 comments from CSV, checked, cleaned and resolved",
        against="the standard library reading the CSV and writing the same JSON lines",
        at_most=3.0,
        ours=lambda plans: printed("import_comments.py", plans.consultation(100_000)),
        theirs=lambda plans: printed("copy_comments.py", plans.consultation(100_000)),
    ),
    Row(
        what="`lacplan consult status` of 100,000 comments, warm, process start included",
        against="`lacplan --version`",
        at_most=5.0,
        ours=lambda plans: cpu(
            "lacplan_command.py",
            "--drafts",
            plans.consultation(100_000) / "drafts",
            "consult",
            "status",
            "lac-2013",
        ),
        theirs=lambda _: cpu("lacplan_command.py", "--version"),
        runs=20,
    ),
    Row(
        what="`lacplan log` of 1,000 commits of a 500-item draft, cold cache",
        against="parsing each distinct blob once, in process",
        at_most=1.3,
        ours=lambda plans: _cold_log(plans, 1000, cpu),
        theirs=lambda plans: printed("parse_blobs.py", plans.history(1000)),
        runs=1,  # each takes the better part of a minute
    ),
    _warm_row("`lacplan log` of the same, warm cache", "log", "bench"),
    _warm_row("`lacplan history` of one of its items, warm cache", "history", "bench", "1.1.1"),
    _warm_row("`lacplan blame` of the same, warm cache", "blame", "bench"),
    _warm_row("`lacplan version list` of its 100 versions, warm cache", "version", "list", "bench"),
    Row(
        what="peak memory of `lacplan log` over 1,000 commits, cold cache",
        against="over 10 commits",
        at_most=1.5,
        ours=lambda plans: _cold_log(plans, 1000, peak),
        theirs=lambda plans: _cold_log(plans, 10, peak),
        runs=1,
    ),
    Row(
        what="merge three 10,000-item drafts (1 % reworded, 1 % moved on each side), all of it: "
        "reading, merging, proving, the rules",
        against="PyYAML's CSafeLoader merely loading the three",
        at_most=0.8,
        ours=lambda plans: printed("merge.py", *_three(plans, 10_000)),
        theirs=lambda plans: printed("load_yaml.py", *_three(plans, 10_000)),
    ),
    Row(
        what="growth of merge from 1,000 to 10,000 items",
        against="linear: 10 x",
        at_most=11.0,
        ours=lambda plans: printed("merge.py", *_three(plans, 10_000)),
        theirs=lambda plans: printed("merge.py", *_three(plans, 1_000), 10),
    ),
    Row(
        what="the merge driver on one sample draft, process start included",
        against="a program that imports the same Typer and ruamel.yaml",
        at_most=1.3,
        ours=lambda plans: cpu("merge_driver.py", plans.folder),
        theirs=lambda _: cpu("two_commands_and_yaml.py", "greet", "world"),
        runs=40,
    ),
    Row(
        what="`lacplan consult check` of 100,000 comments, process start included",
        against="the standard library reading the JSON lines",
        at_most=4.0,
        ours=lambda plans: cpu("check_comments.py", plans.consultation(100_000) / "drafts"),
        theirs=lambda plans: printed("read_comments.py", plans.consultation(100_000)),
    ),
    Row(
        what="`lacplan consult report` of 100,000 comments, process start included",
        against="the standard library reading the JSON lines",
        at_most=4.0,
        ours=lambda plans: _report(plans.consultation(100_000)),
        theirs=lambda plans: printed("read_comments.py", plans.consultation(100_000)),
    ),
    Row(
        what="the same, where people's names and organizations are not public",
        against="the standard library reading the JSON lines",
        at_most=4.0,
        ours=lambda plans: _report(plans.discreet(100_000)),
        theirs=lambda plans: printed("read_comments.py", plans.discreet(100_000)),
    ),
)
"""In the order of the table."""
