"""The report reads well at any width, says what matters without colour, and obeys no draft."""

import os
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Literal

import pytest
from rich.cells import cell_len
from rich.console import Console

from lacplan.cli.findings_table import report
from lacplan.model.finding import Finding, LocatedFinding, Place, Severity

GOLDEN = Path(__file__).parents[2] / "golden" / "findings"
PLAN = "drafts/lac-2013.yaml"
SENTENCE = "La región necesita más registradores acreditados; "
LONG = f"    description: {SENTENCE * 4}ICANN; {SENTENCE * 4}"

ID = ("ITEM003", "duplicate-id", Severity.ERROR)
LEAD = ("ITEM002", "project-without-lead-or-period", Severity.WARNING)
TEXT = ("TEXT001", "text-that-steers", Severity.ERROR)
STYLE = ("STY004", "very-long-line", Severity.INFO)
Rule = tuple[str, str, Severity]


def found(
    rule: Rule,
    message: str,
    place: Place,
    *,
    hint: str | None = None,
    related: tuple[tuple[Place, str], ...] = (),
) -> LocatedFinding:
    """A finding of *rule*."""
    code, name, severity = rule
    finding = Finding(code=code, name=name, severity=severity, message=message, hint=hint)
    return LocatedFinding(finding=finding, place=place, related=related)


def at(line: int, text: str, marked: str, *, file: str = PLAN) -> Place:
    """The place of *marked* in a line that reads *text*."""
    start = text.rindex(marked) + 1
    return Place(
        file=file,
        line=line,
        column=start,
        end_line=line,
        end_column=start + len(marked),
        text=text,
    )


def without_lead(number: int, *, file: str = PLAN) -> LocatedFinding:
    """The same fault on another line."""
    place = at(number, f"      - id: training-{number}", f"training-{number}", file=file)
    message = f"“Training {number}” has neither a lead nor a period, so nobody knows who and when."
    return found(LEAD, message, place, hint="Add `lead`, or `start` and `end`.")


EVERYTHING = [
    found(
        ID,
        "“registrars” is the id of two items.",
        at(41, "      - id: registrars", "registrars"),
        hint="Give one of them another id; an id is never reused.",
        related=((at(12, "      - id: registrars", "registrars"), "first here"),),
    ),
    *(without_lead(number) for number in (158, 171, 184, 1203)),
    found(TEXT, "An override hides text.", at(1220, "title: \u202egnp.exe", "\u202e")),
    found(TEXT, "“\x1b[31m” is an escape.", at(1221, "title: \x1b[31mred", "\x1b")),
    found(STYLE, "The line is very long.", at(1230, LONG, "ICANN")),
    found(STYLE, "[bold red]Wide[/] letters.", at(1231, "titles: {ja: 日本語の計画}", "計画")),
    found(STYLE, "Right to left.", at(1232, "titles: {he: שלום עולם}", "עולם")),
    found(TEXT, "A mark alone.", at(1233, "title: cafe\u0301\tno", "\u0301")),
    found(ID, "The file is empty.", at(1, "", "", file="drafts/[i]/vacío.yaml")),
]


def printed(
    findings: list[LocatedFinding],
    *,
    names: tuple[str, ...] = ("lac-2013",),
    fold: int | None = 10,
    width: int = 80,
    colour: Literal["truecolor"] | None = None,
    no_color: bool = False,
) -> str:
    """What a console of that kind shows."""
    file = StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=colour is not None,
        color_system=colour,
        no_color=no_color,
        legacy_windows=False,
    )
    for part in report(findings, names=names, fold=fold):
        console.print(part)
    return file.getvalue()


def assert_golden(name: str, text: str) -> None:
    """Compare *text* with the file, or renew the file (LACPLAN_RENEW=1)."""
    file = GOLDEN / name
    if os.environ.get("LACPLAN_RENEW"):
        file.write_bytes(text.encode())
    assert file.read_bytes().decode() == text


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("colour", ["truecolor", None], ids=["colour", "plain"])
def test_the_report_is_as_agreed(width: int, colour: Literal["truecolor"] | None) -> None:
    """Every kind of line there is, at three widths, with and without colour."""
    text = printed(EVERYTHING, names=("lac-2013", "vacío"), fold=3, width=width, colour=colour)
    assert_golden(f"{width}-{'colour' if colour else 'plain'}.txt", text)


