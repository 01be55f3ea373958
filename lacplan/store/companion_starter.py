"""The files that ``lacplan new --group`` and ``--contributions`` begin with."""

from lacplan.model.companions import CONTRIBUTIONS, GROUP, Companion

_GROUP = """\
# yaml-language-server: $schema=../{schema}
#
# The group that writes the plan. Overwrite what stands here; comments like this one stay yours.
#   lacplan balance {name}      tells who is in it, and who is not
#   lacplan fields group{pad}    explains every field; “fields member”, “fields target” too
#
# Names stand here in the open. Mail addresses and telephone numbers belong elsewhere.

format: 1
title: The working group

charter:
  mandate: Who set the group up, and what it is for.
  area: "419"                   # UN M49: Latin America and the Caribbean
  seats: 12
  quorum: 7                     # members who must be present for a decision
  targets:                      # “min” in members, “max-share” in percent
    - {{dimension: stakeholder, value: government, min: 2}}
    - {{dimension: stakeholder, value: civil-society, min: 2}}
    - {{dimension: subregion, min: 2}}          # each of 029 Caribbean, 013 Central, 005 South
    - {{dimension: country, max-share: 25}}     # each country

# Bodies of the community, and the stakeholder group of each: government, private-sector,
# civil-society, technical-community, academia, intergovernmental, international-org, individual,
# other.
constituencies:
  GAC: government
  ALAC: civil-society
  LACRALO: civil-society
  GNSO: private-sector
  ccNSO: technical-community
  LACTLD: technical-community
  LACNIC: technical-community

# Countries that you count to another region than the United Nations do:
# regions: {{GY: "029", SR: "029"}}

members:
  - id: m-01                    # a lasting name: contributions are signed with it
    name: A first member (overwrite this)
    organization: What the person works for
    affiliations: [LACRALO]     # one or more; the first counts
    country: TT
    languages: [en]
    role: chair                 # chair, member, observer, staff
    from: 2027-01
"""

_CONTRIBUTIONS = """\
# yaml-language-server: $schema=../{schema}
#
# What members brought in, and where it went. Overwrite what stands here.
#   lacplan trace {name}              tells which contribution is found again where
#   lacplan fields contribution{pad}    explains every field

format: 1
contributions:
  - id: c-01                    # a lasting name, never reused
    kind: concern               # concern, idea, proposal, project, goal
    aspect: challenge           # opportunity, challenge
    by: m-01                    # a member of group.yaml; or “on-behalf-of: …”
    date: 2027-01
    text: What was said, in the words of whoever said it.
    outcome: pending            # reflected, partly, not (both with a reason), pending
    # Once it is in the plan:
    # reflected-in:
    #   - {{item: AN-ITEM, since: draft-01, how: adapted}}   # as-is, adapted, merged
"""

_TEXTS = {GROUP: _GROUP, CONTRIBUTIONS: _CONTRIBUTIONS}


def schema_file(kind: Companion) -> str:
    """Return the name of the JSON Schema of such files, beside the drafts."""
    return f".lacplan.{kind.name}.schema.json"


def companion_starter(kind: Companion, name: str) -> str:
    """Return the text that a file of this *kind* begins with, beside the plan *name*."""
    pad = " " * max(0, len(name) - 6)
    return _TEXTS[kind].format(name=name, schema=schema_file(kind), pad=pad)
