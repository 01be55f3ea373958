"""Awkward documents, one subject a file: both parsers read each alike, and every edit is sound."""

from pathlib import Path

import pytest
import yaml
from trees import composed, every_edit, says, shape

from lacplan.document.comments import comments
from lacplan.document.parse import parse, parse_bytes
from lacplan.document.tree import Document, unparse
from lacplan.errors import LacplanError, OwnFault

FOLDER = Path(__file__).parent / "corpus"
SOUND = sorted(FOLDER.glob("*.yaml"))
FAULTY = sorted(FOLDER.glob("faulty/*.yaml"))  # each is named for its fault

UNLIKE = {"anchors_twice", "flow_pairs", "marks_inside_words", "tab_behind_a_colon", "tabs"}
"""What PyYAML, which follows YAML 1.1, refuses."""

each = pytest.mark.parametrize("file", SOUND, ids=lambda file: file.stem)
each_faulty = pytest.mark.parametrize("file", FAULTY, ids=lambda file: file.stem)
each_at_all = pytest.mark.parametrize("file", [*SOUND, *FAULTY], ids=lambda file: file.stem)


@each_at_all
def test_it_is_given_back_byte_for_byte(file: Path) -> None:
    assert unparse(parse_bytes(file.read_bytes())).encode() == file.read_bytes()


@each
def test_both_parsers_read_it_alike(file: Path) -> None:
    text = file.read_bytes().decode()
    one, other = parse(text), parse(text, pure=True)
    assert one.faults == other.faults == ()
    assert shape(one.root) == shape(other.root)


@each_faulty
def test_both_parsers_find_its_fault_and_leave_a_tree(file: Path) -> None:
    text = file.read_bytes().decode()
    for document in (parse(text), parse(text, pure=True)):
        assert {fault.kind for fault in document.faults} == {file.stem.replace("_", "-")}
        assert document.root is not None


@each
def test_it_says_what_another_reader_reads(file: Path) -> None:
    document = parse_bytes(file.read_bytes())
    if file.stem in UNLIKE:
        assert document.root is not None
        return
    read = yaml.compose(file.read_bytes(), yaml.BaseLoader)
    assert says(document.root) == composed(read)


@each
@pytest.mark.parametrize("newline", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_it_says_the_same_with_other_line_ends(file: Path, newline: str) -> None:
    """And the same comments stand on the same lines and columns."""
    text = file.read_text("utf-8-sig")  # with LF
    plain, other = parse(text), parse("\ufeff" + text.replace("\n", newline))
    assert says(plain.root) == says(other.root)
    assert told(plain) == told(other)


def told(document: Document) -> list[tuple[str, bool, tuple[int, int]]]:
    """Return each comment, whether it stands beside something, and its line and column."""
    found = comments(document)
    return [(each.text, each.beside, document.position(each.span.start)) for each in found]


@each_at_all
def test_every_edit_of_it_is_made_or_refused_with_a_reason(file: Path) -> None:
    """What is made has been read back and compared; a fault of lacplan's own would be raised."""
    document = parse_bytes(file.read_bytes())
    for edit in every_edit(document):
        try:
            edited = edit()
        except LacplanError as refused:
            assert not isinstance(refused, OwnFault), edit
            assert refused.hint
        else:
            assert edited.bom == document.bom
