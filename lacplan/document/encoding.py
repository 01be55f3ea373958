"""Bytes -> text: UTF-8 and nothing else, with a guess at what a file is that is not."""

from lacplan.document.fault import Fault, Span

_SIGNATURES = {
    b"\xff\xfe\x00\x00": "The file looks like UTF-32: save it as UTF-8.",
    b"\x00\x00\xfe\xff": "The file looks like UTF-32: save it as UTF-8.",
    b"\xff\xfe": "The file looks like UTF-16: save it as UTF-8.",
    b"\xfe\xff": "The file looks like UTF-16: save it as UTF-8.",
    b"PK\x03\x04": "The file is a ZIP archive, as those of Word, Excel and LibreOffice are: "
    "copy its text into a plain text file.",
    b"\xd0\xcf\x11\xe0": "The file is an old Word or Excel file: copy its text into a plain text "
    "file.",
    b"%PDF": "The file is a PDF: copy its text into a plain text file.",
    b"\x1f\x8b": "The file is compressed with gzip: unpack it first.",
}
"""What the first bytes of files that are no plain UTF-8 tell."""

_ENCODINGS = {"cp1252": "Windows-1252", "cp850": "DOS code page 850", "mac_roman": "Mac Roman"}
"""What people of the region have saved texts in, the most common first."""

_EXPECTED = frozenset("áéíóúüñãõâêôàçèëîïûùœÁÉÍÓÚÜÑÃÕÂÊÔÀÇÈ¿¡«»“”‘’–—…°ºª€·")
"""What Spanish, Portuguese, French and English are written with besides ASCII."""

_SAMPLE = 1 << 16
"""How many bytes a guess looks at."""


def decode(raw: bytes) -> tuple[str, Fault | None]:
    """Return *raw* as text, and the fault where it is not UTF-8.

    With a fault, the text is *raw* with stand-ins for what could not be read.
    """
    if _has_a_null_beside_each_letter(raw):
        hint = "The file looks like UTF-16: save it as UTF-8."
        message = "Every other byte here is zero, as in no UTF-8."
        return raw.decode("utf-8", errors="replace"), _fault(Span(0, 1), message, hint)
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError as error:
        before = len(raw[: error.start].decode("utf-8"))
        message = f"Byte 0x{raw[error.start]:02X} here is not UTF-8."
        fault = _fault(Span(before, before + 1), message, _hint(raw, error.start))
        return raw.decode("utf-8", errors="replace"), fault


def _fault(span: Span, message: str, hint: str) -> Fault:
    return Fault(kind="not-utf-8", span=span, message=message, hint=hint)


def _has_a_null_beside_each_letter(raw: bytes) -> bool:
    """Tell whether *raw* begins as UTF-16 without a byte-order mark does, in Latin letters."""
    begins = raw[:8]
    zeros = [byte == 0 for byte in begins]
    return len(begins) == 8 and zeros in ([False, True] * 4, [True, False] * 4)


def _hint(raw: bytes, at: int) -> str:
    for signature, says in _SIGNATURES.items():
        if raw.startswith(signature):
            return says
    if _is_mostly_utf_8(raw):
        return "Other letters of the file are UTF-8: type this word anew, and save."
    sample = raw[max(0, at - _SAMPLE) : at + _SAMPLE]
    best = max(_ENCODINGS, key=lambda encoding: _likeness(sample, encoding))
    if _likeness(sample, best) <= 0:
        return "No common encoding explains it; see whether it is a text, and save it as UTF-8."
    letter = raw[at : at + 1].decode(best, errors="replace")
    return f"The file looks like {_ENCODINGS[best]}, where this is “{letter}”: save it as UTF-8."


def _is_mostly_utf_8(raw: bytes) -> bool:
    """Tell whether more letters beyond ASCII can be read in *raw* than can't."""
    text = raw.decode("utf-8", errors="replace")
    unread = text.count("\ufffd")
    return sum(not letter.isascii() for letter in text) > 2 * unread


def _likeness(sample: bytes, encoding: str) -> int:
    """Return how many more expected letters than others *sample* would hold in *encoding*."""
    letters = f" {sample.decode(encoding, errors='replace')} "
    beyond = [at for at, letter in enumerate(letters) if not letter.isascii()]
    expected = sum(_fits(letters[at - 1 : at + 2]) for at in beyond)
    return 2 * expected - len(beyond)


def _fits(three: str) -> bool:
    """Tell whether the letter amid *three* is an expected one; no dash stands within a word."""
    before, letter, after = three[0], three[1], three[2]
    if letter not in _EXPECTED:
        return False
    return letter.isalpha() or letter == "’" or not (before.isalpha() and after.isalpha())
