"""When comments came, as spreadsheets write it, and what is late."""

from datetime import datetime, timedelta, timezone

import pytest

from lacplan.consult.dates import Moments
from lacplan.consult.moments import moment
from lacplan.errors import LacplanError
from lacplan.model.consultation import Consultation, Extension

ASKED = Consultation(opens="2013-03-26T00:00:00-03:00", closes="2013-04-11T23:59:59-03:00")
OTHERWISE = "2013-04-12T00:00:00-03:00"


def read(said: str, *others: str, asked: Consultation = ASKED) -> str | None:
    found = Moments(asked, (said, *others), OTHERWISE).read(said)
    return found.isoformat() if found else None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2013-04-03", "2013-04-03T00:00:00-03:00"),
        ("2013-04-03T10:20:30Z", "2013-04-03T10:20:30+00:00"),
        ("3/4/2013", "2013-04-03T00:00:00-03:00"),
        ("03.04.2013 9:05", "2013-04-03T09:05:00-03:00"),
        ("3-4-2013, 21:05:07", "2013-04-03T21:05:07-03:00"),
        ("3/4/2013 9:05 p. m.", "2013-04-03T21:05:00-03:00"),
        ("3/4/2013 12:05 AM", "2013-04-03T00:05:00-03:00"),
        ("3/4/2013 12:05 pm", "2013-04-03T12:05:00-03:00"),
        ("31/2/2013", None),
        ("3/4/13", "2013-04-03T00:00:00-03:00"),
        ("3/4/05", None),
        ("3/4/2013 25:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_cell_is_read_as_people_of_the_region_write_it(said: str, day: str | None):
    assert read(said) == day


def test_one_date_that_has_the_month_first_says_how_the_others_are_meant():
    assert read("3/4/2013", "3/26/2013") == "2013-03-04T00:00:00-03:00"
    assert read("3/4/2013", "26/3/2013") == "2013-04-03T00:00:00-03:00"


def test_where_dates_contradict_one_another_the_day_is_first():
    assert read("3/4/2013", "3/26/2013", "26/3/2013") == "2013-04-03T00:00:00-03:00"
    assert read("3/26/2013", "26/3/2013") is None


def test_without_an_offset_to_go_by_it_is_that_of_utc():
    assert read("3/4/2013", asked=Consultation(opens="soon")) == "2013-04-03T00:00:00+00:00"


@pytest.mark.parametrize(
    ("received", "late"),
    [
        ("2013-03-25T23:59:59-03:00", True),
        ("2013-03-26T00:00:00-03:00", False),
        ("2013-04-11T23:59:59-03:00", False),
        ("2013-04-12T02:59:59+00:00", False),
        ("2013-04-12T03:00:00+00:00", True),
        ("2013-04-12", False),  # without an offset nobody can tell
        ("late", False),
    ],
)
def test_what_lies_outside_the_window_is_late_in_every_offset(received: str, late: bool):
    assert Moments(ASKED, (), OTHERWISE).is_late(received) is late


def test_an_extension_moves_the_end():
    longer = ASKED._replace(extensions=(Extension(until="2013-04-30T23:59:59-03:00"),))
    assert Moments(longer, (), OTHERWISE).is_late("2013-04-12T03:00:00+00:00") is False
    assert Moments(longer, (), OTHERWISE).is_late("2013-05-01T03:00:00+00:00") is True


def test_a_row_without_a_date_came_when_the_table_did_and_may_be_late():
    moments = Moments(ASKED, (), OTHERWISE)
    assert moments.placed(None) == (OTHERWISE, True)
    assert moments.placed(moments.read("3/4/2013")) == ("2013-04-03T00:00:00-03:00", False)


NOW = datetime(2013, 4, 1, 12, tzinfo=timezone(timedelta(hours=-3)))


@pytest.mark.parametrize(
    ("said", "ends", "found"),
    [
        ("2013-04-11", False, "2013-04-11T00:00:00-03:00"),
        ("2013-04-11", True, "2013-04-11T23:59:59-03:00"),
        ("2013-04-11T18:00", True, "2013-04-11T18:00:00-03:00"),
        ("2013-04-11T18:00:00+02:00", True, "2013-04-11T18:00:00+02:00"),
    ],
)
def test_a_day_on_a_command_line_begins_with_its_first_second_or_ends_with_its_last(
    said: str, ends: bool, found: str
):
    assert moment(said, NOW, ends=ends) == found


@pytest.mark.parametrize("said", ["soon", "2013-02-30", "2013-13-01", "11/4/2013", ""])
def test_what_names_no_moment_is_refused_with_an_example(said: str):
    with pytest.raises(LacplanError, match="is no moment") as refused:
        moment(said, NOW)
    assert "2027-04-11T23:59:00-03:00" in (refused.value.hint or "")
