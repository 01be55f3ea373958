"""What git says where it refuses something, and what to do about it."""

import re
from collections.abc import Sequence

PARTIAL = (
    "This is a partial clone, and its remote can't be reached now. Try again when it can, or bring "
    "in all that is missing while it can: git fetch --refetch --no-filter --tags"
)
"""What to do where an object was left with the remote."""

UNSIGNED = "Name a key: git config user.signingkey KEY; for one of SSH, git config gpg.format ssh"
"""What to do where git can't sign."""


def gist(said: str) -> str:
    """Return what is wrong in one sentence: git's first complaint, or else its last line.

    Args:
        said: What git wrote on standard error.
    """
    lines = [line for line in said.splitlines() if line.strip()] or [""]
    first = (line for line in lines if line.startswith(("fatal: ", "error: ")))
    line = re.sub("^(fatal|error): ", "", next(first, lines[-1])).rstrip(".")
    return f"{line}." if line else ""


def advice(said: str) -> str | None:
    """Return what to do about what git complained of, where that is known."""
    return next((hint for signs, hint in _ADVICE if any(sign in said for sign in signs)), None)


_ADVICE: Sequence[tuple[Sequence[str], str]] = (
    (("promisor remote",), PARTIAL),
    (
        ("dubious ownership",),
        "If you trust that folder: git config --global --add safe.directory FOLDER",
    ),
    (
        ("insufficient permission", "lock': Permission", "config: Permission", "Read-only file"),
        "You may not write there: see whose it is (ls -l), or work in a clone of your own.",
    ),
    (
        (".lock': File exists", "Another git process"),
        "If no other git is at work, remove the lock that it names.",
    ),
    (
        ("could not lock config file",),
        "If no other git is at work, remove the file beside it that ends in “.lock”.",
    ),
    (
        ("tell me who you are", "empty ident", "auto-detect email"),
        "Say who you are: git config --global user.name “YOUR NAME”, and the same with "
        "user.email and your address.",
    ),
    (
        ("gpg failed to sign", "failed to sign the data", "signingkey", "ssh-keygen"),
        UNSIGNED,
    ),
    (
        ("cannot do a partial commit during",),
        "Finish what is under way first, with git: git status says how.",
    ),
    (
        ("(fetch first)", "(non-fast-forward)"),
        "Others have pushed since. Take in theirs, then push again: git pull --rebase, git push",
    ),
    (
        ("has no upstream branch",),
        "Name where it goes, once: git push --set-upstream origin HEAD",
    ),
    (
        ("No configured push destination", "does not appear to be a git repository"),
        "See which there are: git remote -v. Name one: git remote add origin ADDRESS",
    ),
    (
        ("(already exists)",),
        "It has another tag of that name; “lacplan version verify --remote” compares.",
    ),
    (
        ("already exists",),
        "Another was quicker; run it again.",
    ),
    (
        ("Could not read from remote", "unable to access", "Authentication failed"),
        "Check the address (git remote -v), the network and your rights there.",
    ),
)
"""What git says, and what to do about it; the first that fits counts."""
