//! `qualifier/id-form`.

use crate::listing::examined::Examined;
use crate::listing::words::{is_positive, shortened};
use crate::rule::Found;

listing_rule! {
    /// An identifier is `q` and a number.
    ///
    /// *What it checks:* the form of `INSDQualifier/@id`.
    ///
    /// *Why:* XML takes no identifier that begins with a digit.
    ///
    /// *Example:* `id="7"`.
    ///
    /// *Draft id:* `NEQ_3`
    ///
    /// Clause: ST.26 76
    Sequence struct IdForm = "qualifier/id-form", Warning,
        "write q and a number";
}

fn check(sequence: &Examined<'_>, found: &mut Found<'_>) {
    super::each(sequence, |feature, said| {
        let Some(id) = said.qualifier.id.as_deref() else {
            return;
        };
        let is_right = id.strip_prefix('q').is_some_and(is_positive);
        if !is_right && !said.is_id_repeated {
            let message = format!("the identifier '{}' is not q and a number", shortened(id));
            let path = format!("{}/@id", sequence.qualifier_path(feature, said));
            found.say_within(path, &said.qualifier.span, shortened(id), message);
        }
    });
}
