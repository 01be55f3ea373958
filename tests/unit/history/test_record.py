"""The record in a tag's message: written, read, and forged by nothing that a draft says."""

import pytest

from lacplan.history.record import Previous, Record, forges, record_in, tag_text, written

DIGEST, OTHER, TAG = "a" * 64, "b" * 64, "c" * 40
FIRST = Record(1, DIGEST)
SECOND = Record(1, OTHER, Previous("draft-01", TAG, DIGEST))


@pytest.mark.parametrize("record", [FIRST, SECOND])
def test_what_is_written_is_read(record):
    assert record_in(f"lac-2030@draft-02: A plan\n\n- one\n\n{written(record)}") == record


@pytest.mark.parametrize("record", [FIRST, SECOND])
def test_a_record_before_the_last_paragraph_is_none(record):
    message = f"Title\n\n{written(FIRST)}\nmore\n\n{written(record)}"
    assert record_in(message) == record
    assert record_in(f"Title\n\n{written(record)}\nmore\n") is None


@pytest.mark.parametrize(
    "message",
    [
        "",
        "Title",
        "Title\n\nSigned-off-by: Ana",
        f"Title\n\nLacplan-Format: 1\nLacplan-Digest: {DIGEST[1:]}",
        f"Title\n\nLacplan-Format: one\nLacplan-Digest: {DIGEST}",
        f"Title\n\nLacplan-Digest: {DIGEST}",
        f"Title\n\nLacplan-Format: 1\nLacplan-Digest: {DIGEST}\nLacplan-Digest: {OTHER}",
        f"Title\n\nLacplan-Format: 1\nLacplan-Digest: {DIGEST}\nLacplan-Previous: draft-01",
        f"Title\n\nLacplan-Format: 1\nLacplan-Digest: {DIGEST}\nand so on",
        f"Title\n\nLacplan-Format: ¹\nLacplan-Digest: {DIGEST}",
    ],
)
def test_what_is_not_whole_is_no_record(message):
    assert record_in(message) is None


def test_a_record_of_a_later_lacplan_may_say_more():
    assert record_in(f"Title\n\n{written(FIRST)}Lacplan-Language: es\n") == FIRST


def test_a_tag_object_says_who_made_it_and_what_it_calls_itself():
    raw = (
        f"object {TAG}\ntype commit\ntag lac-2030@draft-01\n"
        "tagger Ana Pérez <ana@example.org> 1364000000 +0200\n\nTitle\n\nbody\n"
    )
    text = tag_text(raw.encode())
    assert (text.name, text.by, text.email) == (
        "lac-2030@draft-01",
        "Ana Pérez",
        "ana@example.org",
    )
    assert (text.message, text.signed) == ("Title\n\nbody\n", False)


@pytest.mark.parametrize("kind", ["PGP SIGNATURE", "SSH SIGNATURE", "SIGNED MESSAGE"])
def test_a_signature_is_no_part_of_the_message(kind):
    body = f"Title\n\n{written(FIRST)}"
    signed = f"{body}-----BEGIN {kind}-----\nxyz\n-----END {kind}-----\n"
    text = tag_text(f"object {TAG}\ntype commit\ntag x\n\n{signed}".encode())
    assert text.signed
    assert record_in(text.message) == FIRST


def test_a_signature_that_a_message_quotes_is_not_the_tags():
    quoted = "-----BEGIN SSH SIGNATURE-----\nx\n-----END SSH SIGNATURE-----\n"
    raw = f"object {TAG}\ntag x\n\nTitle\n\n{quoted}\n{written(FIRST)}{quoted}"
    assert record_in(tag_text(raw.encode()).message) == FIRST


@pytest.mark.parametrize(
    "line", ["Lacplan-Digest: x", "LACPLAN-x", "-----BEGIN PGP SIGNATURE-----"]
)
def test_a_message_that_would_pass_for_a_record_is_known(line):
    assert forges(f"one\n{line}\ntwo") == line
    assert forges(f"one {line}") is None
