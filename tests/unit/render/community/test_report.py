"""The public report of a consultation: what it tells, what it hides, and that its counts are so."""

import json
import re
from datetime import date

import pytest
from consulted import ANSWERED, ASKED, PUBLISHED, Files
from consulted import plan as plan_of
from markdown_it import MarkdownIt

from lacplan.consult.publicity import public_part
from lacplan.consult.report import File, Report
from lacplan.consult.report import report as made
from lacplan.model.group import Group
from lacplan.model.issues import DISPOSITIONS
from lacplan.model.plan import Plan
from lacplan.model.version import Version
from lacplan.render.community import report_json, report_markdown
from lacplan.render.community.report_catalogue import COUNTS, SAID

MARKDOWN = MarkdownIt("commonmark").enable("table")

COMMENTS = """\
{"id": "s1.1", "text": "Registrars are few.", "position": "support-with-change", "language": "es",\
 "target": {"item": "registrars"}, "author": {"name": "Ana", "stakeholder": "academia",\
 "country": "AR"}}
{"id": "s1.2", "text": "And dear.", "target": {"item": "registrars"},\
 "author": {"name": "Ana", "stakeholder": "academia", "country": "AR"}}
{"id": "s2.1", "text": "Registrars are few.", "position": "oppose",\
 "target": {"item": "registrars"}, "author": {"name": "Bob", "stakeholder": "GAC",\
 "country": "BR"}}
{"id": "s3.1", "text": "Who pays?", "target": {"given": "9.9"}, "author": {"name": "Eve"}}
{"id": "s4.1", "text": "Insults.", "author": {"name": "Rude"}}
{"id": "s4.1-m", "amends": "s4.1", "action": "moderate", "reason": "Against a person"}
{"id": "s5.1", "text": "", "erased": "2027-05-20"}
{"id": "s6.1", "text": "Never mind.", "received": "2027-05-02T09:00:00-03:00", "late": true}
{"id": "s6.1-w", "amends": "s6.1", "action": "withdraw"}
{"id": "s7.1", "text": "Two things."}
{"id": "s7.2", "text": "One thing.", "split-from": "s7.1"}
{"id": "s7.3", "text": "Another thing.", "split-from": "s7.1"}
"""

ISSUES = """\
format: 1
issues:
  - id: few-registrars
    title: Registrars are few
    item: registrars
    arguments-for: [There are three.]
    arguments-against: [There were two.]
    disposition: accepted
    response: {en: Thank you., es: Gracias.}
    changes: [{item: registrars, field: description, in: draft-02, note: A programme}]
    decided: {by: The group, on: 2027-05-05, minutes: Meeting 4}
    satisfaction: satisfied
  - id: dear-registrars
    title: Registrars are dear
    item: registrars
    disposition: not-accepted
    reason: Prices are free.
    blocking: "GAC: see its letter"
  - {id: money, title: Who pays, disposition: open}
editorial: [{in: draft-02, field: title, note: A better title}]
"""

LINKS = """\
comment,issue,disposition,note
s1.1,few-registrars,,
s2.1,few-registrars,out-of-scope,It speaks of another region.
s1.2,dear-registrars,,
s3.1,money,,
s6.1,few-registrars,,
s7.2,few-registrars,,
"""


def files(**changed) -> Files:
    given = {"comments": COMMENTS, "issues": ISSUES, "links": LINKS, **changed}
    return Files(**given)


def report(plan: Plan = ASKED, **changed) -> Report:
    answers = files(**changed).proceedings
    answers.ledger = public_part(answers.ledger)
    group = Group(constituencies=(("GAC", "government"),))
    sums = [File("issues.yaml", "0" * 64)]
    return made(answers, plan, group, late=answers.late, files=sums)


def page(plan: Plan = ASKED, **changed) -> str:
    return report_markdown.render(report(plan, **changed))


def in_language(tag: str) -> tuple[Plan, tuple[Version, ...]]:
    old, new = ASKED._replace(language=tag), ANSWERED._replace(language=tag)
    days = date(2027, 3, 26), date(2027, 5, 10)
    return old, (
        Version("draft-01", days[0], lambda: old),
        Version("draft-02", days[1], lambda: new),
    )


@pytest.mark.parametrize("tag", ["en", "es", "pt-BR", "fr", "ar"])
def test_the_page_reads_as_it_did(golden, tag):
    plan, versions = in_language(tag)
    golden(f"community/report-{tag}.md", page(plan, versions=versions))


def test_the_same_files_make_the_same_bytes():
    assert page() == page()
    assert report_json.render(report()) == report_json.render(report())


def section(text: str, heading: str) -> str:
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_what_changed_because_of_it_is_told_as_a_redline():
    told = section(page(), "What changed because of it")
    assert "[Registrars are few](#issue-few-registrars)" in told
    assert "<ins>A programme will help them.</ins>" in told
    assert "A programme" in told.partition("<ins>")[0]


