"""One rule a file; a rule is in force because it stands in ``RULES``."""

from lacplan.validate.rule import Rule
from lacplan.validate.rules.alias_growth import AliasGrowth
from lacplan.validate.rules.area_without_objectives import AreaWithoutObjectives
from lacplan.validate.rules.bidi_override import BidiOverride
from lacplan.validate.rules.broken_link import BrokenLink
from lacplan.validate.rules.code_not_under_parent import CodeNotUnderParent
from lacplan.validate.rules.codes_out_of_order import CodesOutOfOrder
from lacplan.validate.rules.conflict_markers import ConflictMarkers
from lacplan.validate.rules.control_character import ControlCharacter
from lacplan.validate.rules.doubled_space import DoubledSpace
from lacplan.validate.rules.duplicate_code import DuplicateCode
from lacplan.validate.rules.duplicate_id import DuplicateId
from lacplan.validate.rules.duplicate_key import DuplicateKey
from lacplan.validate.rules.duplicate_title import DuplicateTitle
from lacplan.validate.rules.empty_field import EmptyField
from lacplan.validate.rules.empty_text import EmptyText
from lacplan.validate.rules.end_before_start import EndBeforeStart
from lacplan.validate.rules.file_too_large import FileTooLarge
from lacplan.validate.rules.gap_in_codes import GapInCodes
from lacplan.validate.rules.ignore_without_reason import IgnoreWithoutReason
from lacplan.validate.rules.indicator_without_baseline import IndicatorWithoutBaseline
from lacplan.validate.rules.joined_paragraphs import JoinedParagraphs
from lacplan.validate.rules.malformed_code import MalformedCode
from lacplan.validate.rules.malformed_date import MalformedDate
from lacplan.validate.rules.malformed_id import MalformedId
from lacplan.validate.rules.malformed_level import MalformedLevel
from lacplan.validate.rules.malformed_name import MalformedName
from lacplan.validate.rules.malformed_reference import MalformedReference
from lacplan.validate.rules.malformed_text import MalformedText
from lacplan.validate.rules.merge_key import MergeKey
from lacplan.validate.rules.missing_field import MissingField
from lacplan.validate.rules.name_mismatch import NameMismatch
from lacplan.validate.rules.negative_amount import NegativeAmount
from lacplan.validate.rules.nested_too_deep import NestedTooDeep
from lacplan.validate.rules.not_a_plan import NotAPlan
from lacplan.validate.rules.not_utf_8 import NotUtf8
from lacplan.validate.rules.number_without_unit import NumberWithoutUnit
from lacplan.validate.rules.period_outside_parent import PeriodOutsideParent
from lacplan.validate.rules.placeholder_text import PlaceholderText
from lacplan.validate.rules.project_without_lead_or_period import ProjectWithoutLeadOrPeriod
from lacplan.validate.rules.quoted_code_unknown import QuotedCodeUnknown
from lacplan.validate.rules.replaces_itself import ReplacesItself
from lacplan.validate.rules.replaces_nothing import ReplacesNothing
from lacplan.validate.rules.several_documents import SeveralDocuments
from lacplan.validate.rules.status_against_dates import StatusAgainstDates
from lacplan.validate.rules.tab_indentation import TabIndentation
from lacplan.validate.rules.undeclared_framework import UndeclaredFramework
from lacplan.validate.rules.undeclared_framework_code import UndeclaredFrameworkCode
from lacplan.validate.rules.undefined_alias import UndefinedAlias
from lacplan.validate.rules.unknown_country import UnknownCountry
from lacplan.validate.rules.unknown_currency import UnknownCurrency
from lacplan.validate.rules.unknown_field import UnknownField
from lacplan.validate.rules.unknown_format import UnknownFormat
from lacplan.validate.rules.unknown_language import UnknownLanguage
from lacplan.validate.rules.unknown_region import UnknownRegion
from lacplan.validate.rules.unknown_word import UnknownWord
from lacplan.validate.rules.unused_ignore import UnusedIgnore
from lacplan.validate.rules.wrong_level import WrongLevel
from lacplan.validate.rules.wrong_type import WrongType
from lacplan.validate.rules.yaml_syntax import YamlSyntax
from lacplan.validate.rules.yaml_tag import YamlTag

RULES: tuple[type[Rule], ...] = (
    # READ
    NotUtf8,
    TabIndentation,
    YamlSyntax,
    DuplicateKey,
    MergeKey,
    YamlTag,
    SeveralDocuments,
    AliasGrowth,
    ConflictMarkers,
    ControlCharacter,
    BidiOverride,
    FileTooLarge,
    NestedTooDeep,
    UndefinedAlias,
    # FORM
    MissingField,
    UnknownField,
    WrongType,
    EmptyField,
    MalformedId,
    MalformedCode,
    MalformedDate,
    UnknownWord,
    UnknownCountry,
    UnknownCurrency,
    UnknownLanguage,
    WrongLevel,
    NameMismatch,
    UnknownFormat,
    MalformedName,
    MalformedReference,
    MalformedText,
    MalformedLevel,
    NotAPlan,
    UnknownRegion,
    # ITEM
    AreaWithoutObjectives,
    ProjectWithoutLeadOrPeriod,
    DuplicateId,
    DuplicateTitle,
    StatusAgainstDates,
    ReplacesItself,
    ReplacesNothing,
    # CODE
    DuplicateCode,
    CodeNotUnderParent,
    CodesOutOfOrder,
    GapInCodes,
    QuotedCodeUnknown,
    # DATE
    EndBeforeStart,
    PeriodOutsideParent,
    # IND
    IndicatorWithoutBaseline,
    NumberWithoutUnit,
    # ALIGN
    UndeclaredFramework,
    UndeclaredFrameworkCode,
    # BUD
    NegativeAmount,
    # TEXT
    PlaceholderText,
    EmptyText,
    BrokenLink,
    DoubledSpace,
    JoinedParagraphs,
    # IGN
    UnusedIgnore,
    IgnoreWithoutReason,
)
"""In the order of their families and codes; those about ignoring comments must come last."""
