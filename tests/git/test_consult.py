"""The desk of a consultation, from its opening to its table of comments, on a real repository."""

import csv
import json
import os
import subprocess
import sys

import pytest

from lacplan.model.comment_line import decode_line
from tests.git.conftest import draft

FOLDER = "drafts/lac-2030/consultations/draft-01"


@pytest.fixture
def round_1(repo, lacplan):
    """A consultation on the first version; it is open."""
    repo.commit("start", {"drafts/lac-2030.yaml": draft()})
    assert lacplan("version", "create", "lac-2030").status == 0
    words = ("--version", "draft-01", "--opens", "2026-01-06", "--closes", "2099-01-31")
    assert lacplan("consult", "open", "lac-2030", *words).status == 0
    return repo


def lines(repo, name="comments/0001.jsonl"):
    text = (repo.folder / FOLDER / name).read_text(encoding="utf-8")
    return [decode_line(line) for line in text.splitlines()]


def add(lacplan, text, *words):
    done = lacplan("consult", "add", "lac-2030", text, *words)
    assert done.status == 0, done.err
    return done.out.split()[0]


def test_a_plan_that_is_one_file_moves_into_a_folder_and_is_followed(round_1, lacplan):
    assert not (round_1.folder / "drafts/lac-2030.yaml").exists()
    round_1.commit("opened")
    done = lacplan("consult", "open", "lac-2030", "--version", "draft-01", "--closes", "2099-01-01")
    assert (done.status, done.out) == (2, "")
    assert "has a consultation “draft-01” already" in done.err
    assert lacplan("diff", "lac-2030@draft-01", "lac-2030").out == "No differences.\n"


def test_what_was_planned_is_opened_by_the_same_command_on_its_day(round_1, lacplan):
    words = ("--version", "draft-01", "--closes", "2099-05-01", "--id", "later")
    planned = lacplan("consult", "open", "lac-2030", *words, "--opens", "2099-04-01")
    assert planned.out.startswith("Planned: ")
    early = lacplan("consult", "open", "lac-2030", *words)
    assert (early.status, "opens on 2099-04-01" in early.err) == (2, True)
    file = round_1.folder / "drafts/lac-2030/consultations/later/consultation.yaml"
    file.write_text(file.read_text().replace("2099-04-01", "2026-04-01"))
    assert "as was planned" in lacplan("consult", "open", "lac-2030", *words).out
    assert "state: open\n" in file.read_text()
    assert lacplan("consult", "open", "lac-2030", *words).status == 2


def test_an_opening_that_was_stopped_is_completed_by_the_same_command(round_1, lacplan):
    (round_1.folder / FOLDER / "consultation.yaml").unlink()
    words = ("--version", "draft-01", "--closes", "2099-05-01")
    assert lacplan("consult", "open", "lac-2030", *words).status == 0
    assert lacplan("validate", "lac-2030").status == 0


def test_a_version_may_be_named_with_its_plan(round_1, lacplan):
    words = ("--version", "lac-2030@draft-01", "--closes", "2099-01-01", "--id", "round-2")
    assert "on lac-2030@draft-01, from" in lacplan("consult", "open", "lac-2030", *words).out


def test_what_is_consulted_is_fixed_by_its_digest(round_1, lacplan):
    file = round_1.folder / FOLDER / "consultation.yaml"
    text = file.read_text()
    digest = text.partition("digest: ")[2][:64]
    file.write_text(text.replace(digest, "0" * 64))
    done = lacplan("consult", "add", "lac-2030", "Hello")
    assert done.status == 2
    assert "is not what was consulted" in done.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--version", "draft-1", "--closes", "2099-01-01"), "Did you mean “lac-2030@draft-01”?"),
        (("--version", "HEAD", "--closes", "2099-01-01"), "is no version that was published"),
        (("--version", "draft-01", "--closes", "soon"), "“soon” is no moment"),
        (("--version", "draft-01", "--closes", "2001-01-01"), "before it opens"),
        (("--version", "draft-01", "--closes", "2099-01-01", "--id", "../x"), "can't name"),
        (("--version", "draft-01", "--closes", "2099-01-01", "--late", "eat"), "accept, mark"),
        (("--version", "draft-01", "--closes", "2099-01-01", "--language", "zz-"), "BCP 47"),
    ],
)
def test_what_can_not_be_opened_says_why_and_moves_nothing(repo, lacplan, words, says):
    repo.commit("start", {"drafts/lac-2030.yaml": draft()})
    lacplan("version", "create", "lac-2030")
    done = lacplan("consult", "open", "lac-2030", *words)
    assert (done.status, done.out) == (2, "")
    assert says in done.err
    assert repo.git("status", "--porcelain") == ""


def test_a_table_is_taken_in_once_and_its_contacts_stay_here(round_1, lacplan):
    table = (
        "Código;Comentario;Nombre;Correo;País\r\n1.1;Sí, más voces;José;j@example.org;Uruguay\r\n"
    )
    (round_1.folder / "in.csv").write_bytes(table.encode("cp1252"))
    dry = lacplan("consult", "import", "lac-2030", "in.csv", "--dry-run")
    assert "1 comment would be taken in" in dry.out
    assert not (round_1.folder / FOLDER / "comments/0001.jsonl").exists()
    first = lacplan("consult", "import", "lac-2030", "in.csv")
    assert "Windows-1252, parted by semicolons" in first.out
    assert "1 comment taken in, 0 of them late; 0 known." in first.out
    second = lacplan("consult", "import", "lac-2030", "in.csv", "--format", "json")
    assert json.loads(second.out)["summary"]["known"] == 1
    (comment,) = lines(round_1)
    assert (comment.target.item, comment.author.country) == ("voices", "UY")
    round_1.commit("comments")
    assert "private" not in round_1.git("ls-files")
    assert "j@example.org" in (round_1.folder / FOLDER / "private/contacts.csv").read_text()


