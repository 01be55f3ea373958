"""Layout and comments: ours' layout, theirs' edits, and every comment."""

import pytest
import yaml
from plans_to_merge import PLAN, TREATY, changed, clean, part, torn

from lacplan.document.comments import comments
from lacplan.document.parse import parse
from lacplan.merge.engine import merge
from lacplan.model.decode import decode
from lacplan.model.encode import encode

EDITED = changed(
    ("title: Schools", "title: All schools"), ("thirty", "forty"), ("lead: ICANN", "lead: LACNIC")
)


def says(text: str) -> object:
    return encode(decode(parse(text)).plan)  # type: ignore[arg-type]


def wide(text: str) -> str:
    """Return *text* with twice the indentation."""
    return "".join(
        " " * (len(line) - len(line.lstrip(" ")))
        + line.replace("- id", "-   id")
        .replace("- The", "-   The")
        .replace("- Min", "-   Min")
        .replace("- {", "-   {")
        for line in text.splitlines(keepends=True)
    )


def quoted(text: str) -> str:
    return "".join(
        f'{line.partition("title: ")[0]}title: "{line.partition("title: ")[2].rstrip()}"\n'
        if line.strip().startswith("title: ")
        else line
        for line in text.splitlines(keepends=True)
    )


def keys_turned(text: str) -> str:
    return text.replace(
        'code: "2.1"\n        title: Schools\n', 'title: Schools\n        code: "2.1"\n'
    )


def in_braces(text: str) -> str:
    """Return *text* with an objective and an indicator on one line each."""
    item = part("- id: groups", "- id: capacity", text)
    words = [line.strip(" -") for line in item.splitlines()]
    return text.replace(item, f"      - {{{', '.join(words)}}}\n").replace(
        "          - id: pupils\n            title: Pupils reached\n"
        "            unit: people\n            target: 100\n",
        "          - {id: pupils, title: Pupils reached, unit: people, target: 100}\n",
    )


RELAID = {
    "indentation": wide,
    "quotes": quoted,
    "key order": keys_turned,
    "braces": in_braces,
}


@pytest.mark.parametrize("relaid", RELAID.values(), ids=RELAID)
def test_ours_was_laid_out_anew_and_theirs_edited(relaid: object) -> None:
    merged = clean(relaid(PLAN), EDITED)  # type: ignore[operator]
    assert says(merged) == says(EDITED)
    changes = sum(
        one != other
        for one, other in zip(merged.splitlines(), relaid(PLAN).splitlines(), strict=False)
    )  # type: ignore[operator]
    assert changes <= 6  # three lines, and a paragraph that is wrapped anew


@pytest.mark.parametrize("relaid", RELAID.values(), ids=RELAID)
def test_theirs_was_laid_out_anew_and_ours_edited(relaid: object) -> None:
    assert clean(EDITED, relaid(PLAN)) == EDITED  # type: ignore[operator]


@pytest.mark.parametrize("relaid", RELAID.values(), ids=RELAID)
def test_theirs_was_laid_out_anew_and_edited_and_ours_edited_too(relaid: object) -> None:
    ours = changed(("end: 2025", "end: 2026"))
    merged = clean(ours, relaid(EDITED))  # type: ignore[operator]
    assert says(merged) == says(EDITED.replace("end: 2025", "end: 2026"))


def test_another_writer_made_theirs_altogether() -> None:
    theirs = yaml.safe_dump(
        yaml.load(EDITED, yaml.BaseLoader),  # noqa: S506  # everything is text to it
        sort_keys=True,
        allow_unicode=True,
        indent=4,
    )
    theirs = theirs.replace("format: '1'", "format: 1")
    for number in ("100", "2", "6"):
        theirs = theirs.replace(f": '{number}'", f": {number}")
    base = (
        PLAN.replace("\n\n      # What follows came late.\n", "\n")
        .replace("  # who else", "")
        .replace("  # Nobody doubts this one.\n", "")
        .replace("# Agreed in Montevideo.\n", "")
    )
    base = base.replace(
        "{id: meetings, title: Meetings held, unit: meetings, baseline: 2, target: 6}",
        "id: meetings\n            title: Meetings held\n            unit: meetings\n"
        "            baseline: 2\n            target: 6",
    )
    ours = base.replace("end: 2025", "end: 2026")
    assert says(clean(ours, theirs, base)) == says(EDITED.replace("end: 2025", "end: 2026"))


@pytest.mark.parametrize("mine", [True, False])
def test_other_line_ends(mine: bool) -> None:
    windows = changed(("end: 2025", "end: 2026")).replace("\n", "\r\n")
    ours, theirs = (windows, EDITED) if mine else (EDITED, windows)
    merged = clean(ours, theirs)
    assert says(merged) == says(EDITED.replace("end: 2025", "end: 2026"))
    assert merged.count("\r\n") == (merged.count("\n") if mine else 0)


def test_no_final_newline_on_one_side_or_both() -> None:
    ours, theirs = changed(("end: 2025", "end: 2026")), EDITED
    both = EDITED.replace("end: 2025", "end: 2026")
    assert clean(ours.rstrip("\n"), theirs) == both.rstrip("\n")
    assert clean(ours, theirs.rstrip("\n")) == both.rstrip("\n")
    assert clean(ours.rstrip("\n"), theirs, PLAN.rstrip("\n")) == both
    assert clean(ours.rstrip("\n"), theirs.rstrip("\n"), PLAN.rstrip("\n")) == both.rstrip("\n")


