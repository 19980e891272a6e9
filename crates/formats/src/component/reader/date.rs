//! Dates.
//!
//! Clause: ST.96 V6_0 pat:FilingDate

use crate::component::draft::View;
use crate::component::schema::Name;
use model::Date;

/// The date in the first child of a name.
pub(super) fn of(view: View<'_, '_>, name: Name) -> Date {
    Date::new(view.text_of(name))
}
