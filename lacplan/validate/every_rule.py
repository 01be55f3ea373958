"""Every rule there is, for whoever lists or explains them, or judges a consultation."""

from lacplan.validate.beside import BESIDE
from lacplan.validate.rule import Rule
from lacplan.validate.rules.consultation import CONSULTATION_RULES
from lacplan.validate.rules.unused_ignore import UnusedIgnore

_LAST = BESIDE.index(UnusedIgnore)

EVERY_RULE: tuple[type[Rule], ...] = (*BESIDE[:_LAST], *CONSULTATION_RULES, *BESIDE[_LAST:])
"""In the order of their families and codes; those about ignoring comments come last."""