def test_an_import_says_what_to_see_to(round_1, lacplan):
    file = round_1.folder / FOLDER / "consultation.yaml"
    file.write_text(file.read_text().replace("2099-01-31", "2026-02-01"))
    (round_1.folder / "one.csv").write_text(
        "Lista de aportes;;\nid;Comentario;Sector\n1;uno;Marcianos\n2;dos;Marcianos\n"
    )
    (round_1.folder / "two.csv").write_text("id;Comentario;Sector\n1;otro;\n")
    first = lacplan("consult", "import", "lac-2030", "one.csv")
    assert "columns (named in line 2): id → submission, Comentario → text" in first.out
    assert "each of the lines 3, 4 has “Marcianos” for its stakeholder" in first.out
    assert "2 rows without a date count as received now, which is late" in first.err
    assert "Stakeholder groups are government" in first.err
    second = lacplan("consult", "import", "lac-2030", "two.csv", "--received", "2026-01-20")
    assert "1 known with other words, and left as they are: 1.1." in second.out
    assert "which is late" not in second.err
    assert "import the table with --prefix" in second.err
    words = ("two.csv", "--received", "2026-01-20", "--prefix", "paper-")
    assert "1 comment taken in" in lacplan("consult", "import", "lac-2030", *words).out
    assert lines(round_1)[-1].id == "paper-1.1"


def test_what_a_meeting_adds_has_signatories_attachments_and_contacts(round_1, lacplan):
    (round_1.folder / "a.pdf").write_bytes(b"x")
    words = ("--name", "Ana <ana@example.org>", "--telephone", "+598 2", "--attachment", "a.pdf")
    comment = add(lacplan, "Write to me@example.org", "--signatory", "Bea", *words)
    (made,) = lines(round_1)
    assert (made.id, made.author.name, made.signatories[0].name) == (comment, "Ana", "Bea")
    assert (made.attachments[0].name, made.attachments[0].sha256[:6]) == ("a.pdf", "2d7116")
    contacts = (round_1.folder / FOLDER / "private/contacts.csv").read_text()
    assert f"{made.submission},ana@example.org,+598 2," in contacts
    (row,) = csv.DictReader(lacplan("consult", "export", "lac-2030").out.splitlines())
    assert (row["signatories"], row["state"]) == ("Bea", "")
    missing = lacplan("consult", "add", "lac-2030", "x", "--attachment", "b.pdf")
    assert (missing.status, "can't be read" in missing.err) == (2, True)
    mail = lacplan("consult", "add", "lac-2030", "Mail me@example.org")
    assert "has a mail address in its text, which will be public" in mail.err


def test_a_meeting_answers_questions(round_1, lacplan):
    file = round_1.folder / FOLDER / "consultation.yaml"
    file.write_text(f"{file.read_text()}questions:\n  - id: q1\n    text: {{en: Agreed?}}\n")
    add(lacplan, "Yes", "--answer", "q1=By all")
    assert lines(round_1)[0].answers == {"q1": "By all"}
    wrong = lacplan("consult", "add", "lac-2030", "x", "--answer", "q2=no")
    assert (wrong.status, "Did you mean “q1”?" in wrong.err) == (2, True)


def test_a_fault_in_one_table_takes_nothing_in_from_any(round_1, lacplan):
    (round_1.folder / "good.csv").write_text("text\nyes\n")
    (round_1.folder / "bad.jsonl").write_text('{"text": "yes"}\nnot\n')
    done = lacplan("consult", "import", "lac-2030", "good.csv", "bad.jsonl")
    assert done.status == 2
    assert "bad.jsonl:2" in done.err
    assert not (round_1.folder / FOLDER / "comments/0001.jsonl").exists()


def test_comments_are_linked_and_answered_and_the_files_keep_their_comments(round_1, lacplan):
    first, second = add(lacplan, "More voices", "--item", "1.1"), add(lacplan, "Fewer voices")
    missing = lacplan("consult", "link", "lac-2030", first, "voices-few")
    assert missing.status == 2
    assert "--title" in missing.err
    done = lacplan("consult", "link", "lac-2030", first, second, "voices-few", "--title", "Voices")
    assert done.out == "2 linked to “voices-few”.\n"
    words = ("--change", "voices.title@draft-02", "--response", "en=Done", "--for", "They are few")
    answered = lacplan("consult", "answer", "lac-2030", "voices-few", "accepted", *words)
    assert answered.out == "“voices-few” is accepted, for 2 comments.\n"
    text = (round_1.folder / FOLDER / "issues.yaml").read_text()
    assert text.startswith("# What the comments raise")
    assert "changes that the editors made by themselves" in text
    shown = lacplan("consult", "show", "lac-2030", "voices-few").out
    for word in ("accepted", "voices.title in draft-02", "They are few", first, second):
        assert word in shown