def test_rejected_points_never_vanish():
    told = section(page(), "What was not accepted, and why")
    assert "[Registrars are dear](#issue-dear-registrars) — not accepted, 1 comment" in told
    assert "Prices are free." in told
    assert "s2.1" in told
    assert "It speaks of another region." in told


def test_only_what_was_not_taken_up_or_in_part_is_said_not_to_be_accepted():
    words = [each for each in DISPOSITIONS if each != "open"]
    issues = "".join(
        f"  - {{id: {each}, title: The {each}, disposition: {each}}}\n" for each in words
    )
    told = section(page(issues=f"format: 1\nissues:\n{issues}"), "What was not accepted, and why")
    assert re.findall(r"\[The ([a-z-]+)\]", told) == [
        *("accepted-in-part", "not-accepted", "out-of-scope", "deferred", "invalid")
    ]


def test_a_change_that_is_claimed_and_not_there_is_said_to_be_missing():
    told = section(page(issues=ISSUES.replace("description", "lead")), "What changed because of it")
    assert "✖ Registrars · Lead in `draft-02`" in told
    assert "the comparison of the versions does not show it" in told


def test_what_changed_without_a_comment_is_listed():
    told = section(page(), "What changed without a comment")
    assert "By the editors" in told
    assert "A better title" in told
    gone = page(issues=ISSUES.replace("field: description, ", "field: lead, "))
    assert "<ins>A programme" in section(gone, "What changed without a comment")


def test_who_was_accepted_apart_is_not_counted_among_the_refused():
    links = LINKS.replace("s6.1,few-registrars,,", "s6.1,dear-registrars,accepted,")
    told = section(page(links=links), "What was not accepted, and why")
    assert "[Registrars are dear](#issue-dear-registrars) — not accepted, 1 comment" in told


def test_what_was_turned_down_changed_nothing():
    refused = ISSUES.replace("disposition: accepted", "disposition: not-accepted\n    reason: No.")
    text = page(issues=refused)
    assert "Nothing was changed" in section(text, "What changed because of it")
    assert "A programme will help" in section(text, "What changed without a comment")


def test_a_change_that_is_only_editorial_is_said_to_be_so():
    full_stop = ISSUES.replace("field: description", "field: rationale")
    told = section(page(issues=full_stop), "What changed because of it")
    assert "✔ Registrars · Rationale in `draft-02` (only editorial)" in told


def test_what_a_later_version_takes_back_is_said_to_be_taken_back():
    told = section(page(versions=PUBLISHED), "What changed because of it")
    assert "Taken back: `draft-03` reads again as what was consulted." in told


def test_what_came_after_the_answer_is_counted():
    later = Version("draft-03", date(2027, 6, 10), lambda: ANSWERED._replace(mission="To help"))
    told = section(page(versions=(*PUBLISHED[:2], later)), "What changed without a comment")
    assert "Changes without a reason from `draft-02` to `draft-03`, which came later: 1." in told


def test_an_item_is_called_as_it_was_when_people_were_asked_and_as_it_is_now():
    renamed = ANSWERED.items[0]._replace(title="Registries")
    later = Version("draft-02", date(2027, 5, 10), lambda: ANSWERED._replace(items=(renamed,)))
    told = section(page(versions=(PUBLISHED[0], later)), "What was said, item by item")
    assert "### Registrars → Registries" in told


def test_a_group_that_nobody_declared_is_called_what_it_calls_itself():
    said = json.dumps({"id": "s1.1", "text": "Few.", "author": {"stakeholder": "nobody"}})
    assert "| nobody | 1 | 1 | 1 |" in section(page(comments=said), "Who took part")


def test_who_waits_is_told_in_full():
    told = section(page(), "Not answered yet")
    assert "[Who pays](#issue-money) — 1 comment" in told
    assert "- s7.3 (The plan as a whole): Another thing." in told


def test_a_moderated_text_is_hidden_and_an_erased_one_gone_and_both_are_counted():
    told = report()
    both = (report_markdown.render(told), report_json.render(told))
    assert not any("Insults" in text for text in both)
    assert "s4.1 (The plan as a whole, Rude): *text not shown*: Against a person" in both[0]
    assert told.tally.comments == 9
    assert [each.id for each in told.erased] == ["s5.1"]
    assert [each.id for each in told.late] == ["s6.1"]
    assert told.split == 1


def test_no_more_of_authors_is_told_than_is_public():
    hidden = report(consultation="public: [stakeholder]")
    for text in (report_markdown.render(hidden), report_json.render(hidden)):
        for said in ("Ana", "Bob", "Eve", '"AR"', "Argentina", "Brazil"):
            assert said not in text
    assert [each.name for each in hidden.dimensions] == ["stakeholder", "language"]
    assert hidden.cross is None


