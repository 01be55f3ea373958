"""What in a text tells how a person can be reached, and what only looks like it."""

import pytest

from lacplan.model.contacts import contacts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nina@example.org", ["nina@example.org"]),  # no letter of it is an escape
        ("Write to ana.perez+lac@example.org.", ["ana.perez+lac@example.org"]),
        ("a\\nana@example.org", ["ana@example.org"]),
        ("José@exámple.org, b@c.example.com.uy", ["José@exámple.org", "b@c.example.com.uy"]),
        ("Call +598 2604 2222 today", ["+598 2604 2222"]),
        ("+54-11-4321-0000", ["+54-11-4321-0000"]),
        ("(11) 4321-0000", ["(11) 4321-0000"]),
        ("Tel. 2604 2222", ["2604 2222"]),
        ("teléfono: 26042222", ["26042222"]),
        ("WhatsApp 099 123 456", ["099 123 456"]),
        ("tel. +598 2604 2222", ["+598 2604 2222"]),
    ],
)
def test_addresses_and_numbers_are_found_where_they_stand(text, found):
    assert [text[at.start : at.end] for at in contacts(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "From 2013-2016 to 2017-2020, USD 1,000,000.00 and 1 000 000 000 more.",
        "2001:db8::1, 192.168.100.100, 10.1000/182, ISBN 978-3-16-148410-0",
        '{"received":"2027-04-12T10:00:00+03:00","digest":"0123456789012345678901234567890123"}',
        "See @lacnic and https://example.org/@user, a@b, 4 @ 5",
        "telecommunications, 2013 2014 2015",
        "An increase of +20 % by 2016",
        "",
    ],
)
def test_years_amounts_networks_and_moments_are_none(text):
    assert [*contacts(text)] == []