def test_what_is_shown_of_a_comment_has_its_history(round_1, lacplan):
    comment = add(lacplan, "More\nvoices", "--item", "1.1", "--field", "title")
    lacplan("consult", "amend", "lac-2030", comment, "--text", "Many voices", "--reason", "a slip")
    lacplan("consult", "amend", "lac-2030", comment, "--withdraw", "--reason", "no time")
    shown = lacplan("consult", "show", "lac-2030", comment).out
    for words in ("voices.title: 1.1 New voices", "amend (text): a slip", "withdraw: no time"):
        assert words in shown
    assert "At first: “More" in shown
    assert "␊" not in shown
    said = json.loads(lacplan("consult", "show", "lac-2030", comment, "--format", "json").out)
    assert [each["action"] for each in said["comments"][0]["amendments"]] == ["amend", "withdraw"]
    assert (said["comments"][0]["text"], said["issue"]) == ("Many voices", None)


def test_what_is_shown_of_an_issue_has_a_line_for_each_change(round_1, lacplan):
    comment = add(lacplan, "More")
    lacplan("consult", "link", "lac-2030", comment, "voices", "--title", "Voices", "--item", "1.1")
    claims = ("--change", "1.1.title@draft-02", "--change", "1@draft-02")
    lacplan("consult", "answer", "lac-2030", "voices", "accepted", *claims)
    shown = lacplan("consult", "show", "lac-2030", "voices").out
    assert "voices.title in draft-02\n" in shown
    assert "politics in draft-02\n" in shown
    said = json.loads(lacplan("consult", "show", "lac-2030", "voices", "--format", "json").out)
    assert said["issue"]["changes"][1] == {"item": "politics", "in": "draft-02"}
    assert said["issue"]["comments"] == [comment]


def test_the_status_calls_an_item_that_is_gone_as_it_was_called(round_1, lacplan):
    add(lacplan, "More", "--item", "1.1")
    plan = round_1.folder / "drafts/lac-2030/plan.yaml"
    plan.write_text(plan.read_text().replace("id: voices", "id: others"))
    assert "1.1 New voices" in lacplan("consult", "status", "lac-2030").out


def test_a_claim_can_be_taken_back(round_1, lacplan):
    lacplan("consult", "link", "lac-2030", add(lacplan, "More"), "voices", "--title", "Voices")
    lacplan("consult", "answer", "lac-2030", "voices", "accepted", "--change", "voices@draft-02")
    words = ("noted", "--without-changes", "--change", "politics.title@draft-03")
    assert lacplan("consult", "answer", "lac-2030", "voices", *words).status == 0
    shown = lacplan("consult", "show", "lac-2030", "voices").out
    assert "politics.title in draft-03" in shown
    assert "draft-02" not in shown


def test_an_answer_is_written_as_the_files_want_it(round_1, lacplan):
    comments = [add(lacplan, text) for text in ("More", "Fewer")]
    for comment, issue in zip(comments, ("more", "fewer"), strict=True):
        title = f"{issue}\u202e"
        words = (comment, issue, "--title", title, "--item", "1.1", "--note", "two\nlines")
        assert lacplan("consult", "link", "lac-2030", *words).status == 0
    for words in (
        ("more", "accepted", "--change", "1.1.title@draft-02", "--blocking", "Ana", "--by", "All"),
        ("more", "accepted", "--change", "voices.title@draft-02", "--response", "ES=Sí"),
        ("more", "accepted", "--blocking", "", "--response", "es=", "--on", "2027-04"),
        ("fewer", "duplicate", "--duplicate-of", "more", "--reason", "The same."),
        ("fewer", "noted", "--reason", ""),
    ):
        assert lacplan("consult", "answer", "lac-2030", *words).status == 0
    text = (round_1.folder / FOLDER / "issues.yaml").read_text()
    issues = text.partition("issues:\n")[2].partition("editorial")[0]
    assert issues == (
        "  - id: more\n    title: more\n    item: voices\n    disposition: accepted\n"
        "    changes:\n      - item: voices\n        field: title\n        in: draft-02\n"
        '    decided:\n      by: All\n      "on": 2027-04\n'
        "  - id: fewer\n    title: fewer\n    item: voices\n    disposition: noted\n"
    )
    assert (round_1.folder / FOLDER / "links.csv").read_text().count("\n") == 3
    assert lacplan("validate", "lac-2030").status == 0


def test_a_link_can_be_removed_and_an_issue_is_begun_once(round_1, lacplan):
    comment = add(lacplan, "More")
    lacplan("consult", "link", "lac-2030", comment, "voices", "--title", "Voices")
    other = lacplan("consult", "link", "lac-2030", comment, "voices", "--title", "Other")
    assert (other.status, "begun already, as “Voices”" in other.err) == (2, True)
    for item, status in (("1.1", 2), ("1", 2)):
        words = ("--title", "Voices", "--item", item)
        assert lacplan("consult", "link", "lac-2030", comment, "voices", *words).status == status
    lacplan("consult", "link", "lac-2030", comment, "more", "--title", "More", "--item", "1.1")
    words = (comment, "more", "--title", "More", "--item", "voices")
    assert lacplan("consult", "link", "lac-2030", *words).status == 0
    words = ("--disposition", "noted", "--note", "why")
    lacplan("consult", "link", "lac-2030", comment, "voices", *words)
    lacplan("consult", "link", "lac-2030", comment, "voices")
    links = round_1.folder / FOLDER / "links.csv"
    assert links.read_text().endswith(f"\n{comment},voices,noted,why\n")
    done = lacplan("consult", "link", "lac-2030", comment, "voices", "--remove")
    assert done.out == "1 no longer linked to “voices”.\n"
    assert links.read_text() == "comment,issue,disposition,note\n"


