"""The balance of a synthetic group, as a page, as JSON and on a terminal."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from people import contributions, group, plan
from rich.console import Console

from lacplan.cli.balance_table import report
from lacplan.consult.balance import Balance, State, Verdict, balance
from lacplan.consult.population import Person, Population, contributors
from lacplan.model.group import Group, Member
from lacplan.render.community import balance_json, balance_markdown, words
from lacplan.render.community.words import bar

Golden = Callable[[str, str], None]

DAY = date(2027, 6, 1)

MEMBERS = (
    "affiliations: [GAC], country: AR, languages: [es, en], role: chair, "
    "attendance: [{date: 2027-02-06, mode: in-person}]",
    "affiliations: [GAC], country: MX, languages: [es]",
    "affiliations: [LACRALO], country: TT, languages: [en]",
    "affiliations: [LACNIC], country: UY, languages: [es], "
    "attendance: [{date: 2027-02-06, mode: remote}]",
    "affiliations: [LACRALO], country: BR, languages: [pt, en]",
    "",
    "role: staff",
)
CHARTER = """{quorum: 3, targets: [
  {dimension: stakeholder, value: government, min: 2},
  {dimension: subregion, min: 2},
  {dimension: language, value: fr, min: 2}]}"""


def made(*, public: bool = False, populations: int = 2) -> Balance:
    of_group = group(*MEMBERS, charter=CHARTER)
    brought = contributions("by: m-03", "by: m-04", "on-behalf-of: LACNIC")
    commenters = tuple(
        Person(stakeholder, region, country, ("es",))
        for stakeholder, region, country in (
            ("academia", "005", "CL"),
            ("government", "013", "MX"),
            ("civil-society", "029", "JM"),
            (None, "039", "ES"),
        )
        for _ in range(3)
    )
    others = [
        contributors(of_group, brought, DAY),
        Population("commenters", commenters),
        Population("accepted", commenters[:4]),
    ]
    return balance(of_group, others[: populations - 1], on=DAY, public=public)


@pytest.mark.parametrize("language", ["en", "es", "pt", "fr", "ar"])
def test_the_page_is_in_the_language_of_the_plan(golden: Golden, language: str) -> None:
    text = balance_markdown.render(made(), plan=plan("  []", language=language))
    golden(f"community/balance-{language}.md", text)


def test_the_page_in_public_hides_what_is_small(golden: Golden) -> None:
    text = balance_markdown.render(made(public=True, populations=4), plan=plan("  []"))
    golden("community/balance-public.md", text)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("populations", [1, 2, 4])
def test_the_table_fits_the_terminal(golden: Golden, width: int, populations: int) -> None:
    paper = Console(width=width, file=StringIO(), highlight=False, markup=False, emoji=False)
    told = made(populations=populations)
    for part in report(told, words.of("en"), title="A [bold]plan[/]\x1b[2J", width=width):
        paper.print(part)
    assert isinstance(paper.file, StringIO)
    text = paper.file.getvalue()
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= width
    golden(f"community/balance-{populations}-{width}.txt", text)


def test_json_has_all_that_the_page_has() -> None:
    told = json.loads(balance_json.render(made(), ref="lac", title="A plan"))
    assert told["version"] == 1
    assert told["plan"] == {"ref": "lac", "title": "A plan"}
    assert told["populations"] == [
        {"name": "members", "total": 6},
        {"name": "contributors", "total": 3},
    ]
    assert told["dimensions"][0]["rows"][0] == {
        "value": "government",
        "counts": [{"count": 2, "share": "33.3"}, {"count": 0, "share": "0"}],
    }
    assert told["targets"][0]["state"] == "met"
    assert told["without_seat"] == {"staff": 1}
    assert told["meetings"] == [{"date": "2027-02-06", "present": 2, "seated": 6, "quorum": 3}]
    assert sum(map(sum, told["cross"][0]["cells"])) == 6


def test_json_in_public_holds_no_small_cell() -> None:
    told = json.loads(balance_json.render(made(public=True), ref="lac", title="A plan"))
    for cross in told["cross"]:
        for line in cross["cells"] or []:
            assert all(cell is None or cell == 0 or cell >= 5 for cell in line)


@pytest.mark.parametrize(
    ("share", "width", "shown"),
    [
        ("0", 8, ""),
        ("100", 8, "████████"),
        ("50", 8, "████"),
        ("0.1", 8, "▏"),
        ("56.3", 8, "████▌"),
    ],
)
def test_a_bar_is_as_long_as_the_share(share: str, width: int, shown: str) -> None:
    assert bar(Decimal(share), width) == shown


def test_a_bar_of_one_cell_stands_upright() -> None:
    assert [bar(Decimal(share), 1) for share in (0, 1, 50, 100)] == ["", "▁", "▅", "█"]


def test_a_role_that_is_none_is_shown_as_it_is_and_does_nothing() -> None:
    odd = Group(members=(Member(id="m", name="M", role="<b>guru"),))
    page = balance_markdown.render(balance(odd, (), on=DAY), plan=plan("  []"))
    assert "&lt;b>guru 1" in page


def test_a_target_that_all_meet_is_not_told_of_one_alone() -> None:
    met = Verdict("subregion", "005", "min", Decimal(1), 1, 0, State.MET, every=True)
    assert words.of("en").aim(met) == "Subregion: all, the nearest being South America"
    assert words.of("en").aim(met._replace(every=False)) == "South America"


def test_a_share_that_has_to_be_less_is_not_rounded_to_its_bound() -> None:
    missed = Verdict("country", "AR", "max-share", Decimal(33), 1, 0, State.MISSED)
    assert words.of("en").counted(missed, 3) == "33.3 %"
    assert words.of("en").counted(missed._replace(bound="min"), 3) == "33 %"
