"""Laws of the rendered page: whatever a draft says, it says it in its own place."""

import csv
import io
import re
from decimal import Decimal
from itertools import count, cycle

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lacplan.model.date import PartialDate
from lacplan.model.plan import (
    Budget,
    Framework,
    Indicator,
    Item,
    Level,
    Measurement,
    Organization,
    Period,
    Plan,
    Stakeholder,
)
from lacplan.render import catalogue, escape, prose, spreadsheet
from lacplan.render.gantt import charts
from lacplan.render.markdown import render

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ANCHOR = re.compile(r'<a id="[a-z][a-z0-9._-]*">|</a>')

MARKS = r"""
    # ## - + * _ ** __ *** --- === > >> | \| \ ` `` ``` ~ ~~ ~~~ 1. 2) ! [ ] [a] ( ) ]( &#124; $ $$
    < > <b> </a> <a id="x"> <!-- --> <div> </div> <script> & &amp; &lt; : :-- ; % %% %%{ }%% @ =
    [a](https://x.org) [a](javascript:b) ![a](https://x.org/a.png) ![a](data:x) <https://x.org>
    <javascript:b> [a]: a: https://x.org http://x.org/a_b(c) www.x.org a@x.org mailto:a@x.org
    gantt section title click 2014-08-01 {{ }} {% é 中 a_b
    """
SPACES = [" ", "\n", "\n\n", "    ", "\t", "\u00a0", "\u2028"]
STEERING = ["\u202e", "\u200f", "\x00", "\ufeff"]

text = (
    st.lists(st.one_of(st.sampled_from([*MARKS.split(), *SPACES, *STEERING]), st.text()))
    .map("".join)
    .filter(lambda text: text.strip())
)
texts = st.lists(text, min_size=1, max_size=12)
laws = settings(max_examples=50, deadline=None)


def plan_with(said: list[str]) -> Plan:
    """One plan of a fixed shape, with every field of every part of it set, to *said* in turn."""
    word = cycle(said).__next__
    date = (PartialDate(year) for year in count(2001)).__next__
    number = (Decimal(number) for number in count(7001)).__next__

    def indicator(id: str) -> Indicator:
        measurement = Measurement(start=date(), end=date(), target=number(), actual=number())
        return Indicator(
            id=id,
            title=word(),
            unit=word(),
            baseline=number(),
            target=number(),
            due=date(),
            verification=word(),
            measurements=(measurement,),
            extra={"x-" + word(): word()},
        )

    def item(id: str, level: int, *below: Item) -> Item:
        return Item(
            id=id,
            title=word(),
            level=level,
            code=word(),
            description=word(),
            rationale=word(),
            notes=word(),
            opportunities=(word(), word()),
            challenges=(word(), word()),
            indicators=(indicator(f"{id}-indicator"),),
            lead=word(),
            partners=(word(), word()),
            stakeholders=(Stakeholder(name=word(), role=word()), Stakeholder(name=word())),
            countries=(word(), word()),
            start=date(),
            end=date(),
            status=word(),
            budget=Budget(amount=number(), currency=word()),
            aligns=("framework:" + word(),) if id == "area" else ("framework:declared",),
            replaces=(word(), word()),
            tags=(word(), word()),
            extra={"x-" + word(): word(), "x-nested": [word(), {"x": word()}]},
            items=below,
        )

    projects = (item("one", 2), item("two", 2))
    return Plan(
        format=1,
        name=word(),
        title=word(),
        language="en",
        stage=word(),
        period=Period(start=date(), end=date()),
        summary=word(),
        vision=word(),
        mission=word(),
        values=(word(), word()),
        organization=Organization(name=word(), url=word()),
        levels=tuple(Level(key=f"level{n}", label=word()) for n in range(3)),
        frameworks=(
            Framework(id="framework", title=word(), codes=(("declared", word()),)),
            Framework(id="other", title=word(), codes=((word(), word()),)),
        ),
        sources=(word(), word()),
        extra={"x-" + word(): word()},
        items=(item("area", 0, item("objective", 1, *projects)),),
    )


def page(plan: Plan) -> str:
    """A page of *plan*."""
    return render(plan, ref="ref", digest="digest")


