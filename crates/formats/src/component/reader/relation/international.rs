//! What the document is elsewhere: filings and publications under treaties.

use crate::component::draft::View;
use crate::component::reader::document;
use crate::component::reader::relation;
use crate::component::schema::pat;
use model::{Milestone, RegionalData};

/// Reads what was filed at PCT or regional level.
///
/// Clause: ST.96 V6_0 pat:InternationalFilingData
pub(in crate::component::reader) fn filing(view: View<'_, '_>) -> RegionalData {
    let mut out = RegionalData::default();
    for child in view.elements() {
        match child.name() {
            pat::APPLICATION_IDENTIFICATION => {
                let mut id = document::application(child);
                out.language = std::mem::take(&mut id.language);
                out.documents.push(id);
            }
            pat::NATIONAL_STAGE_FILING_DATE => out.dates.push(Milestone {
                code: "us-371c12-date".into(),
                date: model::Date::new(child.text()),
                ..Milestone::default()
            }),
            _ => {}
        }
    }
    let is_international = view.name() == pat::INTERNATIONAL_FILING_DATA;
    out.code = if is_international && !says_international(&out) {
        "B860".into()
    } else {
        "pct-or-regional-filing-data".into()
    };
    out
}

/// Whether the numbers show that data are about the PCT; where they do not, the INID code says it.
fn says_international(data: &RegionalData) -> bool {
    let mut all = data.documents.iter();
    all.any(|id| matches!(id.office.as_str(), "WO" | "IB") || id.number.starts_with("PCT"))
}

/// Reads what was published at PCT or regional level.
///
/// Clause: ST.96 V6_0 pat:InternationalPublishingData
pub(in crate::component::reader) fn publishing(view: View<'_, '_>) -> RegionalData {
    let mut documents = document::held(view);
    let mut language = model::Str::default();
    if let Some(first) = documents.iter_mut().find(|id| id.format == "publication") {
        language = std::mem::take(&mut first.language);
    }
    for id in documents.iter_mut().filter(|id| id.format == "publication") {
        id.format = model::Str::default();
    }
    let mut out = RegionalData {
        documents,
        language,
        gazette: view.child(pat::GAZETTE_REFERENCE).map(relation::gazette),
        ..RegionalData::default()
    };
    let is_international = view.name() == pat::INTERNATIONAL_PUBLISHING_DATA;
    out.code = if is_international && !says_international(&out) {
        "B870".into()
    } else {
        "pct-or-regional-publishing-data".into()
    };
    out
}
