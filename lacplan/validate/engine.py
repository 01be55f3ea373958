"""Runs the rules over a draft."""

from collections.abc import Iterable, Sequence

from lacplan.collector import paused
from lacplan.model.finding import Finding
from lacplan.validate.judged import Judged
from lacplan.validate.rule import FaultRule, Rule
from lacplan.validate.suppress import Ignore, lines_of


@paused()
def validate(draft: Judged, rules: Sequence[type[Rule]]) -> tuple[Finding, ...]:
    """Return what *rules* find in *draft*, in the order of its text.

    *draft* is a plan's draft or one of its companions; rules that judge something else are passed
    over.

    Findings that a comment in the draft ignores are left out. The rules about such comments must
    come last in *rules*, since they tell of what the others left unused.
    """
    ignored: dict[int, list[Ignore]] = {}
    for ignore in draft.ignores:
        ignored.setdefault(ignore.line, []).append(ignore)
    found: list[Finding] = []
    for rule in rules:
        if not isinstance(draft, rule.judges):
            continue
        of_rule: Iterable[Finding] = rule().check(draft)
        if ignored and not issubclass(rule, FaultRule):
            of_rule = [each for each in of_rule if not _silenced(draft, each, ignored)]
        found.extend(of_rule)
    return tuple(sorted(found, key=lambda finding: finding.at.start))


def _silenced(draft: Judged, finding: Finding, ignored: dict[int, list[Ignore]]) -> bool:
    silenced = False
    for line in lines_of(draft.document, finding.at):
        for ignore in ignored.get(line, ()):
            if finding.code in ignore.codes:
                ignore.used.add(finding.code)
                silenced = True
    return silenced
