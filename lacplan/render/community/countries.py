"""The names of countries in the languages of a table of comments, with their codes."""

from collections.abc import Mapping
from functools import cache

from lacplan.render import catalogue
from lacplan.vocab.countries import COUNTRIES
from lacplan.vocab.headings import plain

LANGUAGES = ("en", "es", "pt", "fr")


@cache
def country_codes() -> Mapping[str, str]:
    """Return each country's name, plain (`lacplan.vocab.headings.plain`), with its code."""
    pages = [catalogue.of(language) for language in LANGUAGES]
    return {plain(page.country(code)): code for page in pages for code in COUNTRIES}
