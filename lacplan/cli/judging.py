"""What a merge needs to know of the rules, which lie on its own floor."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lacplan.document.tree import Document
    from lacplan.merge.decision import Complaint
    from lacplan.model.decode import Decoded


def judge(document: "Document", decoded: "Decoded") -> "frozenset[Complaint]":
    """Return which rules a draft breaks, errors only, as a merge compares them.

    Codes follow position, and a merge tells of them itself.
    """
    from lacplan.merge.decision import Complaint
    from lacplan.model.finding import Severity
    from lacplan.validate.draft import Draft
    from lacplan.validate.engine import validate
    from lacplan.validate.locate import locate
    from lacplan.validate.rules import RULES

    errors = [
        rule
        for rule in RULES
        if rule.severity is Severity.ERROR and not rule.code.startswith("CODE")
    ]
    found = validate(Draft(document, decoded), errors)
    return frozenset(
        Complaint(each.finding.code, each.item, each.field, each.finding.message)
        for each in locate(document, "", found)
    )
