"""What was worked out from the drafts of a plan, kept under ``.git/lacplan/``.

One file a plan, read at once: a line for each entry, with a checksum before it. New entries are
appended in one write; a line that is torn, damaged or of another shape counts as absent. Nothing
here is needed: it may be deleted at any time, and where it can't be written it is silently off.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from errno import EINVAL
from functools import cache
from hashlib import blake2b
from json import dumps, loads
from pathlib import Path
from stat import S_ISREG
from types import TracebackType
from typing import Any, Self

from lacplan.errors import LacplanError
from lacplan.store.files import write
from lacplan.store.repository import Repository

MOST_BYTES = 32 << 20
"""Of the file of one plan. When it grows beyond, the older half of its entries goes."""

MOST_IN_ALL = 4 * MOST_BYTES
"""Of all files together, in bytes. Beyond, those that were not added to for longest go."""

_AT_ONCE = 1 << 18
"""How many bytes of new entries are held back before they are appended."""

_AS_IT_IS = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
"""How a file is opened that must be what it seems; each system knows some of them."""

_LOGIC = ("diff", "document", "model", "vocab")
"""The rooms that decide what is worked out."""


class Cache:
    """Values by key, each as JSON has them.

    Args:
        file: Where they are kept. Everything works the same, but for the waiting, if it can be
            neither read nor written.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lines: dict[str, bytes] = {}
        self._new: list[bytes] = []
        self._held = 0
        for line in _lines(file):
            parts = line.split(b" ", 2)
            if len(parts) == 3:
                self._lines[parts[1].decode(errors="replace")] = line

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self.save()

    def __iter__(self) -> Iterator[str]:
        """Yield every key, also where what stands under it is damaged."""
        yield from self._lines

    def __contains__(self, key: str) -> bool:
        """Tell whether something sound is kept under *key*; what is damaged is dropped."""
        line = self._lines.get(key, b"")
        sum, _, rest = line.partition(b" ")
        if line and sum != _sum(rest):
            del self._lines[key]
        return key in self._lines

    def get(self, key: str) -> Any:
        """Return what is kept under *key*; ``None`` where there is nothing, or it is damaged."""
        if key in self:
            with suppress(ValueError, RecursionError):
                return loads(self._lines[key].split(b" ", 2)[2])
        return None

    def put(self, key: str, value: Any) -> None:
        """Keep *value*, which JSON can hold, under *key*, which has no white space."""
        text = dumps(value, ensure_ascii=False, separators=(",", ":"))
        rest = f"{key} {text}".encode(errors="surrogatepass")
        line = b"%b %b" % (_sum(rest), rest)
        self._lines[key] = line
        self._new.append(line)
        self._held += len(line)
        if self._held > _AT_ONCE:
            self.save()

    def save(self) -> None:
        """Append what is new to the file."""
        lines, self._new, self._held = self._new, [], 0
        if not lines:
            return
        with suppress(OSError, LacplanError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            size = _append(self._file, lines)
            if size > MOST_BYTES:
                self._halve()
            _evict(self._file)

    def _halve(self) -> None:
        """Leave the newer half of the entries in the file."""
        kept: list[bytes] = []
        room = MOST_BYTES // 2
        for line in reversed([*_lines(self._file)]):
            room -= len(line) + 1
            if room < 0:
                break
            kept.append(line)
        write(self._file, b"\n".join([*reversed(kept), b""]))


def open_cache(repository: Repository, name: str) -> Cache:
    """Return what is kept of the plan *name* in *repository*."""
    return Cache(repository.common / "lacplan" / f"{name}.{_engine()}.jsonl")


@cache
def _engine() -> str:
    """Return what stands for the code that works the values out: 8 hexadecimal digits.

    It is taken from the code itself, since a number would have to be remembered.
    """
    sum = blake2b(digest_size=4)
    top = Path(__file__).parents[1]
    files = [Path(__file__), Path(__file__).with_name("past.py"), top / "history" / "codes.py"]
    files += [file for room in _LOGIC for file in sorted((top / room).glob("*.py"))]
    for file in files:
        with suppress(OSError):
            sum.update(file.read_bytes())
    return sum.hexdigest()


def _lines(file: Path) -> Iterator[bytes]:
    with suppress(OSError), open(_handle(file, os.O_RDONLY), "rb") as opened:
        yield from opened.read(2 * MOST_BYTES).split(b"\n")


def _append(file: Path, lines: list[bytes]) -> int:
    """Append *lines* to *file*; return how many bytes it has then."""
    handle = _handle(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    try:
        # Begun with a line feed, so that a torn line before them harms them not.
        os.write(handle, b"\n".join([b"", *lines, b""]))
        return os.fstat(handle).st_size
    finally:
        os.close(handle)


def _handle(file: Path, flags: int) -> int:
    """Open *file*, and nothing but a file: a link could lead out of here, a pipe would wait.

    Raises:
        OSError: It is none, or can't be opened.
    """
    handle = os.open(file, flags | _AS_IT_IS, 0o666)
    if S_ISREG(os.fstat(handle).st_mode):
        return handle
    os.close(handle)
    raise OSError(EINVAL, "not a file", str(file))


def _evict(ours: Path) -> None:
    """Delete other files, the oldest first, while all together are too large."""
    files = [(each.stat(), each) for each in ours.parent.glob("*.jsonl")]
    size = sum(stat.st_size for stat, _ in files)
    for stat, file in sorted(files, key=lambda each: each[0].st_mtime):
        if size > MOST_IN_ALL and file != ours:
            file.unlink(missing_ok=True)
            size -= stat.st_size


def _sum(content: bytes) -> bytes:
    return blake2b(content, digest_size=8).hexdigest().encode()