def tokens(markdown: str) -> list[Token]:
    """All that a renderer finds, blocks and what is in them."""
    return [token for block in GITHUB.parse(markdown) for token in (block, *(block.children or ()))]


def bones(markdown: str) -> list[object]:
    """The headings, the tables' rows and cells, the rules, the charts' lines, and all HTML."""
    kept = {"heading_open", "tr_open", "th_open", "td_open", "hr"}
    found: list[object] = []
    for token in tokens(markdown):
        if token.type in kept:
            found.append(token.tag)
        elif token.type == "fence":
            found.append(("chart", token.info, token.content.count("\n")))
        elif token.type in ("html_inline", "html_block", "code_block", "image", "blockquote_open"):
            found.append((token.type, token.content))
    return found


PLAIN = bones(page(plan_with([f"word{n}" for n in range(1000)])))


@laws
@given(said=texts)
def test_no_text_changes_the_bones_of_a_page(said: list[str]) -> None:
    """It has the headings, tables, charts and anchors that the plan implies, and no others."""
    assert bones(page(plan_with(said))) == PLAIN


@laws
@given(said=texts)
def test_a_page_brings_no_markup_but_its_anchors(said: list[str]) -> None:
    """No HTML of a draft's own, no image, no block of code, no quotation."""
    for token in tokens(page(plan_with(said))):
        assert token.type not in ("html_block", "image", "code_block", "blockquote_open")
        assert token.type != "html_inline" or ANCHOR.fullmatch(token.content)


@laws
@given(said=texts)
def test_a_page_links_only_to_the_web_to_a_mail_box_and_to_itself(said: list[str]) -> None:
    """Whatever a link is written like."""
    for token in tokens(page(plan_with(said))):
        if token.type == "link_open":
            assert re.match(r"https?://|mailto:|#", str(token.attrGet("href")), re.IGNORECASE)


@laws
@given(said=texts)
def test_a_page_can_always_be_encoded(said: list[str]) -> None:
    """Not even half of a surrogate pair stops it; and it ends in one newline."""
    text = page(plan_with(said))
    assert text.encode()
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\u202e" not in text


def test_every_text_of_a_plan_is_on_its_page() -> None:
    """Each word of each field of each part: nothing that people wrote is lost."""
    said = [f"word{n}x" for n in range(1000)]
    plan = plan_with(said)
    text = page(plan)
    written = [word for word in said if word in repr(plan)]
    assert len(written) > 120
    assert [word for word in written if word not in text] == [plan.name]  # which the ref holds
    numbers, dates = (repr(plan).count(kind) for kind in ("Decimal(", "PartialDate("))
    assert [n for n in range(7001, 7001 + numbers) if f"{n:,}" not in text] == []
    assert [year for year in range(2001, 2001 + dates) if str(year) not in text] == []


def test_the_plan_of_these_laws_leaves_no_field_out() -> None:
    """So a field that is new to the model is new to the laws, and fails here until it is set."""
    plan = plan_with(["word"])
    parts: list[Plan | Item | Indicator] = [plan, *plan.walk(), plan.items[0].indicators[0]]
    for part in parts:
        left = {
            name for name, value in part._field_defaults.items() if getattr(part, name) == value
        }
        assert left <= {"level", "items"}  # of which the plan has every kind


@laws
@given(text=text)
def test_a_literal_reads_as_it_was_written(text: str) -> None:
    """In a heading and in a cell alike, but for white space and for what would steer a screen."""
    written = escape.literal(text)
    for around in (f"## {written}", f"| {written} |\n| --- |", written, f"- {written}"):
        read = [token.content for token in tokens(around) if token.type == "text"]
        assert "".join(read) == escape.one_line(text)


@laws
@given(text=text)
def test_prose_holds_light_markdown_only(text: str) -> None:
    """Paragraphs, lists, emphasis, links and code."""
    light = ("paragraph", "bullet_list", "ordered_list", "list_item", "em", "strong", "link")
    known = {f"{each}_{end}" for each in light for end in ("open", "close")}
    known |= {"inline", "text", "code_inline"}
    assert {token.type for token in tokens(prose.render(text))} <= known


