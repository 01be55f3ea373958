"""The tables of currencies."""

import pytest
from babel import Locale

from lacplan.vocab.currencies import CURRENCIES, WITHDRAWN_CURRENCIES, known_currency

UNNAMED = {"XAD", "AYM", "CHC", "GHP", "ZWN"}
"""Codes of ISO 4217 that CLDR does not carry."""


def test_the_tables_are_as_long_as_the_standard() -> None:
    """The counts of Lists One and Three (from 1999 on) as published on 2026-01-01."""
    assert (len(CURRENCIES), len(WITHDRAWN_CURRENCIES)) == (178, 65)


def test_no_currency_is_both_current_and_withdrawn() -> None:
    """A code's state is one or the other."""
    assert CURRENCIES.isdisjoint(WITHDRAWN_CURRENCIES)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ANG", "XCG"),
        ("BGN", "EUR"),
        ("HRK", "EUR"),
        ("SLL", "SLE"),
        ("VEF", "VES"),
        ("ZWL", "ZWG"),
    ],
)
def test_a_replaced_currency_is_known_but_withdrawn(old: str, new: str) -> None:
    """A plan about 2014 may budget in it."""
    assert known_currency(old)
    assert known_currency(new)
    assert old in WITHDRAWN_CURRENCIES
    assert new in CURRENCIES


@pytest.mark.parametrize("code", ["", "usd", "US$", "UYN", "ARA", "BTC", "EUR "])
def test_what_iso_does_not_list_is_unknown(code: str) -> None:
    """Small letters, symbols, currencies gone before 1999 and coins of no country."""
    assert not known_currency(code)


def test_every_currency_has_a_name_in_english_except_a_few() -> None:
    """A reader meets a bare code only where CLDR leaves no choice."""
    assert set(Locale("en").currencies) >= (CURRENCIES | WITHDRAWN_CURRENCIES) - UNNAMED
