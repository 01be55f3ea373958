"""The stakeholder groups, in the words of the Tunis Agenda.

Source: Tunis Agenda for the Information Society (WSIS-05/TUNIS/DOC/6(Rev. 1)-E, 2005), paragraphs
    35 and 36: governments, the private sector, civil society, intergovernmental and international
    organizations, and the academic and technical communities within them. ``individual`` is whoever
    speaks for nobody else, ``other`` whoever is none of these.
"""

STAKEHOLDERS = (
    "government",
    "private-sector",
    "civil-society",
    "technical-community",
    "academia",
    "intergovernmental",
    "international-org",
    "individual",
    "other",
)
"""In the order of every table."""
