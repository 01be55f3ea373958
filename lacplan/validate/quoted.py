"""A draft's own words inside a message."""

_LONGEST = 60


def quoted(text: str) -> str:
    """Return *text* in quotation marks, on one line of at most 60 characters.

    Many findings may quote one title: without a bound, a long one would fill the memory.
    """
    line = " ".join(text[: 4 * _LONGEST].split())
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[: _LONGEST - 1]}…”"
