//! The choice among the number formats in which a source gives one document.
//!
//! Clause: ST.96 V6_0 pat:PatentDocumentIdentification

use model::{Date, DocumentId};

/// The number format to write, and all others: one that names its office goes before one that does not, `docdb` before
/// what was printed, and that before `epodoc`, whose number begins with the office.
pub(super) fn split(ids: &[DocumentId]) -> (Option<&DocumentId>, Vec<&DocumentId>) {
    let best = ids.iter().min_by_key(|id| {
        let format = match id.format.as_str() {
            "epodoc" => 2,
            "original" => 1,
            _ => 0,
        };
        (id.is_empty(), id.office.is_empty(), format)
    });
    let others = ids
        .iter()
        .filter(|id| !best.is_some_and(|best| std::ptr::eq(*id, best)));
    (best, others.collect())
}

/// The date of a document that its best number format lacks and another one gives.
pub(super) fn date<'r>(best: &DocumentId, others: &[&'r DocumentId]) -> Option<&'r Date> {
    let is_other = |id: &&&DocumentId| !id.format.is_empty() && id.format != best.format;
    others
        .iter()
        .filter(is_other)
        .map(|id| &id.date)
        .find(|date| best.date.is_empty() && date.iso().is_some())
}
