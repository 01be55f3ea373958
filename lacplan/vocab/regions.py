"""The areas of the world by UN M49, and which country lies in which; as of CLDR 48, 2026-11-24.

The table is a file of its own, ``regions.csv``, which names its source; it is read when it is
first asked for.
"""

from functools import cache
from pathlib import Path

WORLD = "001"

LATIN_AMERICA_AND_THE_CARIBBEAN = "419"
"""The Caribbean (029), Central America with Mexico (013) and South America (005)."""


def known_region(code: str) -> bool:
    """Tell whether *code* is an area of M49: three digits, such as ``029``."""
    return code == WORLD or (code.isdigit() and code in _within())


def known_regions() -> tuple[str, ...]:
    """Return every area, in the order of the codes."""
    return (WORLD, *(code for code in _within() if code.isdigit()))


def areas_of(code: str) -> tuple[str, ...]:
    """Return the areas that a country or area lies in, the smallest first and the world last.

    Args:
        code: ISO 3166-1 alpha-2, or an area of M49.

    Returns:
        For ``UY``: ``("005", "419", "019", "001")``. Nothing where *code* is not known.
    """
    found: list[str] = []
    above = _within().get(code)
    while above is not None:
        found.append(above)
        above = _within().get(above)
    return tuple(found)


def region_of(country: str) -> str | None:
    """Return the smallest area of M49 that *country* (ISO 3166-1 alpha-2) lies in."""
    return _within().get(country)


def parts_of(area: str) -> tuple[str, ...]:
    """Return the areas right under *area*, in the order of their codes; no countries."""
    return tuple(code for code, above in _within().items() if above == area and code.isdigit())


def part_of(area: str, code: str) -> str | None:
    """Return the part of *area* that a country or area lies in, or is.

    Returns:
        One of `parts_of`; *area* itself where it has no parts and holds *code*; else None.
    """
    way = (code, *areas_of(code))
    if area not in way:
        return None
    parts = parts_of(area)
    return next((each for each in way if each in parts), None) if parts else area


@cache
def _within() -> dict[str, str]:
    """Return each code of the table with the area right above it."""
    text = Path(__file__).with_name("regions.csv").read_text(encoding="utf-8")
    rows = (line.partition(",") for line in text.splitlines() if not line.startswith("#"))
    return {code: area for code, _, area in rows if area != "within"}
