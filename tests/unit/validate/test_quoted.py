"""A draft's own words inside a message."""

from lacplan.validate.quoted import quoted


def test_up_to_sixty_characters_are_quoted_whole():
    assert quoted("a" * 60) == f"“{'a' * 60}”"


def test_of_more_the_first_fifty_nine_and_a_mark_stay():
    assert quoted("a" * 61) == f"“{'a' * 59}…”"


def test_white_space_in_a_row_is_one_space():
    assert quoted("  a \n\t b ") == "“a b”"
