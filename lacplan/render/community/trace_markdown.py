"""The trace as a page of Markdown, in the language of the plan."""

from collections.abc import Iterable, Iterator, Sequence

from lacplan.consult.trace import Trace, Traced
from lacplan.render.community import words as voice
from lacplan.render.community.told import Told, areas, holders, short
from lacplan.render.escape import literal, visible
from lacplan.render.prose import render as render_prose
from lacplan.render.table import table


def render(told: Told, chosen: Sequence[Traced]) -> str:
    """Return the matrix of *chosen* contributions, and each of them in full, as a page."""
    blocks = [
        *_front(told),
        *_matrix(told, chosen),
        *(block for each in chosen for block in _entry(each, told)),
        *([] if chosen else [told.nothing]),
    ]
    return _page(blocks, told.trace)


def render_orphans(told: Told) -> str:
    """Return what nobody asked for, and what went nowhere, as a page."""
    trace, words = told.trace, told.words
    orphans = [f"- {literal(told.orphan(each))}" for each in trace.orphans]
    nowhere = []
    for each in trace.nowhere:
        name = literal(f"{each.contribution.id} {short(each.contribution.text)}")
        nowhere.append(f"- {name}\n  - {literal(told.why_nowhere(each))}")
    blocks = [
        *_front(told),
        f"## {words['orphan items']}",
        "\n".join(orphans) or words["no orphan items"],
        f"## {words['nowhere']}",
        "\n".join(nowhere) or words["none nowhere"],
    ]
    return _page(blocks, trace)


def _page(blocks: Iterable[str], trace: Trace) -> str:
    if voice.of(trace.plan.language).page.right_to_left:
        blocks = ['<div dir="rtl">', *blocks, "</div>"]
    return "\n\n".join(blocks) + "\n"


def _front(told: Told) -> Iterator[str]:
    trace, words = told.trace, told.words
    yield f"# {words['trace']}{words.page.colon} {literal(trace.plan.title or trace.plan.name)}"
    all_there = len(trace.contributions)
    yield words["found"].format(found=all_there - len(trace.nowhere), all=all_there)
    states = ", ".join(told.state(state.label) for state in trace.states)
    yield words["states"].format(literal(states))


def _matrix(told: Told, chosen: Sequence[Traced]) -> Iterator[str]:
    if not chosen:
        return
    words, held = told.words, holders(told.trace)
    columns = [*areas(told.trace)]
    head = [words["contribution"], words["kind"], words["brought by"], words["outcome"]]
    rows = []
    for each in chosen:
        one = each.contribution
        signs = [
            ", ".join(told.sign(place) for place in each.places if held.get(place.item, "") == id)
            for id, _ in columns
        ]
        cells = (one.id, words.word(one.kind), told.who(each), words.word(one.outcome), *signs)
        rows.append([literal(cell) for cell in cells])
    yield table([*head, *(literal(code) for _, code in columns)], rows)
    yield words["signs"]


def _entry(traced: Traced, told: Told) -> Iterator[str]:
    one, words = traced.contribution, told.words
    yield f"## {literal(one.id)}"
    yield literal(told.head(traced))
    yield "\n".join(f"> {line}".rstrip() for line in render_prose(visible(one.text)).split("\n"))
    lines = []
    for place in traced.places:
        lines.append(f"- {literal(told.place(place))}")
        lines.append(f"  - {literal(told.seen(place))}")
        if place.note:
            lines.append(f"  - {literal(place.note)}")
    yield "\n".join(lines) or words["no places"]
    if one.reason:
        yield literal(words["reason"].format(" ".join(one.reason.split())))
