"""Dates of reduced precision."""

from datetime import date

import pytest

from lacplan.model.date import PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2014-02", date(2014, 2, 1), date(2014, 2, 28)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2014-12", date(2014, 12, 1), date(2014, 12, 31)),
        ("2014-08-31", date(2014, 8, 31), date(2014, 8, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
        ("9999-11", date(9999, 11, 1), date(9999, 11, 30)),
    ],
)
def test_a_date_covers_what_it_names(text: str, first: date, last: date) -> None:
    parsed = PartialDate.parse(text)
    assert (str(parsed), parsed.first, parsed.last) == (text, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "", "14", "2014-", "2014-8", "2014-00", "2014-13", "2014-02-30", "2014-08-00", "0000",
        "2014-08-31-1", "31/08/2014", "August 2014", "２０１４", "-2014", "2014-08-31T00:00",
    ],
)  # fmt: skip
def test_nothing_else_is_a_date(text: str) -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011  # it says no more than the text
        PartialDate.parse(text)
    assert raised.type is ValueError
