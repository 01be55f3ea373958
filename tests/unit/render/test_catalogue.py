"""The page's own words, and how a language says dates, numbers, money and countries."""

import subprocess
import sys
from decimal import Decimal

import pytest

from lacplan.model.date import PartialDate
from lacplan.model.fields import DEFAULT_LEVELS, STAGES, STATUSES
from lacplan.model.plan import Budget, Level
from lacplan.render import catalogue


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        ("en", "Sources"),
        ("es-419", "Fuentes"),
        ("pt-BR", "Fontes"),
        ("PT", "Fontes"),
        ("fr-HT", "Sources"),
        ("qu", "Sources"),
        ("x-lac", "Sources"),
        ("", "Sources"),
    ],
)
def test_the_words_are_the_languages_own_or_english(tag: str, word: str) -> None:
    """A region does not matter, and a language that is not there falls back."""
    assert catalogue.of(tag)["sources"] == word


@pytest.mark.parametrize(
    ("tag", "date", "said"),
    [
        ("en", "2014", "2014"),
        ("en", "2014-08", "August 2014"),
        ("en", "2014-08-31", "August 31, 2014"),
        ("en-GB", "2014-08-31", "31 August 2014"),
        ("es", "2014-08", "agosto de 2014"),
        ("es-MX", "2014-08-31", "31 de agosto de 2014"),
        ("pt-BR", "2014-08", "agosto de 2014"),
        ("fr", "2014-08", "août 2014"),
        ("de", "2014-08-31", "31. August 2014"),
        ("x-lac", "2014-08", "August 2014"),
        ("arn", "2014-08", "August 2014"),
        ("es-x-lac", "2014-08", "agosto de 2014"),
    ],
)
def test_a_date_keeps_its_precision(tag: str, date: str, said: str) -> None:
    """In the plan's own language where CLDR has its months, else in English."""
    assert catalogue.of(tag).date(PartialDate.parse(date)) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2014-08", "2015-08", "agosto de 2014 – agosto de 2015"),
        ("2014", "2014", "2014"),
        ("2014-08", None, "inicio: agosto de 2014"),
        (None, "2015", "fin: 2015"),
        (None, None, ""),
    ],
)
def test_a_stretch_of_time_may_be_open(start: str | None, end: str | None, said: str) -> None:
    """No bound is made up."""
    bounds = [each and PartialDate.parse(each) for each in (start, end)]
    assert catalogue.of("es").time(bounds[0] or None, bounds[1] or None) == said


@pytest.mark.parametrize(
    ("tag", "said"),
    [("en", "1,500,000.25 USD"), ("es", "1.500.000,25 USD"), ("es-MX", "1,500,000.25 USD")],
)
def test_money_bears_the_code_of_its_currency(tag: str, said: str) -> None:
    """There are twenty kinds of dollar."""
    budget = Budget(amount=Decimal("1500000.25"), currency="USD")
    assert catalogue.of(tag).money(budget) == said


@pytest.mark.parametrize("given", ["0.1234567890123456789", "12345678901234567890.5", "-7", "0"])
def test_a_number_is_never_rounded(given: str) -> None:
    """Every digit stands on the page."""
    assert catalogue.of("en").number(Decimal(given)).replace(",", "") == given


def test_a_code_or_word_that_is_not_known_stands_for_itself() -> None:
    """A faulty draft still makes a page, and the page shows the fault."""
    words = catalogue.of("es")
    assert words.country("UY") == "Uruguay"
    assert words.country("ZZZ") == "ZZZ"
    assert words.status("started") == "started"
    assert words.stage("almost") == "almost"


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_every_stage_and_status_has_a_label(language: str) -> None:
    """None falls through to the format's own word but by chance."""
    words = catalogue.of(language)
    assert all(words.stage(each)[0].isupper() for each in STAGES)
    assert {words.status(each) for each in STATUSES} - {"on-hold"}
    assert words.status("on-hold") != "on-hold"
    assert words.stage("draft") != "draft"


def test_levels_that_the_plan_does_not_name_are_called_in_its_language() -> None:
    """A label that the plan gives stands as it is."""
    assert catalogue.of("es").labels(DEFAULT_LEVELS) == ("Área", "Objetivo", "Proyecto")
    assert catalogue.of("fr").labels(DEFAULT_LEVELS) == ("Domaine", "Objectif", "Projet")
    own = (Level(key="areas", label="Area"), Level(key="goals", label="Goal"))
    assert catalogue.of("es").labels(own) == ("Area", "Goal")


def test_babel_is_loaded_only_for_a_date_a_number_or_a_country() -> None:
    """So that a program that merely imports the renderers does not wait for it."""
    asks = (
        "import sys, lacplan.render.markdown, lacplan.render.spreadsheet;"
        "print('babel' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
