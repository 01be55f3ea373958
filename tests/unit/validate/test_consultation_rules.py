"""What the pages of the rules of consultations have no room for."""

import json
from datetime import date

import pytest
from consulted import ANSWERED, ISSUES_TEXT, PUBLISHED, VERSIONS, Files, line, plan

from lacplan.model.contribution import Contribution, Reflection
from lacplan.model.encode import digest
from lacplan.model.finding import Finding
from lacplan.model.version import Version
from lacplan.validate.consultation import CommentsFile, ConsultationFile, IssuesFile, LinksFile
from lacplan.validate.engine import validate
from lacplan.validate.every_rule import EVERY_RULE

KINDS = (ConsultationFile, CommentsFile, IssuesFile, LinksFile)


def found(files: Files) -> list[Finding]:
    return [each for kind in KINDS for each in validate(files.judged(kind), EVERY_RULE)]


def names(files: Files) -> list[str]:
    return [each.name for each in found(files)]


def test_a_sound_consultation_has_no_findings():
    assert found(Files()) == []


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ("planned", []),
        ("open", []),
        ("closed", ["comments-to-answer"]),
        ("analysing", ["comments-to-answer"]),
        ("responded", ["unanswered-comment"]),
    ],
)
def test_what_waits_for_an_answer_weighs_more_as_time_goes_by(state, named):
    comments = '{"id": "s1.1", "text": "Few."}\n{"id": "s2.1", "text": "Who pays?"}'
    assert names(Files(consultation=f"state: {state}", comments=comments)) == named


@pytest.mark.parametrize(
    ("state", "response", "disposition", "named"),
    [
        ("open", "{en: Yes.}", "noted", ["response-in-part"]),
        ("open", "{en: Yes.}", "open", ["response-in-part"]),
        ("analysing", "{es-UY: Sí., en: ' '}", "noted", ["response-in-part"]),
        ("analysing", "{es-UY: Sí., en: Yes.}", "noted", []),
        ("analysing", "{}", "noted", []),
        ("analysing", "{en: Yes.}", "invalid", []),
        ("responded", "{en: Yes.}", "noted", ["response-missing"]),
    ],
)
def test_an_answer_in_some_languages_is_told_as_soon_as_it_is_there(
    state, response, disposition, named
):
    issues = (
        "format: 1\nissues:\n  - {id: few-registrars, title: Few, reason: So it is, "
        f"disposition: {disposition}, response: {response}}}\n"
    )
    told = names(Files(consultation=f"state: {state}", issues=issues))
    assert [each for each in told if each.startswith("response")] == named


def test_before_a_final_version_every_comment_has_an_answer():
    files = Files(consultation="state: open", comments='{"id": "s2.1", "text": "?"}', links="c,i\n")
    assert "unanswered-comment" not in names(files)
    files = Files(
        consultation="state: open",
        comments='{"id": "s2.1", "text": "?"}',
        links="c,i\n",
        stage="final",
    )
    assert "unanswered-comment" in names(files)


def test_one_that_was_withdrawn_or_split_waits_for_nothing():
    comments = "\n".join(
        [
            '{"id": "s1.1", "text": "Few."}',
            '{"id": "s2.1", "text": "Two things."}',
            '{"id": "s2.1-w", "amends": "s2.1", "action": "withdraw"}',
            '{"id": "s3.1", "text": "Two things."}',
            '{"id": "s3.2", "text": "One.", "split-from": "s3.1"}',
        ]
    )
    links = "comment,issue,disposition,note\ns1.1,few-registrars,,\ns3.2,few-registrars,,\n"
    assert names(Files(comments=comments, links=links)) == []


