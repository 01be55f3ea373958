"""Prose: the light Markdown that works, and the rest of Markdown, which does not."""

import pytest
from markdown_it import MarkdownIt

from lacplan.render import prose

COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LIGHT = {"paragraph", "inline", "text", "em", "strong", "link", "code_inline"}
LISTS = {"bullet_list", "ordered_list", "list_item"}


def kinds(markdown: str) -> set[str]:
    """The kinds of token that a renderer finds."""
    found = set()
    for block in COMMONMARK.parse(markdown):
        for token in (block, *(block.children or ())):
            found.add(token.type.removesuffix("_open").removesuffix("_close"))
    return found


@pytest.mark.parametrize(
    ("written", "rendered"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("One\ntwo\r\nthree.", "One two three."),
        ("\n\n  One.  \n\n\n", "One."),
        ("    not code", "not code"),
        ("**strong** and *em* and _em_", "**strong** and *em* and _em_"),
        ("a [link](https://x.org/a_(b))", "a [link](https://x.org/a_%28b%29)"),
        ("a [mail](mailto:a@x.org)", "a [mail](mailto:a@x.org)"),
        ("see [1.5](#accountability)", "see [1.5](#accountability)"),
        ('a [link](<https://x.org> "title")', 'a [link](https://x.org "title")'),
        ("a [`link`](https://x.org)", "a [`link`](https://x.org)"),
        ("<https://x.org/a_b>", "<https://x.org/a_b>"),
        ("some `code|*x*`", "some `code|*x*`"),
        ("- a\n- b", "* a\n* b"),
        ("Text:\n- a\n+ b", "Text:\n\n* a\n* b"),
        ("- a\n  more\n- b", "* a more\n* b"),
        ("- a\n\n  more\n- b", "* a\n\n  more\n\n* b"),
        ("- a\n    - b\n    - c\n- d", "* a\n  * b\n  * c\n* d"),
        ("1. a\n2. b\n   - c", "1. a\n2. b\n   * c"),
        ("3) a\n4) b", "3) a\n4) b"),
        ("It was\n2014. A year", "It was 2014. A year"),
        ("It was:\n1. a", "It was:\n\n1. a"),
        ("\\*not em\\*", "\\*not em\\*"),
        ("- **", "* \\**"),
    ],
)
def test_light_markdown_works(written: str, rendered: str) -> None:
    """Paragraphs, emphasis, links, code, and lists in lists."""
    assert prose.render(written) == rendered


@pytest.mark.parametrize(
    "written",
    [
        "# Heading",
        "Heading\n===",
        "Heading\n---",
        "> quote",
        "```\ncode\n```",
        "~~~\ncode\n~~~",
        "---",
        "***",
        "| a | b |\n| - | - |\n| c | d |",
        "a|b\n-|-",
        "<div>\n\n# html\n\n</div>",
        "<!-- comment -->",
        "a <b>b</b>",
        "[a]: https://x.org\n\n[a]",
        "![image](data:image/png;base64,AA)",
        "[a](javascript:alert(1))",
        "[a](JAVASCRIPT:alert(1))",
        "[a](java&#115;cript:alert(1))",
        "[a](vbscript:x) [b](data:x) [c](file:///x) [d](/x) [e](//x.org)",
        "<javascript:alert(1)>",
        "~~struck~~",
        "- # a\n- > b\n- ```\n- - c",
        "*",
        "* * *",
        "a\\\nb",
        "a  \nb",
        "&lt;b&gt;",
    ],
)
def test_the_rest_of_markdown_is_plain_text(written: str) -> None:
    """It can be read as it was typed, and does nothing."""
    rendered = prose.render(written)
    assert kinds(rendered) <= LIGHT - {"link"} | LISTS
    html = COMMONMARK.render(rendered)
    assert "<a" not in html


@pytest.mark.parametrize(
    "written", ["![image](https://x.org/a.png)", "\\![image](https://x.org/a.png)"]
)
def test_an_image_turns_into_a_link(written: str) -> None:
    """A page must not load anything just because a draft says so."""
    found = kinds(prose.render(written))
    assert "image" not in found
    assert "link" in found


def test_a_link_after_an_exclamation_mark_is_no_image() -> None:
    """Even where the mark was written with a backslash."""
    assert prose.render("Hey\\![a](https://x.org)") == "Hey\\![a](https://x.org)"
    assert prose.render("\\!\\[a](https://x.org)") == "!\\[a\\](https://x.org)"


def test_prose_that_says_nothing_is_nothing() -> None:
    """No empty paragraph."""
    assert prose.render(" \n\t\n ") == ""


def test_lists_nest_only_so_deep() -> None:
    """A staircase of a thousand steps would be a page of white space."""
    stairs = "\n".join(f"{'  ' * step}- {step}" for step in range(1000))
    assert max(map(len, prose.render(stairs).splitlines())) < 20


@pytest.mark.parametrize(
    "unit",
    [
        "`",
        "``a",
        "[",
        "[a](",
        "![",
        "[`",
        "*",
        "**a",
        "_",
        "\\",
        "<",
        "<https://",
        "1. ",
        "- ",
        "&",
    ],
)
def test_no_text_is_slow_to_read(unit: str) -> None:
    """A hundred thousand of any mark are read in time that grows with the text."""
    assert prose.render(unit * 20_000)
