//! Dates in the form of XML Schema.
//!
//! Clause: ST.96 V6_0 pat:FilingDate

use super::sheet::Sheet;
use crate::component::draft::NodeId;
use crate::component::schema::Name;
use model::Date;
use std::borrow::Cow;

/// Adds a date; one that cannot be understood is added as it stands, to be reported.
pub(super) fn leaf<'r>(sheet: &mut Sheet<'r>, node: NodeId, name: Name, date: &'r Date) {
    if date.is_empty() {
        return;
    }
    let text = date
        .iso()
        .map_or(Cow::Borrowed(date.raw.as_str()), Cow::Owned);
    sheet.draft.leaf(node, name, text);
    if date.has_time() {
        sheet.note("date as written", date.raw.as_str());
    }
}

/// The form of XML Schema, which has a day.
pub(super) fn day(date: &Date) -> Option<String> {
    const WHOLE: usize = "2000-01-01".len();
    date.iso().filter(|iso| iso.len() == WHOLE)
}
