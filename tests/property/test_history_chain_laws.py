"""Laws of the chain of versions: what nobody touched holds, and no older version changes unseen."""

from hypothesis import given
from hypothesis import strategies as st

from lacplan.history.chain import Remote, Seen, judge
from lacplan.history.record import Previous, Record, forges, record_in, written

digests = st.text("0123456789abcdef", min_size=64, max_size=64)
tags = st.text("0123456789abcdef", min_size=40, max_size=40)


@st.composite
def chains(draw: st.DrawFn) -> list[Seen]:
    """Versions of one plan, each published after the one before."""
    ids = draw(st.lists(st.tuples(tags, digests), min_size=2, max_size=6, unique=True))
    chain: list[Seen] = []
    for number, (tag, digest) in enumerate(ids):
        before = chain[-1] if chain else None
        previous = Previous(before.label, before.tag, before.digest or "") if before else None
        label = f"draft-{number:02}"
        chain.append(
            Seen("lac", label, tag, f"lac@{label}", Record(1, digest, previous), digest)
        )  # fmt: skip
    return chain


def holds(versions: list[Seen], remote: Remote | None = None) -> bool:
    return not any(each.faults for each in judge(versions, remote))


def shared(versions: list[Seen]) -> Remote:
    return Remote("origin", {each.ref: each.tag for each in versions})


@given(chains())
def test_what_nobody_touched_holds(chain):
    assert holds(chain)
    assert holds(chain, shared(chain))


@given(chains(), st.data(), tags)
def test_no_older_version_is_made_anew_unseen(chain, data, tag):
    at = data.draw(st.integers(0, len(chain) - 2))
    anew = [each._replace(tag=tag) if at == number else each for number, each in enumerate(chain)]
    assert holds(anew) == (tag == chain[at].tag)


@given(chains(), st.data())
def test_no_older_version_is_taken_away_unseen(chain, data):
    at = data.draw(st.integers(0, len(chain) - 2))
    assert not holds(chain[:at] + chain[at + 1 :])


@given(chains(), st.data(), digests)
def test_no_draft_changes_under_its_tag_unseen(chain, data, digest):
    at = data.draw(st.integers(0, len(chain) - 1))
    other = [
        each._replace(digest=digest) if at == number else each for number, each in enumerate(chain)
    ]
    assert holds(other) == (digest == chain[at].digest)


@given(chains(), tags)
def test_the_newest_is_made_anew_unseen_but_for_the_remote(chain, tag):
    """The bound of what a chain can show, and what can show the rest."""
    anew = [*chain[:-1], chain[-1]._replace(tag=tag)]
    assert holds(anew)
    assert holds(anew, shared(chain)) == (tag == chain[-1].tag)


@given(st.text(max_size=60), digests, st.one_of(st.none(), st.tuples(tags, digests)))
def test_a_record_is_read_as_it_was_written_whatever_stands_before_it(text, digest, before):
    record = Record(1, digest, Previous("draft-01", *before) if before else None)
    assert record_in(f"{text}\n\n{written(record)}") == record


@given(st.text("Lacpn-BEGIN: \n", max_size=60))
def test_a_message_that_is_let_through_is_no_record(text):
    assert forges(text) is not None or record_in(text) is None
