"""The files of a consultation as rules see them, and what they share."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from shlex import quote

from lacplan.diff.answers import Answers
from lacplan.diff.claimed import Evidence
from lacplan.document.fault import Span
from lacplan.document.tree import Document
from lacplan.model.comment import Amendment, Comment, Record
from lacplan.model.comment_line import Line
from lacplan.model.consultation import Consultation
from lacplan.model.contribution import Contribution
from lacplan.model.decode import Read
from lacplan.model.fields import INDICATOR, ITEM, PLAN
from lacplan.model.issues import Claim, Issue, Issues, LinkLine
from lacplan.model.ledger import Ledger
from lacplan.model.plan import Plan
from lacplan.model.version import Lacking, Versions
from lacplan.validate.community import Seen, seen
from lacplan.validate.judged import Judged
from lacplan.validate.suppress import Ignore

FINAL = "final"

MARKERS = tuple(sign * 7 for sign in "<|=>")
"""How the lines begin that git leaves where it could not merge."""

FIELDS = frozenset({*PLAN.by_key, *ITEM.by_key, *INDICATOR.by_key})
"""Every field that a comment can be about, or a change be of."""


def is_field(name: str) -> bool:
    """Tell whether plans, items or indicators have a field *name*, or may have one of their own."""
    return name in FIELDS or name.startswith("x-")


def known(claim: Claim, evidence: Evidence) -> bool:
    """Tell whether *claim* is of an item and a field that there can be."""
    return (claim.item is None or evidence.has(claim.item)) and (
        claim.field is None or is_field(claim.field)
    )


class Proceedings(Answers):
    """One consultation as a whole, and what it has to be held against.

    Args:
        ledger: All that was asked, said and decided.
        lines: Every line of the comments' files.
        plan: The draft in the working tree; ``None`` where that can't be read.
        versions: Gives the versions of the plan.
        lacking: Tells what to fetch where some of them may be missing here.
        late: Tells whether a comment that was received then (RFC 3339) came outside the window.
        elsewhere: The claims of the plan's other consultations.
        contributions: What members of the group brought in.
        also_consulted: The labels of the versions that the other consultations ask about.
        committed: Gives the files in ``private/`` that git tracks, relative to the consultation.
        knows_issues: Whether ``issues.yaml``, where there is one, can be read; else nothing is
            concluded from what it lacks.
    """

    def __init__(
        self,
        ledger: Ledger,
        *,
        lines: Sequence[Line] = (),
        plan: Plan | None = None,
        versions: Versions = lambda: None,
        lacking: Lacking = lambda: None,
        late: Callable[[str], bool] = lambda received: False,
        elsewhere: Sequence[Claim] = (),
        contributions: Sequence[Contribution] = (),
        also_consulted: Collection[str] = (),
        committed: Callable[[], Sequence[str]] = tuple,
        knows_issues: bool = True,
    ) -> None:
        super().__init__(
            ledger,
            versions=versions,
            elsewhere=elsewhere,
            contributions=contributions,
            also_consulted=also_consulted,
            lacking=lacking,
        )
        self.lines = lines
        self.plan = plan
        self.late = late
        self.committed = committed
        self.knows_issues = knows_issues

    @property
    def responded(self) -> bool:
        """Whether the consultation says that everybody was answered."""
        return self.consultation.state == "responded"

    @property
    def due(self) -> bool:
        """Whether all has to be answered: it is said to be, or the plan has become final since."""
        is_final = self.plan is not None and self.plan.stage == FINAL
        was_final = self.asked is not None and self.asked.stage == FINAL
        return self.responded or (is_final and not was_final)

    @cached_property
    def has_damage(self) -> bool:
        """Whether some lines of comments can't be read."""
        return any(line.record is None for line in self.lines)

    def command(self, verb: str, *words: str) -> str:
        """Return a command about this plan, such as ``lacplan consult amend lac-2013 s1.1``.

        Args:
            verb: Which of the commands of ``lacplan consult``.
            words: What follows the plan's name; ids are written so that a shell takes them.
        """
        plan = self.plan or self.asked
        here = ("--consultation", self.ledger.id) if self._also_consulted else ()
        return " ".join(
            ("lacplan consult", verb, plan.name if plan else "NAME", *map(quote, (*words, *here)))
        )

    @cached_property
    def doubled(self) -> Mapping[str, Line]:
        """For each id that several lines bear, over all files, the first of these lines."""
        first: dict[str, Line] = {}
        doubled: dict[str, Line] = {}
        for line in self.lines:
            if line.record is not None and first.setdefault(line.record.id, line) is not line:
                doubled[line.record.id] = first[line.record.id]
        return doubled


