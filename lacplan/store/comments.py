"""The files of a consultation's comments: read line by line, added to whole or not at all.

They lie in ``comments/`` as ``0001.jsonl``, ``0002.jsonl``, ... of 10,000 lines each. What is
to be added is first written as whole new files in ``private/``, which git ignores; then a list of
them is written and synced; then they are renamed into place. Whoever comes after a crash finds
the list and finishes the renaming, or finds no list and throws the new files away.
"""

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from lacplan.errors import LacplanError
from lacplan.model.comment import Comment, Record
from lacplan.model.comment_line import Line, decode_line, encode_line
from lacplan.store.files import unwritable, write

SHARD_LINES = 10_000
"""How many lines a file of comments holds at the most."""

PATIENCE = 10.0
"""How long one waits for another who is writing, in seconds."""


class CommentFiles:
    """The comments of one consultation.

    Args:
        folder: The consultation's, which holds ``comments/`` and ``private/``.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.comments = folder / "comments"
        self.private = folder / "private"
        self._list = self.private / "incoming.json"
        self._is_held = False

    def shards(self) -> tuple[Path, ...]:
        """Return the files, in order; what a crash left undone is finished first."""
        if self._list.exists():
            with self.writing():
                pass
        return tuple(sorted(self.comments.glob("*.jsonl")))

    def lines(self) -> Iterator[Line]:
        """Yield every line that says something, damaged ones with their fault."""
        for shard in self.shards():
            yield from _lines(shard)

    def add(self, records: Iterable[Record]) -> int:
        """Add *records* behind those that are there: all of them, or on a fault none.

        Records whose id is there already are passed over, and so is whatever belongs to a
        submission that was erased: it stays erased.

        Returns:
            How many were added.

        Raises:
            LacplanError: Somebody else is writing, or the files can't be written.
        """
        with self.writing():
            before = [line.record for line in self._read() if line.record]
            known = {record.id for record in before}
            gone = erased_submissions(before)
            comments = {each.id for each in before if isinstance(each, Comment) and each.erased}
            fresh: list[str] = []
            for record in records:
                is_gone = (
                    record.submission in gone
                    if isinstance(record, Comment)
                    else record.amends in comments
                )
                if record.id not in known and not is_gone:
                    known.add(record.id)
                    fresh.append(encode_line(record))
            self._put(self._shards_with(fresh))
            return len(fresh)

    def rewrite(self, change: Callable[[Record], Record]) -> int:
        """Put what *change* makes of each record in its place; only erasure may do so.

        Returns:
            How many lines changed.
        """
        with self.writing():
            changed = 0
            files: dict[str, str] = {}
            for shard in sorted(self.comments.glob("*.jsonl")):
                lines = []
                for line in _lines(shard):
                    after = change(line.record) if line.record else None
                    same = after is None or after == line.record
                    lines.append(line.text if same or after is None else encode_line(after))
                    changed += not same
                files[shard.name] = "".join(f"{text}\n" for text in lines)
            self._put(files)
            return changed

    def _read(self) -> Iterator[Line]:
        for shard in sorted(self.comments.glob("*.jsonl")):
            yield from _lines(shard)

    def _shards_with(self, fresh: list[str]) -> dict[str, str]:
        """Return the files that hold *fresh*, by name: the last one filled up, then new ones."""
        if not fresh:
            return {}
        shards = sorted(self.comments.glob("*.jsonl"))
        number = _number(shards[-1]) if shards else 1
        kept = shards[-1].read_text(encoding="utf-8", errors="surrogateescape") if shards else ""
        kept += "" if not kept or kept.endswith("\n") else "\n"
        room = max(0, SHARD_LINES - kept.count("\n"))
        files: dict[str, str] = {}
        if room:
            files[_name(number)] = kept + "".join(f"{line}\n" for line in fresh[:room])
        for start in range(room, len(fresh), SHARD_LINES):
            number += bool(files) or bool(kept)
            part = fresh[start : start + SHARD_LINES]
            files[_name(number)] = "".join(f"{line}\n" for line in part)
        return files

    def _put(self, files: dict[str, str]) -> None:
        """Put *files* into place, all of them or none, whenever the process may die."""
        if not files:
            return
        for name, text in files.items():
            write(self.private / f"{name}.incoming", text.encode(errors="surrogateescape"))
        write(self._list, json.dumps(sorted(files)).encode())
        self._finish()

    def _finish(self) -> None:
        """Rename what the list names, then drop the list; throw away what no list names."""
        with suppress(FileNotFoundError, ValueError):
            for name in json.loads(self._list.read_bytes()):
                with suppress(FileNotFoundError):  # renamed before the crash
                    os.replace(self.private / f"{name}.incoming", self.comments / name)
        self._list.unlink(missing_ok=True)
        for left in self.private.glob("*.jsonl.incoming"):
            left.unlink(missing_ok=True)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep everybody else from writing, and finish what a crash left undone.

        Whoever reads a file of the consultation in order to write it anew reads it in here, so that
        what somebody else wrote in between is not lost.

        Raises:
            LacplanError: Somebody else was writing all the while, or the files can't be written.
        """
        if self._is_held:
            yield
            return
        try:
            with self._lock():
                keep_private(self.private)
                self._finish()
                self._is_held = True
                yield
        except OSError as error:
            raise unwritable(self.comments, error) from None
        finally:
            self._is_held = False

    @contextmanager
    def _lock(self) -> Iterator[None]:
        self.comments.mkdir(parents=True, exist_ok=True)
        self.private.mkdir(exist_ok=True)
        with (self.private / "lock").open("w") as file:
            began = time.monotonic()
            while not _take(file):
                if time.monotonic() - began > PATIENCE:
                    raise LacplanError(
                        f"Somebody else is writing to {self.comments}.",
                        hint="Wait until they are done, then run it again.",
                    )
                time.sleep(0.05)
            yield


def erased_submissions(records: Iterable[Record]) -> frozenset[str]:
    """Return the submissions that have a comment which was erased."""
    return frozenset(
        each.submission for each in records if isinstance(each, Comment) and each.erased
    )


def keep_private(folder: Path) -> None:
    """Make the folder of what must stay here, and have git ignore it before anything is in it.

    Raises:
        LacplanError: It can't be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from None
    ignore = folder / ".gitignore"
    if not ignore.exists():
        write(ignore, b"# Personal data: never to be committed.\n*\n")


def read_lines(shard: str, texts: Iterable[str]) -> Iterator[Line]:
    """Yield every line of *texts* that says something, damaged ones with their fault.

    Args:
        shard: The file's name in ``comments/``.
        texts: Its lines.
    """
    for number, text in enumerate(texts, 1):
        line = text.rstrip("\r\n")
        if not line.strip():
            continue
        try:
            yield Line(shard, number, line, decode_line(line))
        except ValueError as error:
            yield Line(shard, number, line, None, str(error))


def _lines(shard: Path) -> Iterator[Line]:
    with shard.open(encoding="utf-8", errors="surrogateescape", newline="\n") as file:
        yield from read_lines(shard.name, file)


def _name(number: int) -> str:
    return f"{number:04}.jsonl"


def _number(shard: Path) -> int:
    return int(shard.stem) if shard.stem.isdigit() else 0


def _take(file: IO[str]) -> bool:
    """Take the lock on *file*, if nobody has it; the system frees it when the process ends."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