def test_a_comment_in_an_extension_is_in_time_and_a_mark_from_before_is_no_fault():
    late = '{"id": "s1.1", "received": "2027-05-02T09:00:00-03:00", "text": "Few."}'
    marked = late.replace("}", ', "late": true}')
    longer = "extensions: [{until: 2027-05-31T00:00:00-03:00}]"
    assert names(Files(comments=late)) == ["late-unmarked"]
    assert names(Files(comments=late, consultation=longer)) == []
    assert names(Files(comments=marked, consultation=longer)) == []


def test_the_moment_of_closing_is_in_time_in_every_offset():
    at = '{"id": "s1.1", "received": "2027-05-01T02:59:59Z", "text": "Few."}'
    after = at.replace("02:59:59Z", "03:00:00Z")
    assert names(Files(comments=at)) == []
    assert names(Files(comments=after)) == ["late-unmarked"]


@pytest.mark.parametrize("received", ["yesterday", "", "2027-04-12T10:00:00"])
def test_what_came_nobody_knows_when_is_not_in_time(received):
    comment = json.dumps({"id": "s1.1", "received": received, "text": "Few."})
    assert names(Files(comments=comment)) == ["late-unmarked"]


def test_where_late_ones_are_refused_a_mark_does_not_help():
    marked = '{"id": "s1.1", "received": "2027-05-02T09:00:00-03:00", "text": "F", "late": true}'
    (finding,) = found(Files(comments=marked, consultation="late: refuse"))
    assert "late ones are refused" in finding.message


@pytest.mark.parametrize(
    ("target", "orphan"),
    [
        ({"item": "registrars", "quote": "Few  registrars\n of"}, False),
        ({"item": "registrars", "field": "description", "quote": "accredited"}, False),
        ({"item": "registrars", "field": "title", "quote": "accredited"}, True),
        ({"item": "registrars", "quote": "few registrars"}, True),
        ({"quote": "A plan"}, False),
        ({"quote": "accredited"}, True),
        ({"item": "registrars", "language": "es", "quote": "Pocos registradores"}, False),
        ({"item": "registrars", "language": "en-US", "quote": "Pocos registradores"}, True),
    ],
)
def test_a_quote_is_found_exactly_white_space_aside_or_is_an_orphan(target, orphan):
    comments = json.dumps({"id": "s1.1", "text": "Why?", "target": target})
    assert names(Files(comments=comments)) == ["quote-not-found"] * orphan


def test_a_quote_in_decomposed_letters_is_the_same_quote():
    spanish = plan("Más voces de la región.")
    versions = (Version("draft-01", date(2027, 3, 26), lambda: spanish), VERSIONS[1])
    quote = '{"id": "s1.1", "text": "?", "target": {"item": "registrars", "quote": "regio\u0301n"}}'
    assert "quote-not-found" not in names(Files(comments=quote, versions=versions))


def test_the_same_line_twice_is_named_with_the_first():
    comments = '{"id": "s1.1", "text": "Few."}\n{"id": "s1.1", "text": "Few."}'
    (finding,) = found(Files(comments=comments))
    assert "0001.jsonl:1 already, with the same words" in finding.message


def test_a_damaged_line_leaves_the_others_alive():
    good, bad = line(id="s1.1", text="Few."), '{"id": "s2.1", "text"'
    files = Files(comments=f"{bad}\n{good}")
    (finding,) = found(files)
    assert (finding.name, finding.at.start) == ("damaged-line", 0)
    assert [each.id for each in files.proceedings.ledger.comments] == ["s1.1"]


def test_the_markers_that_a_merge_left_are_told_for_what_they_are():
    text = '<<<<<<< HEAD\n{"id": "s1.1", "text": "Few."}\n=======\n>>>>>>> other'
    links = "comment,issue,disposition,note\n<<<<<<< HEAD,,,\n"
    files = Files(comments=text, links=links)
    told = [each for each in found(files) if each.name in ("damaged-line", "damaged-link")]
    assert [each.hint[:16] for each in told] == ["A merge left it:"] * 4


