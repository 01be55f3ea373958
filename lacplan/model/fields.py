"""Every field of the draft format, written once.

Decoding, the JSON Schema, the canonical key order and the reference page all derive from these
tables. ``x-`` fields, and the lists that hold a plan's items, are not in them: the first may stand
in a plan, an item and an indicator, the second bear the names of the plan's own levels.
"""

from typing import Any

from lacplan.model.plan import (
    Budget,
    Framework,
    Indicator,
    Item,
    Level,
    Measurement,
    Organization,
    Period,
    Plan,
    Stakeholder,
)
from lacplan.model.types import (
    Code,
    Date,
    Field,
    Form,
    FormatVersion,
    ListOf,
    MapOf,
    NameOr,
    Number,
    Record,
    RecordOf,
    Text,
    Word,
)

FORMAT = 1
"""The version of the draft format that this lacplan writes, and the newest that it reads."""

STAGES = ("draft", "consultation", "final", "superseded")
STATUSES = ("proposed", "planned", "active", "done", "on-hold", "dropped")

DEFAULT_LEVELS = (
    Level(key="areas", label="Area"),
    Level(key="objectives", label="Objective"),
    Level(key="projects", label="Project"),
)
"""The levels of a plan that declares none: those of the plan that lacplan is named after."""

MOST_LEVELS = 8

NAME = Form(
    pattern="[a-z][a-z0-9]*(-[a-z0-9]+)*",
    says="small letters and digits in groups joined by “-”, beginning with a letter",
    fault="malformed-name",
    remedy="Choose a short name in plain letters, such as lac-2030.",
)
ID = Form(
    pattern="[a-z][a-z0-9._-]{0,63}",
    says="a small letter, then up to 63 small letters, digits, “.”, “_” or “-”",
    fault="malformed-id",
    remedy="Choose a short name in plain letters, such as registrars.",
)
CODE = Form(
    pattern="[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*",
    says="letters or digits in segments joined by “.”, such as 4.3.1",
    fault="malformed-code",
    remedy="Write letters or digits with points between them, such as 4.3.",
)
ALIGNMENT = Form(
    pattern="[^:\\s]+:\\S(.*\\S)?",
    says="framework:code, such as icann-2012:A",
    fault="malformed-reference",
    remedy="Name a framework that the plan declares, then “:” and one of its codes.",
)
REPLACED = Form(
    pattern=f"({NAME.pattern}#)?{ID.pattern}",
    says="an id, or other-plan#id",
    fault="malformed-reference",
    remedy="Name the id of an item; its title may change.",
)
LABEL = Form(
    pattern="[a-z0-9]+(-[a-z0-9]+)*",
    says="small letters and digits in groups joined by “-”, such as draft-01",
    fault="malformed-reference",
)
WORD = Form(
    pattern="\\S+",
    says="one word without spaces",
    remedy="Choose one word.",
)
FRAMEWORK_ID = Form(
    pattern="[^:\\s]+",
    says="one word without spaces and colons",
    remedy="Choose one word, such as icann-2012.",
)

_LINE = Text()
_PROSE = Text(prose=True)
_LINES = ListOf(_LINE)
_COUNTRIES = ListOf(Code(vocabulary="country"))

PERIOD = Record(
    name="a period",
    make=Period,
    fields=(
        Field(key="start", type=Date(), says="When the plan begins."),
        Field(key="end", type=Date(), says="When it ends: the last day of what the date names."),
    ),
)

ORGANIZATION = Record(
    name="an organization",
    make=Organization,
    fields=(
        Field(key="name", type=_LINE, required=True, says="What the body is called."),
        Field(key="url", type=_LINE, says="Its address on the web."),
    ),
)


def _framework(id: str, got: dict[str, Any] | None) -> Framework:
    found = got or {}
    return Framework(id=id, title=found.get("title", ""), codes=found.get("codes", ()))


FRAMEWORK = Record(
    name="a framework",
    make=dict,
    fields=(
        Field(key="title", type=_LINE, required=True, says="What the framework is called."),
        Field(
            key="codes",
            type=MapOf(of=_LINE, make=lambda code, says: (code, says or "")),
            says="Each code of it that items may align with, and what the code stands for.",
        ),
    ),
)

MEASUREMENT = Record(
    name="a measurement",
    make=Measurement,
    fields=(
        Field(key="start", type=Date(), says="When the stretch of time begins."),
        Field(key="end", type=Date(), says="When it ends: the last day of what the date names."),
        Field(key="target", type=Number(), says="What was aimed at, in the indicator's unit."),
        Field(key="actual", type=Number(), says="What was reached, in the indicator's unit."),
    ),
)

INDICATOR = Record(
    name="an indicator",
    make=Indicator,
    extra=True,
    fields=(
        Field(
            key="id",
            type=Text(form=ID),
            required=True,
            says="Its lasting name, unique in the plan, items included.",
        ),
        Field(key="title", type=_LINE, required=True, says="What is measured."),
        Field(key="unit", type=_LINE, says="What one of the numbers counts, such as %."),
        Field(key="baseline", type=Number(), says="The value on the day the plan starts."),
        Field(key="target", type=Number(), says="The value that is aimed at."),
        Field(key="due", type=Date(), says="When the target is to be reached."),
        Field(key="verification", type=_LINE, says="Where the value can be looked up."),
        Field(
            key="measurements",
            type=ListOf(RecordOf(MEASUREMENT)),
            says="What was aimed at and reached, stretch of time by stretch of time.",
        ),
    ),
)

