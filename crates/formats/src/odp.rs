//! What the US office answers in JSON: the Open Data Portal and its predecessor (PEDS), whole applications and parts of
//! them, and the search in recorded assignments, in JSON and XML.
//!
//! An answer about a part of an application, such as its continuity or its transactions, is recognized by its names.

mod application;
mod assignment;
mod event;
mod number;
mod party;
mod reader;
mod term;

pub use reader::read;

/// Names that tell an application of the Open Data Portal, or a part of one, at the top of an answer.
pub(crate) const KEYS: &[&str] = &[
    "patentFileWrapperDataBag",
    "patentBag",
    "documentBag",
    "applicationMetaData",
    "patentTermAdjustmentData",
    "transactionContentBag",
    "eventDataBag",
    "assignmentBag",
    "continuityBag",
    "parentContinuityBag",
    "childContinuityBag",
    "foreignPriorityBag",
    "recordAttorney",
];

/// Names at the top of answers of PEDS and of the search in assignments; they are those of any Solr server.
pub(crate) const ENVELOPES: &[&str] = &["queryResults", "searchResponse", "response", "docs"];

/// Names that tell what stands in such an envelope.
pub(crate) const MARKS: &[&str] = &[
    "\"applId\"",
    "\"patAssignorName",
    "\"patAssigneeName",
    "\"reelNo\"",
];
