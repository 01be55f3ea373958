"""The README names what there is, and there is what the README names."""

import re
import sys
from pathlib import Path

from lacplan.cli.app import COMMANDS, GROUPS, PLUMBING
from lacplan.document.parse import parse
from lacplan.document.tree import Mapping, Scalar
from lacplan.model.companions import COMPANIONS, CONSULTED
from lacplan.model.decode import decode, decode_record

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def named() -> set[str]:
    """Return the commands that follow ``lacplan`` in code, with their group where they have one."""
    code = re.findall(r"`[^`\n]+`|^```.*?^```", README, re.DOTALL | re.MULTILINE)
    words = r"(?:^|[\s`/\\])lacplan(?: --drafts \S+)? ([a-z][a-z-]*)(?![\w.])(?: ([a-z][a-z-]*))?"
    found = {pair for each in code for pair in re.findall(words, each, re.MULTILINE)}
    return {f"{name} {command}" if name in GROUPS else name for name, command in found}


def test_every_command_in_the_readme_exists() -> None:
    assert named() <= {*COMMANDS, *PLUMBING}


def test_every_command_that_exists_is_in_the_readme() -> None:
    assert {*COMMANDS, *PLUMBING} <= named()


def test_every_option_of_a_command_in_the_readme_exists(lacplan) -> None:
    helps = (
        " ".join(lacplan(*name.split(), "--help").out for name in COMMANDS) + lacplan("--help").out
    )
    rows = re.findall(
        r"^(?:\| `lacplan|`(?:validate|diff|render|balance|trace)` takes).*?$", README, re.MULTILINE
    )
    options = set(re.findall(r"--[a-z][a-z-]+", " ".join(rows)))
    assert options
    assert all(option in helps for option in options)


def test_every_option_that_exists_is_in_the_readme(lacplan) -> None:
    for name in COMMANDS:
        options = re.findall(
            r"^ +(?:-\w, )?(--[a-z-]+)", lacplan(*name.split(), "--help").out, re.MULTILINE
        )
        missing = [each for each in options if not re.search(rf"{each}(?![a-z-])", README)]
        assert set(missing) <= {"--help"}, name


def test_the_files_in_the_readme_can_be_read() -> None:
    known = (*COMPANIONS, *CONSULTED)
    found = re.findall(r"^```yaml\n(format: 1\n.*?)^```", README, re.DOTALL | re.MULTILINE)
    kinds = []
    for text in found:
        document = parse(text)
        root = document.root
        assert isinstance(root, Mapping)
        keys = {name.value for name, _ in root.entries if isinstance(name, Scalar)}
        kind = next((each for each in known if keys <= {*each.record.by_key}), None)
        kinds.append(kind.name if kind else "plan")
        read = decode_record(document, kind.record) if kind else decode(document)
        assert (*document.faults, *read.faults) == (), text
    assert sorted(kinds) == ["consultation", "contributions", "group", "issues", "plan"]


def test_tables_have_no_gaps() -> None:
    """A blank line between two rows would end the table."""
    assert not re.search(r"^\|.*\n\n\|(?! *-)(?!.*\n\| *-)", README, re.MULTILINE)


def test_the_first_two_blocks_are_the_two_commands() -> None:
    fences = re.findall(r"^```(\w+)\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    assert [language for language, _ in fences[:2]] == ["sh", "sh"]
    assert all(block.count("\n") == 1 for _, block in fences[:2])
    assert "lacplan validate" in fences[0][1]
    assert "pytest" in fences[1][1]


def test_every_figure_of_the_bench_is_in_the_readme(monkeypatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tests" / "bench"))
    from report import amount
    from rows import ROWS

    lines = [line for line in README.splitlines() if line.startswith("| ")]
    for each in ROWS:
        line = next((line for line in lines if line.startswith(f"| {each.what} |")), None)
        assert line is not None, each.what
        assert f"| {amount(each, each.at_most)} |" in line
    for name in ("report", "rows", "measure", "plans"):
        sys.modules.pop(name, None)
