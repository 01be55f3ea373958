"""A synthetic consultation: its files as texts, and what rules make of them."""

import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from lacplan.consult.dates import Moments
from lacplan.document.parse import parse
from lacplan.model.comment_line import Line, decode_line
from lacplan.model.companions import CONSULTATION, ISSUES
from lacplan.model.consultation import Consultation
from lacplan.model.decode import decode, decode_record
from lacplan.model.encode import digest
from lacplan.model.issues import Link, LinkLine
from lacplan.model.ledger import Ledger, comments_now
from lacplan.model.plan import Plan
from lacplan.model.version import Version
from lacplan.validate.consultation import (
    CommentsFile,
    ConsultationFile,
    IssuesFile,
    LinesFile,
    LinksFile,
    Proceedings,
)
from lacplan.validate.judged import Judged


def plan(description: str, *, more: str = "", stage: str = "consultation") -> Plan:
    """Return a plan of one area, ``registrars``."""
    text = (
        f"format: 1\nname: lac-2013\ntitle: A plan\nlanguage: en\nstage: {stage}\nareas:\n"
        f"  - id: registrars\n    title: Registrars\n    description: {description}\n{more}"
    )
    found = decode(parse(text))
    assert found.plan is not None, found.faults
    assert found.faults == ()
    return found.plan


ASKED = plan("Few registrars of the region are accredited.", more="    rationale: Fees are high\n")
ANSWERED = plan(
    "Few registrars of the region are accredited. A programme will help them.",
    more="    rationale: Fees are high.\n",
)

PUBLISHED = (
    Version("draft-01", date(2027, 3, 26), lambda: ASKED),
    Version("draft-02", date(2027, 5, 10), lambda: ANSWERED),
    Version("draft-03", date(2027, 6, 10), lambda: ASKED),
)
"""The versions; the third takes back what the second changed."""

VERSIONS = PUBLISHED[:2]

HEAD = {
    "format": "1",
    "version": "draft-01",
    "digest": digest(ASKED),
    "state": "responded",
    "opens": "2027-04-01T00:00:00-03:00",
    "closes": "2027-04-30T23:59:59-03:00",
    "languages": "[en, es]",
}

ISSUES_TEXT = """\
format: 1
issues:
  - id: few-registrars
    title: Registrars are few
    item: registrars
    disposition: accepted
    response: {en: Thank you., es: Gracias.}
    changes: [{item: registrars, field: description, in: draft-02}]
"""

LINKS_TEXT = "comment,issue,disposition,note\ns1.1,few-registrars,,\n"

COMMENT = {"received": "2027-04-12T10:00:00-03:00", "channel": "csv"}


def consultation_text(fragment: str = "") -> str:
    """Return ``consultation.yaml`` with *fragment* in it."""
    keys = [line.partition(":")[0] for line in fragment.splitlines()]
    rest = "".join(f"{key}: {says}\n" for key, says in HEAD.items() if key not in keys)
    return rest + fragment.replace("[that of draft-01]", HEAD["digest"]) + "\n"


def line(**fields: Any) -> str:
    """Return the line of a comment, or of an amendment, with what every one has."""
    whole: dict[str, Any] = {**COMMENT, **fields}
    if "amends" in whole:
        del whole["channel"]
    else:
        submission, _, seq = whole["id"].partition("-")[0].partition(".")
        whole = {"submission": submission, "seq": int(seq), **whole}
    if "digest" not in whole:
        head = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))[:-1]
        whole["digest"] = sha256(head.encode()).hexdigest()
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def comments_text(fragment: str) -> str:
    """Return a file of comments from lines that leave out what every one has, and the digest."""
    lines = []
    for each in fragment.splitlines():
        try:
            lines.append(line(**json.loads(each.partition("  #")[0])))
        except json.JSONDecodeError:
            lines.append(each)
    return "".join(f"{each}\n" for each in lines)


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a file of comments."""
    found = []
    for number, each in enumerate(text.splitlines(), 1):
        try:
            found.append(Line("0001.jsonl", number, each, decode_line(each)))
        except ValueError as error:
            found.append(Line("0001.jsonl", number, each, None, str(error)))
    return tuple(found)


def read_links(text: str) -> tuple[LinkLine, ...]:
    """Return the lines of a file of links; one without an issue is damaged."""
    found = []
    for number, each in enumerate(text.splitlines()[1:], 2):
        comment, issue, disposition, note = each.split(",")
        link = Link(comment, issue, disposition or None, note or None)
        found.append(LinkLine(number, link if issue else None, None if issue else "names no issue"))
    return tuple(found)


class Files:
    """The files of a consultation, as rules see them."""

    def __init__(
        self,
        *,
        consultation: str = "",
        comments: str = '{"id": "s1.1", "text": "Registrars are few."}',
        issues: str = ISSUES_TEXT,
        links: str = LINKS_TEXT,
        stage: str = "consultation",
        versions: Sequence[Version] = VERSIONS,
        committed: Sequence[str] = (),
    ) -> None:
        self.texts = {
            ConsultationFile: consultation_text(consultation),
            CommentsFile: comments_text(comments),
            IssuesFile: issues,
            LinksFile: links,
        }
        self.lines = read_lines(self.texts[CommentsFile])
        self.links = read_links(links)
        self.asked = parse(self.texts[ConsultationFile])
        self.made = parse(issues)
        asked = decode_record(self.asked, CONSULTATION.record)
        value: Consultation = asked.value or Consultation()
        made = decode_record(self.made, ISSUES.record)
        self.proceedings = Proceedings(
            Ledger(
                id="draft-01",
                consultation=value,
                issues=made.value,
                links=[each.link for each in self.links if each.link],
                comments=comments_now(each.record for each in self.lines if each.record),
            ),
            lines=self.lines,
            plan=plan("Few registrars.", stage=stage),
            versions=lambda: tuple(versions),
            late=Moments(value, (), value.opens).is_late,
            committed=lambda: committed,
        )

    def judged(self, kind: type[Judged]) -> Judged:
        """Return the file of this *kind*."""
        if kind is ConsultationFile:
            read = decode_record(self.asked, CONSULTATION.record)
            return ConsultationFile(self.asked, read, self.proceedings)
        if kind is IssuesFile:
            return IssuesFile(self.made, decode_record(self.made, ISSUES.record), self.proceedings)
        if kind is CommentsFile:
            return CommentsFile(self.texts[CommentsFile], self.lines, self.proceedings)
        assert issubclass(kind, LinesFile)
        return LinksFile(self.texts[LinksFile], self.links, self.proceedings)
