//! All rules, one file each, in the order in which they run.

use crate::Rule;

mod citation;
mod claims;
mod classification;
mod code;
mod date;
mod image;
mod language;
mod number;
mod part;
mod party;
mod priority;
mod reference;
mod sequence;

/// All rules, group by group.
static RULES: &[&dyn Rule] = &[
    &part::abstract_text::AbstractText,
    &part::application_number::ApplicationNumber,
    &part::claims::Claims,
    &part::classification::Classification,
    &part::description::Description,
    &part::drawings::Drawings,
    &part::filing_date::FilingDate,
    &part::parties::Parties,
    &part::publication_date::PublicationDate,
    &part::publication_kind::PublicationKind,
    &part::publication_number::PublicationNumber,
    &part::publication_office::PublicationOffice,
    &part::title::Title,
    &number::application_check_digit::ApplicationCheckDigit,
    &number::application_form::ApplicationForm,
    &number::international_form::InternationalForm,
    &number::publication_characters::PublicationCharacters,
    &number::publication_form::PublicationForm,
    &number::publication_length::PublicationLength,
    &number::root_differs::RootDiffers,
    &number::series_differs::SeriesDiffers,
    &code::citation_office::CitationOffice,
    &code::country::Country,
    &code::designated_state::DesignatedState,
    &code::former_office::FormerOffice,
    &code::kind::Kind,
    &code::kind_of_office::KindOfOffice,
    &code::language::Language,
    &code::office::Office,
    &code::priority_office::PriorityOffice,
    &date::citation_impossible::CitationImpossible,
    &date::cited_after_publication::CitedAfterPublication,
    &date::event_before_filing::EventBeforeFiling,
    &date::impossible::Impossible,
    &date::implausible::Implausible,
    &date::partial::Partial,
    &date::publication_before_filing::PublicationBeforeFiling,
    &date::root_differs::RootDiffers,
    &priority::after_filing::AfterFiling,
    &priority::duplicate::Duplicate,
    &priority::incomplete::Incomplete,
    &priority::own_application::OwnApplication,
    &priority::too_early::TooEarly,
    &sequence::citations::Citations,
    &sequence::figures::Figures,
    &sequence::paragraphs::Paragraphs,
    &sequence::parties::Parties,
    &sequence::priorities::Priorities,
    &classification::cpc_form::CpcForm,
    &classification::duplicate::Duplicate,
    &classification::first_twice::FirstTwice,
    &classification::indicator::Indicator,
    &classification::ipc_form::IpcForm,
    &classification::locarno_form::LocarnoForm,
    &classification::version_missing::VersionMissing,
    &citation::category::Category,
    &citation::incomplete::Incomplete,
    &citation::own_document::OwnDocument,
    &party::duplicate::Duplicate,
    &party::name_missing::NameMissing,
    &language::claims_missing::ClaimsMissing,
    &language::duplicate_title::DuplicateTitle,
    &language::mismatch::Mismatch,
    &language::title_missing::TitleMissing,
    &claims::count::Count,
    &claims::dependency_loop::DependencyLoop,
    &claims::duplicate_number::DuplicateNumber,
    &claims::empty::Empty,
    &claims::exemplary::Exemplary,
    &claims::forward_reference::ForwardReference,
    &claims::mention_missing::MentionMissing,
    &claims::number_missing::NumberMissing,
    &claims::numbering::Numbering,
    &reference::claim_missing::ClaimMissing,
    &reference::duplicate_id::DuplicateId,
    &reference::figure_missing::FigureMissing,
    &reference::target_missing::TargetMissing,
    &reference::without_target::WithoutTarget,
    &reference::wrong_kind::WrongKind,
    &image::format_differs::FormatDiffers,
    &image::missing_attachment::MissingAttachment,
    &image::missing_file::MissingFile,
    &image::no_file_name::NoFileName,
    &image::size::Size,
    &image::unused_file::UnusedFile,
];

/// All rules, in the order in which they run and report.
#[must_use]
pub fn rules() -> &'static [&'static dyn Rule] {
    RULES
}