def test_what_could_show_who_somebody_is_is_told_at_each_place():
    text = '{"id": "s1.1", "text": "To a@example.org", "author": {"name": "a@example.org"}}'
    files = Files(comments=text)
    whole = files.texts[CommentsFile]
    spans = [each.at for each in found(files) if each.name == "personal-data"]
    assert [whole[each.start - 1 : each.end] for each in spans] == [
        " a@example.org",
        '"a@example.org',
    ]


def test_an_edited_line_is_named_and_still_read():
    edited = line(id="s1.1", text="Few.").replace("Few.", "Many.")
    assert names(Files(comments=edited)) == ["edited-line"]


def test_a_comment_that_asks_to_ignore_findings_is_a_comment():
    text = '{"id": "s1.1", "text": "# lacplan: ignore[CONSULT014] because"}'
    assert names(Files(comments=text)) == []


CLAIM = "changes: [{item: registrars, field: description, in: draft-02}]"


def with_claim(claim: str) -> str:
    return ISSUES_TEXT.replace(CLAIM, f"changes: [{claim}]")


@pytest.mark.parametrize(
    ("claim", "state", "named"),
    [
        ("{item: registrars, field: description, in: draft-02}", "responded", []),
        ("{item: registrars, in: draft-02}", "responded", []),
        ("{item: registrars, field: title, in: draft-02}", "responded", ["claimed-change-missing"]),
        ("{item: registrars, in: draft-03}", "analysing", ["claim-in-unknown-version"]),
        (
            "{item: registrars, in: draft-03}",
            "responded",
            ["claim-in-unknown-version", "claimed-change-missing"],
        ),
        ("{item: registrars, in: draft-01}", "analysing", ["claim-in-unknown-version"]),
        ("{item: registrar, in: draft-02}", "responded", ["claim-about-nothing"]),
        ("{item: registrars, field: descripton, in: draft-02}", "responded", ["claim-about"]),
        ("{field: title, in: draft-02}", "responded", ["claimed-change-missing"]),
    ],
)
def test_a_claim_is_borne_out_by_the_diff_or_named(claim, state, named):
    files = Files(consultation=f"state: {state}", issues=with_claim(claim))
    got = names(files)
    for each in named:
        assert any(name.startswith(each) for name in got), got
    if not named:
        assert got == []


def test_what_changed_and_has_no_reason_is_listed_with_its_fields():
    (finding,) = [
        each
        for each in found(Files(issues=with_claim("{item: registrars, field: lead, in: draft-02}")))
        if each.name == "unexplained-change"
    ]
    assert finding.message == (
        "“Registrars (registrars)” changed (description) in “draft-02”, and nothing says why."
    )


def test_nothing_is_unexplained_before_another_version_is_there():
    files = Files(consultation="state: analysing", versions=VERSIONS[:1])
    assert names(files) == ["claim-in-unknown-version"]


def test_the_last_version_that_is_claimed_answers():
    third = Version(
        "draft-03", date(2027, 6, 1), lambda: plan("Ten registrars.", more="    lead: X")
    )
    files = Files(versions=(*VERSIONS, third))
    assert files.proceedings.answering is VERSIONS[1]
    files = Files(
        versions=(*VERSIONS, third), issues=with_claim("{item: registrars, in: draft-03}")
    )
    assert files.proceedings.answering is third


def test_without_git_no_version_is_missing_and_no_item_unknown():
    files = Files(comments='{"id": "s1.1", "text": "?", "target": {"item": "nowhere"}}')
    files.proceedings._versions = lambda: None
    assert names(files) == []


def test_findings_of_lines_stand_at_the_words():
    comments = "\n".join([line(id="s1.1", text="Few."), line(id="s9.1", text="Unanswered.")])
    files = Files(comments=comments)
    (finding,) = found(files)
    text = files.texts[CommentsFile]
    assert text[finding.at.start : finding.at.end] == "s9.1"
    column = text.splitlines()[1].index("s9.1") + 1
    assert files.judged(CommentsFile).document.position(finding.at.start) == (2, column)


