//! `listing/production-date`.

use crate::listing::words::{is_date, text};
use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// The production date is a real date, written CCYY-MM-DD.
    ///
    /// *What it checks:* the attribute `productionDate`, when it is given.
    ///
    /// *Why:* the newest of several listings is found by it.
    ///
    /// *Example:* `productionDate="31.05.2024"`.
    ///
    /// *Draft id:* `XPD_1`
    ///
    /// Clause: ST.26 43
    Head struct ProductionDate = "listing/production-date", Warning,
        "write the date as CCYY-MM-DD";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    let date = text(listing.production_date.as_ref());
    if listing.production_date.is_some() && !is_date(date) {
        let message = format!("'{date}' is no date of the form CCYY-MM-DD");
        found.say_within("@productionDate", &listing.span, date, message);
    }
}