def test_links_made_at_the_same_time_are_all_kept(round_1, lacplan):
    comments = [add(lacplan, f"Text {number}") for number in range(6)]
    lacplan("consult", "link", "lac-2030", comments[0], "voices", "--title", "Voices")
    words = [sys.executable, "-m", "lacplan", "consult", "link", "lac-2030"]
    running = [subprocess.Popen([*words, each, "voices"]) for each in comments[1:]]
    assert [each.wait() for each in running] == [0] * 5
    assert (round_1.folder / FOLDER / "links.csv").read_text().count(",voices,") == 6


def test_tables_taken_in_at_the_same_time_keep_all_contacts(round_1, lacplan):
    for name in "abcd":
        rows = "".join(f"{name}{number},x,{name}{number}@example.org\n" for number in range(300))
        (round_1.folder / f"{name}.csv").write_text(f"id,text,mail\n{rows}")
    words = [sys.executable, "-m", "lacplan", "consult", "import", "lac-2030"]
    running = [subprocess.Popen([*words, f"{name}.csv"]) for name in "abcd"]
    assert [each.wait() for each in running] == [0] * 4
    assert len(lines(round_1)) == 1200
    contacts = (round_1.folder / FOLDER / "private/contacts.csv").read_text()
    assert contacts.count("@example.org") == 1200


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("answer", "lac-2030", "voice", "accepted"), "Did you mean “voices”?"),
        (("answer", "lac-2030", "voices", "acepted"), "Did you mean “accepted”?"),
        (("answer", "lac-2030", "voices", "noted", "--response", "yes"), "no answer in a language"),
        (("answer", "lac-2030", "voices", "noted", "--change", "x"), "names no change"),
        (("answer", "lac-2030", "voices", "accepted", "--change", "voic@draft-02"), "Did you mean"),
        (("answer", "lac-2030", "voices", "accepted", "--change", "1.1@draft-01"), "was consulted"),
        (
            ("answer", "lac-2030", "voices", "noted", "--on", "2027-13-01"),
            "“2027-13-01” is no date",
        ),
        (("answer", "lac-2030", "voices", "duplicate", "--duplicate-of", "voices"), "itself"),
        (("answer", "lac-2030", "voices", "duplicate", "--duplicate-of", "x"), "no issue “x”"),
        (("answer", "lac-2030", "voices", "noted", "--duplicate-of", "x"), "is no duplicate"),
        (("link", "lac-2030", "nobody", "voices", "--title", "Other"), "no comment or"),
        (("link", "lac-2030", "nobody", "voices"), "no comment or submission “nobody”"),
        (("show", "lac-2030", "voicez"), "Did you mean “voices”?"),
        (("amend", "lac-2030", "nobody", "--withdraw"), "no comment “nobody”"),
        (("erase", "lac-2030", "nobody"), "no submission “nobody”"),
        (("split", "lac-2030", "nobody", "a", "b"), "no comment “nobody”"),
        (("close", "lac-2030", "--as", "closd"), "Did you mean “closed”?"),
        (("status", "lac-2013"), "no plan “lac-2013”"),
        (("status", "lac-2030", "--consultation", "draft-02"), "Did you mean “draft-01”?"),
    ],
)
def test_wrong_names_are_met_with_the_nearest(round_1, lacplan, words, says):
    lacplan("consult", "link", "lac-2030", add(lacplan, "More"), "voices", "--title", "Voices")
    done = lacplan("consult", *words)
    assert (done.status, done.out) == (2, "")
    assert says in done.err


def test_what_was_amended_withdrawn_or_moderated_stays_on_record(round_1, lacplan):
    ids = [add(lacplan, text) for text in ("one", "two", "three")]
    assert lacplan("consult", "amend", "lac-2030", ids[0], "--text", "uno").status == 0
    assert lacplan("consult", "amend", "lac-2030", ids[1], "--withdraw").status == 0
    assert lacplan("consult", "amend", "lac-2030", ids[2], "--moderate", "insults").status == 0
    both = lacplan("consult", "amend", "lac-2030", ids[0], "--withdraw", "--text", "x")
    assert both.status == 2
    assert [line.text for line in lines(round_1)[:3]] == ["one", "two", "three"]
    rows = [*csv.DictReader(lacplan("consult", "export", "lac-2030").out.splitlines())]
    assert [row["text"] for row in rows] == ["uno", "two", ""]
    assert [row["state"] for row in rows] == ["", "withdrawn", "moderated"]
    assert [row["disposition"] for row in rows] == ["unanswered", "withdrawn", "unanswered"]
    for id in ids[1:]:
        assert (
            lacplan("consult", "amend", "lac-2030", id, "--restore").out == f"{id} is restored.\n"
        )
    rows = [*csv.DictReader(lacplan("consult", "export", "lac-2030").out.splitlines())]
    assert [row["text"] for row in rows] == ["uno", "two", "three"]


