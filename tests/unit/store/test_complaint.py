"""What is made of git's complaints."""

import pytest

from lacplan.store.complaint import advice, gist


def test_the_gist_is_the_first_complaint_or_the_last_line():
    assert gist("warning: x\nfatal: no such thing.\nerror: later\n") == "no such thing."
    assert gist("one\n\ntwo\n") == "two."
    assert gist("\n") == ""


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("error: could not lock config file .git/config: Permission denied", "may not write"),
        ("fatal: Unable to create '/x/.git/index.lock': Permission denied", "may not write"),
        ("error: insufficient permission for adding an object to .git/objects", "may not write"),
        ("error: could not lock config file .git/config: File exists", "ends in “.lock”"),
        ("fatal: Unable to create '/x/.git/index.lock': File exists.", "remove the lock"),
        ("git@x: Permission denied (publickey).\nCould not read from remote", "git remote -v"),
        ("fatal: '/nowhere' does not appear to be a git repository", "git remote -v"),
    ],
)
def test_advice_fits_the_cause(said, hint):
    assert hint in (advice(said) or "")
