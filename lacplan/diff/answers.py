"""What a consultation says was changed because of it, held against the versions of the plan."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from lacplan.diff.change import Change
from lacplan.diff.claimed import Evidence
from lacplan.model.consultation import Consultation
from lacplan.model.contribution import Contribution
from lacplan.model.issues import Claim, Issue
from lacplan.model.ledger import Ledger
from lacplan.model.lineage import Lineage
from lacplan.model.plan import Plan
from lacplan.model.version import Lacking, Version, Versions


class Proof(NamedTuple):
    """A change that is claimed, and what the diff says of it."""

    issue: Issue | None
    """Whose disposition promises it; ``None`` for an editorial note."""

    claim: Claim
    changes: tuple[Change, ...]
    """What the claim speaks of; empty where nothing of it changed, or nobody can tell."""

    undone: str | None = None
    """The label of the newest version, where all of it reads again as it was consulted."""


class Answers:
    """A consultation beside the versions that were published before and after it.

    Args:
        ledger: All that was asked, said and decided.
        versions: Gives the versions of the plan.
        elsewhere: The claims of the plan's other consultations.
        contributions: What members of the group brought in.
        also_consulted: The labels of the versions that the other consultations ask about.
        lacking: Tells what to fetch where some versions may be missing here.
    """

    def __init__(
        self,
        ledger: Ledger,
        *,
        versions: Versions,
        lacking: Lacking = lambda: None,
        elsewhere: Sequence[Claim] = (),
        contributions: Sequence[Contribution] = (),
        also_consulted: Collection[str] = (),
    ) -> None:
        self.ledger = ledger
        self._versions = versions
        self._lacking = lacking
        self._elsewhere = elsewhere
        self._contributions = contributions
        self._also_consulted = also_consulted
        self._evidence: dict[str, Evidence | None] = {}

    @property
    def consultation(self) -> Consultation:
        """What was asked."""
        return self.ledger.consultation

    @cached_property
    def versions(self) -> tuple[Version, ...] | None:
        """The versions of the plan, the oldest first; ``None`` where there is no history."""
        return self._versions()

    @cached_property
    def by_label(self) -> Mapping[str, Version]:
        """The versions by their labels."""
        return {each.label: each for each in self.versions or ()}

    def lacks(self, *labels: str) -> str | None:
        """Return what to fetch where one of *labels* may be that of a version missing here.

        ``None`` where all of them are here, or none can be missing.
        """
        missing = self.versions is not None and not {*filter(None, labels)} <= {*self.by_label}
        return self._lacking() if missing else None

    @property
    def consulted(self) -> Version | None:
        """The version that is consulted, where it is there."""
        return self.by_label.get(self.consultation.version)

    @property
    def asked(self) -> Plan | None:
        """The plan that is consulted, where it can be read."""
        return self.consulted.plan if self.consulted else None

    @cached_property
    def later(self) -> tuple[Version, ...]:
        """The versions that were published after the one that is consulted, the oldest first."""
        labels = [*self.by_label]
        label = self.consultation.version
        return (self.versions or ())[labels.index(label) + 1 :] if label in labels else ()

    def evidence(self, label: str) -> Evidence | None:
        """Return what changed from the consulted version to *label*; ``None`` if unreadable."""
        if label not in self._evidence:
            old = self.asked
            new = self.by_label[label].plan if label in self.by_label else None
            self._evidence[label] = Evidence(old, new) if old and new else None
        return self._evidence[label]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every change that this consultation says was made, by its issues or its editors."""
        issues = self.ledger.issues
        return (*(claim for each in issues.issues for claim in each.changes), *issues.editorial)

    @cached_property
    def answering(self) -> Version | None:
        """The version that answers: the last one that a claim names, else the next one."""
        named = {claim.in_ for claim in self.claims}
        answers = [each for each in self.later if each.label in named]
        return answers[-1] if answers else next(iter(self.later), None)

    def heirs(self, item: str) -> tuple[str, ...]:
        """Return the ids of what carries *item* on in the version that answers: where it was split.

        Args:
            item: The id of an item of the version that is consulted.
        """
        lineage, now = self._lineage
        return lineage.heirs(item, now)

    @cached_property
    def _lineage(self) -> tuple[Lineage, frozenset[str]]:
        upto = self.later.index(self.answering) + 1 if self.answering else 0
        plans = [each.plan for each in self.later[:upto] if each.plan]
        return Lineage(plans), plans[-1].ids() if plans else frozenset()

    @cached_property
    def proofs(self) -> tuple[Proof, ...]:
        """Every claim of this consultation with the changes that bear it out."""
        issues = self.ledger.issues
        claimed = [(issue, claim) for issue in issues.issues for claim in issue.changes]
        editorial = [(None, claim) for claim in issues.editorial]
        return tuple(self._proof(issue, claim) for issue, claim in (*claimed, *editorial))

    def _proof(self, issue: Issue | None, claim: Claim) -> Proof:
        evidence = self.evidence(claim.in_)
        changes = evidence.of(claim) if evidence else ()
        return Proof(issue, claim, changes, self._undone(claim) if changes else None)

    def _undone(self, claim: Claim) -> str | None:
        """Return the newest version's label, where it takes back what *claim* has in an older one.

        That is no secret where a claim on a later version speaks of the same.
        """
        labels = [each.label for each in self.later]
        newest = self.evidence(labels[-1]) if labels else None
        if newest is None or claim.in_ not in labels or newest.of(claim):
            return None
        plans = [each.plan for each in self.later if each.plan]
        if claim.item and Lineage(plans).heirs(claim.item, newest.new.ids()):
            return None
        after = {*labels[labels.index(claim.in_) + 1 :]}
        told = any(
            each.in_ in after
            and each.item == claim.item
            and (each.field is None or claim.field is None or each.field == claim.field)
            for each in (*self.claims, *self._elsewhere)
        )
        return labels[-1] if after and not told else None

    def unexplained(self) -> tuple[Change, ...]:
        """Return the substantive changes of the answering version that have no reason."""
        evidence = self.evidence(self.answering.label) if self.answering else None
        return evidence.unexplained(self.explanations()) if evidence else ()

    @cached_property
    def unexplained_since(self) -> tuple[Change, ...]:
        """The substantive changes from the answering version to the newest that have no reason.

        Where another consultation asks about the answering version or a later one, they are its.
        What takes a claimed change back is told of the claim.
        """
        answering, newest = self.answering, self.later[-1] if self.later else None
        if answering is None or newest is None or answering is newest:
            return ()
        since = self.later[self.later.index(answering) :]
        if any(each.label in self._also_consulted for each in since):
            return ()
        old, new = answering.plan, newest.plan
        after = {each.label for each in since[1:]}
        claims = [each for each in self.explanations() if each.in_ in after]
        claims += [proof.claim for proof in self.proofs if proof.undone]
        return Evidence(old, new).unexplained(claims) if old and new else ()

    def explanations(self) -> Iterator[Claim]:
        """Yield all that may explain a change of a later version, as claims.

        An issue that was turned down explains nothing, nor does what is said of a version that is
        not there.
        """
        ledger, later = self.ledger, {each.label for each in self.later}
        kept = (issue for issue in ledger.issues.issues if not ledger.refuses(issue))
        claims = [claim for issue in kept for claim in issue.changes]
        for claim in (*claims, *ledger.issues.editorial, *self._elsewhere):
            if claim.in_ in later:
                yield claim
        for contribution in self._contributions:
            for place in contribution.reflected_in if contribution.outcome != "not" else ():
                if place.since in later:
                    yield Claim(item=place.item, in_=place.since or "")
