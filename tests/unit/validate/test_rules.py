"""Every rule's manual page is its test: what "Fails" fails, what "Passes" passes."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import indent

import pytest
from consulted import ISSUES_TEXT, PUBLISHED, Files

import lacplan
from lacplan.document.parse import parse_bytes
from lacplan.document.tree import Document
from lacplan.model import companions, fields
from lacplan.model.decode import decode, decode_record
from lacplan.model.finding import Finding, Severity
from lacplan.model.plan import Plan
from lacplan.model.version import Version
from lacplan.validate.community import ContributionsFile, GroupFile
from lacplan.validate.consultation import CommentsFile, ConsultationFile, IssuesFile
from lacplan.validate.draft import Draft
from lacplan.validate.engine import validate
from lacplan.validate.every_rule import EVERY_RULE
from lacplan.validate.fix import fix
from lacplan.validate.judged import Judged
from lacplan.validate.page import page
from lacplan.validate.rule import FaultRule, Rule

FAMILIES = (
    *("READ", "FORM", "ITEM", "CODE", "DATE", "IND", "ALIGN", "BUD", "TEXT"),
    *("PRIV", "GROUP", "CONTRIB", "CONSULT"),
    "IGN",
)

FAULT_RULES = [rule for rule in EVERY_RULE if issubclass(rule, FaultRule)]

each_rule = pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.code)


@each_rule
def test_what_fails_fails(rule: type[Rule]) -> None:
    """The "Fails" example breaks the rule, at a place that the text has."""
    draft = draft_of(rule, page(rule).fails)
    found = [each for each in findings(draft) if each.code == rule.code]
    assert found
    for each in found:
        assert 0 <= each.at.start <= each.at.end <= len(draft.document.text)
        assert (each.name, each.severity) == (rule.name, rule.severity)


@each_rule
def test_what_fails_can_be_read_apart_from_that(rule: type[Rule]) -> None:
    """The "Fails" example breaks nothing else that keeps it from being read."""
    assert unreadable(draft_of(rule, page(rule).fails)) <= {rule.code}


@each_rule
def test_what_passes_passes(rule: type[Rule]) -> None:
    """The "Passes" example keeps the rule, and can be read."""
    draft = draft_of(rule, page(rule).passes)
    assert [each for each in findings(draft) if each.code == rule.code] == []
    assert unreadable(draft) == set()


@each_rule
def test_a_rule_that_mends_has_an_example_of_it_and_no_other_has(rule: type[Rule]) -> None:
    assert (page(rule).mends is not None) == (rule.mend is not Rule.mend)


@pytest.mark.parametrize(
    "rule", [rule for rule in EVERY_RULE if page(rule).mends], ids=lambda rule: rule.code
)
def test_what_can_be_mended_is_mended_and_passes(rule: type[Rule]) -> None:
    """The "Mends" example breaks the rule; mended, it keeps it and breaks no other."""
    draft = draft_of(rule, page(rule).mends or "")
    before = findings(draft)
    assert rule.code in {each.code for each in before}
    after = fix(judged, draft.document, frozenset({rule.code}))
    assert [each.code for each in after.mended] == [rule.code]
    left = [each.code for each in findings(judged(after.document))]
    assert sorted([*left, rule.code]) == sorted(each.code for each in before)


@each_rule
def test_what_passes_is_not_mended(rule: type[Rule]) -> None:
    draft = draft_of(rule, page(rule).passes)
    if isinstance(draft, Draft):
        assert fix(judged, draft.document, frozenset({rule.code})).document is draft.document


def judged(document: Document) -> Draft:
    return Draft(document, decode(document), name="lac-2013", neighbour=WORKSPACE.get, today=TODAY)


@each_rule
def test_a_page_has_all_its_sections(rule: type[Rule]) -> None:
    """A summary and a reason in whole sentences, two examples that differ, perhaps a source."""
    manual = page(rule)
    assert manual.summary.endswith(".")
    assert "\n\n" not in manual.summary
    assert manual.why.endswith((".", "?", ".)"))
    assert manual.fails != manual.passes
    assert manual.source is None or manual.source.endswith(".")


@each_rule
def test_a_rule_is_named_for_what_it_forbids_and_so_is_its_file(rule: type[Rule]) -> None:
    """``FORM001``, ``missing-field``, ``missing_field.py`` and ``MissingField`` are one rule."""
    assert re.fullmatch(rf"({'|'.join(FAMILIES)})[0-9]{{3}}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    folder = {"PRIV": ".community", "GROUP": ".community", "CONTRIB": ".community"}
    folder["CONSULT"] = ".consultation"
    place = f"lacplan.validate.rules{folder.get(rule.code[:-3], '')}"
    assert rule.__module__ == f"{place}.{rule.name.replace('-', '_')}"
    assert rule.__name__ == "".join(word.capitalize() for word in rule.name.split("-"))


def test_no_code_and_no_name_is_used_twice() -> None:
    """People ignore, select and quote a rule by either."""
    assert len({rule.code for rule in EVERY_RULE}) == len(EVERY_RULE)
    assert len({rule.name for rule in EVERY_RULE}) == len(EVERY_RULE)


def test_rules_stand_in_the_order_of_their_families_and_codes() -> None:
    """So does the reference page; those about ignoring comments come last."""
    order = [(FAMILIES.index(rule.code[:-3]), rule.code) for rule in EVERY_RULE]
    assert order == sorted(order)


def test_every_rule_that_is_written_is_in_force() -> None:
    """A file in the folder is a rule in the list."""
    folder = Path(lacplan.__file__).parent / "validate" / "rules"
    written = {path.stem for path in folder.rglob("*.py")} - {"__init__"}
    assert {rule.name.replace("-", "_") for rule in EVERY_RULE} == written


def test_every_fault_of_reading_has_a_page_and_every_page_has_a_fault() -> None:
    """What `document` and `model` note is what rules tell of."""
    assert {rule.name for rule in FAULT_RULES} == {
        kind for room in ("document", "model") for kind in kinds_noted_in(room)
    }


def test_faults_that_nobody_must_mend_are_few() -> None:
    """A draft with a fault of reading is not sound; a field that says nothing may wait."""
    lenient = {rule.name for rule in FAULT_RULES if rule.severity is not Severity.ERROR}
    assert lenient == {"empty-text"}


def test_a_draft_without_a_name_has_no_wrong_one() -> None:
    """Standard input has no file name that a plan could differ from."""
    document = parse_bytes(plan_with("name: lac-2014").encode())
    found = findings(Draft(document, decode(document), name=None))
    assert "name-mismatch" not in {each.name for each in found}


HEAD = {
    "format": "1",
    "name": "lac-2013",
    "title": "Latin American and Caribbean Regional Strategic Plan",
    "language": "en",
}
"""The fields that a plan needs, and so does every fragment."""

ITEM_HEAD = {"id": "an-objective", "title": "Engagement with regional organizations"}

AREA = """\
areas:
  - id: an-area
    title: Political issues
    objectives:
      -
