"""YAML texts in as many manners as people write them in, for laws that must hold over them all."""

from random import Random
from typing import TypeVar

T = TypeVar("T")

WORDS = [
    "plan",
    "area",
    "región",
    "計画",
    "😀",
    "São",
    "don't",
    "the",
    "of",
    "x#y",
    "a:b",
    "co-op",
    "(see)",
    "1.10",
    "no",
    "2014-08",
    "well,",
    "https://x.org/a#b",
    "—",
    "“so”",
    "½",
    "Ñandú",
    "is",
    "long",
    "enough",
    "to",
    "wrap",
]
"""What may stand in a plain text, anywhere but at its beginning."""

ODD = [
    "[b]",
    "{c}",
    "*d",
    "&e",
    "-",
    "#",
    ":",
    "h:",
    "?",
    "%",
    "@",
    "!",
    "|",
    ">",
    "~",
    "a\\b",
    ",",
    "]",
    "}",
    "---",
    "...",
    "<<",
]
"""What may stand in quotes and blocks only, at one place or another."""

NAMES = ("id", "title", "areas", "projects", "x-a", "año", "notes", "lead", "tags", "end", "計画")

FAR = 10**6


class Writer:
    """Writes one text, a choice at a time.

    Attributes:
        comments: The comments that it has written, in their order.
    """

    def __init__(self, random: Random, *, size: int = 16, names: tuple[str, ...] = NAMES) -> None:
        self.random = random
        self.names = names
        self.left = size  # how many more nodes it may write
        self.lines: list[str] = []
        self.comments: list[str] = []
        self.anchors: list[str] = []
        self.wall = FAR  # the column from which on a comment would be part of the text above it
        self.step = self.one_of(2, 2, 2, 1, 3, 4)
        self.dash = self.one_of(2, 2, 0, 4, 1)
        self.gap = self.one_of(0, 0, 1, 2, 6)  # one in how many places between entries is blank

    def text(self) -> str:
        """Write a whole document."""
        if self.rarely(8):
            self.put(self.one_of("%YAML 1.1", "%YAML 1.2"))
            self.put(f"---{self.beside()}")
        elif self.rarely(6):
            self.noise(0)
            self.put(f"---{self.beside()}")
        self.noise(0)
        column = self.one_of(0, 0, 0, 0, 0, 2)
        write = self.one_of(self.mapping, self.mapping, self.mapping, self.sequence)
        write(" " * column, column, 0)
        self.noise(0)
        if self.rarely(10):
            self.put(f"...{self.beside()}")
        newline = self.one_of("\n", "\n", "\n", "\r\n", "\r")
        text = "".join(line + newline for line in self.lines)
        if self.rarely(5):
            text = text[: -len(newline)]
        return "\ufeff" + text if self.rarely(8) else text

    def one_of(self, *choices: T) -> T:
        return self.random.choice(choices)

    def rarely(self, one_in: int) -> bool:
        return self.random.randrange(one_in) == 0

    def put(self, line: str) -> None:
        self.lines.append(line)
        self.wall = FAR

    # Comments and blank lines

    def comment(self) -> str:
        words = self.one_of("", " c", "c: [", " 'd", " - e", "! ", ' "', " f: |")
        self.comments.append(f"#{words}{len(self.comments)}")
        return self.comments[-1]

    def beside(self) -> str:
        if self.rarely(6):
            return self.one_of(" ", "  ", "    ") + self.comment()
        return " " * self.rarely(20)

    def noise(self, column: int) -> None:
        """Write what may stand between two entries at *column*."""
        if self.gap and self.rarely(self.gap):
            self.lines.append(" " * self.rarely(8))
        while self.rarely(6):
            if self.rarely(3):
                self.lines.append(self.one_of("", "", " ", " " * column))
            else:
                at = self.one_of(column, column, column, 0, column + 2, column + 5)
                if at < self.wall:
                    self.put(" " * at + self.comment())

    # Blocks

    def mapping(self, start: str, column: int, depth: int) -> None:
        """Write a mapping at *column*, its first key behind *start*."""
        for number, name in enumerate(
            self.random.sample(self.names, self.one_of(1, 1, 2, 2, 3, 4))
        ):
            if number:
                self.noise(column)
                start = " " * column
            anchor = self.anchor(one_in=40)
            if self.rarely(12):
                self.put(f"{start}? {anchor}{self.key(name)}{self.beside()}")
                self.noise(column)
                if self.rarely(3):
                    continue
                self.value(f"{' ' * column}:", column, depth)
            else:
                self.value(f"{start}{anchor}{self.key(name)}:", column, depth)

    def key(self, name: str) -> str:
        return self.one_of(name, name, name, name, name, f"'{name}'", f'"{name}"')

    def sequence(self, start: str, column: int, depth: int) -> None:
        """Write a list at *column*, its first dash behind *start*."""
        for number in range(self.one_of(1, 2, 2, 3, 4)):
            if number:
                self.noise(column)
                start = " " * column
            self.item(f"{start}-", column, depth)

    def item(self, start: str, column: int, depth: int) -> None:
        """Write what follows the dash that *start* ends with, which stands at *column*."""
        if self.left > 0 and depth < 5 and self.rarely(2):
            self.left -= 1
            write = self.one_of(self.mapping, self.mapping, self.mapping, self.sequence)
            pad = self.one_of(1, 1, 1, 1, 3)
            write(start + " " * pad, column + 1 + pad, depth + 1)
        else:
            self.value(start, column, depth)

    def value(self, start: str, column: int, depth: int) -> None:
        """Write a value of the key or dash at *column*, whose mark *start* ends with."""
        self.left -= 1
        kinds = [self.nothing, self.plain, self.plain, self.quoted, self.block, self.bracketed]
        if self.left > 0 and depth < 5:
            kinds += [self.below] * 5
        if self.anchors:
            kinds.append(self.alias)
        self.one_of(*kinds)(start, column, depth)

    def below(self, start: str, column: int, depth: int) -> None:
        """Write a list or a mapping on the lines below."""
        name = f"a{len(self.anchors)}-{self.random.randrange(3)}" if self.rarely(12) else ""
        self.put(f"{start}{' &' + name if name else ''}{self.beside()}")
        self.noise(column)
        is_item = start.endswith("-")
        if self.rarely(2):
            self.mapping(" " * (column + self.step), column + self.step, depth + 1)
        else:
            deeper = max(self.dash, 1) if is_item else self.dash
            self.sequence(" " * (column + deeper), column + deeper, depth + 1)
        if name:
            self.anchors.append(name)

    # Texts

    def anchor(self, one_in: int = 15) -> str:
        """Return an anchor and the space behind it, rarely; its node is written at once."""
        if not self.rarely(one_in):
            return ""
        self.anchors.append(self.one_of("a", "b", f"c-{len(self.anchors)}"))
        return f"&{self.anchors[-1]} "

    def nothing(self, start: str, column: int, depth: int) -> None:
        value = self.one_of("", "", "", " ~", " null", " &n", " []", " {}", " [ ]")
        if value == " &n":
            self.anchors.append("n")
        self.put(f"{start}{value}{self.beside()}")

    def alias(self, start: str, column: int, depth: int) -> None:
        self.put(f"{start} *{self.one_of(*self.anchors)}{self.beside()}")

    def words(self, *more: str, most: int = 6) -> list[str]:
        return [self.one_of(*WORDS, *more) for _ in range(self.random.randrange(most))]

    def plain_words(self, most: int = 6) -> list[str]:
        return [
            self.one_of("Text", "x", "Área", "5", "2014-08", "計画", "no"),
            *self.words(most=most),
        ]

    def folded(self, words: list[str], column: int) -> list[str]:
        """Return *words* on lines of which all but the first are indented deeper than *column*."""
        lines: list[str] = []
        while words:
            count = self.one_of(1, 2, 3, 20)
            lines.append(" ".join(words[:count]))
            words = words[count:]
            if words and self.rarely(5):
                lines.append("")
        pad = " " * (column + self.one_of(1, 2, 2, 4))
        return [pad + line if line and number else line for number, line in enumerate(lines)]

    def plain(self, start: str, column: int, depth: int) -> None:
        many = self.rarely(3)
        words = self.plain_words(12 if many else 6)
        lines = self.folded(words, column) if many else [" ".join(words)]
        if many and self.rarely(4):
            self.put(f"{start}{' ' * self.rarely(9)}")
            lines[0] = " " * (column + 2) + lines[0]
        else:
            lines[0] = f"{start} {self.anchor()}{lines[0]}"
        self.lines += lines
        self.put(self.lines.pop() + self.beside())

    def quoted(self, start: str, column: int, depth: int) -> None:
        quote = self.one_of("'", '"')
        words = [self.one_of(*WORDS, *ODD), *self.words(*ODD, most=9)]
        words = [w.replace("'", "''") if quote == "'" else w.replace("\\", "\\\\") for w in words]
        if quote == '"' and self.rarely(3):
            words.append(self.one_of("\\t", "\\n", "\\x41", "\\u00e9", '\\"', "\\\\", "\\ "))
        lines = self.folded(words, column) if self.rarely(3) else [" ".join(words)]
        lines[0] = f"{start} {self.anchor()}{quote}{lines[0]}"
        self.lines += lines
        self.put(f"{self.lines.pop()}{quote}{self.beside()}")

    def block(self, start: str, column: int, depth: int) -> None:
        mark, chomping = self.one_of("|", ">"), self.one_of("", "-", "-", "+")
        deeper = self.one_of(1, 2, 2, 2, 4)
        lines: list[str] = []
        for _ in range(self.one_of(0, 1, 2, 3, 4)):
            line = " ".join([self.one_of(*WORDS, *ODD), *self.words(*ODD)])
            lines.append(self.one_of("", "", "", "", "", " ", "   ") + line + " " * self.rarely(9))
            while self.rarely(4):
                lines.append("")
        first = next(iter(lines), "")
        digit = str(deeper) if first.startswith(" ") or (lines and self.rarely(8)) else ""
        marks = self.one_of(digit + chomping, chomping + digit)
        self.put(f"{start} {self.anchor()}{mark}{marks}{self.beside()}")
        self.lines += [" " * (column + deeper) + line if line else "" for line in lines]
        self.wall = column + (deeper if lines else 1)

    # Brackets

    def bracketed(self, start: str, column: int, depth: int) -> None:
        lines = f"{self.anchor()}{self.flow(2, column)}".split("\n")
        lines[0] = f"{start} {lines[0]}"
        self.lines += lines
        self.put(self.lines.pop() + self.beside())

    def flow(self, depth: int, column: int) -> str:
        """Return a list or a mapping in brackets; its lines after the first are indented."""
        is_list = self.rarely(2)
        names = self.random.sample(self.names, self.one_of(0, 1, 2, 3))
        entries = [
            self.flow_item(depth, column) if is_list else self.pair(name, depth, column)
            for name in names
        ]
        opening, closing = "[]" if is_list else "{}"
        if not entries or not self.rarely(4):
            space = " " * self.rarely(5)
            comma = "," * (self.rarely(9) and bool(entries))
            return (
                opening
                + space
                + self.one_of(", ", ", ", ",", " , ").join(entries)
                + comma
                + space
                + closing
            )
        pad = " " * (column + self.one_of(1, 2, 4))
        lines = [opening + self.beside().rstrip(" ")]
        for number, entry in enumerate(entries):
            if self.rarely(6):
                lines.append(pad + self.comment())
            is_last = number + 1 == len(entries)
            comma = "," if not is_last or self.rarely(2) else ""
            lines.append(f"{pad}{entry}{comma}{self.beside()}")
        if self.rarely(8):
            lines.append(self.comment())
        lines.append(" " * (column + 1) + closing)
        return "\n".join(lines)

    def flow_item(self, depth: int, column: int) -> str:
        if self.rarely(8):
            return self.pair(self.one_of(*self.names), depth, column)
        return self.flow_value(depth, column)

    def pair(self, name: str, depth: int, column: int) -> str:
        if self.rarely(12):
            return self.one_of(name, f"? {name}", f"{name}: ")
        if self.rarely(8):
            return f'"{name}":{self.flow_value(depth, column)}'
        mark = self.one_of(":", ":", ":", " :")
        explicit = "? " * self.rarely(12)
        return f"{explicit}{self.key(name)}{mark} {self.flow_value(depth, column)}"

    def flow_value(self, depth: int, column: int) -> str:
        if depth and self.rarely(5):
            return self.flow(depth - 1, column + 2)
        if self.anchors and self.rarely(10):
            return f"*{self.one_of(*self.anchors)} "
        words = self.plain_words(3)
        plain = " ".join(word for word in words if not set(word) & set(",:?#"))
        quoted = " ".join([*self.words(*ODD, most=3), "z"]).replace("'", "''")
        return self.anchor() + self.one_of(plain or "x", f"'{quoted}'", '"\\u00e9 [x"', "5", "~")
