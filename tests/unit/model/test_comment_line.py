"""Comments as lines of JSON: told and read back, damaged ones named, amended, erased."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lacplan.model.comment import (
    POSITIONS,
    TYPES,
    Action,
    Amendment,
    Attachment,
    Author,
    Comment,
    Target,
    erased,
)
from lacplan.model.comment_line import current, decode_line, encode_line, is_intact

WHEN = "2013-03-27T12:00:00-03:00"
ANA = Author("person", "Ana", "LACTLD", "technical-community", "UY")
COMMENT = Comment(
    id="s1.1",
    submission="s1",
    seq=1,
    received=WHEN,
    channel="csv",
    text="Falta la academia.",
    target=Target("registrars", "description", "es", "los registradores"),
    position="oppose",
    author=ANA,
    signatories=(ANA,),
    attachments=(Attachment("ab" * 32, "carta.pdf"),),
    answers={"q1": "sí"},
    proposed="… y la academia.",
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
maybe = st.none() | texts
authors = st.builds(Author, maybe, maybe, maybe, maybe, maybe)
comments = st.builds(
    Comment,
    id=texts,
    submission=texts,
    seq=st.integers(1, 9),
    received=st.just(WHEN),
    channel=texts,
    text=texts,
    late=st.booleans(),
    target=st.builds(Target, maybe, maybe, maybe, maybe, maybe),
    type=st.none() | st.sampled_from(TYPES),
    position=st.none() | st.sampled_from(POSITIONS),
    language=maybe,
    proposed=maybe,
    author=authors,
    signatories=st.lists(authors, max_size=2).map(tuple),
    attachments=st.lists(st.builds(Attachment, texts, maybe), max_size=2).map(tuple),
    split_from=maybe,
    answers=st.dictionaries(texts, texts, max_size=2),
    withdrawn=st.booleans(),
    moderated=maybe,
    erased=maybe,
)


@given(comments)
def test_what_is_told_is_read_back(comment):
    line = encode_line(comment)
    assert "\n" not in line
    assert decode_line(line) == comment
    assert is_intact(line)


def test_what_says_nothing_is_left_out_of_a_line():
    least = Comment("s1.1", "s1", 1, WHEN, "csv", author=Author(name=""), moderated="")
    head = encode_line(least).partition(',"digest"')[0]
    assert head == (
        f'{{"id":"s1.1","submission":"s1","seq":1,"received":"{WHEN}","channel":"csv",'
        '"author":{"name":""},"moderated":""'
    )
    head = encode_line(Amendment("a1", "s1.1", Action.WITHDRAW, WHEN)).partition(',"digest"')[0]
    assert head == f'{{"id":"a1","amends":"s1.1","action":"withdraw","received":"{WHEN}"'


def test_the_digest_is_over_the_bytes_before_it():
    line = encode_line(COMMENT)
    head, _, tail = line.partition(',"digest":"')
    assert tail == sha256(head.encode()).hexdigest() + '"}'


def test_an_edited_line_is_not_intact():
    assert not is_intact(encode_line(COMMENT).replace("academia", "Academia"))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[]", "is not a JSON object"),
        ('{"id":"a"}', "has no “submission”"),
        ('{"id":1}', "has something else than a text under “id”"),
        ('{"colour":"red"}', "has a key “colour”, which no such line has"),
        ('{"seq":true}', "has something else than a number under “seq”"),
        ('{"author":{"mail":"a@b"}}', "has a key “mail” under “author”, which is not known there"),
        ('{"author":{"name":1}}', "has something else than a text under “author.name”"),
        ('{"signatories":["Ana"]}', "has something else than objects under “signatories”"),
        ('{"attachments":[{"name":"x"}]}', "has an attachment without “sha256”"),
        ('{"amends":"a","id":"b","received":"","action":"sing"}', "has the unknown action “sing”"),
        (encode_line(COMMENT._replace(position="yes")), "has the unknown position “yes”"),
        (encode_line(COMMENT._replace(type="TE")), "has the unknown type “TE”"),
        ('{"type":{}}', "has something else than a text under “type”"),
        ('{"amends":"a","set":{"position":"yes"}}', "has the unknown position “yes”"),
        ('{"amends":"a","set":{"id":"c"}}', "sets what no amendment may set"),
        ('{"amends":"a","set":{"text":1}}', "has something else than a text under “text”"),
        ('{"amends":"a","id":"b","received":""}', "has no “action”"),
    ],
)
def test_a_damaged_line_says_how(line, says):
    with pytest.raises(ValueError, match="^" + says.replace("[", r"\[").replace(".", r"\.") + "$"):
        decode_line(line)


def test_sound_lines_do_not_vouch_for_others_with_the_same_keys():
    """Most lines are alike, and what was looked at once is not looked at again."""
    head = '{"id":"a","submission":"a","seq":1,"received":"","channel":""'
    decode_line(head + ',"author":{"name":"Ana"},"target":{"item":"x"},"answers":{"q":"a"}}')
    for said, says in (
        ('"author":{"name":null}', "something else than a text under “author.name”"),
        ('"author":{"item":"x"}', "a key “item” under “author”"),
        ('"target":{"q":"a"}', "a key “q” under “target”"),
        ('"target":{"item":["x"]}', "something else than a text under “target.item”"),
        ('"answers":{"q":1}', "something else than a text under “answers.q”"),
        ('"answers":["q"]', "something else than an object under “answers”"),
        ('"seq":"1"', "something else than a number under “seq”"),
    ):
        with pytest.raises(ValueError, match=f"^has {says}"):
            decode_line(f"{head},{said}}}")
    with pytest.raises(ValueError, match=r"^has no “channel”$"):
        decode_line(head.replace(',"channel":""', "") + "}")


def test_white_space_around_a_line_is_no_damage_and_anything_else_is():
    line = encode_line(COMMENT)
    assert decode_line(f" \t{line}\r") == COMMENT
    for around in (f"{line} {line}", f"{line},", f"\u00a0{line}", f"{line}\u2028", f"\ufeff{line}"):
        with pytest.raises(ValueError, match=r"^is not JSON$"):
            decode_line(around)


def test_amendments_hold_in_the_order_they_came():
    late = Amendment("a2", "s1.1", Action.AMEND, "2013-04-02T00:00:00Z", set={"text": "new"})
    early = Amendment("a1", "s1.1", Action.AMEND, "2013-04-01T00:00:00Z", set={"text": "old"})
    back = Amendment("a3", "s1.1", Action.WITHDRAW, "2013-04-03T00:00:00Z")
    hidden = Amendment("a4", "s1.1", Action.MODERATE, "2013-04-04T00:00:00Z", reason="insults")
    read = current(COMMENT, [hidden, back, late, early])
    assert read == COMMENT._replace(text="new", withdrawn=True, moderated="insults")


def test_an_amendment_is_read_back():
    said = Amendment("a1", "s1.1", Action.AMEND, WHEN, set={"target": {"item": "x"}})
    assert decode_line(encode_line(said)) == said
    assert current(COMMENT, [said]).target == Target("x")


def test_erasing_leaves_nothing_that_a_person_is_known_by_and_all_that_is_counted():
    line = encode_line(erased(COMMENT, "2013-05-02"))
    for word in ("Ana", "LACTLD", "academia", "carta", "registradores", "sí"):
        assert word not in line
    left = decode_line(line)
    assert (left.id, left.position, left.target.item) == ("s1.1", "oppose", "registrars")
    assert left.author == Author("person", None, None, "technical-community", "UY")
    assert left.erased == "2013-05-02"


def test_an_erased_comment_stays_so_whatever_amends_it():
    said = Amendment("a1", "s1.1", Action.AMEND, WHEN, set={"text": "Ana again"})
    gone = erased(COMMENT, "2013-05-02")
    assert current(gone, [said]) == gone
    assert "Ana" not in encode_line(erased(said, "2013-05-02"))