@pytest.mark.parametrize("width", [30, 45, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """And nothing was cropped to make it so: each word of a message is still there."""
    text = printed(EVERYTHING, width=width, fold=None)
    assert max(map(cell_len, text.split("\n"))) <= width
    assert "nobodyknowswhoandwhen." in "".join(text.split())


def test_nothing_found_is_said() -> None:
    """Silence could be a crash."""
    assert printed([]) == "✔ lac-2013: no findings\n"
    assert printed([], names=("a", "b")) == "✔ a, b: no findings\n"
    assert printed([], names=tuple("abcd")) == "✔ 4 drafts: no findings\n"


@pytest.mark.parametrize(
    ("findings", "names", "said"),
    [
        (EVERYTHING[:1], ("a",), "1 error, 0 warnings, 0 infos in 1 draft"),
        (EVERYTHING, ("a", "b"), "5 errors, 4 warnings, 3 infos in 2 drafts"),
        ([EVERYTHING[1]] * 1200, ("a",), "0 errors, 1,200 warnings, 0 infos in 1 draft"),
    ],
    ids=["one", "many", "thousands"],
)
def test_the_last_line_counts(
    findings: list[LocatedFinding], names: tuple[str, ...], said: str
) -> None:
    """All of them, those folded away too."""
    assert printed(findings, names=names).splitlines()[-1] == said


def test_the_rest_of_a_rule_is_folded() -> None:
    """Ten are enough to see what is wrong; the count says how much work it is."""
    text = printed([without_lead(number) for number in range(1, 1052)], width=120)
    assert text.count("▲ warning") == 10
    assert (
        " … and 1,041 more ITEM002 project-without-lead-or-period"
        " (--select ITEM002 lists them all)\n"
    ) in text


def test_nothing_is_folded_on_request() -> None:
    """Nor is it said that anything was."""
    text = printed([without_lead(number) for number in range(1, 31)], fold=None)
    assert text.count("▲ warning") == 30
    assert "more ITEM002" not in text


def test_each_file_is_folded_by_itself() -> None:
    """Whoever works on one file wants to see that file."""
    findings = [without_lead(n, file=file) for n in range(1, 4) for file in ("a.yaml", "b.yaml")]
    text = printed(findings, fold=2)
    assert text.count("▲ warning") == 4
    assert text.count("… and 1 more ITEM002") == 2
    assert text.index("a.yaml\n") < text.index("b.yaml\n")
    assert text.count("a.yaml\n") == 1


def test_colour_is_never_the_only_sign() -> None:
    """A word and a sign of its own for each severity."""
    text = printed(EVERYTHING)
    assert all(word in text for word in ("✖ error", "▲ warning", "● info"))


def test_no_color_is_respected() -> None:
    """The terminal's bold stays, as the NO_COLOR convention allows."""
    text = printed(EVERYTHING, colour="truecolor", no_color=True)
    assert "\x1b[1m" in text
    assert not any(f"\x1b[{code}m" in text for code in ("31", "1;31", "1;33", "1;36", "34", "1;32"))


def test_text_of_a_draft_is_shown_and_not_obeyed() -> None:
    """Markup, escapes and overrides, in messages, lines, file names and plan names."""
    text = printed(list(hostile("[red]\x1b[31m\u202e")), names=("\x1b",), fold=None)
    assert text.count("[red]␛[31m⟨U+202E⟩") == 5
    assert "\x1b" not in text + printed([], names=("\x1b",))
    assert "\u202e" not in text


def hostile(text: str) -> Iterator[LocatedFinding]:
    """A finding that holds *text* wherever a draft's text may come: in five places."""
    place = at(1, f"x{text}x", "x", file=text)
    yield found(TEXT, text, place, hint=text, related=((place, "here"),))


def test_a_blank_line_is_not_quoted() -> None:
    """A caret under nothing says nothing."""
    assert "^" not in printed([found(ID, "Empty.", at(1, "  ", " "))])