STAKEHOLDER = Record(
    name="a stakeholder",
    make=Stakeholder,
    fields=(
        Field(key="name", type=_LINE, required=True, says="The person or body."),
        Field(key="role", type=_LINE, says="The part it has."),
    ),
)

BUDGET = Record(
    name="a budget",
    make=Budget,
    fields=(
        Field(key="amount", type=Number(), required=True, says="How much, in whole units."),
        Field(
            key="currency",
            type=Code(vocabulary="currency"),
            required=True,
            says="The currency: ISO 4217, three letters.",
        ),
    ),
)

ITEM = Record(
    name="an item",
    make=Item,
    extra=True,
    fields=(
        Field(
            key="id",
            type=Text(form=ID),
            required=True,
            says="Its lasting name, unique in the plan; never reused, never renumbered.",
        ),
        Field(
            key="code",
            type=Text(form=CODE),
            says="The number that people print and quote; begins with its parent's, may have gaps.",
        ),
        Field(key="title", type=_LINE, required=True, says="What it is called, in one line."),
        Field(key="description", type=_PROSE, says="What it is."),
        Field(key="rationale", type=_PROSE, says="Why it is in the plan."),
        Field(key="opportunities", type=_LINES, says="What speaks for success."),
        Field(key="challenges", type=_LINES, says="What stands in the way."),
        Field(
            key="indicators",
            type=ListOf(RecordOf(INDICATOR)),
            says="What shows whether it is being reached.",
        ),
        Field(key="lead", type=_LINE, says="The organisation that answers for it."),
        Field(key="partners", type=_LINES, says="Organisations that take part."),
        Field(
            key="stakeholders",
            type=ListOf(NameOr(STAKEHOLDER)),
            says="Who has a stake in it: a name, or a name and a role.",
        ),
        Field(key="countries", type=_COUNTRIES, says="Where: ISO 3166-1 alpha-2, two letters."),
        Field(key="start", type=Date(), says="When it begins."),
        Field(key="end", type=Date(), says="When it ends: the last day of what the date names."),
        Field(key="status", type=Word(STATUSES), says="How far it is."),
        Field(key="budget", type=RecordOf(BUDGET), says="What it may cost."),
        Field(
            key="aligns",
            type=ListOf(Text(form=ALIGNMENT)),
            says="The codes of declared frameworks that it serves.",
        ),
        Field(
            key="replaces",
            type=ListOf(Text(form=REPLACED)),
            says="The items that it carries on: ids of an earlier draft, or other-plan#id.",
        ),
        Field(key="tags", type=ListOf(Text(form=WORD)), says="Words to find it by."),
        Field(key="notes", type=_PROSE, says="Remarks of those who draft."),
    ),
)

PLAN = Record(
    name="a plan",
    make=Plan,
    extra=True,
    fields=(
        Field(
            key="format",
            type=FormatVersion(),
            required=True,
            says=f"The version of this format: {FORMAT}.",
        ),
        Field(
            key="name",
            type=Text(form=NAME),
            required=True,
            says="The plan's name: that of its file or folder.",
        ),
        Field(key="title", type=_LINE, required=True, says="What the plan is called."),
        Field(
            key="language",
            type=Code(vocabulary="language"),
            required=True,
            says="The language of every text below: BCP 47, such as es or pt-BR.",
        ),
        Field(key="stage", type=Word(STAGES), says="How far the plan is; draft where left out."),
        Field(key="period", type=RecordOf(PERIOD), says="The time that the plan covers."),
        Field(key="summary", type=_PROSE, says="The plan in a paragraph or two."),
        Field(key="vision", type=_PROSE, says="What the world looks like once it is reached."),
        Field(key="mission", type=_PROSE, says="What the organisation does to that end."),
        Field(key="values", type=_LINES, says="What it holds to on the way."),
        Field(key="organization", type=RecordOf(ORGANIZATION), says="The body whose plan it is."),
        Field(
            key="levels",
            type=MapOf(
                of=_LINE, make=lambda key, label: Level(key=key, label=label or key), keys=WORD
            ),
            says="The levels of the plan's tree, outermost first: the key that holds the items of "
            "a level, and what people call one of them. One to eight; "
            "areas, objectives and projects where left out.",
        ),
        Field(
            key="frameworks",
            type=MapOf(
                of=RecordOf(FRAMEWORK),
                make=_framework,
                keys=FRAMEWORK_ID,
            ),
            says="Other plans or standards that items may align with.",
        ),
        Field(key="sources", type=_LINES, says="Where the facts come from."),
    ),
)

RECORDS = (PLAN, ITEM, INDICATOR, MEASUREMENT, STAKEHOLDER, BUDGET, PERIOD, ORGANIZATION, FRAMEWORK)
"""Every record, in the order of the reference page."""