def test_an_amendment_says_which_item_field_and_group_are_meant(round_1, lacplan):
    comment = add(lacplan, "More", "--item", "9.9", "--field", "nosuch", "--stakeholder", "GACX")
    words = (
        "--item",
        "1.1",
        "--field",
        "título",
        "--stakeholder",
        "Gobierno",
        "--language",
        "PT-br",
    )
    done = lacplan("consult", "amend", "lac-2030", comment, *words)
    assert done.out == f"{comment} is amended.\n"
    rows = [*csv.DictReader(lacplan("consult", "export", "lac-2030").out.splitlines())]
    read = [rows[0][key] for key in ("item", "field", "stakeholder", "language", "text")]
    assert read == ["voices", "title", "government", "pt-BR", "More"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--text", "More"), "says just that already"),
        (("--item", "9.9"), "which the version does not have"),
        (("--field", "nosuch"), "“nosuch” for its field, which is not known"),
        (("--position", ""), "“--position” can't be empty"),
        (("--moderate", " "), "moderated for a reason"),
        (("--restore",), "neither withdrawn nor moderated"),
    ],
)
def test_an_amendment_that_says_nothing_or_nonsense_is_refused(round_1, lacplan, words, says):
    done = lacplan("consult", "amend", "lac-2030", add(lacplan, "More"), *words)
    assert (done.status, done.out) == (2, "")
    assert says in done.err
    assert len(lines(round_1)) == 1


def test_what_was_withdrawn_is_neither_amended_nor_split(round_1, lacplan):
    comment = add(lacplan, "One. Two.")
    lacplan("consult", "amend", "lac-2030", comment, "--withdraw")
    for words in (
        ("amend", "lac-2030", comment, "--text", "x"),
        ("amend", "lac-2030", comment, "--withdraw"),
        ("split", "lac-2030", comment, "One.", "Two."),
    ):
        done = lacplan("consult", *words)
        assert (done.status, "was withdrawn" in done.err) == (2, True)


def test_parts_know_what_they_come_from_and_count_in_its_place(round_1, lacplan):
    whole = add(lacplan, "One. Two.", "--name", "Ana")
    done = lacplan("consult", "split", "lac-2030", whole, "One.", "Two.")
    assert done.status == 0
    rows = [*csv.DictReader(lacplan("consult", "export", "lac-2030").out.splitlines())]
    assert [(row["text"], row["split from"], row["name"]) for row in rows] == [
        ("One.", whole, "Ana"),
        ("Two.", whole, "Ana"),
    ]
    assert lacplan("consult", "split", "lac-2030", whole, "a", "b").status == 2
    empty = lacplan("consult", "split", "lac-2030", f"{whole}-1", "One.", " ")
    assert (empty.status, "none is empty" in empty.err) == (2, True)


def test_a_part_can_be_split_and_amended_and_keeps_the_name_of_what_it_comes_from(round_1, lacplan):
    whole = add(lacplan, "One. Two. Three.")
    done = lacplan("consult", "split", "lac-2030", whole, "One.", "Two. Three.")
    assert done.out == f"{whole} was split into {whole}-1, {whole}-2.\n"
    assert lacplan("consult", "split", "lac-2030", f"{whole}-2", "Two.", "Three.").status == 0
    assert lacplan("consult", "amend", "lac-2030", f"{whole}-2-1", "--text", "2.").status == 0
    rows = [*csv.DictReader(lacplan("consult", "export", "lac-2030").out.splitlines())]
    assert [(row["id"], row["text"]) for row in rows] == [
        (f"{whole}-1", "One."),
        (f"{whole}-2-1", "2."),
        (f"{whole}-2-2", "Three."),
    ]
    assert lacplan("validate", "lac-2030").status == 0


def test_a_link_of_what_was_split_can_be_removed(round_1, lacplan):
    whole = add(lacplan, "One. Two.")
    lacplan("consult", "link", "lac-2030", whole, "voices", "--title", "Voices")
    links = round_1.folder / FOLDER / "links.csv"
    text = links.read_text()
    lacplan("consult", "split", "lac-2030", whole, "One.", "Two.")
    links.write_text(text)  # as a split that was stopped leaves it
    assert "CONSULT028" in lacplan("validate", "lac-2030").out
    assert lacplan("consult", "link", "lac-2030", whole, "voices", "--remove").status == 0
    assert lacplan("validate", "lac-2030").status == 0


def test_the_parts_of_a_linked_comment_leave_no_link_behind(round_1, lacplan):
    whole = add(lacplan, "One. Two.")
    lacplan("consult", "link", "lac-2030", whole, "voices", "--title", "Voices")
    done = lacplan("consult", "split", "lac-2030", whole, "One.", "Two.")
    assert "belonged to “voices”" in done.out
    assert whole not in (round_1.folder / FOLDER / "links.csv").read_text()
    refused = lacplan("consult", "link", "lac-2030", whole, "voices")
    assert f"Link its parts instead: {whole}-1, {whole}-2." in refused.err
    assert lacplan("validate", "lac-2030").status == 0


def test_erasing_says_what_git_still_holds(round_1, lacplan):
    (round_1.folder / "in.csv").write_text("id,text,name,email\nr1,I am Ana,Ana,ana@example.org\n")
    lacplan("consult", "import", "lac-2030", "in.csv")
    lacplan("consult", "amend", "lac-2030", "r1.1", "--text", "I am Ana María")
    round_1.commit("comments")
    done = lacplan("consult", "erase", "lac-2030", "r1")
    assert "Erased: 2 lines of r1, and how to reach the person." in done.out
    assert "1 commit touched" in done.out
    for root, _, names in os.walk(round_1.folder / "drafts"):
        for name in names:
            with open(os.path.join(root, name), encoding="utf-8") as file:
                assert "Ana" not in file.read()
    again = lacplan("consult", "import", "lac-2030", "in.csv")
    assert "0 comments taken in" in again.out
    assert "1 of submissions that were erased" in again.out
    contacts = (round_1.folder / FOLDER / "private/contacts.csv").read_text()
    assert "ana@example.org" not in contacts
    assert "“r1” is erased already." in lacplan("consult", "erase", "lac-2030", "r1").out


