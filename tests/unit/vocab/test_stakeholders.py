"""The stakeholder groups."""

import re

from lacplan.vocab.stakeholders import STAKEHOLDERS


def test_the_groups_are_those_of_the_tunis_agenda() -> None:
    """Paragraphs 35 and 36, and two for whoever they leave out."""
    assert STAKEHOLDERS == (
        "government",
        "private-sector",
        "civil-society",
        "technical-community",
        "academia",
        "intergovernmental",
        "international-org",
        "individual",
        "other",
    )


def test_a_group_is_a_word_that_yaml_needs_no_quotes_for() -> None:
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", group) for group in STAKEHOLDERS)
