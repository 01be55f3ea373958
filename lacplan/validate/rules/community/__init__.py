"""The rules of what lies beside a plan: its group, and what members brought in.

They stand apart so that judging a plan that has neither need not load them.
"""

from lacplan.validate.rule import Rule
from lacplan.validate.rules.community.attendance_outside_membership import (
    AttendanceOutsideMembership,
)
from lacplan.validate.rules.community.contribution_by_nobody import ContributionByNobody
from lacplan.validate.rules.community.duplicate_contribution_id import DuplicateContributionId
from lacplan.validate.rules.community.duplicate_member_id import DuplicateMemberId
from lacplan.validate.rules.community.impossible_quorum import ImpossibleQuorum
from lacplan.validate.rules.community.impossible_target import ImpossibleTarget
from lacplan.validate.rules.community.membership_reversed import MembershipReversed
from lacplan.validate.rules.community.outcome_against_places import OutcomeAgainstPlaces
from lacplan.validate.rules.community.outcome_without_reason import OutcomeWithoutReason
from lacplan.validate.rules.community.personal_data import PersonalData
from lacplan.validate.rules.community.reflected_before_brought_in import ReflectedBeforeBroughtIn
from lacplan.validate.rules.community.reflected_in_nothing import ReflectedInNothing
from lacplan.validate.rules.community.reflected_no_longer import ReflectedNoLonger
from lacplan.validate.rules.community.reflected_without_change import ReflectedWithoutChange
from lacplan.validate.rules.community.undeclared_constituency import UndeclaredConstituency
from lacplan.validate.rules.community.unknown_member import UnknownMember
from lacplan.validate.rules.community.unknown_target import UnknownTarget
from lacplan.validate.rules.community.unknown_version import UnknownVersion

COMMUNITY_RULES: tuple[type[Rule], ...] = (
    # PRIV
    PersonalData,
    # GROUP
    DuplicateMemberId,
    MembershipReversed,
    UndeclaredConstituency,
    UnknownTarget,
    ImpossibleTarget,
    AttendanceOutsideMembership,
    ImpossibleQuorum,
    # CONTRIB
    DuplicateContributionId,
    UnknownMember,
    ReflectedInNothing,
    UnknownVersion,
    OutcomeWithoutReason,
    OutcomeAgainstPlaces,
    ReflectedBeforeBroughtIn,
    ReflectedNoLonger,
    ReflectedWithoutChange,
    ContributionByNobody,
)
"""In the order of their families and codes."""
