"""How a text could be spelt that has not the form which its field asks for."""

import re
from collections.abc import Iterator
from contextlib import suppress

from lacplan.model.date import PartialDate
from lacplan.model.types import Form


def remedy(form: Form, text: str) -> str:
    """Return what to do about *text*, which has not the *form* of its field."""
    fit = next((each for each in _respelt(text) if re.fullmatch(form.pattern, each)), None)
    if fit:
        return f"Write “{fit}”, for example."
    return form.remedy or f"Write {form.says}."


def date_remedy(text: str) -> str:
    """Return what to do about *text*, which is not a date."""
    month = re.fullmatch(r"([0-9]{4}-[0-9]{2})-[0-9]{2}", text)
    if month:
        with suppress(ValueError):
            return f"That month ends on {PartialDate.parse(month[1]).last}."
    day = re.fullmatch(r"(1[3-9]|2[0-9]|3[01])[./-](0?[1-9]|1[0-2])[./-]([0-9]{4})", text)
    if day:  # with a day up to 12 it may as well be the month, as in the United States
        return f"Write {day[3]}-{day[2]:0>2}-{day[1]}."
    return "Write 2014, 2014-08 or 2014-08-31."


def _respelt(text: str) -> Iterator[str]:
    """Yield *text* as one word, as a plain name, and as a code."""
    yield "-".join(re.findall(r"[^\s:]+", text))
    yield name_from(text)
    yield ".".join(re.findall("[A-Za-z0-9]+", text))


def name_from(text: str) -> str:
    """Return *text* in small letters without accents, its words joined by “-”, led by a letter."""
    from unicodedata import normalize

    plain = normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", plain)).lstrip("0123456789-")[:64].rstrip("-")
