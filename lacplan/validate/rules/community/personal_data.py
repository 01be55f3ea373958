from collections.abc import Iterator

from lacplan.model.contacts import contacts
from lacplan.model.finding import Finding
from lacplan.validate.draft import Draft
from lacplan.validate.judged import Judged
from lacplan.validate.rule import Rule


class PersonalData(Rule):
    """No file beside a plan tells how a person can be reached.

    Why:
        What is committed is in every clone, for good. Mail addresses and telephone numbers belong
        into the consultation's “private/” folder, which git ignores.

        A number counts where it is written for calling: with a plus, with an area code in
        brackets, or behind a word such as “tel.”.

    Fails:
        members: [{id: m-01, name: A member, notes: "Write to a.member@example.org"}]

    Passes:
        members: [{id: m-01, name: A member, notes: "Speaks for the registrars, 2012-2016"}]
    """

    code = "PRIV001"
    name = "personal-data"
    judges = Judged

    def check(self, draft: Judged) -> Iterator[Finding]:
        """Yield each mail address and telephone number; a plan may name where it is reached."""
        if isinstance(draft, Draft):
            return
        text = draft.document.text
        for at in draft.found(contacts):
            what = "mail address" if "@" in text[at.start : at.end] else "telephone number"
            hint = "Take it out; of a comment, ask its author for one without, or “consult erase”."
            yield self.finding(at, f"A {what} stands in a file that is shared.", hint)