def test_an_item_that_nobody_knows_is_not_said_to_read_as_before():
    got = names(Files(issues=with_claim("{item: registrar, in: draft-02}")))
    assert sorted(got) == ["claim-about-nothing", "unexplained-change"]


def test_what_is_only_edited_was_what_editors_asked_for():
    comma = with_claim("{item: registrars, field: rationale, in: draft-02}")
    asked = '{"id": "s1.1", "text": "A full stop.", "type": "ed"}'
    other = asked.replace('"ed"', '"te"')
    assert "accepted-editorially" in names(Files(issues=comma, comments=other))
    assert "accepted-editorially" not in names(Files(issues=comma, comments=asked))


def test_a_claim_beside_words_that_changed_may_be_editorial():
    both = with_claim("{item: registrars, in: draft-02}")
    assert names(Files(issues=both)) == []


def test_what_a_later_version_takes_back_is_told_unless_that_is_claimed():
    assert names(Files(versions=PUBLISHED)) == ["claimed-change-undone"]
    back = "{item: registrars, field: description, in: draft-03}"
    why = f"{{id: why, title: Why, disposition: noted, changes: [{back}]}}"
    again = f"{ISSUES_TEXT}  - {why}\n"
    assert "claimed-change-undone" not in names(Files(versions=PUBLISHED, issues=again))


def test_what_is_carried_on_under_another_id_is_not_taken_back():
    fresh = "  - {{id: {}, title: Fees, description: A fund helps., replaces: [{}]}}\n"
    before = plan("Few registrars of the region are accredited.")
    added = [
        plan("Few registrars of the region are accredited.", more=more)
        for more in (fresh.format("fees", "old"), fresh.format("funds", "fees"), "")
    ]
    texts = (before, *added)
    versions = [
        Version(f"draft-{number:02}", date(2027, number, 1), lambda text=text: text)
        for number, text in enumerate(texts, 1)
    ]
    claim = with_claim("{item: fees, in: draft-02}")
    asked = f"digest: {digest(before)}"
    carried = names(Files(consultation=asked, issues=claim, versions=versions[:3]))
    assert "claimed-change-undone" not in carried
    assert "claimed-change-undone" in names(
        Files(consultation=asked, issues=claim, versions=versions)
    )


def refusing(disposition: str) -> Files:
    text = ISSUES_TEXT.replace(
        "disposition: accepted", "disposition: not-accepted\n    reason: No."
    )
    links = f"comment,issue,disposition,note\ns1.1,few-registrars,{disposition},\n"
    return Files(issues=text, links=links)


def test_what_was_turned_down_explains_nothing():
    assert names(refusing("")) == ["unexplained-change", "refused-with-claim"]


def test_an_issue_that_is_turned_down_may_have_a_comment_that_is_not():
    assert names(refusing("accepted")) == []


@pytest.mark.parametrize(("outcome", "named"), [("reflected", []), ("not", ["unexplained-change"])])
def test_a_contribution_explains_a_change_unless_it_went_nowhere(outcome, named):
    files = Files(issues="format: 1\nissues: []\n", links="c,i,d,n\n", comments="")
    where = (Reflection(item="registrars", since="draft-02"),)
    files.proceedings._contributions = (Contribution(outcome=outcome, reflected_in=where),)
    assert names(files) == named


def test_what_changed_after_the_answer_is_counted():
    more = plan(
        "Few registrars of the region are accredited. A programme will help.", more="    lead: X\n"
    )
    later = Version("draft-03", date(2027, 6, 10), lambda: more)
    (finding,) = found(Files(versions=(*VERSIONS, later)))
    assert finding.message == ("3 changes from “draft-02” to “draft-03”, and nothing says why.")
    consulted = Files(versions=(*VERSIONS, later))
    consulted.proceedings._also_consulted = {"draft-02"}
    assert found(consulted) == []


