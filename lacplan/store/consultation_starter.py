"""The files that a consultation begins with."""

from lacplan.model.consultation import Consultation
from lacplan.model.fields import FORMAT

_CONSULTATION = """\
# The consultation of the community on {name}@{version}.
#   lacplan consult status {name}         tells what has come in
#   lacplan fields consultation{pad}    explains every field

format: {format}
version: {version}
digest: {digest}
state: {state}
opens: {opens}
closes: {closes}
languages: [{languages}]
late: {late}                      # what comes outside the window: accept, mark or refuse
public: [name, organization, stakeholder, country]   # what the report tells of an author
"""

_ISSUES = """\
# What the comments raise, and the one answer that each issue gets.
#   lacplan consult link {name} COMMENT... ISSUE    says which comment belongs to which issue
#   lacplan consult answer {name} ISSUE accepted    gives an issue its disposition
#   lacplan fields issue{pad}                         explains every field

format: {format}
issues: []
editorial: []                     # changes that the editors made by themselves, with a note
"""


def consultation_starter(name: str, consultation: Consultation) -> str:
    """Return the text of ``consultation.yaml`` for a new consultation of the plan *name*."""
    return _CONSULTATION.format(
        name=name,
        pad=" " * max(0, len(name) - 5),
        format=FORMAT,
        version=consultation.version,
        digest=consultation.digest,
        state=consultation.state,
        opens=consultation.opens,
        closes=consultation.closes,
        languages=", ".join(consultation.languages),
        late=consultation.late,
    )


def issues_starter(name: str) -> str:
    """Return the text of ``issues.yaml`` before the first issue."""
    return _ISSUES.format(name=name, pad=" " * len(name), format=FORMAT)
