"""Whatever two drafts hold: every report of their changes is well formed, and obeys neither."""

import json
import re
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len
from rich.console import Console

from lacplan.cli import changes_table, chart_table, stat_table
from lacplan.diff.chart import chart
from lacplan.diff.compare import diff
from lacplan.model.plan import Indicator, Item, Plan
from lacplan.render.changes import as_json, markdown
from lacplan.render.changes import chart as written
from lacplan.render.changes.names import Side

MARKS = """
    word must may 1 2. - * # <b> </del> [a](b) `c` ** _ ~~ | \\ &amp; ! ( ) =1+1 {} %s ¶
    每所学校 ，。 العربية é e\u0301 👩\u200d🚀 [red] [-x-] {+y+} http://a.b/c
    """
STEERING = ["\u202e", "\x1b[31m", "\u200b", "\u2028", "\x85", "\x00"]
TAGS = """
    h1 h2 p ul ol li strong em code del ins blockquote div a br table thead tbody tr th td
    """

bits = st.sampled_from([*MARKS.split(), *STEERING, "a" * 70]) | st.text(max_size=3)
lines = st.lists(bits, min_size=1, max_size=5).map(lambda found: " ".join(found).strip() or "x")
prose = st.lists(bits | st.sampled_from(["\n\n", "\n", "\n- item"]), max_size=12).map(" ".join)
IDS = ("a", "b", "c", "d")
codes = st.none() | st.sampled_from(["1", "2", "1.1", "1.2", "10.10.10.10.10.10.10.10"])


@st.composite
def items(draw: st.DrawFn, ids: tuple[str, ...], level: int = 0) -> tuple[Item, ...]:
    """The items of one level, which bear *ids*."""
    if not ids:
        return ()
    below = draw(st.integers(0, len(ids) - 1)) if level < 2 else 0
    item = Item(
        id=ids[0],
        title=draw(lines),
        level=level,
        code=draw(codes),
        description=draw(st.none() | prose.filter(str.strip)),
        lead=draw(st.none() | lines),
        opportunities=tuple(draw(st.lists(lines, max_size=2))),
        replaces=tuple(draw(st.lists(st.sampled_from([*IDS, "p#a", "q#b"]), max_size=2))),
        tags=tuple(draw(st.lists(st.sampled_from(["x", "y"]), max_size=2))),
        indicators=(Indicator(id=f"{ids[0]}-i", title=draw(lines)),) if draw(st.booleans()) else (),
        extra={"x-own": draw(lines)} if draw(st.booleans()) else {},
        items=draw(items(ids[1 : 1 + below], level + 1)),
    )
    return (item, *draw(items(ids[1 + below :], level)))


@st.composite
def sides(draw: st.DrawFn) -> Side:
    """A draft of a few items in any order."""
    ids = draw(st.permutations(IDS))[: draw(st.integers(0, len(IDS)))]
    language = draw(st.sampled_from(["en", "es", "pt", "fr", "ar", "zh"]))
    summary = draw(st.none() | prose.filter(str.strip))
    plan = Plan(format=1, name="p", title=draw(lines), language=language, summary=summary)
    return Side(draw(lines), plan._replace(items=draw(items(tuple(ids)))))


def html(page: str) -> str:
    return MarkdownIt("gfm-like", {"linkify": False}).render(page)


@settings(deadline=None, max_examples=60)
@given(old=sides(), new=sides())
def test_pages_hold_no_markup_of_a_draft(old: Side, new: Side) -> None:
    """No tag but the page's own, each closed, and each area under a heading of its own."""
    found, made = diff(old.plan, new.plan), chart(old.plan, new.plan)
    log = markdown.render(found, old=old, new=new)
    for page in (log, written.markdown(made, old=old, new=new)):
        shown = html(page)
        assert set(re.findall(r"</?(\w+)", shown)) <= {*TAGS.split()}
        assert all(shown.count(f"<{tag}>") == shown.count(f"</{tag}>") for tag in ("del", "ins"))
        assert not {"\x1b", "\u202e"} & set(page)
    assert html(log).count("<h2>") == log.count("\n## ")
    json.loads(as_json.render(found, old=old, new=new).encode())


@settings(deadline=None, max_examples=60)
@given(old=sides(), new=sides())
def test_every_change_is_in_the_log(old: Side, new: Side) -> None:
    """By its fingerprint, as code; of a run of new codes one stands for all."""
    found = diff(old.plan, new.plan)
    shown = re.findall(
        r"<code>([0-9a-f]{12})</code>", html(markdown.render(found, old=old, new=new))
    )
    assert {each.fingerprint for each in found.changes if not each.run} <= set(shown)


@settings(deadline=None, max_examples=60)
@given(old=sides(), new=sides(), width=st.integers(60, 130), coloured=st.booleans())
def test_no_table_is_too_wide_or_steers_the_terminal(
    old: Side, new: Side, width: int, coloured: bool
) -> None:
    """At any width, with and without colour."""
    found, made = diff(old.plan, new.plan), chart(old.plan, new.plan)
    file = StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=coloured,
        color_system="truecolor" if coloured else None,
        markup=False,
        highlight=False,
        emoji=False,
    )
    for parts in (
        changes_table.report(found, old, new, side_by_side=False),
        changes_table.report(found, old, new, side_by_side=True),
        stat_table.report(found, width=width),
        chart_table.report(made, old, new),
    ):
        for part in parts:
            console.print(part, crop=False)
    text = re.sub(r"\x1b\[[\d;]*m", "", file.getvalue()) if coloured else file.getvalue()
    assert not {"\x1b", "\u202e"} & set(text)
    assert max(map(cell_len, text.split("\n"))) <= width


@settings(deadline=None, max_examples=100)
@given(old=sides(), new=sides())
def test_the_chart_accounts_for_every_item_once(old: Side, new: Side) -> None:
    """Each old item has a line with a fate, and each new one carries on something or is new."""
    made = chart(old.plan, new.plan)
    assert [line.old.id for line in made.lines] == [item.id for item in old.plan.walk()]
    assert all(line.fates for line in made.lines) or not made.has_lineage
    carrying = {entry.id for line in made.lines for entry in line.news}
    fresh = {entry.id for entry in made.fresh}
    assert carrying | fresh == {item.id for item in new.plan.walk()}
    assert not carrying & fresh
