"""Random edits of generated plans, as people make them: one side of a merge."""

from copy import deepcopy
from random import Random
from typing import Any

from generate import INNERMOST, KEYS, Tree, _Author, _number, walk, write

EDITS = (
    *("retitle", "reword", "append", "date", "tag", "untag", "lead"),
    *("add_point", "edit_point", "drop_point", "drop_field"),
    *("add", "move", "reorder", "remove", "rename"),
    *("indicator", "renumber", "framework", "comment"),
)
"""Every kind of edit."""


class Editor:
    """Makes a few edits to a copy of a plan.

    Args:
        plan: What is edited.
        seed: Whatever tells this one from others.
        edits: The kinds of edits to choose from.
    """

    def __init__(self, plan: Tree, seed: object, edits: tuple[str, ...] = EDITS) -> None:
        self.plan = deepcopy(plan)
        self.random = Random(f"edits {seed}")
        self.author = _Author(self.random)
        self.edits = edits
        self.comments: dict[str, str] = {}
        self.done: list[str] = []

    def edit(self, count: int) -> "Editor":
        for _ in range(count):
            kind = self.random.choice(self.edits)
            getattr(self, f"_{kind}")()
            self.done.append(kind)
        return self

    def text(self) -> str:
        """Return the edited plan as YAML."""
        text = write(self.plan)
        for id, comment in self.comments.items():
            lines = text.splitlines(keepends=True)
            for number, line in enumerate(lines):
                if line.strip() == f"- id: {id}":
                    pad = line[: line.index("-")]
                    lines.insert(number, f"{pad}# {comment}\n")
                    break
            text = "".join(lines)
        return text

    def _any(self, least: int = 0, most: int = INNERMOST) -> Any:
        found = [each for each in walk(self.plan) if least <= each.level <= most]
        return self.random.choice(found) if found else None

    def _field(self, key: str) -> Any:
        found = [each.item for each in walk(self.plan) if each.item.get(key)]
        return self.random.choice(found) if found else None

    def _retitle(self) -> None:
        if placed := self._any():
            placed.item["title"] = self.author.title()

    def _reword(self) -> None:
        if item := self._field("description"):
            item["description"] = self.author.reworded(item["description"])

    def _append(self) -> None:
        if item := self._field("description"):
            item["description"] += f" {self.author.sentence()}"

    def _date(self) -> None:
        if item := self._field("end"):
            item["end"] = str(self.random.randint(2050, 2070))

    def _tag(self) -> None:
        if placed := self._any():
            tags = placed.item.setdefault("tags", [])
            word = self.random.choice(["alpha", "beta", "gamma", "delta"])
            if word not in tags:
                tags.insert(self.random.randint(0, len(tags)), word)

    def _untag(self) -> None:
        if item := self._field("tags"):
            item["tags"].pop(self.random.randrange(len(item["tags"])))
            if not item["tags"]:
                del item["tags"]

    def _lead(self) -> None:
        if placed := self._any(2):
            placed.item["lead"] = self.random.choice(["Board", "Secretariat", "New office"])

    def _add_point(self) -> None:
        if placed := self._any():
            points = placed.item.setdefault("opportunities", [])
            points.insert(self.random.randint(0, len(points)), self.author.sentence())

    def _edit_point(self) -> None:
        if item := self._field("opportunities"):
            points = item["opportunities"]
            place = self.random.randrange(len(points))
            points[place] = self.author.reworded(points[place])

    def _drop_point(self) -> None:
        if item := self._field("opportunities"):
            item["opportunities"].pop(self.random.randrange(len(item["opportunities"])))
            if not item["opportunities"]:
                del item["opportunities"]

    def _drop_field(self) -> None:
        key = self.random.choice(["lead", "start", "status", "budget", "tags", "description"])
        if item := self._field(key):
            del item[key]

    def _siblings(self, placed: Any) -> list[Tree]:
        found: list[Tree] = placed.parent[KEYS[placed.level]]
        return found

    def _put(self, item: Tree, parent: Tree, level: int) -> None:
        children = parent.setdefault(KEYS[level], [])
        children.insert(self.random.randint(0, len(children)), item)

    def _parent(self, level: int, inside: Tree | None = None) -> Tree | None:
        if level == 0:
            return self.plan
        below = {id(each.item) for each in walk(inside)} if inside else set()
        found = [
            each.item
            for each in walk(self.plan)
            if each.level == level - 1 and id(each.item) not in below
        ]
        return self.random.choice(found) if found else None

    def _add(self) -> None:
        level = self.random.randint(0, INNERMOST)
        parent = self._parent(level)
        if parent is not None:
            item = self.author.item(level)
            siblings = parent.get(KEYS[level], ())
            prefix = f"{parent['code']}." if parent.get("code") else ""
            item["code"] = f"{prefix}{len(siblings) + 1}"
            self._put(item, parent, level)

    def _take(self, placed: Any) -> None:
        siblings = self._siblings(placed)
        siblings.remove(placed.item)
        if not siblings:
            del placed.parent[KEYS[placed.level]]

    def _move(self) -> None:
        placed = self._any(1)
        if placed and (parent := self._parent(placed.level, placed.item)) is not None:
            self._take(placed)
            self._put(placed.item, parent, placed.level)

    def _reorder(self) -> None:
        if placed := self._any():
            siblings = self._siblings(placed)
            siblings.remove(placed.item)
            siblings.insert(self.random.randint(0, len(siblings)), placed.item)

    def _remove(self) -> None:
        if placed := self._any(1):
            self._take(placed)

    def _rename(self) -> None:
        if placed := self._any():
            old = placed.item["id"]
            placed.item["id"] = self.author.new_id()
            placed.item["replaces"] = [*placed.item.get("replaces", []), old]

    def _indicator(self) -> None:
        if item := self._field("indicators"):
            self.random.choice(item["indicators"])["target"] = self.random.randint(1, 99)
        elif placed := self._any(2, 2):
            placed.item["indicators"] = [self.author._indicator()]

    def _renumber(self) -> None:
        _number(self.plan)

    def _framework(self) -> None:
        codes = self.plan["frameworks"]["region-2055"]["codes"]
        codes[self.random.choice("ABCDEFG")] = self.author.title()

    def _comment(self) -> None:
        if placed := self._any():
            self.comments[placed.item["id"]] = self.author.sentence()