def test_what_was_erased_stays_erased(round_1, lacplan):
    comment = add(lacplan, "I am Ana.", "--name", "Ana")
    submission = comment.partition(".")[0]
    lacplan("consult", "erase", "lac-2030", submission)
    before = (round_1.folder / FOLDER / "comments/0001.jsonl").read_text()
    for words in (
        ("amend", "lac-2030", comment, "--text", "I am back."),
        ("amend", "lac-2030", comment, "--withdraw"),
        ("split", "lac-2030", comment, "I am", "back."),
    ):
        done = lacplan("consult", *words)
        assert (done.status, done.out) == (2, "")
        assert "was erased on" in done.err
    with open("more.csv", "w", encoding="utf-8") as file:
        file.write(f"id,text,name\n{submission},one,Ana\n{submission},two,Ana\n")
    assert "2 of submissions" in lacplan("consult", "import", "lac-2030", "more.csv").out
    assert (round_1.folder / FOLDER / "comments/0001.jsonl").read_text() == before


def test_erasing_says_where_somebody_may_still_be_named(round_1, lacplan):
    comment = add(lacplan, "Well said", "--name", "Ana Pérez")
    words = ("voices", "--title", "Voices", "--note", "ana pérez says so")
    lacplan("consult", "link", "lac-2030", comment, *words)
    whole = lacplan("consult", "erase", "lac-2030", comment)
    assert whole.status == 2
    assert f"lacplan consult erase lac-2030 {comment[:-2]}" in whole.err
    done = lacplan("consult", "erase", "lac-2030", comment[:-2])
    assert f"may still be named in {FOLDER}/links.csv:2: look there." in done.out


def test_an_extension_makes_in_time_what_was_late(round_1, lacplan):
    file = round_1.folder / FOLDER / "consultation.yaml"
    file.write_text(file.read_text().replace("2099-01-31", "2026-02-01"))
    add(lacplan, "Sorry", "--received", "2026-02-03")

    def late():
        return json.loads(lacplan("consult", "status", "lac-2030", "--format", "json").out)["late"]

    assert late() == 1
    sooner = lacplan("consult", "extend", "lac-2030", "--closes", "2026-01-20")
    assert sooner.status == 2
    assert lacplan("consult", "extend", "lac-2030", "--closes", "2026-02-10").status == 0
    assert late() == 0


def test_what_is_said_to_be_responded_and_is_not_is_told(round_1, lacplan):
    add(lacplan, "More")
    done = lacplan("consult", "close", "lac-2030", "--as", "responded")
    assert "1 comment has no answer" in done.err
    assert "no answer" not in lacplan("consult", "close", "lac-2030").err


def test_an_extension_has_the_offset_of_the_consultation_and_opens_it_again(round_1, lacplan):
    file = round_1.folder / FOLDER / "consultation.yaml"
    closes = file.read_text().partition("closes: ")[2].partition("\n")[0]
    file.write_text(file.read_text().replace(closes, "2099-01-31T23:59:59-05:00"))
    early = lacplan("consult", "close", "lac-2030")
    assert "It was to be open until 2099-01-31T23:59:59-05:00" in early.err
    done = lacplan(
        "consult", "extend", "lac-2030", "--closes", "2099-02-03", "--why", "many\nasked"
    )
    assert done.out.endswith("closes on 2099-02-03T23:59:59-05:00. It is open again.\n")
    assert "why: many asked\n" in file.read_text()
    assert lacplan("validate", "lac-2030").status == 0


def test_the_status_is_counted_again_when_something_changes(round_1, lacplan):
    add(lacplan, "One", "--item", "1.1", "--country", "UY", "--stakeholder", "Gobierno")
    first = lacplan("consult", "status", "lac-2030").out
    assert "1 comment in 1 submission." in first
    for word in ("Government", "South America", "1.1 New voices", "✖ 1 without an answer"):
        assert word in first
    assert lacplan("consult", "status", "lac-2030").out == first
    add(lacplan, "Two")
    assert "2 comments in 2 submissions." in lacplan("consult", "status", "lac-2030").out
    kept = round_1.folder / FOLDER / "private/status.json"
    kept.write_text("{" + kept.read_text())
    assert "2 comments" in lacplan("consult", "status", "lac-2030").out


