"""Lines are broken where readers of any script expect it, and nothing is lost."""

import pytest
from rich.cells import cell_len
from rich.style import Style

from lacplan.cli.wrap import BREAK, broken

RED = Style(color="red")


def lines(text: str, width: int) -> list[str]:
    made = broken([(text, None)], first=width, rest=width)
    return ["".join(part for part, _ in line) for line in made]


@pytest.mark.parametrize(
    ("text", "width", "said"),
    [
        ("one two three", 20, ["one two three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one  two", 4, ["one", "two"]),
        ("a\nb c", 20, ["a", "b c"]),
        ("abcdefghij k", 4, ["abcd", "efgh", "ij k"]),
        ("课程用中文讲授", 6, ["课程用", "中文讲", "授"]),
        ("课程用，中文", 6, ["课程", "用，中", "文"]),
        ("讲「中文」课", 4, ["讲", "「中", "文」", "课"]),
        ("用UTF-8写", 7, ["用UTF-8", "写"]),
        ("[-可以-]{+必须+}派", 8, ["[-可以-]", "{+必须+}", "派"]),
        ("", 5, [""]),
    ],
)
def test_a_text_is_broken_as(text, width, said):
    text = text.replace("]{", f"]{BREAK}{{")
    assert lines(text, width) == said


@pytest.mark.parametrize("width", range(2, 40))
def test_no_line_is_too_long_and_nothing_is_lost(width):
    text = "Año: 每所学校必须派五名教师。 cafe\u0301s at https://example.org/long/address 👩"
    made = lines(text, width)
    assert max(map(cell_len, made)) <= width
    assert "".join("".join(made).split()) == "".join(text.split())


def test_the_first_line_may_be_shorter():
    made = broken([("one two three four", None)], first=4, rest=9)
    assert ["".join(text for text, _ in line) for line in made] == ["one", "two three", "four"]


def test_styles_stay_with_their_words():
    made = broken([("one ", None), ("two three", RED), (" four", None)], first=8, rest=8)
    assert made == [[("one ", None), ("two", RED)], [("three", RED)], [("four", None)]]


def test_pieces_without_a_space_between_stay_together():
    made = broken([("a long un", None), ("able", RED), ("!", None)], first=12, rest=12)
    assert ["".join(text for text, _ in line) for line in made] == ["a long", "unable!"]
