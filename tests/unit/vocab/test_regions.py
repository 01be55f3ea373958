"""The areas of UN M49."""

import csv
from pathlib import Path

import pytest
from babel import Locale

from lacplan.vocab import regions
from lacplan.vocab.countries import COUNTRIES
from lacplan.vocab.regions import areas_of, known_region, part_of, parts_of, region_of


def test_every_country_lies_in_an_area() -> None:
    assert [country for country in sorted(COUNTRIES) if region_of(country) is None] == []


def test_every_way_up_ends_at_the_world() -> None:
    assert {areas_of(country)[-1] for country in COUNTRIES} == {"001"}


def test_latin_america_and_the_caribbean_has_three_parts() -> None:
    """UN M49: South America, Central America with Mexico, the Caribbean."""
    assert parts_of("419") == ("005", "013", "029")


@pytest.mark.parametrize(
    ("country", "part"),
    [("UY", "005"), ("SR", "005"), ("MX", "013"), ("BZ", "013"), ("TT", "029"), ("CW", "029")],
)
def test_a_country_lies_in_one_part_of_the_region(country: str, part: str) -> None:
    assert region_of(country) == part
    assert part_of("419", country) == part
    assert areas_of(country) == (part, "419", "019", "001")


def test_the_region_has_52_countries_and_territories() -> None:
    """28 in the Caribbean, 8 in Central America, 16 in South America."""
    held = [country for country in COUNTRIES if part_of("419", country)]
    assert len(held) == 52


def test_what_lies_elsewhere_lies_in_no_part_of_the_region() -> None:
    assert part_of("419", "ES") is None
    assert part_of("419", "019") is None
    assert part_of("005", "UY") == "005"  # an area without parts is its own


def test_a_part_may_be_named_itself() -> None:
    assert part_of("419", "029") == "029"


@pytest.mark.parametrize("code", ["419", "029", "001"])
def test_areas_are_known_by_three_digits(code: str) -> None:
    assert known_region(code)


@pytest.mark.parametrize("code", ["UY", "29", "999", "", "LAC"])
def test_what_is_no_area_is_not_known(code: str) -> None:
    assert not known_region(code)
    assert areas_of("LAC") == ()


def test_every_area_has_a_name_in_the_languages_of_the_region() -> None:
    areas = {area for country in COUNTRIES for area in areas_of(country)}
    for language in ("en", "es", "pt", "fr"):
        assert areas <= {*Locale(language).territories}


def test_the_table_says_where_it_comes_from() -> None:
    """Its licence asks for its notice to stand beside it."""
    file = Path(regions.__file__).with_name("regions.csv")
    head = [line for line in file.read_text(encoding="utf-8").splitlines() if line[0] == "#"]
    assert any("Source: Unicode CLDR 48" in line for line in head)
    assert "UNICODE LICENSE V3" in file.with_name("regions.csv.license").read_text("utf-8")


def test_the_table_names_each_code_once() -> None:
    lines = Path(regions.__file__).with_name("regions.csv").read_text("utf-8").splitlines()
    rows = [*csv.reader(line for line in lines if not line.startswith("#"))][1:]
    assert len({row[0] for row in rows}) == len(rows)
