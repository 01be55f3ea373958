"""The command line as a whole: help, version, wrong words, lacplan's own faults."""

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from lacplan import __version__
from lacplan.cli.app import COMMANDS, GROUPS, PLUMBING


def test_the_version_is_one_line(lacplan):
    assert lacplan("--version") == (0, f"lacplan {__version__}\n", "")


def test_the_help_names_every_command(lacplan):
    status, out, _ = lacplan("--help")
    assert status == 0
    words = {*GROUPS, *(name for name in COMMANDS if " " not in name)}
    assert all(f"  {name} " in out for name in words)


@pytest.mark.parametrize("group", GROUPS)
def test_the_help_of_a_group_names_every_command_of_it(lacplan, group):
    status, out, _ = lacplan(group, "--help")
    assert status == 0
    words = [name.split()[1] for name in COMMANDS if name.startswith(f"{group} ")]
    assert all(f"  {word} " in out for word in words)


@pytest.mark.parametrize("name", [*COMMANDS, *PLUMBING])
def test_every_command_has_a_help_of_its_own(lacplan, name):
    status, out, _ = lacplan(*name.split(), "--help")
    assert status == 0
    assert f"lacplan {name}" in out


def test_a_mistyped_command_is_met_with_the_nearest(lacplan):
    status, out, err = lacplan("validat")
    assert (status, out) == (2, "")
    assert "'validate'" in err


def test_drafts_may_be_named_on_either_side(lacplan, workspace, monkeypatch):
    (workspace / "drafts").rename(workspace / "elsewhere")
    before = lacplan("--drafts", "elsewhere", "validate", "lac-2013", "--format", "json")
    monkeypatch.delenv("LACPLAN_DRAFTS", raising=False)
    after = lacplan("validate", "lac-2013", "--format", "json", "--drafts", "elsewhere")
    assert before.status == after.status == 0
    assert before.out == after.out


def test_a_fault_of_lacplans_own_is_70_and_no_traceback(lacplan, workspace, monkeypatch):
    monkeypatch.setattr("lacplan.store.drafts.fetch", lambda *_: 1 / 0)
    status, out, err = lacplan("show", "lac-2013")
    assert (status, out) == (70, "")
    assert "lacplan itself is at fault: ZeroDivisionError" in err
    assert "Traceback" not in err


def test_whoever_stops_reading_gets_no_complaint(workspace):
    command = [sys.executable, "-m", "lacplan", "schema"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
def test_a_full_disk_is_2_and_no_fault_of_lacplans(workspace):
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "lacplan", "schema"]
        ran = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, env=environment, check=False
        )
    assert ran.returncode == 2
    assert ran.stderr == "error: The disk is full.\n  → Make room, then run it again.\n"


def _run_with_closed(closed: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run lacplan from a shell that closes its streams as *closed* says, such as ``>&-``."""
    command = ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-m", "lacplan"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run([*command, *arguments], capture_output=True, env=environment, check=False)


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that closes streams")
@pytest.mark.parametrize("command", ["--version", "schema", "show lac-2018", "render lac-2018"])
def test_an_answer_that_nobody_can_get_is_2_and_says_why(workspace, command):
    ran = _run_with_closed(">&-", *command.split())
    assert ran.returncode == 2
    assert ran.stderr.startswith(b"error: Standard output is closed.\n")
    assert _run_with_closed(">&- 2>&- <&-", *command.split()).returncode == 2


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that closes streams")
def test_a_file_is_written_though_standard_output_is_closed(workspace):
    assert _run_with_closed(">&-", "render", "lac-2018", "-o", "page.md").returncode == 0
    assert (workspace / "page.md").read_text("utf-8").startswith("# LAC Strategy 2018-2020\n")


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that closes streams")
def test_a_closed_standard_error_leaves_the_answer_and_the_status_as_they_are(workspace):
    told = _run_with_closed("2>&-", "--version")
    assert (told.returncode, told.stdout[:8]) == (0, b"lacplan ")
    assert _run_with_closed("2>&-", "show", "nothing").returncode == 2


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of its own")
def test_an_error_breaks_between_words_where_a_person_reads_it(workspace):
    from fcntl import ioctl
    from termios import TIOCSWINSZ

    ours, theirs = os.openpty()
    ioctl(theirs, TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "lacplan", "show", "lac-2018", "nothing-of-the-kind-is-here"]
    subprocess.run(command, stderr=theirs, env=environment, check=False)
    lines = os.read(ours, 10_000).decode().splitlines()
    os.close(ours)
    os.close(theirs)
    assert lines == [
        "error: No item of “lac-2018” has the id or the code",
        "  “nothing-of-the-kind-is-here”.",
        "  → “lacplan show lac-2018” lists them.",
    ]


def test_a_shell_completes_the_names_of_drafts(workspace, completed):
    names = ["lac-2013", "lac-2013-draft", "lac-2018", "lac-2021"]
    assert completed("lacplan validate lac-20") == names
    assert completed("lacplan show lac-2013-") == ["lac-2013-draft"]
    assert completed("lacplan sh") == ["show"]


@pytest.mark.parametrize(
    "line",
    [
        "lacplan validate --drafts elsewhere l",
        "lacplan --drafts elsewhere show l",
        "lacplan render --drafts=elsewhere l",
    ],
)
def test_a_shell_completes_the_drafts_of_the_folder_that_is_named(workspace, completed, line):
    (workspace / "elsewhere").mkdir()
    (workspace / "drafts" / "lac-2018.yaml").rename(workspace / "elsewhere" / "lac-1.yaml")
    assert completed(line) == ["lac-1"]


LOADED_BY = {
    "--version": set(),
    "validate lac-2013 --format json": {"ruamel"},
    "validate lac-2013": {"rich", "ruamel"},
    "diff lac-2013-draft lac-2013 --format json": {"ruamel"},
    "render lac-2013 --format csv": {"ruamel"},
    "show lac-2013": {"rich", "ruamel"},
}


@pytest.mark.parametrize("words", LOADED_BY)
def test_a_command_loads_only_what_it_needs(workspace, words):
    """Start-up is felt on every save: each of these costs a tenth of a second."""
    program = (
        "import sys\n"
        f"sys.argv = ['lacplan', *{words.split()!r}]\n"
        "from lacplan.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=True
    )
    heavy = {"rich", "ruamel", "git", "babel", "pydantic", "markdown_it", "asyncio", "hypothesis"}
    loaded = ran.stderr.split()
    assert heavy & {name.partition(".")[0] for name in loaded} == LOADED_BY[words]
    assert not [name for name in loaded if "consult" in name]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_board_fits_the_terminal(lacplan, workspace, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    status, out, err = lacplan()
    assert (status, err) == (0, "")
    assert max(map(len, out.splitlines())) <= width
    words = " ".join(out.split())
    for said in ("lac-2013-draft", "consultation, 4 areas", "4 warnings", "not committed"):
        assert said in words


def test_the_board_tells_of_what_it_cannot_read_beside_the_rest(lacplan, workspace):
    drafts = workspace / "drafts"
    (drafts / "lac-2018").mkdir()
    (drafts / "lac-2018" / "plan.yaml").write_text("format: 1\n")
    (drafts / "broken.yaml").write_text("format: [")
    status, out, err = lacplan()
    assert status == 2
    assert "lac-2021" in out
    assert "It does not parse." in out
    assert "two drafts of “lac-2018”" in err
