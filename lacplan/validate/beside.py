"""The rules for what lies beside a plan, but for its consultations."""

from lacplan.validate.rule import Rule
from lacplan.validate.rules import RULES
from lacplan.validate.rules.community import COMMUNITY_RULES
from lacplan.validate.rules.unused_ignore import UnusedIgnore

_LAST = RULES.index(UnusedIgnore)

BESIDE: tuple[type[Rule], ...] = (*RULES[:_LAST], *COMMUNITY_RULES, *RULES[_LAST:])
"""In the order of their families and codes; those about ignoring comments come last."""