def test_a_byte_order_mark_on_one_side() -> None:
    merged = merge(PLAN, "\ufeff" + changed(("end: 2025", "end: 2026")), EDITED).text
    assert merged == "\ufeff" + EDITED.replace("end: 2025", "end: 2026")


def test_every_other_byte_is_left_alone() -> None:
    odd = PLAN.replace("title: Schools", "title:   'Schools'   # so called").replace(
        "  - id: capacity", "\n\n  -   id: capacity"
    )
    odd = (
        odd.replace("-   id: capacity\n    code", "-   id: capacity\n      code")
        if False
        else odd.replace("  -   id: capacity", "  - id: capacity")
    )
    theirs = odd.replace("end: 2025", "end: 2026")
    ours = odd.replace("ICANN  # who", "LACNIC  # who")
    assert clean(ours, theirs, odd) == ours.replace("end: 2025", "end: 2026")


# Comments

COMMENTS = {
    "over an item": ("      - id: schools", "      # Asked for.\n      - id: schools"),
    "over a field": ('        code: "2.1"', '        # By position.\n        code: "2.1"'),
    "beside a field": ("title: Schools", "title: Schools  # all of them"),
    "beside a key": (
        "    objectives:\n      - id: schools",
        "    objectives:  # two more to come\n      - id: schools",
    ),
    "beside a list": ("tags: [policy, region]", "tags: [policy, region]  # for the index"),
    "beside a block text": ("description: >-", "description: >-  # as agreed"),
    "over an entry": (
        "          - The treaty is",
        "          # In force since May.\n          - The treaty is",
    ),
    "at the top": ("# Agreed in Montevideo.", "# Agreed in Montevideo.\n# And in Lima."),
    "a banner": ("      - id: treaty\n", "      # --- The law ---\n\n      - id: treaty\n"),
    "below the last": ("target: 100\n", "target: 100\n            # For now.\n"),
    "at the end": ("target: 100\n", "target: 100\n\n# That is all.\n"),
}


def told(text: str) -> list[str]:
    return sorted(each.text for each in comments(parse(text)))


@pytest.mark.parametrize("pair", COMMENTS.values(), ids=COMMENTS)
@pytest.mark.parametrize("mine", [True, False])
def test_a_comment_added_on_one_side(pair: tuple[str, str], mine: bool) -> None:
    commented = changed(pair)
    merged = clean(commented, EDITED) if mine else clean(EDITED, commented)
    assert told(merged) == told(commented)
    assert says(merged) == says(EDITED)


@pytest.mark.parametrize("pair", COMMENTS.values(), ids=COMMENTS)
@pytest.mark.parametrize("mine", [True, False])
def test_a_comment_taken_away_on_one_side(pair: tuple[str, str], mine: bool) -> None:
    base = changed(pair)
    edited = base.replace("title: Schools", "title: All schools").replace(
        "ICANN  # who", "LACNIC  # who"
    )
    merged = clean(PLAN, edited, base) if mine else clean(edited, PLAN, base)
    assert told(merged) == told(PLAN)


def test_comments_of_both_sides_over_one_item_are_kept() -> None:
    item = "      - id: schools"
    merged = clean(
        changed((item, f"      # Of ours.\n{item}")),
        changed((item, f"      # A word of theirs.\n{item}")),
    )
    assert f"      # A word of theirs.\n      # Of ours.\n{item}" in merged


def test_a_comment_changed_on_one_side() -> None:
    theirs = changed(("# Nobody doubts this one.", "# Some doubt this one."))
    assert clean(EDITED, theirs) == EDITED.replace("# Nobody doubts", "# Some doubt")


def test_two_comments_beside_one_field_are_kept() -> None:
    merged = clean(
        changed(("# who else", "# who if not they")), changed(("# who else", "# to be asked"))
    )
    assert "# who if not they" in merged
    assert "# to be asked" in merged


def test_a_comment_beside_what_the_other_side_edited() -> None:
    merged = clean(
        changed(("lead: ICANN", "lead: LACNIC")), changed(("# who else", "# to be asked"))
    )
    assert "        lead: LACNIC  # to be asked\n" in merged


def test_a_comment_put_over_what_the_other_side_deleted_is_a_conflict() -> None:
    merged = torn(
        PLAN.replace(TREATY, ""), PLAN.replace(TREATY, f"      # Do not delete this.\n{TREATY}")
    )
    assert "# Do not delete this." in merged.text


def test_a_banner_stays_where_it_is_when_what_is_below_it_leaves() -> None:
    groups = '      - id: groups\n        code: "1.3"\n        title: Interest groups\n'
    merged = clean(
        changed(("Interest groups", "Interested groups")), PLAN.replace(groups, "") + groups
    )
    assert (
        merged.index("# What follows came late.")
        < merged.index("- id: capacity")
        < merged.index("- id: groups")
    )


@pytest.mark.parametrize("head", ["# Ours.\n\n", "# Ours.\n#\n\n\n# More.\n\n"])
def test_the_blank_line_below_the_head_of_a_plan_stays(head: str) -> None:
    base = head + PLAN.partition("\n")[2]
    ours, theirs = base.replace("thirty", "forty"), base.replace("title: Schools", "title: All")
    assert merge(base, ours, theirs).text == ours.replace("title: Schools", "title: All")
