"""Reading and writing files: whole or not at all."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from lacplan.document.parse import MAX_BYTES
from lacplan.errors import LacplanError, OwnFault, nearest


def read(path: Path, *, most: int | None = MAX_BYTES + 1) -> bytes:
    """Return what the file at *path* holds.

    Args:
        path: Where it lies.
        most: How many bytes of it are read; one more than a draft may have where left out.

    Raises:
        LacplanError: There is no such file, or it can't be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        raise LacplanError(f"There is no file “{path}”.", hint=_nearest_file(path)) from None
    except IsADirectoryError:
        hint = f"Name a draft in it, such as {path / 'plan.yaml'}."
        raise LacplanError(f"“{path}” is a folder, not a draft.", hint=hint) from None
    except OSError as error:
        hint = "Check the path and the permissions."
        reason = error.strerror or error
        raise LacplanError(f"“{path}” can't be read: {reason}.", hint=hint) from None


def write(path: Path, content: bytes, *, over: bool = True) -> None:
    """Write *content* to *path*: beside it, synced, renamed into place, and read back.

    Args:
        path: Where to; a symbolic link is followed.
        content: What the file will hold.
        over: Whether a file that stands there may be replaced.

    Raises:
        LacplanError: The file could not be written; what stood there is untouched.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        message = f"“{path}” is no file, so it can't be written over."
        raise LacplanError(message, hint="Name a file; standard output needs no name.")
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        _write_synced(beside, content)
        if over:
            _keep_mode(target, beside)
            beside.replace(target)
        else:
            os.link(beside, target)
        _sync_folder(target.parent)
    except FileExistsError:
        raise LacplanError(f"“{path}” is there already.", hint="Choose another name.") from None
    except OSError as error:
        raise unwritable(path, error) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    if target.read_bytes() != content:
        raise OwnFault(f"“{path}” does not hold what was written.", hint="Check the disk.")


def unwritable(path: Path, error: OSError) -> LacplanError:
    """Return what the system has against writing to *path*, as an error for people."""
    hint = "Check the folder, its permissions and the room on the disk."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        hint = "Make room on the disk, then run it again."
    return LacplanError(f"“{path}” can't be written: {error.strerror or error}.", hint=hint)


def repository_root(start: Path) -> Path | None:
    """Return the folder at or above *start* that git works in, if there is one."""
    for folder in (start, *start.parents):
        with suppress(PermissionError):  # what we may not see does not work for us either
            if (folder / ".git").exists():
                return folder
    return None


def shown(path: Path) -> str:
    """Return *path* as people and programs see it: relative to the repository or this folder."""
    whole = path.absolute()
    for base in (repository_root(whole.parent), Path.cwd()):
        if base and whole.is_relative_to(base):
            return whole.relative_to(base).as_posix()
    return path.as_posix()


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep_mode(old: Path, new: Path) -> None:
    with suppress(FileNotFoundError):
        new.chmod(old.stat().st_mode & 0o7777)


def _sync_folder(folder: Path) -> None:
    """Make the renaming itself last; Windows can't open a folder, and needs no such thing."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _nearest_file(path: Path) -> str:
    with suppress(OSError):
        guess = nearest(path.name, [each.name for each in path.parent.iterdir()])
        if guess:
            return f"Did you mean “{path.parent / guess}”?"
    return "Check the path; a plan of the workspace is named without folder and ending."