def test_the_stage_of_a_plan_needs_no_reason():
    final = Version("draft-02", date(2027, 5, 10), lambda: ANSWERED._replace(stage="final"))
    assert names(Files(versions=(VERSIONS[0], final))) == []


def test_what_is_said_of_a_version_that_is_not_there_explains_nothing():
    got = names(Files(issues=with_claim("{item: registrars, in: draft-09}")))
    assert "unexplained-change" in got


def hints(files: Files, name: str) -> list[str]:
    return [each.hint or "" for each in found(files) if each.name == name]


def test_hints_are_commands_that_can_be_run_as_they_stand():
    comments = "\n".join(
        [
            '{"id": "s1.1", "text": "Few."}',
            '{"id": "s2.1", "text": "Rights?", "target": {"given": "5.1"}}',
            '{"id": "s3.1", "text": "Rights?", "target": {"item": "rights"}}',
        ]
    )
    links = "c,i\ns1.1,few-registrars,,\ns2.1,rights,,\ns3.1,few-registrars,,\n"
    issues = ISSUES_TEXT.replace(
        "    changes: [{item: registrars, field: description, in: draft-02}]\n", ""
    )
    files = Files(comments=comments, links=links, issues=issues)
    about = "lacplan consult amend lac-2013 {} --item ITEM"
    assert hints(files, "unresolved-target") == [f"Say which is meant: {about.format('s2.1')}"]
    assert hints(files, "comment-about-nothing") == [f"Say which is meant: {about.format('s3.1')}"]
    assert hints(files, "link-to-nothing") == [
        "Begin it: lacplan consult link lac-2013 s2.1 rights --title TEXT"
    ]
    assert hints(files, "accepted-without-claim") == [
        "Say it: lacplan consult answer lac-2013 few-registrars accepted "
        "--change ITEM.FIELD@VERSION"
    ]


def test_what_a_shell_would_part_is_quoted_in_hints():
    comments = '{"id": "a b.1", "text": "Rights?", "target": {"given": "5.1"}}'
    (hint,) = hints(Files(comments=comments), "unresolved-target")
    assert hint.endswith("consult amend lac-2013 'a b.1' --item ITEM")


def test_a_comment_on_a_field_that_none_has_is_named_and_one_of_the_own_fields_is_not():
    comments = '{{"id": "s1.1", "text": "Few.", "target": {{"item": "registrars", "field": "{}"}}}}'
    (hint,) = hints(Files(comments=comments.format("descripcion")), "comment-about-nothing")
    assert "lacplan fields item" in hint
    assert names(Files(comments=comments.format("x-cost"))) == []


def test_a_link_to_a_comment_that_was_split_says_so():
    comments = "\n".join(
        [
            '{"id": "s1.1", "text": "Few, and dear."}',
            '{"id": "s1.2", "text": "Few.", "split-from": "s1.1"}',
        ]
    )
    links = "c,i\ns1.1,few-registrars,,\ns1.2,few-registrars,,\n"
    assert hints(Files(comments=comments, links=links), "link-to-nothing") == [
        "Link its parts instead."
    ]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("duplicate-of: few", "There is no issue “few”."),
        ("duplicate-of: dear", "“Dear” is said to be a duplicate of itself."),
        ("duplicate-of: twice", "“twice” is a duplicate itself."),
        ("notes: ''", "“Dear” is a duplicate, and does not say of which issue."),
        ("duplicate-of: few-registrars", None),
    ],
)
def test_a_duplicate_names_the_issue_whose_answer_holds(more: str, says: str | None):
    issues = (
        f"{ISSUES_TEXT}"
        f"  - {{id: dear, title: Dear, disposition: duplicate, reason: The same, {more}}}\n"
        "  - {id: twice, title: Twice, disposition: duplicate, reason: The same,"
        " duplicate-of: few-registrars}\n"
    )
    told = [
        each.message for each in found(Files(issues=issues)) if each.name == "duplicate-of-nothing"
    ]
    assert told == ([says] if says else [])


