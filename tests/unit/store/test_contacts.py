"""How people can be reached: kept in a file of its own, and read back as it was."""

from lacplan.consult.intake import Contact
from lacplan.store.contacts import FIELDS, contacts_file, drop_contact, keep_contacts, read_contacts

ANA = Contact("s1", "ana@example.org", "+598 2604 2222", 'Calle 1, "2.º"\nMontevideo')
LUIS = Contact("s2", mail="luis@example.org")


def test_the_columns_are_what_is_known_of_a_person():
    assert Contact._fields == FIELDS


def test_what_is_kept_is_read_back_and_newer_ones_win(tmp_path):
    keep_contacts(tmp_path, [LUIS, ANA])
    assert [*read_contacts(tmp_path).values()] == [ANA._asdict(), LUIS._asdict()]
    keep_contacts(tmp_path, [LUIS._replace(mail="l@example.org")])
    assert read_contacts(tmp_path)["s2"]["mail"] == "l@example.org"
    assert read_contacts(tmp_path)["s1"] == ANA._asdict()


def test_nothing_is_written_where_nothing_is_new(tmp_path):
    keep_contacts(tmp_path, [])
    assert not contacts_file(tmp_path).exists()
    keep_contacts(tmp_path, [ANA])
    before = contacts_file(tmp_path).stat()
    keep_contacts(tmp_path, [ANA])
    assert contacts_file(tmp_path).stat() == before


def test_who_is_dropped_is_told_and_the_others_stay(tmp_path):
    keep_contacts(tmp_path, [LUIS, ANA])
    assert drop_contact(tmp_path, "s1") == ANA._asdict()
    assert drop_contact(tmp_path, "s1") is None
    assert [*read_contacts(tmp_path)] == ["s2"]
