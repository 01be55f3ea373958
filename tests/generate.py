"""Plans of any size, and changed copies of them with the true list of what was changed.

Everything follows from the seed, so that a test or a measurement can be run again.

usage: python tests/generate.py N OUTDIR [--seed 7] [--change-seed 7] [--renumber]
           [--everything-moved]

writes base-N.yaml, new-N.yaml and truth-N.json into OUTDIR.
"""

import argparse
import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from zlib import crc32

Tree = dict[str, Any]
"""A plan or an item as YAML holds it: texts, numbers, lists and mappings."""

LEVELS = {"areas": "Area", "goals": "Goal", "objectives": "Objective", "projects": "Project"}
KEYS = tuple(LEVELS)
INNERMOST = len(KEYS) - 1

REWORDED = 0.01
MOVED = 0.01  # half of them to another parent, half among their siblings
ADDED = 0.005
REMOVED = 0.005
RENAMED = 0.003
"""How large a share of a plan's items `change` changes."""


class Move(NamedTuple):
    """An item that lies under another parent than before."""

    id: str
    old_parent: str
    """The parent's id in the old draft."""

    new_parent: str
    """The parent's id in the new draft."""


class Renumbering(NamedTuple):
    """An item that bears another code than before."""

    id: str
    """In the new draft."""

    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What was really changed between two drafts.

    An item is in one list only, except that `moved_and_reworded` are in `reworded` and `moved` as
    well, and that `renumbered` goes by the codes alone.
    """

    reworded: tuple[str, ...] = ()
    """Ids of the items whose description has other words."""

    reordered: tuple[str, ...] = ()
    """Ids of the items that were moved among their siblings: the least set, and the only one so
    small, that explains the order of those who stayed under their parent."""

    moved: tuple[Move, ...] = ()
    """What lies under a moved item moved along, and is not listed."""

    moved_and_reworded: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    """Ids, of what lies under an added item and of indicators too."""

    removed: tuple[str, ...] = ()
    """Ids, of what lay under a removed item and of indicators too."""

    renamed_in_writing: tuple[tuple[str, str], ...] = ()
    """Old and new ids of the items that say so in ``replaces``; all else of them is as it was."""

    renamed_in_silence: tuple[tuple[str, str], ...] = ()
    """Old and new ids of the items that only their likeness gives away; they are quite alike."""

    renumbered: tuple[Renumbering, ...] = ()


class Placed(NamedTuple):
    """An item in its place."""

    item: Tree
    parent: Tree
    """The item or the plan that it lies under."""

    level: int
    """0 for areas."""


def walk(plan: Tree, level: int = 0) -> Iterator[Placed]:
    """Yield each item under *plan* (or under an item that holds *level*) before what is in it."""
    if level < len(KEYS):
        for item in plan.get(KEYS[level], ()):
            yield Placed(item, plan, level)
            yield from walk(item, level + 1)


def generate(items: int, seed: int) -> Tree:
    """Return a plan of *items* items, at least 4, of which some 80 % are projects."""
    author = _Author(Random(f"plan {seed}"))
    plan = author.front_matter()
    left = items - 1

    def fill(holder: Tree, level: int) -> None:
        nonlocal left
        children: list[Tree] = []
        for _ in range(author.random.randint(3, 7) if level else items):
            if left < INNERMOST - level:  # too few for one that is not empty
                break
            left -= 1
            children.append(author.item(level))
            if level < INNERMOST:
                fill(children[-1], level + 1)
        holder[KEYS[level]] = children

    fill(plan, 0)
    last = [placed.item for placed in walk(plan) if placed.level == INNERMOST - 1][-1]
    last[KEYS[INNERMOST]] += [author.item(INNERMOST) for _ in range(left + 1)]
    _number(plan)
    return plan


def change(plan: Tree, seed: int, *, renumber: bool) -> tuple[Tree, Truth]:
    """Return a copy of *plan* in which a few per cent of the items are changed, and the truth.

    With *renumber* every item then bears the code of its new place, as it does in *plan*. Without
    it codes stay as they were, moved items keep theirs, and what is added has none yet.
    """
    changing = _Changing(plan, seed)
    few = changing.share
    changing.remove(few(REMOVED))
    changing.reword(few(REWORDED))
    changing.rename(max(2, few(RENAMED)))
    changing.move(few(MOVED / 2))
    changing.add(few(ADDED))
    changing.reorder(few(MOVED / 2))
    return changing.done(renumber=renumber)


def move_everything(plan: Tree, seed: int, *, renumber: bool) -> tuple[Tree, Truth]:
    """Return a copy of *plan* in which every item lies under another parent, and the truth.

    Areas stay, as does a level that has only one parent to lie under.
    """
    changing = _Changing(plan, seed)
    for level in range(1, len(KEYS)):
        changing.scatter(level)
    return changing.done(renumber=renumber)


def _number(holder: Tree, level: int = 0, prefix: str = "") -> None:
    for place, item in enumerate(holder.get(KEYS[level], ()), 1):
        item["code"] = f"{prefix}{place}"
        if level < INNERMOST:
            _number(item, level + 1, f"{prefix}{place}.")


class _Changing:
    """A copy of a plan while it is being changed, and what was changed in it so far.

    Items are told apart by `id()`, since some change their ids.
    """

    def __init__(self, plan: Tree, seed: int) -> None:
        self.plan = deepcopy(plan)
        self.random = Random(f"change {seed}")
        self.author = _Author(self.random)
        self.placed = list(walk(self.plan))
        self.before = {id(placed.item): placed for placed in self.placed}
        self.old = {id(item): (item["id"], item["code"]) for item, _, _ in self.placed}
        self.author.ids.update(each for placed in self.placed for each in _ids(placed.item))
        self.author.titles.update(placed.item["title"] for placed in self.placed)
        self.pool = [placed for placed in self.placed if placed.level]
        self.random.shuffle(self.pool)
        self.touched: set[int] = set()
        self.gone: set[int] = set()
        self.truth: dict[str, list[Any]] = {name: [] for name in Truth.__slots__}

    def share(self, of: float) -> int:
        """Return how many items are *of* all, at least one."""
        return max(1, round(len(self.placed) * of))

    def remove(self, count: int) -> None:
        """Remove projects, and objectives with all that is in them: *count* items together."""
        left = count

        def fits(placed: Placed) -> bool:
            return placed.level >= 2 and _size(placed) <= left

        for placed in self._untouched(fits):
            whole = [placed.item, *(below.item for below in walk(placed.item, placed.level + 1))]
            _siblings(placed).remove(placed.item)
            self.touched.update(map(id, whole))
            self.gone.update(map(id, whole))
            self.truth["removed"] += [each for item in whole for each in _ids(item)]
            left -= len(whole)
            if left == 0:
                break

    def reword(self, count: int) -> None:
        """Put other words into the descriptions of *count* items."""
        for placed in islice(self._untouched(), count):
            self._reword(placed.item)

    def rename(self, count: int) -> None:
        """Give *count* items another id; every other one says so."""
        for turn, (item, _, _) in enumerate(islice(self._untouched(), count)):
            old, item["id"] = item["id"], self.author.new_id()
            if turn % 2 == 0:
                item["replaces"] = [old]
            how = "renamed_in_silence" if turn % 2 else "renamed_in_writing"
            self.truth[how].append((old, item["id"]))

    def move(self, count: int) -> None:
        """Move *count* items under other parents; a third of them are reworded as well."""
        several = [level for level in range(1, len(KEYS)) if len(self._standing(level - 1)) > 1]
        for turn, placed in enumerate(
            islice(self._untouched(lambda each: each.level in several), count)
        ):
            _siblings(placed).remove(placed.item)
            others = [
                each for each in self._standing(placed.level - 1) if each is not placed.parent
            ]
            self._insert(placed.item, self.random.choice(others), placed.level)
            if turn % 3 == 0:
                self._reword(placed.item)
                self.truth["moved_and_reworded"].append(placed.item["id"])

    def add(self, count: int) -> None:
        """Add projects, and objectives with a project in them: *count* items together."""
        while count > 0:
            level = INNERMOST - (count > 1 and self.random.random() < 0.2)
            whole = [self.author.item(each) for each in range(level, len(KEYS))]
            if level < INNERMOST:
                whole[0][KEYS[INNERMOST]] = whole[1:]
            self._insert(whole[0], self.random.choice(self._standing(level - 1)), level)
            self.truth["added"] += [each for item in whole for each in _ids(item)]
            count -= len(whole)

    def reorder(self, count: int) -> None:
        """Move *count* items among their siblings, past two at least and one in each family.

        So there is no smaller set of items whose move would explain the order, and no other one.
        """
        families: set[int] = set()
        can = self._untouched(
            lambda each: id(each.parent) not in families and len(self._stayers(each)) > 3
        )
        for placed in islice(can, count):
            families.add(id(placed.parent))
            rest = self._stayers(placed)
            here = next(at for at, item in enumerate(rest) if item is placed.item)
            there = self.random.choice([at for at in range(len(rest)) if abs(at - here) > 1])
            del rest[here]
            siblings = _siblings(placed)
            siblings.remove(placed.item)
            at = siblings.index(rest[there]) if there < len(rest) else len(siblings)
            siblings.insert(at, placed.item)
            self.truth["reordered"].append(placed.item["id"])

    def scatter(self, level: int) -> None:
        """Deal the children of each parent of *level* out to the other parents."""
        parents = self._standing(level - 1)
        if len(parents) < 2:
            return
        self.random.shuffle(parents)
        dealt: list[list[Tree]] = [[] for _ in parents]
        for at, parent in enumerate(parents):
            for turn, item in enumerate(parent.get(KEYS[level], ())):
                dealt[(at + 1 + turn % (len(parents) - 1)) % len(parents)].append(item)
        for parent, children in zip(parents, dealt, strict=True):
            self.random.shuffle(children)
            parent[KEYS[level]] = children

    def done(self, *, renumber: bool) -> tuple[Tree, Truth]:
        """Return the changed plan and what was changed in it."""
        if renumber:
            _number(self.plan)
        for item, parent, level in walk(self.plan):
            if not item["code"]:
                del item["code"]
            if level < INNERMOST and not item.get(KEYS[level + 1], True):
                del item[KEYS[level + 1]]
            if id(item) in self.old:
                self._compare(item, parent)
        return self.plan, Truth(**{name: tuple(found) for name, found in self.truth.items()})

    def _compare(self, item: Tree, parent: Tree) -> None:
        old_id, old_code = self.old[id(item)]
        home = self.before[id(item)].parent
        if parent is not home:
            self.truth["moved"].append(Move(old_id, self.old[id(home)][0], parent["id"]))
        if item["code"] != old_code:
            self.truth["renumbered"].append(Renumbering(item["id"], old_code, item["code"]))

    def _untouched(self, fits: Callable[[Placed], bool] = bool) -> Iterator[Placed]:
        """Yield items that nothing has been done to, at random, and count them as touched."""
        for placed in self.pool:
            if id(placed.item) not in self.touched and fits(placed):
                self.touched.add(id(placed.item))
                yield placed

    def _standing(self, level: int) -> list[Tree]:
        """Return the items of *level* that were there before and still are."""
        return [
            each.item
            for each in self.placed
            if each.level == level and id(each.item) not in self.gone
        ]

    def _stayers(self, placed: Placed) -> list[Tree]:
        """Return the children of the item's parent that were there before."""
        before = self.before
        return [
            item
            for item in _siblings(placed)
            if id(item) in before and before[id(item)].parent is placed.parent
        ]

    def _insert(self, item: Tree, parent: Tree, level: int) -> None:
        children = parent.setdefault(KEYS[level], [])
        children.insert(self.random.randint(0, len(children)), item)

    def _reword(self, item: Tree) -> None:
        item["description"] = self.author.reworded(item["description"])
        self.truth["reworded"].append(item["id"])


