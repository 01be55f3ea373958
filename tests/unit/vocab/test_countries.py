"""The table of countries."""

from babel import Locale

from lacplan.vocab.countries import COUNTRIES


def test_the_table_is_as_long_as_the_standard() -> None:
    """ISO 3166-1 has assigned 249 codes since South Sudan's in 2011."""
    assert len(COUNTRIES) == 249


def test_every_country_has_a_name_in_english() -> None:
    """A reader never meets a bare code."""
    assert set(Locale("en").territories) >= COUNTRIES


def test_what_iso_has_not_assigned_is_no_country() -> None:
    """CLDR names these too, some reserved and some made up."""
    unassigned = "AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ"
    assert COUNTRIES.isdisjoint(unassigned.split())


def test_the_caribbean_is_up_to_date() -> None:
    """The Netherlands Antilles (AN) gave way to three codes in 2010."""
    assert {"BQ", "CW", "SX"} <= COUNTRIES
    assert "AN" not in COUNTRIES