@laws
@given(
    said=st.lists(st.tuples(text, st.integers(1000, 9999).map(lambda n: f" word{n} ")), max_size=8)
)
def test_prose_loses_no_word(said: list[tuple[str, str]]) -> None:
    """Whatever stands around it."""
    rendered = prose.render("".join(mark + word for mark, word in said))
    assert [word for _, word in said if word.strip() not in rendered] == []


@laws
@given(said=texts)
def test_mermaid_reads_one_task_or_section_from_each_line(said: list[str]) -> None:
    """By the rules of its own grammar, and in the order in which it tries them."""
    for chart in charts(plan_with(said), catalogue.of("en")):
        head, rest = chart.splitlines()[:6], chart.splitlines()[6:]
        assert [kind for line in head for kind in lexed(line)] == HEAD
        assert ["section"] in map(lexed, rest)
        assert all(lexed(line) in (["section"], ["taskTxt", "taskData"]) for line in rest)


HEAD = ["gantt", "title", "dateFormat", "inclusiveEndDates", "axisFormat", "todayMarker"]

GRAMMAR = [
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("directive", r"%%\{"),
        ("acc", r"acc(Title|Descr)\s*[:{]"),
        ("comment", r"%%[^\n]*|[^}]%%*[^\n]*|%%*[^\n]*"),
        ("space", r"[\s\ufeff]+"),
        ("comment", r"#[^\n]*"),
        ("href", r'href\s+"'),
        ("call", r"call\s+"),
        ("click", r"click\s+"),
        ("gantt", "gantt"),
        ("dateFormat", r"dateFormat\s[^#\n;]+"),
        ("inclusiveEndDates", "inclusiveEndDates"),
        ("topAxis", "topAxis"),
        ("axisFormat", r"axisFormat\s[^#\n;]+"),
        ("setting", r"(tickInterval|includes|excludes)\s[^#\n;]+"),
        ("todayMarker", r"todayMarker\s[^\n;]+"),
        ("weekday", r"week(day|end)\s+"),
        ("date", r"\d\d\d\d-\d\d-\d\d"),
        ("title", r"title\s[^\n]+"),
        ("section", r"section\s[^\n:]+"),
        ("taskTxt", r"[^:\n]+"),
        ("taskData", r":[^#\n;]+"),
    )
]
"""The start condition of Mermaid's ``gantt.jison``; a version that ends names at ``#`` and ``;``
reads the entity codes, which are gone by then, as this one does."""


def lexed(line: str) -> list[str]:
    """The kinds of token that Mermaid finds in *line*."""
    rest = re.sub(r"#(\w+);", "ﬂ°\\1¶ß", line)
    assert not re.search("[#;]", rest)
    found = []
    while rest:
        name, match = next((name, m) for name, rule in GRAMMAR if (m := rule.match(rest)))
        rest = rest[match.end() :]
        if name != "space":
            found.append(name)
    return found


@laws
@given(said=texts)
def test_a_spreadsheet_reads_back_what_was_written(said: list[str]) -> None:
    """One row an item; but for the apostrophes of the guard, each title as it was."""
    plan = plan_with(said)
    head, *rows = csv.reader(io.StringIO(spreadsheet.render(plan), newline=""))
    assert [len(row) for row in rows] == [len(head)] * 4
    for row, item in zip(rows, plan.walk(), strict=True):
        cell = dict(zip(head, row, strict=True))["title"]
        assert cell.replace("'", "") == escape.visible(item.title).replace("'", "")


@laws
@given(said=texts)
def test_no_cell_is_a_formula(said: list[str]) -> None:
    """As a spreadsheet sees it, at whichever mark it parts the cells."""
    for row in csv.reader(io.StringIO(spreadsheet.render(plan_with(said)), newline="")):
        for cell in row:
            for part in cell.split(";"):
                number = re.fullmatch(r"\s*[-+]?[0-9]+([.,][0-9]+)*\s*", part)
                assert number or not re.match("[\\s\ufeff]*[-=+@－＝＋＠]", part)
            assert cell[:1] not in ("\t", "\r")
