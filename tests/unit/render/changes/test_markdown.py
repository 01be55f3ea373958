"""The change log reads well in any language, parses as CommonMark, and obeys no draft."""

import re

import pytest
from markdown_it import MarkdownIt

from lacplan.render.changes.markdown import render


@pytest.mark.parametrize("language", ["en", "es", "ar", "zh"])
def test_the_change_log_is_as_agreed(pair, golden, language):
    diff, old, new = pair(language)
    golden(f"diff/log-{language}.md", render(diff, old=old, new=new))


def test_every_change_is_told_with_its_fingerprint(pair):
    diff, old, new = pair("en")
    text = render(diff, old=old, new=new)
    folded = {each.fingerprint for each in diff.changes if each.run}
    for change in diff.changes:
        if change.fingerprint not in folded:
            assert text.count(f"`{change.fingerprint}`") == 1


def test_renumbering_is_one_line_a_run(between):
    diff, old, new = between(
        "\n".join(f'  - {{id: a{n}, code: "{n}", title: T{n}}}' for n in range(1, 10)),
        "\n".join(f'  - {{id: a{n}, code: "{n - 1}", title: T{n}}}' for n in range(2, 10)),
    )
    text = render(diff, old=old, new=new)
    assert "- 2 to 9 became 1 to 8 `" in text
    assert "Code:" not in text


def test_substantive_changes_stand_before_editorial_ones(pair):
    diff, old, new = pair("en")
    section = render(diff, old=old, new=new).split("## 3 Governance")[1]
    before, after = section.split("*Editorial changes*")
    assert "Countries" in before
    assert "Identifier: council" in before
    assert "x-cost-centre" in before
    assert all(word in after for word in ("Title", "Partners", "Notes"))


def test_deleted_and_added_words_are_html_that_commonmark_shows(pair):
    diff, old, new = pair("zh")
    html = MarkdownIt("commonmark").render(render(diff, old=old, new=new))
    assert "<del>可以</del><ins>必须</ins>" in html


def test_edited_prose_is_there_before_and_after_for_minutes(pair):
    diff, old, new = pair("en")
    html = MarkdownIt("commonmark").render(render(diff, old=old, new=new))
    start = r"<blockquote>\s*<p><em>Before:</em></p>\s*<p>Operators should"
    quote = re.search(f"{start}(.*?)</blockquote>", html, re.S)
    assert quote
    assert "<em>After:</em></p>" in quote[1]
    assert "<p>Operators must connect every village of more than 300 people." in quote[1]


def test_words_are_those_of_the_new_drafts_language(between):
    areas = ("  - {id: a, title: A}", "  - {id: b, title: B}")
    said = {"pt-BR": "Retirado", "fr": "Supprimé", "es": "Eliminado", "de": "Removed"}
    for language, word in said.items():
        diff, old, new = between(*areas, language=language)
        assert f"{word}" in render(diff, old=old, new=new)


def test_right_to_left_pages_say_so_and_turn_the_arrow(pair):
    diff, old, new = pair("ar")
    text = render(diff, old=old, new=new)
    assert text.startswith('<div dir="rtl">\n\n')
    assert text.endswith("\n\n</div>\n")
    assert "أغسطس 2015 \u200f← \u200fأغسطس 2016" in text


def test_nothing_changed_is_said(between):
    diff, old, new = between("  - {id: a, title: A}", "  - {id: a, title: A}")
    assert (
        render(diff, old=old, new=new) == "# Changes from `old` to `new`\n\nP\n\nNothing changed.\n"
    )


def test_a_moved_item_keeps_its_new_code_beside_its_new_place(pair):
    diff, old, new = pair("en")
    text = render(diff, old=old, new=new)
    assert re.search(r"Moved from 2 Skills to 1 Access `\w+`\n  - Code: 2\.4 → 1\.6", text)


def test_an_item_without_a_code_is_found_by_its_parent(between):
    old_areas = "  - {id: a, title: Access, objectives: [{id: b, title: Gone}]}"
    new_areas = "  - {id: a, title: Access, objectives: [{id: c, title: Quite another}]}"
    diff, old, new = between(old_areas, new_areas)
    text = render(diff, old=old, new=new)
    assert "Removed: **Gone**, under Access" in text
    assert "Added: **Quite another**, under Access" in text


HOSTILE = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](http://example.org/x.png)",
    "**bold** _it_ `code` ~~gone~~",
    "| a | b |",
    "</del></ins></div>",
    "a\u202eb",
    "1. one",
    "# heading",
    "- bullet",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_draft_is_shown_and_not_obeyed(between, text):
    quoted = text.replace("'", "''")
    old_areas = (
        "  - {id: a, title: A, lead: Someone, opportunities: ['old one']}\n"
        f"  - {{id: g, title: '{quoted}', lead: '{quoted}'}}"
    )
    new_areas = (
        f"  - {{id: a, title: 'A {quoted}', lead: '{quoted}', x-it: '{quoted}',"
        f" opportunities: ['{quoted}', 'old two three']}}\n"
        f"  - {{id: n, title: '{quoted}', partners: ['{quoted}']}}"
    )
    found = between(old_areas, new_areas)
    page = render(found.diff, old=found.old, new=found.new)
    html = MarkdownIt("gfm-like", {"linkify": False}).render(page)
    tags = set(re.findall(r"<(/?\w+)", html))
    plain = {"h1", "h2", "p", "ul", "li", "strong", "em", "code", "del", "ins"}
    assert {tag.lstrip("/") for tag in tags} <= plain
    assert "\u202e" not in page
    assert html.count("<ins>") == html.count("</ins>")
    assert html.count("<h2>") == 2


def test_a_paragraph_that_was_added_is_marked_as_one(pair):
    diff, old, new = pair("en")
    assert "come first. <ins>¶</ins> <ins>Schools and clinics" in render(diff, old=old, new=new)