class ConsultationFile(Judged):
    """What was asked, as it stands in ``consultation.yaml``."""

    def __init__(self, document: Document, read: Read, proceedings: Proceedings) -> None:
        super().__init__(document, read.faults)
        self.proceedings = proceedings
        self.consultation: Consultation = read.value or Consultation()

    @property
    def lacks(self) -> str | None:
        """What to fetch, where the version that is consulted may be missing here."""
        return self.proceedings.lacks(self.consultation.version)


class IssuesFile(Judged):
    """What was made of the answers, as it stands in ``issues.yaml``."""

    def __init__(self, document: Document, read: Read, proceedings: Proceedings) -> None:
        super().__init__(document, read.faults)
        self.proceedings = proceedings
        self.value: Issues = read.value or Issues()

    @cached_property
    def issues(self) -> tuple[Seen[Issue], ...]:
        """Every issue, in the order of the file."""
        return seen(self.value.issues, self.root, "issues")

    @cached_property
    def editorial(self) -> tuple[Seen[Claim], ...]:
        """Every change that the editors made by themselves."""
        return seen(self.value.editorial, self.root, "editorial")

    @property
    def lacks(self) -> str | None:
        """What to fetch, where a change is claimed of a version that may be missing here."""
        return self.proceedings.lacks(*(each.thing.in_ for each in self.every_claim))

    def claims(self, issue: Seen[Issue]) -> tuple[Seen[Claim], ...]:
        """Return each change that *issue* is said to have brought about."""
        return seen(issue.thing.changes, issue.node, "changes")

    @cached_property
    def every_claim(self) -> tuple[Seen[Claim], ...]:
        """The claims of all issues, then those of the editors."""
        return (*(each for issue in self.issues for each in self.claims(issue)), *self.editorial)


class Lines(Document):
    """A text that is a list of lines, each ended by LF alone."""

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]


class LinesFile(Judged):
    """A file that is a list of lines, without comments that could ask to ignore a finding."""

    def __init__(self, text: str, proceedings: Proceedings) -> None:
        super().__init__(Lines(text, bom=False, root=None, faults=()), ())
        self.proceedings = proceedings

    @cached_property
    def ignores(self) -> tuple[Ignore, ...]:
        """None."""
        return ()

    def line_span(self, number: int, words: str | None = None, *, before: int = 0) -> Span:
        """Return where *words* stand on line *number*, from 1; the whole line without them.

        Args:
            number: The line's.
            words: What stands there.
            before: At how many places before that the same words stand.
        """
        start = self.document.line_starts[number - 1]
        line = self.document.line(number)
        at = line.find(words) if words else -1
        for _ in range(before if words else 0):
            again = line.find(words or "", at + 1)
            at = again if again >= 0 else at
        if words and at >= 0:
            return Span(start + at, start + at + len(words))
        return Span(start, start + len(line))


class CommentsFile(LinesFile):
    """One of the files of a consultation's comments.

    Args:
        text: What stands in it.
        lines: Its lines, read.
        proceedings: The consultation.
    """

    def __init__(self, text: str, lines: Sequence[Line], proceedings: Proceedings) -> None:
        super().__init__(text, proceedings)
        self.lines = lines

    @cached_property
    def comments(self) -> tuple[tuple[Line, Comment], ...]:
        """The lines that hold a comment, each with the comment as it reads now."""
        now = self.proceedings.ledger.by_id
        return tuple(
            (line, now[line.record.id])
            for line in self.lines
            if line.record is not None and not isinstance(line.record, Amendment)
        )

    def found(self, find: Callable[[str], Iterable[Span]]) -> Iterator[Span]:
        """Yield what *find* finds in what people wrote into the file, where it stands there.

        Moments and digests, which people did not write, are not looked at.
        """
        for line in self.lines:
            text = line.text if line.record is None else _written(line.record)
            seen: Counter[str] = Counter()
            for at in find(text):
                words = text[at.start : at.end]
                yield self.line_span(line.number, words, before=seen[words])
                seen[words] += 1


class LinksFile(LinesFile):
    """Which comment belongs to which issue, as it stands in ``links.csv``."""

    def __init__(self, text: str, lines: Sequence[LinkLine], proceedings: Proceedings) -> None:
        super().__init__(text, proceedings)
        self.lines = lines


def _written(record: Record) -> str:
    """Return what people wrote into the line of *record*."""
    if isinstance(record, Amendment):
        return f"{record.reason}\n{dict(record.set)}"
    author, target = record.author, record.target
    text = f"{record.text}\n{record.proposed}\n{author.name}\n{author.organization}\n{target.quote}"
    if record.answers or record.signatories or target.given:
        more = [*record.answers.values(), *map(str, record.signatories), target.given or ""]
        text = "\n".join([text, *more])
    return text