def _siblings(placed: Placed) -> list[Tree]:
    """Return the list that *placed* stands in."""
    siblings: list[Tree] = placed.parent[KEYS[placed.level]]
    return siblings


def _size(placed: Placed) -> int:
    return 1 + sum(1 for _ in walk(placed.item, placed.level + 1))


def _ids(item: Tree) -> list[str]:
    """Return the ids of *item* and of its indicators."""
    return [item["id"], *(indicator["id"] for indicator in item.get("indicators", ()))]


class _Author:
    """Writes items out of a few hundred words."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.ids: set[str] = set()
        self.titles: set[str] = set()

    def front_matter(self) -> Tree:
        """Return a plan without items."""
        return {
            "format": 1,
            "name": "bench",
            "title": "Strategic plan for the region until 2055",
            "language": "en",
            "stage": "draft",
            "period": {"start": "2016", "end": "2055"},
            "summary": self.prose(6),
            "vision": self.prose(1),
            "organization": {"name": "Comité Regional", "url": "https://example.org/"},
            "levels": dict(LEVELS),
            "frameworks": {"region-2055": {"title": "Regional agenda", "codes": dict(_AGENDA)}},
        }

    def item(self, level: int) -> Tree:
        """Return an item of *level*, without a code and with nothing under it."""
        item = {
            "id": self.new_id(),
            "code": "",
            "title": self.title(),
            "description": self.prose(self.random.randint(1, 4)),
        }
        return item | (self._area, self._goal, self._objective, self._project)[level]()

    def _area(self) -> Tree:
        return {
            "opportunities": [self.sentence() for _ in range(3)],
            "challenges": [self.sentence() for _ in range(2)],
        }

    def _goal(self) -> Tree:
        return {"rationale": self.prose(2)} if self._perhaps(0.5) else {}

    def _objective(self) -> Tree:
        item: Tree = {}
        if self._perhaps(0.4):
            item["indicators"] = [self._indicator() for _ in range(self.random.randint(1, 2))]
        item["lead"] = self._any(_LEADS)
        if self._perhaps(0.2):
            item["countries"] = sorted(self.random.sample(_COUNTRIES, 3))
        item["start"], item["end"] = self._year(2016, 2019), self._year(2050, 2055)
        if self._perhaps(0.3):
            item["aligns"] = [f"region-2055:{self._any(tuple(_AGENDA))}"]
        return item

    def _indicator(self) -> Tree:
        baseline = self.random.randint(1, 40)
        return {
            "id": self.new_id(),
            "title": self._fill("{Adjective} {thing} in the {place}"),
            "unit": self._any(("%", "people", "USD", "networks", "days")),
            "baseline": baseline,
            "target": baseline + self.random.randint(1, 50),
            "due": self._year(2030, 2049),
        }

    def _project(self) -> Tree:
        item: Tree = {"lead": self._any(_LEADS)}
        if self._perhaps(0.1):
            item["partners"] = self.random.sample(_LEADS, 2)
        status = self._any(("proposed", "planned", "active", "active", "done", "on-hold"))
        ahead = status in ("proposed", "planned")
        item["start"] = self._month(2041, 2044) if ahead else self._month(2020, 2023)
        item["end"] = self._month(2024, 2024) if status == "done" else self._month(2046, 2049)
        item["status"] = status
        if self._perhaps(0.5):
            item["budget"] = {"amount": self.random.randint(1, 400) * 500, "currency": "USD"}
        if self._perhaps(0.5):
            item["tags"] = self.random.sample(_WORDS["thing"], 3)
        return item

    def new_id(self) -> str:
        """Return an id that was not given before."""
        while True:
            words = self._fill("{thing}-{adjective}")
            found = f"{words}-{self.random.getrandbits(16):04x}"
            if found not in self.ids:
                self.ids.add(found)
                return found

    def title(self) -> str:
        """Return a title that was not given before."""
        while True:
            found = self._fill(self._any(_TITLES))
            if found not in self.titles:
                self.titles.add(found)
                return found

    def prose(self, sentences: int) -> str:
        """Return some sentences, in two paragraphs where there are many."""
        said = [self.sentence() for _ in range(sentences)]
        if sentences < 4:
            return " ".join(said)
        return " ".join(said[:2]) + "\n\n" + " ".join(said[2:])

    def sentence(self) -> str:
        """Return a sentence."""
        return self._fill(self._any(_SENTENCES))

    def reworded(self, text: str) -> str:
        """Return *text* with 2 to 6 of its words replaced by others of their kind."""
        parts = re.split(r"(\W+)", text)
        known = [at for at, word in enumerate(parts) if word.lower() in _KIND]
        for at in self.random.sample(known, self.random.randint(2, 6)):
            old = parts[at]
            others = [word for word in _WORDS[_KIND[old.lower()]] if word != old.lower()]
            new = self._any(others)
            parts[at] = new.capitalize() if old[0].isupper() else new
        return "".join(parts)

    def _fill(self, pattern: str) -> str:
        """Return *pattern* with a word for each kind in braces, with a capital where it has one."""

        def word(match: re.Match[str]) -> str:
            kind = match[1]
            found = self._any(_WORDS[kind.lower()])
            return found.capitalize() if kind[0].isupper() else found

        return _SLOT.sub(word, pattern)

    def _any(self, of: tuple[str, ...] | list[str]) -> str:
        return self.random.choice(of)

    def _perhaps(self, chance: float) -> bool:
        return self.random.random() < chance

    def _year(self, first: int, last: int) -> str:
        return str(self.random.randint(first, last))

    def _month(self, first: int, last: int) -> str:
        return f"{self._year(first, last)}-{self.random.randint(1, 12):02}"


_SLOT = re.compile(r"\{(\w+)\}")
_TITLES = (
    "{Verb} {adjective} {thing} in the {place}",
    "{Adjective} {thing} for {adjective} {people}",
    "{Thing} that {verb} the {thing} of {adjective} {people}",
    "{Verb} and {verb} {thing} with the {people}",
)
_SENTENCES = (
    "The {adjective} {people} {verb} {adjective} {thing} and {thing} for the {people} of the "
    "{place}.",
    "{People} of the {place} {adverb} {verb} {thing}, so that {adjective} {people} {verb} more "
    "{adjective} {thing}.",
    "{Adjective} {thing} {modal} {verb} the {thing} that {people} from the {place} and the "
    "{place} {adverb} {verb}.",
    "Where {thing} are {adjective}, the {people} {modal} {adverb} {verb} them with {adjective} "
    "{people}.",
    "Together with {adjective} {people}, the {people} {verb}, {verb} and {verb} {thing} in every "
    "part of the {place}.",
    "Without {adjective} {thing}, the {people} {modal} not {verb} {thing} for the {place}.",
)
_WORDS = {
    kind: tuple(words.split())
    for kind, words in {
        "people": """
            registries registrars operators regulators ministries universities schools libraries
            cooperatives municipalities researchers teachers students engineers lawyers journalists
            users consumers merchants producers farmers fishers artisans translators volunteers
            communities associations chambers unions foundations networks delegates mediators
            mentors fellows newcomers librarians programmers auditors experts
            """,
        "thing": """
            workshops courses scholarships domains addresses exchanges routes cables servers
            mirrors standards policies procedures agreements budgets reports surveys indicators
            archives maps calendars translations manuals portals platforms forums hearings
            consultations proposals comments records audits certificates signatures keys backups
            drills incidents licences contracts tariffs grants loans incubators markets payments
            identities scripts keyboards fonts languages dictionaries broadcasts podcasts bulletins
            meetings missions partnerships internships laboratories observatories
            """,
        "verb": """
            strengthen widen deepen support fund train coordinate publish translate review adopt
            test measure monitor compare protect secure restore connect host share unite simplify
            harmonize negotiate promote document explain discuss evaluate renew extend replace
            improve build plan design organize gather deliver maintain repair certify accredit
            inspect register delegate sign archive invite welcome reach include represent advise
            finance sponsor approve launch
            """,
        "adjective": """
            regional national local rural urban coastal indigenous young small large public private
            independent open shared common joint affordable reliable trusted stable resilient
            accessible inclusive multilingual bilingual transparent accountable participatory annual
            monthly permanent temporary early late new existing technical legal economic social
            cultural academic civic digital mobile remote virtual neutral modern simple detailed
            practical voluntary formal informal broad narrow steady durable modest
            """,
        "place": """
            Caribbean Andes Amazon Pampas Patagonia Isthmus Antilles Guianas Orinoco Pacific
            Atlantic Altiplano Chaco Yucatán Mosquitia Darién Cerrado Pantanal Llanos Atacama
            """,
        "adverb": """
            jointly openly regularly gradually quickly carefully remotely locally together freely
            formally publicly clearly steadily often seldom increasingly directly equally safely
            """,
        "modal": "must should may can will shall",
    }.items()
}
_KIND = {word.lower(): kind for kind, words in _WORDS.items() for word in words}
_LEADS = (
    *("Regional office", "Secretariat", "Working group on training", "Comité de Políticas"),
    *("Grupo de Segurança", "Technical council", "Network of schools", "Foro de la Sociedad Civil"),
    *("Association of registries", "Board", "Chamber of commerce", "Université des Antilles"),
)
_COUNTRIES = ("AR", "BB", "BO", "BR", "CL", "CO", "CR", "DO", "GT", "HT", "JM", "MX", "PY", "UY")
_AGENDA = {"A": "Security", "B": "Operations", "C": "Competition", "D": "Participation"}


_PROSE = frozenset({"summary", "vision", "description", "rationale", "notes"})
_ON_ONE_LINE = frozenset(
    {"period", "organization", "budget", "tags", "countries", "aligns", "replaces"}
)
_COMMENTS = (
    "Agreed at the second meeting of the group.",
    "The secretariat will check these figures.",
    "Moved here from the annex of the first draft.",
)
_WIDTH = 80
"""Of a line, in characters."""


def write(plan: Tree) -> str:
    """Return *plan* as YAML, as a person would keep it: folded prose, and some comments."""
    return "# A strategic plan, made up for tests.\n" + "".join(_mapping(plan, ""))


def _mapping(tree: Tree, indent: str) -> Iterator[str]:
    for key in sorted(tree, key=KEYS.__contains__):  # what lies under an item comes last
        value = tree[key]
        if key in _PROSE:
            yield f"{indent}{key}: >-\n{_folded(value, indent + '  ')}"
        elif key in _ON_ONE_LINE:
            yield f"{indent}{key}: {_flow(value)}\n"
        elif isinstance(value, dict):
            yield f"{indent}{key}:\n"
            yield from _mapping(value, indent + "  ")
        elif isinstance(value, list):
            yield f"{indent}{key}:\n"
            yield from _list(value, indent + "  ")
        else:
            yield f"{indent}{key}: {_quoted(value) if key == 'code' else _scalar(value)}\n"


def _list(entries: list[Any], indent: str) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, str):
            folded = len(indent) + len(entry) > _WIDTH - 2
            yield f"{indent}- " + (
                f">-\n{_folded(entry, indent + '  ')}" if folded else f"{_scalar(entry)}\n"
            )
            continue
        sign = crc32(entry["id"].encode())  # so that a comment stays with its item
        if sign % 40 == 0:
            yield f"{indent}# {_COMMENTS[sign // 40 % len(_COMMENTS)]}\n"
        lines = "".join(_mapping(entry, indent + "  "))
        yield f"{indent}- {lines.removeprefix(indent + '  ')}"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_scalar(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(map(_scalar, value)) + "]"


_PLAIN = re.compile(r"[A-Za-zÀ-ž0-9](?:[^:#,\[\]{}\"'\n]|:(?! )|,(?= ))*")


def _scalar(value: str | int) -> str:
    if isinstance(value, int) or _PLAIN.fullmatch(value):
        return str(value)
    return _quoted(value)


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _folded(text: str, indent: str) -> str:
    """Return *text* wrapped; a paragraph's end takes two blank lines, since one is folded away."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        if lines:
            lines += ["", ""]
        line = indent
        for word in paragraph.split(" "):
            if len(line) + len(word) > _WIDTH:
                lines.append(line.rstrip())
                line = indent
            line += f"{word} "
        lines.append(line.rstrip())
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write a plan, a changed copy of it and what was changed."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("items", type=int, metavar="N")
    asked.add_argument("folder", type=Path, metavar="OUTDIR")
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--change-seed", type=int, help="another copy changed of the same plan")
    asked.add_argument("--renumber", action="store_true", help="number items by their new places")
    asked.add_argument("--everything-moved", action="store_true", help="change nothing else")
    given = asked.parse_args()
    base = generate(given.items, given.seed)
    how = move_everything if given.everything_moved else change
    change_seed = given.seed if given.change_seed is None else given.change_seed
    new, truth = how(base, change_seed, renumber=given.renumber)
    told = json.dumps(asdict(truth), indent=1)
    given.folder.mkdir(parents=True, exist_ok=True)
    for name, text in (
        (f"base-{given.items}.yaml", write(base)),
        (f"new-{given.items}.yaml", write(new)),
        (f"truth-{given.items}.json", f"{told}\n"),
    ):
        (given.folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
