//! The elements of a listing, in the order of the document type definition.

/// Children of the root.
pub(super) const LISTING: &[&str] = &[
    "ApplicationIdentification",
    "ApplicantFileReference",
    "EarliestPriorityApplicationIdentification",
    "ApplicantName",
    "ApplicantNameLatin",
    "InventorName",
    "InventorNameLatin",
    "InventionTitle",
    "SequenceTotalQuantity",
    "SequenceData",
];

/// Children of an identification of an application.
pub(super) const APPLICATION: &[&str] = &["IPOfficeCode", "ApplicationNumberText", "FilingDate"];

/// Children of a sequence.
pub(super) const SEQUENCE: &[&str] = &[
    "INSDSeq_length",
    "INSDSeq_moltype",
    "INSDSeq_division",
    "INSDSeq_other-seqids",
    "INSDSeq_feature-table",
    "INSDSeq_sequence",
];

/// Children of a feature.
pub(super) const FEATURE: &[&str] = &[
    "INSDFeature_key",
    "INSDFeature_location",
    "INSDFeature_quals",
];

/// Children of a qualifier.
pub(super) const QUALIFIER: &[&str] = &[
    "INSDQualifier_name",
    "INSDQualifier_value",
    "NonEnglishQualifier_value",
];

/// Elements that may be repeated.
pub(super) const SEVERAL: &[&str] = &["InventionTitle", "SequenceData"];