"""
"""Where a fragment of an item stands: in an objective, inside an area."""

PLAN_KEYS = {field.key for field in fields.PLAN.fields} | {fields.DEFAULT_LEVELS[0].key}

IN_WORDS = {
    "[a summary of 70,000,000 letters]": "summary: " + "x" * 70_000_000,
    "[a summary of 700,000 letters]": "summary: " + "x" * 700_000,
    "[a list in a list in a list, and so on, 100 deep]": "x-list: " + "[" * 100 + "]" * 100,
    "[a list in a list in a list, and so on, 10 deep]": "x-list: " + "[" * 10 + "]" * 10,
}
"""The examples that no page has room for."""

WORKSPACE = {"lac-2012": frozenset({"political", "registries"})}
"""The plans beside the one that is checked, and the ids in them."""

TODAY = date(2014, 7, 1)


def plan_with(fragment: str) -> str:
    """Return a draft with *fragment* in it.

    A fragment that begins with a field of the plan, or with ``areas``, joins the plan itself;
    any other joins an objective inside an area. What holds no field at all is a whole draft.
    """
    keys = re.findall(r"^([\w-]+):", fragment, re.MULTILINE)
    if not keys:
        return fragment
    if keys[0] in PLAN_KEYS:
        return block(HEAD, besides=keys) + fragment + "\n"
    item = block(ITEM_HEAD, besides=keys) + fragment + "\n"
    return block(HEAD, besides=[]) + AREA + indent(item, " " * 8)


def block(fields: dict[str, str], *, besides: list[str]) -> str:
    """Return *fields* as YAML, without those that stand elsewhere."""
    return "".join(f"{key}: {says}\n" for key, says in fields.items() if key not in besides)


def draft_of(rule: type[Rule], example: str) -> Judged:
    """Return the draft, or the companion, that *example*, from the page of *rule*, is part of."""
    if rule.code.startswith("CONSULT"):
        return part_of_consultation(rule, example)
    key = example.partition(":")[0]
    if key in companions.GROUP.record.by_key and key not in PLAN_KEYS:
        document = parse_bytes(f"format: 1\n{example}\n".encode())
        return GroupFile(document, decode_record(document, companions.GROUP.record))
    if key == "contributions":
        return contributions_of(f"format: 1\n{example}\n")
    raw = plan_with(IN_WORDS.get(example, example)).encode()
    document = parse_bytes(unescape(raw) if rule.code.startswith("READ") else raw)
    plan = decode(document)
    return Draft(document, plan, name="lac-2013", neighbour=WORKSPACE.get, today=TODAY)


def part_of_consultation(rule: type[Rule], example: str) -> Judged:
    """Return the file that *example* is part of, amid a consultation that is sound else."""
    if rule.judges is ConsultationFile:
        files = Files(
            consultation=example,
            comments='{"id": "s1.1", "text": "Few."}\n{"id": "s2.1", "text": "Who pays?"}',
            committed=["private/contacts.csv"] if "analysing" in example else [],
        )
    elif rule.judges is IssuesFile:
        versions = PUBLISHED[: 3 if "draft-03" in example else 2]
        files = Files(
            consultation="state: analysing" if "still being analysed" in example else "",
            issues=f"format: 1\n{example}\n",
            stage="final",
            versions=versions,
        )
    elif rule.judges is CommentsFile:
        files = Files(comments=example)
    else:
        noted = "  - {id: who-pays, title: Who pays, disposition: noted}\n"
        files = Files(links=f"{example}\n", issues=ISSUES_TEXT + noted)
    return files.judged(rule.judges)


def contributions_of(text: str) -> ContributionsFile:
    """Return the file that *text* is, beside a plan with two versions and a group of two."""
    document = parse_bytes(text.encode())
    return ContributionsFile(
        document,
        decode_record(document, companions.CONTRIBUTIONS.record),
        members=frozenset({"m-01", "m-02"}),
        plan=plan_of("registrars"),
        versions=lambda: VERSIONS,
    )


def plan_of(*ids: str) -> Plan:
    """Return a plan of areas with *ids*."""
    areas = "".join(f"  - {{id: {id}, title: Area {id}}}\n" for id in ids)
    plan = decode(parse_bytes((block(HEAD, besides=[]) + f"areas:\n{areas}").encode())).plan
    assert plan is not None
    return plan


VERSIONS = (
    Version("draft-01", date(2013, 3, 26), lambda: plan_of("registrars", "dns-industry")),
    Version("draft-02", date(2013, 4, 10), lambda: plan_of("registrars")),
)
"""The versions of the plan beside which contributions lie: one item was dropped in between."""


def unescape(raw: bytes) -> bytes:
    r"""Return *raw* with bytes, characters and tabs for ``\xNN``, ``\uNNNN`` and ``\t``."""
    raw = re.sub(rb"\\x([0-9A-F]{2})", lambda found: bytes([int(found[1], 16)]), raw)
    raw = re.sub(rb"\\u([0-9A-F]{4})", lambda found: chr(int(found[1], 16)).encode(), raw)
    return raw.replace(rb"\t", b"\t")


def findings(draft: Judged) -> tuple[Finding, ...]:
    """Return what all rules find in *draft*."""
    return validate(draft, EVERY_RULE)


def unreadable(draft: Judged) -> set[str]:
    """Return the codes of the rules that say why *draft* can't be read as it was meant."""
    found = validate(draft, FAULT_RULES)
    return {each.code for each in found if each.severity is Severity.ERROR}


