"""An entry on its way to its place: new, or taken from where it stood."""

from dataclasses import dataclass

from lacplan.document.line import depth
from lacplan.errors import LacplanError


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """An entry as it is written in a block, and as it is written in brackets."""

    lines: tuple[str, ...] | None
    """In a block, with its comments; ``None`` where a block can't hold it."""

    column: int = 0
    """How many characters stand before its dash or key in *lines*."""

    inline: str | None
    """In brackets, without its comments; ``None`` where brackets can't hold it."""

    over: tuple[str, ...] = ()
    """The comments over it, for brackets."""

    beside: str = ""
    """The comment beside it, for brackets."""

    keeps_blanks: bool = False
    """Whether it ends in a text that blank lines after it would belong to."""

    uncovers: int | None = None
    """Where it ended, if it leaves such a text behind at the end of what it was taken from."""

    @property
    def begins_with_comment(self) -> bool:
        """Whether a comment stands over it."""
        return bool(self.lines and self.lines[0].lstrip().startswith("#"))

    def at(self, column: int) -> list[str]:
        """Return its lines for a block, shifted so that its dash or key stands at *column*.

        Raises:
            LacplanError: A block can't hold it.
        """
        if self.lines is None:
            raise LacplanError(
                "What has a “?” before it or a comment inside can't be moved out of braces.",
                hint="Write it as “key: value” on one line first.",
            )
        return [self._shifted(line, column) for line in self.lines]

    def _shifted(self, line: str, column: int) -> str:
        now = depth(line)
        # Only comments, and lines that go on inside brackets or quotes, stand less deep.
        then = now + column - self.column if now >= self.column else min(now, column)
        return " " * then + line[now:] if line else ""

    def in_brackets(self, *, with_comments: bool) -> str:
        """Return it as it is written in brackets.

        Args:
            with_comments: Whether there is room for comments of its own.

        Raises:
            LacplanError: Brackets can't hold it.
        """
        if self.inline is None:
            raise LacplanError(
                "What stands on lines of its own can't be moved into brackets as it is.",
                hint="Write the list that it goes to with “- ” on lines, or a block with “key:”.",
            )
        if not with_comments and (self.over or self.beside):
            raise LacplanError(
                "What has a comment can't be moved into brackets on one line.",
                hint="Write the brackets over several lines, one for each entry.",
            )
        return self.inline
