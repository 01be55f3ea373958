"""Drafts read one after the other: what is written as before is not read again, nor otherwise."""

import pytest

from lacplan.document.parse import parse_bytes
from lacplan.model.decode import decode
from lacplan.model.plan import Plan
from lacplan.model.rereading import Rereading

HEAD = "format: 1\nname: p\ntitle: P\nlanguage: en\n"
LIST = """\
areas:
  # About a.
  - id: a
    title: A
    description: >-
      Words.


      More words.
    objectives:

      # About a-1.
      - id: a-1
        title: A 1
        projects:
          - id: a-1-1
            title: A 1 1
      - id: a-2
        title: A 2
        notes: |+
          kept

      # About a-3.
      - id: a-3
        title: A 3
  - id: b
    title: B
    objectives:
      - {id: b-1, title: B 1}
  - id: c
    title: C
    objectives:
"""
DRAFT = HEAD + LIST


def begun() -> Rereading:
    """Return one that was shown a first draft already."""
    rereading = Rereading()
    assert rereading.plan(b"") is None
    return rereading


def whole(text: str) -> Plan | None:
    return decode(parse_bytes(text.encode())).plan


def test_the_first_draft_is_left_to_be_read_as_a_whole():
    rereading = Rereading()
    assert rereading.plan(DRAFT.encode()) is None
    assert rereading.plan(DRAFT.encode()) == whole(DRAFT)


def test_what_is_written_as_before_is_the_very_same():
    rereading = begun()
    old = rereading.plan(DRAFT.encode())
    text = DRAFT.replace("title: A 2", "title: A two")
    new = rereading.plan(text.encode())
    assert new == whole(text)
    assert new.items[1] is old.items[1]
    assert new.items[0] is not old.items[0]
    assert new.items[0].items[0] is old.items[0].items[0]
    assert new.items[0].items[2] is old.items[0].items[2]


def test_an_item_that_moved_to_another_level_is_read_anew():
    rereading = begun()
    rereading.plan(DRAFT.encode())
    text = f"{HEAD}areas:\n      - id: a-1\n        title: A 1\n"
    assert rereading.plan(text.encode()) == whole(text)


def test_other_levels_make_other_items_of_the_same_words():
    rereading = begun()
    rereading.plan(DRAFT.encode())
    text = f"{HEAD}levels: {{areas: Area, projects: Project}}\n{LIST}"
    assert rereading.plan(text.encode()) == whole(text)


CUT = {
    "as it is": DRAFT,
    "with a byte-order mark": "\ufeff" + DRAFT,
    "with a bare start": f"---\n{DRAFT}",
    "without a last line end": DRAFT.rstrip("\n"),
    "with a kept text at its end": f"{HEAD}areas:\n- id: a\n  title: A\n  notes: |+\n    x\n\n\n",
    "with a text cut off at its end": f"{HEAD}areas:\n- id: a\n  title: A\n  notes: |\n    x",
    "dashes below their keys": f"{HEAD}areas:\n- id: a\n  title: A\n  objectives:\n  - id: b\n",
    "comments beside keys": DRAFT.replace("objectives:", "objectives:  # c").replace(
        "areas:", "areas: # c"
    ),
    "aliases within an item": DRAFT.replace("title: A 2", "title: &x A 2\n        lead: *x"),
    "a field that no item has": DRAFT.replace("title: A 2", "title: A 2\n        colour: red"),
    "an item without a title": DRAFT.replace("        title: A 2\n", ""),
    "a wide dash": f"{HEAD}areas:\n-   id: a\n    objectives:\n    -   id: b\n",
}


@pytest.mark.parametrize("text", CUT.values(), ids=CUT.keys())
def test_drafts_in_the_manners_of_the_canonical_layout_are_cut(text):
    rereading = begun()
    assert whole(text)
    assert rereading.plan(text.encode()) == whole(text)
    assert rereading.plan(text.encode()) == whole(text)


BELOW = "    objectives:\n      - id: b\n"

WHOLE = {
    "nothing": "",
    "no plan": "- a\n- b\n",
    "another encoding": DRAFT.encode().decode().replace("Words", "W\udcf3rds"),
    "line ends of Windows": DRAFT.replace("\n", "\r\n"),
    "no items": HEAD,
    "items in brackets": f"{HEAD}areas: [{{id: a, title: A}}]\n",
    "something after the items": f"{DRAFT}vision: V\n",
    "an end": f"{DRAFT}...\n",
    "an end before the items": f"{HEAD}...\n{LIST}",
    "a second document": f"{DRAFT}---\na: 1\n",
    "a head in braces": f"{{format: 1}}\n{LIST}",
    "a head that is indented": f"  format: 1\n{LIST}",
    "the items twice": f"{DRAFT}{LIST}",
    "the items twice, once in quotes": f"{HEAD}'areas':\n{LIST}",
    "an item's items twice": DRAFT.replace("    title: B\n", "    title: B\n    'objectives':\n"),
    "no space before a comment": DRAFT.replace("areas:", "areas:#"),
    "a text in place of the list": f"{HEAD}areas: |\n  - id: a\n",
    "a quotation over an item": f'{HEAD}areas:\n  - id: a\n    title: "A\n  - id: b"\n',
    "brackets over an item": f"{HEAD}areas:\n  - id: a\n    x-a: [A,\n  - id: b]\n",
    "a quotation over the key": f'{HEAD}summary: "S\nareas:\n  - id: a"\n',
    "an item in braces that goes on": f"{HEAD}areas:\n  - {{id: a}}\n{BELOW}",
    "keys that do not stand in line": f"{HEAD}areas:\n  - # c\n      id: a\n{BELOW}",
    "an anchor before the keys": f"{HEAD}areas:\n  - &a\n      id: a\n{BELOW}",
    "an alias of another item": DRAFT.replace("A 2", "&x A 2").replace("title: B\n", "title: *x\n"),
    "a merge key": DRAFT.replace("title: A 2", "<<: {title: A 2}"),
    "a list in a list": f"{HEAD}areas:\n  - - id: a\n",
    "a dash less deep": DRAFT.replace("  - id: b\n", " - id: b\n"),
    "a key less deep": f"{HEAD}areas:\n   - id: a\n  x: 1\n",
    "a tab": DRAFT.replace("    title: B\n", "\ttitle: B\n"),
    "a forbidden character": DRAFT.replace("title: B", "title: B\x07"),
    "a conflict": DRAFT.replace("    title: B\n", "<<<<<<< a\n=======\n    title: B\n>>>>>>> b\n"),
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_what_is_amiss_or_written_otherwise_has_to_be_read_as_a_whole(text):
    rereading = begun()
    rereading.plan(DRAFT.encode())
    assert rereading.plan(text.encode(errors="surrogateescape")) is None


def test_not_everything_that_was_ever_read_is_kept():
    rereading = begun()
    for number in range(1500):
        rereading.plan(f"{HEAD}areas:\n- id: a-{number}\n".encode())
    assert len(rereading._items) <= 501