def test_small_cells_of_the_cross_table_are_hidden():
    lines = [
        json.dumps(
            {
                "id": f"s{number}.1",
                "text": str(number),
                "author": {"stakeholder": group, "country": country},
            }
        )
        for number, (group, country) in enumerate(
            [("academia", "AR")] * 9
            + [("academia", "JM")] * 8
            + [("government", "AR")] * 7
            + [("government", "JM")] * 2
            + [("individual", "AR")] * 12
            + [("individual", "JM")] * 11
        )
    ]
    told = report(comments="\n".join(lines)).cross
    assert told is not None
    assert told.cells is not None
    assert sum(number is None for line in told.cells for number in line) >= 4
    assert 2 not in {number for line in told.cells for number in line}


HOSTILE = (
    "<script>alert(1)</script> [x](javascript:alert(1)) ![i](https://x.org/i.png) | a | b\n"
    "# heading\n- item\n```\n&lt; \u202e *bold* <https://x.org> $x$ @user"
)


def test_text_of_the_community_does_nothing_on_the_page():
    hostile = json.dumps({"id": "s1.1", "text": HOSTILE, "author": {"name": HOSTILE}})
    quoted = json.dumps(HOSTILE)
    issues = (
        "format: 1\nissues:\n"
        f"  - {{id: a, title: {quoted}, reason: {quoted}, disposition: not-accepted,"
        f" arguments-for: [{quoted}], response: {{en: {quoted}}}, blocking: x}}\n"
    ).replace("\\u202e", " ")
    text = page(comments=hostile, issues=issues, links="comment,issue,disposition,note\n")
    assert "\u202e" not in text
    tokens = [child for each in MARKDOWN.parse(text) for child in (each, *(each.children or ()))]
    hrefs = [str(each.attrGet("href")) for each in tokens if each.type == "link_open"]
    assert {href.partition("-")[0] for href in hrefs} <= {"#issue"}
    html = {each.content for each in tokens if each.type in ("html_inline", "html_block")}
    assert html <= {'<a id="issue-a">', "</a>", "<ins>", "</ins>"}  # what changed
    assert not [each for each in tokens if each.type in ("image", "fence", "code_block")]
    headings = [each.tag for each in tokens if each.type == "heading_open"]
    assert headings.count("h1") == 1
    assert "Who took part" in [each.content for each in tokens if each.type == "inline"]


def test_counts_are_those_of_the_comments():
    told = json.loads(report_json.render(report()))
    assert sum(told["dispositions"].values()) == told["counts"]["comments"] == 9
    assert sum(part["comments"] for part in told["items"]) == 9
    for dimension in told["people"]:
        assert sum(row["comments"] for row in dimension["rows"]) == 9
    linked = sum(len(each["comment_ids"]) for part in told["items"] for each in part["issues"])
    assert linked == 6
    assert told["counts"]["texts"] == 7


def test_a_consultation_in_which_nobody_spoke_has_a_report_too():
    nothing = report(comments="", issues="format: 1\n", links="comment,issue,disposition,note\n")
    text = report_markdown.render(nothing)
    assert "What came in: 0 comments, 0 submissions, 0 different texts." in text
    assert "No comment came in." in text
    assert "Every comment has an answer." not in text
    assert section(text, "Who took part").strip() == "None."


def test_questions_and_their_answers_are_told():
    asked = "questions: [{id: q1, text: {en: Do you agree?, es: ¿De acuerdo?}}]"
    lines = "\n".join(
        json.dumps({"id": f"s{number}.1", "answers": {"q1": said, "q9": "never asked"}})
        for number, said in enumerate(["Yes", "No", "Yes"])
    )
    text = page(comments=lines, consultation=asked)
    assert "### Do you agree?" in text
    assert "Answers: 3; different ones: 2." in text
    assert "| Yes | 2 |" in text
    assert "never asked" not in text


def test_every_word_of_the_report_is_there_in_every_language():
    for key, words in SAID.items():
        assert len(words) == 4, key
        assert all(words)
        fields = {tuple(sorted(re.findall(r"\{\w*\}", each))) for each in words}
        assert len(fields) == 1, key
    assert all(len(each) == 4 for each in COUNTS.values())


def test_an_item_that_only_the_later_version_has_stands_behind_the_others():
    later = plan_of("Few.", more="    objectives: [{id: fresh, title: What is new}]\n")
    versions = (
        Version("draft-01", date(2027, 3, 26), lambda: ASKED),
        Version("draft-02", date(2027, 5, 10), lambda: later),
    )
    told = report(
        versions=versions,
        issues=ISSUES.replace("item: registrars\n    dis", "item: fresh\n    dis"),
    )
    assert [part.item for part in told.parts] == [None, "registrars", "fresh", "?"]
