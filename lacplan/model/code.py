"""Codes as people compare them: segment by segment, and numbers as numbers."""

from string import ascii_letters

Segments = tuple[str, ...]


def segments(code: str | None) -> Segments:
    """Return the segments of *code*; none where it is absent, or malformed as another rule says."""
    if not code or not code.isascii() or not code.replace(".", "").isalnum():
        return ()
    found = tuple(code.split("."))
    return found if all(found) else ()


def is_under(code: Segments, above: Segments) -> bool:
    """Return whether *code* is one that an item under *above* may bear."""
    return len(code) > len(above) and code[: len(above)] == above


def is_before(code: Segments, other: Segments) -> bool:
    """Return whether *code* surely comes before *other*.

    Numbers and single letters have an order. Words have none that is sure: VIII comes before IX.
    """
    for one, two in zip(code, other, strict=False):
        if one == two:
            continue
        first, second = _place(one), _place(two)
        if first is None or second is None:
            return len(one) == len(two) == 1 and one.isalpha() and two.isalpha() and one < two
        if first != second:  # 1 and 01 are equal
            return first < second
    return len(code) < len(other)


def _place(segment: str) -> tuple[int, str, str] | None:
    """Return what orders *segment*: its number, which may be too long for `int`, then letters."""
    digits = segment.rstrip(ascii_letters)
    if not digits.isdigit():
        return None
    number = digits.lstrip("0")
    return len(number), number, segment[len(digits) :]
