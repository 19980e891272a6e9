//! `listing/office-code`.

use crate::codes::{is_former_office, is_office};
use crate::listing::words::{place, text};
use crate::rule::Found;
use model::SequenceListing;

listing_rule! {
    /// Offices are codes of ST.3.
    ///
    /// *What it checks:* `IPOfficeCode` of the application and of the priority; former offices count.
    ///
    /// *Why:* the number means nothing without its office.
    ///
    /// *Example:* `IPOfficeCode` of `GER`.
    ///
    /// *Draft id:* `XIPOC_1`
    ///
    /// Clause: ST.26 45; ST.3
    Head struct OfficeCode = "listing/office-code", Error,
        "use the two-letter code of WIPO ST.3; IB for an international application at WIPO";
}

fn check(listing: &SequenceListing, found: &mut Found<'_>) {
    for (name, application) in super::applications(listing) {
        let Some(written) = &application.office else {
            continue;
        };
        let code = text(Some(written));
        if !is_office(code) && !is_former_office(code) {
            let message = if code.is_empty() {
                "the office is blank".to_owned()
            } else {
                format!("'{code}' is no office")
            };
            let span = place(Some(written), &application.span);
            found.say_within(format_args!("{name}/IPOfficeCode"), span, code, message);
        }
    }
}