def kinds_noted_in(room: str) -> Iterator[str]:
    """Yield the kinds of faults that the sources of *room* make.

    These stand as ``Fault(kind="…")``, as the first argument of ``note``, and as the faults that
    the forms and vocabularies in the tables of fields stand for.
    """
    for path in sorted((Path(lacplan.__file__).parent / room).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from kinds_of_call(node)


def kinds_of_call(call: ast.Call) -> Iterator[str]:
    """Yield the kinds that one call names."""
    named = {each.arg: each.value for each in call.keywords}
    match call.func:
        case ast.Name("Fault"):
            yield from kinds_of(named["kind"])
        case ast.Attribute(attr="note" | "_note"):
            yield from kinds_of(call.args[0])
        case ast.Name("Form"):
            yield from kinds_of(named["fault"]) if "fault" in named else ["malformed-text"]
        case ast.Name("Code") if named:
            yield f"unknown-{ast.literal_eval(named['vocabulary'])}"


def kinds_of(node: ast.expr) -> list[str]:
    """Return the kind that *node* spells, and nothing where it only passes one on."""
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    passed_on = ast.unparse(node)
    assert passed_on in ("kind", "form.fault", "f'unknown-{type.vocabulary}'")
    return []


@pytest.mark.parametrize(
    ("called", "named", "hint"),
    [
        ("lac-2013", "lac-2014", "Write “name: lac-2013”, or rename the file or folder."),
        ("My Plan", "lac-2014", "Rename the file or folder to “lac-2014”: “My Plan” can't name"),
        ("My Plan", "LAC", "Choose one name for both: small letters and digits in groups"),
    ],
)
def test_no_name_is_proposed_that_cannot_name_a_plan(called: str, named: str, hint: str) -> None:
    document = parse_bytes(plan_with(f"name: {named}").encode())
    found = findings(Draft(document, decode(document), name=called))
    (told,) = [each.hint for each in found if each.name == "name-mismatch"]
    assert told is not None
    assert told.startswith(hint)
