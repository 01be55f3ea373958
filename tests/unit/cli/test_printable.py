"""Text from outside can't steer a terminal, and is otherwise left alone."""

import pytest

from lacplan.cli.printable import printable


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "Capacitación",
        "日本語",
        "שלום",
        "e\u0301",
        "👩\u200d🌾",
        "[bold]",
        "a\u200fb\u00a0c",
    ],
)
def test_what_people_write_stays(text: str) -> None:
    """Accents, marks, joiners and right-to-left marks are writing."""
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x07", "␇"),
        ("a\r\nb\tc", "a␍␊b␉c"),
        ("\x7f", "␡"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("\u202egnp", "⟨U+202E⟩gnp"),
        ("\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩"),
        ("\u2028", "⟨U+2028⟩"),
        ("\udc80", "⟨U+DC80⟩"),
    ],
)
def test_what_would_steer_is_shown(text: str, shown: str) -> None:
    """Escapes, line breaks, bidi overrides, and what can't be encoded."""
    assert printable(text) == shown