def test_a_report_is_not_due_before_the_consultation_closes():
    told = [
        each.message
        for each in found(Files(consultation="report-due: 2027-04-29"))
        if each.name == "dates-reversed"
    ]
    assert told == ["The report is due (2027-04-29) before the consultation closes."]
    assert names(Files(consultation="report-due: 2027-04-30")) == []


def test_an_amendment_of_what_nobody_knows_is_not_taken_for_what_was_erased():
    comments = "\n".join(
        [
            '{"id": "s1.1", "text": "Few."}',
            '{"id": "s2.1", "text": "", "erased": "2027-05-01"}',
            '{"id": "a1", "amends": "s9.1", "action": "withdraw"}',
        ]
    )
    assert "erased-in-part" not in names(Files(comments=comments))


def test_what_was_accepted_apart_waits_for_its_change_until_a_later_version_or_the_end():
    links = "c,i\ns1.1,few-registrars,accepted,As asked\n"
    issues = ISSUES_TEXT.replace("disposition: accepted", "disposition: noted").replace(
        "    changes: [{item: registrars, field: description, in: draft-02}]\n", ""
    )
    name = "accepted-apart-without-claim"
    early = {"issues": issues, "links": links, "versions": VERSIONS[:1]}
    assert name not in names(Files(consultation="state: open", **early))
    assert name in names(Files(consultation="state: responded", **early))
    assert name in names(Files(consultation="state: open", issues=issues, links=links))


def test_a_duplicate_that_names_the_other_issue_owes_no_reason():
    other = f"{ISSUES_TEXT}  - {{id: dear, title: Dear, disposition: duplicate, {{}}}}\n"
    named = names(Files(issues=other.replace("{}", "duplicate-of: few-registrars")))
    assert "disposition-without-reason" not in named
    assert "disposition-without-reason" in names(Files(issues=other.replace(", {}", "")))


def test_what_is_asked_of_a_final_version_waits_like_any_other():
    asked = plan("Few registrars of the region are accredited.", stage="final")
    files = Files(
        consultation=f"state: open\ndigest: {digest(asked)}",
        comments='{"id": "s2.1", "text": "?"}',
        links="c,i\n",
        stage="final",
        versions=(Version("draft-01", date(2027, 3, 26), lambda: asked),),
    )
    assert "unanswered-comment" not in names(files)


def test_of_issues_that_can_not_be_read_nothing_is_said_to_be_missing():
    files = Files(comments='{"id": "s1.1", "text": "Few."}\n{"id": "s2.1", "text": "?"}')
    files.proceedings.knows_issues = False
    files.proceedings.ledger.issue_by_id.clear()
    named = names(files)
    for name in ("link-to-nothing", "unanswered-comment", "unexplained-change"):
        assert name not in named


def test_where_a_line_is_damaged_a_link_may_be_to_its_comment():
    comments = '{"id": "s1.1", "text": "Few."}\nnot JSON'
    links = "c,i\ns1.1,few-registrars,,\ns9.1,few-registrars,,\n"
    assert "link-to-nothing" not in names(Files(comments=comments, links=links))
    sound = comments.replace("not JSON", '{"id": "s2.1", "text": "?"}')
    assert "link-to-nothing" in names(Files(comments=sound, links=links))


def test_where_a_plan_has_several_consultations_hints_name_theirs():
    comments = '{"id": "s1.1", "text": "Rights?", "target": {"given": "5.1"}}'
    files = Files(comments=comments)
    files.proceedings._also_consulted = ("draft-02",)
    (hint,) = hints(files, "unresolved-target")
    assert hint.endswith("amend lac-2013 s1.1 --item ITEM --consultation draft-01")