def test_an_export_is_taken_in_again_as_what_it_was(round_1, lacplan):
    add(lacplan, "=1+1", "--item", "1.1", "--name", "Ana")
    lacplan("consult", "export", "lac-2030", "--format", "jsonl", "-o", "o.jsonl")
    done = lacplan("consult", "import", "lac-2030", "o.jsonl")
    assert "0 comments taken in, 0 of them late; 1 known." in done.out
    assert ",'=1+1," in lacplan("consult", "export", "lac-2030").out


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_an_export_of_what_was_amended_is_known_and_its_columns_are_none_to_be_named(
    round_1, lacplan, form
):
    (round_1.folder / "in.csv").write_text("id,text,idioma\nJ1,One. Two.,es\nJ2,Few,es\n")
    lacplan("consult", "import", "lac-2030", "in.csv")
    lacplan("consult", "amend", "lac-2030", "J2.1", "--text", "Many", "--language", "pt")
    lacplan("consult", "amend", "lac-2030", "J2.1", "--withdraw")
    lacplan("consult", "split", "lac-2030", "J1.1", "One.", "Two.")
    lacplan("consult", "link", "lac-2030", "J1.1-1", "voices", "--title", "Voices")
    lacplan("consult", "export", "lac-2030", "--format", form, "-o", f"o.{form}")
    done = lacplan("consult", "import", "lac-2030", f"o.{form}")
    assert "0 comments taken in, 0 of them late; 3 known." in done.out
    assert "not taken over" not in done.out
    assert "other words" not in done.out + done.err
    first = lacplan("consult", "import", "lac-2030", "in.csv")
    assert "2 known." in first.out


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_an_export_goes_whole_into_an_empty_consultation(round_1, lacplan, form):
    (round_1.folder / "in.csv").write_text("id,text\nJ1,One. Two.\nJ2,Few\n")
    lacplan("consult", "import", "lac-2030", "in.csv")
    lacplan("consult", "split", "lac-2030", "J1.1", "One.", "Two.")
    lacplan("consult", "amend", "lac-2030", "J2.1", "--withdraw")
    lacplan("consult", "export", "lac-2030", "--format", form, "-o", f"o.{form}")
    before = lacplan("consult", "export", "lac-2030").out
    (round_1.folder / FOLDER / "comments/0001.jsonl").unlink()
    lacplan("consult", "import", "lac-2030", f"o.{form}", "--channel", "csv")
    assert lacplan("consult", "export", "lac-2030").out.splitlines()[:1] == before.splitlines()[:1]
    rows = [*csv.DictReader(before.splitlines())]
    assert [*csv.DictReader(lacplan("consult", "export", "lac-2030").out.splitlines())] == rows
    assert [row["id"] for row in rows] == ["J2.1", "J1.1-1", "J1.1-2"]


def test_what_an_amendment_takes_away_is_gone_and_its_line_can_be_read(round_1, lacplan):
    comment = add(lacplan, "Few", "--item", "1.1", "--proposed", "More")
    for option in ("--item", "--proposed"):
        assert lacplan("consult", "amend", "lac-2030", comment, option, "").status == 0
    lacplan("consult", "export", "lac-2030", "-o", "o.csv")
    assert "1 known." in lacplan("consult", "import", "lac-2030", "o.csv").out
    (row,) = csv.DictReader(lacplan("consult", "export", "lac-2030").out.splitlines())
    assert (row["item"], row["proposed"]) == ("", "")
    assert lacplan("validate", "lac-2030").status == 0


def test_a_table_parts_no_comment_that_is_here(round_1, lacplan):
    (round_1.folder / "in.csv").write_text("id,text\nJ1,One. Two.\n")
    lacplan("consult", "import", "lac-2030", "in.csv")
    before = lines(round_1)
    (round_1.folder / "o.csv").write_text(
        "id,submission,text,split from\nJ1.1-1,J1,One.,J1.1\nJ1.1-2,J1,Two.,J1.1\n"
    )
    done = lacplan("consult", "import", "lac-2030", "o.csv")
    assert "2 parts of comments that are here already, and left out: J1.1-1, J1.1-2." in done.out
    assert "lacplan consult split lac-2030" in " ".join(done.err.split())
    assert lines(round_1) == before
    told = lacplan("consult", "import", "lac-2030", "o.csv", "--format", "json")
    assert json.loads(told.out)["summary"]["parts"] == ["J1.1-1", "J1.1-2"]


def test_the_public_table_has_no_more_of_an_author_than_was_said(round_1, lacplan):
    file = round_1.folder / FOLDER / "consultation.yaml"
    file.write_text(file.read_text().replace("public: [name, organization, ", "public: ["))
    add(lacplan, "Text", "--name", "Ana", "--country", "UY")
    assert "Ana" in lacplan("consult", "export", "lac-2030").out
    public = lacplan("consult", "export", "lac-2030", "--public").out
    assert "Ana" not in public
    assert "UY" in public


def test_a_damaged_line_is_told_and_the_others_live(round_1, lacplan):
    add(lacplan, "One")
    file = round_1.folder / FOLDER / "comments/0001.jsonl"
    file.write_text(file.read_text() + "{torn\n")
    done = lacplan("consult", "export", "lac-2030")
    assert "One" in done.out
    assert "1 line of comments can't be read" in done.err


def test_links_that_a_spreadsheet_wrote_are_read(round_1, lacplan):
    comment = add(lacplan, "One")
    lacplan("consult", "link", "lac-2030", comment, "voices", "--title", "Voices")
    links = round_1.folder / FOLDER / "links.csv"
    links.write_bytes(
        f"\ufeffcomment;issue;disposition;note\r\n{comment};voices;;a, b\r\n".encode()
    )
    other = add(lacplan, "Two")
    assert lacplan("consult", "link", "lac-2030", other, "voices").status == 0
    assert f'{comment},voices,,"a, b"\n' in links.read_text()
    assert lacplan("validate", "lac-2030").status == 0


def test_a_moment_that_is_none_is_told_before_anything_is_written(round_1, lacplan):
    file = round_1.folder / FOLDER / "consultation.yaml"
    text = file.read_text()
    closes = text.partition("closes: ")[2].partition("\n")[0]
    for said in ("soon", "2099-01-31"):
        file.write_text(text.replace(closes, said))
        for words in (("close",), ("extend", "--closes", "2099-03-01")):
            done = lacplan("consult", words[0], "lac-2030", *words[1:])
            assert (done.status, done.out) == (2, "")
            assert f"“{said}” is no moment" in done.err
        assert "state: open" in file.read_text()


