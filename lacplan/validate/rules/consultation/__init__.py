"""The rules of consultations: loaded only where a plan has one."""

from lacplan.validate.rule import Rule
from lacplan.validate.rules.consultation.accepted_apart_without_claim import (
    AcceptedApartWithoutClaim,
)
from lacplan.validate.rules.consultation.accepted_editorially import AcceptedEditorially
from lacplan.validate.rules.consultation.accepted_without_claim import AcceptedWithoutClaim
from lacplan.validate.rules.consultation.amends_nothing import AmendsNothing
from lacplan.validate.rules.consultation.blocking_before_final import BlockingBeforeFinal
from lacplan.validate.rules.consultation.claim_about_nothing import ClaimAboutNothing
from lacplan.validate.rules.consultation.claim_in_unknown_version import ClaimInUnknownVersion
from lacplan.validate.rules.consultation.claimed_change_missing import ClaimedChangeMissing
from lacplan.validate.rules.consultation.claimed_change_undone import ClaimedChangeUndone
from lacplan.validate.rules.consultation.comment_about_nothing import CommentAboutNothing
from lacplan.validate.rules.consultation.comment_linked_twice import CommentLinkedTwice
from lacplan.validate.rules.consultation.comments_to_answer import CommentsToAnswer
from lacplan.validate.rules.consultation.consulted_text_changed import ConsultedTextChanged
from lacplan.validate.rules.consultation.consulted_version_missing import ConsultedVersionMissing
from lacplan.validate.rules.consultation.damaged_line import DamagedLine
from lacplan.validate.rules.consultation.damaged_link import DamagedLink
from lacplan.validate.rules.consultation.dates_reversed import DatesReversed
from lacplan.validate.rules.consultation.disposition_without_reason import DispositionWithoutReason
from lacplan.validate.rules.consultation.duplicate_comment_id import DuplicateCommentId
from lacplan.validate.rules.consultation.duplicate_issue_id import DuplicateIssueId
from lacplan.validate.rules.consultation.duplicate_of_nothing import DuplicateOfNothing
from lacplan.validate.rules.consultation.edited_line import EditedLine
from lacplan.validate.rules.consultation.editorial_without_note import EditorialWithoutNote
from lacplan.validate.rules.consultation.erased_in_part import ErasedInPart
from lacplan.validate.rules.consultation.issue_about_nothing import IssueAboutNothing
from lacplan.validate.rules.consultation.late_unmarked import LateUnmarked
from lacplan.validate.rules.consultation.link_to_nothing import LinkToNothing
from lacplan.validate.rules.consultation.override_without_note import OverrideWithoutNote
from lacplan.validate.rules.consultation.private_file_committed import PrivateFileCommitted
from lacplan.validate.rules.consultation.quote_not_found import QuoteNotFound
from lacplan.validate.rules.consultation.refused_with_claim import RefusedWithClaim
from lacplan.validate.rules.consultation.response_in_part import ResponseInPart
from lacplan.validate.rules.consultation.response_missing import ResponseMissing
from lacplan.validate.rules.consultation.unanswered_comment import UnansweredComment
from lacplan.validate.rules.consultation.unexplained_change import UnexplainedChange
from lacplan.validate.rules.consultation.unresolved_target import UnresolvedTarget

CONSULTATION_RULES: tuple[type[Rule], ...] = (
    # consultation.yaml
    DatesReversed,
    ConsultedVersionMissing,
    ConsultedTextChanged,
    CommentsToAnswer,
    PrivateFileCommitted,
    # comments/*.jsonl
    DamagedLine,
    DuplicateCommentId,
    EditedLine,
    AmendsNothing,
    CommentAboutNothing,
    UnresolvedTarget,
    QuoteNotFound,
    LateUnmarked,
    UnansweredComment,
    # issues.yaml
    DuplicateIssueId,
    IssueAboutNothing,
    DispositionWithoutReason,
    ResponseMissing,
    DuplicateOfNothing,
    ClaimAboutNothing,
    ClaimInUnknownVersion,
    AcceptedWithoutClaim,
    ClaimedChangeMissing,
    UnexplainedChange,
    EditorialWithoutNote,
    BlockingBeforeFinal,
    # links.csv
    DamagedLink,
    LinkToNothing,
    CommentLinkedTwice,
    OverrideWithoutNote,
    # comments/*.jsonl, again
    ErasedInPart,
    # links.csv, again
    AcceptedApartWithoutClaim,
    # issues.yaml, again
    RefusedWithClaim,
    AcceptedEditorially,
    ClaimedChangeUndone,
    ResponseInPart,
)
"""In the order of their codes."""