def test_links_that_can_not_be_read_are_not_written_over(round_1, lacplan):
    comment = add(lacplan, "One")
    links = round_1.folder / FOLDER / "links.csv"
    links.write_text("comment,issue,disposition,note\nx\n")
    done = lacplan("consult", "link", "lac-2030", comment, "voices", "--title", "Voices")
    assert done.status == 2
    assert links.read_text().endswith("\nx\n")


def test_what_commands_write_stays_in_the_canonical_layout(round_1, lacplan):
    one = add(lacplan, "More voices", "--item", "1.1")
    for words in (
        ("link", "lac-2030", one, "more", "--title", "More voices: who?", "--item", "voices"),
        ("answer", "lac-2030", "more", "accepted", "--change", "voices.title@draft-02",
         "--response", "pt=Sim. " * 20, "--by", "All", "--for", "Few: very few"),
        ("extend", "lac-2030", "--closes", "2099-02-28", "--why", "Holidays"),
        ("close", "lac-2030"),
    ):  # fmt: skip
        done = lacplan("consult", *words)
        assert done.status == 0, done.err
        done = lacplan("fmt", "--check", "lac-2030")
        assert (done.status, done.out) == (0, ""), words


@pytest.mark.parametrize(
    ("tag", "begins"),
    [
        ("es", "# La consulta de la comunidad sobre lac-2030@draft-01."),
        ("pt-BR", "# A consulta da comunidade sobre"),
        ("fr", "# La consultation de la communauté sur"),
        ("nl", "# The consultation of the community on"),
    ],
)
def test_its_files_begin_in_its_first_language_and_in_the_canonical_layout(
    repo, lacplan, tag, begins
):
    repo.commit("start", {"drafts/lac-2030.yaml": draft()})
    lacplan("version", "create", "lac-2030")
    words = ("--version", "draft-01", "--closes", "2099-01-31", "--language", tag)
    assert lacplan("consult", "open", "lac-2030", *words).status == 0
    assert (repo.folder / FOLDER / "consultation.yaml").read_text().startswith(begins)
    assert lacplan("fmt", "--check", "lac-2030").status == 0
    assert "no findings" in lacplan("validate", "lac-2030", "--strict").out


def test_a_contested_link_stays_until_somebody_decides_on_it(round_1, lacplan):
    first, other = add(lacplan, "More voices"), add(lacplan, "Fewer voices")
    for issue in ("aa", "bb"):
        lacplan("consult", "link", "lac-2030", first, issue, "--title", issue)
    file = round_1.folder / FOLDER / "links.csv"
    both = f"comment,issue,disposition,note\n{first},aa,,\n{first},bb,,\n"
    file.write_text(both)
    assert lacplan("consult", "link", "lac-2030", other, other, "aa").out == "1 linked to “aa”.\n"
    assert {*both.splitlines()} < {*file.read_text().splitlines()}
    gone = lacplan("consult", "link", "lac-2030", first, "aa", "--remove")
    assert gone.out == "1 no longer linked to “aa”.\n"
    assert f"{first},bb,," in file.read_text()
    file.write_text(both)
    decided = lacplan("consult", "link", "lac-2030", first, "bb")
    assert decided.out == "1 linked to “bb”, 1 of them from other issues.\n"
    assert f"{first},aa" not in file.read_text()


def test_what_was_said_of_one_link_can_be_taken_back(round_1, lacplan):
    id = add(lacplan, "More voices")
    words = ("--title", "Voices", "--disposition", "noted", "--note", "As said")
    lacplan("consult", "link", "lac-2030", id, "voices-few", *words)
    file = round_1.folder / FOLDER / "links.csv"
    lacplan("consult", "link", "lac-2030", id, "voices-few")
    assert f"{id},voices-few,noted,As said\n" in file.read_text()
    lacplan("consult", "link", "lac-2030", id, "voices-few", "--disposition", "", "--note", "")
    assert f"{id},voices-few,,\n" in file.read_text()


def test_words_that_were_said_of_another_disposition_are_told(round_1, lacplan):
    lacplan("consult", "link", "lac-2030", add(lacplan, "More"), "more", "--title", "More")
    said = ("not-accepted", "--reason", "Dear.", "--response", "en=No.")
    assert "still" not in lacplan("consult", "answer", "lac-2030", "more", *said).err
    told = lacplan("consult", "answer", "lac-2030", "more", "noted").err
    assert "Its reason and its response are still those of “not-accepted”" in told
    anew = ("deferred", "--reason", "Later.", "--response", "en=Later.")
    assert "still" not in lacplan("consult", "answer", "lac-2030", "more", *anew).err
    asks = lacplan("consult", "answer", "lac-2030", "more", "duplicate", "--reason", "").err
    assert "--duplicate-of ISSUE" in asks


def test_an_answer_in_a_language_that_nobody_was_asked_in_is_told(round_1, lacplan):
    lacplan("consult", "link", "lac-2030", add(lacplan, "More"), "more", "--title", "More")
    words = ("noted", "--response", "en-GB=Yes.", "--response", "fr=Oui.")
    told = lacplan("consult", "answer", "lac-2030", "more", *words).err
    assert "“fr” is none of the languages that were asked in: en." in told
    assert "en-GB" not in told


def test_comments_of_one_submission_are_shown_apart(round_1, lacplan):
    (round_1.folder / "in.csv").write_text("id,text\nr7,One\nr7,Two\n")
    lacplan("consult", "import", "lac-2030", "in.csv", "--received", "2026-02-01")
    assert "\n\nr7.2\n" in lacplan("consult", "show", "lac-2030", "r7").out
